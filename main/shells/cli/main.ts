// Before anything else is loaded: loading takes a moment, and an interruption in it must be answered too. And every time,
// not once: npm passes on what the terminal has sent already.
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())

const { start } = await import('./start.ts')
process.exitCode = await start(interrupted.signal)

// A module of its own kind: without this, what stands above would be shared by all scripts.
export {}
