import { readFileSync } from 'node:fs'

/** Most memory a process has had in use so far, in octets; null where the system does not say (not Linux). */
export function peakMemory(pid: number): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return match ? Number(match[1]) * 1024 : null
  } catch {
    return null
  }
}
