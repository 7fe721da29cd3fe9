import type { DnsRecord } from './dns-message.ts'

/** What one DNS-SD answer says of its sender. */
export interface MdnsFact {
  address: string
  name: string
  model: string
  manufacturer: string
}

/** Keys of TXT records that name a model (AirPlay, device-info, Google Cast, HomeKit, printers, Android TV). */
const modelKeys = ['model', 'md', 'am', 'ty', 'product', 'rpmd'] as const
const manufacturerKeys = ['manufacturer', 'usb_mfg', 'integrator', 'vendor'] as const
const nameKeys = ['fn', 'n'] as const

/**
 * Folds the records of one answer into what they say of the sender. Records that give another address speak for somebody
 * else (a sleep proxy), and are left out with their names. null where nothing is worth a row.
 */
export function factOfRecords(records: readonly DnsRecord[], sender: string): MdnsFact | null {
  const own = records.flatMap((record) => (record.type === 'a' && record.address === sender ? [record.name] : []))
  const others = records.some((record) => record.type === 'a') && own.length === 0
  if (others || records.length === 0) return null
  const texts = records.flatMap((record) => (record.type === 'txt' ? [record.entries] : []))
  const pick = (keys: readonly string[]): string =>
    keys.flatMap((key) => texts.map((entries) => entries.get(key) ?? '')).find((text) => text !== '') ?? ''
  const instances = records.flatMap((record) => (record.type === 'srv' ? [record.name.split(/\._/, 1)[0] ?? ''] : []))
  const hosts = [...own, ...records.flatMap((record) => (record.type === 'srv' ? [record.target] : []))]
  const host = hosts.find((name) => /\.local$/i.test(name))?.replace(/\.local$/i, '') ?? ''
  // "name [aa:bb:cc:dd:ee:ff]" is how workstations announce themselves.
  const instance = instances.map((text) => text.replace(/\s*\[[0-9a-f:]{17}\]$/i, '')).find((text) => text !== '') ?? ''
  return {
    address: sender,
    name: (pick(nameKeys) || instance || host).slice(0, 200),
    model: pick(modelKeys).slice(0, 200),
    manufacturer: pick(manufacturerKeys).slice(0, 200),
  }
}
