import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CollectResult } from '#shared/model/collect.ts'
import type { Job } from '#shared/model/job.ts'
import { VirtualBox } from '../../../src-main/virtual-box/virtual-box.ts'
import { freePort, type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

const log = 'Device.X_00E0FC.LogParaConfiguration.'
const realTime = 'Device.X_CTC_IPTV.LogMsg.'
/** As an operator had set them. */
const before = {
  [`${log}LogOutPutType`]: '2',
  [`${log}SyslogServer`]: '203.0.113.9:514',
  [`${log}SyslogContinueTime`]: '1440',
  [`${realTime}Duration`]: '77',
}

const read = (box: VirtualBox) => Object.fromEntries(Object.keys(before).map((path) => [path, box.getParameter(path)]))
const isStreaming = (job: Job) => {
  const items = (job.result as CollectResult | null)?.items ?? []
  return items.some(({ kind, status }) => kind === 'realTimeLog' && status !== 'waiting')
}

let app: Headless | undefined
afterEach(() => app?.process.kill('SIGKILL'))

describe('log settings that a collect changes in its box', () => {
  it('are put back when the app was killed in the middle', async () => {
    const args = ['--data-dir', temporaryFolder(), '--acs-port', await freePort()]
    app = await startHeadless(args)
    const box = new VirtualBox({
      model: 'stb',
      index: 1,
      acsUrl: app.acsUrl,
      bootDelayMs: 1,
      timeScale: 0.02,
      values: before,
    })
    onTestFinished(() => box.stop())
    const managed = app.until(
      ({ params }) =>
        params?.name === 'device.changed' && params.data.status === 'managed' && params.data.inSession === false,
    )
    await box.start()
    const deviceId = String((await managed).params?.data.id)
    const input = { kinds: ['syslog', 'realTimeLog'], streamSeconds: 600 }
    const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'collect',
      deviceIds: [deviceId],
      input,
    })
    const [id] = jobIds
    await app.until(({ params }) => params?.name === 'job.changed' && isStreaming(params.data as unknown as Job))
    expect(read(box)).not.toEqual(before)
    app.process.kill('SIGKILL')
    await app.exit

    app = await startHeadless(args)
    await app.until(
      ({ params }) => params?.name === 'job.changed' && params.data.id === id && params.data.step === 'reading',
    )
    expect(read(box)).toEqual(before)
    await app.call('jobs.cancel', { id })
    await app.until(
      ({ params }) => params?.name === 'job.changed' && params.data.id === id && params.data.endedAt !== null,
    )
  }, 60_000)

  it('are put back after it was cancelled, by the next session of the box', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug({ values: before })
    const jobId = await bench.start('collect', id, { kinds: ['syslog', 'realTimeLog'], streamSeconds: 600 })
    await bench.reaches(jobId, isStreaming)
    expect(read(box)).not.toEqual(before)
    await bench.call('jobs.cancel', { id: jobId })
    await bench.ended(jobId)
    while (JSON.stringify(read(box)) !== JSON.stringify(before)) await new Promise((resolve) => setTimeout(resolve, 50))
  }, 30_000)
})
