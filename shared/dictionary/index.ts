import { genericPathOf } from '../cwmp/paths.ts'
import type { Language } from '../i18n/index.ts'
import { commonRows } from './common.ts'
import type { DictionaryEntry, Row } from './entry.ts'
import { tr098Rows } from './tr098.ts'
import { tr106Rows } from './tr106.ts'
import { tr181Rows } from './tr181.ts'
import { vendorRows } from './vendor.ts'

const common = tableOf(commonRows)
const byPath = tableOf([...tr106Rows, ...tr098Rows, ...tr181Rows, ...vendorRows])
const root = /^(?:Device|InternetGatewayDevice)\./

function tableOf(rows: readonly Row[]): ReadonlyMap<string, DictionaryEntry> {
  return new Map(rows.map(([path, en, zh, unit]) => [path, { en, zh, ...(unit !== undefined && { unit }) }]))
}

/** What is known of a parameter or object (path with a final dot); null where nothing is. */
export function entryOf(path: string): DictionaryEntry | null {
  const generic = genericPathOf(path)
  return byPath.get(generic) ?? common.get(generic.replace(root, '')) ?? null
}

/** What a parameter or object is called in a language; null where the dictionary does not know it. */
export function friendlyName(path: string, language: Language): string | null {
  const entry = entryOf(path)
  if (!entry) return null
  return language === 'zh-CN' ? entry.zh : entry.en
}

const secretName =
  /password|passphrase|passwd|pwd|secret|presharedkey|credential|(?:wep|wpa|encryption|private|session)key|psk$|token$|community$/i

/** Whether a value should be covered on the screen until it is asked for; judged by the last part of its path. */
export function isSecret(path: string): boolean {
  return secretName.test(path.slice(path.lastIndexOf('.') + 1))
}
