import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCallFrame } from '#main/shells/electron/envelope.ts'
import { malformedFrames } from './frames.ts'

describe('frames of the port', () => {
  it.each(malformedFrames)('%s is no call', (_name, frame) => {
    expect(isCallFrame(frame)).toBe(false)
  })
  it.each([
    '{"i":"1","p":{"u":"/ledger/status","b":{"json":{}}}}',
    '{"i":"1","p":{"u":"/ledger/status","b":{"json":{"date":"x"},"meta":[[1,"date"]]},"h":{"x-a":"b"}}}',
    '{"i":"1","t":1,"p":{"u":"/ledger/status"}}',
    '{"i":"1","t":4}',
  ])('%s is one', (frame) => {
    expect(isCallFrame(frame)).toBe(true)
  })
  it('looks at any value without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (value) => typeof isCallFrame(value) === 'boolean'))
  })
})
