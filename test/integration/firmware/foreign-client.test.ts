import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { hasTool, runTool, sha256 } from '../transfer/support.ts'
import { downloadStatus, faultBody, type Told } from './flashing-box.ts'
import { bytes, fetchAll, flashed, openForeign, toldOf } from './foreign-bench.ts'

async function curl({ url, username, password }: Told, ...more: string[]): Promise<Buffer> {
  const out = join(temporaryFolder(), 'out.bin')
  const login = username === '' ? [] : ['-u', `${username}:${password}`]
  expect(await runTool('curl', ['-sS', '-f', ...login, ...more, '-o', out, url])).toMatchObject({
    status: 0,
    stderr: '',
  })
  return readFileSync(out)
}

describe.skipIf(!hasTool('curl'))('a box that fetches with curl (skipped where it is missing)', () => {
  it('is told size, name, type and a link without a login in it', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push({ targetFileName: 'stb.bin' })
    const told = toldOf(box)
    expect(told).toMatchObject({
      fileSize: bytes.length,
      fileType: '1 Firmware Upgrade Image',
      targetFileName: 'stb.bin',
    })
    expect(told.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/[\w%.-]+$/)
    expect(told.commandKey).toBe(id.replaceAll('-', ''))
    expect(sha256(await curl(told))).toBe(sha256(bytes))
    await flashed(box)
    expect(await bench.ended(id)).toMatchObject({
      state: 'succeeded',
      result: { verdict: 'proven', from: '1.0', to: '2.0' },
    })
  })

  const transports: [string, Partial<FirmwareInput>, string[]][] = [
    ['digest', { auth: 'digest' }, ['--digest']],
    ['basic', { auth: 'basic' }, ['--basic']],
    ['HTTPS', { transport: 'https' }, ['-k']],
    ['FTP', { transport: 'ftp' }, []],
    ['TFTP', { transport: 'tftp' }, ['--tftp-blksize', '1400']],
  ]
  it.each(transports)('by %s', async (_name, input, args) => {
    const { bench, box, push } = await openForeign()
    const on = { enabled: true }
    await bench.call('settings.set', { filesTls: on, ftp: on, tftp: on })
    const id = await push(input)
    expect(sha256(await curl(toldOf(box), ...args))).toBe(sha256(bytes))
    await flashed(box)
    const job = await bench.ended<'firmware'>(id)
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ verdict: 'proven', transfer: { bytes: bytes.length } })
  })

  it('by FTP, its data on the ports that the firewall lets in', async () => {
    const { bench, box, push } = await openForeign()
    await bench.call('settings.set', { ftp: { enabled: true, passiveFrom: 42_110, passiveTo: 42_119 } })
    await push({ transport: 'ftp' })
    const { url, username, password } = toldOf(box)
    const args = ['-sS', '-v', '--disable-epsv', '-u', `${username}:${password}`, '-o', '/dev/null', url]
    for (let turn = 0; turn < 3; turn += 1) {
      const { status, stderr } = await runTool('curl', args)
      expect(status).toBe(0)
      const [, high, low] = /227 [^(]*\(127,0,0,1,(\d+),(\d+)\)/.exec(stderr) ?? []
      const port = Number(high) * 256 + Number(low)
      expect(port).toBeGreaterThanOrEqual(42_110)
      expect(port).toBeLessThanOrEqual(42_119)
    }
  })

  it('resumes where it broke off', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    const first = await curl(toldOf(box), '-r', '0-999999')
    const second = await curl(toldOf(box), '-r', '1000000-')
    expect(sha256(Buffer.concat([first, second]))).toBe(sha256(bytes))
    await flashed(box)
    expect(await bench.ended(id)).toMatchObject({
      result: { verdict: 'proven', transfer: { bytes: bytes.length, requests: 2 } },
    })
  })

  it('gets nothing more when the job is over', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await curl(toldOf(box))
    await flashed(box)
    await bench.ended(id)
    expect(await runTool('curl', ['-sS', '-f', toldOf(box).url])).toMatchObject({ status: 22 })
  })
})

