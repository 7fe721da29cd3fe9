import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Firmware } from '#shared/model/firmware.ts'
import { emptyMetadata } from '#shared/model/firmware.ts'
import type { FirmwareResult } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'
import { hasTool, sha256, testBytes } from '../transfer/support.ts'
import { FlashingBox } from './flashing-box.ts'
import { writeFile } from './support.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function jobIs(app: Headless, id: string, is: (job: Job) => boolean): Promise<unknown> {
  return app.until(({ method, params }) => {
    const job = params?.data as unknown as Job | undefined
    return method === 'event' && params?.name === 'job.changed' && job?.id === id && is(job)
  })
}

function startCurl(url: string, out: string, ...args: string[]) {
  const child = spawn('curl', ['-sS', '-f', ...args, '-o', out, url], { stdio: 'ignore' })
  return { exit: new Promise<number | null>((resolve) => child.once('exit', resolve)) }
}

it.skipIf(!hasTool('curl'))('goes on after kill -9 in the middle of the transfer (skipped without curl)', async () => {
  const bytes = testBytes(48_000_000)
  const folder = temporaryFolder()
  const args = ['--data-dir', folder, '--acs-port', String(await freePort())]
  const app = await startHeadless(args)
  const box = new FlashingBox({ acsUrl: app.acsUrl, version: '1.0' })
  await box.session([['1 BOOT']])
  const { id: firmwareId } = await app.call<Firmware>('firmware.add', { path: writeFile(bytes, 'image.bin') })
  await app.call('firmware.setMetadata', { id: firmwareId, metadata: { ...emptyMetadata, version: '2.0' } })
  const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
    kind: 'firmware',
    deviceIds: [box.id],
    input: { firmwareId },
  })
  const id = jobIds[0] ?? ''
  await jobIs(app, id, ({ state }) => state === 'waiting')
  await box.session([['2 PERIODIC']])
  const url = box.told?.url ?? ''
  const out = join(temporaryFolder(), 'out.bin')
  const first = startCurl(url, out, '--limit-rate', '8M')
  await app.until(({ params }) => params?.name === 'firmware.progress' && Number(params.data.bytes) > 1_000_000)
  app.process.kill('SIGKILL')
  await app.exit
  expect(await first.exit).not.toBe(0)

  const again = await startHeadless(args)
  expect((await again.call<Job>('jobs.get', { id })).state).not.toBe('interrupted')
  // At once, and a 404 is the end: the link is there when the port is.
  expect(await startCurl(url, out, '-C', '-').exit).toBe(0)
  expect(sha256(readFileSync(out))).toBe(sha256(bytes))
  box.version = '2.0'
  await box.session([['1 BOOT'], ['7 TRANSFER COMPLETE'], ['M Download', box.told?.commandKey ?? '']], [box.complete()])
  await jobIs(again, id, ({ state }) => isFinal(state))
  const job = await again.call<Job & { result: { timeline: { step: string }[] } }>('jobs.get', { id })
  expect(job).toMatchObject({
    state: 'succeeded',
    result: { from: '1.0', to: '2.0', verdict: 'proven', transfer: { bytes: bytes.length, requests: 2 } },
  })
  expect(job.result.timeline.map(({ step }) => step)).toContain('resumed')
  expect(box.asked.filter((method) => method === 'Download')).toHaveLength(1)
  expect(await again.stop()).toBe(0)
})

it('goes on after kill -9 in each phase, and tells Download and each step once', { timeout: 90_000 }, async () => {
  const bytes = testBytes(6_000_000)
  const args = ['--data-dir', temporaryFolder(), '--acs-port', String(await freePort())]
  let app = await startHeadless(args)
  onTestFinished(async () => void (await app.stop()))
  const box = new FlashingBox({ acsUrl: app.acsUrl, version: '1.0' })
  await box.session([['1 BOOT']])
  const { id: firmwareId } = await app.call<Firmware>('firmware.add', { path: writeFile(bytes, 'image.bin') })
  await app.call('firmware.setMetadata', { id: firmwareId, metadata: { ...emptyMetadata, version: '2.0' } })
  const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
    kind: 'firmware',
    deviceIds: [box.id],
    input: { firmwareId },
  })
  const id = jobIds[0] ?? ''
  const reaches = (...steps: string[]) =>
    expect.poll(async () => (await app.call<Job>('jobs.get', { id })).step, { timeout: 10_000 }).toBeOneOf(steps)
  async function survives(step: string, ...after: string[]): Promise<void> {
    await reaches(step)
    app.process.kill('SIGKILL')
    await app.exit
    app = await startHeadless(args)
    await reaches(step, ...after)
  }
  const fetchPart = async (range: string) =>
    await (await fetch(box.told?.url ?? '', { headers: { range: `bytes=${range}` } })).arrayBuffer()

  await survives('waitingForInform')
  await box.session([['2 PERIODIC']])
  await survives('waitingForFetch')
  await fetchPart('0-2999999')
  // How much of it was taken is written every two seconds.
  await survives('transferring', 'waitingForFetch')
  await fetchPart('3000000-')
  await survives('installing')
  await box.session([['7 TRANSFER COMPLETE'], ['M Download', box.told?.commandKey ?? '']], [box.complete()])
  await survives('waitingForRestart')
  box.version = '2.0'
  await box.session([['1 BOOT']])
  await reaches('done')
  const { result } = await app.call<Job & { result: FirmwareResult }>('jobs.get', { id })
  expect(result).toMatchObject({ verdict: 'proven', transfer: { bytes: bytes.length, requests: 2 } })
  const steps = result.timeline.map(({ step }) => step)
  for (const once of ['downloadSent', 'transferTookAll', 'reportedSuccess', 'restarted', 'verdict']) {
    expect(steps.filter((step) => step === once)).toEqual([once])
  }
  expect(box.asked.filter((method) => method === 'Download')).toHaveLength(1)
})
