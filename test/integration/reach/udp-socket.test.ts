import { createSocket, type Socket } from 'node:dgram'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Heartbeat } from '#shared/model/reach.ts'
import { HeartbeatTable } from '../../../src-main/reach/heartbeats.ts'
import { requestConnection } from '../../../src-main/reach/http-connection-request.ts'
import { createReach } from '../../../src-main/reach/reach.ts'
import {
  decodeAddress,
  decodeStun,
  encodeStun,
  findAttribute,
  stunAttributes,
  stunTypes,
} from '../../../src-main/reach/stun/message.ts'
import { StunService } from '../../../src-main/reach/stun-service.ts'
import { StunServer } from '../../../src-main/reach/udp-socket.ts'
import { playBox } from './odd-box.ts'

const nobodys = () => new HeartbeatTable(() => null)
const device = {
  id: 'd1',
  address: '127.0.0.1',
  connectionRequestUrl: '',
  udpConnectionRequestAddress: '',
  lastInformAt: null,
}
const binding = { type: stunAttributes.connectionRequestBinding, value: Buffer.from('dslforum.org/TR-111 ') }
let server: StunServer
let box: Socket
let received: string[]

beforeEach(async () => {
  server = new StunServer({
    address: '127.0.0.1',
    port: 0,
    heartbeats: new HeartbeatTable(() => ({ deviceId: 'd1', ownAddress: '127.0.0.1' })),
  })
  await server.start()
  received = []
  box = createSocket('udp4')
  await new Promise<void>((resolve) => box.bind(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await server.stop()
  box.close()
})

const to = () => ({ address: '127.0.0.1', port: box.address().port })
const credentials = { username: 'acs', password: 'secret' }

/** Sends a binding request from the box and gives the answer. */
function exchange(attributes = [binding]): Promise<Buffer> {
  const answer = new Promise<Buffer>((resolve) => box.once('message', resolve))
  const id = Buffer.from(Array.from({ length: 16 }, () => Math.floor(Math.random() * 256)))
  box.send(encodeStun(stunTypes.bindingRequest, id, attributes), server.address?.port ?? 0, '127.0.0.1')
  return answer
}

describe('StunServer', () => {
  it('answers a box and tells its heartbeat', async () => {
    const beats: Heartbeat[] = []
    const off = server.on('heartbeat', (heartbeat) => beats.push(heartbeat))
    const message = decodeStun(await exchange())
    expect(message && decodeAddress(findAttribute(message, stunAttributes.mappedAddress) ?? Buffer.alloc(0))).toEqual(
      to(),
    )
    await exchange([])
    off()
    await exchange()
    expect(beats).toMatchObject([{ deviceId: 'd1', ...to(), natSeen: false, fresh: true }])
    expect(server.heartbeats.ofDevice('d1')).toMatchObject({ count: 2 })
  })

  it('sends three equal signed requests from the STUN port, each request with a higher stamp', async () => {
    const ports = new Set<number>()
    box.on('message', (bytes, { port }) => {
      received.push(bytes.toString())
      ports.add(port)
    })
    const request = { deviceId: 'd1', to: to(), credentials, spacingMs: 5, listenMs: 30 }
    expect(await server.requestConnection(request)).toEqual({ kind: 'sent', copies: 3, heard: false })
    await server.requestConnection(request)
    expect([...ports]).toEqual([server.address?.port])
    expect(received).toHaveLength(6)
    expect(new Set(received).size).toBe(2)
    const [first = '', second = ''] = [...new Set(received)].map((text) => /ts=(\d+)&/.exec(text)?.[1])
    expect(Number(second)).toBeGreaterThan(Number(first))
  })

  it('stamps go on rising when the socket is made anew', async () => {
    const service = new StunService({ matchHeartbeat: () => null })
    box.on('message', (bytes) => received.push(bytes.toString()))
    const request = { deviceId: 'd1', to: to(), credentials, copies: 1, listenMs: 30 }
    for (let run = 0; run < 3; run++) {
      await service.start('127.0.0.1', 0)
      await service.server?.requestConnection(request)
      await service.stop()
    }
    const stamps = received.map((text) => Number(/ts=(\d+)&/.exec(text)?.[1]))
    expect(stamps).toEqual([...new Set(stamps)].toSorted((a, b) => a - b))
    expect(stamps).toHaveLength(3)
  })

  it('stamps are above what an earlier run can have sent, though the clock was set back', async () => {
    box.on('message', (bytes) => received.push(bytes.toString()))
    const informedAt = Date.now() + 86_400_000
    await server.requestConnection({ deviceId: 'd1', informedAt, to: to(), credentials, copies: 1, listenMs: 30 })
    expect(Number(/ts=(\d+)&/.exec(received[0] ?? '')?.[1]) * 1000).toBeGreaterThan(informedAt)
  })

  it('boxes are remembered when the socket is made anew', async () => {
    const service = new StunService({ matchHeartbeat: () => ({ deviceId: 'd1', ownAddress: null }) })
    const port = await service.start('127.0.0.1', 0)
    const heard = new Promise((resolve) => box.once('message', resolve))
    box.send(encodeStun(stunTypes.bindingRequest, Buffer.alloc(16), [binding]), port, '127.0.0.1')
    await heard
    await service.stop()
    await service.start('127.0.0.1', 0)
    expect(service.server?.heartbeats.ofDevice('d1')).toMatchObject({ port: to().port })
    await service.stop()
  })

  it('hears a box that answers', async () => {
    box.once('message', (_bytes, { port }) => box.send('HTTP/1.1 200 OK\r\n\r\n', port, '127.0.0.1'))
    const verdict = await server.requestConnection({
      deviceId: 'd1',
      to: to(),
      credentials,
      spacingMs: 5,
      listenMs: 100,
    })
    expect(verdict).toEqual({ kind: 'sent', copies: 3, heard: true })
  })

  it('a heartbeat in between is no answer', async () => {
    const pending = server.requestConnection({ deviceId: 'd1', to: to(), credentials, spacingMs: 5, listenMs: 60 })
    await exchange()
    expect(await pending).toMatchObject({ heard: false })
  })

  it('asks for integrity by 401 and tells it', async () => {
    await server.stop()
    server = new StunServer({ address: '127.0.0.1', port: 0, heartbeats: nobodys(), passwordFor: () => 'secret' })
    await server.start()
    const refused: number[] = []
    server.on('refused', ({ code }) => refused.push(code))
    const message = decodeStun(await exchange())
    expect(message?.type).toBe(stunTypes.bindingError)
    expect(refused).toEqual([401])
    expect(server.heartbeats.list()).toEqual([])
  })

  it('says why it cannot start; stops twice; sends nothing when stopped', async () => {
    const second = new StunServer({ address: '127.0.0.1', port: server.address?.port ?? 0, heartbeats: nobodys() })
    await expect(second.start()).rejects.toMatchObject({ code: 'PORT_IN_USE' })
    const elsewhere = new StunServer({ address: '192.0.2.1', port: 0, heartbeats: nobodys() })
    await expect(elsewhere.start()).rejects.toMatchObject({ code: 'ADDRESS_NOT_AVAILABLE' })
    await server.stop()
    await server.stop()
    expect(server.address).toBeNull()
    expect(await server.requestConnection({ deviceId: 'd1', to: to(), credentials })).toMatchObject({ kind: 'noRoute' })
  })
})

describe('wake with real sockets', () => {
  const reach = () =>
    createReach({
      udp: () => server,
      requestHttp: requestConnection,
      credentialsFor: () => credentials,
      allowBasicFor: () => false,
      subnets: () => [{ address: '127.0.0.1', family: 'IPv4' as const, prefixLength: 8 }],
      localAddress: () => '127.0.0.1',
      timeoutMs: 2000,
    })

  it('by UDP to where the heartbeat came from', async () => {
    await exchange()
    const heard = new Promise<string>((resolve) => box.once('message', (bytes) => resolve(bytes.toString())))
    const verdict = await reach().wake(device)
    expect(verdict).toMatchObject({
      kind: 'asked',
      steps: [{ means: 'udp', via: 'heartbeat', target: `127.0.0.1:${to().port}` }],
    })
    expect(await heard).toMatch(
      /^GET http:\/\/127\.0\.0\.1:\d+\?ts=\d+&id=\d+&un=acs&cn=[0-9a-f]{16}&sig=[0-9A-F]{40} HTTP\/1\.1\r\n/,
    )
  })

  it('by HTTP on the address that the box really has', async () => {
    const http = await playBox(async ({ request, end }) => {
      await request()
      end('HTTP/1.1 204 No Content\r\n\r\n')
    })
    try {
      const reported = http.url.replace('127.0.0.1', '127.9.9.9')
      const verdict = await reach().wake({ ...device, connectionRequestUrl: reported })
      expect(verdict).toMatchObject({
        kind: 'asked',
        steps: [
          { via: 'reported', verdict: { kind: 'refused' } },
          { via: 'observed', verdict: { kind: 'accepted', status: 204, attempts: 1 } },
        ],
      })
    } finally {
      await http.stop()
    }
  })
})