it.skipIf(!hasTool('wget'))('a box that fetches with wget and digest (skipped where it is missing)', async () => {
  const { bench, box, push } = await openForeign()
  const id = await push({ auth: 'digest' })
  const { url, username, password } = toldOf(box)
  const out = join(temporaryFolder(), 'out.bin')
  const login = [`--user=${username}`, `--password=${password}`]
  expect(await runTool('wget', ['-q', ...login, '-O', out, url])).toMatchObject({ status: 0 })
  expect(sha256(readFileSync(out))).toBe(sha256(bytes))
  await flashed(box)
  expect(await bench.ended(id)).toMatchObject({ state: 'succeeded' })
})

/** Other programs that firmware of boxes is made of: how each fetches what it was told to `out`. */
const clients: [string, Partial<FirmwareInput>, (told: Told, out: string) => Promise<unknown>][] = [
  [
    'wget',
    {},
    async ({ url }, out) => {
      // What an earlier try has left: it goes on there.
      writeFileSync(out, bytes.subarray(0, 700_000))
      return await runTool('wget', ['-q', '-c', '-O', out, url])
    },
  ],
  [
    'lftp',
    { transport: 'ftp' },
    async ({ url, username, password }, out) => {
      const { host, pathname } = new URL(url)
      const get = `pget -n 4 "${decodeURIComponent(pathname)}" -o ${out}`
      const script = `set ftp:ssl-allow no; open -u ${username},${password} ftp://${host}; ${get}; bye`
      return await runTool('lftp', ['-c', script])
    },
  ],
  [
    'tnftp',
    { transport: 'ftp' },
    async ({ url, username, password }, out) => {
      const { hostname, port, pathname } = new URL(url)
      const get = `get "${decodeURIComponent(pathname)}" ${out}`
      return await runTool('tnftp', ['-n', '-A'], {
        input: [`open ${hostname} ${port}`, `user ${username} ${password}`, 'binary', get, 'quit', ''].join('\n'),
      })
    },
  ],
  [
    'tftp',
    { transport: 'tftp' },
    async ({ url }, out) => {
      const { hostname, port, pathname } = new URL(url)
      return await runTool('tftp', ['-m', 'binary', hostname, port, '-c', 'get', pathname, out])
    },
  ],
]

describe.each(clients)('a box that fetches with %s', (tool, input, fetchWith) => {
  it.skipIf(!hasTool(tool))('is proven (skipped where the program is missing)', async () => {
    const { bench, box, push } = await openForeign()
    await bench.call('settings.set', { ftp: { enabled: true }, tftp: { enabled: true } })
    const id = await push(input)
    const out = join(temporaryFolder(), 'out.bin')
    await fetchWith(toldOf(box), out)
    expect(sha256(readFileSync(out))).toBe(sha256(bytes))
    await flashed(box)
    const job = await bench.ended<'firmware'>(id)
    expect(job.error).toBeNull()
    expect(job.result.verdict).toBe('proven')
  })
})

describe('files that are no firmware', () => {
  it.each(['2 Web Content', '3 Vendor Configuration File', '4 Tone File', '5 Ringer File', 'X 00E0FC Logo File'])(
    '%s is proven by the report of the box, whatever its version',
    async (fileType) => {
      const { bench, box, push } = await openForeign()
      const id = await push({ fileType })
      expect(toldOf(box).fileType).toBe(fileType)
      await fetchAll(toldOf(box))
      await box.session([['7 TRANSFER COMPLETE'], ['M Download', toldOf(box).commandKey]], [box.complete()])
      expect(await bench.ended(id)).toMatchObject({
        state: 'succeeded',
        result: { verdict: 'proven', fileType, from: '1.0', to: '1.0', explanation: null },
      })
    },
  )

  it('fails with the fault of a box that does not take the type', async () => {
    const { bench, box, push } = await openForeign({ onDownload: () => faultBody(9003) })
    const id = await push({ fileType: '4 Tone File' })
    expect(toldOf(box).fileType).toBe('4 Tone File')
    expect(await bench.ended(id)).toMatchObject({
      error: { code: 'CWMP_9003' },
      result: { verdict: 'failed', fault: { by: 'answer' }, explanation: { code: 'argumentsRefused' } },
    })
  })
})

