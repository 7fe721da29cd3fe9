import { renameSync, rmSync } from 'node:fs'
import { AppError } from '#shared/errors.ts'
import type { Log } from '../log/log.ts'
import type { Database } from './database.ts'
import type { Migration } from './migrations/all.ts'

/** The version of the schema in the file; 0 for an empty one. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Throws DATABASE_NEWER where the file was written by a later version of the app. */
export function refuseNewer(db: Database, supported: number): void {
  const version = schemaVersion(db)
  if (version > supported) throw new AppError('DATABASE_NEWER', { path: db.name, version, supported })
}

/**
 * Brings the database to the latest version in one transaction: all of it or nothing. A database that held data is
 * first copied to `<file>.v<N>.bak`.
 */
export function migrate(db: Database, migrations: readonly Migration[], log: Log): void {
  const from = schemaVersion(db)
  if (from === migrations.length) return
  if (from > 0) keepCopy(db, `${db.name}.v${from}.bak`, log)
  const upgrade = db.transaction(() => {
    for (const step of migrations.slice(from)) step(db)
    db.pragma(`user_version = ${migrations.length}`)
  })
  upgrade.immediate()
  log.info('database migrated', { from, to: migrations.length })
}

/** By way of a temporary name, so that a copy is whole or absent. */
function keepCopy(db: Database, path: string, log: Log): void {
  const temporary = `${path}.tmp`
  rmSync(temporary, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
  log.info('database copied before its migration', { path })
}
