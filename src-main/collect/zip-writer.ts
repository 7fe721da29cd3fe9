import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { AppError } from '#shared/errors.ts'

/** One finished entry of the archive. */
export interface ZipEntry {
  name: string
  sizeBytes: number
  sha256: string
}

interface DirectoryEntry {
  name: Buffer
  crc: number
  packedBytes: number
  sizeBytes: number
  offset: number
  dosTime: number
  dosDate: number
}

/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const flags = 0x0800
const deflated = 8
const version = 20
const maxBytes = 0xffff_ffff
const localHeaderBytes = 30

/**
 * Writes a zip archive to a file, entry by entry and chunk by chunk: sizes are put into each header when they are known,
 * so nothing is held in memory and every reader understands it. Without zip64: 4 GiB in all.
 */
export class ZipWriter {
  readonly #handle: FileHandle
  readonly #directory: DirectoryEntry[] = []
  #position = 0

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** Throws EVIDENCE_TOO_LARGE beyond 4 GiB. */
  async add(
    name: string,
    content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  ): Promise<ZipEntry> {
    const entry: DirectoryEntry = {
      name: Buffer.from(name),
      crc: 0,
      packedBytes: 0,
      sizeBytes: 0,
      offset: this.#position,
      ...dosTimeOf(new Date()),
    }
    const hash = createHash('sha256')
    await this.#write(localHeader(entry))
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of content) {
        const bytes =
          typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        entry.crc = crc32(bytes, entry.crc)
        entry.sizeBytes += bytes.length
        hash.update(bytes)
        yield bytes
      }
    }
    const packer = createDeflateRaw()
    // A failure of the content ends the packer, whose reading then throws it.
    pipeline(Readable.from(counted(), { objectMode: false }), packer, () => undefined)
    for await (const chunk of packer) {
      await this.#write(chunk as Buffer)
      entry.packedBytes += (chunk as Buffer).length
    }
    if (entry.sizeBytes > maxBytes) throw new AppError('EVIDENCE_TOO_LARGE')
    await this.#handle.write(localHeader(entry), 0, localHeaderBytes, entry.offset)
    this.#directory.push(entry)
    return { name, sizeBytes: entry.sizeBytes, sha256: hash.digest('hex') }
  }

  /** Writes the directory; gives the size of the archive in bytes. */
  async finish(): Promise<number> {
    const offset = this.#position
    for (const entry of this.#directory) await this.#write(directoryHeader(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x0605_4b50, 0)
    end.writeUInt16LE(this.#directory.length, 8)
    end.writeUInt16LE(this.#directory.length, 10)
    end.writeUInt32LE(this.#position - offset, 12)
    end.writeUInt32LE(offset, 16)
    await this.#write(end)
    return this.#position
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#position + bytes.length > maxBytes) throw new AppError('EVIDENCE_TOO_LARGE')
    for (let done = 0; done < bytes.length; )
      done += (await this.#handle.write(bytes, done, bytes.length - done, this.#position + done)).bytesWritten
    this.#position += bytes.length
  }
}

/** APPNOTE 4.3.7. */
function localHeader(entry: DirectoryEntry): Buffer {
  const header = Buffer.alloc(localHeaderBytes)
  header.writeUInt32LE(0x0403_4b50, 0)
  writeCommon(header, 4, entry)
  return Buffer.concat([header, entry.name])
}

/** APPNOTE 4.3.12. */
function directoryHeader(entry: DirectoryEntry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x0201_4b50, 0)
  header.writeUInt16LE(version, 4)
  writeCommon(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

function writeCommon(header: Buffer, at: number, entry: DirectoryEntry): void {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(flags, at + 2)
  header.writeUInt16LE(deflated, at + 4)
  header.writeUInt16LE(entry.dosTime, at + 6)
  header.writeUInt16LE(entry.dosDate, at + 8)
  header.writeUInt32LE(entry.crc, at + 10)
  header.writeUInt32LE(entry.packedBytes, at + 14)
  header.writeUInt32LE(entry.sizeBytes, at + 18)
  header.writeUInt16LE(entry.name.length, at + 22)
}

/** Local time, as zip has no other. */
function dosTimeOf(date: Date): { dosTime: number; dosDate: number } {
  return {
    dosTime: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
    dosDate: ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate(),
  }
}
