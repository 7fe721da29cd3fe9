import type { DiscoverySource, NeighbourService } from '#shared/model/discovery.ts'

/** What one source learned of one neighbour at one time; what it does not know is left out. */
export interface Fact {
  source: DiscoverySource
  /** Milliseconds since the epoch. */
  at: number
  /** Proof of life; a stale table entry is none. */
  isAlive: boolean
  address?: string | undefined
  /** Any spelling. */
  mac?: string | undefined
  serial?: string | undefined
  name?: string | undefined
  manufacturer?: string | undefined
  model?: string | undefined
  softwareVersion?: string | undefined
  kind?: 'box' | 'router' | undefined
  services?: readonly NeighbourService[] | undefined
  deviceId?: string | undefined
}
