import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { wrapSqliteError } from './sqlite-error.ts'

/**
 * Takes the data folder for this process, or throws DATA_DIR_IN_USE (another app has it) or DATA_DIR_UNUSABLE.
 *
 * The lock is an exclusive SQLite transaction on an empty side file, so it is the operating system's own file lock on
 * Windows, macOS and Linux: it ends with the process however that dies, and there is no pid to go stale.
 * Nothing else may open `fieldacs.lock` in this process: POSIX drops the lock when any handle of the file is closed.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  let lock: BetterSqlite3.Database | undefined
  try {
    lock = new BetterSqlite3(join(dataDir, 'fieldacs.lock'), { timeout: 250 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const wrapped = wrapSqliteError(error, dataDir)
    if (!(wrapped instanceof AppError) || wrapped.code === 'DATA_DIR_IN_USE' || wrapped.code === 'DISK_FULL')
      throw wrapped
    throw new AppError('DATA_DIR_UNUSABLE', wrapped.params, { cause: error })
  }
  const held = lock
  return { release: () => void held.close() }
}
