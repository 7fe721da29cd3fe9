import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { emptyMetadata, type Firmware, type FirmwareMetadata } from '#shared/model/firmware.ts'
import type { FirmwareStore } from '../store/firmware-store.ts'
import { safeFileName } from '../transfer/paths.ts'
import { checkFileChoice } from './file-choice.ts'
import { type Identity, identify } from './identify.ts'
import { type FileDigest, type ReadOptions, readSample, readThrough } from './read-file.ts'

const incomingPrefix = '.incoming-'

/**
 * The files that can be pushed, kept by their hash in `<dataDir>/firmware/<sha256>/`. What the technician chose may be
 * changed or unplugged afterwards; what is served is the copy, and it is hashed again before it is.
 */
export class FirmwareLibrary {
  private readonly directory: string
  private readonly store: FirmwareStore

  constructor(dataDir: string, store: FirmwareStore) {
    this.directory = join(dataDir, 'firmware')
    this.store = store
  }

  /** Makes the folder and removes copies that were cut off. */
  async start(): Promise<void> {
    await mkdir(this.directory, { recursive: true })
    const left = (await readdir(this.directory)).filter((name) => name.startsWith(incomingPrefix))
    await Promise.all(left.map((name) => rm(join(this.directory, name), { force: true })))
  }

  list(): Firmware[] {
    return this.store.list()
  }

  /** Throws FIRMWARE_NOT_FOUND. */
  get(id: string): Firmware {
    const firmware = this.store.get(id)
    if (firmware === null) throw new AppError('FIRMWARE_NOT_FOUND', { id })
    return firmware
  }

  /**
   * Copies a file into the library; a file of the same content is there already and is given back as it stands. Throws
   * FIRMWARE_UNREADABLE, FIRMWARE_EMPTY, FIRMWARE_WRONG_KIND, FIRMWARE_TOO_LARGE or DISK_FULL, or the reason of the signal.
   */
  async add(path: string, options: ReadOptions = {}): Promise<Firmware> {
    const fileName = safeFileName(basename(path), 'firmware')
    const temporaryPath = join(this.directory, `${incomingPrefix}${randomUUID()}`)
    const source = await openSource(path)
    try {
      checkFileChoice(basename(path), (await source.stat()).size)
      const { digest, identity } = await this.copy(source, temporaryPath, options, path)
      const known = this.store.get(digest.sha256)
      const firmware = known ?? this.describe(fileName, digest, identity)
      await this.keep(temporaryPath, firmware)
      if (known === null) this.store.add(firmware)
      return firmware
    } finally {
      await source.close()
      await rm(temporaryPath, { force: true })
    }
  }

  /** Changes what is remembered of a file. Throws FIRMWARE_NOT_FOUND. */
  setMetadata(id: string, metadata: FirmwareMetadata): Firmware {
    this.get(id)
    this.store.setMetadata(id, metadata)
    return this.get(id)
  }

  /** Throws FIRMWARE_NOT_FOUND. */
  async remove(id: string): Promise<void> {
    const firmware = this.get(id)
    this.store.remove(id)
    await rm(join(this.directory, firmware.sha256), { recursive: true, force: true })
  }

  /** Where the copy lies. */
  pathOf({ sha256, fileName }: Pick<Firmware, 'sha256' | 'fileName'>): string {
    return join(this.directory, sha256, fileName)
  }

  /** Hashes the copy again and gives its path; to be called before it is served. Throws FIRMWARE_NOT_FOUND or FIRMWARE_DAMAGED. */
  async verify(id: string, options: ReadOptions = {}): Promise<string> {
    const firmware = this.get(id)
    const path = this.pathOf(firmware)
    const handle = await open(path, 'r').catch((error: unknown) => {
      throw new AppError('FIRMWARE_DAMAGED', { fileName: firmware.fileName }, { cause: error })
    })
    try {
      const { sha256 } = await readThrough(handle, options)
      if (sha256 !== firmware.sha256) throw new AppError('FIRMWARE_DAMAGED', { fileName: firmware.fileName })
      return path
    } finally {
      await handle.close()
    }
  }

  private async copy(source: FileHandle, to: string, options: ReadOptions, path: string) {
    const target = await open(to, 'wx', 0o600)
    try {
      const digest = await readThrough(source, options, async (chunk) => {
        for (let offset = 0; offset < chunk.length; ) offset += (await target.write(chunk, offset)).bytesWritten
      })
      if (digest.sizeBytes === 0) throw new AppError('FIRMWARE_EMPTY', { path })
      await target.sync()
      // From the copy: the source may have changed meanwhile, and the copy is what counts.
      const copied = await open(to, constants.O_RDONLY)
      try {
        return { digest, identity: identify(await readSample(copied)) }
      } finally {
        await copied.close()
      }
    } catch (error) {
      throw toFileError(error, path)
    } finally {
      await target.close()
    }
  }

  private describe(fileName: string, { sha256, sizeBytes }: FileDigest, identity: Identity): Firmware {
    return {
      id: sha256,
      fileName,
      sizeBytes,
      sha256,
      ...identity,
      metadata: emptyMetadata,
      addedAt: new Date().toISOString(),
    }
  }

  /** Replaces a copy that is missing or damaged, too: adding the file once more is the remedy. */
  private async keep(temporaryPath: string, firmware: Firmware): Promise<void> {
    const path = this.pathOf(firmware)
    await mkdir(join(this.directory, firmware.sha256), { recursive: true })
    await rename(temporaryPath, path)
  }
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    if (!(await stat(path)).isFile()) throw new Error('not a regular file')
    return await open(path, 'r')
  } catch (error) {
    throw new AppError('FIRMWARE_UNREADABLE', { path, detail: errorDetail(error) }, { cause: error })
  }
}

function toFileError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', { path }, { cause: error })
  if (code === 'EIO' || code === 'ENODEV') {
    return new AppError('FIRMWARE_UNREADABLE', { path, detail: errorDetail(error) }, { cause: error })
  }
  return error
}

function errorDetail(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
}
