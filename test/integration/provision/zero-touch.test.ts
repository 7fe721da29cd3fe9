import { describe, expect, it } from 'vitest'
import { isFinal, type Job } from '#shared/model/job.ts'
import { newVersion, openBench } from '../firmware/support.ts'
import { Bench } from '../flows/support.ts'

const rule = {
  id: 'r1',
  name: 'Lab',
  template: 'ready.iptvAccount',
  values: { accountPassword: 'p' },
}

async function provisionsOf(bench: Bench, deviceId: string): Promise<Job[]> {
  return await bench.call<Job[]>('jobs.list', { deviceId, kind: 'provision' })
}

describe('zero touch', () => {
  it('provisions a listed box when it starts, once', async () => {
    const bench = await Bench.open()
    await bench.call('settings.set', { provisioning: { zeroTouch: true } })
    const first = await bench.plug({ index: 1 })
    const serialNumber = (await bench.call<{ serialNumber: string }>('devices.get', { id: first.id })).serialNumber
    expect(await provisionsOf(bench, first.id)).toEqual([])
    await bench.call('zeroTouch.save', { ...rule, rows: [{ serialNumber, values: { account: '0755777' } }] })
    expect(await bench.call('zeroTouch.list')).toMatchObject([{ id: 'r1', rows: [{ values: { account: '0755777' } }] }])

    const written = () =>
      bench.until('job.changed', (data) => {
        const job = data as unknown as Job
        return job.kind === 'provision' && isFinal(job.state) && (job.input as { dryRun: boolean }).dryRun === false
      })
    const ended = written()
    // The start is that of a reboot job, which ends first.
    await bench.run('reboot', first.id, {})
    await ended
    const [job] = await provisionsOf(bench, first.id)
    expect(job).toMatchObject({
      state: 'succeeded',
      input: { ruleId: 'r1' },
      result: { values: [{ value: '0755777' }, { value: 'p' }] },
    })
    await bench.run('reboot', first.id, {})
    expect(await provisionsOf(bench, first.id)).toHaveLength(1)

    // A changed rule counts anew; a comparison by hand is no provisioning.
    await bench.call('zeroTouch.save', { ...rule, rows: [{ serialNumber, values: { account: '0755778' } }] })
    const dry = { template: rule.template, values: { account: 'a', accountPassword: 'p' }, dryRun: true }
    await bench.run('provision', first.id, dry)
    const again = written()
    await bench.run('reboot', first.id, {})
    await again
    expect(await provisionsOf(bench, first.id)).toMatchObject([
      { input: { ruleId: 'r1', values: { account: '0755778' } } },
      { input: { dryRun: true } },
      {},
    ])
  })

  it('brings the firmware first, then the parameters', async () => {
    const { bench, deviceId, image } = await openBench()
    await bench.call('settings.set', { provisioning: { zeroTouch: true } })
    await bench.call('zeroTouch.save', {
      ...rule,
      values: { account: '0755888', accountPassword: 'p' },
      firmware: { firmwareId: image.id, version: newVersion },
    })
    const order: string[] = []
    const provisioned = bench.until('job.changed', (data) => {
      const { kind, state } = data as unknown as Job
      if (isFinal(state)) order.push(`${kind} ${state}`)
      return kind === 'provision' && isFinal(state)
    })
    await bench.run('reboot', deviceId, {})
    await provisioned
    expect(order).toEqual(['reboot succeeded', 'firmware succeeded', 'provision succeeded'])
    expect(await bench.call('devices.get', { id: deviceId })).toMatchObject({ softwareVersion: newVersion })
  })

  it('leaves boxes alone that are not listed, and all of them while it is off', async () => {
    const bench = await Bench.open()
    await bench.call('zeroTouch.save', { ...rule, values: { account: 'a', accountPassword: 'p' } })
    const off = await bench.plug({ index: 1 })
    expect(await provisionsOf(bench, off.id)).toEqual([])
    await bench.call('settings.set', { provisioning: { zeroTouch: true } })
    await bench.call('zeroTouch.save', { ...rule, rows: [{ serialNumber: 'nobody' }] })
    const other = await bench.plug({ index: 2 })
    expect(await provisionsOf(bench, other.id)).toEqual([])
  })

  it('keeps a template that a rule starts', async () => {
    const bench = await Bench.open()
    await bench.call('templates.save', { id: 'mine', name: 'mine' })
    await bench.call('zeroTouch.save', { ...rule, template: 'mine' })
    await expect(bench.call('templates.remove', { id: 'mine' })).rejects.toMatchObject({
      code: 'TEMPLATE_IN_USE',
      params: { by: 'Lab' },
    })
    await bench.call('zeroTouch.remove', { id: 'r1' })
    await bench.call('templates.remove', { id: 'mine' })
    await expect(bench.call('zeroTouch.save', { ...rule, template: 'mine' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
