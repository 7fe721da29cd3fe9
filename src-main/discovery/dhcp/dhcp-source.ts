import { closeUdp, openUdp } from '../../net/multicast-socket.ts'
import type { StartSource } from '../source.ts'
import { factOfDhcp } from './dhcp-facts.ts'
import { parseDhcp } from './dhcp-message.ts'

const serverPort = 67

/**
 * Hears who asks for an address. Broadcasts of all adapters arrive at this port and do not say which they came by: where
 * the laptop has several networks, `isAlone` is false, and a request counts only if its box is known on ours, or names an
 * address of ours.
 */
export function dhcpSource(isAlone: () => boolean, isKnownMac: (mac: string) => boolean): StartSource {
  return async ({ report, isInScope, scope }) => {
    const socket = await openUdp({ port: serverPort, reuse: true })
    socket.on('message', (bytes: Buffer) => {
      const message = parseDhcp(bytes)
      const fact = message && factOfDhcp(message, Date.now())
      if (!fact || fact.mac === scope.mac.toUpperCase()) return
      const { claimed, ...rest } = fact
      const isOurs = (claimed !== undefined && isInScope(claimed)) || isAlone() || isKnownMac(fact.mac ?? '')
      if (isOurs) report({ ...rest, address: rest.address && isInScope(rest.address) ? rest.address : undefined })
    })
    return { probe: () => Promise.resolve(), stop: () => closeUdp(socket) }
  }
}
