import { connect as connectTls } from 'node:tls'
import { afterEach, expect, it } from 'vitest'
import type { HttpLimits } from '../../../src-main/cwmp/http/connection.ts'
import { HttpServer } from '../../../src-main/cwmp/http/http-server.ts'
import { createLocalCa } from '../../../src-main/net/local-ca.ts'
import { tlsOptions } from '../../../src-main/net/tls-options.ts'
import { postBytes, RawClient } from '../../support/raw-client.ts'

const troubles: string[] = []
let server: HttpServer | null = null
afterEach(async () => {
  await server?.stop()
  troubles.length = 0
})

/** A server that answers with what it was sent; its limits are short, so that they are reached. */
function echo(limits: Partial<HttpLimits> = {}): HttpServer {
  server = new HttpServer(
    {
      onRequest: ({ body }) => Promise.resolve({ status: 200, headers: {}, body: body.toString() }),
      onTrouble: ({ code }) => void troubles.push(code),
      onOpen: () => {},
      onClose: () => {},
    },
    limits,
  )
  return server
}

it('answers 408 where the head or the body does not come to its end', async () => {
  const port = await echo({ headMs: 1, bodyPauseMs: 1, bodyMs: 1 }).start('127.0.0.1', 0)
  for (const bytes of [Buffer.from('POST / HT'), postBytes('<a>', { length: 99 })]) {
    const client = await RawClient.connect(port)
    client.write(bytes)
    expect((await client.reply()).status).toBe(408)
    await client.closed
  }
  expect(troubles).toEqual(['httpRefused', 'httpRefused'])
})

it('closes a silent connection without a word', async () => {
  const port = await echo({ idleMs: 1 }).start('127.0.0.1', 0)
  const client = await RawClient.connect(port)
  await client.closed
  expect(troubles).toEqual([])
})

it('ends a refused client that never stops sending', async () => {
  const port = await echo({ bodyBytes: 1000, lingerMs: 1 }).start('127.0.0.1', 0)
  const client = await RawClient.connect(port)
  client.write(postBytes('', { length: 5000 }))
  const chatter = setInterval(() => client.write('more'), 5)
  await client.closed
  clearInterval(chatter)
})

it('speaks HTTPS with a certificate of the local authority, and closes half-made handshakes when it stops', async () => {
  const kept = new Map<string, string>()
  const ca = createLocalCa({ get: (name) => kept.get(name) ?? null, set: (name, value) => void kept.set(name, value) })
  const identity = await ca.serverIdentity({ addresses: ['127.0.0.1'], dnsNames: [] })
  const { pem } = await ca.authority()
  const port = await echo().start('127.0.0.1', 0, {
    ...tlsOptions({ oldTls: false, clientCertificates: 'no' }),
    ...identity,
  })
  const silent = await RawClient.connect(port)
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', ca: pem }, () =>
      socket.end(postBytes('<Envelope></Envelope>')),
    )
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(received))
  })
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*<Envelope><\/Envelope>$/)
  await Promise.all([server?.stop(), silent.closed])
})
