import { randomBytes } from 'node:crypto'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import { derivedKey } from './derive.ts'

// The scrypt recipient of age-encryption.org/v1, with the derivation of Node: the library's own runs on the main thread, where
// its work stops the window for a second and its memory (256 MiB at 2^18) stays until it is collected.

/** Work factor that is written: 32 MiB for an eighth of a second, as the slots of the ledger take. */
const writtenLogN = 15

/** Largest work factor that is tried: 2^18, the default of `age -p`, takes 256 MiB for a moment; more is an attack on the memory. */
const maxLogN = 18

// The key serves once, so that its nonce may be fixed; so the format has it.
const nonce = new Uint8Array(12)

const keyFor = (passphrase: string, salt: Uint8Array, logN: number) =>
  derivedKey(passphrase, Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]), {
    cost: 2 ** logN,
    blockSize: 8,
    parallelism: 1,
  })

const unpadded = (octets: Uint8Array) => Buffer.from(octets).toString('base64').replace(/=+$/, '')

/** Wraps the key of a file under a passphrase; the only recipient a file may then have. */
export const passphraseRecipient = (passphrase: string): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(16)
    const key = await keyFor(passphrase, salt, writtenLogN)
    return [new Stanza(['scrypt', unpadded(salt), String(writtenLogN)], chacha20poly1305(key, nonce).encrypt(fileKey))]
  },
})

/** Unwraps it again; null for a wrong passphrase, a file of another kind, or terms that ask too much. */
export const passphraseIdentity = (passphrase: string): Identity => ({
  async unwrapFileKey(stanzas) {
    const [stanza] = stanzas
    const [kind, saltText = '', logNText = ''] = stanza?.args ?? []
    if (stanzas.length !== 1 || stanza?.args.length !== 3 || kind !== 'scrypt' || stanza.body.length !== 32) return null
    if (!/^[A-Za-z0-9+/]{22}$/.test(saltText) || !/^[1-9]\d?$/.test(logNText) || Number(logNText) > maxLogN) return null
    const key = await keyFor(passphrase, Buffer.from(saltText, 'base64'), Number(logNText))
    try {
      return chacha20poly1305(key, nonce).decrypt(stanza.body)
    } catch {
      return null
    }
  },
})
