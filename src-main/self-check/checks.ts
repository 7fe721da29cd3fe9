import type { Adapter, Listener } from '#shared/model/network.ts'
import type { Check, CheckId, CheckState } from '#shared/model/self-check.ts'
import { isOnSubnet } from '../net/subnet.ts'
import type { FirewallVerdict } from './firewall/verdict.ts'

/** What a probe of an own port from a second socket showed. */
export type ProbeResult = { kind: 'answered'; ms: number } | { kind: 'silent'; cause: string } | { kind: 'notRun' }

/** Everything that the answers are made of. */
export interface SelfCheckFacts {
  /** The name that was chosen in the settings; empty while none is. */
  chosenAdapter: string
  boundAddress: string
  adapters: readonly Adapter[]
  listeners: readonly Listener[]
  probes: Readonly<Partial<Record<Listener['name'], ProbeResult>>>
  firewall: FirewallVerdict
  /** Whether macOS 15 and later lets this program speak to the local network; null where no system asks. */
  mayUseLocalNetwork: boolean | null
  /** null where the system does not say. */
  isMetered: boolean | null
  lastInform: { name: string; at: string } | null
  now: number
}

const vpnNames =
  /^(?:tun|tap|wg|ppp|utun|ipsec|zt|tailscale|nordlynx|proton|openvpn|cscotun|gpd)|vpn|wireguard|anyconnect/i
/** A laptop whose battery was flat for long starts in the past; signatures and certificates then fail. */
const earliestPlausible = Date.parse('2025-01-01T00:00:00Z')

/** Answers "can a box reach me?" from the facts, in the order of the page. Pure. */
export function answerChecks(facts: SelfCheckFacts): Check[] {
  return [
    adapterCheck(facts),
    addressCheck(facts),
    ...facts.listeners.map(portCheck),
    ...facts.listeners.map((listener) => probeCheck(listener, facts.probes[listener.name] ?? { kind: 'notRun' })),
    firewallCheck(facts.firewall, facts.listeners),
    ...localNetworkCheck(facts.mayUseLocalNetwork),
    ...sameNetworkCheck(facts),
    vpnCheck(facts),
    meteredCheck(facts.isMetered),
    facts.now < earliestPlausible ? check('clock', 'warning', 'clockWrong') : check('clock', 'ok', 'clockRight'),
    facts.lastInform
      ? check('lastInform', 'ok', 'informed', { name: facts.lastInform.name, at: facts.lastInform.at })
      : check('lastInform', 'unknown', 'neverInformed'),
  ]
}

function check(
  id: CheckId,
  state: CheckState,
  code: string,
  params: Check['params'] = {},
  command: string | null = null,
): Check {
  return { id, state, code, params, command }
}

function adapterCheck({ chosenAdapter, boundAddress, adapters }: SelfCheckFacts): Check {
  const bound = adapters.find(({ address }) => address === boundAddress)
  if (bound && !bound.internal) return check('adapter', 'ok', 'adapterUp', { name: bound.name, address: bound.address })
  const isGone = chosenAdapter !== '' && !adapters.some(({ name }) => name === chosenAdapter)
  if (isGone) return check('adapter', 'failed', 'adapterDown', { name: chosenAdapter })
  if (bound) return check('adapter', 'warning', 'onlyLoopback', { address: boundAddress })
  return check('adapter', 'failed', 'addressGone', { address: boundAddress })
}

function addressCheck({ boundAddress, adapters }: SelfCheckFacts): Check {
  const bound = adapters.find(({ address }) => address === boundAddress)
  const params = { address: boundAddress, prefixLength: bound?.prefixLength ?? 0 }
  if (!bound) return check('address', 'unknown', 'noAddress', params)
  if (bound.internal) return check('address', 'warning', 'loopbackAddress', params)
  if (boundAddress.startsWith('169.254.')) return check('address', 'warning', 'selfAssigned', params)
  return bound.prefixLength >= 31 && bound.family === 'IPv4'
    ? check('address', 'warning', 'noNeighbours', params)
    : check('address', 'ok', 'addressUsable', params)
}

