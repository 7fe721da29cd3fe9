import { z } from 'zod'
import { ErrorData } from '../errors.ts'

/** How something on the wire was noticed; `inform` is the box's own word and beats all others. */
export const DiscoverySource = z.enum(['inform', 'stun', 'ssdp', 'dhcp', 'mdns', 'http', 'arp'])
export type DiscoverySource = z.infer<typeof DiscoverySource>

/** The sources that can be switched in the settings. */
export const SwitchableSource = DiscoverySource.exclude(['inform'])
export type SwitchableSource = z.infer<typeof SwitchableSource>

/** What a neighbour offers, as far as it matters here. */
export const NeighbourService = z.enum(['cwmp', 'tr064', 'igd', 'media', 'heartbeat', 'asksForAcs'])
export type NeighbourService = z.infer<typeof NeighbourService>

/**
 * The one next step with a neighbour, worded under `discovery.nextSteps.<code>`: `open` its page; wait for its session;
 * put its login right; it beats but does not inform; set the ACS URL by TR-064, by hand or by DHCP; find out what it is.
 */
export const NextStep = z.enum([
  'open',
  'wait',
  'fixLogin',
  'wake',
  'setByTr064',
  'setByHand',
  'answerDhcp',
  'identify',
])
export type NextStep = z.infer<typeof NextStep>

/** One machine on the chosen adapter's network. Texts are empty where unknown; times are ISO 8601 in UTC. */
export const Neighbour = z.object({
  /** Stays the same while the row lives, whatever is learned later. */
  key: z.string(),
  /** The latest heard from first. */
  addresses: z.array(z.string()),
  mac: z.string(),
  vendor: z.string(),
  /** Of the table of makers, for its own words (hand steps); null where the MAC tells nothing. */
  vendorId: z.string().nullable(),
  name: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  serial: z.string(),
  softwareVersion: z.string(),
  sources: z.array(DiscoverySource),
  services: z.array(NeighbourService),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  /** The box in the device list, once it has informed. */
  deviceId: z.string().nullable(),
  kind: z.enum(['box', 'router', 'unknown']),
  nextStep: NextStep,
})
export type Neighbour = z.infer<typeof Neighbour>

/** Whether a source works: `off` by settings, `idle` while no real adapter is chosen. */
export const SourceState = z.object({
  source: SwitchableSource,
  state: z.enum(['off', 'idle', 'running', 'failed']),
  error: ErrorData.nullable(),
})
export type SourceState = z.infer<typeof SourceState>

/** The adapter whose network is looked at; null while only loopback is bound. */
export const DiscoveryScope = z.object({
  adapter: z.string(),
  address: z.string(),
  prefixLength: z.number().int(),
  mac: z.string(),
})
export type DiscoveryScope = z.infer<typeof DiscoveryScope>

export const DiscoveryList = z.object({
  scope: DiscoveryScope.nullable(),
  sources: z.array(SourceState),
  neighbours: z.array(Neighbour),
})
export type DiscoveryList = z.infer<typeof DiscoveryList>

/** What became different since the last such event; at most a few a second. */
export const DiscoveryChange = z.object({
  scope: DiscoveryScope.nullable(),
  sources: z.array(SourceState),
  changed: z.array(Neighbour),
  /** Keys of rows that are gone: forgotten, or found to be the same as another. */
  removed: z.array(z.string()),
})
export type DiscoveryChange = z.infer<typeof DiscoveryChange>
