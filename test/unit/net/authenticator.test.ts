import { describe, expect, it } from 'vitest'
import { Authenticator, type AuthenticatorOptions, type AuthMode } from '../../../src-main/net/authenticator.ts'
import { computeResponse, parseChallenges, type Qop } from '../../../src-main/net/digest.ts'
import { solveChallenge } from '../../../src-main/net/solve-challenge.ts'

const credentialsFor = (username: string) => (username === 'box' ? 'secret' : null)
const anyBox = { method: 'POST', url: '/acs', headers: {}, address: '192.168.1.20' }

function setUp(options: Partial<AuthenticatorOptions> = {}) {
  const clock = { now: 1_000_000 }
  const authenticator = new Authenticator({ realm: 'FieldACS', now: () => clock.now, ...options })
  const send = (authorization?: string | null, more = {}, mode: AuthMode = 'digest') =>
    authenticator.authenticate(
      { ...anyBox, headers: authorization ? { authorization } : {}, ...more },
      credentialsFor,
      mode,
    )
  const challenge = (verdict = send()) => (verdict.kind === 'challenge' ? verdict.headers['WWW-Authenticate'] : '')
  const answer = (header: string, more = {}) =>
    solveChallenge(parseChallenges(header), {
      method: 'POST',
      uri: '/acs',
      username: 'box',
      password: 'secret',
      allowBasic: true,
      ...more,
    })
  return { authenticator, clock, send, challenge, answer }
}

/** An answer made by hand, for forms that our own client never sends. */
function handMade(
  challengeHeader: string,
  fields: { qop?: Qop; nc?: string; uri?: string },
  text: (r: string) => string,
) {
  const [challenge] = parseChallenges(challengeHeader)
  if (challenge?.kind !== 'digest') throw new Error('no digest challenge')
  const { realm, nonce } = challenge
  const input = { username: 'box', password: 'secret', method: 'POST', cnonce: 'c', algorithm: 'MD5' as const }
  const response = computeResponse({ qop: null, nc: '', uri: '/acs', ...fields, ...input, realm, nonce })
  return text(
    `username="box", realm="${realm}", nonce="${nonce}", uri="${fields.uri ?? '/acs'}", response="${response}"`,
  )
}

