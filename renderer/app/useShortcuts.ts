import { useEffect } from 'react'
import { useLocation } from 'wouter'

/** Ctrl+N, and Alt+N where the browser keeps Ctrl+N for itself: a new record. */
export function useShortcuts(): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isNew = event.key.toLowerCase() === 'n' && !event.shiftKey && !event.metaKey && event.ctrlKey !== event.altKey
      if (!isNew || event.isComposing) return
      event.preventDefault()
      navigate('/activities/new')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate])
}
