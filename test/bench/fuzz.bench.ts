/**
 * Damaged requests without end: `node --expose-gc test/bench/fuzz.bench.ts [requests, default 100000] [seed]`. Each goes over
 * a connection of its own into the whole app; none may crash it, stay without an answer, or leave anything behind.
 */
import { connect } from 'node:net'
import { startAcs } from '../support/acs.ts'
import { envelope, informBody } from '../support/foreign-box.ts'
import { type FuzzedRequest, fuzzedRequests } from '../support/http-fuzz.ts'

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number)
const parallel = 16
const statuses = new Map<string, number>()
let unanswered = 0
let slowestMs = 0

function send(port: number, { pieces }: FuzzedRequest): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      for (const piece of pieces) socket.write(piece)
      socket.end()
    })
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 'none'))
  })
}

async function worker(port: number, requests: Generator<FuzzedRequest>): Promise<void> {
  for (const request of requests) {
    const start = performance.now()
    const status = await send(port, request)
    slowestMs = Math.max(slowestMs, performance.now() - start)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const isBlank = request.pieces.every((piece) => piece.every((byte) => [0, 10, 13, 32].includes(byte)))
    if (status === 'none' && !isBlank) unanswered += 1
  }
}

const acs = await startAcs({ settings: { cwmp: { maxSessions: 10_000 } } })
const start = performance.now()
for (let done = 0; done < count; done += count / 10) {
  const requests = fuzzedRequests(seed + done, count / 10)
  await Promise.all(Array.from({ length: parallel }, () => worker(acs.port, requests)))
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `${done + count / 10} requests: rss ${(rss / 2 ** 20).toFixed(0)} MB, heap ${(heapUsed / 2 ** 20).toFixed(0)} MB`,
  )
}
const seconds = (performance.now() - start) / 1000
const crashes = acs.complaints.filter((line) => line === 'request failed').length
const client = await acs.connect()
const { status } = await client.post(envelope('1', informBody('AFTER')))
client.close()
await acs.stop()
console.log(
  `${count} in ${seconds.toFixed(0)} s, slowest ${slowestMs.toFixed(0)} ms, by status ${JSON.stringify(Object.fromEntries(statuses))}`,
)
console.log(`unanswered ${unanswered}, internal errors ${crashes}, an ordinary box afterwards: ${status}`)
process.exitCode = unanswered + crashes === 0 && status === 200 ? 0 : 1
