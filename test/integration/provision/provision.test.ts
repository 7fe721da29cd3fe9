import { describe, expect, it } from 'vitest'
import type { Job } from '#shared/model/job.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { KeptTemplate, TemplatePreview } from '#shared/model/template.ts'
import { Bench } from '../flows/support.ts'

async function valuesOf(bench: Bench, id: string, paths: string[]): Promise<Record<string, string>> {
  const { result } = await bench.run('read', id, { paths })
  return Object.fromEntries(result.values.map(({ name, value }: ParameterValue) => [name, value]))
}

const wlan = 'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.'
const wifi = { ssid: 'Bench', wifiPassword: 'correct horse' }

describe('provision', () => {
  it('applies one template to gateways of both data models, with a backup and proof of each value', async () => {
    const bench = await Bench.open()
    const old = await bench.plug({ model: 'gateway098', index: 1 })
    const done = await bench.run('provision', old.id, { template: 'ready.wifi', values: wifi })
    expect(done.error).toBeNull()
    expect(done.result.summary).toMatchObject({ failed: 0, different: 0 })
    const rows = new Map(done.result.values.map((row) => [row.name, row]))
    expect(rows.get(`${wlan}SSID`)).toMatchObject({ value: 'Bench', readBack: 'Bench', status: 'verified' })
    expect(rows.get(`${wlan}KeyPassphrase`)).toMatchObject({ status: 'verified', hidden: true })
    expect(rows.get(`${wlan}Enable`)).toMatchObject({ status: 'unchanged' })
    expect(await valuesOf(bench, old.id, [`${wlan}SSID`])).toEqual({ [`${wlan}SSID`]: 'Bench' })
    expect(old.events.filter((method) => method === 'SetParameterValues')).toHaveLength(1)

    const [backup] = await bench.call<{ id: string; kind: string }[]>('snapshots.list', { deviceId: old.id })
    expect(backup).toMatchObject({ id: done.result.snapshotId, kind: 'before' })
    const { values } = await bench.call<{ values: ParameterValue[] }>('snapshots.get', { id: backup?.id })
    expect(values.find(({ name }) => name === `${wlan}SSID`)?.value).toMatch(/^ChinaNet-/)

    const young = await bench.plug({ model: 'gateway181', index: 2 })
    const other = await bench.run('provision', young.id, { template: 'ready.wifi', values: wifi })
    expect(other.error).toBeNull()
    expect(other.result.values.map(({ name }) => name)).toContain('Device.WiFi.SSID.1.SSID')
    expect(other.result.summary.verified).toBeGreaterThanOrEqual(2)
  })

  it('does nothing the second time', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model: 'gateway098' })
    const input = { template: 'ready.pppoe', values: { account: '0755123', accountPassword: 'pw', vlan: '85' } }
    const first = await bench.run('provision', id, input)
    expect(first.result.values.find(({ name }) => name.endsWith('VLANIDMark'))).toMatchObject({
      value: '85',
      status: 'verified',
    })
    events.length = 0
    const second = await bench.run('provision', id, {
      ...input,
      values: { ...input.values, accountPassword: 'pppoe-secret' },
    })
    expect(second.result.values.filter(({ status }) => status === 'unchanged').length).toBeGreaterThanOrEqual(3)
  })

  it('gives a set-top box its account, by way of a template of the technician', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    await bench.call('templates.save', {
      id: 'own',
      name: '我的模板',
      extends: 'ready.iptvAccount',
      variables: [{ name: 'authUrl', label: '认证', default: 'http://10.9.8.7:33200/EPG' }],
      values: [{ concept: 'acs.informInterval', value: '600' }],
    })
    const list = await bench.call<KeptTemplate[]>('templates.list')
    expect(list.at(-1)).toMatchObject({ id: 'own', readyMade: false })
    const preview = await bench.call<TemplatePreview>('templates.preview', {
      template: 'own',
      values: { account: '0755999', accountPassword: 'x' },
      deviceId: id,
    })
    expect(preview.changes.map(({ value }) => value)).toContain('0755999')
    const { result, error } = await bench.run('provision', id, {
      template: 'own',
      values: { account: '0755999', accountPassword: 'x' },
    })
    expect(error).toBeNull()
    const byValue = new Map(result.values.map((row) => [row.value, row]))
    expect(byValue.get('0755999')).toMatchObject({ status: 'verified' })
    expect(byValue.get('600')).toMatchObject({
      name: 'Device.ManagementServer.PeriodicInformInterval',
      status: 'verified',
    })
    expect(byValue.get('http://10.9.8.7:33200/EPG')?.status).toBe('verified')
  })

  it('refuses before it writes anything where the template does not fit', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug()
    const job = await bench.run('provision', id, { template: 'ready.wifi', values: { wifiPassword: 'short' } })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'TEMPLATE_PROBLEMS', remedy: 'correctValues' } })
    expect(job.result.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['wrongDevice', 'variableInvalid']),
    )
    expect(events).not.toContain('SetParameterValues')
    expect(await bench.call('snapshots.list', { deviceId: id })).toEqual([])
    const unknown = await bench.run('provision', id, { template: 'no.such' })
    expect(unknown.error).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reboots where that is asked for, and reads once more', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model: 'gateway098' })
    const job = await bench.run('provision', id, { template: 'ready.wifi', values: wifi, reboot: 'always' })
    expect(job.error).toBeNull()
    expect(job.result.rebooted).toBe(true)
    expect(events.filter((method) => method === 'Reboot')).toHaveLength(1)
    expect(job.result.values.find(({ name }) => name === `${wlan}SSID`)?.status).toBe('verified')
  })

  it('goes through a list of boxes, each with values of its own', async () => {
    const bench = await Bench.open()
    const boxes = await Promise.all([1, 2, 3].map((index) => bench.plug({ index })))
    const { jobIds } = await bench.call<{ jobIds: string[] }>('provision.batch', {
      template: 'ready.iptvAccount',
      rows: boxes.map(({ id }, index) => ({ deviceId: id, values: { account: `acc${index}`, accountPassword: 'p' } })),
    })
    const jobs = await Promise.all(jobIds.map((id) => bench.ended<'provision'>(id)))
    expect(jobs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(jobs.map(({ result }) => result.values[0]?.value)).toEqual(['acc0', 'acc1', 'acc2'])
  })

  it('only compares in a dry run: nothing is written or kept, problems are told', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model: 'gateway098' })
    const job = await bench.run('provision', id, { template: 'ready.wifi', values: wifi, dryRun: true })
    expect(job).toMatchObject({ state: 'succeeded', result: { snapshotId: null, status: null } })
    expect(job.result.values.find(({ name }) => name === `${wlan}SSID`)).toMatchObject({
      old: expect.stringMatching(/^ChinaNet-/),
      value: 'Bench',
      status: 'planned',
    })
    expect(job.result.values.find(({ name }) => name === `${wlan}Enable`)?.status).toBe('unchanged')
    const bad = await bench.run('provision', id, { template: 'ready.iptvAccount', dryRun: true })
    expect(bad.state).toBe('succeeded')
    expect(bad.result.problems.map(({ code }) => code)).toContain('wrongDevice')
    expect(events).not.toContain('SetParameterValues')
    expect(await bench.call('snapshots.list', { deviceId: id })).toEqual([])
  })

  it('keeps a batch together over its rounds, and finds boxes by what stands on their labels', async () => {
    const bench = await Bench.open()
    const boxes = await Promise.all([1, 2].map((index) => bench.plug({ index })))
    const serials = boxes.map(({ box }) => box.facts.serialNumber)
    const keys = [...serials, 'nobody']
    expect(await bench.call('provision.find', { keys })).toEqual([
      ...boxes.map(({ id }, index) => ({ key: serials[index], deviceId: id })),
      { key: 'nobody', deviceId: null },
    ])
    const rows = boxes.map(({ id }) => ({ deviceId: id, values: { account: 'a', accountPassword: 'p' } }))
    const first = await bench.call<{ batchId: string; jobIds: string[] }>('provision.batch', {
      template: 'ready.iptvAccount',
      rows,
    })
    for (const id of first.jobIds) await bench.ended(id)
    const again = await bench.call<{ jobIds: string[] }>('provision.batch', {
      template: 'ready.iptvAccount',
      batchId: first.batchId,
      rows: rows.slice(0, 1),
    })
    const latest = await bench.call<Job[]>('provision.jobs', { batchId: first.batchId })
    expect(latest.map(({ id }) => id)).toEqual([again.jobIds[0], first.jobIds[1]])
    await bench.ended(again.jobIds[0] ?? '')
  })

  it('keeps the passwords of its values out of the database', async () => {
    const { temporaryFolder } = await import('../../support/headless.ts')
    const { readFileSync, readdirSync } = await import('node:fs')
    const folder = temporaryFolder()
    const bench = await Bench.open(folder)
    const { id } = await bench.plug({ model: 'gateway098' })
    await bench.call('templates.save', {
      id: 'with.secret',
      name: 's',
      extends: 'ready.wifi',
      variables: [{ name: 'wifiPassword', label: 'p', secret: true, default: 'zebra-crossing-7' }],
      values: [{ concept: 'ppp.password', value: 'penguin-march-9' }],
    })
    const job = await bench.run('provision', id, {
      template: 'with.secret',
      values: { wifiPassword: 'elephant-walk-8' },
    })
    expect(job.error).toBeNull()
    await bench.app.stop()
    const all = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(`${folder}/${name}`).toString('latin1'))
      .join('')
    for (const secret of ['zebra-crossing-7', 'penguin-march-9', 'elephant-walk-8']) expect(all).not.toContain(secret)
  })
})
