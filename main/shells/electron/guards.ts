import type Electron from 'electron'
import { appPath, isAppPage } from './origin.ts'

/** Schemes whose addresses never leave the process that made them. */
const ownBlob = /^blob:app:\/\/bundle\//

/** Whether the session may load an address at all: the program's own files and what pages make themselves. */
export function isAllowedRequest(url: string): boolean {
  return appPath(url) !== null || ownBlob.test(url) || url.startsWith('data:')
}

/** What a frame wants to go to. */
export interface FrameNavigation {
  readonly url: string
  readonly isMainFrame: boolean
}

/**
 * Whether a frame may go somewhere. The main frame stays on the page (it may load it again); a frame inside shows only
 * what the page has written into it and attachments.
 */
export function isAllowedNavigation({ url, isMainFrame }: FrameNavigation): boolean {
  if (isMainFrame) return isAppPage(url)
  if (url === 'about:blank' || url === 'about:srcdoc' || ownBlob.test(url)) return true
  const path = appPath(url)
  return path !== null && /^\/(attachments|documents)\/[^/]+$/.test(path)
}

/** Whether a file may be saved from an address: only what the program hands out as a file. */
export function isAllowedDownload(url: string): boolean {
  const path = appPath(url)
  return ownBlob.test(url) || (path !== null && /^\/(attachments|documents)\/[^/]+$/.test(path))
}

type GuardedContents = Pick<Electron.WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>

/** Keeps a page, ours or any other that might ever be made, where it is. */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedNavigation(event)) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!isAllowedNavigation(event)) event.preventDefault()
  })
  // Nothing of ours ever redirects.
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

type GuardedSession = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'webRequest'
>

/** Takes from a session every permission and every way to a network. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // There is no handler for capturing the screen: without one it is not supported at all.
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
}
