import type { DiscoveryScope } from '#shared/model/discovery.ts'
import type { Adapter } from '#shared/model/network.ts'

/** The adapter that an address belongs to, if the network behind it may be looked at: real, and IPv4. */
export function scopeOf(address: string, adapters: readonly Adapter[]): DiscoveryScope | null {
  const adapter = adapters.find((one) => one.address === address)
  if (!adapter || adapter.internal || adapter.family !== 'IPv4') return null
  return { adapter: adapter.name, address, prefixLength: adapter.prefixLength, mac: adapter.mac.toUpperCase() }
}

/** Whether two scopes are the same network seen from the same place. */
export function isSameScope(a: DiscoveryScope | null, b: DiscoveryScope | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
