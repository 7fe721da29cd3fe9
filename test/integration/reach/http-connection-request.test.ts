import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Authenticator } from '../../../src-main/net/authenticator.ts'
import type { DigestAlgorithm } from '../../../src-main/net/digest.ts'
import { type ConnectionRequestInput, requestConnection } from '../../../src-main/reach/http-connection-request.ts'
import { type OddBox, type OddConnection, playBox } from './odd-box.ts'

const credentials = { username: 'acs', password: 'secret' }
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
const challenge = 'Digest realm="box", qop="auth", nonce="abc"'
const unauthorized = (header = challenge, more = 'Content-Length: 0\r\n') =>
  `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: ${header}\r\n${more}\r\n`

let box: OddBox | undefined
afterEach(async () => {
  await box?.stop()
  box = undefined
})

async function call(
  script: (connection: OddConnection) => Promise<void> | void,
  input: Partial<ConnectionRequestInput> = {},
) {
  box = await playBox(script)
  return requestConnection({ url: box.url, credentials, allowBasic: false, timeoutMs: 3000, ...input })
}

/** A box that reads one request, answers and closes. */
function answering(answer: string) {
  return async ({ request, end }: OddConnection) => {
    await request()
    end(answer)
  }
}

/** A box that checks digests. */
function checking(options: { algorithm?: DigestAlgorithm; qop?: 'auth' | 'auth-int' | null; closes?: boolean }) {
  const { closes = false, ...rest } = options
  const authenticator = new Authenticator({ realm: 'box', ...rest })
  return async ({ request, send, end }: OddConnection) => {
    for (;;) {
      const head = await request()
      if (head === '') return
      const authorization = /^Authorization: (.*)$/m.exec(head)?.[1]?.trim()
      const verdict = authenticator.authenticate(
        { method: 'GET', url: '/cr', headers: { authorization } },
        (username) => (username === 'acs' ? 'secret' : null),
        'digest',
      )
      const answer = verdict.kind === 'ok' ? ok : unauthorized(verdict.headers['WWW-Authenticate'])
      if (closes) return end(answer)
      send(answer)
    }
  }
}

describe('a box that follows the standard', () => {
  it('200 without authentication', async () => {
    expect(await call(answering(ok))).toEqual({
      kind: 'accepted',
      status: 200,
      attempts: 1,
    })
    expect(box?.requests[0]).toMatch(/^GET \/cr HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/)
    expect(box?.requests[0]).not.toContain('Authorization')
  })

  it.each([
    { algorithm: 'MD5' },
    { algorithm: 'MD5-sess' },
    { algorithm: 'SHA-256' },
    { algorithm: 'SHA-256-sess' },
    { qop: 'auth-int' },
    { qop: null },
    { closes: true },
  ] as const)('digest %j', async (options) => {
    expect(await call(checking(options))).toMatchObject({ kind: 'accepted', status: 200 })
    expect(box?.requests).toHaveLength(2)
    expect(box?.connections()).toBe('closes' in options ? 2 : 1)
  })

  it('wrong password, on one connection: asked once, said once', async () => {
    const verdict = await call(checking({}), { credentials: { username: 'acs', password: 'x' } })
    expect(verdict).toEqual({ kind: 'wrongPassword', realm: 'box' })
    expect(box?.requests).toHaveLength(2)
  })

  it('wrong password, on a box that closes each time', async () => {
    const verdict = await call(checking({ closes: true }), { credentials: { username: 'acs', password: 'x' } })
    expect(verdict).toEqual({ kind: 'wrongPassword', realm: 'box' })
  })

  it('stale nonce: answered anew', async () => {
    const verdict = await call(async ({ request, send, end }) => {
      await request()
      send(unauthorized())
      await request()
      send(unauthorized(`${challenge.replace('abc', 'def')}, stale=true`))
      end((await request()).includes('nonce="def"') ? ok : unauthorized())
    })
    expect(verdict).toEqual({ kind: 'accepted', status: 200, attempts: 3 })
  })

  it.each<[string, string, unknown]>([
    ['busy', 'HTTP/1.1 503 Busy\r\nRetry-After: 5\r\n\r\n', { kind: 'busy', retryAfterSeconds: 5 }],
    ['busy without a time', 'HTTP/1.1 503 Busy\r\n\r\n', { kind: 'busy', retryAfterSeconds: null }],
    ['not found', 'HTTP/1.1 404 No\r\n\r\n', { kind: 'notFound', status: 404 }],
    ['forbidden', 'HTTP/1.1 403 No\r\n\r\n', { kind: 'rejected', status: 403 }],
    ['basic only', unauthorized('Basic realm="b"'), { kind: 'basicOnly', realm: 'b' }],
    [
      'unknown algorithm',
      unauthorized('Digest realm="b", nonce="n", algorithm=SHA-512-256'),
      { kind: 'unknownChallenge', offered: 'digest SHA-512-256' },
    ],
    ['no challenge', 'HTTP/1.1 401 No\r\n\r\n', { kind: 'unknownChallenge', offered: '' }],
    ['no HTTP', 'SSH-2.0-dropbear\r\n', { kind: 'protocolError', excerpt: 'SSH-2.0-dropbear..' }],
  ])('%s', async (_name, answer, expected) => {
    expect(await call(answering(answer))).toEqual(expected)
  })

  it('no credentials known', async () => {
    const verdict = await call(checking({}), { credentials: null })
    expect(verdict).toEqual({ kind: 'noCredentials', realm: 'box' })
  })
})

