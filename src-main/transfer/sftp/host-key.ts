import { generateKeyPairSync } from 'node:crypto'

/** PEM of a fresh RSA key: old boxes know no other kind. Takes some hundred milliseconds. */
export function createHostKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  return privateKey
}
