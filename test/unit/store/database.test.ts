import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createLog, silentLog } from '../../../src-main/log/log.ts'
import { closeDatabase, openDatabase } from '../../../src-main/store/database.ts'
import { openStores } from '../../../src-main/store/index.ts'
import { canMount, codeOf, errorOf, mountedFolder, sha256, tempFolder, tempStores } from './folders.ts'
import { aJob, aMessage, aSnapshot, parameters } from './samples.ts'

const open = (dataDir: string) => openDatabase(dataDir, silentLog)

/** A database with rows in it, closed. */
function filledFolder(dataDir = tempFolder()): string {
  const stores = openStores(dataDir, null, silentLog)
  for (let n = 0; n < 200; n++) stores.jobs.insert(aJob({ id: `j${n}`, result: { text: 'x'.repeat(500) } }))
  stores.close()
  return dataDir
}

/** A process that holds the folder; resolves when it does. */
async function startHolder(dataDir: string) {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  return {
    async killHard() {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    },
  }
}

describe('opening', () => {
  it('creates the folder for its owner only, and the file in it', () => {
    const dataDir = join(tempFolder(), 'a', 'b')
    const db = open(dataDir)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('auto_vacuum', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    if (process.platform !== 'win32') expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    closeDatabase(db)
    expect(readdirSync(dataDir).sort()).toEqual(['fieldacs.db', 'fieldacs.lock'])
  })

  it('finds what was written before', () => {
    const dataDir = filledFolder()
    expect(tempStores(dataDir).jobs.list({ limit: 1000 })).toHaveLength(200)
  })

  it('takes an empty file as a new database', () => {
    const dataDir = tempFolder()
    writeFileSync(join(dataDir, 'fieldacs.db'), '')
    expect(tempStores(dataDir).jobs.list()).toEqual([])
  })

  it('may be closed twice', () => {
    const db = open(tempFolder())
    closeDatabase(db)
    expect(() => closeDatabase(db)).not.toThrow()
  })
})

describe('one app per data folder', () => {
  it('refuses a second opener of the same process, until the first closes', () => {
    const dataDir = tempFolder()
    const first = open(dataDir)
    expect(codeOf(() => open(dataDir))).toBe('DATA_DIR_IN_USE')
    expect(codeOf(() => open(dataDir))).toBe('DATA_DIR_IN_USE')
    closeDatabase(first)
    closeDatabase(open(dataDir))
  })

  it('refuses another process, and opens as soon as that was killed, with all it had written', async () => {
    const dataDir = tempFolder()
    const holder = await startHolder(dataDir)
    expect(errorOf(() => open(dataDir))).toMatchObject({ code: 'DATA_DIR_IN_USE', params: { path: dataDir } })
    await holder.killHard()
    expect(existsSync(join(dataDir, 'fieldacs.lock'))).toBe(true)
    expect(statSync(join(dataDir, 'fieldacs.db-wal')).size).toBeGreaterThan(0)

    const messages: string[] = []
    const stores = openStores(
      dataDir,
      null,
      createLog((entry) => messages.push(entry.message), 'debug'),
    )
    expect(messages).toContain('the app did not close cleanly, checking the database')
    expect(stores.jobs.unfinished().map(({ id }) => id)).toEqual(['before-the-crash'])
    expect(stores.jobs.getMemo('before-the-crash')).toEqual({ sent: true })
    expect(stores.traces.list('s1')).toHaveLength(1)
    stores.close()
  })

  it('gives the folder free again where opening fails', () => {
    const dataDir = tempFolder()
    writeFileSync(join(dataDir, 'fieldacs.db'), 'not a database, and longer than the header of one'.repeat(10))
    expect(codeOf(() => open(dataDir))).toBe('DATABASE_CORRUPT')
    expect(codeOf(() => open(dataDir))).toBe('DATABASE_CORRUPT')
  })
})

describe('a damaged database', () => {
  const damages: [string, (path: string) => void][] = [
    ['a file that is something else', (path) => writeFileSync(path, Buffer.alloc(50_000, 'fieldacs '))],
    ['a header that was overwritten', (path) => overwrite(path, 0, 100)],
    ['pages that were overwritten', (path) => overwrite(path, 4096 * 6, 4096 * 12)],
    ['a file that was cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 9 + 100))],
  ]

  it.each(damages)('is reported and left untouched: %s', (_, damage) => {
    const dataDir = filledFolder()
    const path = join(dataDir, 'fieldacs.db')
    damage(path)
    const before = sha256(path)
    expect(errorOf(() => open(dataDir))).toMatchObject({ code: 'DATABASE_CORRUPT', params: { path } })
    expect(sha256(path)).toBe(before)
  })

  it('is left untouched with its write-ahead log after a crash, too', async () => {
    const dataDir = filledFolder()
    const holder = await startHolder(dataDir)
    await holder.killHard()
    const path = join(dataDir, 'fieldacs.db')
    overwrite(path, 4096 * 6, 4096 * 12)
    const before = [sha256(path), sha256(`${path}-wal`)]
    expect(codeOf(() => open(dataDir))).toBe('DATABASE_CORRUPT')
    expect([sha256(path), sha256(`${path}-wal`)]).toEqual(before)
  })

  it('is reported by a read that meets the damage later', () => {
    const dataDir = filledFolder()
    const stores = tempStores(dataDir)
    stores.db.pragma('wal_checkpoint(TRUNCATE)')
    stores.db.pragma('cache_size = 0')
    overwrite(join(dataDir, 'fieldacs.db'), 4096 * 3, 4096 * 20)
    expect(codeOf(() => stores.jobs.list({ limit: 1000 }))).toBe('DATABASE_CORRUPT')
  })

  function overwrite(path: string, from: number, to: number): void {
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(to - from, 0xa5), 0, to - from, from)
    closeSync(file)
  }
})

it('leaves a database of a newer app untouched', () => {
  const dataDir = filledFolder()
  const path = join(dataDir, 'fieldacs.db')
  const newer = new BetterSqlite3(path)
  newer.pragma('user_version = 99')
  newer.close()
  const before = sha256(path)
  expect(errorOf(() => open(dataDir))).toMatchObject({ code: 'DATABASE_NEWER', params: { version: 99, path } })
  expect(sha256(path)).toBe(before)
})

describe('a folder that cannot be used', () => {
  it('is a file', () => {
    const path = join(tempFolder(), 'file')
    writeFileSync(path, 'mine')
    expect(codeOf(() => open(path))).toBe('DATA_DIR_UNUSABLE')
    expect(codeOf(() => open(join(path, 'below')))).toBe('DATA_DIR_UNUSABLE')
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  it.runIf(canMount)('is on a read-only disk, with and without a database', () => {
    const disk = mountedFolder('8m')
    filledFolder(join(disk.path, 'used'))
    disk.makeReadOnly()
    expect(codeOf(() => open(join(disk.path, 'used')))).toBe('DATA_DIR_UNUSABLE')
    expect(codeOf(() => open(join(disk.path, 'new')))).toBe('DATA_DIR_UNUSABLE')
  })

  it.runIf(canMount)('holds a database that may not be written', () => {
    const disk = mountedFolder('8m')
    filledFolder(disk.path)
    const path = join(disk.path, 'fieldacs.db')
    disk.bindReadOnly(path)
    expect(errorOf(() => open(disk.path))).toMatchObject({ code: 'DATABASE_READ_ONLY', params: { path } })
  })
})

describe.runIf(canMount)('a full disk', () => {
  it('is reported when there is no room for a new database', () => {
    const disk = mountedFolder('64k')
    expect(codeOf(() => open(disk.path))).toBe('DISK_FULL')
  })

  it('is reported by a write, and everything written before is there afterwards', () => {
    const disk = mountedFolder('2m')
    const stores = openStores(disk.path, null, silentLog)
    const reserve = join(disk.path, 'reserve')
    writeFileSync(reserve, Buffer.alloc(128 * 1024))
    const written: string[] = []
    const fill = () => {
      for (let n = 0; n < 10_000; n++) {
        stores.snapshots.insert(aSnapshot({ id: `n${n}`, values: parameters(500) }))
        written.push(`n${n}`)
      }
    }
    expect(codeOf(fill)).toBe('DISK_FULL')
    expect(
      codeOf(() =>
        stores.jobs.insert(aJob({ input: { paths: parameters(3000).map(({ name, value }) => name + value) } })),
      ),
    ).toBe('DISK_FULL')
    expect(() => stores.close()).not.toThrow()
    // As the remedy says: make room, then start again.
    rmSync(reserve)
    const again = openStores(disk.path, null, silentLog)
    expect(
      again.snapshots
        .list({ limit: 10_000 })
        .map(({ id }) => id)
        .toSorted(byText),
    ).toEqual(written.toSorted(byText))
    again.close()
  })

  it('costs the trace no session: messages wait and are written when there is room', () => {
    const disk = mountedFolder('1m')
    const stores = openStores(disk.path, null, silentLog)
    const filler = join(disk.path, 'filler')
    fillDisk(filler)
    const noise = () => Array.from({ length: 3000 }, () => Math.random().toString(36)).join('')
    for (let n = 0; n < 250; n++)
      stores.traces.add(aMessage({ sessionId: 's1', body: n % 50 === 0 ? noise() : 'short' }))
    expect(codeOf(() => stores.traces.flush())).toBe('DISK_FULL')
    expect(stores.traces.list('s1')).toHaveLength(250)
    expect(stores.traces.prune({ keepSessions: 0, keepBytes: 0 })).toEqual({ removed: 0 })
    writeFileSync(filler, '')
    stores.traces.flush()
    expect(stores.db.prepare('SELECT count(*) AS n FROM messages').get()).toEqual({ n: 250 })
    stores.close()
  })
})

const byText = (a: string, b: string) => a.localeCompare(b)

function fillDisk(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(4096))
  } catch {
    closeSync(file)
  }
}

it('maps a database at its page limit to a full disk where no disk can be filled', () => {
  const stores = tempStores()
  const pages = stores.db.pragma('page_count', { simple: true }) as number
  stores.db.pragma(`max_page_count = ${pages + 2}`)
  expect(codeOf(() => stores.snapshots.insert(aSnapshot({ values: parameters(5000) })))).toBe('DISK_FULL')
})