describe('odd boxes (wire.md 29 to 31)', () => {
  const afterChallenge = (answer: string) => (connection: OddConnection) =>
    void (async () => {
      await connection.request()
      connection.send(answer)
      connection.end((await connection.request()).includes('Authorization: Digest') ? ok : answer)
    })()

  it.each<[string, string]>([
    ['no commas between parameters', unauthorized('Digest realm="box" qop="auth" nonce="abc" opaque=""')],
    ['LF only', unauthorized().replaceAll('\r\n', '\n')],
    ['folded lines', unauthorized('Digest realm="box",\r\n\tqop="auth",\r\n nonce="abc"')],
    ['lower-case scheme', unauthorized(challenge.replace('Digest', 'digest'))],
    ['several challenges in one header', unauthorized(`Basic realm="b", ${challenge}`)],
    ['several headers', unauthorized(challenge, 'WWW-Authenticate: Basic realm="b"\r\nContent-Length: 0\r\n')],
    ['a body', `${unauthorized(challenge, 'Content-Length: 5\r\n')}hello`],
  ])('%s', async (_name, answer) => {
    expect(await call(afterChallenge(answer))).toEqual({ kind: 'accepted', status: 200, attempts: 2 })
    expect(box?.connections()).toBe(1)
  })

  it.each<[string, string]>([
    ['no blank line, connection left open', unauthorized().slice(0, -2)],
    ['no length, connection left open', unauthorized(challenge, '')],
    ['Connection: close, left open', unauthorized(challenge, 'Connection: close\r\nContent-Length: 0\r\n')],
  ])('%s: goes on in a new connection', async (_name, answer) => {
    const verdict = await call(async ({ request, send }) =>
      send((await request()).includes('Authorization: Digest') ? ok : answer),
    )
    expect(verdict).toEqual({ kind: 'accepted', status: 200, attempts: 2 })
    expect(box?.connections()).toBe(2)
  })

  it('200 without line end, then close', async () => {
    const verdict = await call(answering('HTTP/1.1 200 OK'))
    expect(verdict).toEqual({ kind: 'accepted', status: 200, attempts: 1 })
  })

  it('an answer before our request was read, then reset', async () => {
    const verdict = await call(({ socket }) => {
      socket.pause()
      socket.write('HTTP/1.1 200 OK\r\n\r\n', () => setTimeout(() => socket.resetAndDestroy(), 50))
    })
    expect(verdict).toEqual({ kind: 'accepted', status: 200, attempts: 1 })
  })

  it('Basic and 200 in one go: no password leaves', async () => {
    const verdict = await call(answering('HTTP/1.1 200 OK\r\nWWW-Authenticate: Basic realm="bait"\r\n\r\n'), {
      allowBasic: true,
    })
    expect(verdict).toMatchObject({ kind: 'accepted' })
    expect(box?.requests.join()).not.toContain('Authorization')
  })

  it('Basic by consent', async () => {
    const script = async ({ request, send }: OddConnection) => {
      for (;;) {
        const head = await request()
        if (head === '') return
        send(head.includes('Authorization: Basic YWNzOnNlY3JldA==') ? ok : unauthorized('Basic realm="b"'))
      }
    }
    expect(await call(script, { allowBasic: true })).toMatchObject({ kind: 'accepted', attempts: 2 })
  })

  it.each(['closes', 'resets'])('%s the second request on the same connection', async (how) => {
    const verdict = await call(async ({ request, send, end, socket, number }) => {
      await request()
      if (number === 2) return send(ok)
      send(unauthorized())
      await request()
      if (how === 'closes') end()
      else socket.resetAndDestroy()
    })
    expect(verdict).toEqual({ kind: 'accepted', status: 200, attempts: 3 })
  })

  it('nonce bound to the connection, after a close', async () => {
    const verdict = await call(async ({ request, send, end, number }) => {
      for (;;) {
        const head = await request()
        if (head === '') return
        if (head.includes(`nonce="n${number}"`)) return end(ok)
        const answer = unauthorized(challenge.replace('abc', `n${number}`))
        if (number === 1) return end(answer)
        send(answer)
      }
    })
    expect(verdict).toMatchObject({ kind: 'accepted' })
  })

  it('busy after a wrong password is a wrong password', async () => {
    const verdict = await call(async ({ request, end, number }) => {
      await request()
      end(number < 3 ? unauthorized() : 'HTTP/1.1 503 Busy\r\n\r\n')
    })
    expect(verdict).toEqual({ kind: 'wrongPassword', realm: 'box' })
  })

  it('bytes that come one by one', async () => {
    const verdict = await call(async ({ request, socket, end }) => {
      await request()
      socket.setNoDelay(true)
      for (const character of ok.slice(0, -4)) {
        socket.write(character)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      end(ok.slice(-4))
    })
    expect(verdict).toMatchObject({ kind: 'accepted' })
  })

  it('URL without path, IPv6 literal', async () => {
    box = await playBox(answering(ok), '::1', '')
    const verdict = await requestConnection({ url: box.url, credentials, allowBasic: false, timeoutMs: 3000 })
    expect(verdict).toMatchObject({ kind: 'accepted' })
    expect(box.requests[0]).toMatch(/^GET \/ HTTP\/1\.1\r\nHost: \[::1\]:\d+\r\n/)
  })
})

describe('no answer', () => {
  it('refused', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const url = `http://127.0.0.1:${port}/`
    expect(await requestConnection({ url, credentials, allowBasic: false, timeoutMs: 2000 })).toEqual({
      kind: 'refused',
    })
  })

  it('takes the connection and keeps silent', async () => {
    expect(await call(() => {}, { timeoutMs: 300 })).toEqual({ kind: 'timeout', phase: 'answer' })
  })

  it('closes at once: tried once more, then said', async () => {
    expect(await call(({ end }) => end())).toEqual({ kind: 'closed' })
    expect(box?.connections()).toBe(2)
  })

  it('stops half way through a status line', async () => {
    expect(await call(({ send }) => send('HTTP/1.'), { timeoutMs: 900 })).toEqual({
      kind: 'protocolError',
      excerpt: 'HTTP/1.',
    })
  })

  it('no such host, bad URL', async () => {
    const base = { credentials, allowBasic: false, timeoutMs: 2000 }
    expect(await requestConnection({ ...base, url: 'http://no-such-box.invalid/' })).toMatchObject({ kind: 'noRoute' })
    expect(await requestConnection({ ...base, url: 'https://127.0.0.1/' })).toMatchObject({ kind: 'badUrl' })
    const foreign = { ...base, url: 'http://198.51.100.1:1/', localAddress: '192.0.2.1' }
    expect(await requestConnection(foreign)).toEqual({ kind: 'noRoute', cause: 'EADDRNOTAVAIL' })
  })

  it('begins at the chosen address where that can be', async () => {
    const seen: (string | undefined)[] = []
    const script = ({ socket, end }: OddConnection) => {
      seen.push(socket.remoteAddress)
      end(ok)
    }
    await call(script, { localAddress: '127.0.0.9' })
    await box?.stop()
    expect(await call(script, { localAddress: '192.0.2.1' })).toMatchObject({ kind: 'accepted' })
    await box?.stop()
    expect(await call(script, { localAddress: '::1' })).toMatchObject({ kind: 'accepted' })
    expect(seen).toEqual(['127.0.0.9', '127.0.0.1', '127.0.0.1'])
  })

  it('cancelled, before and during', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    expect(await call(() => {}, { signal: controller.signal })).toEqual({ kind: 'cancelled' })
    expect(await call(() => {}, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' })
  })
})
