/** What Electron's preload puts on the page; absent in a browser. */
interface BranchHandbookBridge {
  /** Stages a dropped or chosen file by its path on this machine and answers its token. */
  getPathForFile(file: File): Promise<{ token: string; name: string; octets: number }>
}

interface Window {
  readonly branchHandbook?: BranchHandbookBridge
}
