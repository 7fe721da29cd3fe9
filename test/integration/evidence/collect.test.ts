import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CollectExport, CollectPreview, CollectResult } from '#shared/model/collect.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

const statusesOf = ({ items }: CollectResult) => Object.fromEntries(items.map(({ id, status }) => [id, status]))

describe('collect', () => {
  it('without any input asks a set-top box for all it can get', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    await bench.run('diagnose', id, { tests: [{ kind: 'ping' }] })
    box.raiseAlarm()
    const job = await bench.run('collect', id, { streamSeconds: 2 })
    expect(job.error).toBeNull()
    expect(statusesOf(job.result)).toEqual({
      parameters: 'done',
      alarms: 'done',
      deviceLog: 'done',
      configFile: 'done',
      logFile: 'done',
      debugInfo: 'done',
      startupInfo: 'done',
      packetCapture: 'done',
      syslog: 'done',
      realTimeLog: 'done',
      diagnostics: 'done',
      trace: 'done',
    })
    expect(box.getParameter('Device.X_00E0FC.LogParaConfiguration.LogOutPutType')).toBe('0')
    const detail = await bench.call<{ values: unknown[] }>('snapshots.get', { id: job.result.snapshotId })
    expect(detail.values.length).toBeGreaterThan(300)
  })

  it('takes all numbered files of a gateway, and names what it has not', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model: 'gateway181' })
    const job = await bench.run('collect', id, { kinds: ['logFile', 'configFile', 'debugInfo', 'deviceLog'] })
    expect(statusesOf(job.result)).toEqual({
      'logFile-1': 'done',
      'logFile-2': 'done',
      'configFile-1': 'done',
      debugInfo: 'missing',
      deviceLog: 'missing',
    })
    expect(job.result.files).toHaveLength(3)
  })

  it('says when a box has no Upload, or sends nothing', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { unsupportedMethods: ['Upload'] } })
    const job = await bench.run('collect', id, { kinds: ['logFile'] })
    expect(job.result.items).toMatchObject([{ status: 'missing', error: { code: 'CWMP_9000' } }])
  })

  it('keeps what is larger than its limit out', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('collect', id, { kinds: ['logFile'], maxBytes: 1024, fileSeconds: 5 })
    expect(job.result.items).toMatchObject([
      { status: 'failed', error: { code: 'UPLOAD_TOO_LARGE', params: { limit: '1 kB' } } },
    ])
    expect(job.result.files).toEqual([])
  })
})

describe('a cancelled collect', () => {
  it('keeps what came, and its receivers are gone', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const kinds = ['logFile', 'syslog', 'trace']
    const jobId = await bench.start('collect', id, { kinds, streamSeconds: 600 })
    const statuses = (job: { result: unknown }) => statusesOf((job.result ?? { items: [] }) as CollectResult)
    await bench.reaches(jobId, (job) => statuses(job).logFile === 'done' && job.step === 'receivingLog')
    const server = box.getParameter('Device.X_00E0FC.LogParaConfiguration.SyslogServer') ?? ''
    await bench.call('jobs.cancel', { id: jobId })
    const job = await bench.ended<'collect'>(jobId)
    expect(job.state).toBe('cancelled')
    expect(statuses(job)).toMatchObject({ logFile: 'done', trace: 'waiting' })
    const { port } = new URL(`http://${server}`)
    await expect(
      new Promise((resolve, reject) => connect(Number(port), '127.0.0.1').on('connect', resolve).on('error', reject)),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const preview = await bench.call<CollectPreview>('collect.preview', { jobId })
    expect(preview.files).toHaveLength(1)
  })
})

describe('the exported file', () => {
  it('holds everything once, masked, with hashes that fit', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({
      model: 'gateway098',
      values: { 'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.KeyPassphrase': 'hidden-wifi-key' },
    })
    const kinds = ['parameters', 'configFile', 'logFile', 'trace']
    const job = await bench.run('collect', id, { kinds })
    const preview = await bench.call<CollectPreview>('collect.preview', { jobId: job.id })
    expect(preview.files.map(({ name }) => name)).toContain('parameters.csv')
    const path = join(temporaryFolder(), 'evidence.zip')
    const exported = await bench.call<CollectExport>('collect.export', { jobId: job.id, path })
    const archive = await readFile(path)
    expect(exported.sizeBytes).toBe(archive.length)
    const files = unzipSync(archive)
    const names = Object.keys(files)
    expect(names).toEqual(
      expect.arrayContaining(['report.html', 'parameters.csv', 'trace.ndjson', 'http.txt', 'manifest.json']),
    )
    const text = (name: string) => Buffer.from(files[name] ?? []).toString()
    expect(text('report.html')).toContain('lang="zh-CN"')
    expect(JSON.parse(text('manifest.json'))).toMatchObject({ jobId: job.id, masked: { passwords: true } })
    for (const name of names) expect(text(name), name).not.toContain('hidden-wifi-key')
    for (const line of text('trace.ndjson').trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    await promisify(execFile)('unzip', ['-t', path]).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  })

  it('leaves out what is named, cannot be written to a bad place, and can be thrown away', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('collect', id, { kinds: ['logFile', 'configFile'] })
    const path = join(temporaryFolder(), 'evidence.zip')
    const [first] = job.result.files
    const exported = await bench.call<CollectExport>('collect.export', { jobId: job.id, path, leaveOut: [first?.name] })
    expect(exported.entries.map(({ name }) => name)).not.toContain(`files/${first?.name}`)
    const nowhere = join(path, 'inside', 'a-file.zip')
    await expect(bench.call('collect.export', { jobId: job.id, path: nowhere })).rejects.toMatchObject({
      code: 'EVIDENCE_NOT_WRITTEN',
    })
    await bench.call('collect.discard', { jobId: job.id })
    expect((await bench.call<CollectPreview>('collect.preview', { jobId: job.id })).files).toEqual([])
    expect(existsSync(path)).toBe(true)
    await writeFile(path, '')
  })
})
