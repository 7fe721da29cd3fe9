import { createSocket, type Socket } from 'node:dgram'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { buildAck, buildDataHead, buildRequest, parsePacket } from '../../../src-main/transfer/tftp/packet.ts'
import { TftpServer } from '../../../src-main/transfer/tftp/tftp-server.ts'
import { allEnded, hasTool, makeDirectory, publishBuffer, requestsWhen, runTool, sha256, testBytes } from './support.ts'

const registry = new LinkRegistry()
const server = new TftpServer({ registry, address: '127.0.0.1', port: 0 })
const root = makeDirectory()
const data = testBytes(1_500_003)
let port = 0
let inbox = ''
let count = 0

beforeAll(async () => {
  port = (await server.start()).port
})
beforeEach(() => {
  inbox = join(root.path, `inbox-${++count}`)
  mkdirSync(inbox)
})
afterAll(async () => {
  await server.stop()
  root.remove()
})

const accept = (maxBytes = 5_000_000) => registry.accept({ directory: inbox, fileName: 'log.txt', maxBytes })

describe.skipIf(!hasTool('curl'))('curl (skipped where curl is missing)', () => {
  it.each([8, 512, 1428, 8192, 65_464])('gets and puts with blksize %i', async (blockBytes) => {
    const file = blockBytes === 8 ? data.subarray(0, 20_000) : data
    const link = publishBuffer(registry, file)
    const slot = accept()
    const out = join(root.path, 'curl.bin')
    const base = `tftp://127.0.0.1:${port}`
    const size = ['--tftp-blksize', String(blockBytes)]
    expect(await runTool('curl', ['-sS', ...size, '-o', out, `${base}/${link.path}`])).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ protocol: 'tftp', state: 'done', bytesSent: file.length, total: file.length })
    const put = await runTool('curl', ['-sS', ...size, '-T', out, `${base}/${slot.token}/up.bin`])
    expect(put).toMatchObject({ status: 0 })
    expect(readFileSync(join(inbox, 'up.bin')).equals(file)).toBe(true)
  })

  it('serves a box that knows no options, and a file that fills its last block', async () => {
    const file = testBytes(512 * 20)
    const link = publishBuffer(registry, file)
    const out = join(root.path, 'plain.bin')
    const args = ['-sS', '--tftp-no-options', '-o', out, `tftp://127.0.0.1:${port}/${link.path}`]
    expect(await runTool('curl', args)).toMatchObject({ status: 0 })
    expect(readFileSync(out).equals(file)).toBe(true)
  })

  it('refuses foreign tokens, links with a password, and too much', async () => {
    const locked = publishBuffer(registry, data, { credentials: { username: 'a', password: 'b' } })
    const get = async (path: string) =>
      (await runTool('curl', ['-s', '-o', '/dev/null', `tftp://127.0.0.1:${port}/${path}`])).status
    expect(await get(`${'0'.repeat(32)}/image.bin`)).toBe(68)
    expect(await get(locked.path)).toBe(69)
    const file = join(root.path, 'big')
    writeFileSync(file, data)
    const slot = accept(100_000)
    const put = await runTool('curl', ['-s', '-T', file, `tftp://127.0.0.1:${port}/${slot.path}`])
    expect(put.status).not.toBe(0)
    expect(readdirSync(inbox)).toEqual([])
  })
})

describe.skipIf(!hasTool('tftp'))('tftp-hpa (skipped where it is missing)', () => {
  it('gets and puts', async () => {
    const link = publishBuffer(registry, data)
    const slot = accept()
    const out = join(root.path, 'hpa.bin')
    const base = ['-m', 'binary', '127.0.0.1', String(port), '-c']
    await runTool('tftp', [...base, 'get', `${link.token}/image.bin`, out])
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    await runTool('tftp', [...base, 'put', out, `${slot.token}/hpa.bin`])
    await requestsWhen(registry, slot.id, allEnded)
    expect(readFileSync(join(inbox, 'hpa.bin')).equals(data)).toBe(true)
  })
})

describe.skipIf(!hasTool('atftp'))('atftp (skipped where it is missing)', () => {
  it.each([2, 16, 64])('gets with windowsize %i', async (window) => {
    const link = publishBuffer(registry, data)
    const out = join(root.path, `atftp-${window}.bin`)
    const settings = ['--option', `windowsize ${window}`, '--option', 'blksize 1400', '--option', 'tsize 0']
    const where = ['-g', '-r', `${link.token}/image.bin`, '-l', out, '127.0.0.1', String(port)]
    expect(await runTool('atftp', [...settings, ...where])).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
  })
})

describe('a box by hand', () => {
  it('does not double its answers when ACKs come twice', async () => {
    const link = publishBuffer(registry, testBytes(512 * 40))
    const socket = await openSocket()
    let blocks = 0
    const ended = new Promise<void>((resolve) => {
      socket.on('message', (datagram, remote) => {
        const packet = parsePacket(datagram)
        if (packet?.type !== 'data') return
        blocks += 1
        const ack = buildAck(packet.block)
        socket.send(ack, remote.port, remote.address)
        socket.send(ack, remote.port, remote.address)
        if (packet.data.length < 512) resolve()
      })
    })
    socket.send(
      buildRequest({ type: 'read', fileName: link.path, mode: 'octet', options: new Map() }),
      port,
      '127.0.0.1',
    )
    await ended
    expect(blocks).toBe(41)
    socket.close()
  })

  it('sends a lost block again and takes a window with a gap', async () => {
    const slot = accept()
    const socket = await openSocket()
    const options = new Map([
      ['windowsize', '4'],
      ['blksize', '512'],
    ])
    socket.send(buildRequest({ type: 'write', fileName: slot.path, mode: 'octet', options }), port, '127.0.0.1')
    const { packet, reply } = await nextPacket(socket)
    expect(packet).toMatchObject({ type: 'optionAck' })
    const block = (number: number, length = 512) => Buffer.concat([buildDataHead(number), Buffer.alloc(length, number)])
    for (const number of [1, 2, 4]) reply(block(number))
    expect((await nextPacket(socket)).packet).toEqual({ type: 'ack', block: 2 })
    for (const number of [3, 4, 5]) reply(block(number))
    reply(block(6, 1))
    expect((await nextPacket(socket)).packet).toEqual({ type: 'ack', block: 6 })
    reply(block(6, 1))
    expect((await nextPacket(socket)).packet).toEqual({ type: 'ack', block: 6 })
    expect(readFileSync(join(inbox, 'log.txt')).length).toBe(512 * 5 + 1)
    socket.close()
  })

  it('a box that vanishes is given up and leaves nothing', async () => {
    const slot = accept()
    const socket = await openSocket()
    socket.send(
      buildRequest({ type: 'write', fileName: slot.path, mode: 'octet', options: new Map() }),
      port,
      '127.0.0.1',
    )
    const { reply } = await nextPacket(socket)
    reply(Buffer.concat([buildDataHead(1), Buffer.alloc(512)]))
    await nextPacket(socket)
    socket.close()
    await requestsWhen(registry, slot.id, allEnded)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(readdirSync(inbox)).toEqual([])
  })
})

function openSocket(): Promise<Socket> {
  const socket = createSocket('udp4')
  return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(socket)))
}

function nextPacket(socket: Socket) {
  return new Promise<{ packet: ReturnType<typeof parsePacket>; reply: (datagram: Buffer) => void }>((resolve) => {
    socket.once('message', (datagram, remote) =>
      resolve({
        packet: parsePacket(datagram),
        reply: (answer) => socket.send(answer, remote.port, remote.address),
      }),
    )
  })
}
