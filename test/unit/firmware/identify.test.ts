import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { identify } from '../../../src-main/firmware/identify.ts'
import { readSample } from '../../../src-main/firmware/read-file.ts'
import { seeded } from '../../random.ts'

const directory = mkdtempSync(join(tmpdir(), 'fieldacs-identify-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0
const make = (name: string, command: string) => {
  const run = spawnSync('sh', ['-c', `cd ${directory} && rm -f ${name} && ${command}`])
  if (run.status !== 0) throw new Error(run.stderr.toString())
  return join(directory, name)
}
const ofFile = async (path: string) => {
  const handle = await open(path, 'r')
  try {
    return identify(await readSample(handle))
  } finally {
    await handle.close()
  }
}
const ofBytes = (bytes: Buffer) =>
  identify({ head: bytes.subarray(0, 65_536), tail: bytes.subarray(-65_536), sizeBytes: bytes.length })

mkdirSync(join(directory, 'tree'))
writeFileSync(join(directory, 'tree', 'hello.txt'), 'hello '.repeat(1000))
writeFileSync(join(directory, 'payload'), Buffer.alloc(5000, 7))

describe('files made by the real tools (each skipped where its tool is missing)', () => {
  it.skipIf(!has('mkimage'))('uImage of mkimage: name, version, CRC, length', async () => {
    const path = make(
      'u.img',
      "mkimage -A arm -O linux -T firmware -C gzip -n 'STB_EC6108 V2.1.0-rc3' -d payload u.img",
    )
    expect(await ofFile(path)).toMatchObject({
      format: 'uImage',
      details: {
        name: 'STB_EC6108 V2.1.0-rc3',
        version: '2.1.0-rc3',
        architecture: 'arm',
        type: 'firmware',
        compression: 'gzip',
        declaredBytes: 5064,
        truncated: false,
        headerCrcOk: true,
      },
    })
    const bytes = readFileSync(path)
    expect(ofBytes(bytes.subarray(0, 4000)).details).toMatchObject({ truncated: true, headerCrcOk: true })
    bytes[40] = 0
    expect(ofBytes(bytes).details).toMatchObject({ headerCrcOk: false })
  })
  it.skipIf(!has('mksquashfs'))('SquashFS of mksquashfs', async () => {
    const path = make('s.sqfs', 'mksquashfs tree s.sqfs -quiet -no-progress -comp xz')
    expect(await ofFile(path)).toMatchObject({
      format: 'squashfs',
      details: { formatVersion: '4.0', compression: 'xz', endian: 'little', truncated: false },
    })
  })
  it.skipIf(!has('mkfs.jffs2'))('JFFS2 of mkfs.jffs2, both byte orders', async () => {
    expect(await ofFile(make('j.l', 'mkfs.jffs2 -l -r tree -o j.l'))).toMatchObject({
      format: 'jffs2',
      details: { endian: 'little' },
    })
    expect(await ofFile(make('j.b', 'mkfs.jffs2 -b -r tree -o j.b'))).toMatchObject({
      format: 'jffs2',
      details: { endian: 'big' },
    })
  })
  it.skipIf(!has('ubinize'))('UBI of ubinize', async () => {
    const ini = '[v]\\nmode=ubi\\nimage=payload\\nvol_id=0\\nvol_size=200KiB\\nvol_type=dynamic\\nvol_name=v\\n'
    const path = make('u.ubi', `printf '${ini}' > u.ini && ubinize -o u.ubi -p 128KiB -m 2048 u.ini`)
    expect(await ofFile(path)).toMatchObject({
      format: 'ubi',
      details: { formatVersion: 1, dataOffset: 4096, headerCrcOk: true },
    })
  })
  it.skipIf(!has('tar') || !has('gzip'))('tar and gzip', async () => {
    expect(await ofFile(make('t.tar', 'tar cf t.tar tree'))).toEqual({ format: 'tar', details: { name: 'tree/' } })
    expect(await ofFile(make('payload.gz', 'gzip -k payload'))).toEqual({
      format: 'gzip',
      details: { name: 'payload' },
    })
  })
  it('the program that runs this test', async () => {
    if (process.platform !== 'linux') return
    expect(await ofFile(process.execPath)).toMatchObject({ format: 'elf', details: { bits: 64, endian: 'little' } })
  })
})

describe('zip files', () => {
  const text = (value: string) => new TextEncoder().encode(value)
  it('an Android update, with its device and builds', () => {
    const metadata =
      'ota-type=BLOCK\npost-build=HW/EC/6108:9/x=1\npost-build-incremental=2.1\npre-device=Hi3798MV100\r\n'
    const bytes = Buffer.from(
      zipSync({ 'META-INF/com/android/metadata': text(metadata), 'system.new.dat': new Uint8Array(200_000) }),
    )
    expect(ofBytes(bytes)).toEqual({
      format: 'androidOta',
      details: {
        truncated: false,
        entries: 2,
        device: 'Hi3798MV100',
        build: 'HW/EC/6108:9/x=1',
        version: '2.1',
        otaType: 'BLOCK',
      },
    })
    expect(ofBytes(bytes.subarray(0, bytes.length - 30)).details).toMatchObject({ truncated: true })
  })
  it('an app, a plain zip, and a metadata bomb', () => {
    expect(ofBytes(Buffer.from(zipSync({ 'AndroidManifest.xml': text('x'), 'classes.dex': text('y') }))).format).toBe(
      'apk',
    )
    expect(ofBytes(Buffer.from(zipSync({ 'a.txt': text('x') })))).toEqual({
      format: 'zip',
      details: { truncated: false, entries: 1 },
    })
    const bomb = zipSync({ 'META-INF/com/android/metadata': new Uint8Array(10_000_000) })
    expect(ofBytes(Buffer.from(bomb))).toEqual({ format: 'androidOta', details: { truncated: false, entries: 1 } })
  })
})

describe('headers by hand', () => {
  it('TRX, cut off', () => {
    const trx = Buffer.alloc(100)
    trx.write('HDR0')
    trx.writeUInt32LE(4096, 4)
    trx.writeUInt16LE(1, 14)
    trx.writeUInt32LE(28, 16)
    expect(ofBytes(trx)).toEqual({
      format: 'trx',
      details: { formatVersion: 1, partitions: 1, declaredBytes: 4096, truncated: true },
    })
  })
  it('text, unknown bytes, nothing', () => {
    expect(ofBytes(Buffer.from('<config>中文</config>\n')).format).toBe('text')
    expect(ofBytes(Buffer.from([1, 2, 3])).format).toBe('plain')
    expect(ofBytes(Buffer.alloc(0)).format).toBe('plain')
  })
  it('2,000 damaged headers of all kinds give an answer', () => {
    const random = seeded(7)
    const starts = [
      '\u0027\u0005\u0019\u0056',
      'HDR0',
      'hsqs',
      'sqsh',
      'UBI#',
      '\u007fELF',
      'PK\u0003\u0004',
      '\u0085\u0019',
      '\u00d0\u000d\u00fe\u00ed',
      '\u001f\u008b\u0008\u0008',
      'ANDROID!',
      'PK\u0005\u0006',
    ]
    for (let index = 0; index < 2000; index += 1) {
      const end = random.below(2) ? Buffer.from('PK\u0005\u0006', 'latin1') : Buffer.alloc(0)
      const bytes = Buffer.concat([
        Buffer.from(random.pick(starts), 'latin1'),
        random.bytes(random.below(300)),
        end,
        random.bytes(random.below(30)),
      ])
      expect(typeof ofBytes(bytes).format).toBe('string')
    }
  })
})
