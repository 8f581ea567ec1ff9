import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

/** What is said of a finished file: in a browser it lies among the downloads; the desktop window asks where it shall go. */
export function madeText(fileName: string): string {
  return window.branchHandbook ? `已生成「${fileName}」，请选择存放的位置。` : `已生成「${fileName}」，在浏览器的下载里。`
}

interface MadeNoticeProps {
  /** The call that makes the file. */
  readonly making: {
    readonly isError: boolean
    readonly error: Error | null
    readonly data?: { readonly fileName: string } | undefined
  }
}

/** Below the head of a page: where the file is that was asked for, or why there is none. */
export function MadeNotice({ making: { isError, error, data } }: MadeNoticeProps) {
  if (isError) return <ErrorBlock inline error={error} />
  if (!data) return null
  return (
    <p role="status" className="soft small">
      {madeText(data.fileName)}
    </p>
  )
}