describe('Authenticator, digest', () => {
  it('challenges in the form that every box takes', () => {
    const { challenge } = setUp()
    expect(challenge()).toMatch(
      /^Digest realm="FieldACS", domain="\/", qop="auth", nonce="[0-9a-f]{32}", opaque="[0-9a-f]{16}", algorithm=MD5$/,
    )
  })

  it.each(['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'] as const)('takes %s', (algorithm) => {
    const { send, challenge, answer } = setUp({ algorithm })
    expect(send(answer(challenge()))).toEqual({ kind: 'ok', username: 'box' })
  })

  it('takes auth-int and refuses it over another body', () => {
    const { send, challenge, answer } = setUp({ qop: 'auth-int' })
    const body = Buffer.from('<Envelope/>')
    const header = answer(challenge(), { body })
    expect(send(header, { body: Buffer.from('other') })).toMatchObject({ reason: 'wrongPassword' })
    expect(send(header, { body })).toMatchObject({ kind: 'ok' })
  })

  it('does not bind a nonce to a connection but refuses a replay', () => {
    const { send, challenge, answer } = setUp()
    const header = answer(challenge())
    expect(send(header)).toMatchObject({ kind: 'ok' })
    const again = send(header)
    expect(again).toMatchObject({ kind: 'challenge', reason: 'replay' })
    expect(challenge(again)).toContain('stale=true')
  })

  it('wants the count to rise', () => {
    const { send, challenge } = setUp()
    const header = challenge()
    const withCount = (nc: string) =>
      send(handMade(header, { qop: 'auth', nc }, (rest) => `Digest ${rest}, qop=auth, nc=${nc}, cnonce="c"`))
    expect(withCount('00000003')).toMatchObject({ kind: 'ok' })
    expect(withCount('00000002')).toMatchObject({ reason: 'replay' })
    expect(withCount('0000000a')).toMatchObject({ kind: 'ok' })
  })

  it('takes the form of RFC 2069, once per nonce', () => {
    const { send, challenge } = setUp()
    const header = handMade(challenge(), {}, (rest) => `Digest ${rest}`)
    expect(send(header)).toMatchObject({ kind: 'ok' })
    expect(send(header)).toMatchObject({ reason: 'replay' })
  })

  it.each(['', '/acs', 'http://192.168.1.10:7547/acs', 'http://192.168.1.10:7547', 'http://[fe80::1]:7547/acs'])(
    'takes the uri "%s" for /acs',
    (uri) => {
      const { send, challenge } = setUp()
      expect(send(handMade(challenge(), { uri }, (rest) => `Digest ${rest}`))).toMatchObject({ kind: 'ok' })
    },
  )

  it('refuses an answer that was made for another target', () => {
    const { send, challenge, answer } = setUp()
    expect(send(answer(challenge(), { uri: '/files/x' }))).toMatchObject({ reason: 'malformed' })
    expect(send(answer(challenge()), { method: 'PUT' })).toMatchObject({ reason: 'wrongPassword' })
  })

  it('tells an expired nonce from a wrong password', () => {
    const { send, challenge, answer, clock } = setUp({ nonceTtlMs: 60_000 })
    const header = challenge()
    clock.now += 62_000
    expect(send(answer(header))).toMatchObject({ reason: 'stale' })
    expect(send(answer(header, { password: 'x' }))).toMatchObject({ reason: 'wrongPassword' })
    expect(challenge(send(answer(header)))).toContain('stale=true')
  })

  it('gives a nonce of an earlier run a new one', () => {
    const { answer, challenge } = setUp()
    expect(setUp().send(answer(challenge()))).toMatchObject({ reason: 'stale' })
  })

  it('forgets nonces only together with all older ones', () => {
    const { send, challenge, answer } = setUp({ maxNonces: 2 })
    const headers = [1, 2, 3].map(() => answer(challenge()))
    for (const header of headers) expect(send(header)).toMatchObject({ kind: 'ok' })
    for (const header of headers) expect(send(header)).toMatchObject({ kind: 'challenge' })
    expect(send(answer(challenge()))).toMatchObject({ kind: 'ok' })
  })

  it('counts failures by user and address, and clears them at success', () => {
    const { authenticator, send, challenge, answer } = setUp({ maxFailures: 3 })
    send(answer(challenge(), { password: 'x' }))
    send(answer(challenge(), { password: 'y' }))
    expect(authenticator.failures()).toMatchObject([
      { username: 'box', address: '192.168.1.20', count: 2, reason: 'wrongPassword', lastAt: 1_000_000 },
    ])
    expect(send(answer(challenge(), { username: 'who' }))).toMatchObject({ reason: 'unknownUser' })
    send('Digest nonsense')
    expect(authenticator.failures().map((failure) => failure.reason)).toEqual([
      'wrongPassword',
      'unknownUser',
      'malformed',
    ])
    send(answer(challenge()))
    expect(authenticator.failures()).toHaveLength(2)
    for (let n = 0; n < 9; n++) send(answer(challenge(), { username: `u${n}` }))
    expect(authenticator.failures()).toHaveLength(3)
  })
})

describe('Authenticator, other modes', () => {
  it('basic', () => {
    const { send, answer } = setUp()
    expect(send(undefined, {}, 'basic')).toEqual({
      kind: 'challenge',
      headers: { 'WWW-Authenticate': 'Basic realm="FieldACS"' },
      reason: 'missing',
    })
    expect(send(answer('Basic realm="FieldACS"'), {}, 'basic')).toEqual({ kind: 'ok', username: 'box' })
    expect(send(answer('Basic realm=""', { password: 'x' }), {}, 'basic')).toMatchObject({ reason: 'wrongPassword' })
  })

  it('never takes Basic where digest is asked', () => {
    const { send, answer } = setUp()
    expect(send(answer('Basic realm=""'))).toMatchObject({ kind: 'challenge', reason: 'missing' })
  })

  it('none proves nothing', () => {
    const { send, answer } = setUp()
    expect(send(answer('Basic realm=""'), {}, 'none')).toEqual({ kind: 'ok', username: null })
  })
})

it('survives 2,000 damaged Authorization headers', () => {
  const { send, challenge, answer } = setUp({ maxFailures: 10 })
  const seedText = `${answer(challenge())}, opaque="", algorithm=MD`
  let seed = 42
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff
    return seed % below
  }
  const noise = ['"', '\\', ',', '=', ' ', '\r\n ', '\0', 'Basic ', '\xff', 'nc=', '""', '%', 'auth-int']
  for (let run = 0; run < 2000; run++) {
    let text = seedText
    for (let cut = random(6); cut >= 0; cut--) {
      const at = random(text.length + 1)
      text = text.slice(0, at) + (noise[random(noise.length)] ?? '') + text.slice(at + random(5))
    }
    expect(send(text, {}, run % 2 ? 'digest' : 'basic').kind).toMatch(/ok|challenge/)
  }
})
