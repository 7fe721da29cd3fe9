import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { silentLog } from '../../../src-main/log/log.ts'
import { closeDatabase, openDatabase } from '../../../src-main/store/database.ts'
import { type Migration, migrations } from '../../../src-main/store/migrations/all.ts'
import { tempFolder, tempStores } from './folders.ts'
import { aDevice, informBody, parameters } from './samples.ts'

const fixture = readFileSync(join(import.meta.dirname, '../../fixtures/store/v1.sql'), 'utf8')

/** A data folder as an app with version 1 of the schema left it. */
function folderOfVersion1(): string {
  const dataDir = tempFolder()
  const db = new BetterSqlite3(join(dataDir, 'fieldacs.db'))
  db.exec(fixture)
  db.close()
  return dataDir
}

const upToVersion1 = migrations.slice(0, 1)
const addRoom: Migration = (db) => db.exec("ALTER TABLE devices ADD COLUMN room TEXT NOT NULL DEFAULT 'none'")
const fails: Migration = (db) => {
  db.exec('DROP TABLE jobs')
  throw new Error('a migration with a bug')
}

it('reads everything that version 1 wrote', () => {
  const stores = tempStores(folderOfVersion1())
  expect(stores.settings.get()).toMatchObject({ language: 'zh-CN', adapter: { name: 'eth0' }, cwmp: { port: 7548 } })
  expect(stores.devices.get(aDevice().id)).toMatchObject({ note: 'third floor', informParameters: [{ value: '17' }] })
  expect(stores.sessions.get('s1')).toMatchObject({ outcome: 'completed', warnings: [{ code: 'emptyCwmpId' }] })
  expect(stores.traces.list('s1').map(({ body }) => body)).toEqual([informBody(), '<soap/>'])
  expect(stores.jobs.getMemo('j1')).toEqual({ step: 3 })
  expect(stores.jobs.get('j2')).toMatchObject({ error: { code: 'CWMP_9005' }, notice: { code: 'JOB_DEADLINE' } })
  expect(stores.snapshots.get('n1')?.values).toEqual(parameters(3))
  expect(stores.history.search({ text: 'third floor' })).toHaveLength(4)
})

it('makes the schema of version 1 that the fixture shows', () => {
  const schema = (dataDir: string) => {
    const db = openDatabase(dataDir, silentLog, upToVersion1)
    const rows = db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all() as {
      name: string
      sql: string
    }[]
    closeDatabase(db)
    return rows.map(({ name, sql }) => [name, sql?.replace(/\s+/g, ' ')])
  }
  expect(schema(tempFolder())).toEqual(schema(folderOfVersion1()))
})

it('migrates, and keeps a copy of what was before', () => {
  const dataDir = folderOfVersion1()
  const db = openDatabase(dataDir, silentLog, [...upToVersion1, addRoom])
  expect(db.prepare('SELECT room, note FROM devices').all()).toEqual([{ room: 'none', note: 'third floor' }])
  expect(db.pragma('user_version', { simple: true })).toBe(2)
  closeDatabase(db)

  const copy = new BetterSqlite3(join(dataDir, 'fieldacs.db.v1.bak'), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(1)
  expect(copy.prepare('SELECT count(*) AS n FROM jobs').get()).toEqual({ n: 2 })
  copy.close()
})

it('copies nothing where nothing is migrated', () => {
  const dataDir = folderOfVersion1()
  closeDatabase(openDatabase(dataDir, silentLog, upToVersion1))
  closeDatabase(openDatabase(dataDir, silentLog, upToVersion1))
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.bak'))).toEqual([])
})

it('copies what the write-ahead log holds, and replaces an older copy', () => {
  const dataDir = folderOfVersion1()
  writeFileSync(join(dataDir, 'fieldacs.db.v1.bak'), 'an older copy')
  writeFileSync(join(dataDir, 'fieldacs.db.v1.bak.tmp'), 'left by a crash')
  const app = new BetterSqlite3(join(dataDir, 'fieldacs.db'))
  app.exec("UPDATE devices SET note = 'only in the log so far'")
  closeDatabase(openDatabase(dataDir, silentLog, [...upToVersion1, addRoom]))
  app.close()
  const copy = new BetterSqlite3(join(dataDir, 'fieldacs.db.v1.bak'), { readonly: true })
  expect(copy.prepare('SELECT note FROM devices').get()).toEqual({ note: 'only in the log so far' })
  copy.close()
  expect(existsSync(join(dataDir, 'fieldacs.db.v1.bak.tmp'))).toBe(false)
})

it('leaves the old version whole where a migration fails half-way', () => {
  const dataDir = folderOfVersion1()
  expect(() => openDatabase(dataDir, silentLog, [...upToVersion1, addRoom, fails])).toThrow('a migration with a bug')
  const db = openDatabase(dataDir, silentLog, upToVersion1)
  expect(db.pragma('user_version', { simple: true })).toBe(1)
  expect(db.prepare('SELECT count(*) AS n FROM jobs').get()).toEqual({ n: 2 })
  expect(() => db.prepare('SELECT room FROM devices')).toThrow('no such column')
  closeDatabase(db)
})
