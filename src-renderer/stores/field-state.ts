import type { EventMessage } from '#shared/contract.ts'
import type { BasicConsent, Credential } from '#shared/model/credential.ts'
import type { DiscoveryChange, DiscoveryList } from '#shared/model/discovery.ts'
import type { DhcpStatus, PendingHandOver } from '#shared/model/pointing.ts'
import type { Quirk } from '#shared/model/quirk.ts'
import type { RadarEntry } from '#shared/model/self-check.ts'

/** What the window knows of the wire and of the ways to its boxes, beside the snapshot of the app. */
export interface FieldState {
  discovery: DiscoveryList
  radar: readonly RadarEntry[]
  dhcp: DhcpStatus
  pending: readonly PendingHandOver[]
  quirks: readonly Quirk[]
  credentials: readonly Credential[]
  basicConsents: readonly BasicConsent[]
}

/** The state after an event; the same object where the event is about something else. */
export function applyFieldEvent(state: FieldState, message: EventMessage): FieldState {
  switch (message.name) {
    case 'discovery.changed':
      return { ...state, discovery: discoveryAfter(state.discovery, message.data) }
    case 'radar.changed':
      return { ...state, radar: message.data.entries }
    case 'dhcp.changed':
      return { ...state, dhcp: message.data }
    case 'handOver.changed':
      return { ...state, pending: message.data.pending }
    case 'quirk.changed':
      return { ...state, quirks: [message.data, ...withoutQuirk(state.quirks, message.data)] }
    case 'quirk.removed':
      return { ...state, quirks: withoutQuirk(state.quirks, message.data) }
    case 'credentials.changed':
      return { ...state, credentials: message.data.credentials }
    case 'basicConsents.changed':
      return { ...state, basicConsents: message.data.consents }
    default:
      return state
  }
}

/** Rows keep their place: what changed is put where it stood, what is new comes last. */
function discoveryAfter(before: DiscoveryList, { scope, sources, changed, removed }: DiscoveryChange): DiscoveryList {
  const rows = new Map(before.neighbours.map((neighbour) => [neighbour.key, neighbour]))
  for (const key of removed) rows.delete(key)
  for (const neighbour of changed) rows.set(neighbour.key, neighbour)
  return { scope, sources, neighbours: [...rows.values()] }
}

function withoutQuirk(quirks: readonly Quirk[], { model, name }: Pick<Quirk, 'model' | 'name'>): Quirk[] {
  return quirks.filter((one) => one.model !== model || one.name !== name)
}
