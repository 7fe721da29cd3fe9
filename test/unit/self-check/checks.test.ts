import { describe, expect, it } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import { type Adapter, type Listener, ListenerName } from '#shared/model/network.ts'
import { CheckId, RadarProblem, RadarStage } from '#shared/model/self-check.ts'
import { answerChecks, type SelfCheckFacts } from '../../../src-main/self-check/checks.ts'
import { ContactLog } from '../../../src-main/self-check/contact-log.ts'

const adapter = (name: string, address: string, more: Partial<Adapter> = {}): Adapter => ({
  name,
  address,
  family: 'IPv4',
  prefixLength: 24,
  mac: '00:11:22:33:44:55',
  internal: false,
  ...more,
})
const listener = (name: Listener['name'], more: Partial<Listener> = {}): Listener => ({
  name,
  protocol: name === 'stun' ? 'udp' : 'tcp',
  address: '192.168.1.10',
  port: 7547,
  state: 'listening',
  error: null,
  ...more,
})
const good: SelfCheckFacts = {
  chosenAdapter: 'eth0',
  boundAddress: '192.168.1.10',
  adapters: [adapter('eth0', '192.168.1.10'), adapter('lo', '127.0.0.1', { internal: true, prefixLength: 8 })],
  listeners: ListenerName.options.map((name) => listener(name)),
  probes: Object.fromEntries(
    ListenerName.options.map((name) => [name, { kind: 'answered', ms: 1 }]),
  ) as SelfCheckFacts['probes'],
  firewall: { kind: 'none' },
  mayUseLocalNetwork: true,
  isMetered: false,
  lastInform: { name: 'SN-1', at: '2026-11-23T10:00:00Z' },
  now: Date.parse('2026-11-23T10:00:00Z'),
}
const failed = { code: 'PORT_IN_USE', params: {}, remedy: 'choosePort' }

describe('answerChecks', () => {
  it('finds nothing where all is well, in the order of the page', () => {
    const checks = answerChecks(good)
    expect(checks.map(({ id }) => id)).toEqual(CheckId.options)
    for (const { id } of checks) expect(en.selfCheck.checks).toHaveProperty(id)
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['ok']))
  })

  const cases: [string, Partial<SelfCheckFacts>, string, string][] = [
    ['adapter', { adapters: [], boundAddress: '127.0.0.1' }, 'failed', 'adapterDown'],
    ['adapter', { chosenAdapter: '', boundAddress: '127.0.0.1' }, 'warning', 'onlyLoopback'],
    ['adapter', { chosenAdapter: '', boundAddress: '10.0.0.1' }, 'failed', 'addressGone'],
    ['address', { boundAddress: '127.0.0.1' }, 'warning', 'loopbackAddress'],
    [
      'address',
      { boundAddress: '169.254.3.4', adapters: [adapter('eth0', '169.254.3.4', { prefixLength: 16 })] },
      'warning',
      'selfAssigned',
    ],
    ['address', { adapters: [adapter('eth0', '192.168.1.10', { prefixLength: 32 })] }, 'warning', 'noNeighbours'],
    ['acsPort', { listeners: [listener('acs', { state: 'failed', error: failed })] }, 'failed', 'portTaken'],
    ['acsProbe', { probes: { ...good.probes, acs: { kind: 'silent', cause: 'timeout' } } }, 'failed', 'silent'],
    [
      'firewall',
      { firewall: { kind: 'blocked', name: 'ufw', zone: '', command: 'sudo ufw allow' } },
      'failed',
      'firewallBlocks',
    ],
    ...(['Public', 'Private', 'Domain', 'blockAll'] as const).map((zone): (typeof cases)[number] => [
      'firewall',
      { firewall: { kind: 'blocked', name: 'x', zone, command: 'y' } },
      'failed',
      `firewallBlocks${zone === 'blockAll' ? 'All' : zone}`,
    ]),
    [
      'firewall',
      { firewall: { kind: 'blocked', name: 'firewalld', zone: 'home', command: 'y' } },
      'failed',
      'firewallBlocksZone',
    ],
    ['firewall', { firewall: { kind: 'foreign', name: '火绒' } }, 'warning', 'firewallForeign'],
    ['localNetwork', { mayUseLocalNetwork: false }, 'failed', 'localNetworkDenied'],
    ['sameNetwork', { adapters: [...good.adapters, adapter('wlan0', '192.168.1.77')] }, 'warning', 'sameNetwork'],
    ['vpn', { adapters: [...good.adapters, adapter('tun0', '10.8.0.2')] }, 'warning', 'vpnActive'],
    ['vpn', { adapters: [adapter('utun3', '192.168.1.10')] }, 'failed', 'vpnChosen'],
    ['metered', { isMetered: true }, 'warning', 'metered'],
    ['clock', { now: 0 }, 'warning', 'clockWrong'],
    ['lastInform', { lastInform: null }, 'unknown', 'neverInformed'],
  ]
  it('leaves out what no system asks about, and other adapters where no real one is chosen', () => {
    const without = (facts: Partial<SelfCheckFacts>) =>
      CheckId.options.filter((id) => !answerChecks({ ...good, ...facts }).some((one) => one.id === id))
    expect(without({ mayUseLocalNetwork: null })).toEqual(['localNetwork'])
    expect(without({ boundAddress: '127.0.0.1' })).toEqual(['sameNetwork'])
    expect(
      without({ adapters: [...good.adapters, adapter('eth0', '192.168.1.11'), adapter('wlan0', '10.0.0.2')] }),
    ).toEqual([])
  })

  it.each(cases)('%s with %j is %s: %s', (id, facts, state, code) => {
    const check = answerChecks({ ...good, ...facts }).find((one) => one.id === id)
    expect(check).toMatchObject({ state, code })
    expect(en.selfCheck.findings).toHaveProperty(code)
    if (state !== 'unknown') expect(en.selfCheck.advice).toHaveProperty(code)
  })
})

