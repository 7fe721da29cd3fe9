/** An address as people write it: IPv4-mapped IPv6 (`::ffff:192.168.1.2`) without its prefix, no zone. */
export function plainAddress(address: string | undefined): string {
  const bare = (address ?? '').replace(/%.*$/, '')
  return bare.startsWith('::ffff:') && bare.includes('.') ? bare.slice(7) : bare
}

/** The host part of a URL: IPv6 literals in brackets (RFC 3986 3.2.2). */
export function urlHost(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
