import { networkInterfaces } from 'node:os'
import type { Adapter } from '#shared/model/network.ts'

/** The machine's addresses now: real adapters first, link-local IPv6 left out (no box is told such a URL). */
export function listAdapters(): Adapter[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, infos]) =>
    (infos ?? []).map(
      (info): Adapter => ({
        name,
        address: info.address,
        family: info.family,
        prefixLength: Number(info.cidr?.split('/')[1] ?? 0),
        mac: info.mac,
        internal: info.internal,
      }),
    ),
  )
  return all
    .filter(({ family, address }) => family === 'IPv4' || !address.startsWith('fe80:'))
    .sort((a, b) => Number(a.internal) - Number(b.internal) || a.family.localeCompare(b.family))
}