describe('ContactLog', () => {
  function log() {
    const clock = { now: 1_000_000 }
    const contacts = new ContactLog(
      () => {},
      () => clock.now,
    )
    return { clock, contacts, row: () => contacts.list([]).find(({ address }) => address === '10.0.0.1') }
  }

  it('climbs stage by stage and forgets the problem when it is solved', () => {
    const { contacts, row } = log()
    contacts.note('10.0.0.1', { kind: 'connected' })
    expect(row()).toMatchObject({ stage: 'tcp', problem: null, count: 1 })
    contacts.note('10.0.0.1', { kind: 'http', method: 'POST' })
    contacts.note('10.0.0.1', { kind: 'refused', reason: 'unknownUser' })
    expect(row()).toMatchObject({ stage: 'http', problem: 'unknownUser' })
    // It connects again, and still has the same problem until it gets further.
    contacts.note('10.0.0.1', { kind: 'connected' })
    expect(row()?.problem).toBe('unknownUser')
    contacts.note('10.0.0.1', { kind: 'understood', deviceId: 'd1' })
    expect(row()).toMatchObject({ stage: 'understood', problem: null, deviceId: 'd1', count: 2 })
  })

  it('tells what a box does now, not what it once did', () => {
    const { contacts, clock, row } = log()
    contacts.note('10.0.0.1', { kind: 'understood', deviceId: 'd1' })
    clock.now += 3_600_000
    contacts.note('10.0.0.1', { kind: 'connected' })
    expect(row()?.stage).toBe('tcp')
    contacts.note('10.0.0.1', { kind: 'tls' })
    expect(row()).toMatchObject({ stage: 'tls', problem: 'httpsUrl' })
  })

  it('lists silent neighbours after those that knocked, and stays bounded', () => {
    const { contacts } = log()
    for (let n = 0; n < 700; n++) contacts.note(`10.1.${n >> 8}.${n & 255}`, { kind: 'connected' })
    const present = { address: '10.0.0.9', key: 'k', deviceId: null, seenAt: '2026-11-23T10:00:00Z' }
    const all = contacts.list([present])
    expect(all).toHaveLength(501)
    expect(all.at(-1)).toMatchObject({ address: '10.0.0.9', stage: 'seen', problem: 'notTrying', neighbourKey: 'k' })
  })

  it('has words for every stage and problem', () => {
    for (const stage of RadarStage.options) expect(en.radar.stages).toHaveProperty(stage)
    for (const problem of RadarProblem.options) expect(en.radar.problems).toHaveProperty(problem)
  })
})
