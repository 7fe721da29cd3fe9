import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyMetadata } from '#shared/model/firmware.ts'
import { FirmwareLibrary } from '../../../src-main/firmware/library.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { closeDatabase, type Database, openDatabase } from '../../../src-main/store/database.ts'
import { createFirmwareStore } from '../../../src-main/store/firmware-store.ts'

let dataDir = ''
let db: Database
let library: FirmwareLibrary

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fieldacs-library-'))
  db = openDatabase(dataDir, silentLog)
  library = new FirmwareLibrary(dataDir, createFirmwareStore(db))
  await library.start()
})
afterEach(() => {
  closeDatabase(db)
  rmSync(dataDir, { recursive: true, force: true })
})

const file = (name: string, bytes: Buffer | string) => {
  const path = join(dataDir, name)
  writeFileSync(path, bytes)
  return path
}
const bytes = Buffer.alloc(3_000_000, 'firmware')
const kept = () => readdirSync(join(dataDir, 'firmware'))

it('copies a file by its hash, tells progress and remembers what was entered', async () => {
  const seen: [number, number][] = []
  const added = await library.add(file('固件 v2.bin', bytes), { onProgress: (...progress) => seen.push(progress) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(added).toMatchObject({
    id: sha256,
    sha256,
    fileName: '固件 v2.bin',
    sizeBytes: bytes.length,
    metadata: emptyMetadata,
  })
  expect(readFileSync(library.pathOf(added)).equals(bytes)).toBe(true)
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length])
  library.setMetadata(added.id, { ...emptyMetadata, models: ['EC6108*'], version: '2.0' })
  expect(library.list()).toEqual([{ ...added, metadata: { ...emptyMetadata, models: ['EC6108*'], version: '2.0' } }])
})

it('keeps one copy of the same content and what was entered for it', async () => {
  const first = await library.add(file('a.bin', bytes))
  library.setMetadata(first.id, { ...emptyMetadata, version: '9' })
  const second = await library.add(file('b.bin', bytes))
  expect(second).toMatchObject({ id: first.id, fileName: 'a.bin', metadata: { version: '9' } })
  expect(kept()).toEqual([first.sha256])
})

it('finds a changed or missing copy before use; adding it again mends it', async () => {
  const source = file('a.bin', bytes)
  const added = await library.add(source)
  expect(await library.verify(added.id)).toBe(library.pathOf(added))
  appendFileSync(library.pathOf(added), 'x')
  await expect(library.verify(added.id)).rejects.toMatchObject({ code: 'FIRMWARE_DAMAGED' })
  rmSync(library.pathOf(added))
  await expect(library.verify(added.id)).rejects.toMatchObject({ code: 'FIRMWARE_DAMAGED' })
  await library.add(source)
  expect(await library.verify(added.id)).toBe(library.pathOf(added))
})

it('cancel leaves nothing', async () => {
  const stop = new AbortController()
  const adding = library.add(file('a.bin', bytes), { signal: stop.signal, onProgress: () => stop.abort() })
  await expect(adding).rejects.toMatchObject({ name: 'AbortError' })
  expect(kept()).toEqual([])
  expect(library.list()).toEqual([])
})

it('refuses what is no file, empty or gone, and what is not in the library', async () => {
  mkdirSync(join(dataDir, 'folder'))
  await expect(library.add(join(dataDir, 'folder'))).rejects.toMatchObject({ code: 'FIRMWARE_UNREADABLE' })
  await expect(library.add(join(dataDir, 'gone'))).rejects.toMatchObject({ code: 'FIRMWARE_UNREADABLE' })
  await expect(library.add(file('empty', ''))).rejects.toMatchObject({ code: 'FIRMWARE_EMPTY' })
  await expect(library.verify('none')).rejects.toMatchObject({ code: 'FIRMWARE_NOT_FOUND' })
  expect(kept()).toEqual([])
})

it('removes a file with its copy, and copies that a crash cut off', async () => {
  const added = await library.add(file('a.bin', bytes))
  writeFileSync(join(dataDir, 'firmware', '.incoming-1'), 'half')
  await library.start()
  expect(kept()).toEqual([added.sha256])
  await library.remove(added.id)
  expect(existsSync(library.pathOf(added))).toBe(false)
  expect(library.list()).toEqual([])
})
