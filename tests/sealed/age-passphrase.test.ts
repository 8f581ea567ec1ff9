import { Decrypter, Encrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { decryptedUnder, encryptedUnder } from '#main/sealed/files.ts'

const passphrase = '晴天 walking 42'
const content = new TextEncoder().encode('谈话内容\n'.repeat(10_000))

test('what is encrypted under a passphrase is opened by the age library itself, and with no other passphrase', async () => {
  const file = await encryptedUnder(passphrase, content)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  expect(await decrypter.decrypt(file)).toEqual(content)
  expect(await decryptedUnder(passphrase, file)).toEqual(content)
  expect(await decryptedUnder(`${passphrase} `, file)).toBeNull()
})

test.each([10, 18])('what the age library has encrypted at 2^%i is opened', async (logN) => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(logN)
  const file = await encrypter.encrypt(content)
  expect(await decryptedUnder(passphrase, file)).toEqual(content)
  expect(await decryptedUnder('另一个口令', file)).toBeNull()
})

test('terms that ask for more than 256 MiB, a file that was changed, cut short or is none, are not opened', async () => {
  const file = await encryptedUnder(passphrase, content)
  const head = Buffer.from(file).toString('latin1', 0, 200)
  const asking = (terms: string) =>
    Buffer.concat([Buffer.from(head.replace(/ 15\n/, ` ${terms}\n`), 'latin1'), Buffer.from(file).subarray(200)])
  for (const terms of ['19', '30', '99', '0', '015', '-1', '15 15'])
    expect(await decryptedUnder(passphrase, asking(terms))).toBeNull()
  expect(await decryptedUnder(passphrase, file.subarray(0, file.length - 1))).toBeNull()
  expect(
    await decryptedUnder(
      passphrase,
      file.map((octet, at) => (at === file.length - 30 ? octet ^ 1 : octet)),
    ),
  ).toBeNull()
  expect(await decryptedUnder(passphrase, content)).toBeNull()
  expect(await decryptedUnder(passphrase, new Uint8Array())).toBeNull()
})
