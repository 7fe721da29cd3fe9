import { inflateRawSync } from 'node:zlib'
import type { FirmwareDetails } from '#shared/model/firmware.ts'
import { decodeText } from '../transfer/decode-text.ts'
import type { FileSample, Identity } from './identify.ts'

interface ZipEntry {
  name: string
  method: number
  packedBytes: number
  sizeBytes: number
  /** Of its local header. */
  offset: number
}

const otaMetadata = 'META-INF/com/android/metadata'
const maxMetadataBytes = 64 * 1024

/** A zip file and what it holds: an Android package, an Android update, or anything else. Null for other files. */
export function readZip(sample: FileSample): Identity | null {
  if (sample.head.length < 4 || sample.head.readUInt32LE(0) !== 0x0403_4b50) return null
  const directory = readDirectory(sample)
  const entries = directory ?? localNames(sample.head)
  const names = new Set(entries.map((entry) => entry.name))
  const common: FirmwareDetails = { truncated: !hasEnd(sample.tail), ...(directory && { entries: directory.length }) }
  const metadata = entries.find((entry) => entry.name === otaMetadata)
  if (metadata !== undefined) return { format: 'androidOta', details: { ...common, ...otaDetails(sample, metadata) } }
  if (names.has('payload.bin')) return { format: 'androidOta', details: common }
  if (names.has('AndroidManifest.xml')) return { format: 'apk', details: common }
  return { format: 'zip', details: common }
}

function findEnd(tail: Buffer): number {
  return tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
}

function hasEnd(tail: Buffer): boolean {
  return findEnd(tail) >= 0
}

/** The central directory (APPNOTE 4.3.12), where it lies in the tail that was read. */
function readDirectory({ tail, sizeBytes }: FileSample): ZipEntry[] | null {
  const end = findEnd(tail)
  if (end < 0 || end + 22 > tail.length) return null
  const tailStart = sizeBytes - tail.length
  let position = tail.readUInt32LE(end + 16) - tailStart
  if (position < 0) return null
  const entries: ZipEntry[] = []
  while (position + 46 <= end && tail.readUInt32LE(position) === 0x0201_4b50) {
    const nameBytes = tail.readUInt16LE(position + 28)
    entries.push({
      name: decodeText(tail.subarray(position + 46, position + 46 + nameBytes)).text,
      method: tail.readUInt16LE(position + 10),
      packedBytes: tail.readUInt32LE(position + 20),
      sizeBytes: tail.readUInt32LE(position + 24),
      offset: tail.readUInt32LE(position + 42),
    })
    position += 46 + nameBytes + tail.readUInt16LE(position + 30) + tail.readUInt16LE(position + 32)
  }
  return entries
}

/** The entries whose local headers follow each other from the start, for a directory out of reach. */
function localNames(head: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let position = 0; position + 30 <= head.length && head.readUInt32LE(position) === 0x0403_4b50; ) {
    const nameBytes = head.readUInt16LE(position + 26)
    const packedBytes = head.readUInt32LE(position + 18)
    entries.push({
      name: decodeText(head.subarray(position + 30, position + 30 + nameBytes)).text,
      method: head.readUInt16LE(position + 8),
      packedBytes,
      sizeBytes: head.readUInt32LE(position + 22),
      offset: position,
    })
    position += 30 + nameBytes + head.readUInt16LE(position + 28) + packedBytes
  }
  return entries
}

/** `key=value` lines of an update; the device and builds it is meant for. */
function otaDetails(sample: FileSample, entry: ZipEntry): FirmwareDetails {
  const text = content(sample, entry)
  if (text === null) return {}
  const values = new Map(text.split(/\r?\n/).map((line) => line.split(/=(.*)/s, 2) as [string, string]))
  const fields = {
    device: values.get('pre-device'),
    fromBuild: values.get('pre-build') ?? values.get('pre-build-incremental'),
    build: values.get('post-build'),
    version: values.get('post-build-incremental'),
    otaType: values.get('ota-type'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as FirmwareDetails
}

function content({ head, tail, sizeBytes }: FileSample, entry: ZipEntry): string | null {
  const tailStart = sizeBytes - tail.length
  const from = entry.offset < head.length ? head : tail
  const start = entry.offset - (from === head ? 0 : tailStart)
  if (start < 0 || start + 30 > from.length || entry.sizeBytes > maxMetadataBytes) return null
  const data = start + 30 + from.readUInt16LE(start + 26) + from.readUInt16LE(start + 28)
  const packed = from.subarray(data, data + entry.packedBytes)
  if (packed.length < entry.packedBytes) return null
  try {
    const bytes = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: maxMetadataBytes })
    return bytes.toString('utf8')
  } catch {
    return null
  }
}
