import { afterEach, describe, expect, it } from 'vitest'
import { freePort, type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'
import { answers, OddBox, oddId } from '../flows/odd-box.ts'

let app: Headless
afterEach(() => app.process.kill('SIGKILL'))

const ntp = 'Device.Time.NTPServer1'
const zone = 'Device.Time.LocalTimeZone'

describe('an app that is killed while a box is provisioned', () => {
  it('finds out what the box took, and neither writes nor keeps a backup twice', async () => {
    const args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    app = await startHeadless(args)
    const values = new Map([
      [ntp, 'old.example'],
      [zone, 'CST-8'],
    ])
    let isFirst = true
    const box = new OddBox(app.acsUrl, ({ method, texts }) => {
      if (method === 'GetParameterValues')
        return answers.values(
          texts('string').flatMap((name) => (values.has(name) ? [[name, values.get(name) ?? '']] : [])),
        )
      if (method !== 'SetParameterValues') return answers.fault(9000)
      values.set(ntp, 'new.example')
      if (!isFirst) return answers.fault(9002)
      isFirst = false
      return 'hangUp'
    })
    await box.session([['0 BOOTSTRAP']])
    const template = {
      id: 't',
      name: 't',
      values: [
        { path: ntp, value: '{{server}}' },
        { path: zone, value: 'CST-8' },
      ],
      variables: [{ name: 'server', label: 'NTP' }],
    }
    const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'provision',
      deviceIds: [oddId],
      input: { template, values: { server: 'new.example' } },
    })
    await box.session()
    expect(values.get(ntp)).toBe('new.example')
    app.process.kill('SIGKILL')
    await app.exit

    app = await startHeadless(args)
    await box.session()
    const job = await app.until(
      ({ params }) => params?.name === 'job.changed' && params.data.id === jobIds[0] && params.data.endedAt !== null,
    )
    expect(job.params?.data.state).toBe('succeeded')
    const { result } = await app.call<{ result: { values: { name: string; old: string; status: string }[] } }>(
      'jobs.get',
      {
        id: jobIds[0],
      },
    )
    expect(result.values.map(({ name, old, status }) => [name, old, status])).toEqual([
      [ntp, 'old.example', 'verified'],
      [zone, 'CST-8', 'unchanged'],
    ])
    expect(box.asked.filter((method) => method === 'SetParameterValues')).toHaveLength(1)
    const kept = await app.call<{ kind: string }[]>('snapshots.list', {})
    expect(kept).toMatchObject([{ kind: 'before' }])
  })
})
