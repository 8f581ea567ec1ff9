import { expect, it, onTestFinished, vi } from 'vitest'
import { portChannel, portMessageKind, stageChannel } from '#main/shells/electron/channels.ts'
import { portMessageKind as awaitedKind } from '#renderer/api/transport-port.ts'
import { createFakePage } from './fake/fake-page.ts'
import { holder } from './fake/holder.ts'

/** Runs the real preload over a page that is still loading. */
async function runPreload(pathOf: (file: unknown) => string = () => '/tmp/签字页.png') {
  const page = createFakePage(pathOf)
  holder.fakePage = page
  const loaded: (() => void)[] = []
  const posted: { message: unknown; origin: string; ports: readonly unknown[] }[] = []
  const window = {
    location: { origin: 'app://bundle' },
    addEventListener: (type: string, listener: () => void) => type === 'DOMContentLoaded' && loaded.push(listener),
    postMessage: (message: unknown, origin: string, ports: readonly unknown[]) => posted.push({ message, origin, ports }),
  }
  vi.stubGlobal('window', window)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    for (const { ports } of [...posted, ...page.fake.posted]) for (const port of ports) (port as MessagePort).close()
  })
  vi.resetModules()
  await import('#main/shells/electron/preload.ts')
  return { page, posted, load: () => loaded.forEach((listener) => listener()) }
}

it('puts one function on the page and nothing else of Electron', async () => {
  const { page } = await runPreload()
  expect([...page.fake.exposed.keys()]).toEqual(['branchHandbook'])
  const bridge = page.fake.exposed.get('branchHandbook') as Record<string, unknown>
  expect(Object.keys(bridge)).toEqual(['getPathForFile'])
  expect(typeof bridge['getPathForFile']).toBe('function')
})

it('hands one port to main and its other end to the page, once the page’s scripts have run', async () => {
  const { page, posted, load } = await runPreload()
  expect(page.fake.posted).toEqual([])
  load()
  expect(page.fake.posted).toMatchObject([{ channel: portChannel, message: null }])
  expect(posted).toMatchObject([{ message: { kind: portMessageKind }, origin: 'app://bundle' }])
  const [mine] = (page.fake.posted[0]?.ports ?? []) as MessagePort[]
  const [theirs] = (posted[0]?.ports ?? []) as MessagePort[]
  const heard = new Promise((resolve) => mine?.addEventListener('message', (event) => resolve(event.data)))
  mine?.start()
  theirs?.postMessage('frame', [])
  expect(await heard).toBe('frame')
})

it('gives the port under the name that the page waits for', () => {
  expect(portMessageKind).toBe(awaitedKind)
})

it('sends the path of a file to main and gives the page what main answers', async () => {
  const seen: unknown[] = []
  const { page } = await runPreload((file) => {
    seen.push(file)
    return '/tmp/签字页.png'
  })
  const file = new File(['x'], '签字页.png')
  const bridge = page.fake.exposed.get('branchHandbook') as { getPathForFile(file: File): Promise<unknown> }
  expect(await bridge.getPathForFile(file)).toEqual({ token: 't', name: 'n', octets: 1 })
  expect(seen).toEqual([file])
  expect(page.fake.invoked).toEqual([{ channel: stageChannel, args: ['/tmp/签字页.png'] }])
})
