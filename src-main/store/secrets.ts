import { type Log, silentLog } from '../log/log.ts'
import type { Database } from './database.ts'
import { sqlOf } from './sql.ts'

export { createFileCipher } from './file-cipher.ts'

/** Passwords and keys by name, kept encrypted. */
export interface SecretStore {
  /** null where there is none, or where it can no longer be decrypted. */
  get(name: string): string | null
  /** Throws SECRETS_UNAVAILABLE where there is no key to encrypt with. */
  set(name: string, value: string): void
  delete(name: string): void
}

/** What encrypts secrets: the system's key store in the app, a key file in headless mode. */
export interface Cipher {
  encrypt(text: string): Buffer
  /** Throws where the key is another one or the bytes are damaged. */
  decrypt(encrypted: Buffer): string
}

/** The secrets of a data folder, in its database. */
export function createSecretStore(db: Database, cipher: Cipher, log: Log = silentLog): SecretStore {
  const sql = sqlOf(db)
  return {
    get(name) {
      const row = sql.get<{ value: Buffer }>('SELECT value FROM secrets WHERE name = ?', name)
      if (row === undefined) return null
      try {
        return cipher.decrypt(row.value)
      } catch (error) {
        log.warn('a secret cannot be decrypted and has to be entered again', { name, reason: String(error) })
        return null
      }
    },
    set(name, value) {
      const encrypted = cipher.encrypt(value)
      sql.run(
        'INSERT INTO secrets VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        encrypted,
      )
    },
    delete(name) {
      sql.run('DELETE FROM secrets WHERE name = ?', name)
    },
  }
}
