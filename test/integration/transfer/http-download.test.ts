import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Transfer } from '#shared/model/transfer.ts'
import { explainDownload } from '../../../src-main/transfer/finding.ts'
import { HttpFileServer } from '../../../src-main/transfer/http-file-server.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { allEnded, hasTool, makeDirectory, publishBuffer, requestsWhen, runTool, sha256, testBytes } from './support.ts'

const registry = new LinkRegistry()
const server = new HttpFileServer({ registry, address: '127.0.0.1', port: 0, idleTimeoutMs: 1500 })
const directory = makeDirectory()
const data = testBytes(3 * 1024 * 1024 + 17)
let base = ''

beforeAll(async () => {
  const { port } = await server.start()
  base = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await server.stop()
  directory.remove()
})

describe('GET and HEAD', () => {
  it('serves a file by its link, with length, tag, date and the true name', async () => {
    const link = publishBuffer(registry, data, { fileName: '固件 v1 & "final".bin' })
    const response = await fetch(base + link.path)
    const body = Buffer.from(await response.arrayBuffer())
    expect(response.status).toBe(200)
    expect(sha256(body)).toBe(link.sha256)
    expect(response.headers.get('content-length')).toBe(String(data.length))
    expect(response.headers.get('transfer-encoding')).toBeNull()
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
    expect(response.headers.get('last-modified')).toMatch(/GMT$/)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="__ v1 & _final_.bin"; filename*=UTF-8''%E5%9B%BA%E4%BB%B6%20v1%20%26%20%22final%22.bin`,
    )
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ state: 'done', bytesSent: data.length, total: data.length, httpStatus: 200 })
    expect(request?.path).not.toContain(link.token)
  })

  it('answers HEAD with the same head and no body, and takes it for no download', async () => {
    const link = publishBuffer(registry, data)
    const response = await fetch(base + link.path, { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe(String(data.length))
    expect(await response.text()).toBe('')
    const requests = await requestsWhen(registry, link.id, allEnded)
    expect(explainDownload(data.length, requests)).toEqual({ type: 'onlyProbed' })
  })

  it('serves an empty file', async () => {
    const link = publishBuffer(registry, Buffer.alloc(0))
    const response = await fetch(base + link.path)
    expect(response.headers.get('content-length')).toBe('0')
    expect(explainDownload(0, await requestsWhen(registry, link.id, allEnded)).type).toBe('tookAll')
  })

  it.each([
    ['utf-8 as is', (token: string) => `/${token}/%E5%9B%BA%E4%BB%B6.bin`],
    ['encoded twice', (token: string) => `/${token}/%25E5%259B%25BA%25E4%25BB%25B6.bin`],
    ['in GBK', (token: string) => `/${token}/%B9%CC%BC%FE.bin`],
    ['other case', (token: string) => `/${token.toUpperCase()}/%e5%9b%ba%e4%bb%b6.BIN`],
    ['without a name', (token: string) => `/${token}`],
    ['with a query', (token: string) => `/${token}/%E5%9B%BA%E4%BB%B6.bin?x=1`],
    ['with double slashes', (token: string) => `//${token}//%E5%9B%BA%E4%BB%B6.bin`],
  ])('finds a Chinese name %s', async (_, path) => {
    const link = publishBuffer(registry, data, { fileName: '固件.bin' })
    const response = await fetch(base + path(link.token))
    await response.arrayBuffer()
    expect(response.status).toBe(200)
  })
})

