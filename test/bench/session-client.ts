/**
 * The boxes of sessions.bench.ts, in a process of their own: `node session-client.ts PORT CLIENTS SESSIONS BOXES VALUES INFORMED`:
 * VALUES are what they answer when they are asked, INFORMED what their Informs hold. Each client opens a connection for each session, as boxes do. Prints one line of JSON.
 */
import { connect, type Socket } from 'node:net'
import { envelope, informBody } from '../support/foreign-box.ts'
import { valuesAnswer } from '../support/raw-box.ts'
import { postBytes } from '../support/raw-client.ts'

const [port = 0, clients = 8, sessions = 1000, boxes = 100, values = 0, informed = 1] = process.argv
  .slice(2)
  .map(Number)

const valuesOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`Device.Bench.${n}.Value`, `value ${n}`]))
const list = /<ParameterList.*<\/ParameterList>/.exec(valuesAnswer('', valuesOf(informed)))?.[0] ?? ''
const informOf = (serialNumber: string): string =>
  envelope('1', informBody(serialNumber)).replace(/<ParameterList.*<\/ParameterList>/, list)

const empty = postBytes('')
const informs = Array.from({ length: boxes }, (_, n) => postBytes(informOf(`BENCH${n}`)))
const answer = valuesAnswer('ID', valuesOf(values))
const durationsMs: number[] = []
let started = 0
let failed = 0

/** One session; resolves when the connection has ended after the 204. */
function session(inform: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const start = performance.now()
    let state: 'inform' | 'empty' | 'answer' = 'inform'
    let text = ''
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(inform))
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (!isWhole(text)) return
      const reply = text
      text = ''
      const status = reply.slice(9, 12)
      if (state === 'inform' && status === '200') {
        state = 'empty'
        socket.write(empty)
      } else if (status === '200') {
        state = 'answer'
        const id = /<cwmp:ID[^>]*>([^<]*)</.exec(reply)?.[1] ?? ''
        socket.write(postBytes(answer.replace('>ID<', `>${id}<`)))
      } else {
        const isExpected = status === '204' && (values === 0 || state === 'answer')
        if (!isExpected) failed += 1
        socket.end()
      }
    })
    socket.on('error', () => {
      failed += 1
    })
    socket.on('close', () => {
      durationsMs.push(performance.now() - start)
      resolve()
    })
  })
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = Number(/\r\nContent-Length: (\d+)/i.exec(text)?.[1] ?? 0)
  return text.length >= end + 4 + length
}

async function client(): Promise<void> {
  while (started < sessions) {
    started += 1
    await session(informs[started % boxes] ?? Buffer.alloc(0))
  }
}

const start = performance.now()
await Promise.all(Array.from({ length: clients }, client))
const seconds = (performance.now() - start) / 1000
durationsMs.sort((a, b) => a - b)
const quantile = (share: number): number => durationsMs[Math.floor(durationsMs.length * share)] ?? 0
console.log(JSON.stringify({ seconds, failed, p50: quantile(0.5), p95: quantile(0.95) }))
