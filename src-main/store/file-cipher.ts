import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { type Log, silentLog } from '../log/log.ts'
import type { Cipher } from './secrets.ts'

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM under a random key in `<dataDir>/secret.key`, readable by its owner only (on Windows the user's profile
 * guards it). For headless mode: it keeps secrets out of backups and copies of the database, not from the user.
 * The key is read at first use; a damaged key file is moved to `secret.key.damaged` and a new key made.
 */
export function createFileCipher(dataDir: string, log: Log = silentLog): Cipher {
  const path = join(dataDir, 'secret.key')
  let key: Buffer | undefined
  const loadedKey = () => {
    key ??= loadKey(path, log)
    return key
  }
  return {
    encrypt(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', loadedKey(), nonce, { authTagLength: tagBytes })
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
    },
    decrypt(encrypted) {
      const nonce = encrypted.subarray(0, nonceBytes)
      const tag = encrypted.subarray(nonceBytes, nonceBytes + tagBytes)
      const decipher = createDecipheriv('aes-256-gcm', loadedKey(), nonce, { authTagLength: tagBytes })
      decipher.setAuthTag(tag)
      const text = decipher.update(encrypted.subarray(nonceBytes + tagBytes))
      return Buffer.concat([text, decipher.final()]).toString()
    },
  }
}

function loadKey(path: string, log: Log): Buffer {
  try {
    if (existsSync(path)) {
      const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
      if (key.length === keyBytes) return key
      renameSync(path, `${path}.damaged`)
      log.warn('the key file is damaged: secrets have to be entered again', { path })
    }
    const key = randomBytes(keyBytes)
    writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch (error) {
    throw new AppError('SECRETS_UNAVAILABLE', { path, detail: String(error) }, { cause: error })
  }
}
