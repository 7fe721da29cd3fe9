import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { postBytes } from '../../support/raw-client.ts'

let acs: TestAcs
beforeAll(async () => {
  acs = await startAcs()
})
afterAll(() => acs.stop())

const inform = (serialNumber: string): string => envelope('1', informBody(serialNumber))
/** The server still serves an ordinary box. */
const isAlive = async (): Promise<boolean> => {
  const client = await acs.connect()
  const { status } = await client.post(inform('ALIVE'))
  await client.post('')
  client.close()
  return status === 200
}
const answered = async (body: string | Buffer): Promise<number> => {
  const client = await acs.connect()
  const { status } = await client.post(body)
  client.close()
  return status
}

describe('adversaries: an answer each time, no growth', () => {
  it('28: does not blow up entities (billion laughs)', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
    const doctype = `<!DOCTYPE lolz [<!ENTITY l0 "lol">${entities.join('')}]>`
    const before = process.memoryUsage().rss
    expect(await answered(doctype + inform('LAUGH').replace('Other', '&l9;'))).toBe(200)
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
    expect((await acs.devices()).find(({ serialNumber }) => serialNumber === 'LAUGH')?.manufacturer).toBe('&l9;')
  })

  it('28: opens no external entity', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'
    const client = await acs.connect()
    const body = doctype + inform('XXE').replace('>1</cwmp:ID>', '>&xxe;</cwmp:ID>')
    expect((await client.post(body)).body).not.toContain('root:')
    client.close()
  })

  it('survives deep nesting', async () => {
    expect(await answered('<a>'.repeat(200_000))).toBe(400)
    expect(await answered(inform('DEEP').replace('Other', '<b>'.repeat(100_000)))).toBeGreaterThanOrEqual(200)
    expect(await isAlive()).toBe(true)
  })

  it('refuses 100 MB bodies, announced or not, and the refusal arrives', async () => {
    for (const headers of ['Content-Length: 104857600', 'Transfer-Encoding: chunked']) {
      const client = await acs.connect()
      client.write(`POST /acs HTTP/1.1\r\n${headers}\r\n\r\n`)
      const piece = Buffer.alloc(1024 * 1024, 0x41)
      for (let sent = 0; sent < 100 && !client.socket.destroyed; sent += 1) {
        if (headers.startsWith('T')) client.write('100000\r\n')
        client.write(piece)
        if (headers.startsWith('T')) client.write('\r\n')
      }
      expect((await client.reply()).status).toBe(413)
      client.close()
    }
    expect(await isAlive()).toBe(true)
  })

  it('serves others while clients are slow, silent or half open', async () => {
    const idle = await Promise.all(Array.from({ length: 200 }, () => acs.connect()))
    for (const [n, client] of idle.entries()) {
      if (n % 3 === 0) client.write('POST /a')
      if (n % 3 === 1) client.write(postBytes(inform('SLOW')).subarray(0, 400))
    }
    expect(await isAlive()).toBe(true)
    for (const client of idle) client.close()
  })

  it('takes a request that comes byte by byte', async () => {
    const client = await acs.connect()
    for (const byte of postBytes(inform('BYTES'))) {
      client.write(Buffer.from([byte]))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await client.reply()).status).toBe(200)
    client.close()
  })

  it.each([
    ['a TLS greeting', Buffer.from('1603010200010001fc0303', 'hex')],
    ['nonsense', Buffer.from('hello\r\n\r\n')],
    ['no HTTP version', Buffer.from('POST /acs\r\n\r\n')],
    ['a negative length', postBytes('', { headers: { 'Content-Length': '-5' }, length: null })],
    ['two lengths', Buffer.from('POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n')],
    ['a chunk size that is none', Buffer.from('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n')],
  ])('answers %s with 400 and closes', async (_, bytes) => {
    const client = await acs.connect()
    client.write(bytes)
    expect((await client.reply()).status).toBe(400)
    await client.closed
  })

  it('answers an unknown transfer coding with 501, HTTP/2 without crashing', async () => {
    const client = await acs.connect()
    client.write('POST / HTTP/1.1\r\nTransfer-Encoding: snake\r\n\r\n')
    expect((await client.reply()).status).toBe(501)
    const two = await acs.connect()
    two.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
    expect((await two.reply()).status).toBe(405)
    two.close()
    expect(await isAlive()).toBe(true)
  })
})
