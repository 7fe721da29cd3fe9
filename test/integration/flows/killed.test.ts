import { afterEach, describe, expect, it } from 'vitest'
import { freePort, type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'
import { answers, OddBox, oddId } from './odd-box.ts'

interface SeenJob {
  id: string
  state: string
  step: string
  error: { code: string } | null
  result: Record<string, unknown>
}

let app: Headless
let args: string[]
const startApp = async (): Promise<Headless> => {
  app = await startHeadless(args)
  return app
}
const kill = async (): Promise<void> => {
  app.process.kill('SIGKILL')
  await app.exit
}
const startJob = async (kind: string, input: object): Promise<string> => {
  const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', { kind, deviceIds: [oddId], input })
  return jobIds[0] ?? ''
}
const reaches = (id: string, is: (job: SeenJob) => boolean) =>
  app.until(
    ({ params }) => params?.name === 'job.changed' && params.data.id === id && is(params.data as unknown as SeenJob),
  )
const ended = async (id: string): Promise<SeenJob> => {
  const before = await app.call<SeenJob & { endedAt: string | null }>('jobs.get', { id })
  if (before.endedAt === null) await reaches(id, (job) => (job as { endedAt?: string }).endedAt !== null)
  return await app.call<SeenJob>('jobs.get', { id })
}

afterEach(() => app.process.kill('SIGKILL'))

describe('an app that is killed in the middle of a job', () => {
  it('knows after its restart that the reboot was sent, waits for the proof, and does not send it again', async () => {
    args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    await startApp()
    let died = false
    const box = new OddBox(app.acsUrl, ({ method }) => {
      if (method !== 'Reboot') return answers.fault(9000)
      died = true
      return 'hangUp'
    })
    await box.session([['0 BOOTSTRAP']])
    const id = await startJob('reboot', {})
    await box.session()
    expect(died).toBe(true)
    await kill()
    await startApp()
    await box.session([['2 PERIODIC']])
    expect(await app.call<SeenJob>('jobs.get', { id })).toMatchObject({ state: 'waiting', step: 'waitingForBoot' })
    await box.session([['1 BOOT'], ['M Reboot', id.replaceAll('-', '')]])
    expect(await ended(id)).toMatchObject({ state: 'succeeded', result: { events: ['1 BOOT', 'M Reboot'] } })
    expect(box.asked.filter((method) => method === 'Reboot')).toHaveLength(1)
  })

  it('does not say again what a single request said', async () => {
    args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    await startApp()
    const box = new OddBox(app.acsUrl, () => 'hangUp')
    await box.session([['0 BOOTSTRAP']])
    const download = { name: 'Download', fileType: '1 Firmware Upgrade Image', url: 'http://127.0.0.1/x' }
    const id = await startJob('rpc', { request: download })
    await box.session()
    await kill()
    await startApp()
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'JOB_INTERRUPTED' } })
    await box.session()
    expect(box.asked).toEqual(['Download'])
  })

  it('takes up what waited, and forgets what was being cancelled', async () => {
    args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    await startApp()
    const box = new OddBox(app.acsUrl, ({ texts, method }) =>
      method === 'GetParameterValues'
        ? answers.values(texts('string').map((name) => [name, 'v']))
        : answers.fault(9000),
    )
    await box.session([['0 BOOTSTRAP']])
    const first = await startJob('read', { paths: ['Device.A'] })
    const second = await startJob('read', { paths: ['Device.B'] })
    const cancelled = await startJob('read', { paths: ['Device.C'] })
    await reaches(first, ({ state }) => state === 'waiting')
    await app.call('jobs.cancel', { id: cancelled })
    await kill()
    await startApp()
    await box.session()
    expect(await ended(first)).toMatchObject({ state: 'succeeded', result: { values: [{ name: 'Device.A' }] } })
    expect(await ended(second)).toMatchObject({ state: 'succeeded', result: { values: [{ name: 'Device.B' }] } })
    expect(await ended(cancelled)).toMatchObject({ state: 'cancelled' })
  })

  it('finds out what the box took of a write, writes it once, and keeps what stood there', async () => {
    args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    await startApp()
    const ntp = 'Device.Time.NTPServer1'
    let value = 'old.example'
    const box = new OddBox(app.acsUrl, ({ method, texts }) => {
      if (method === 'GetParameterValues')
        return answers.values(texts('string').flatMap((name) => (name === ntp ? [[name, value]] : [])))
      if (method !== 'SetParameterValues') return answers.fault(9000)
      value = 'new.example'
      return 'hangUp'
    })
    await box.session([['0 BOOTSTRAP']])
    const id = await startJob('write', { values: [{ name: ntp, value: 'new.example' }] })
    await box.session()
    expect(value).toBe('new.example')
    await kill()
    await startApp()
    await box.session()
    const { state, result } = await ended(id)
    expect(state).toBe('succeeded')
    expect(result).toMatchObject({
      values: [{ name: ntp, old: 'old.example', readBack: 'new.example', status: 'verified' }],
    })
    expect(box.asked.filter((method) => method === 'SetParameterValues')).toHaveLength(1)
    const [before, ...others] = await app.call<{ id: string; kind: string }[]>('snapshots.list', {})
    expect(before).toMatchObject({ id: result.snapshotId, kind: 'before' })
    expect(others).toEqual([])
  })
})
