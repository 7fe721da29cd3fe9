import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReceivedFile } from '#shared/model/transfer.ts'
import { HttpFileServer } from '../../../src-main/transfer/http-file-server.ts'
import { removePartials } from '../../../src-main/transfer/inbox.ts'
import { type AcceptOptions, LinkRegistry } from '../../../src-main/transfer/links.ts'
import { allEnded, hasTool, makeDirectory, requestsWhen, runTool, sha256, testBytes } from './support.ts'

const registry = new LinkRegistry()
const server = new HttpFileServer({
  registry,
  address: '127.0.0.1',
  port: 0,
  idleTimeoutMs: 800,
  uploadTimeoutMs: 2500,
})
const root = makeDirectory()
const data = testBytes(700_001)
const received: ReceivedFile[] = []
let base = ''
let inbox = ''
let count = 0

beforeAll(async () => {
  const { port } = await server.start()
  base = `http://127.0.0.1:${port}`
  registry.onReceived((file) => received.push(file))
})
beforeEach(() => {
  inbox = join(root.path, `inbox-${++count}`)
  mkdirSync(inbox)
  received.length = 0
})
afterAll(async () => {
  await server.stop()
  root.remove()
})

const accept = (options: Partial<AcceptOptions> = {}) =>
  registry.accept({ directory: inbox, fileName: 'log.txt', maxBytes: 1_000_000, ...options })
const put = (path: string, body: BodyInit | null, init: RequestInit = {}) =>
  fetch(base + path, { method: 'PUT', body, ...init })

describe('uploads', () => {
  it('takes a PUT under the name of the link or under one below it', async () => {
    const link = accept()
    expect((await put(`/${link.token}`, data)).status).toBe(201)
    expect((await put(`/${link.token}/%E6%97%A5%E5%BF%97.txt`, 'second')).status).toBe(201)
    expect(readdirSync(inbox).sort()).toEqual(['log.txt', '日志.txt'])
    expect(received).toMatchObject([
      { linkId: link.id, fileName: 'log.txt', sizeBytes: data.length, sha256: sha256(data) },
      { linkId: link.id, fileName: '日志.txt', sizeBytes: 6 },
    ])
    expect(registry.requestsOf(link.id)[0]).toMatchObject({
      state: 'done',
      bytesReceived: data.length,
      httpStatus: 201,
    })
  })

  it('numbers files of the same name and takes an empty one', async () => {
    const link = accept()
    for (const text of ['one', 'two', '']) await put(link.path, text)
    expect(readdirSync(inbox).sort()).toEqual(['log (2).txt', 'log (3).txt', 'log.txt'])
  })

  it('takes a POST of a form with several files and fields', async () => {
    const form = new FormData()
    form.append('note', 'ignored')
    form.append('a', new Blob([data]), 'a.bin')
    form.append('b', new Blob([]), 'empty.log')
    const link = accept()
    const response = await fetch(base + link.path, { method: 'POST', body: form })
    expect(response.status).toBe(200)
    expect(received.map(({ fileName, sizeBytes }) => [fileName, sizeBytes])).toEqual([
      ['a.bin', data.length],
      ['empty.log', 0],
    ])
    expect(received[0]?.sha256).toBe(sha256(data))
  })

  it('takes chunked bodies', async () => {
    const link = accept()
    const stream = new Blob([data]).stream()
    await put(link.path, stream, { duplex: 'half' } as RequestInit)
    expect(received[0]?.sha256).toBe(sha256(data))
  })
})

