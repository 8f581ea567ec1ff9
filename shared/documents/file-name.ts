import { nfc } from '../kernel/text.ts'

// Windows refuses these and the device names whatever the extension (DESIGN §8); control characters nowhere make sense.
const forbidden = /[%\\/:*?"<>|\p{Cc}\p{Cf}]+/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** `text` as a file name without extension for every system: at most `max` characters, never empty. */
export function fileNameOf(text: string, max = 80): string {
  const plain = [...nfc(text).replace(forbidden, '_')].slice(0, max).join('').replace(/^[\s.]+|[\s.]+$/gu, '')
  return plain === '' ? '未命名' : reserved.test(plain) ? `${plain}_` : plain
}
