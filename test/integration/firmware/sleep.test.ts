import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { bytes, flashed, openForeign, toldOf } from './foreign-bench.ts'

/** Begins to fetch and then reads no further, as a box whose laptop fell asleep. */
async function startFetching(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1499999\r\n\r\n`)
  await new Promise<void>((resolve) => socket.once('data', () => resolve()))
  socket.pause()
}

it('a push goes on when the laptop wakes: what was open is dead, the same link serves the rest by Range', {
  timeout: 60_000,
}, async () => {
  const { bench, box, push } = await openForeign()
  const id = await push()
  const { url } = toldOf(box)
  await startFetching(url)
  await bench.reaches(id, ({ step }) => step === 'transferring')
  bench.app.suspended()
  await new Promise((resolve) => setTimeout(resolve, 500))
  bench.app.resumed()
  // The servers are bound anew on the ports that links name; what was open is dead.
  await bench.until('network.changed', () => bench.app.listeners().every(({ state }) => state !== 'starting'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const rest = await fetch(url, { headers: { range: 'bytes=1000000-' } })
  expect((await rest.arrayBuffer()).byteLength).toBe(bytes.length - 1_000_000)
  await flashed(box)
  const job = await bench.ended<'firmware'>(id)
  expect(job.error).toBeNull()
  expect(job.result).toMatchObject({ verdict: 'proven', transfer: { bytes: bytes.length, requests: 2 } })
  expect(box.asked.filter((method) => method === 'Download')).toHaveLength(1)
})