describe('hostile uploads', () => {
  it.each([
    ['../../evil.txt', 'evil.txt'],
    ['..\\..\\evil.txt', 'evil.txt'],
    ['/etc/passwd', 'passwd'],
    ['C:\\windows\\x.ini', 'x.ini'],
    ['..', 'upload'],
    ['CON', 'upload-CON'],
    ['a\u0000b\u001f|?*.log', 'a_b____.log'],
    ['.bashrc', 'bashrc'],
    [`${'名'.repeat(200)}.log`, `${'名'.repeat(38)}.log`],
  ])('a name like %j stays in the inbox', async (name, expected) => {
    const link = accept()
    const boundary = 'xyz'
    const body = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\nx\r\n--${boundary}--\r\n`,
    )
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    await fetch(base + link.path, { method: 'POST', body, headers })
    expect(readdirSync(inbox)).toEqual([expected])
  })

  it('more than the link takes, announced: refused before a byte is read', async () => {
    const link = accept({ maxBytes: 10 })
    expect((await put(link.path, data)).status).toBe(413)
    expect(registry.requestsOf(link.id)[0]).toMatchObject({ state: 'refused', reason: 'tooLarge' })
    expect(readdirSync(inbox)).toEqual([])
  })

  it('an endless stream ends at the limit and leaves nothing', async () => {
    const link = accept({ maxBytes: 300_000 })
    const answer = await endless(link.path, 5_000_000)
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
    expect(readdirSync(inbox)).toEqual([])
    expect(registry.requestsOf(link.id)[0]?.bytesReceived).toBeLessThanOrEqual(300_000)
    expect((await put(link.path, data.subarray(0, 300_000))).status).toBe(201)
  })

  it('1449419551 bytes announced and none sent: nothing allocated, dropped after the idle time', async () => {
    const link = accept({ maxBytes: 2_000_000_000 })
    const before = process.memoryUsage().rss
    await silent(`PUT ${link.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1449419551\r\n\r\n`)
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ state: 'aborted', reason: 'timeout', bytesReceived: 0, total: 1_449_419_551 })
    expect(readdirSync(inbox)).toEqual([])
  })

  it('a body that drips forever is cut off by the time limit', async () => {
    const link = accept()
    await dripping(`PUT ${link.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n`)
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ state: 'aborted', reason: 'timeout' })
    expect(readdirSync(inbox)).toEqual([])
  })

  it('too many files', async () => {
    const link = accept({ maxFiles: 2 })
    const statuses: number[] = []
    for (const text of ['1', '2', '3']) statuses.push((await put(link.path, text)).status)
    expect(statuses).toEqual([201, 201, 413])
  })

  it.each([
    ['no closing boundary', '--b\r\nContent-Disposition: form-data; filename="a"\r\n\r\nhalf'],
    ['no file', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n'],
    ['headers without end', `--b\r\n${'x'.repeat(40_000)}`],
    ['nothing', ''],
  ])('a form with %s: 400 and nothing kept', async (_, body) => {
    const link = accept()
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    expect((await fetch(base + link.path, { method: 'POST', body, headers })).status).toBe(400)
    expect(readdirSync(inbox)).toEqual([])
  })

  it('a part of a file is not taken for the file', async () => {
    const link = accept()
    expect((await put(link.path, 'x', { headers: { 'content-range': 'bytes 5-5/9' } })).status).toBe(400)
  })

  it('what a crash left behind is swept away', async () => {
    writeFileSync(join(inbox, '.abc-1.part'), 'x')
    writeFileSync(join(inbox, 'kept.part'), 'x')
    await removePartials(inbox)
    expect(readdirSync(inbox)).toEqual(['kept.part'])
  })
})

describe.skipIf(!hasTool('curl'))('curl (skipped where curl is missing)', () => {
  const cases: [string, string[]][] = [
    ['PUT with digest', ['--digest', '-u', 'box:s3cret', '-T']],
    ['PUT with basic', ['-u', 'box:s3cret', '-T']],
    ['PUT that waits for 100', ['-H', 'Expect: 100-continue', '--digest', '-u', 'box:s3cret', '-T']],
    ['PUT without waiting', ['-H', 'Expect:', '--anyauth', '-u', 'box:s3cret', '-T']],
  ]
  it.each(cases)('%s', async (_, args) => {
    const file = join(root.path, 'put.bin')
    writeFileSync(file, data)
    const link = accept({ credentials: { username: 'box', password: 's3cret' } })
    expect(await runTool('curl', ['-sS', '-f', ...args, file, base + link.path])).toMatchObject({ status: 0 })
    expect(readFileSync(join(inbox, 'log.txt')).equals(data)).toBe(true)
  })

  it('a form, and a body sent along with a wrong password is answered 401', async () => {
    const file = join(root.path, '运行日志.log')
    writeFileSync(file, data)
    const link = accept()
    expect(await runTool('curl', ['-sS', '-f', '-F', `f=@${file}`, base + link.path])).toMatchObject({ status: 0 })
    expect(received[0]?.fileName).toBe('运行日志.log')
    const locked = accept({ credentials: { username: 'a', password: 'b' } })
    const args = ['-s', '-H', 'Expect:', '-u', 'a:wrong', '-w', '%{http_code}', '-T', file, base + locked.path]
    expect((await runTool('curl', args)).stdout).toBe('401')
  })
})

function converse(send: (socket: ReturnType<typeof connect>) => void): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(server.address?.port ?? 0, '127.0.0.1', () => send(socket))
    socket
      .on('data', (chunk) => {
        answer += chunk.toString()
      })
      .on('error', () => undefined)
      .on('close', () => resolve(answer))
  })
}

const silent = (head: string) => converse((socket) => socket.write(head))

const dripping = (head: string) =>
  converse((socket) => {
    socket.write(head)
    const timer = setInterval(() => socket.write('x'), 200)
    socket.on('close', () => clearInterval(timer))
  })

const endless = (path: string, bytes: number) =>
  converse((socket) => {
    socket.write(`PUT ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    for (let sent = 0; sent < bytes; sent += 0x10000) socket.write(chunk)
    socket.write('0\r\n\r\n')
  })
