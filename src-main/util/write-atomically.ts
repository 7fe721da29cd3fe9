import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'

/** Appends to the file that is being written. */
export type Append = (bytes: Uint8Array | string) => Promise<void>

/**
 * Writes a file whole or not at all: into a neighbour that takes its name when all is on the disk. Gives the size.
 * Throws DISK_FULL or FILE_NOT_WRITABLE; what stood there before is then as it was.
 */
export async function writeAtomically(path: string, write: (append: Append) => Promise<void>): Promise<number> {
  const temporaryPath = `${path}.${randomUUID().slice(0, 8)}.part`
  let file: FileHandle | undefined
  try {
    const opened = await open(temporaryPath, 'wx', 0o600)
    file = opened
    let sizeBytes = 0
    await write(async (bytes) => {
      await opened.appendFile(bytes)
      sizeBytes += Buffer.byteLength(bytes)
    })
    await opened.sync()
    await opened.close()
    await rename(temporaryPath, path)
    return sizeBytes
  } catch (error) {
    await file?.close().catch(() => {})
    await rm(temporaryPath, { force: true }).catch(() => {})
    throw toAppError(error, path)
  }
}

function toAppError(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', { path }, { cause: error })
  return new AppError('FILE_NOT_WRITABLE', { path, detail: code ?? '' }, { cause: error })
}
