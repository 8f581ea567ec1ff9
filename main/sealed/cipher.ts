import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// AES-256-GCM (NIST SP 800-38D) of node:crypto: a fresh nonce of 96 bits for each text, a tag of 128 bits. Stored as
// base64 of nonce, ciphertext and tag.

const NONCE = 12
const TAG = 16

/**
 * Encrypts a text. `place` (table, row, column) is bound to it: the same octets in another row do not open.
 *
 * @param key 32 octets
 */
export function encryptText(key: Uint8Array, place: string, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place, 'utf8'))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** The text again, or null: another key, another place, or changed octets. */
export function decryptText(key: Uint8Array, place: string, stored: string): string | null {
  const octets = Buffer.from(stored, 'base64')
  if (octets.length < NONCE + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key, octets.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(place, 'utf8'))
    .setAuthTag(octets.subarray(octets.length - TAG))
  try {
    const text = decipher.update(octets.subarray(NONCE, octets.length - TAG))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