describe('boxes that contradict themselves', () => {
  it('refuses with 9001 and takes the file all the same', async () => {
    const { bench, box, push } = await openForeign({ onDownload: () => faultBody(9001) })
    const id = await push({ graceSeconds: 30 })
    await fetchAll(toldOf(box))
    box.version = '2.0'
    await box.session([['1 BOOT']])
    expect(await bench.ended(id)).toMatchObject({
      state: 'succeeded',
      result: { verdict: 'proven', fault: { code: 9001, by: 'answer' }, explanation: { code: 'appliedDespiteFault' } },
    })
  })

  it('fetches before it answers, says that it is done, and restarts later', async () => {
    const { bench, box, push } = await openForeign({
      async onDownload(told) {
        await fetchAll(told)
        return downloadStatus(0)
      },
    })
    const id = await push()
    await flashed(box)
    expect(await bench.ended(id)).toMatchObject({ state: 'succeeded', result: { verdict: 'proven' } })
  })

  it('reports success and does not restart: it takes effect later', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push({ verifyTimeoutSeconds: 5 })
    await fetchAll(toldOf(box))
    await box.session([['7 TRANSFER COMPLETE'], ['M Download', toldOf(box).commandKey]], [box.complete()])
    await bench.reaches(id, ({ step }) => step === 'waitingForRestart')
    await bench.reaches(id, ({ step, state }) => step === 'verifying' || state === 'succeeded')
    await box.session([['2 PERIODIC']])
    expect(await bench.ended(id)).toMatchObject({
      state: 'succeeded',
      result: { verdict: 'appliedLater', verified: false },
    })
  })

  it('reports success without having fetched anything', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await box.session([['7 TRANSFER COMPLETE']], [box.complete()])
    expect(await bench.ended(id)).toMatchObject({
      state: 'failed',
      error: { code: 'FIRMWARE_NOT_APPLIED' },
      result: { verdict: 'notApplied', explanation: { code: 'reportedUnfetched' } },
    })
  })

  it.each([
    [9015, 'neverAsked'],
    [9012, 'askedElsewhere'],
    [9013, 'protocolUnsupported'],
  ])('reports %i without having asked us', async (code, explanation) => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await box.session([['7 TRANSFER COMPLETE']], [box.complete(code, 'no')])
    expect(await bench.ended(id)).toMatchObject({
      state: 'failed',
      error: { code: `CWMP_${code}` },
      result: { verdict: 'failed', explanation: { code: explanation } },
    })
  })

  it('asks for another path than it was told', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await fetch(toldOf(box).url.replace(/[^/]+$/, 'other.bin'))
    await box.session([['7 TRANSFER COMPLETE']], [box.complete(9016, 'not found')])
    expect(await bench.ended(id)).toMatchObject({
      error: { code: 'CWMP_9016' },
      result: { explanation: { code: 'wrongPath' } },
    })
  })

  it('comes up with a version that nobody expected', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await fetchAll(toldOf(box))
    box.version = '3.0-other'
    await box.session([['1 BOOT'], ['7 TRANSFER COMPLETE']], [box.complete()])
    expect(await bench.ended(id)).toMatchObject({
      state: 'failed',
      error: { code: 'FIRMWARE_UNPROVEN' },
      result: { verdict: 'unknown', to: '3.0-other', explanation: { code: 'otherVersion' } },
    })
  })
})