function portCheck({ name, port, state, error, protocol }: Listener): Check {
  const params = { port, protocol: protocol.toUpperCase() }
  if (state === 'listening') return check(`${name}Port`, 'ok', 'listening', params)
  return check(
    `${name}Port`,
    state === 'failed' ? 'failed' : 'unknown',
    portCodes[error?.code ?? ''] ?? 'notOpen',
    params,
  )
}

const portCodes: Record<string, string> = {
  PORT_IN_USE: 'portTaken',
  PORT_FORBIDDEN: 'portForbidden',
  ADDRESS_NOT_AVAILABLE: 'addressGone',
}

function probeCheck({ name, port, protocol, address }: Listener, probe: ProbeResult): Check {
  const params = { port, protocol: protocol.toUpperCase(), address }
  switch (probe.kind) {
    case 'answered':
      return check(`${name}Probe`, 'ok', 'answered', { ...params, ms: probe.ms })
    case 'silent':
      return check(`${name}Probe`, 'failed', 'silent', { ...params, cause: probe.cause })
    case 'notRun':
      return check(`${name}Probe`, 'unknown', 'notProbed', params)
  }
}

function firewallCheck(verdict: FirewallVerdict, listeners: readonly Listener[]): Check {
  const ports = listeners.map(({ port, protocol }) => `${port}/${protocol}`).join(', ')
  switch (verdict.kind) {
    case 'none':
      return check('firewall', 'ok', 'firewallOff')
    case 'open':
      return check('firewall', 'ok', 'firewallOpen', { name: verdict.name })
    case 'blocked': {
      const code = zoneCodes[verdict.zone] ?? 'firewallBlocksZone'
      return check('firewall', 'failed', code, { name: verdict.name, zone: verdict.zone, ports }, verdict.command)
    }
    case 'foreign':
      return check('firewall', 'warning', 'firewallForeign', { name: verdict.name, ports })
    case 'unreadable':
      return check('firewall', 'unknown', 'firewallUnreadable', { name: verdict.name, ports }, verdict.command)
  }
}

/** Zones with words and advice of their own; those of firewalld are named as they are. */
const zoneCodes: Record<string, string> = {
  '': 'firewallBlocks',
  Public: 'firewallBlocksPublic',
  Private: 'firewallBlocksPrivate',
  Domain: 'firewallBlocksDomain',
  blockAll: 'firewallBlocksAll',
}

function localNetworkCheck(isAllowed: boolean | null): Check[] {
  if (isAllowed === null) return []
  return [
    isAllowed
      ? check('localNetwork', 'ok', 'localNetworkAllowed')
      : check('localNetwork', 'failed', 'localNetworkDenied'),
  ]
}

/** The system picks one of two adapters on the same network, often the wrong one: Wi-Fi beside the cable to the box. */
function sameNetworkCheck({ adapters, boundAddress }: SelfCheckFacts): Check[] {
  const bound = adapters.find(({ address }) => address === boundAddress)
  if (!bound || bound.internal) return []
  const other = adapters.find(
    ({ name, internal, address }) => name !== bound.name && !internal && isOnSubnet(address, [bound]),
  )
  return [
    other
      ? check('sameNetwork', 'warning', 'sameNetwork', { name: other.name, address: other.address })
      : check('sameNetwork', 'ok', 'oneNetwork'),
  ]
}

function vpnCheck({ adapters, boundAddress }: SelfCheckFacts): Check {
  const tunnels = adapters.filter(({ name, internal }) => !internal && vpnNames.test(name))
  const bound = tunnels.find(({ address }) => address === boundAddress)
  if (bound) return check('vpn', 'failed', 'vpnChosen', { name: bound.name })
  const [first] = tunnels
  return first ? check('vpn', 'warning', 'vpnActive', { name: first.name }) : check('vpn', 'ok', 'noVpn')
}

function meteredCheck(isMetered: boolean | null): Check {
  if (isMetered === null) return check('metered', 'unknown', 'meteredUnknown')
  return isMetered ? check('metered', 'warning', 'metered') : check('metered', 'ok', 'notMetered')
}
