import { afterEach, describe, expect, it } from 'vitest'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Session } from '#shared/model/session.ts'
import type { Headless } from '../../support/headless.ts'
import { eventually, namespacesMissing } from '../../support/namespaces.ts'
import { Lan, managedBox } from './lan.ts'

const missing = namespacesMissing()
const box = ['--address', '192.168.77.20', '--parameters', '20000']

/** A read of a large tree that is under way in a session of its box. */
async function readUnderWay(app: Headless, deviceId: string): Promise<string> {
  const input = { paths: ['Device.'] }
  const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', { kind: 'read', deviceIds: [deviceId], input })
  const id = jobIds[0] ?? ''
  await eventually(async () => {
    const { state, progress } = await app.call<Job>('jobs.get', { id })
    expect(isFinal(state)).toBe(false)
    return state === 'running' && progress > 0.05
  }, 20_000)
  return id
}

function ended(app: Headless, id: string): Promise<Job> {
  return eventually(
    async () => {
      const job = await app.call<Job>('jobs.get', { id })
      return isFinal(job.state) && job
    },
    60_000,
    app.stderr,
  )
}

const reasons = async (app: Headless) =>
  (await app.call<Session[]>('sessions.list', {})).map(({ reason }) => reason).filter((reason) => reason !== '')

describe.skipIf(missing)(`changes in the middle of a job${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('the cable is pulled and put back: the session ends with the reason, the box is called at once, the job succeeds', {
    timeout: 120_000,
  }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547')
    lan.box(lan.machine('box', '192.168.77.20/24'), app.acsUrl, ...box)
    const { id } = await managedBox(app)
    const jobId = await readUnderWay(app, id)
    lan.lab.cable(lan.laptop, 'eth1', 'down')
    await eventually(async () => (await app.call<Job>('jobs.get', { id: jobId })).state === 'waiting', 10_000)
    expect(await reasons(app)).toContain('addressChanged')
    const pulledAt = Date.now()
    // Long enough for the pauses between calls to have grown.
    await new Promise((resolve) => setTimeout(resolve, 15_000))
    lan.lab.cable(lan.laptop, 'eth1', 'up')
    const job = await ended(app, jobId)
    expect(job).toMatchObject({ state: 'succeeded', error: null })
    expect(Date.now() - pulledAt).toBeLessThan(35_000)
  })

  it('the laptop gets another address: the job waits for the box, which comes by the new URL', {
    timeout: 120_000,
  }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547', '--adapter', 'eth1')
    expect(app.acsUrl).toBe('http://192.168.77.10:7547/acs')
    const machine = lan.machine('box', '192.168.77.20/24')
    const first = lan.box(machine, app.acsUrl, ...box)
    const { id } = await managedBox(app)
    const jobId = await readUnderWay(app, id)
    lan.lab.run(lan.laptop, 'ip addr flush dev eth1; ip addr add 192.168.77.11/24 brd + dev eth1')
    await eventually(async () => (await app.call<Job>('jobs.get', { id: jobId })).state === 'waiting', 10_000)
    const { endpoints } = await app.call<{ endpoints: { acsUrl: string } }>('app.snapshot')
    expect(endpoints.acsUrl).toBe('http://192.168.77.11:7547/acs')
    expect(await reasons(app)).toContain('addressChanged')
    first.stop()
    lan.box(machine, endpoints.acsUrl, ...box)
    expect(await ended(app, jobId)).toMatchObject({ state: 'succeeded', deviceId: id })
  })

  it('the box gets another address: the job goes on when it comes from there', {
    timeout: 120_000,
  }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547')
    const machine = lan.machine('box', '192.168.77.20/24')
    const first = lan.box(machine, app.acsUrl, ...box)
    const { id } = await managedBox(app)
    const jobId = await readUnderWay(app, id)
    first.stop()
    lan.lab.run(machine, 'ip addr flush dev lan; ip addr add 192.168.77.30/24 brd + dev lan')
    lan.box(machine, app.acsUrl, ...box, '--address', '192.168.77.30')
    expect(await ended(app, jobId)).toMatchObject({ state: 'succeeded' })
    expect(await app.call('devices.get', { id })).toMatchObject({ address: '192.168.77.30' })
  })

  it('the laptop sleeps, and nobody tells: it is noticed, and the job goes on', { timeout: 120_000 }, async () => {
    lan = new Lan()
    const app = await lan.app('--acs-port', '7547')
    lan.box(lan.machine('box', '192.168.77.20/24'), app.acsUrl, ...box)
    const { id } = await managedBox(app)
    const jobId = await readUnderWay(app, id)
    const { deadlineAt } = await app.call<Job>('jobs.get', { id: jobId })
    app.process.kill('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 33_000))
    app.process.kill('SIGCONT')
    const job = await ended(app, jobId)
    expect(job.state).toBe('succeeded')
    expect(Date.parse(job.deadlineAt ?? '') - Date.parse(deadlineAt ?? '')).toBeGreaterThan(30_000)
    expect(await reasons(app)).toContain('laptopSlept')
  })
})

describe.skipIf(missing)(`two adapters${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('serve and call on the chosen one only', { timeout: 60_000 }, async () => {
    lan = new Lan()
    const other = lan.lab.switch('other')
    lan.lab.plug(lan.laptop, 'eth2', other, '10.99.0.1/24')
    const stranger = lan.lab.machine('stranger')
    lan.lab.plug(stranger, 'lan', other, '10.99.0.20/24')
    const app = await lan.app('--acs-port', '7547', '--adapter', 'eth1')
    lan.box(lan.machine('box', '192.168.77.20/24'), app.acsUrl, '--address', '192.168.77.20')
    const { id } = await managedBox(app)
    expect(await app.call('reach.call', { id })).toMatchObject({ isTaken: true })
    const knock = (address: string) => {
      const script = `require('net').connect(7547, '${address}').on('connect', () => { console.log('open'); process.exit() }).on('error', () => console.log('closed'))`
      return lan.lab.run(stranger, `${process.execPath} -e "${script}"`).trim()
    }
    expect(knock('10.99.0.1')).toBe('closed')

    await app.call('settings.set', { adapter: { name: 'eth2', address: '10.99.0.1' } })
    expect(knock('10.99.0.1')).toBe('open')
    const { error } = await app.call<{ error: { code: string } }>('reach.call', { id })
    expect(error.code).toBe('CONNECTION_REQUEST_TIMEOUT_CONNECT')
  })
})
