import { createHash, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { csvRow } from '#shared/csv.ts'
import { ZipWriter } from '../../../src-main/collect/zip-writer.ts'
import { temporaryFolder } from '../../support/headless.ts'

it('writes archives that others read, of empty, small and streamed entries', async () => {
  const path = join(temporaryFolder(), 'a.zip')
  const handle = await open(path, 'w')
  const zip = new ZipWriter(handle)
  const big = randomBytes(3_000_000)
  const chunks = async function* () {
    for (let at = 0; at < big.length; at += 65_536) yield await Promise.resolve(big.subarray(at, at + 65_536))
  }
  const entry = await zip.add('files/大文件.bin', chunks())
  await zip.add('empty.txt', [])
  await zip.add('text.txt', ['频道', '播放'])
  const sizeBytes = await zip.finish()
  await handle.close()
  const archive = await readFile(path)
  expect(archive.length).toBe(sizeBytes)
  expect(entry).toMatchObject({ sizeBytes: big.length, sha256: createHash('sha256').update(big).digest('hex') })
  const files = unzipSync(archive)
  expect(Object.keys(files)).toEqual(['files/大文件.bin', 'empty.txt', 'text.txt'])
  expect(Buffer.from(files['files/大文件.bin'] ?? []).equals(big)).toBe(true)
  expect(Buffer.from(files['text.txt'] ?? []).toString()).toBe('频道播放')
})

it('fails as its content fails', async () => {
  const handle = await open(join(temporaryFolder(), 'a.zip'), 'w')
  const broken = async function* () {
    yield await Promise.resolve('a')
    throw new Error('gone')
  }
  await expect(new ZipWriter(handle).add('a', broken())).rejects.toThrow('gone')
  await handle.close()
})

it.each([
  [['a', 'b'], 'a,b\r\n'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\r\n'],
  [['=1+1', '-5', '+x', '@y'], "'=1+1,-5,'+x,'@y\r\n"],
  [[-5, ''], '-5,\r\n'],
])('CSV row %#', (fields, expected) => expect(csvRow(fields)).toBe(expected))
