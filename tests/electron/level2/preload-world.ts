/**
 * A page script that runs a built preload the way Electron does: `require('electron')` and nothing else, before the page.
 * Electron gives it a world of its own; here it shares the page's, in a function of its own. `bridge` names functions
 * that the test has put on the page.
 */
export function preloadWorld(preload: string): string {
  return `
if (window === window.top) (() => {
  const ports = new Map()
  const files = []
  let last = 0
  Object.defineProperty(window, '__toPage', { value: (id, data) => ports.get(id)?.postMessage(data) })
  const ipcRenderer = {
    postMessage(channel, message, [port]) {
      const id = ++last
      ports.set(id, port)
      port.onmessage = (event) => void window.__fromPage(id, event.data)
      void window.__handOver(channel, id)
    },
    async invoke(channel, ...args) {
      const sent = []
      for (const arg of args) {
        const file = typeof arg === 'string' && arg.startsWith('file-of-page:') ? files[Number(arg.slice(13))] : undefined
        // A page in a browser does not tell where a file lies: its content is put down by the test and that path sent.
        sent.push(file ? await window.__putDown(file.name, await base64(file)) : arg)
      }
      return window.__invoke(channel, sent)
    },
  }
  const base64 = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  // A download does not pass where the test answers for app://, so it is fetched and saved from memory.
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[download]') : null
    if (!link || link.origin !== location.origin || link.protocol === 'blob:') return
    event.preventDefault()
    if (await window.__refusesDownload(link.href, link.download)) return
    const saved = document.createElement('a')
    saved.href = URL.createObjectURL(await (await fetch(link.href)).blob())
    saved.download = link.download
    saved.click()
  }, true)
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }) },
    webUtils: { getPathForFile: (file) => 'file-of-page:' + (files.push(file) - 1) },
  }
  const module = { exports: {} }
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('a sandboxed preload can load nothing but electron: ' + name)
  }
  ;(function (module, exports, require) {
${preload}
  })(module, module.exports, require)
})()
`
}
