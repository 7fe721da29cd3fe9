/**
 * Speed of the store, on a folder of the disk that is meant: `node test/bench/store.bench.ts [FOLDER]`
 * (default: the system's temporary folder). Prints one line per measurement; the goal of each stands beside it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src-main/log/log.ts'
import { openStores } from '../../src-main/store/index.ts'
import { maskSecrets } from '../../src-main/util/redact.ts'
import { aJob, aMessage, aSession, aSnapshot, informBody, parameters } from '../unit/store/samples.ts'

const dataDir = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'fieldacs-bench-'))
let stores = openStores(dataDir, null, silentLog)

function measure(name: string, goal: string, count: number, work: () => void): void {
  const start = performance.now()
  work()
  const elapsedMs = performance.now() - start
  const each = (elapsedMs * 1000) / count
  const rate = Math.round((count * 1000) / elapsedMs)
  console.log(
    `${name.padEnd(52)} ${String(count).padStart(7)} in ${elapsedMs.toFixed(0).padStart(6)} ms, ` +
      `${each.toFixed(1).padStart(9)} µs each, ${String(rate).padStart(8)}/s   goal: ${goal}`,
  )
}

function times(count: number, work: (n: number) => void): () => void {
  return () => {
    for (let n = 0; n < count; n++) work(n)
  }
}

const minute = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString()

try {
  const inform = informBody()
  const small = 'x'.repeat(600)
  const large = informBody(1000)
  measure('trace: messages of 600 B', '< 50 µs', 20_000, () => {
    times(20_000, (n) => stores.traces.add(aMessage({ sessionId: `s${n % 500}`, body: small })))()
    stores.traces.flush()
  })
  measure(`trace: Informs of ${inform.length} B, compressed`, '< 50 µs', 20_000, () => {
    times(20_000, (n) => stores.traces.add(aMessage({ sessionId: `s${n % 500}`, body: inform })))()
    stores.traces.flush()
  })
  measure(`trace: answers of ${large.length} B, compressed`, '< 3 ms', 200, () => {
    times(200, () => stores.traces.add(aMessage({ sessionId: 'large', body: large })))()
    stores.traces.flush()
  })
  console.log(`  stored: ${(stores.traces.sizeBytes() / 1e6).toFixed(1)} MB`)
  measure(
    'trace: list a session of 80 messages',
    '< 5 ms',
    100,
    times(100, (n) => stores.traces.list(`s${n}`)),
  )

  measure(
    'sessions: inserts',
    '< 100 µs',
    5000,
    times(5000, (n) => stores.sessions.insert(aSession({ id: `s${n}` }))),
  )
  measure(
    'jobs: inserts, each flushed to the disk',
    '< 20 ms',
    300,
    times(300, (n) => stores.jobs.insert(aJob({ id: `d${n}` }))),
  )
  measure(
    'jobs: state changes, each flushed to the disk',
    '< 20 ms',
    300,
    times(300, (n) => stores.jobs.update(`d${n}`, { state: 'running' })),
  )
  measure(
    'jobs: progress, not flushed',
    '< 100 µs',
    5000,
    times(5000, (n) => stores.jobs.update('d1', { progress: n / 5000 })),
  )
  measure('jobs: inserts in one transaction', '', 100_000, () => {
    stores.db.transaction(
      times(100_000, (n) =>
        stores.jobs.insert(
          aJob({
            id: `j${n}`,
            deviceId: `device-${n % 200}`,
            createdAt: minute(n),
            state: n % 9 === 0 ? 'failed' : 'succeeded',
          }),
        ),
      ),
    )()
  })

  measure(
    'history: newest 200 of 100,000 jobs',
    '< 20 ms',
    20,
    times(20, () => stores.history.search({})),
  )
  measure(
    'history: one device',
    '< 20 ms',
    20,
    times(20, () => stores.history.search({ deviceId: 'device-7' })),
  )
  measure(
    'history: kind and state',
    '< 20 ms',
    20,
    times(20, () => stores.history.search({ kind: 'read', state: 'failed' })),
  )
  measure(
    'history: text found often',
    '< 50 ms',
    20,
    times(20, () => stores.history.search({ text: 'DeviceInfo' })),
  )
  measure(
    'history: text found nowhere',
    '< 300 ms',
    5,
    times(5, () => stores.history.search({ text: 'not there' })),
  )
  measure(
    'jobs: unfinished',
    '< 20 ms',
    20,
    times(20, () => stores.jobs.unfinished()),
  )
  measure(
    'jobs: list newest 200',
    '< 20 ms',
    20,
    times(20, () => stores.jobs.list()),
  )

  const values = parameters(20_000)
  measure(
    'snapshots: insert 20,000 values',
    '< 100 ms',
    5,
    times(5, (n) => stores.snapshots.insert(aSnapshot({ id: `n${n}`, values }))),
  )
  measure(
    'snapshots: get 20,000 values',
    '< 100 ms',
    5,
    times(5, (n) => stores.snapshots.get(`n${n}`)),
  )

  stores.sessions.closeOpen('stopped', '')
  measure(
    'redact: bodies of 168 kB',
    '< 3 ms',
    50,
    times(50, () => maskSecrets(large)),
  )
  let calls = 0
  measure('trace: prune everything, per call', '< 50 ms', 6, () => {
    while (stores.traces.prune({ keepSessions: 0, keepBytes: 0 }).removed > 0) calls++
  })
  console.log(`  in ${calls} calls`)
  measure('check of the whole file, as after a crash', '< 500 ms', 1, () => stores.db.pragma('quick_check(1)'))
  stores.close()
  measure('open after a clean close', '< 50 ms', 1, () => {
    stores = openStores(dataDir, null, silentLog)
  })
} finally {
  stores.close()
  rmSync(dataDir, { recursive: true, force: true })
}
