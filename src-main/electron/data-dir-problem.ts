import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/errors.ts'

/**
 * Why a data folder cannot be used, or null when it can; it is made where it does not exist. To be asked before Chromium
 * gets the folder: where it cannot write its lock it takes the app for a second one, and ends without a word.
 */
export function dataDirProblem(dataDir: string): AppError | null {
  const probe = path.join(dataDir, '.write-probe')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch (error) {
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    return new AppError(isFull ? 'DISK_FULL' : 'DATA_DIR_UNUSABLE', { path: dataDir }, { cause: error })
  }
}
