/** Counts the windows that are open. */
export interface Presence {
  /** A window has come; the answer is called once when it goes. */
  join(): () => void
  readonly windows: number
  /** Whether one was ever there. */
  readonly hadWindow: boolean
  close(): void
}

/** A page that is loaded again is gone for a moment; a window that is closed stays gone. */
export const graceMs = 10_000

/** Calls `onAbandoned` when windows were there and for `grace` milliseconds none has been. */
export function openPresence(onAbandoned: () => void, grace = graceMs): Presence {
  let windows = 0
  let hadWindow = false
  let timer: NodeJS.Timeout | undefined
  return {
    get windows() {
      return windows
    },
    get hadWindow() {
      return hadWindow
    },
    join() {
      windows += 1
      hadWindow = true
      clearTimeout(timer)
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        windows -= 1
        if (windows > 0) return
        clearTimeout(timer)
        timer = setTimeout(onAbandoned, grace)
      }
    },
    close: () => clearTimeout(timer),
  }
}

/**
 * The script this shell adds to the page, so that the page itself needs to know nothing of it: one open stream says
 * that a window is there, and its loss that the program has ended.
 */
export const presenceScript = `
let failures = 0
const source = new EventSource('/alive')
source.onopen = () => {
  failures = 0
  document.getElementById('program-ended')?.remove()
}
source.onerror = () => {
  failures += 1
  if (failures < 3 || document.getElementById('program-ended')) return
  const notice = document.createElement('div')
  notice.id = 'program-ended'
  notice.setAttribute('role', 'alert')
  notice.textContent = '程序已经退出，本页不再保存。请关闭窗口，重新启动支部手册。'
  notice.style.cssText = 'position:fixed;inset:0 0 auto 0;z-index:9999;padding:12px;text-align:center;background:#fff1f0;border-bottom:1px solid #cf1322'
  document.body.append(notice)
}
`
