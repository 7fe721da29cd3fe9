import { describe, expect, it } from 'vitest'
import {
  createSigner,
  digestResponse,
  parseChallenges,
  parseParameters,
  verifyDigest,
} from '../../../src-main/virtual-box/http/digest.ts'

const vector = {
  username: 'cpe',
  password: 'pw',
  realm: 'mini-acs',
  method: 'POST',
  uri: '/cwmp',
  nonce: '0123456789abcdef0123456789abcdef',
  nc: '00000001',
  cnonce: 'abcdef01',
  qop: 'auth',
  body: '',
} as const

describe('digest of the box', () => {
  it.each([
    ['MD5', '8baa1604ff22ba3d49aed00a52b19322'],
    ['MD5-sess', '1226a0b745e482789fe09aeace3d7d9a'],
  ])('gives the response of the vector in spec 01 for %s', (algorithm, expected) => {
    expect(digestResponse({ ...vector, algorithm })).toBe(expected)
  })

  it('gives the response of RFC 7616 section 3.9.1 for SHA-256', () => {
    const response = digestResponse({
      username: 'Mufasa',
      password: 'Circle of Life',
      realm: 'http-auth@example.org',
      method: 'GET',
      uri: '/dir/index.html',
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      nc: '00000001',
      cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
      qop: 'auth',
      algorithm: 'SHA-256',
      body: '',
    })
    expect(response).toBe('753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1')
  })

  it('reads several challenges in one header and picks the best', () => {
    const challenges = parseChallenges([
      'Basic realm="x", Digest realm="a, b", nonce="n1", qop="auth,auth-int", Digest realm="a", nonce="n2", algorithm=SHA-256',
    ])
    expect(challenges.map(({ scheme }) => scheme)).toEqual(['basic', 'digest', 'digest'])
    const sign = createSigner(challenges, vector)
    expect(sign?.({ method: 'POST', uri: '/cwmp', body: '' })).toContain('algorithm=SHA-256')
  })

  it.each(['auth', 'auth-int', undefined])('signs what it can verify, qop %s', (qop) => {
    const challenges = parseChallenges([`Digest realm="r", nonce="n"${qop === undefined ? '' : `, qop="${qop}"`}`])
    const request = { method: 'POST', uri: '/x', body: '<soap/>' }
    const header = createSigner(challenges, vector)?.(request)
    expect(parseParameters(header ?? '').get('qop')).toBe(qop)
    expect(verifyDigest(header, request, vector, (nonce) => nonce === 'n')).toBe(true)
    expect(verifyDigest(header, request, { ...vector, password: 'no' }, () => true)).toBe(false)
    expect(verifyDigest(header, request, vector, () => false)).toBe(false)
  })

  it('falls back to basic, and gives up on an unknown algorithm alone', () => {
    const basic = createSigner(parseChallenges(['Basic realm="x"']), vector)
    expect(basic?.({ method: 'GET', uri: '/', body: '' })).toBe('Basic Y3BlOnB3')
    expect(createSigner(parseChallenges(['Digest realm="x", nonce="n", algorithm=SHA-512']), vector)).toBeUndefined()
  })

  it('counts nc upwards', () => {
    const sign = createSigner(parseChallenges(['Digest realm="r", nonce="n", qop="auth"']), vector)
    const counts = [1, 2, 3].map(() => parseParameters(sign?.({ method: 'POST', uri: '/', body: '' }) ?? '').get('nc'))
    expect(counts).toEqual(['00000001', '00000002', '00000003'])
  })
})
