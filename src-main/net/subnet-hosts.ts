import { isIPv4 } from 'node:net'

/** An IPv4 address as a number; 0 for anything else. */
export function ipv4Number(address: string): number {
  return isIPv4(address) ? address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) : 0
}

/** The number as an IPv4 address. */
export function ipv4Text(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
}

/** Network, last address and mask of an IPv4 subnet, as numbers. */
export function ipv4Range(address: string, prefixLength: number): { first: number; last: number; mask: number } {
  const size = 2 ** (32 - prefixLength)
  const first = Math.floor(ipv4Number(address) / size) * size
  return { first, last: first + size - 1, mask: 2 ** 32 - size }
}

/**
 * The other hosts of an adapter's subnet. Of a large one only the part around its own address that has `limit`
 * addresses (a power of two): a sweep must stay small.
 */
export function subnetHosts(address: string, prefixLength: number, limit = 256): string[] {
  if (!isIPv4(address) || prefixLength < 1 || prefixLength > 30) return []
  const narrow = Math.max(prefixLength, 32 - Math.floor(Math.log2(limit)))
  const whole = ipv4Range(address, prefixLength)
  const { first, last } = ipv4Range(address, narrow)
  const own = ipv4Number(address)
  const hosts: string[] = []
  for (let host = first; host <= last; host += 1) {
    if (host !== own && host !== whole.first && host !== whole.last) hosts.push(ipv4Text(host))
  }
  return hosts
}
