import { useEffect, useState } from 'react'
import type { LetterMatch } from '#shared/activities/entry/letters.ts'

let loaded: LetterMatch | null = null
const nothing: LetterMatch = () => false

/** Reads pinyin initials as names. Its table is large, so it is loaded beside the form and finds nothing until then. */
export function useLetters(): LetterMatch {
  const [matches, setMatches] = useState<LetterMatch>(() => loaded ?? nothing)
  useEffect(() => {
    if (loaded) return
    let isWanted = true
    void import('#shared/search/pinyin.ts').then(({ isNameInLetters }) => {
      loaded = isNameInLetters
      if (isWanted) setMatches(() => isNameInLetters)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return matches
}
