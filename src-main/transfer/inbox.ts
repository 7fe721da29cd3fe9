import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ReceivedFile, RefusalReason } from '#shared/model/transfer.ts'
import type { UploadLink } from './link.ts'
import { safeFileName } from './paths.ts'
import type { Ticket } from './ticket.ts'

/** Thrown by a write that the link does not allow. */
export class UploadRefused extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(reason)
    this.name = 'UploadRefused'
    this.reason = reason
  }
}

interface Usage {
  bytes: number
  files: number
}

interface OpenFile {
  directory: string
  path: string
  handle: FileHandle
}

/** By link, so that all servers share one budget. */
const usages = new WeakMap<UploadLink, Usage>()

function usageOf(link: UploadLink): Usage {
  const usage = usages.get(link) ?? { bytes: 0, files: 0 }
  usages.set(link, usage)
  return usage
}

/** How many bytes a link still takes; 0 when its files are used up. */
export function remainingBytes(link: UploadLink): number {
  const { bytes, files } = usageOf(link)
  return files >= link.maxFiles ? 0 : Math.max(0, link.maxBytes - bytes)
}

const partialSuffix = '.part'

/** Removes what interrupted uploads left, for the start of the app. */
export async function removePartials(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.startsWith('.') && name.endsWith(partialSuffix))
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })))
}

/**
 * A file while it comes in: a hidden temporary file, bounded by the budget of its link, that gets its name when it is
 * complete. Nothing is allocated for what a box announces, only for what it sends.
 */
export class IncomingFile {
  private readonly link: UploadLink
  private readonly ticket: Ticket
  private readonly fileName: string
  /** null where nothing is kept. */
  private readonly file: OpenFile | null
  private readonly hash: Hash = createHash('sha256')
  private sizeBytes = 0

  private constructor(link: UploadLink, ticket: Ticket, name: string, file: OpenFile | null) {
    this.link = link
    this.ticket = ticket
    this.fileName = safeFileName(name, 'upload')
    this.file = file
  }

  /** Rejects with UploadRefused where the link takes no more. */
  static async open(link: UploadLink, ticket: Ticket, name: string): Promise<IncomingFile> {
    const usage = usageOf(link)
    if (usage.files >= link.maxFiles) throw new UploadRefused('tooMany')
    usage.files += 1
    if (link.directory === null) return new IncomingFile(link, ticket, name, null)
    const path = join(link.directory, `.${ticket.current.requestId}-${usage.files}${partialSuffix}`)
    return new IncomingFile(link, ticket, name, { directory: link.directory, path, handle: await open(path, 'wx') })
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.ticket.signal.aborted) throw new UploadRefused('unknownLink')
    const usage = usageOf(this.link)
    if (usage.bytes + chunk.length > this.link.maxBytes) throw new UploadRefused('tooLarge')
    usage.bytes += chunk.length
    this.sizeBytes += chunk.length
    this.hash.update(chunk)
    this.ticket.received(chunk.length)
    for (let offset = 0; this.file && offset < chunk.length; ) {
      offset += (await this.file.handle.write(chunk, offset)).bytesWritten
    }
  }

  /** Puts the file in place under its own name, or one with a number where that is taken. */
  async commit(): Promise<ReceivedFile> {
    const path = this.file === null ? '' : await this.putInPlace(this.file)
    const { linkId, requestId } = { linkId: this.link.id, requestId: this.ticket.current.requestId }
    const sha256 = this.hash.digest('hex')
    const { fileName, sizeBytes } = this
    return { linkId, requestId, path, fileName, sizeBytes, sha256, receivedAt: new Date().toISOString() }
  }

  /** Removes what came and gives the budget back. */
  async discard(): Promise<void> {
    const usage = usageOf(this.link)
    usage.bytes -= this.sizeBytes
    usage.files -= 1
    this.sizeBytes = 0
    if (this.file === null) return
    await this.file.handle.close().catch(() => undefined)
    await rm(this.file.path, { force: true })
  }

  private async putInPlace({ directory, path: temporaryPath, handle }: OpenFile): Promise<string> {
    await handle.sync()
    await handle.close()
    const path = await this.reserveName(directory)
    await rename(temporaryPath, path)
    return path
  }

  private async reserveName(directory: string): Promise<string> {
    const extension = extname(this.fileName)
    const stem = this.fileName.slice(0, this.fileName.length - extension.length)
    for (let number = 1; ; number += 1) {
      const path = join(directory, number === 1 ? this.fileName : `${stem} (${number})${extension}`)
      const reserved = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST' && number < 10_000) return null
        throw error
      })
      if (reserved === null) continue
      await reserved.close()
      return path
    }
  }
}

/** Takes a whole stream as one file; leaves nothing behind when it fails. */
export async function receiveStream(
  link: UploadLink,
  ticket: Ticket,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReceivedFile> {
  const file = await IncomingFile.open(link, ticket, name)
  try {
    for await (const chunk of chunks) await file.write(chunk)
    return await file.commit()
  } catch (error) {
    await file.discard()
    throw error
  }
}
