import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { safeStorage } from 'electron'
import { AppError } from '#shared/errors.ts'
import type { Cipher } from '../store/secrets.ts'

/** Who holds the key: the system's key store, or a file that only this user may read. */
export type KeyHolder = 'keyStore' | 'keyFile'

const markers = { keyStore: 1, keyFile: 2 } as const satisfies Record<KeyHolder, number>

/**
 * The cipher for secrets, and who holds its key. What it seals begins with a mark of the holder, so that secrets stay
 * readable when the key store comes or goes. To be called once the app is ready.
 */
export function openCipher(dataDir: string): { cipher: Cipher; holder: KeyHolder } {
  const holder: KeyHolder = hasKeyStore() ? 'keyStore' : 'keyFile'
  const ciphers: Record<KeyHolder, Cipher> = { keyStore: keyStoreCipher(), keyFile: keyFileCipher(dataDir) }
  const cipher: Cipher = {
    encrypt: (text) => Buffer.concat([Buffer.from([markers[holder]]), ciphers[holder].encrypt(text)]),
    decrypt(sealed) {
      const sealedBy: KeyHolder = sealed[0] === markers.keyStore ? 'keyStore' : 'keyFile'
      try {
        return ciphers[sealedBy].decrypt(sealed.subarray(1))
      } catch (error) {
        throw new AppError('SECRETS_UNAVAILABLE', {}, { cause: error })
      }
    },
  }
  return { cipher, holder }
}

/** On Linux without a keyring Electron would "encrypt" with a fixed password; that is no key store. */
function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

function keyStoreCipher(): Cipher {
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(sealed),
  }
}

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with a random key in a file; sealed text is nonce, tag, ciphertext. */
function keyFileCipher(dataDir: string): Cipher {
  const file = path.join(dataDir, 'secret.key')
  return {
    encrypt(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', readOrMakeKey(file), nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    decrypt(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', readFileSync(file), sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      return decipher.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

function readOrMakeKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file)
}
