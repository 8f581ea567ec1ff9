/** What Electron's preload puts on the page; absent in a browser. */
interface BranchHandbookBridge {
  /**
   * Hands the path of a dropped or chosen file to the main process, never to the page: answers a staged file, or
   * `{code, params}` of an expected failure.
   */
  getPathForFile(file: File): Promise<unknown>
}

interface Window {
  readonly branchHandbook?: BranchHandbookBridge
}
