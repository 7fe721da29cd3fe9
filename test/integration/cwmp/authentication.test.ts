import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { idOf, methodOf, RawBox, valuesAnswer } from '../../support/raw-box.ts'
import type { RawReply } from '../../support/raw-client.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** Answers a challenge in the form of RFC 2617, or of RFC 2069 where `qop` is null. */
function solve({ headers }: RawReply, { password = 'pw', qop = 'auth' as 'auth' | null, uri = '/acs' } = {}): string {
  const challenge = headers['www-authenticate'] ?? ''
  const part = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? ''
  const [realm, nonce] = [part('realm'), part('nonce')]
  const a1 = md5(`cpe:${realm}:${password}`)
  const a2 = md5(`POST:${uri}`)
  const base = `Digest username="cpe", realm="${realm}", nonce="${nonce}", uri="${uri}"`
  if (qop === null) return `${base}, response="${md5(`${a1}:${nonce}:${a2}`)}"`
  const response = md5(`${a1}:${nonce}:00000001:0a4f113b:auth:${a2}`)
  return `${base}, qop=auth, nc=00000001, cnonce="0a4f113b", response="${response}"`
}

describe('authentication of boxes (wire.md 5, 6; field.md pain 10)', () => {
  let acs: TestAcs
  beforeEach(async () => {
    acs = await startAcs({ settings: { cwmp: { auth: 'digest', username: 'cpe', password: 'pw' } } })
  })
  afterEach(() => acs.stop())

  const login = async (box: RawBox, options = {}) => {
    const challenge = await box.inform()
    return await box.inform({ headers: { Authorization: solve(challenge, options) } })
  }

  it('5: challenges with qop="auth" only, a domain and a nonce of at most 32 characters', async () => {
    const { status, headers } = await (await acs.connect()).post('')
    expect(status).toBe(401)
    expect(headers['www-authenticate']).toMatch(/qop="auth", nonce="[0-9a-f]{1,32}"/)
    expect(headers['www-authenticate']).toContain('domain="/"')
    expect(headers.connection).toBe('keep-alive')
  })

  it.each([
    ['with qop', {}],
    ['without qop, nc and cnonce (RFC 2069)', { qop: null }],
    ['with an empty uri', { uri: '' }],
  ])('5: accepts an answer %s', async (name, options) => {
    const box = await RawBox.connect(acs, `A5${name.length}`)
    expect(methodOf(await login(box, options))).toBe('InformResponse')
  })

  it('6: authenticates the session once; later posts need no Authorization', async () => {
    const box = await RawBox.connect(acs, 'A6')
    await login(box)
    expect((await box.post('')).status).toBe(204)
    const trace = await acs.trace((await acs.lastSession()).id)
    expect(trace.map(({ httpStatus }) => httpStatus).filter(Boolean)).toEqual([401, 200, 204])
    expect(JSON.stringify(trace)).not.toContain('0a4f113b')
  })

  it('10 of field.md: a nonce serves in another connection than the one it was given in', async () => {
    const box = await RawBox.connect(acs, 'A10')
    const challenge = await box.post('')
    await box.reconnect()
    expect((await box.inform({ headers: { Authorization: solve(challenge) } })).status).toBe(200)
  })

  it('challenges a nonce that is used a second time as stale, without counting a failure', async () => {
    const box = await RawBox.connect(acs, 'AREPLAY')
    const challenge = await box.post('')
    const headers = { Authorization: solve(challenge) }
    await box.inform({ headers })
    await box.reconnect()
    box.cookie = ''
    const again = await box.inform({ headers })
    expect([again.status, again.headers['www-authenticate']]).toEqual([401, expect.stringContaining('stale=true')])
    expect((await box.inform({ headers: { Authorization: solve(again) } })).status).toBe(200)
  })

  it('asks for proof again where only the source address says whose session it is', async () => {
    const box = await RawBox.connect(acs, 'AADDR')
    await login(box)
    await box.post('')
    const jobId = await box.startRead(['Device.X'])
    box.cookie = ''
    await login(box)
    const request = await box.post('')
    box.cookie = ''
    await box.reconnect()
    const answer = valuesAnswer(idOf(request), { 'Device.X': '1' })
    const challenge = await box.post(answer)
    expect(challenge.status).toBe(401)
    expect((await box.post(answer, { headers: { Authorization: solve(challenge) } })).status).toBe(204)
    expect((await box.job(jobId)).state).toBe('succeeded')
  })

  it('shows a box with a wrong password: a refused session with its trace, and the device as authFailed', async () => {
    const box = await RawBox.connect(acs, 'AWRONG')
    const challenge = await box.inform()
    expect(challenge.status).toBe(401)
    const refused = await box.inform({ headers: { Authorization: solve(challenge, { password: 'guess' }) } })
    expect(refused.status).toBe(401)
    const session = await acs.lastSession()
    expect(session).toMatchObject({ deviceId: box.deviceId, outcome: 'refused', reason: 'wrongPassword' })
    expect((await acs.trace(session.id)).map(({ httpStatus }) => httpStatus)).toEqual([null, 401, null, 401])
    const device = (await acs.devices()).find(({ id }) => id === box.deviceId)
    expect(device).toMatchObject({ status: 'authFailed', inSession: false })
    const right = await box.inform({ headers: { Authorization: solve(refused) } })
    expect(right.status).toBe(200)
    expect((await acs.devices()).find(({ id }) => id === box.deviceId)?.status).toBe('informing')
  })

  it('does not end an open session for an Inform that proves nothing', async () => {
    const box = await RawBox.connect(acs, 'AHELD')
    await login(box)
    const stranger = await acs.connect()
    expect((await stranger.post(envelope('1', informBody('AHELD')))).status).toBe(401)
    expect((await box.post('')).status).toBe(204)
    expect((await acs.lastSession()).outcome).toBe('completed')
  })

  it('takes Basic where the settings say so', async () => {
    await acs.call('settings.set', { cwmp: { auth: 'basic' } })
    const box = await RawBox.connect(acs, 'ABASIC')
    const challenge = await box.inform()
    expect(challenge.headers['www-authenticate']).toMatch(/^Basic /)
    const Authorization = `Basic ${Buffer.from('cpe:pw').toString('base64')}`
    expect((await box.inform({ headers: { Authorization } })).status).toBe(200)
    await acs.call('settings.set', { cwmp: { auth: 'digest' } })
  })
})