describe('ranges', () => {
  const cases: [string, string, number, number, number][] = [
    ['first bytes', 'bytes=0-99', 206, 0, 100],
    ['middle', 'bytes=1000000-2999999', 206, 1_000_000, 3_000_000],
    ['open end', `bytes=${data.length - 5}-`, 206, data.length - 5, data.length],
    ['suffix', 'bytes=-7', 206, data.length - 7, data.length],
    ['suffix longer than the file', 'bytes=-99999999', 206, 0, data.length],
    ['end beyond the file', 'bytes=3000000-99999999', 206, 3_000_000, data.length],
    ['several ranges: all', 'bytes=0-9,20-29', 200, 0, data.length],
    ['not a range: all', 'lines=1-2', 200, 0, data.length],
    ['backwards: all', 'bytes=9-1', 200, 0, data.length],
  ]
  it.each(cases)('%s', async (_, range, status, start, end) => {
    const link = publishBuffer(registry, data)
    const response = await fetch(base + link.path, { headers: { range } })
    expect(response.status).toBe(status)
    expect(Buffer.from(await response.arrayBuffer()).equals(data.subarray(start, end))).toBe(true)
    if (status === 206) expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${data.length}`)
  })

  it('refuses a range beyond the end with the true size', async () => {
    const link = publishBuffer(registry, data)
    const response = await fetch(base + link.path, { headers: { range: `bytes=${data.length}-` } })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe(`bytes */${data.length}`)
  })

  it('honours If-Range: a part for the same content, all for another', async () => {
    const link = publishBuffer(registry, data)
    const head = await fetch(base + link.path, { method: 'HEAD' })
    const ask = async (ifRange: string) => {
      const response = await fetch(base + link.path, { headers: { range: 'bytes=0-9', 'if-range': ifRange } })
      await response.arrayBuffer()
      return response.status
    }
    expect(await ask(head.headers.get('etag') ?? '')).toBe(206)
    expect(await ask(head.headers.get('last-modified') ?? '')).toBe(206)
    expect(await ask('"other"')).toBe(200)
    expect(await ask(`W/${head.headers.get('etag')}`)).toBe(200)
    expect(await ask('Mon, 01 Jan 2001 00:00:00 GMT')).toBe(200)
  })

  it('unites parallel and resumed requests into one download', async () => {
    const link = publishBuffer(registry, data)
    const part = Math.ceil(data.length / 4)
    await Promise.all(
      [0, 1, 2, 3].map(async (index) => {
        const range = `bytes=${index * part}-${Math.min(data.length, (index + 1) * part) - 1}`
        await (await fetch(base + link.path, { headers: { range } })).arrayBuffer()
      }),
    )
    const requests = await requestsWhen(registry, link.id, (all) => all.length === 4 && allEnded(all))
    expect(explainDownload(data.length, requests)).toEqual({ type: 'tookAll', total: data.length, requests: 4 })
  })
})

describe('what gets nothing', () => {
  it.each([
    ['a foreign token', () => `/${'0'.repeat(32)}/image.bin`],
    ['the root', () => '/'],
    ['a path upwards', (token: string) => `/${token}/../../../etc/passwd`],
    ['an encoded path upwards', (token: string) => `/${token}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`],
    ['a path below the file', (token: string) => `/${token}/image.bin/..`],
    ['another name', (token: string) => `/${token}/Image2.bin`],
    ['a NUL in the name', (token: string) => `/${token}/image.bin%00`],
  ])('%s: 404 without a body', async (_, path) => {
    const link = publishBuffer(registry, data)
    const answer = await rawRequest(`GET ${path(link.token)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 404 /)
    expect(answer).toMatch(/\r\n\r\n$/)
    expect(answer).not.toContain('image.bin')
  })

  it('a revoked and an expired link', async () => {
    const revoked = publishBuffer(registry, data)
    registry.revoke(revoked.id)
    const expired = publishBuffer(registry, data, { expiresAt: Date.now() - 1 })
    expect((await fetch(base + revoked.path)).status).toBe(404)
    expect((await fetch(base + expired.path)).status).toBe(404)
  })

  it('another method', async () => {
    const link = publishBuffer(registry, data)
    const response = await fetch(base + link.path, { method: 'PUT', body: 'x' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  it('a file that was changed after it was published', async () => {
    const path = join(directory.path, 'changed.bin')
    writeFileSync(path, 'longer than promised')
    const link = registry.publish({ source: { type: 'file', path }, fileName: 'a.bin', sizeBytes: 3, sha256: '00' })
    expect((await fetch(base + link.path)).status).toBe(500)
    expect(registry.requestsOf(link.id)[0]?.reason).toBe('sourceGone')
  })

  it('garbage instead of HTTP', async () => {
    expect(await rawRequest('\u0016\u0003\u0001hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  })
})

describe('a link restored after a restart', () => {
  it('keeps its path and its id', () => {
    const first = publishBuffer(registry, data)
    const other = new LinkRegistry()
    const again = publishBuffer(other, data, { token: first.token })
    expect(again.path).toBe(first.path)
    expect(again.id).toBe(first.id)
  })
})

describe('what the log tells', () => {
  const unsubscribes: (() => void)[] = []
  afterEach(() => {
    for (const unsubscribe of unsubscribes.splice(0)) unsubscribe()
  })

  it('a box that never asked, and one that asked a wrong path', async () => {
    const link = publishBuffer(registry, data)
    expect(explainDownload(data.length, registry.requestsOf(link.id))).toEqual({ type: 'neverAsked' })
    await fetch(`${base}/firmware/image.bin`)
    const strays = registry.straysOf('127.0.0.1', link.createdAt - 1).slice(-1)
    expect(explainDownload(data.length, [], strays)).toEqual({
      type: 'wrongPath',
      path: '/firmware/image.bin',
      count: 1,
    })
  })

  it('a box that stopped: no more bytes than the system took', async () => {
    const big = testBytes(48 * 1024 * 1024)
    const link = publishBuffer(registry, big)
    const { port } = server.address ?? { port: 0 }
    await new Promise<void>((resolve) => {
      let got = 0
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${link.path} HTTP/1.1\r\nHost: x\r\n\r\n`))
      socket.on('data', (chunk) => {
        got += chunk.length
        if (got > 5_000_000) socket.resetAndDestroy()
      })
      socket.on('close', () => resolve())
    })
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request?.state).toBe('aborted')
    expect(request?.bytesSent).toBeGreaterThan(4_900_000)
    expect(request?.bytesSent).toBeLessThan(big.length)
    expect(explainDownload(big.length, [request as Transfer]).type).toBe('stopped')
  })

  it('a box that takes nothing is dropped after the idle time', async () => {
    const link = publishBuffer(registry, testBytes(48 * 1024 * 1024))
    const { port } = server.address ?? { port: 0 }
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${link.path} HTTP/1.1\r\nHost: x\r\n\r\n`))
    socket.pause()
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ state: 'aborted', reason: 'timeout' })
    socket.destroy()
  })

  it('revoking a link stops its running download', async () => {
    const link = publishBuffer(registry, testBytes(48 * 1024 * 1024))
    const response = await fetch(base + link.path)
    registry.revoke(link.id)
    await expect(response.arrayBuffer()).rejects.toThrow()
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request?.state).toBe('aborted')
  })

  it('progress comes at most every 250 ms, and the end always', async () => {
    const link = publishBuffer(registry, testBytes(8 * 1024 * 1024))
    const seen: Transfer[] = []
    unsubscribes.push(registry.onTransfer((transfer) => transfer.linkId === link.id && seen.push(transfer)))
    await (await fetch(base + link.path)).arrayBuffer()
    await requestsWhen(registry, link.id, allEnded)
    expect(seen[0]?.state).toBe('started')
    expect(seen.at(-1)).toMatchObject({ state: 'done', bytesSent: 8 * 1024 * 1024 })
    expect(seen.length).toBeLessThan(10)
  })
})

describe.skipIf(!hasTool('curl'))('curl (skipped where curl is missing)', () => {
  it.each(['--digest', '--basic', '--anyauth'])('logs in with %s', async (scheme) => {
    const link = publishBuffer(registry, data, { credentials: { username: 'u-1', password: 'päß w0rd' } })
    const out = join(directory.path, `auth${scheme}`)
    const got = await runTool('curl', ['-sS', '-f', scheme, '-u', 'u-1:päß w0rd', '-o', out, base + link.path])
    expect(got).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
  })

  it('gets 401 with a wrong password, and the log says so', async () => {
    const link = publishBuffer(registry, data, { credentials: { username: 'u', password: 'right' } })
    const got = await runTool('curl', [
      '-s',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code}',
      '--digest',
      '-u',
      'u:wrong',
      base + link.path,
    ])
    expect(got.stdout).toBe('401')
    expect(explainDownload(data.length, registry.requestsOf(link.id))).toMatchObject({
      type: 'refused',
      reason: 'credentials',
    })
  })

  it('resumes what was cut off, and keeps one connection for several files', async () => {
    const link = publishBuffer(registry, data)
    const out = join(directory.path, 'resume')
    writeFileSync(out, data.subarray(0, 1_234_567))
    expect(await runTool('curl', ['-sS', '-f', '-C', '-', '-o', out, base + link.path])).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    const twice = await runTool('curl', [
      '-s',
      '-o',
      '/dev/null',
      '-o',
      '/dev/null',
      '-w',
      '%{num_connects} ',
      base + link.path,
      base + link.path,
    ])
    expect(twice.stdout).toBe('1 0 ')
  })

  it('speaks HTTP/1.0', async () => {
    const link = publishBuffer(registry, data)
    const got = await runTool('curl', ['-s', '-0', '-o', '/dev/null', '-w', '%{size_download}', base + link.path])
    expect(got.stdout).toBe(String(data.length))
  })
})

describe.skipIf(!hasTool('wget'))('wget (skipped where wget is missing)', () => {
  it('resumes and logs in', async () => {
    const link = publishBuffer(registry, data, { credentials: { username: 'box', password: 'secret' } })
    const out = join(directory.path, 'wget')
    writeFileSync(out, data.subarray(0, 999_999))
    const args = ['-q', '-c', '--user=box', '--password=secret', '-O', out, base + link.path]
    expect(await runTool('wget', args)).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
  })
})

/** Sends bytes as they are and gives what comes back until the connection closes. */
function rawRequest(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(server.address?.port ?? 0, '127.0.0.1', () => socket.write(text, 'latin1'))
    socket
      .on('data', (chunk) => {
        answer += chunk.toString('latin1')
      })
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
}
