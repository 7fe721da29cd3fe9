import type { Device } from '#shared/model/device.ts'
import { DiscoverySource, type Neighbour, type NextStep } from '#shared/model/discovery.ts'
import { vendorOfMac } from './arp/oui.ts'
import type { Fact } from './fact.ts'
import type { Entry } from './registry.ts'

/** Whose word counts first: the enum's own order. */
const ranking = DiscoverySource.options

type Known = Pick<Device, 'id' | 'status'>

/** The row as the screen shows it; `deviceOf` finds a box of the device list by its id. Pure. */
export function toNeighbour(entry: Entry, deviceOf: (id: string) => Known | undefined): Neighbour {
  const facts = ranking.flatMap((source) => entry.facts[source] ?? [])
  const pick = (field: 'name' | 'manufacturer' | 'model' | 'softwareVersion'): string =>
    facts.map((fact) => fact[field]).find((text) => text !== undefined && text !== '') ?? ''
  const vendor = vendorOfMac(entry.mac)
  const device = facts.flatMap(({ deviceId }) => (deviceId === undefined ? [] : (deviceOf(deviceId) ?? [])))[0]
  const kind = kindOf(facts, vendor?.kind ?? 'unknown')
  return {
    key: entry.key,
    addresses: [...entry.addresses],
    mac: entry.mac ?? '',
    vendor: vendor?.name ?? '',
    vendorId: vendor?.id ?? null,
    name: pick('name'),
    manufacturer: pick('manufacturer'),
    model: pick('model'),
    serial: entry.serial ?? '',
    softwareVersion: pick('softwareVersion'),
    sources: ranking.filter((source) => entry.facts[source] !== undefined),
    services: [...entry.services],
    firstSeenAt: new Date(entry.firstSeenAt).toISOString(),
    lastSeenAt: new Date(entry.lastSeenAt).toISOString(),
    deviceId: device?.id ?? null,
    kind,
    nextStep: nextStepOf(entry, kind, vendor !== undefined, device),
  }
}

function kindOf(facts: readonly Fact[], ofVendor: Neighbour['kind']): Neighbour['kind'] {
  return facts.map(({ kind }) => kind).find((kind) => kind !== undefined) ?? ofVendor
}

/** One step per row: first what the box itself needs, then the mildest way to point it here. */
function nextStepOf(entry: Entry, kind: Neighbour['kind'], isKnownMaker: boolean, device: Known | undefined): NextStep {
  if (device !== undefined && device.status !== 'seen') return stepOfStatus[device.status]
  if (entry.services.includes('heartbeat')) return 'wake'
  if (entry.services.includes('tr064')) return 'setByTr064'
  if (entry.addresses.length === 0 && entry.facts.dhcp !== undefined) return 'answerDhcp'
  const looksLikeBox = entry.services.includes('cwmp') || kind !== 'unknown' || isKnownMaker
  return looksLikeBox ? 'setByHand' : 'identify'
}

const stepOfStatus: Record<Exclude<Device['status'], 'seen'>, NextStep> = {
  informing: 'wait',
  managed: 'open',
  authFailed: 'fixLogin',
  lost: 'wake',
}
