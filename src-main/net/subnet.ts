import { BlockList, isIP } from 'node:net'
import { plainAddress } from './address.ts'

/** An address with the size of its network, as the system lists it. */
export interface SubnetAddress {
  address: string
  family: 'IPv4' | 'IPv6'
  prefixLength: number
}

/** Whether an address lies in the network of one of the given ones; false for host names. */
export function isOnSubnet(address: string, subnets: readonly SubnetAddress[]): boolean {
  const bare = normaliseAddress(address)
  const version = isIP(bare)
  if (version === 0) return false
  const list = new BlockList()
  for (const { address: own, family, prefixLength } of subnets) {
    list.addSubnet(normaliseAddress(own), prefixLength, family === 'IPv4' ? 'ipv4' : 'ipv6')
  }
  return list.check(bare, version === 4 ? 'ipv4' : 'ipv6')
}

/** One spelling per address, fit for comparison: lower case, no zone, no brackets, IPv4 out of `::ffff:`. */
export function normaliseAddress(address: string): string {
  const bare = address.trim().toLowerCase()
  return plainAddress(bare.replace(/^\[|\]$/g, ''))
}
