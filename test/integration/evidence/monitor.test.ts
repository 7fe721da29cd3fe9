import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Monitor, MonitorSample, Series } from '#shared/model/monitor.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

const namesOf = (sample: unknown) => (sample as MonitorSample).values.map(({ name }) => name)
const metricsOf = (sample: unknown) => new Set((sample as MonitorSample).values.map(({ metric }) => metric))

describe('monitoring', () => {
  it.each([
    ['stb', ['uptime', 'iptv.loss', 'iptv.mlr', 'iptv.channelChange', 'iptv.multicastDelay', 'traffic.down']],
    ['gateway181', ['uptime', 'cpu', 'memory', 'optical.receive', 'wifi.signal', 'traffic.down']],
    ['gateway098', ['uptime', 'traffic.down']],
  ] as const)('draws what a %s has: gauges at once, rates from the second sample on', async (model, metrics) => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model })
    const second = bench.until('monitor.sample', (sample) =>
      namesOf(sample).some((name) => name.startsWith('traffic.')),
    )
    await bench.call('monitor.start', { deviceId: id, intervalSeconds: 1 })
    const sample = await second
    for (const metric of metrics) expect(metricsOf(sample)).toContain(metric)
    const series = await bench.call<Series[]>('monitor.series', { deviceId: id })
    expect(series.find(({ name }) => name === 'uptime')).toMatchObject({ unit: 's' })
    expect(series.every(({ points }) => points.length > 0)).toBe(true)
    const path = join(temporaryFolder(), 'series.csv')
    const { lines } = await bench.call<{ lines: number }>('monitor.export', { deviceId: id, path })
    expect((await readFile(path, 'utf8')).trim().split('\r\n')).toHaveLength(lines)
  })

  it('leaves the box to jobs, and comes back', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { slowAnswerMs: 30 } })
    const skipped = bench.until('monitor.changed', ({ state }) => state === 'skipped')
    const job = await bench.start('diagnose', id, { tests: [{ kind: 'ping', count: 1000 }], waitSeconds: 3 })
    await bench.call('monitor.start', { deviceId: id, intervalSeconds: 1 })
    await skipped
    const running = bench.until('monitor.changed', ({ state }) => state === 'running')
    await bench.ended(job)
    await running
  })

  it("waits for the box's own Informs where it is told to", async () => {
    const bench = await Bench.open()
    const { id, box, events } = await bench.plug()
    await bench.call('monitor.start', { deviceId: id, mode: 'inform' })
    const sample = bench.until('monitor.sample', () => true)
    events.length = 0
    box.inform(['2 PERIODIC'])
    expect(metricsOf(await sample)).toContain('uptime')
    const next = bench.until('monitor.sample', (one) => metricsOf(one).has('iptv.loss'))
    await bench.until('device.changed', ({ inSession }) => inSession === false)
    box.inform(['2 PERIODIC'])
    await next
  })

  it('raises an alarm beyond a limit', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model: 'gateway181' })
    const alarm = bench.until('fault.changed', ({ source }) => source === 'monitor')
    await bench.call('monitor.start', { deviceId: id, intervalSeconds: 1, limits: { cpu: { good: 0, bad: 1 } } })
    expect(await alarm).toMatchObject({ parameter: 'cpu', clearedAt: null })
  })

  it('goes on after the app was closed', async () => {
    const folder = temporaryFolder()
    const first = await Bench.open(folder)
    const { id } = await first.plug()
    await first.call('monitor.start', { deviceId: id, mode: 'bulk' })
    const [before] = await first.call<Monitor[]>('monitor.list')
    await first.app.stop()
    const second = await Bench.open(folder)
    const [after] = await second.call<Monitor[]>('monitor.list')
    expect(new URL(after?.bulkUrl ?? '').pathname).toBe(new URL(before?.bulkUrl ?? '').pathname)
    await second.call('monitor.stop', { deviceId: id })
    expect(await second.call<Monitor[]>('monitor.list')).toEqual([])
  })
})

describe('bulk data over HTTP', () => {
  const path = 'Device.DeviceInfo.ProcessStatus.CPUUsage'
  const pair = JSON.stringify({ Report: [{ CollectionTime: 1_700_000_000, [path]: 42 }] })

  it.each([
    ['JSON, name and value', pair, {}],
    [
      'JSON, hierarchy',
      JSON.stringify({ Report: [{ Device: { DeviceInfo: { ProcessStatus: { CPUUsage: 42 } } } }] }),
      {},
    ],
    [
      'CSV by row',
      `ReportTimestamp,ParameterName,ParameterValue,ParameterType\r\n1700000000,${path},42,unsignedInt\r\n`,
      {},
    ],
    ['CSV by column', `ReportTimestamp,${path}\n1700000000,42\n`, {}],
    ['packed', gzipSync(pair), { 'content-encoding': 'gzip' }],
  ])('is drawn: %s', async (_, body, headers) => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model: 'gateway181' })
    const { bulkUrl } = await bench.call<Monitor>('monitor.start', { deviceId: id, mode: 'bulk' })
    const sample = bench.until('monitor.sample', () => true)
    const answer = await fetch(bulkUrl, { method: 'POST', body: body as string, headers })
    expect(answer.status).toBe(200)
    expect(await sample).toMatchObject({ deviceId: id, values: [{ name: 'cpu', unit: '%', value: 42 }] })
  })

  it('is set up in a box by one job, comes as figures, and is taken out again', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug({ model: 'gateway181', timeScale: 0.1 })
    const { bulkUrl } = await bench.call<Monitor>('monitor.start', { deviceId: id, mode: 'bulk' })
    const sample = bench.until('monitor.sample', () => true)
    const job = await bench.run('bulkData', id, { url: bulkUrl, intervalSeconds: 1 })
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ profile: 'Device.BulkData.Profile.1.', encoding: 'JSON', intervalSeconds: 5 })
    expect(metricsOf(await sample)).toContain('uptime')
    expect(box.getParameter('Device.BulkData.Enable')).toBe('1')
    const again = await bench.run('bulkData', id, { url: bulkUrl })
    expect(again.result.references).toEqual(job.result.references)
    expect(box.getParameter('Device.BulkData.ProfileNumberOfEntries')).toBe('1')
    const gone = await bench.run('bulkData', id, { url: null })
    expect(gone.result.profile).toBeNull()
    expect(box.getParameter('Device.BulkData.ProfileNumberOfEntries')).toBe('0')
    expect(box.getParameter('Device.BulkData.Enable')).toBe('0')
    const stb = await bench.plug({ index: 2 })
    const refused = await bench.run('bulkData', stb.id, { url: bulkUrl })
    expect(refused.error).toMatchObject({ code: 'BULK_DATA_NOT_SUPPORTED' })
  })

  it('is bounded: garbage, bombs and endless bodies change nothing', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model: 'gateway181' })
    const { bulkUrl } = await bench.call<Monitor>('monitor.start', { deviceId: id, mode: 'bulk' })
    const post = async (body: BodyInit, headers = {}) =>
      (await fetch(bulkUrl, { method: 'POST', body, headers }).catch(() => ({ status: 413 }))).status
    expect(await post('{"Report":')).toBe(200)
    expect(await post('not packed', { 'content-encoding': 'gzip' })).toBe(400)
    expect(await post(gzipSync(Buffer.alloc(64 * 1024 * 1024)), { 'content-encoding': 'gzip' })).toBe(413)
    expect(await post(Buffer.alloc(16 * 1024 * 1024, 0x20))).toBe(413)
    expect(await bench.call<Series[]>('monitor.series', { deviceId: id })).toEqual([])
  })
})
