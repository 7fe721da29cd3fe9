import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { type FileSample, sampleBytes } from './identify.ts'

const chunkBytes = 512 * 1024
const progressIntervalMs = 250

export interface ReadOptions {
  signal?: AbortSignal
  /** At most every 250 ms, and at the end. */
  onProgress?: (bytes: number, total: number) => void
}

/** What one pass over a file gives. */
export interface FileDigest {
  sha256: string
  sizeBytes: number
}

/** Reads a file once from start to end, hashing it and handing each chunk on; memory use does not depend on its size. */
export async function readThrough(
  handle: FileHandle,
  { signal, onProgress }: ReadOptions,
  onChunk: (chunk: Buffer) => Promise<void> = () => Promise.resolve(),
): Promise<FileDigest> {
  const { size: total } = await handle.stat()
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let sizeBytes = 0
  let reportedAt = 0
  for (;;) {
    signal?.throwIfAborted()
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, sizeBytes)
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    await onChunk(chunk)
    sizeBytes += bytesRead
    if (performance.now() - reportedAt < progressIntervalMs) continue
    reportedAt = performance.now()
    onProgress?.(sizeBytes, Math.max(total, sizeBytes))
  }
  onProgress?.(sizeBytes, sizeBytes)
  return { sha256: hash.digest('hex'), sizeBytes }
}

/** The two ends of a file, for `identify`. */
export async function readSample(handle: FileHandle): Promise<FileSample> {
  const { size: sizeBytes } = await handle.stat()
  const readAt = async (position: number) => {
    const buffer = Buffer.alloc(Math.min(sampleBytes, sizeBytes))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
    return buffer.subarray(0, bytesRead)
  }
  return { head: await readAt(0), tail: await readAt(Math.max(0, sizeBytes - sampleBytes)), sizeBytes }
}
