import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Log } from '../log/log.ts'
import { lockDataDir } from './data-dir-lock.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { migrations as allMigrations, type Migration } from './migrations/all.ts'
import { wrapping } from './sqlite-error.ts'

export { wrapSqliteError } from './sqlite-error.ts'

/** An open database, as better-sqlite3 gives it. */
export type Database = BetterSqlite3.Database

/** Up to this size a check at every start costs a few milliseconds. */
const alwaysCheckedBytes = 16 * 1024 * 1024

const locks = new WeakMap<Database, { release(): void }>()

/**
 * Opens `<dataDir>/fieldacs.db`, creating folder and file where they are missing, and brings its schema up to date.
 * The folder belongs to this process until `closeDatabase`, or until the process ends in whatever way.
 * Throws DATA_DIR_UNUSABLE, DATA_DIR_IN_USE, DATABASE_CORRUPT, DATABASE_NEWER, DATABASE_READ_ONLY or DISK_FULL; an
 * existing file is then left as it was.
 */
export function openDatabase(dataDir: string, log: Log, migrations: readonly Migration[] = allMigrations): Database {
  const path = join(dataDir, 'fieldacs.db')
  wrapping(dataDir, () => mkdirSync(dataDir, { recursive: true, mode: 0o700 }))
  const lock = lockDataDir(dataDir)
  let db: Database | undefined
  try {
    return wrapping(path, () => {
      inspect(path, migrations.length, log)
      db = new BetterSqlite3(path, { timeout: 5000 })
      configure(db)
      migrate(db, migrations, log)
      locks.set(db, lock)
      return db
    })
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

/** Writes everything into the main file, closes it and gives the data folder free. Never throws; may be called twice. */
export function closeDatabase(db: Database, log?: Log): void {
  try {
    if (db.open) {
      db.pragma('optimize')
      db.pragma('wal_checkpoint(TRUNCATE)')
    }
  } catch (error) {
    // What is in the write-ahead log is safe there; the next start takes it over.
    log?.warn('checkpoint at close failed', { error })
  }
  db.close()
  locks.get(db)?.release()
  locks.delete(db)
}

/** Looks at an existing file through a read-only connection: closing one that may write would already change the file. */
function inspect(path: string, supportedVersion: number, log: Log): void {
  const sizeBytes = fileSize(path)
  if (sizeBytes === 0) return
  // A clean close removes the write-ahead log, so its being there says that there was none.
  const wasUnclean = fileSize(`${path}-wal`) > 0
  const db = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    refuseNewer(db, supportedVersion)
    if (!wasUnclean && sizeBytes > alwaysCheckedBytes) return
    if (wasUnclean) log.info('the app did not close cleanly, checking the database', { sizeBytes })
    const verdict = String(db.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') throw new AppError('DATABASE_CORRUPT', { path, detail: verdict })
  } finally {
    db.close()
  }
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function configure(db: Database): void {
  // Can be chosen only while the file is empty, and before WAL writes its first page.
  db.pragma('auto_vacuum = INCREMENTAL')
  db.pragma('journal_mode = WAL')
  // A commit survives the death of the process; against power loss see `durably` in sql.ts.
  db.pragma('synchronous = NORMAL')
  // macOS needs this for a sync to reach the disk itself; elsewhere it means nothing.
  db.pragma('fullfsync = ON')
  db.pragma('foreign_keys = ON')
  // A read-only file opens without complaint: the first write finds out.
  db.exec('BEGIN IMMEDIATE; ROLLBACK')
}
