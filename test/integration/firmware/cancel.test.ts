import { describe, expect, it } from 'vitest'
import type { Job } from '#shared/model/job.ts'
import { faultBody } from './flashing-box.ts'
import { fetchAll, openForeign, toldOf } from './foreign-bench.ts'
import { downloadsIn, openBench } from './support.ts'

const isAt =
  (...steps: string[]) =>
  (job: Job) =>
    steps.includes(job.step)

describe('cancel', () => {
  it('before Download was sent undoes everything', async () => {
    const { bench, box, deviceId, rpcs, image } = await openBench()
    await box.stop()
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id })
    await bench.reaches(id, isAt('waitingForBox', 'waitingForInform'))
    await bench.call('jobs.cancel', { id })
    expect(await bench.ended(id)).toMatchObject({ state: 'cancelled', error: { code: 'JOB_CANCELLED' } })
    expect(downloadsIn(rpcs)).toBe(0)
  })

  it('during the transfer takes the file away', async () => {
    const { bench, box, deviceId, image } = await openBench(
      { quirks: { stallsDownloadAtBytes: 100_000 }, timeScale: 1 },
      { payloadBytes: 40_000_000 },
    )
    const from = box.state.softwareVersion
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id })
    await bench.reaches(id, isAt('transferring'))
    await bench.call('jobs.cancel', { id })
    const job = await bench.ended<'firmware'>(id)
    expect(job).toMatchObject({ state: 'cancelled', result: { verdict: 'failed', explanation: { code: 'withdrawn' } } })
    expect(job.result.timeline.at(-1)).toMatchObject({ step: 'withdrawn' })
    expect(box.state.softwareVersion).toBe(from)
  })

  it('while the box installs is refused, with the reason', async () => {
    const { bench, deviceId, image } = await openBench({ flashMs: 1500, timeScale: 1 })
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id })
    await bench.reaches(id, isAt('installing'))
    await expect(bench.call('jobs.cancel', { id })).rejects.toMatchObject({ code: 'FIRMWARE_INSTALLING' })
    expect(await bench.ended<'firmware'>(id)).toMatchObject({ state: 'succeeded', result: { verdict: 'proven' } })
  })

  it('of the proof leaves the verdict open', async () => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await fetchAll(toldOf(box))
    await box.session([['7 TRANSFER COMPLETE']], [box.complete()])
    await bench.reaches(id, isAt('waitingForRestart'))
    await bench.call('jobs.cancel', { id })
    expect(await bench.ended(id)).toMatchObject({
      state: 'cancelled',
      result: { verdict: 'unknown', explanation: { code: 'proofSkipped' } },
    })
  })
})

describe('cancel of a Download that the box has not begun', () => {
  async function cancelled(id: string, bench: Awaited<ReturnType<typeof openForeign>>['bench']) {
    await bench.reaches(id, isAt('waitingForFetch'))
    await bench.call('jobs.cancel', { id })
  }

  it('is told to the box, which forgets it', async () => {
    const { bench, deviceId, rpcs, image } = await openBench({ model: 'gateway181', timeScale: 1 })
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id, delaySeconds: 3600 })
    await cancelled(id, bench)
    const job = await bench.ended<'firmware'>(id)
    expect(job).toMatchObject({ state: 'cancelled', result: { verdict: 'failed', explanation: { code: 'recalled' } } })
    expect(job.result.timeline.map(({ step }) => step).slice(-2)).toEqual(['withdrawn', 'recalled'])
    expect(rpcs).toContain('CancelTransfer')
    const left = await bench.run('rpc', deviceId, { request: { name: 'GetAllQueuedTransfers' } })
    expect(left.result).toMatchObject({ response: { transfers: [] } })
  })

  it('is left to the link where the box does not list CancelTransfer', async () => {
    const { bench, deviceId, rpcs, image } = await openBench({ cwmpVersion: '1.0', timeScale: 1 })
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id, delaySeconds: 3600 })
    await cancelled(id, bench)
    const job = await bench.ended<'firmware'>(id)
    expect(job.result).toMatchObject({ verdict: 'failed', explanation: { code: 'withdrawn' } })
    expect(job.result.timeline.at(-1)?.step).toBe('recallUnsupported')
    expect(rpcs.filter((rpc) => rpc.startsWith('CancelTransfer'))).toEqual([])
  })

  it('says that the box cannot forget it any more (9021); the file is gone all the same', async () => {
    const keys: string[] = []
    const { bench, box, push } = await openForeign({
      onCancel(key) {
        keys.push(key)
        return faultBody(9021)
      },
    })
    const id = await push()
    await cancelled(id, bench)
    await bench.reaches(id, isAt('recalling'))
    await box.session([['2 PERIODIC']])
    const job = await bench.ended<'firmware'>(id)
    expect(job.result).toMatchObject({ verdict: 'failed', explanation: { code: 'withdrawn' } })
    expect(job.result.timeline.at(-1)?.step).toBe('recallRefused')
    expect(keys).toEqual([toldOf(box).commandKey])
    expect((await fetch(toldOf(box).url)).status).toBe(404)
  })

  it('does not wait for ever for a box that opens no session', async () => {
    const { bench, box, push } = await openForeign({ onCancel: () => faultBody(9021) })
    const id = await push({ graceSeconds: 0 })
    await cancelled(id, bench)
    const job = await bench.ended<'firmware'>(id)
    expect(job).toMatchObject({ state: 'cancelled', result: { verdict: 'failed' } })
    expect(job.result.timeline.at(-1)?.step).toBe('recallUnheard')
    expect((await fetch(toldOf(box).url)).status).toBe(404)
  })
})
