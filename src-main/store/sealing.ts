import { conceptOf } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import { type Log, silentLog } from '../log/log.ts'
import { isSecretKey } from '../util/secret-names.ts'
import type { Cipher } from './secrets.ts'

/** Keeps the secrets inside kept documents (a Wi-Fi key in a write job, say) encrypted, and all the rest readable. */
export interface Sealing {
  /** A copy with every secret text replaced by `{ sealed: … }`. */
  seal(document: unknown): unknown
  /** The document as it was; a secret that can no longer be decrypted is empty. */
  open(document: unknown): unknown
}

/** Leaves documents as they are: for stores that hold no secrets, and for tests. */
export const noSealing: Sealing = { seal: (document) => document, open: (document) => document }

/** Seals with the cipher that also keeps the app's passwords. */
export function createSealing(cipher: Cipher, log: Log = silentLog): Sealing {
  const seal = (document: unknown, isHidden: boolean): unknown => {
    if (typeof document === 'string') {
      return isHidden && document !== '' ? { sealed: cipher.encrypt(document).toString('base64') } : document
    }
    if (Array.isArray(document)) return document.map((item: unknown) => seal(item, isHidden))
    if (typeof document !== 'object' || document === null) return document
    const { name, path, concept } = document as { name?: unknown; path?: unknown; concept?: unknown }
    const about = name ?? path ?? concept
    const isParameter = typeof about === 'string' && (isSecret(about) || conceptOf(about)?.secret === true)
    return Object.fromEntries(
      Object.entries(document).map(([key, value]) => [
        key,
        seal(value, isSecretKey(key) || (isParameter && valueKeys.has(key))),
      ]),
    )
  }
  const open = (document: unknown): unknown => {
    if (Array.isArray(document)) return document.map(open)
    if (typeof document !== 'object' || document === null) return document
    const entries = Object.entries(document)
    const [first] = entries
    if (entries.length === 1 && first?.[0] === 'sealed' && typeof first[1] === 'string') return decrypt(first[1])
    return Object.fromEntries(entries.map(([key, value]) => [key, open(value)]))
  }
  const decrypt = (sealed: string): string => {
    try {
      return cipher.decrypt(Buffer.from(sealed, 'base64'))
    } catch (error) {
      log.warn('a secret in a kept document cannot be decrypted', { reason: String(error) })
      return ''
    }
  }
  return { seal: (document) => seal(document, false), open }
}

/** Fields that hold the value of a parameter or variable, beside its `name`, `path` or `concept`. */
const valueKeys: ReadonlySet<string> = new Set(['value', 'old', 'readBack', 'default'])
