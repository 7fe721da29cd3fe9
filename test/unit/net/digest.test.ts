import { describe, expect, it } from 'vitest'
import { computeResponse, type DigestInput, parseAuthorization, parseChallenges } from '../../../src-main/net/digest.ts'
import { solveChallenge } from '../../../src-main/net/solve-challenge.ts'

const rfc2617: DigestInput = {
  algorithm: 'MD5',
  username: 'Mufasa',
  realm: 'testrealm@host.com',
  password: 'Circle Of Life',
  method: 'GET',
  uri: '/dir/index.html',
  nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
  qop: 'auth',
  nc: '00000001',
  cnonce: '0a4f113b',
}
const rfc7616: DigestInput = {
  ...rfc2617,
  realm: 'http-auth@example.org',
  password: 'Circle of Life',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
}
const spec01: DigestInput = {
  algorithm: 'MD5',
  username: 'cpe',
  realm: 'mini-acs',
  password: 'pw',
  method: 'POST',
  uri: '/cwmp',
  nonce: '0123456789abcdef0123456789abcdef',
  qop: 'auth',
  nc: '00000001',
  cnonce: 'abcdef01',
}

describe('computeResponse', () => {
  it.each<[string, DigestInput, string]>([
    ['RFC 2617 3.5', rfc2617, '6629fae49393a05397450978507c4ef1'],
    [
      'RFC 2069 2.4 as corrected by erratum 749',
      { ...rfc2617, password: 'CircleOfLife', qop: null },
      '1949323746fe6a43ef61f9606e7febea',
    ],
    ['RFC 7616 3.9.1 MD5', rfc7616, '8ca523f5e9506fed4657c9700eebdbec'],
    [
      'RFC 7616 3.9.1 SHA-256',
      { ...rfc7616, algorithm: 'SHA-256' },
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    ],
    ['spec/01 MD5', spec01, '8baa1604ff22ba3d49aed00a52b19322'],
    ['spec/01 MD5-sess', { ...spec01, algorithm: 'MD5-sess' }, '1226a0b745e482789fe09aeace3d7d9a'],
  ])('%s', (_name, input, expected) => {
    expect(computeResponse(input)).toBe(expected)
  })

  it('auth-int covers the body', () => {
    const withBody = (body: string) => computeResponse({ ...spec01, qop: 'auth-int', body: Buffer.from(body) })
    expect(withBody('a')).not.toBe(withBody('b'))
    expect(withBody('')).toBe(computeResponse({ ...spec01, qop: 'auth-int' }))
  })
})

describe('parseChallenges', () => {
  const digest = {
    kind: 'digest',
    realm: 'r',
    nonce: 'n',
    opaque: null,
    algorithm: 'MD5',
    algorithmText: null,
    qops: [],
    stale: false,
  }
  it.each<[string, string | string[], unknown[]]>([
    ['plain', 'Digest realm="r", nonce="n"', [digest]],
    ['lower-case scheme, upper-case names', 'digest REALM="r",NONCE="n"', [digest]],
    ['no commas', 'Digest realm="r" nonce="n" qop="auth"', [{ ...digest, qops: ['auth'] }]],
    ['no separators at all', 'Digest realm="r"nonce="n"qop="auth"', [{ ...digest, qops: ['auth'] }]],
    ['unquoted', 'Digest realm=r, nonce=n, qop=auth,auth-int', [{ ...digest, qops: ['auth', 'auth-int'] }]],
    ['empty opaque', 'Digest realm="r", opaque="", nonce="n"', [{ ...digest, opaque: '' }]],
    ['folded lines', 'Digest realm="r",\r\n\tnonce="n",\n algorithm=MD5', [{ ...digest, algorithmText: 'MD5' }]],
    ['stale, odd case', 'Digest realm="r", nonce="n", stale=TRUE', [{ ...digest, stale: true }]],
    [
      'several in one header',
      'Basic realm="b, c", Digest realm="r", nonce="n", algorithm=SHA-256, Digest realm="r", nonce="n"',
      [{ kind: 'basic', realm: 'b, c' }, { ...digest, algorithm: 'SHA-256', algorithmText: 'SHA-256' }, digest],
    ],
    ['two without a comma', 'Digest realm="r", nonce="n" Basic realm="b"', [digest, { kind: 'basic', realm: 'b' }]],
    [
      'several headers',
      ['Negotiate', 'NTLM TlRMTVNT==', 'Digest realm="r", nonce="n"'],
      [{ kind: 'other', scheme: 'negotiate' }, { kind: 'other', scheme: 'ntlm' }, digest],
    ],
    [
      'unknown algorithm',
      'Digest realm="r", nonce="n", algorithm=SHA-512-256',
      [{ ...digest, algorithm: null, algorithmText: 'SHA-512-256' }],
    ],
    ['escaped quote', 'Digest realm="a\\"b", nonce="n"', [{ ...digest, realm: 'a"b' }]],
    ['unclosed quote', 'Digest nonce="n", realm="r', [digest]],
    ['nothing', '', []],
    ['rubbish', '=,="', []],
  ])('%s', (_name, header, expected) => {
    expect(parseChallenges(header)).toEqual(expected)
  })
})

