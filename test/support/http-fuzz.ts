/** HTTP requests of a box, damaged in their heads, lengths and line ends; the same seed gives the same bytes. */
import { fuzzedBodies, type Random, seededRandom } from './fuzz.ts'

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[below(random, items.length)] ?? items[0]
}

const requestLines = [
  'POST /acs HTTP/1.1',
  'POST / HTTP/1.0',
  'post http://x:0/acs HTTP/1.1',
  'POST  /acs  HTTP/1.1 ',
  'GET / HTTP/1.1',
  'HTTP/1.1 200 OK',
  'POST /acs HTTP/9.9',
  'POST /acs',
  'POST',
  '',
  '\0\0',
] as const
const oddHeaders = [
  'Host: :0',
  'Expect: 100-continue',
  'Connection: close',
  'Connection: TE, Keep-Alive',
  'Cookie: sid=0123; Path=/',
  'Cookie: "',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Encoding: gzip',
  'Content-Encoding: deflate',
  'Content-Encoding: br',
  'Content-Length: 0',
  'Content-Length: 99999999999',
  'Content-Length: -1',
  'Content-Length: 1e3',
  'Content-Type: ;;charset="',
  'Authorization: Digest username="a',
  'Authorization: Basic !!!!',
  ': no name',
  'no colon',
  ' folded',
  `X: ${'a'.repeat(5000)}`,
  'X: \u0000\u0001\u00ff',
] as const

/** One request of a connection; `pieces` are the packets it comes in. */
export interface FuzzedRequest {
  pieces: Buffer[]
}

function headOf(random: Random, body: Buffer): string {
  const end = pick(random, ['\r\n', '\r\n', '\r\n', '\n', '\r'] as const)
  const lines: string[] = [random() < 0.6 ? requestLines[0] : pick(random, requestLines)]
  const lengths = [
    body.length,
    body.length,
    body.length,
    body.length - 3,
    body.length + 3,
    body.toString().length,
  ] as const
  if (random() < 0.9) lines.push(`Content-Length: ${pick(random, lengths)}`)
  for (let count = below(random, 4); count > 0; count -= 1) lines.push(pick(random, oddHeaders))
  return lines.join(end) + (random() < 0.95 ? end + end : end)
}

function damaged(random: Random, bytes: Buffer): Buffer {
  if (random() < 0.6 || bytes.length === 0) return bytes
  const at = below(random, bytes.length)
  switch (below(random, 4)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(random, 256)]), bytes.subarray(at)])
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(random, 40))])
    default:
      return Buffer.concat([bytes, bytes.subarray(at)])
  }
}

function split(random: Random, bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  for (let from = 0; from < bytes.length; ) {
    const size = random() < 0.7 ? bytes.length : 1 + below(random, 300)
    pieces.push(bytes.subarray(from, from + size))
    from += size
  }
  return pieces
}

/** Requests with fuzzed heads around fuzzed bodies. */
export function* fuzzedRequests(seed: number, count: number): Generator<FuzzedRequest> {
  const random = seededRandom(seed ^ 0x5bd1e995)
  for (const body of fuzzedBodies(seed, count)) {
    const content = random() < 0.1 ? Buffer.alloc(0) : body
    const bytes = damaged(random, Buffer.concat([Buffer.from(headOf(random, content), 'latin1'), content]))
    yield { pieces: split(random, bytes) }
  }
}
