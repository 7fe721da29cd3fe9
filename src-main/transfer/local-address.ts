import { isIP } from 'node:net'
import type { Adapter } from '#shared/model/network.ts'
import { isOnSubnet, normaliseAddress } from '../net/subnet.ts'

function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

function isUnspecified(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === ''
}

/** What is known about the way between a box and us. */
export interface Route {
  /** Source address of the box's last contact. */
  remote: string
  /** Our end of the box's own connection, the surest sign of all; empty or absent when none is known. */
  connectionLocal?: string
  /** The address the servers are bound to; `0.0.0.0` and `::` mean all. */
  bound: string
  adapters: readonly Adapter[]
}

/**
 * The local address that a link for this box must carry, or null when none of ours can be reached by it. A box on another
 * host is never sent to a loopback address.
 */
export function chooseLocalAddress(route: Route): string | null {
  const remote = normaliseAddress(route.remote)
  const version = isIP(remote)
  if (version === 0) return null
  const adapters = route.adapters.map((adapter) => ({ ...adapter, address: normaliseAddress(adapter.address) }))
  const bound = normaliseAddress(route.bound)
  const isSameHost = isLoopback(remote) || adapters.some((adapter) => adapter.address === remote)
  if (isSameHost) return isUnspecified(bound) ? remote : bound
  if (isLoopback(bound)) return null
  // Bound to one address a server answers there alone; through a router it need not share a subnet with the box.
  if (!isUnspecified(bound)) return isIP(bound) === version ? bound : null
  const connection = normaliseAddress(route.connectionLocal ?? '')
  if (isIP(connection) === version && !isLoopback(connection)) return connection
  const outside = adapters.filter((adapter) => !adapter.internal && isIP(adapter.address) === version)
  const [nearest] = outside
    .filter((adapter) => isOnSubnet(remote, [adapter]))
    .sort((a, b) => b.prefixLength - a.prefixLength)
  // For a box behind a router our one address outside will do; with several it would be a guess.
  return nearest?.address ?? (outside.length === 1 ? (outside[0]?.address ?? null) : null)
}
