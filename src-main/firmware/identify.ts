import type { FirmwareDetails, FirmwareFormat } from '#shared/model/firmware.ts'
import { elfDetails, jffs2Details, squashfsDetails, trxDetails, ubiDetails, uImageDetails } from './headers.ts'
import { readZip } from './zip.ts'

/** How much of either end of a file is looked at. */
export const sampleBytes = 64 * 1024

/** The two ends of a file; they overlap when it is small. */
export interface FileSample {
  head: Buffer
  tail: Buffer
  sizeBytes: number
}

export interface Identity {
  format: FirmwareFormat
  details: FirmwareDetails
}

interface Signature {
  format: FirmwareFormat
  offset: number
  magic: readonly number[]
  details?: (sample: FileSample) => FirmwareDetails
}

const ascii = (text: string) => [...Buffer.from(text, 'latin1')]

/** By rank: the first that fits counts. */
const signatures: readonly Signature[] = [
  { format: 'uImage', offset: 0, magic: [0x27, 0x05, 0x19, 0x56], details: uImageDetails },
  {
    format: 'fit',
    offset: 0,
    magic: [0xd0, 0x0d, 0xfe, 0xed],
    details: ({ head, sizeBytes }) => sized(head.readUInt32BE(4), sizeBytes),
  },
  { format: 'trx', offset: 0, magic: ascii('HDR0'), details: trxDetails },
  { format: 'squashfs', offset: 0, magic: ascii('hsqs'), details: squashfsDetails },
  { format: 'squashfs', offset: 0, magic: ascii('sqsh'), details: squashfsDetails },
  { format: 'ubi', offset: 0, magic: ascii('UBI#'), details: ubiDetails },
  { format: 'ubifs', offset: 0, magic: [0x31, 0x18, 0x10, 0x06] },
  { format: 'elf', offset: 0, magic: [0x7f, ...ascii('ELF')], details: elfDetails },
  { format: 'androidBoot', offset: 0, magic: ascii('ANDROID!'), details: ({ head }) => named(head.subarray(48, 64)) },
  { format: 'gzip', offset: 0, magic: [0x1f, 0x8b, 0x08], details: gzipDetails },
  { format: 'xz', offset: 0, magic: [0xfd, ...ascii('7zXZ'), 0] },
  { format: 'bzip2', offset: 0, magic: ascii('BZh') },
  { format: 'tar', offset: 257, magic: ascii('ustar'), details: ({ head }) => named(head.subarray(0, 100)) },
  { format: 'jffs2', offset: 0, magic: [0x85, 0x19], details: jffs2Details },
  { format: 'jffs2', offset: 0, magic: [0x19, 0x85], details: jffs2Details },
]

/** Recognises a file by its header. Facts found there are claims of the file, never grounds to allow anything. */
export function identify(sample: FileSample): Identity {
  const { head } = sample
  const zip = readZip(sample)
  if (zip !== null) return zip
  for (const { format, offset, magic, details } of signatures) {
    if (!magic.every((byte, index) => head[offset + index] === byte)) continue
    try {
      return { format, details: details?.(sample) ?? {} }
    } catch (error) {
      // The header ends in the middle.
      if (error instanceof RangeError) return { format, details: { truncated: true } }
      throw error
    }
  }
  return { format: isText(head) ? 'text' : 'plain', details: {} }
}

function sized(declaredBytes: number, sizeBytes: number): FirmwareDetails {
  return { declaredBytes, truncated: declaredBytes > sizeBytes }
}

/** A zero-terminated name in a field of fixed size. */
function named(field: Buffer): FirmwareDetails {
  const name = field.toString('utf8').split('\0', 1)[0] ?? ''
  return name === '' ? {} : { name }
}

function gzipDetails({ head }: FileSample): FirmwareDetails {
  const hasName = ((head[3] ?? 0) & 0x08) !== 0 && ((head[3] ?? 0) & 0x04) === 0
  return hasName ? named(head.subarray(10, 266)) : {}
}

function isText(head: Buffer): boolean {
  if (head.length === 0) return false
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}
