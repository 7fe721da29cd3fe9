import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { Adapter } from '#shared/model/network.ts'

/** An address without IPv4 mapping (`::ffff:192.0.2.1`, RFC 4291 2.5.5.2) and without a zone (`%eth0`). */
export function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare.toLowerCase()
}

function familyOf(address: string): 'IPv4' | 'IPv6' | null {
  return isIPv4(address) ? 'IPv4' : isIPv6(address) ? 'IPv6' : null
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'))
}

function isUnspecified(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === ''
}

function isInSubnet(address: string, adapter: Adapter): boolean {
  const family = familyOf(address)
  if (family === null || family !== adapter.family) return false
  const subnet = new BlockList()
  subnet.addSubnet(plainAddress(adapter.address), adapter.prefixLength, family === 'IPv4' ? 'ipv4' : 'ipv6')
  return subnet.check(address, family === 'IPv4' ? 'ipv4' : 'ipv6')
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
  const remote = plainAddress(route.remote)
  const family = familyOf(remote)
  if (family === null) return null
  const own = route.adapters.map((adapter) => plainAddress(adapter.address))
  const bound = plainAddress(route.bound)
  if (isLoopback(remote) || own.includes(remote)) return isUnspecified(bound) ? remote : bound
  if (isLoopback(bound)) return null
  // Bound to one address a server answers there alone; through a router it need not share a subnet with the box.
  if (!isUnspecified(bound)) return familyOf(bound) === family ? bound : null
  const connection = plainAddress(route.connectionLocal ?? '')
  if (familyOf(connection) === family && !isLoopback(connection)) return connection
  const nearest = route.adapters
    .filter((adapter) => !adapter.internal && isInSubnet(remote, adapter))
    .sort((a, b) => b.prefixLength - a.prefixLength)
    .map((adapter) => plainAddress(adapter.address))
  return nearest[0] ?? onlyOutside(route.adapters, family)
}

/** For a box behind a router: our one address outside, if there is but one; with several it would be a guess. */
function onlyOutside(adapters: readonly Adapter[], family: 'IPv4' | 'IPv6'): string | null {
  const outside = adapters.filter((adapter) => !adapter.internal && adapter.family === family)
  return outside.length === 1 && outside[0] !== undefined ? plainAddress(outside[0].address) : null
}

/** An address as it stands in a URL: IPv6 in brackets (RFC 3986 3.2.2). */
export function urlHost(address: string): string {
  return isIPv6(address) ? `[${address}]` : address
}
