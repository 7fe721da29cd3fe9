/**
 * Sessions per second over loopback, the app on SQLite on disk, 8 clients in a process of their own:
 * `node test/bench/sessions.bench.ts [minimal|values|tree|memory|all] [sessions]`. Goals on 2 cores: 915 minimal sessions/s,
 * 277 sessions/s that read 96 parameters, flat memory over 100,000 sessions.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startAcs, type TestAcs } from '../support/acs.ts'

const clientScript = path.join(import.meta.dirname, 'session-client.ts')
const clients = 8
const boxes = 200

interface ClientResult {
  seconds: number
  failed: number
  p50: number
  p95: number
}

function runClient(acs: TestAcs, sessions: number, values: number, informed = 1): Promise<ClientResult> {
  const args = [acs.port, clients, sessions, Math.min(boxes, sessions), values, informed].map(String)
  const child = spawn(process.execPath, [clientScript, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(output) as ClientResult) : reject(new Error(output))))
  })
}

/** Runs sessions and prints what they cost. */
async function measure(label: string, acs: TestAcs, sessions: number, values: number, informed = 1): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = process.cpuUsage()
  const { seconds, failed, p50, p95 } = await runClient(acs, sessions, values, informed)
  const { user, system } = process.cpuUsage(before)
  delay.disable()
  const cpuMs = (user + system) / 1000 / sessions
  console.log(
    `${label.padEnd(26)} ${(sessions / seconds).toFixed(0).padStart(6)} sessions/s  p50 ${p50.toFixed(1)} ms  ` +
      `p95 ${p95.toFixed(1)} ms  CPU ${cpuMs.toFixed(2)} ms each  longest stall ${(delay.max / 1e6).toFixed(0)} ms  failed ${failed}`,
  )
}

async function minimal(sessions: number): Promise<void> {
  const acs = await startAcs()
  await runClient(acs, 500, 0)
  await measure('minimal', acs, sessions, 0)
  await measure('96 values informed', acs, sessions, 0, 96)
  await acs.stop()
}

/** Each session reads 96 parameters, as the job that waits for it wants. */
async function values(sessions: number): Promise<void> {
  const acs = await startAcs()
  await runClient(acs, boxes, 0)
  const paths = Array.from({ length: 96 }, (_, n) => `Device.Bench.${n}.Value`)
  const deviceIds = (await acs.devices()).map(({ id }) => id)
  for (let done = 0; done < sessions; done += boxes) {
    const waiting = waitingJobs(acs, boxes)
    await acs.call('jobs.start', { kind: 'read', deviceIds, input: { paths } })
    await waiting
    await measure('96 values read by a job', acs, boxes, 96)
  }
  await acs.stop()
}

function waitingJobs(acs: TestAcs, count: number): Promise<void> {
  const ids = new Set<string>()
  return new Promise((resolve) => {
    const off = acs.app.onEvent((event) => {
      if (event.name === 'job.changed' && event.data.state === 'waiting') ids.add(event.data.id)
      if (ids.size < count) return
      off()
      resolve()
    })
  })
}

/** One session with an answer of 20,000 values: how long the app is held up. */
async function tree(sessions: number): Promise<void> {
  const acs = await startAcs()
  await runClient(acs, 1, 0)
  const deviceIds = (await acs.devices()).map(({ id }) => id)
  for (let done = 0; done < sessions; done += 1) {
    const waiting = waitingJobs(acs, 1)
    await acs.call('jobs.start', { kind: 'read', deviceIds, input: { paths: ['Device.Bench.'] } })
    await waiting
    await measure('20,000 values', acs, 1, 20_000)
  }
  await acs.stop()
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

async function memory(sessions: number): Promise<void> {
  const acs = await startAcs()
  const step = Math.max(1, Math.floor(sessions / 10))
  for (let done = 0; done < sessions; done += step) {
    await runClient(acs, step, 0)
    collectGarbage()
    const { rss, heapUsed } = process.memoryUsage()
    const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)
    console.log(`after ${done + step} sessions: rss ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB`)
  }
  await acs.stop()
}

const [which = 'all', count] = process.argv.slice(2)
const number = count === undefined ? undefined : Number(count)
if (which === 'minimal' || which === 'all') await minimal(number ?? 10_000)
if (which === 'values' || which === 'all') await values(number ?? 2000)
if (which === 'tree' || which === 'all') await tree(number ?? 5)
if (which === 'memory' || which === 'all') await memory(number ?? 100_000)
