import { normaliseMac } from '../../net/mac.ts'

/** One line of the system's neighbour table; `isAlive` where the entry was confirmed lately. */
export interface ArpEntry {
  address: string
  mac: string
  /** Name of the adapter, or its address on Windows. */
  adapter: string
  isAlive: boolean
}

/** Reads `ip -4 neigh show` (iproute2, and busybox, which leaves nothing out that matters here). */
export function parseIpNeigh(text: string, adapter = ''): ArpEntry[] {
  return text.split('\n').flatMap((line) => {
    const [address = '', ...words] = line.trim().split(/\s+/)
    const after = (word: string): string => words[words.indexOf(word) + 1] ?? ''
    const dev = words.includes('dev') ? after('dev') : adapter
    const state = words.at(-1) ?? ''
    const isGone = state === 'FAILED' || state === 'INCOMPLETE'
    return toEntry(address, words.includes('lladdr') && !isGone ? after('lladdr') : '', dev, state !== 'STALE')
  })
}

const complete = 0x2

/** Reads /proc/net/arp. It does not say how old an entry is. */
export function parseProcArp(text: string): ArpEntry[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [address = '', , flags = '0', mac = '', , adapter = ''] = line.trim().split(/\s+/)
      return (Number(flags) & complete) === 0 ? [] : toEntry(address, mac, adapter, false)
    })
}

/**
 * Reads `arp -a` of Windows, in any language: a heading with the adapter's address before its lines, dashes in the MACs.
 * Static entries are multicast and broadcast.
 */
export function parseWindowsArp(text: string): ArpEntry[] {
  let adapter = ''
  return text.split(/\r?\n/).flatMap((line) => {
    const heading = /^\S.*?(\d+\.\d+\.\d+\.\d+)\s.*0x[0-9a-f]+/i.exec(line)
    if (heading) {
      adapter = heading[1] ?? ''
      return []
    }
    const [, address = '', mac = ''] =
      /^\s+(\d+\.\d+\.\d+\.\d+)\s+([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\s/i.exec(`${line} `) ?? []
    return toEntry(address, mac, adapter, false)
  })
}

/** Reads `arp -an` of macOS and the BSDs: `? (192.168.1.1) at 0:1b:c:d:e:f on en0 ifscope [ethernet]`. */
export function parseBsdArp(text: string): ArpEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, address = '', mac = '', adapter = ''] =
      /\((\d+\.\d+\.\d+\.\d+)\) at ([0-9a-f:]+) on (\S+)/i.exec(line) ?? []
    return toEntry(address, mac, adapter, false)
  })
}

function toEntry(address: string, rawMac: string, adapter: string, isAlive: boolean): ArpEntry[] {
  const mac = normaliseMac(rawMac)
  const isHost = /^\d+\.\d+\.\d+\.\d+$/.test(address) && !/^(22[4-9]|2[3-5]\d)\./.test(address)
  return mac !== undefined && isHost ? [{ address, mac, adapter, isAlive }] : []
}
