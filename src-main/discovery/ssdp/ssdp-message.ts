/** What an SSDP answer or NOTIFY says (UPnP Device Architecture 1.1, 1.2.2 and 1.3.3). */
export interface SsdpNotice {
  kind: 'alive' | 'byebye'
  /** ST of an answer, NT of a NOTIFY. */
  target: string
  /** The device's part of USN: `uuid:…`, the same in all notices of one device. */
  uuid: string
  location: string
  server: string
}

/** What is searched: everything once, and the gateways' TR-064 root, which some answer only by name (spec/04 section 5). */
export const searchTargets = ['ssdp:all', 'urn:dslforum-org:device:InternetGatewayDevice:1'] as const

/** An M-SEARCH datagram. */
export function buildSearch(target: string, mxSeconds = 2): Buffer {
  return Buffer.from(
    `M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: "ssdp:discover"\r\nMX: ${mxSeconds}\r\nST: ${target}\r\n\r\n`,
  )
}

/** Reads a datagram leniently (bare LF, any case); null for searches of others and for anything else. Never throws. */
export function parseSsdp(bytes: Buffer): SsdpNotice | null {
  const [first = '', ...lines] = bytes.subarray(0, 4096).toString('utf8').split(/\r?\n/)
  const isNotify = /^NOTIFY\s/i.test(first)
  if (!isNotify && !/^HTTP\/\d\.\d\s+200\b/i.test(first)) return null
  const headers = new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : []
    }),
  )
  const header = (name: string): string => headers.get(name)?.slice(0, 1024) ?? ''
  const usn = header('usn')
  const isGone = isNotify && /byebye/i.test(header('nts'))
  return {
    kind: isGone ? 'byebye' : 'alive',
    target: isNotify ? header('nt') : header('st'),
    uuid: usn.split('::', 1)[0] ?? '',
    location: header('location'),
    server: header('server'),
  }
}
