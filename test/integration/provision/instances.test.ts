import { afterEach, describe, expect, it } from 'vitest'
import { type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'
import { answers, OddBox, oddId } from '../flows/odd-box.ts'
import { Bench } from '../flows/support.ts'

const wan = 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.'
const template = {
  id: 'bridge',
  name: 'Bridge',
  objects: [
    {
      name: 'iptv',
      table: `${wan}{i}.WANPPPConnection.`,
      known: [{ where: 'Name', is: 'lab-iptv' }],
    },
  ],
  variables: [{ name: 'type', label: 'Type', default: 'PPPoE_Bridged' }],
  values: [
    { path: 'ConnectionType', object: 'iptv', value: '{{type}}' },
    { concept: 'ponVlan.id', object: 'iptv', value: '85' },
  ],
}
const added = (events: string[]): number => events.filter((method) => method === 'AddObject').length

describe('a template that may add an instance', () => {
  it('adds it with all that is on the way, fills it in one request, and finds it the next time', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model: 'gateway098' })
    const dry = await bench.run('provision', id, { template, dryRun: true })
    expect(dry.result.creations).toMatchObject([{ object: 'iptv', values: [{}, {}, {}] }])
    expect(added(events)).toBe(0)

    const job = await bench.run('provision', id, { template })
    expect(job.error).toBeNull()
    const path = `${wan}3.WANPPPConnection.1.`
    expect(job.result.created).toEqual([{ object: 'iptv', path, root: `${wan}3.`, status: 'added' }])
    expect(job.result.values.map(({ name, value, status }) => [name, value, status])).toEqual([
      [`${path}Name`, 'lab-iptv', 'verified'],
      [`${path}ConnectionType`, 'PPPoE_Bridged', 'verified'],
      [expect.stringMatching(/^.*Device\.3\.X_CT-COM_WAN.ponLinkConfig\.VLANIDMark$/), '85', 'verified'],
    ])
    expect(events.filter((method) => method === 'SetParameterValues')).toHaveLength(1)
    // The box itself fills the table below; its instance is taken.
    expect(added(events)).toBe(1)

    const again = await bench.run('provision', id, { template })
    expect(again.result).toMatchObject({ created: [], summary: { verified: 0, failed: 0 } })
    expect(added(events)).toBe(1)
  })

  it('makes an IPTV bridge on a gateway that has none, by the ready-made template', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ model: 'gateway098' })
    await bench.run('deleteObject', id, { path: `${wan}2.` })
    const job = await bench.run('provision', id, { template: 'ready.gatewayIptvNew', values: { iptvVlan: '85' } })
    expect(job.error).toBeNull()
    expect(job.result.created).toMatchObject([{ status: 'added' }])
    expect(job.result.summary).toMatchObject({ different: 0, failed: 0 })
    const values = new Map(
      job.result.values.map(({ name, readBack, value }) => [name.split('.').at(-1), readBack ?? value]),
    )
    expect(Object.fromEntries(values)).toMatchObject({
      'X_CT-COM_ServiceList': 'OTHER',
      ConnectionType: 'PPPoE_Bridged',
      VLANIDMark: '85',
    })
  })

  it('deletes it again where the box refuses the values', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug({ model: 'gateway098' })
    const job = await bench.run('provision', id, { template, values: { type: 'Nonsense' } })
    expect(job.result.summary.failed).toBeGreaterThan(0)
    expect(job.result.created).toMatchObject([{ object: 'iptv', status: 'removed' }])
    expect(events.filter((method) => method === 'DeleteObject')).toHaveLength(1)
    const { result } = await bench.run('names', id, { path: wan, nextLevel: true })
    expect(result.names.map(({ name }) => name).sort()).toEqual([`${wan}1.`, `${wan}2.`])
  })
})

describe('an app that is killed between AddObject and its answer', () => {
  let app: Headless
  afterEach(() => app.process.kill('SIGKILL'))

  it('finds the instance that was added, and adds no second one', async () => {
    const dataDir = temporaryFolder()
    app = await startHeadless(['--data-dir', dataDir, '--acs-port', '0'])
    const port = new URL(app.acsUrl).port
    const table = 'Device.Users.User.'
    const values = new Map<string, string>()
    let instances = 0
    const box = new OddBox(app.acsUrl, ({ method, texts }) => {
      switch (method) {
        case 'GetParameterNames':
          return answers.names(Array.from({ length: instances }, (_one, index) => `${table}${index + 1}.`))
        case 'GetParameterValues':
          return answers.values([...values])
        case 'AddObject':
          instances += 1
          values.set(`${table}${instances}.Name`, '')
          values.set(`${table}${instances}.Role`, '')
          return 'hangUp'
        case 'SetParameterValues': {
          const names = texts('Name')
          const wanted = texts('Value')
          for (const [index, name] of names.entries()) values.set(name, wanted[index] ?? '')
          return answers.status('SetParameterValues')
        }
        default:
          return answers.fault(9000)
      }
    })
    await box.session([['0 BOOTSTRAP']])
    const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'provision',
      deviceIds: [oddId],
      input: {
        template: {
          id: 'user',
          name: 'User',
          objects: [{ name: 'user', table, known: [{ where: 'Name', is: 'lab' }] }],
          values: [{ path: 'Role', object: 'user', value: 'admin' }],
        },
      },
    })
    await box.session()
    expect(instances).toBe(1)
    app.process.kill('SIGKILL')
    await app.exit

    app = await startHeadless(['--data-dir', dataDir, '--acs-port', port])
    await box.session()
    const job = await app.until(
      ({ params }) => params?.name === 'job.changed' && params.data.id === jobIds[0] && params.data.endedAt !== null,
    )
    expect(job.params?.data).toMatchObject({ state: 'succeeded', error: null })
    expect(box.asked.filter((method) => method === 'AddObject')).toHaveLength(1)
    expect([...values]).toEqual([
      [`${table}1.Name`, 'lab'],
      [`${table}1.Role`, 'admin'],
    ])
  })
})
