import { describe, expect, it } from 'vitest'
import { errorTable, remedyOf } from '#shared/errors.ts'
import type { ConnectionRequestVerdict, Heartbeat, WakeStep } from '#shared/model/reach.ts'
import { planWake } from '../../../src-main/reach/plan-wake.ts'
import { createReach } from '../../../src-main/reach/reach.ts'
import { wakeError } from '../../../src-main/reach/verdicts.ts'

const subnets = [{ address: '192.168.1.10', family: 'IPv4' as const, prefixLength: 24 }]
const device = {
  id: 'd1',
  address: '192.168.1.20',
  connectionRequestUrl: 'http://192.168.1.20:7547/x',
  udpConnectionRequestAddress: '',
  lastInformAt: null,
}
const heartbeat: Heartbeat = {
  address: '192.168.1.20',
  port: 40_000,
  username: '',
  deviceId: 'd1',
  firstSeenAt: '',
  lastSeenAt: '',
  count: 1,
  periodSeconds: null,
  natSeen: null,
  fresh: true,
}

describe('planWake', () => {
  const udp = 'udp heartbeat 192.168.1.20:40000'
  const reported = 'http reported http://192.168.1.20:7547/x'
  it.each<[string, Partial<typeof device>, Heartbeat | null, string[]]>([
    ['HTTP only', {}, null, [reported]],
    ['a fresh heartbeat first', {}, heartbeat, [udp, reported]],
    [
      'the reported UDP address where the heartbeat is old',
      { udpConnectionRequestAddress: '10.0.0.1:5' },
      { ...heartbeat, fresh: false },
      ['udp reported 10.0.0.1:5', reported],
    ],
    ['an old heartbeat rather than nothing', { connectionRequestUrl: '' }, { ...heartbeat, fresh: false }, [udp]],
    [
      'another address on our network: then the observed one',
      { connectionRequestUrl: 'http://192.168.1.99:7547/x' },
      null,
      ['http reported http://192.168.1.99:7547/x', 'http observed http://192.168.1.20:7547/x'],
    ],
    [
      'a foreign address: the observed one first',
      { connectionRequestUrl: 'http://100.64.0.9:7547/x' },
      null,
      ['http observed http://192.168.1.20:7547/x', 'http reported http://100.64.0.9:7547/x'],
    ],
    ['an IPv4 address that came over an IPv6 socket', { address: '::ffff:192.168.1.20' }, null, [reported]],
    [
      'a bad URL is tried, so that it is told',
      { connectionRequestUrl: 'https://x' },
      null,
      ['http reported https://x'],
    ],
    ['nothing known', { connectionRequestUrl: ' ' }, null, []],
  ])('%s', (_name, more, beat, expected) => {
    const plan = planWake({ ...device, ...more }, beat, subnets)
    expect(plan.map(({ means, via, target }) => `${means} ${via} ${target}`)).toEqual(expected)
  })
})

function setUp(answers: Record<string, ConnectionRequestVerdict>, udp?: ConnectionRequestVerdict) {
  const asked: string[] = []
  const reach = createReach({
    udp: () =>
      udp
        ? {
            requestConnection: ({ to }) => {
              asked.push(`udp ${to.address}`)
              return Promise.resolve(udp)
            },
            heartbeats: { ofDevice: () => heartbeat } as never,
          }
        : null,
    requestHttp: ({ url }) => {
      asked.push(url)
      return Promise.resolve(answers[url] ?? { kind: 'refused' })
    },
    credentialsFor: () => ({ username: 'u', password: 'p' }),
    allowBasicFor: () => false,
    subnets: () => subnets,
    localAddress: () => '',
  })
  return { asked, reach }
}