describe('parseAuthorization', () => {
  const full =
    'Digest username="u", realm="r", nonce="n", uri="/acs", response="abc", qop=auth, nc=00000002, cnonce="c"'
  const parsed = {
    kind: 'digest',
    username: 'u',
    realm: 'r',
    nonce: 'n',
    uri: '/acs',
    response: 'abc',
    algorithm: 'MD5',
    qop: 'auth',
    nc: 2,
    ncText: '00000002',
    cnonce: 'c',
  }
  it.each<[string, string | undefined, unknown]>([
    ['none', undefined, null],
    ['blank', ' ', null],
    ['plain', full, parsed],
    ['quoted qop and nc', full.replace('qop=auth, nc=00000002', 'qop="auth", nc="00000002"'), parsed],
    ['empty uri', full.replace('/acs', ''), { ...parsed, uri: '' }],
    ['a user name that ends with a quote', full.replace('"u"', '"u""'), { ...parsed, username: 'u"' }],
    ['algorithm=MD', `${full}, algorithm=MD`, parsed],
    ['algorithm in odd case', `${full}, algorithm="md5-SESS"`, { ...parsed, algorithm: 'MD5-sess' }],
    ['RFC 2069', full.replace(/, qop.*/, ''), { ...parsed, qop: null, nc: null, ncText: '', cnonce: '' }],
    ['nc not hexadecimal', full.replace('nc=00000002', 'nc=zz'), { ...parsed, nc: null, ncText: 'zz' }],
    [
      'user name in UTF-8, as Node hands it over',
      full.replace('"u"', `"${Buffer.from('机顶盒').toString('latin1')}"`),
      { ...parsed, username: '机顶盒' },
    ],
    ['user name in Latin-1', full.replace('"u"', '"M\xfcller"'), { ...parsed, username: 'Müller' }],
    ['no response', 'Digest username="u", nonce="n"', { kind: 'malformed', scheme: 'digest' }],
    ['unknown algorithm', `${full}, algorithm=ROT13`, { kind: 'malformed', scheme: 'digest' }],
    ['basic', 'basic dTpwOnE=', { kind: 'basic', username: 'u', password: 'p:q' }],
    ['basic without colon', 'Basic dQ==', { kind: 'malformed', scheme: 'basic' }],
    ['other scheme', 'Bearer x', { kind: 'malformed', scheme: 'bearer' }],
  ])('%s', (_name, header, expected) => {
    expect(parseAuthorization(header)).toEqual(expected)
  })
})

describe('solveChallenge', () => {
  const input = { method: 'GET', uri: '/cr', username: 'u', password: 'p', allowBasic: false, cnonce: 'c0' }
  const solve = (header: string | string[], more = {}) => solveChallenge(parseChallenges(header), { ...input, ...more })

  it('echoes only what was challenged', () => {
    const oldForm = { ...input, algorithm: 'MD5', realm: 'r', nonce: 'n', qop: null, nc: '', cnonce: '' } as const
    expect(solve('Digest realm="r", nonce="n"')).toBe(
      `Digest username="u", realm="r", nonce="n", uri="/cr", response="${computeResponse(oldForm)}"`,
    )
    const full = solve('Digest realm="r", nonce="n", qop="auth,auth-int", opaque="", algorithm=md5')
    expect(full).toContain('algorithm=md5, qop=auth, nc=00000001, cnonce="c0"')
    expect(full).toContain('opaque=""')
  })

  it('takes the strongest that it understands', () => {
    const offered = ['Digest realm="r", nonce="n", algorithm=MD5', 'Digest realm="r", nonce="n", algorithm=SHA-256']
    expect(solve(offered)).toContain('algorithm=SHA-256')
    expect(solve([...offered, 'Digest realm="r", nonce="n", algorithm=SHA-512-256'])).toContain('algorithm=SHA-256,')
    expect(solve('Digest realm="r", nonce="n", qop="auth-int"')).toContain('qop=auth-int')
    expect(solve('Digest realm="r", nonce="n", algorithm=MD5-sess')).toContain('cnonce="c0"')
  })

  it('gives a password away only by consent', () => {
    expect(solve('Basic realm="r"')).toBeNull()
    expect(solve('Basic realm="r"', { allowBasic: true })).toBe('Basic dTpw')
    expect(solve('Basic realm="r", Digest realm="r", nonce="n"', { allowBasic: true })).toMatch(/^Digest/)
    expect(solve('Digest realm="r", nonce="n", qop="other"')).toBeNull()
  })

  it('stays one line whatever names hold', () => {
    expect(solve('Digest realm="r", nonce="n"', { username: 'a"b\r\nX: y' })).toContain('username="a\\"b X: y"')
  })

  it('what it makes is what the server side reads', () => {
    const header = solve('Digest realm="r\\"", nonce="n", qop="auth"', { username: 'a"\\' })
    expect(parseAuthorization(header ?? '')).toMatchObject({ username: 'a"\\', realm: 'r"', uri: '/cr', nc: 1 })
  })
})
