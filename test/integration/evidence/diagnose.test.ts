import { describe, expect, it } from 'vitest'
import type { DiagnoseResult } from '#shared/model/diagnose.ts'
import { Bench } from '../flows/support.ts'

const small = 256 * 1024

describe('diagnose', () => {
  it.each(['stb', 'gateway181', 'gateway098'] as const)('has a %s ping, trace, look up and measure', async (model) => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model })
    const job = await bench.run('diagnose', id, {
      tests: [
        { kind: 'ping', count: 4 },
        { kind: 'traceRoute' },
        { kind: 'lookup', name: 'epg.example.net' },
        { kind: 'download', sizeBytes: small },
        { kind: 'upload', sizeBytes: small },
      ],
    })
    expect(job.error).toBeNull()
    const { results, verdict } = job.result as DiagnoseResult
    expect(results.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(verdict).not.toBe('none')
    const [ping, trace, lookup, download, upload] = results
    expect(ping?.metrics).toContainEqual({ name: 'lossPercent', value: 0, verdict: 'good' })
    expect(trace?.rows).toHaveLength(4)
    expect(lookup?.rows[0]).toMatchObject({ status: 'Success', addresses: '203.0.113.10' })
    expect(download?.metrics).toContainEqual({ name: 'bytes', value: small, verdict: 'none' })
    expect(upload?.metrics).toContainEqual({ name: 'bytes', value: small, verdict: 'none' })
    expect(events.filter((method) => method === 'SetParameterValues')).toHaveLength(5)
  })

  it('asks a box that never reports the end', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { noDiagnosticsComplete: true } })
    const job = await bench.run('diagnose', id, { tests: [{ kind: 'ping' }], waitSeconds: 1 })
    expect(job.result.results[0]).toMatchObject({ status: 'done', verdict: 'good' })
  })

  it("runs the operator's own tests, and names what fails or is not there", async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('diagnose', id, {
      tests: [
        { kind: 'tcpConnect' },
        { kind: 'bandwidth', sizeBytes: small },
        { kind: 'play', url: 'igmp://239.3.1.1:8001' },
        { kind: 'play', url: 'nonsense' },
        { kind: 'ping', host: 'nowhere.invalid' },
        { kind: 'ping', host: '192.0.2.1', count: 2, timeoutMs: 100 },
      ],
      waitSeconds: 2,
    })
    const results = job.result.results.map(({ status, verdict, state }) => ({ status, verdict, state }))
    expect(results).toMatchObject([
      { status: 'done', verdict: 'good' },
      { status: 'done', state: '3' },
      { status: 'done', verdict: 'good' },
      { status: 'failed', verdict: 'bad', state: 'Error_Other' },
      { status: 'failed', verdict: 'bad', state: 'Error_CannotResolveHostName' },
      { status: 'done', verdict: 'bad' },
    ])
    const gateway = await bench.plug({ model: 'gateway098', index: 2 })
    const other = await bench.run('diagnose', gateway.id, { tests: [{ kind: 'play', url: 'igmp://239.3.1.1:8001' }] })
    expect(other.result.results[0]).toMatchObject({ status: 'unsupported', verdict: 'none' })
  })

  it('shows each test as it stands, and keeps what was measured when it is cancelled', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ timeScale: 1 })
    const jobId = await bench.start('diagnose', id, {
      tests: [
        { kind: 'ping', count: 1 },
        { kind: 'ping', count: 1000 },
      ],
    })
    const statuses = (job: { result: unknown }) =>
      (job.result as DiagnoseResult | null)?.results.map((one) => one.status)
    await bench.reaches(jobId, (job) => statuses(job)?.join() === 'done,requested')
    await bench.call('jobs.cancel', { id: jobId })
    const job = await bench.ended<'diagnose'>(jobId)
    expect(job.state).toBe('cancelled')
    expect(statuses(job)).toEqual(['done', 'requested'])
  })
})
