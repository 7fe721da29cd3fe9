import type { FirmwareDetails } from '#shared/model/firmware.ts'
import { crc32 } from './crc32.ts'
import type { FileSample } from './identify.ts'

const pick = (names: readonly string[], index: number) => names[index] ?? String(index)

const uImageArchitectures = [
  'invalid',
  'alpha',
  'arm',
  'x86',
  'ia64',
  'mips',
  'mips64',
  'ppc',
  's390',
  'sh',
  'sparc',
  'sparc64',
  'm68k',
  'nios',
  'microblaze',
  'nios2',
  'blackfin',
  'avr32',
  'st200',
  'sandbox',
  'nds32',
  'or1k',
  'arm64',
  'arc',
  'x86_64',
  'xtensa',
  'riscv',
]
const uImageTypes = [
  'invalid',
  'standalone',
  'kernel',
  'ramdisk',
  'multi',
  'firmware',
  'script',
  'filesystem',
  'flat-dt',
]
const uImageCompressions = ['none', 'gzip', 'bzip2', 'lzma', 'lzo', 'lz4', 'zstd']

/** The version inside a free name, as in `MIPS OpenWrt Linux-5.15.134` or `STB_V2.1.0`. */
function versionIn(name: string): FirmwareDetails {
  const version = /(?:^|[^A-Za-z0-9.])[vV]?(\d+(?:\.\d+)+(?:[-_.]?\w+)*)/.exec(name)?.[1]
  return version === undefined ? {} : { version }
}

/** The legacy U-Boot header: 64 bytes, big endian, with a CRC over itself. */
export function uImageDetails({ head, sizeBytes }: FileSample): FirmwareDetails {
  const header = Buffer.from(head.subarray(0, 64))
  const expected = header.readUInt32BE(4)
  header.fill(0, 4, 8)
  const name = header.subarray(32, 64).toString('latin1').split('\0', 1)[0] ?? ''
  const declaredBytes = header.readUInt32BE(12) + 64
  return {
    name,
    ...versionIn(name),
    architecture: pick(uImageArchitectures, header.readUInt8(29)),
    type: pick(uImageTypes, header.readUInt8(30)),
    compression: pick(uImageCompressions, header.readUInt8(31)),
    builtAt: new Date(header.readUInt32BE(8) * 1000).toISOString(),
    declaredBytes,
    truncated: declaredBytes > sizeBytes,
    headerCrcOk: header.length === 64 && crc32(header) === expected,
  }
}

/** Broadcom TRX: length and partitions, little endian. */
export function trxDetails({ head, sizeBytes }: FileSample): FirmwareDetails {
  const declaredBytes = head.readUInt32LE(4)
  return {
    formatVersion: head.readUInt16LE(14),
    partitions: [16, 20, 24].filter((offset) => head.readUInt32LE(offset) > 0).length,
    declaredBytes,
    truncated: declaredBytes > sizeBytes,
  }
}

export function squashfsDetails({ head, sizeBytes }: FileSample): FirmwareDetails {
  const isLittle = head[0] === 0x68
  const u16 = (offset: number) => (isLittle ? head.readUInt16LE(offset) : head.readUInt16BE(offset))
  const u32 = (offset: number) => (isLittle ? head.readUInt32LE(offset) : head.readUInt32BE(offset))
  const major = u16(28)
  const common = { formatVersion: `${major}.${u16(30)}`, endian: isLittle ? 'little' : 'big' }
  if (major !== 4) return common
  const declaredBytes = Number(head.readBigUInt64LE(40))
  return {
    ...common,
    compression: pick(['', 'gzip', 'lzma', 'lzo', 'xz', 'lz4', 'zstd'], u16(20)),
    builtAt: new Date(u32(8) * 1000).toISOString(),
    blockBytes: u32(12),
    declaredBytes,
    truncated: declaredBytes > sizeBytes,
  }
}

export function ubiDetails({ head }: FileSample): FirmwareDetails {
  return {
    formatVersion: head.readUInt8(4),
    headerOffset: head.readUInt32BE(16),
    dataOffset: head.readUInt32BE(20),
    headerCrcOk: (crc32(head.subarray(0, 60)) ^ 0xffff_ffff) >>> 0 === head.readUInt32BE(60),
  }
}

const elfMachines: Record<number, string> = {
  3: 'x86',
  8: 'mips',
  20: 'ppc',
  40: 'arm',
  42: 'sh',
  62: 'x86_64',
  183: 'arm64',
  243: 'riscv',
}

export function elfDetails({ head }: FileSample): FirmwareDetails {
  const isLittle = head.readUInt8(5) === 1
  const u16 = (offset: number) => (isLittle ? head.readUInt16LE(offset) : head.readUInt16BE(offset))
  return {
    bits: head.readUInt8(4) === 2 ? 64 : 32,
    endian: isLittle ? 'little' : 'big',
    type: pick(['', 'object', 'executable', 'shared', 'core'], u16(16)),
    architecture: elfMachines[u16(18)] ?? String(u16(18)),
  }
}

export function jffs2Details({ head }: FileSample): FirmwareDetails {
  return { endian: head.readUInt8(0) === 0x85 ? 'little' : 'big' }
}
