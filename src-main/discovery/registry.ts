import type { DiscoverySource, NeighbourService } from '#shared/model/discovery.ts'
import { normaliseMac } from '../net/mac.ts'
import { normaliseAddress } from '../net/subnet.ts'
import type { Fact } from './fact.ts'
import { usableSerial } from './identity.ts'

/** What is known of one neighbour: the facts of each source side by side, so that the better word wins in the view. */
export interface Entry {
  key: string
  /** Latest first. */
  addresses: readonly string[]
  mac: string | undefined
  serial: string | undefined
  facts: Readonly<Partial<Record<DiscoverySource, Fact>>>
  services: readonly NeighbourService[]
  firstSeenAt: number
  lastSeenAt: number
}

/** Rows in the order in which they were first seen. */
export type Registry = readonly Entry[]

export const emptyRegistry: Registry = []

const maxEntries = 1000
const maxAddresses = 8
const forgottenAfterMs = 12 * 3_600_000

/**
 * Takes in one fact. It belongs to the rows that share its serial number, its MAC or its address, in this order; rows
 * that it shows to be the same become one, under the older key. Pure.
 */
export function noteFact(registry: Registry, raw: Fact): Registry {
  const fact: Fact = {
    ...raw,
    mac: normaliseMac(raw.mac),
    serial: usableSerial(raw.serial),
    address: raw.address === undefined ? undefined : normaliseAddress(raw.address),
  }
  if (fact.mac === undefined && fact.serial === undefined && fact.address === undefined) return registry
  const same = registry.filter((entry) => isSame(entry, fact))
  const [first, ...others] = same
  const entry = enrich(others.reduce(join, first ?? newEntry(fact)), fact)
  const rest = registry
    .filter((one) => !others.includes(one))
    .map((one) => (one === first ? entry : withoutAddress(one, fact)))
  return (first ? rest : [...rest, entry]).slice(-maxEntries)
}

/** Forgets what was silent for half a day. */
export function forgetOld(registry: Registry, now: number): Registry {
  const kept = registry.filter(({ lastSeenAt }) => now - lastSeenAt < forgottenAfterMs)
  return kept.length === registry.length ? registry : kept
}

/** A weaker sign counts only where no stronger one speaks against it: an address goes from box to box. */
function isSame(entry: Entry, fact: Fact): boolean {
  if (fact.serial !== undefined && entry.serial !== undefined) {
    if (fact.serial.toUpperCase() === entry.serial.toUpperCase()) return true
    // One box may bear several serial numbers (SSDP has its own), but then its MAC is the same.
    return fact.mac !== undefined && fact.mac === entry.mac
  }
  if (fact.mac !== undefined && entry.mac !== undefined) return fact.mac === entry.mac
  return fact.address !== undefined && entry.addresses.includes(fact.address)
}

function newEntry(fact: Fact): Entry {
  return {
    key: [fact.serial, fact.mac, fact.address].find((sign) => sign !== undefined) ?? '',
    addresses: [],
    mac: undefined,
    serial: undefined,
    facts: {},
    services: [],
    firstSeenAt: fact.at,
    lastSeenAt: fact.at,
  }
}

function enrich(entry: Entry, fact: Fact): Entry {
  const { address } = fact
  const others = entry.addresses.filter((one) => one !== address)
  const known = entry.facts[fact.source]
  const given = Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined && value !== ''))
  return {
    ...entry,
    addresses: address === undefined ? entry.addresses : [address, ...others].slice(0, maxAddresses),
    mac: entry.mac ?? fact.mac,
    // A box's own word in its Inform is its serial number; others are used until it speaks.
    serial: fact.source === 'inform' ? (fact.serial ?? entry.serial) : (entry.serial ?? fact.serial),
    facts: { ...entry.facts, [fact.source]: { ...known, ...given } as Fact },
    services: [...new Set([...entry.services, ...(fact.services ?? [])])],
    lastSeenAt: fact.isAlive ? Math.max(entry.lastSeenAt, fact.at) : entry.lastSeenAt,
  }
}

function join(older: Entry, younger: Entry): Entry {
  return {
    ...older,
    addresses: [...new Set([...younger.addresses, ...older.addresses])].slice(0, maxAddresses),
    mac: older.mac ?? younger.mac,
    serial: older.serial ?? younger.serial,
    facts: { ...younger.facts, ...older.facts },
    services: [...new Set([...older.services, ...younger.services])],
    firstSeenAt: Math.min(older.firstSeenAt, younger.firstSeenAt),
    lastSeenAt: Math.max(older.lastSeenAt, younger.lastSeenAt),
  }
}

/** An address belongs to whoever used it last. */
function withoutAddress(entry: Entry, { address }: Fact): Entry {
  if (address === undefined || !entry.addresses.includes(address)) return entry
  return { ...entry, addresses: entry.addresses.filter((one) => one !== address) }
}
