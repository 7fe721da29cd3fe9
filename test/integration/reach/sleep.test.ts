import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Job } from '#shared/model/job.ts'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { RawBox } from '../../support/raw-box.ts'

let acs: TestAcs
beforeEach(async () => {
  acs = await startAcs()
})
afterEach(() => acs.stop())

async function sleep(ms: number): Promise<void> {
  acs.app.suspended()
  await new Promise((resolve) => setTimeout(resolve, ms))
  acs.app.resumed()
}

it('ends what was open with the reason, opens the ports again, and the job goes on in the next session', async () => {
  const { box, jobId, request } = await RawBox.asked(acs, 'S1')
  expect(request.body).toContain('GetParameterValues')
  const reopened = acs.event(
    ({ name, data }) =>
      name === 'network.changed' &&
      (data as { listeners: { state: string }[] }).listeners.every(
        ({ state }) => state === 'listening' || state === 'off',
      ),
  )
  await sleep(50)
  await reopened
  expect(await acs.lastSession()).toMatchObject({ outcome: 'stopped', reason: 'laptopSlept' })
  expect((await acs.call('jobs.get', { id: jobId })).state).toBe('waiting')
  box.cookie = ''
  await box.reconnect()
  await box.inform()
  expect((await box.post('')).body).toContain('GetParameterValues')
})

it('does not count the time asleep against a job, and calls its box at once', async () => {
  const box = await RawBox.known(acs, 'S2')
  const paused = acs.event(({ name, data }) => name === 'job.changed' && (data as Job).notice !== null)
  const jobId = await box.startRead(['Device.DeviceInfo.UpTime'])
  await paused
  const { deadlineAt } = await acs.call('jobs.get', { id: jobId })
  const called: string[] = []
  acs.app.onEvent(({ name, data }) => {
    if (name === 'job.changed' && (data as Job).step === 'waitingForInform') called.push((data as Job).deadlineAt ?? '')
  })
  await sleep(1500)
  await expect.poll(() => called.length).toBeGreaterThan(1)
  const laterMs = Date.parse(called.at(-1) ?? '') - Date.parse(deadlineAt ?? '')
  expect(laterMs).toBeGreaterThanOrEqual(1400)
  expect(laterMs).toBeLessThan(5000)
})
