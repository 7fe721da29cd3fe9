import { expect, it } from 'vitest'
import type { FirmwareBatch, FirmwareBatchDetail } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { VirtualBoxOptions } from '../../../src-main/virtual-box/options.ts'
import type { Bench } from '../flows/support.ts'
import { openBench } from './support.ts'

/** More boxes beside the first one. */
async function plugMore(bench: Bench, first: string, more: Partial<VirtualBoxOptions>[]): Promise<string[]> {
  const ids = [first]
  for (const [at, options] of more.entries()) {
    ids.push((await bench.plug({ flashMs: 20, index: at + 2, ...options })).id)
  }
  return ids
}

async function finished(bench: Bench, batch: FirmwareBatch): Promise<FirmwareBatchDetail> {
  for (const id of batch.rounds.flat()) await bench.ended(id)
  return await bench.call<FirmwareBatchDetail>('firmware.batch', { id: batch.id })
}

it('goes through many boxes, so many at a time, in their order', async () => {
  const { bench, deviceId, image } = await openBench()
  const deviceIds = await plugMore(bench, deviceId, [{}, {}, {}, {}])
  await bench.call('settings.set', { firmware: { maxSimultaneous: 2 } })
  let most = 0
  const begun: string[] = []
  const under = new Set<string>()
  bench.app.onEvent(({ name, data }) => {
    if (name !== 'job.changed') return
    const job = data as Job
    if (isFinal(job.state)) under.delete(job.id)
    else if (!['queued', 'starting', 'waitingForSlot'].includes(job.step)) {
      if (!under.has(job.id)) begun.push(job.deviceId)
      under.add(job.id)
    }
    most = Math.max(most, under.size)
  })
  const batch = await bench.call<FirmwareBatch>('firmware.push', { deviceIds, input: { firmwareId: image.id } })
  const { rows } = await finished(bench, batch)
  expect(rows.map((row) => row.deviceId)).toEqual(deviceIds)
  expect(rows.every(({ verdict }) => verdict === 'proven')).toBe(true)
  expect(most).toBe(2)
  expect(begun).toEqual(deviceIds)
})

it('stops after so many failures, and retries what failed', async () => {
  const { bench, deviceId, image } = await openBench({ quirks: { refusesImage: true } })
  const deviceIds = await plugMore(bench, deviceId, [{}, {}])
  await bench.call('settings.set', { firmware: { maxSimultaneous: 1 } })
  const batch = await bench.call<FirmwareBatch>('firmware.push', {
    deviceIds,
    input: { firmwareId: image.id },
    stopAfterFailures: 1,
  })
  const first = await finished(bench, batch)
  expect(first.rows.map(({ error }) => error?.code)).toEqual([
    'CWMP_9019',
    'FIRMWARE_BATCH_STOPPED',
    'FIRMWARE_BATCH_STOPPED',
  ])
  const again = await bench.call<FirmwareBatch>('firmware.retry', { id: batch.id })
  expect(again.rounds).toHaveLength(2)
  const second = await finished(bench, again)
  expect(second.rows).toMatchObject([{ attempts: 2, fault: 9019 }, { attempts: 2 }, { attempts: 2 }])
})

it('takes no batch for a file that is not there', async () => {
  const { bench, deviceId } = await openBench()
  await expect(
    bench.call('firmware.push', { deviceIds: [deviceId], input: { firmwareId: 'none' } }),
  ).rejects.toMatchObject({ code: 'FIRMWARE_NOT_FOUND' })
  expect(await bench.call('firmware.batches')).toEqual([])
})
