import { describe, expect, it } from 'vitest'
import type { Alarm } from '#shared/model/alarm.ts'
import { Bench } from '../flows/support.ts'

const raised = (alarm: Record<string, unknown>) => alarm.clearedAt === null

describe('alarms of boxes', () => {
  it('are shown when the box tells of them, and cleared when it says so', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const first = bench.until('fault.changed', raised)
    box.raiseAlarm({ code: 20_101, text: 'packet loss above limit', severity: 2 })
    expect(await first).toMatchObject({
      deviceId: id,
      severity: 'major',
      source: 'vendorAlarm',
      specificProblem: '20101',
      text: 'packet loss above limit',
    })
    const cleared = bench.until('fault.changed', (alarm) => alarm.clearedAt !== null)
    box.raiseAlarm({ code: 20_101, text: 'packet loss above limit', severity: 6 })
    const { id: alarmId } = (await cleared) as { id: string }
    expect(await bench.call<Alarm[]>('faults.list', { activeOnly: true })).toEqual([])
    expect(await bench.call<Alarm[]>('faults.list', {})).toMatchObject([{ id: alarmId, severity: 'major' }])
  })

  it.each([
    ['gateway098', 'X CT-COM ALARM', { parameter: expect.stringContaining('TotalBytesReceived') }],
    ['gateway098', 'X_CU_ALARM', { severity: 'major' }],
    ['gateway181', 'X ACDE48 ALARM', { source: 'faultMgmt', probableCause: 'Loss of Signal', severity: 'critical' }],
  ] as const)('of a %s come with the event %s', async (model, event, expected) => {
    const bench = await Bench.open()
    const { box } = await bench.plug({ model })
    const alarm = bench.until('fault.changed', raised)
    box.raiseAlarm({ severity: 1, event })
    expect(await alarm).toMatchObject(expected)
  })

  it('are known from an event alone, and from a watched parameter', async () => {
    const bench = await Bench.open()
    const { box, id } = await bench.plug({ model: 'gateway098' })
    const bare = bench.until('fault.changed', raised)
    box.inform(['X CU ALARM'])
    expect(await bare).toMatchObject({ source: 'vendorEvent', type: 'X CU ALARM' })
    const path = 'InternetGatewayDevice.WANDevice.1.WANCommonInterfaceConfig.PhysicalLinkStatus'
    const subscribed = await bench.run('subscribeFaults', id, {})
    expect(subscribed.result.subscriptions).toContainEqual({ path, status: 'active' })
    const down = bench.until('fault.changed', ({ parameter }) => parameter === path)
    box.setParameter(path, 'Down')
    expect(await down).toMatchObject({ source: 'valueChange', parameter: path, text: 'Down', severity: 'critical' })
    await bench.until('device.changed', ({ inSession }) => inSession === false)
    const up = bench.until('fault.changed', ({ clearedAt }) => clearedAt !== null)
    box.setParameter(path, 'Up')
    expect(await up).toMatchObject({ parameter: path })
  })

  it('are read from the tables; what is no longer in them is over; one may be dismissed', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug({ model: 'gateway181' })
    const told = bench.until('fault.changed', raised)
    box.raiseAlarm({ code: 7, severity: 3 })
    await told
    const job = await bench.run('readFaults', id, {})
    expect(job.result.tables).toContain('Device.FaultMgmt.CurrentAlarm.')
    expect(job.result.alarms).toMatchObject([{ key: 'faultMgmt:7', severity: 'minor' }])
    const [alarm] = job.result.alarms
    await bench.call('faults.dismiss', { id: alarm?.id })
    expect(await bench.call<Alarm[]>('faults.list', { activeOnly: true })).toEqual([])
    const row = await bench.run('names', id, { path: 'Device.FaultMgmt.CurrentAlarm.', nextLevel: true })
    expect(row.result.names).toHaveLength(1)
  })

  it('are subscribed to as far as a box allows', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug({ values: { 'Device.X_00E0FC.AlarmSwitch': '0' } })
    const job = await bench.run('subscribeFaults', id, {})
    expect(job.error).toBeNull()
    expect(job.result.subscriptions).toContainEqual({ path: 'Device.X_00E0FC.AlarmSwitch', status: 'switchedOn' })
    expect(box.getParameter('Device.X_00E0FC.AlarmSwitch')).toBe('1')
    const refused = await bench.run('subscribeFaults', id, { paths: ['Device.LAN.Stats.TotalBytesSent'] })
    expect(['passive', 'refused']).toContain(refused.result.subscriptions[0]?.status)
  })
})
