import { type FileHandle, open } from 'node:fs/promises'
import type { DownloadLink } from './link.ts'

/** An open file or buffer. `read` fills as much as it can and resolves to the number of bytes, 0 at the end. */
export interface OpenSource {
  readonly sizeBytes: number
  /** Milliseconds since the epoch. */
  readonly modifiedMs: number
  read(into: Buffer, position: number): Promise<number>
  close(): Promise<void>
}

/** Opens what a link serves; null when the file is gone or no longer has the size that was promised to the box. */
export async function openSource(link: DownloadLink): Promise<OpenSource | null> {
  if (link.source.type === 'generated') return generatedSource(link.sizeBytes, link.createdAt)
  if (link.source.type === 'buffer') return bufferSource(Buffer.from(link.source.data), link.createdAt)
  let handle: FileHandle
  try {
    handle = await open(link.source.path, 'r')
  } catch {
    return null
  }
  const stats = await handle.stat()
  if (stats.isFile() && stats.size === link.sizeBytes) return fileSource(handle, stats.size, stats.mtimeMs)
  await handle.close()
  return null
}

function generatedSource(sizeBytes: number, modifiedMs: number): OpenSource {
  return {
    sizeBytes,
    modifiedMs,
    read: (into, position) => Promise.resolve(into.fill(0x55).subarray(0, sizeBytes - position).length),
    close: () => Promise.resolve(),
  }
}

function bufferSource(data: Buffer, modifiedMs: number): OpenSource {
  return {
    sizeBytes: data.length,
    modifiedMs,
    read: (into, position) => Promise.resolve(data.copy(into, 0, position)),
    close: () => Promise.resolve(),
  }
}

function fileSource(handle: FileHandle, sizeBytes: number, modifiedMs: number): OpenSource {
  return {
    sizeBytes,
    modifiedMs,
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    close: () => handle.close(),
  }
}
