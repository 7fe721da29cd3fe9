/** Types of resource records that DNS-SD uses (RFC 1035 3.2.2, RFC 2782). */
export const dnsTypes = { a: 1, ptr: 12, txt: 16, srv: 33, any: 255 } as const

/** One resource record as far as it is understood. */
export type DnsRecord =
  | { type: 'a'; name: string; address: string }
  | { type: 'ptr'; name: string; target: string }
  | { type: 'srv'; name: string; target: string; port: number }
  | { type: 'txt'; name: string; entries: Map<string, string> }

const headerBytes = 12
const maxRecords = 256
const maxJumps = 32

/** A multicast question for names (RFC 6762 5); with `isUnicast` the answer may come to the asker alone. */
export function buildQuery(names: readonly string[], isUnicast: boolean): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt16BE(names.length, 4)
  const questions = names.map((name) => {
    const tail = Buffer.alloc(4)
    tail.writeUInt16BE(dnsTypes.ptr, 0)
    tail.writeUInt16BE(isUnicast ? 0x8001 : 1, 2)
    return Buffer.concat([encodeName(name), tail])
  })
  return Buffer.concat([header, ...questions])
}

function encodeName(name: string): Buffer {
  const labels = name.split('.').map((label) => {
    const bytes = Buffer.from(label).subarray(0, 63)
    return Buffer.concat([Buffer.from([bytes.length]), bytes])
  })
  return Buffer.concat([...labels, Buffer.from([0])])
}

/** The records of a response, all sections; empty for questions. What is damaged ends the reading. Never throws. */
export function parseResponse(bytes: Buffer): DnsRecord[] {
  if (bytes.length < headerBytes || (bytes.readUInt8(2) & 0x80) === 0) return []
  const questions = bytes.readUInt16BE(4)
  const count = Math.min(
    maxRecords,
    [6, 8, 10].reduce((sum, at) => sum + bytes.readUInt16BE(at), 0),
  )
  const records: DnsRecord[] = []
  let at: number = headerBytes
  for (let i = 0; i < questions; i += 1) {
    const question = readName(bytes, at)
    if (question === null) return records
    at = question.end + 4
  }
  for (let i = 0; i < count; i += 1) {
    const name = readName(bytes, at)
    if (name === null || name.end + 10 > bytes.length) return records
    const dataAt = name.end + 10
    const end = dataAt + bytes.readUInt16BE(name.end + 8)
    if (end > bytes.length) return records
    const record = readRecord(bytes, name.text, bytes.readUInt16BE(name.end), dataAt, end)
    if (record) records.push(record)
    at = end
  }
  return records
}

function readRecord(bytes: Buffer, name: string, type: number, at: number, end: number): DnsRecord | null {
  switch (type) {
    case dnsTypes.a:
      return end - at === 4 ? { type: 'a', name, address: [...bytes.subarray(at, end)].join('.') } : null
    case dnsTypes.ptr: {
      const target = readName(bytes, at)
      return target && { type: 'ptr', name, target: target.text }
    }
    case dnsTypes.srv: {
      const target = end - at > 6 ? readName(bytes, at + 6) : null
      return target && { type: 'srv', name, target: target.text, port: bytes.readUInt16BE(at + 4) }
    }
    case dnsTypes.txt:
      return { type: 'txt', name, entries: readTexts(bytes.subarray(at, end)) }
    default:
      return null
  }
}

/** Key and value of each string (RFC 6763 6.3); keys in lower case. */
function readTexts(data: Buffer): Map<string, string> {
  const entries = new Map<string, string>()
  for (let at = 0; at < data.length; ) {
    const length = data.readUInt8(at)
    const text = data.subarray(at + 1, at + 1 + length).toString('utf8')
    const equals = text.indexOf('=')
    if (equals > 0) entries.set(text.slice(0, equals).toLowerCase(), text.slice(equals + 1))
    at += 1 + length
  }
  return entries
}

/** A name with compression pointers (RFC 1035 4.1.4), which may only lead backwards; null where it is damaged. */
function readName(bytes: Buffer, from: number): { text: string; end: number } | null {
  const labels: string[] = []
  let at = from
  let end: number | null = null
  for (let jumps = 0; jumps <= maxJumps; ) {
    const length = bytes[at]
    if (length === undefined) return null
    if (length === 0) return { text: labels.join('.'), end: end ?? at + 1 }
    if ((length & 0xc0) === 0xc0) {
      const low = bytes[at + 1]
      if (low === undefined) return null
      const target = ((length & 0x3f) << 8) | low
      if (target >= at) return null
      end ??= at + 2
      at = target
      jumps += 1
      continue
    }
    if (length > 63 || at + 1 + length > bytes.length || labels.length > 127) return null
    labels.push(bytes.subarray(at + 1, at + 1 + length).toString('utf8'))
    at += 1 + length
  }
  return null
}
