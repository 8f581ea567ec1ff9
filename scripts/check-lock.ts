import { readFileSync } from 'node:fs'
import { type Lock, missingFromLock } from './lock-rules.ts'

const lock = JSON.parse(readFileSync(`${import.meta.dirname}/../package-lock.json`, 'utf8')) as Lock
const missing = missingFromLock(lock)
for (const line of missing) console.error(`package-lock.json lacks an optional dependency of ${line}`)
console.log(`lock: ${Object.keys(lock.packages).length} packages, ${missing.length} missing`)
process.exitCode = missing.length === 0 ? 0 : 1
