import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { idOf, methodOf, RawBox, valuesAnswer } from '../../support/raw-box.ts'
import { type PostOptions, postBytes } from '../../support/raw-client.ts'

const uptime = 'Device.DeviceInfo.UpTime'
const name = 'Device.X_Name'

let acs: TestAcs
beforeEach(async () => {
  acs = await startAcs()
})
afterEach(() => acs.stop())

const inform = (serialNumber: string): string => envelope('1', informBody(serialNumber))
const codes = async (): Promise<string[]> => (await acs.lastSession()).warnings.map(({ code }) => code)

describe('16: Content-Length that does not fit', () => {
  const answered = async (body: (text: string) => Buffer[]) => {
    const { box, jobId, request } = await RawBox.asked(acs, 'LENGTH', [name])
    for (const piece of body(valuesAnswer(idOf(request), { [name]: '客厅的机顶盒，三楼' }))) {
      box.client.write(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const reply = await box.client.reply()
    return { box, reply, job: await box.job(jobId) }
  }

  it('counted in characters: the bytes beyond it still belong to the message', async () => {
    const { box, reply, job } = await answered((text) => [postBytes(text, { length: text.length })])
    expect(reply.status).toBe(204)
    expect(job.result).toMatchObject({ values: [{ value: '客厅的机顶盒，三楼' }] })
    expect(await codes()).toContain('contentLengthWrong')
    expect((await box.post('')).status).toBe(204)
  })

  it('counted in characters, the rest in a packet of its own', async () => {
    const { job } = await answered((text) => {
      const bytes = postBytes(text, { length: text.length })
      return [bytes.subarray(0, -18), bytes.subarray(-18)]
    })
    expect(job.result).toMatchObject({ values: [{ value: '客厅的机顶盒，三楼' }] })
  })

  it('too large: taken when the envelope has ended and nothing more comes', async () => {
    const { reply, job } = await answered((text) => [postBytes(text, { length: Buffer.byteLength(text) + 7 })])
    expect([reply.status, job.state]).toEqual([204, 'succeeded'])
    expect(await codes()).toContain('contentLengthWrong')
  })

  it('left out: the body lasts until the envelope ends', async () => {
    const { reply, job } = await answered((text) => [postBytes(text, { length: null })])
    expect([reply.status, job.state]).toEqual([204, 'succeeded'])
  })

  it('bytes left over after the answer are skipped, and the next request is found', async () => {
    const box = await RawBox.connect(acs, 'LEFT')
    await box.inform()
    box.client.write('ope>\r\n')
    expect((await box.post('')).status).toBe(204)
    expect(await codes()).toContain('bytesSkipped')
  })
})

describe('17: characters and codings', () => {
  it('reads GBK under charset=utf-8, and Latin-1', async () => {
    const gbk = Buffer.concat([
      Buffer.from(inform('GBK').split('Other')[0] ?? ''),
      Buffer.from([0xd6, 0xd0, 0xd0, 0xcb]),
      Buffer.from(inform('GBK').split('Other')[1] ?? ''),
    ])
    const client = await acs.connect()
    expect((await client.post(gbk)).status).toBe(200)
    expect((await acs.devices())[0]?.manufacturer).toBe('中兴')
    const latin = Buffer.from(inform('LATIN').replace('Other', 'Société'), 'latin1')
    expect((await (await acs.connect()).post(latin)).status).toBe(200)
    expect((await acs.devices()).some(({ manufacturer }) => manufacturer === 'Société')).toBe(true)
  })

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('takes chunked requests with %s, extensions and trailers', async (_, end) => {
    const client = await acs.connect()
    const text = inform('CHUNKED')
    const [one, two] = [text.slice(0, 300), text.slice(300)]
    client.write(`POST /acs HTTP/1.1${end}Host: x${end}Transfer-Encoding: Chunked${end}${end}`)
    client.write(`${one.length.toString(16)};x=y${end}${one}${end}`)
    client.write(`${two.length.toString(16).toUpperCase()} ${end}${two}${end}0${end}Trailer: z${end}${end}`)
    expect(methodOf(await client.reply())).toBe('InformResponse')
    expect((await client.post('')).status).toBe(204)
  })

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('undoes Content-Encoding %s (%#)', async (encoding, compress) => {
    const client = await acs.connect()
    const reply = await client.post(compress(Buffer.from(inform('ZIP'))), { headers: { 'Content-Encoding': encoding } })
    expect(methodOf(reply)).toBe('InformResponse')
    expect(reply.headers['content-encoding']).toBeUndefined()
  })

  it('answers br with 415, damaged gzip with 400, and keeps the connection', async () => {
    const client = await acs.connect()
    const br = await client.post(brotliCompressSync(inform('BR')), { headers: { 'Content-Encoding': 'br' } })
    expect(br.status).toBe(415)
    const damaged = gzipSync(inform('BAD'))
    damaged.fill(0xff, 20, 200)
    expect((await client.post(damaged, { headers: { 'Content-Encoding': 'gzip' } })).status).toBe(400)
    expect((await client.post(inform('BAD'))).status).toBe(200)
  })
})

describe('18: odd forms of HTTP', () => {
  it.each<[string, PostOptions]>([
    ['application/xml', { headers: { 'Content-Type': 'application/xml' } }],
    ['text/html', { headers: { 'Content-Type': 'text/html' } }],
    ['an empty Content-Type', { headers: { 'Content-Type': '' } }],
    ['SOAPAction ""', { headers: { SOAPAction: '""' } }],
    ['SOAPAction with a method', { headers: { SOAPAction: 'cwmp:Inform' } }],
    ['an empty SOAPAction', { headers: { SOAPAction: '' } }],
    ['Host: :0', { headers: { Host: ':0' } }],
    ['header names in capitals', { headers: { HOST: 'x', CONNECTION: 'TE, Keep-Alive', TE: 'trailers' } }],
    ['LF line ends', { lineEnd: '\n' }],
    ['an absolute URL', { path: 'http://acs.example:7547/acs?a=b' }],
    ['another path', { path: '/' }],
    ['a charset of its own', { headers: { 'Content-Type': 'text/xml; charset=unknown-8bit' } }],
  ])('takes %s', async (_, options) => {
    const client = await acs.connect()
    expect(methodOf(await client.post(inform('ODD'), options))).toBe('InformResponse')
    expect((await client.post('', options)).status).toBe(204)
    expect((await acs.lastSession()).outcome).toBe('completed')
  })

  it('takes a request without Host, and folded header lines', async () => {
    const client = await acs.connect()
    const body = inform('NOHOST')
    client.write(`POST /acs HTTP/1.1\r\nX-Long: a\r\n b\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    expect(methodOf(await client.reply())).toBe('InformResponse')
  })

  it('sends 100 Continue to who waits for it', async () => {
    const client = await acs.connect()
    const bytes = postBytes(inform('EXPECT'), { headers: { Expect: '100-continue' } })
    const head = bytes.indexOf('\r\n\r\n') + 4
    client.write(bytes.subarray(0, head))
    expect((await client.reply()).status).toBe(100)
    client.write(bytes.subarray(head))
    expect(methodOf(await client.reply())).toBe('InformResponse')
  })

  it('serves HTTP/1.0: closes after each answer, the session goes on by cookie', async () => {
    const { box, jobId } = await (async () => {
      const known = await RawBox.known(acs, 'HTTP10')
      return { box: known, jobId: await known.startRead([uptime]) }
    })()
    const exchange = async (body: string) => {
      box.client = await acs.connect()
      const reply = body === 'inform' ? await box.inform({ version: '1.0' }) : await box.post(body, { version: '1.0' })
      await box.client.closed
      return reply
    }
    expect((await exchange('inform')).headers.connection).toBe('close')
    const request = await exchange('')
    expect((await exchange(valuesAnswer(idOf(request), { [uptime]: '4' }))).status).toBe(204)
    expect((await box.job(jobId)).state).toBe('succeeded')
  })

  it('keeps an HTTP/1.0 connection that asks for it', async () => {
    const client = await acs.connect()
    const options: PostOptions = { version: '1.0', headers: { Connection: 'Keep-Alive' } }
    expect((await client.post(inform('KEEP10'), options)).headers.connection).toBe('keep-alive')
    expect((await client.post('', options)).status).toBe(204)
  })

  it('closes when the box asks for it, and when it has half-closed', async () => {
    const client = await acs.connect()
    expect((await client.post(inform('CLOSE'), { headers: { Connection: 'close' } })).headers.connection).toBe('close')
    await client.closed
    const half = await acs.connect()
    half.socket.end(postBytes(inform('HALF')))
    expect((await half.reply()).status).toBe(200)
    await half.closed
  })

  it('tells a browser that it is in the right place', async () => {
    const response = await fetch(acs.url)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('FieldACS')])
    expect((await fetch(acs.url, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(acs.url, { method: 'PUT', body: 'x' })).status).toBe(405)
  })

  it('answers pipelined requests in order', async () => {
    const client = await acs.connect()
    client.write(Buffer.concat([postBytes(inform('PIPE')), postBytes('', { headers: { Cookie: 'sid=0' } })]))
    expect([(await client.reply()).status, (await client.reply()).status]).toEqual([200, 204])
  })
})

describe('19: large and endless requests', () => {
  it('refuses an announced length above 16 MiB at once, without its body', async () => {
    const client = await acs.connect()
    client.write(postBytes('', { length: 1_449_419_551 }))
    expect((await client.reply()).status).toBe(413)
    await client.closed
  })

  it('413 reaches a client that is still sending', async () => {
    const client = await acs.connect()
    client.write('POST /acs HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 0x20), Buffer.from('\r\n')])
    for (let sent = 0; sent < 24; sent += 1) client.write(chunk)
    expect((await client.reply()).status).toBe(413)
  })

  it('refuses what unpacks to more than 16 MiB', async () => {
    const client = await acs.connect()
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    expect((await client.post(bomb, { headers: { 'Content-Encoding': 'gzip' } })).status).toBe(413)
  })

  it('refuses endless headers with 431', async () => {
    const client = await acs.connect()
    client.write('POST /acs HTTP/1.1\r\n')
    for (let line = 0; line < 2000; line += 1) client.write(`X-${line}: ${'a'.repeat(60)}\r\n`)
    expect((await client.reply()).status).toBe(431)
  })
})
