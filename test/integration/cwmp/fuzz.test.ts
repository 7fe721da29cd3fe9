import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { type FuzzedRequest, fuzzedRequests } from '../../support/http-fuzz.ts'

const cases = 2000

/** Sends one request, says that no more comes, and waits for the end; gives the first line that came back. */
function send(port: number, { pieces }: FuzzedRequest): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece)
      socket.end()
    })
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(received.split('\r\n')[0] ?? ''))
  })
}

it(`answers ${cases} damaged requests or closes, without a crash`, { timeout: 60_000 }, async () => {
  const acs = await startAcs({ settings: { cwmp: { maxSessions: 10_000 } } })
  for (const request of fuzzedRequests(20_260_101, cases)) {
    const line = await send(acs.port, request)
    const isSilent = request.pieces.every((piece) => piece.every((byte) => [0, 10, 13, 32].includes(byte)))
    if (!isSilent)
      expect(line, request.pieces.join('|').slice(0, 300)).toMatch(/^HTTP\/1\.1 (100|200|204|400|405|413|415|431|501) /)
  }
  expect(acs.complaints.filter((line) => line === 'request failed')).toEqual([])
  const client = await acs.connect()
  expect((await client.post(envelope('1', informBody('AFTER')))).status).toBe(200)
  client.close()
  await acs.stop()
})
