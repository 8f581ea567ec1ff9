import { Button } from 'antd'
import { useRef } from 'react'

interface JsonImportButtonProps {
  /** 导入规则表 */
  readonly label: string
  readonly onFile: (file: File) => void
  readonly loading: boolean
  readonly size?: 'small'
}

/** A button that asks for a table as a JSON file; the same file, corrected and chosen again, counts. */
export function JsonImportButton({ label, onFile, loading, size }: JsonImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button {...(size ? { size } : {})} loading={loading} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