describe('wake', () => {
  const elsewhere = { ...device, connectionRequestUrl: 'http://192.168.1.99/x' }
  const accepted: ConnectionRequestVerdict = { kind: 'accepted', status: 200, attempts: 2 }

  it('tries the address that the box really has', async () => {
    const { reach, asked } = setUp({ 'http://192.168.1.20/x': accepted })
    const seen: string[] = []
    const verdict = await reach.wake(elsewhere, {
      onStep: (step) => seen.push(`${step.via} ${step.verdict?.kind ?? '…'}`),
    })
    expect(asked).toEqual(['http://192.168.1.99/x', 'http://192.168.1.20/x'])
    expect(seen).toEqual(['reported …', 'reported refused', 'observed …', 'observed accepted'])
    expect(verdict).toMatchObject({
      kind: 'asked',
      steps: [{ via: 'reported' }, { via: 'observed', verdict: accepted }],
    })
  })

  it('stops at a box that answered', async () => {
    const { reach, asked } = setUp({ 'http://192.168.1.99/x': { kind: 'wrongPassword', realm: 'r' } })
    expect(await reach.wake(elsewhere)).toMatchObject({ kind: 'failed', cause: { kind: 'wrongPassword' } })
    expect(asked).toHaveLength(1)
  })

  it('a router that answers in front of the box does not end it', async () => {
    const foreign = { ...device, connectionRequestUrl: 'http://100.64.0.9/x' }
    const { reach } = setUp({
      'http://192.168.1.20/x': { kind: 'notFound', status: 404 },
      'http://100.64.0.9/x': accepted,
    })
    expect(await reach.wake(foreign)).toMatchObject({ kind: 'asked' })
  })

  it('UDP heard is enough, UDP unheard goes on with HTTP', async () => {
    const heard = setUp({}, { kind: 'sent', copies: 3, heard: true })
    expect(await heard.reach.wake(device)).toMatchObject({ kind: 'asked' })
    expect(heard.asked).toEqual(['udp 192.168.1.20'])
    const unheard = setUp({}, { kind: 'sent', copies: 3, heard: false })
    expect(await unheard.reach.wake(device)).toMatchObject({
      kind: 'asked',
      steps: [{ means: 'udp' }, { means: 'http' }],
    })
  })

  it('nothing to call it by, and cancelled', async () => {
    const { reach } = setUp({})
    expect(await reach.wake({ ...device, connectionRequestUrl: '' })).toEqual({ kind: 'noMeans' })
    expect(await reach.wake(device, { signal: AbortSignal.abort() })).toMatchObject({ cause: { kind: 'cancelled' } })
  })
})

describe('wakeError', () => {
  const step = (verdict: ConnectionRequestVerdict): WakeStep => ({
    means: 'http',
    target: 't',
    via: 'reported',
    verdict,
  })
  const failures: ConnectionRequestVerdict[] = [
    { kind: 'noRoute', cause: 'EHOSTUNREACH' },
    { kind: 'blocked', cause: 'EPERM' },
    { kind: 'refused' },
    { kind: 'timeout', phase: 'connect' },
    { kind: 'timeout', phase: 'answer' },
    { kind: 'closed' },
    { kind: 'wrongPassword', realm: 'r' },
    { kind: 'noCredentials', realm: 'r' },
    { kind: 'basicOnly', realm: 'r' },
    { kind: 'unknownChallenge', offered: 'x' },
    { kind: 'busy', retryAfterSeconds: null },
    { kind: 'notFound', status: 404 },
    { kind: 'rejected', status: 500 },
    { kind: 'badUrl', url: '', reason: 'empty' },
    { kind: 'protocolError', excerpt: 'x' },
    { kind: 'cancelled' },
  ]

  it('has a code and a remedy of its own for each failure', () => {
    const codes = failures.map((cause) => wakeError({ kind: 'failed', steps: [step(cause)], cause }).code)
    expect(new Set(codes).size).toBe(failures.length)
    for (const code of codes) expect(Object.keys(errorTable)).toContain(code)
    expect(codes.map(remedyOf)).not.toContain('explainFault')
  })

  it('tells facts but no nulls', () => {
    const cause: ConnectionRequestVerdict = { kind: 'busy', retryAfterSeconds: null }
    expect(wakeError({ kind: 'failed', steps: [step(cause)], cause }).params).toEqual({ target: 't' })
  })

  it('accepted without an Inform, and UDP unheard after a wrong password', () => {
    const accepted = step({ kind: 'accepted', status: 200, attempts: 1 })
    expect(wakeError({ kind: 'asked', steps: [accepted] }).code).toBe('CONNECTION_REQUEST_NO_INFORM')
    const unheard = step({ kind: 'sent', copies: 3, heard: false })
    expect(wakeError({ kind: 'asked', steps: [unheard] }).code).toBe('CONNECTION_REQUEST_NO_INFORM')
    const wrong = step({ kind: 'wrongPassword', realm: 'r' })
    expect(wakeError({ kind: 'asked', steps: [unheard, wrong] }).code).toBe('CONNECTION_REQUEST_WRONG_PASSWORD')
    expect(wakeError({ kind: 'noMeans' }).code).toBe('CONNECTION_REQUEST_NO_MEANS')
  })
})
