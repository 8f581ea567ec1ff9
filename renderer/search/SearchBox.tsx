import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import './search.css'

const address = (text: string) => `/search?q=${encodeURIComponent(text)}`

/** Milliseconds after the last key before what was typed is looked for. */
const pause = 250

/** The box in the top bar; Ctrl+K goes to it from anywhere. On the page of results it searches while it is typed in. */
export function SearchBox() {
  const [location, navigate] = useLocation()
  const search = useSearch()
  const isResults = location === '/search'
  const query = isResults ? (new URLSearchParams(search).get('q') ?? '') : ''
  const [text, setText] = useState(query)
  const input = useRef<InputRef>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address has the last word when it changes from elsewhere: back, a link, another page.
  const [shown, setShown] = useState(query)
  if (shown !== query) {
    setShown(query)
    setText(query)
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      input.current?.focus({ cursor: 'all' })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      clearTimeout(timer.current)
    }
  }, [])

  const change = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    if (!isResults) return
    timer.current = setTimeout(() => {
      setShown(next)
      navigate(address(next), { replace: true })
    }, pause)
  }
  const go = () => {
    clearTimeout(timer.current)
    if (text.trim() === '') return
    setShown(text)
    navigate(address(text), { replace: isResults })
  }
  return (
    <search className="search-box">
      <Input
        ref={input}
        prefix={<SearchOutlined aria-hidden="true" />}
        aria-label="搜索记录和党员"
        placeholder="搜索（Ctrl+K）"
        maxLength={200}
        allowClear
        value={text}
        onChange={(event) => change(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) go()
        }}
      />
    </search>
  )
}
