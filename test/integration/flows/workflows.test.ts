import { describe, expect, it } from 'vitest'
import { Bench } from './support.ts'

const ntp = 'Device.Time.NTPServer1'
const interval = 'Device.ManagementServer.PeriodicInformInterval'

describe('read', () => {
  it('reads the whole tree, and asks for it at once the next time', async () => {
    const bench = await Bench.open()
    const { id, box, events } = await bench.plug()
    const first = await bench.run('read', id, { paths: [''] })
    expect(first.state).toBe('succeeded')
    expect(first.result.failed).toEqual([])
    expect(first.result.values).toHaveLength(box.state.parameterCount)
    expect(await bench.call('quirks.list')).toMatchObject([{ name: 'rootNames', value: 'whole', source: 'learned' }])
    events.length = 0
    const second = await bench.run('read', id, { paths: [''] })
    expect(second.result.values).toHaveLength(box.state.parameterCount)
    expect(events.filter((method) => method === 'GetParameterNames')).toHaveLength(1)
  })
})

describe('write', () => {
  it('writes, reads back and says so of each value', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const job = await bench.run('write', id, {
      values: [
        { name: ntp, value: 'ntp.example' },
        { name: interval, value: '600' },
      ],
    })
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({
      status: 0,
      values: [
        { name: ntp, value: 'ntp.example', type: 'string', status: 'verified', readBack: 'ntp.example' },
        { name: interval, value: '600', type: 'unsignedInt', status: 'verified' },
      ],
    })
    expect(box.getParameter('Device.ManagementServer.ParameterKey')).toBe(job.id.replaceAll('-', ''))
  })
})

describe('reboot and reset', () => {
  it('reboots and proves it', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug()
    const job = await bench.run('reboot', id, {})
    expect(job.error).toBeNull()
    expect(job.result.events).toEqual(expect.arrayContaining(['1 BOOT', 'M Reboot']))
    expect(events.filter((method) => method === 'Reboot')).toHaveLength(1)
  })

  it('resets, keeping what the box may forget', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('factoryReset', id, {})
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ events: ['0 BOOTSTRAP', '1 BOOT'], acsUrl: bench.app.endpoints().acsUrl })
  })
})

describe('rpc', () => {
  it('hands back the response, or the fault', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const good = await bench.run('rpc', id, { request: { name: 'GetAllQueuedTransfers' } })
    expect(good.result).toEqual({ response: { name: 'GetAllQueuedTransfersResponse', transfers: [] }, fault: null })
    const bad = await bench.run('rpc', id, { request: { name: 'GetParameterValues', names: ['Device.No'] } })
    expect(bad).toMatchObject({ state: 'succeeded', result: { response: null, fault: { code: 9005 } } })
  })
})
