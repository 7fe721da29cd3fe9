import { encodeOption43, encodeOption125, readIdentity } from '../../discovery/dhcp/acs-options.ts'
import {
  addressBytes,
  addressOption,
  type DhcpMessage,
  dhcpOptions,
  dhcpTypes,
  encodeDhcp,
  textOption,
} from '../../discovery/dhcp/dhcp-message.ts'
import { ipv4Range, ipv4Text } from '../../net/subnet-hosts.ts'
import { type Lease, type LeaseTable, leaseSeconds } from './lease-table.ts'

/** What the server tells its clients. */
export interface DhcpOffer {
  /** Own address: server and, for boxes that want one, gateway. */
  address: string
  prefixLength: number
  acsUrl: string
  /** Some boxes take option 43 as bare text (spec/04 4.1). */
  option43: 'suboption' | 'text'
}

/** The answer to a client's message; null where none is owed. Changes the table of leases (RFC 2131 4.3). */
export function answerDhcp(message: DhcpMessage, offer: DhcpOffer, leases: LeaseTable): Buffer | null {
  if (message.op !== 'request' || message.mac === '' || message.relayAddress !== '0.0.0.0') return null
  const client = clientOf(message)
  const server = addressOption(message, dhcpOptions.serverId)
  const wanted = addressOption(message, dhcpOptions.requestedAddress)
  switch (message.type) {
    case dhcpTypes.discover: {
      const lease = leases.offer(client, wanted)
      return lease && reply(message, dhcpTypes.offer, lease.address, offer)
    }
    case dhcpTypes.request: {
      if (server !== undefined && server !== offer.address) {
        leases.release(message.mac)
        return null
      }
      const lease = leases.grant(client, wanted ?? message.clientAddress)
      return lease ? reply(message, dhcpTypes.ack, lease.address, offer) : reply(message, dhcpTypes.nak, null, offer)
    }
    case dhcpTypes.inform:
      return reply(message, dhcpTypes.ack, null, offer)
    case dhcpTypes.decline:
      leases.decline(message.mac)
      return null
    case dhcpTypes.release:
      leases.release(message.mac)
      return null
    default:
      return null
  }
}

function clientOf(message: DhcpMessage): Omit<Lease, 'address' | 'until'> {
  const { vendorClass, asksForAcs } = readIdentity(message.options)
  return { mac: message.mac, hostName: textOption(message, dhcpOptions.hostName).slice(0, 64), vendorClass, asksForAcs }
}

function reply(message: DhcpMessage, type: number, address: string | null, offer: DhcpOffer): Buffer {
  const isNak = type === dhcpTypes.nak
  const options: [number, Buffer][] = [
    [dhcpOptions.messageType, Buffer.from([type])],
    [dhcpOptions.serverId, addressBytes(offer.address)],
    ...(isNak ? [] : settings(offer, address !== null)),
  ]
  return encodeDhcp({
    op: 'reply',
    transactionId: message.transactionId,
    seconds: 0,
    isBroadcast: true,
    clientAddress: isNak ? '0.0.0.0' : message.clientAddress,
    yourAddress: address ?? '0.0.0.0',
    serverAddress: isNak ? '0.0.0.0' : offer.address,
    relayAddress: '0.0.0.0',
    mac: message.mac,
    options: new Map(options),
  })
}

/** No DNS server: there is no internet behind the laptop, and names should fail at once. */
function settings({ address, prefixLength, acsUrl, option43 }: DhcpOffer, hasLease: boolean): [number, Buffer][] {
  const { last, mask } = ipv4Range(address, prefixLength)
  const lease = Buffer.alloc(4)
  lease.writeUInt32BE(leaseSeconds)
  return [
    ...(hasLease ? ([[dhcpOptions.leaseSeconds, lease]] as [number, Buffer][]) : []),
    [dhcpOptions.mask, addressBytes(ipv4Text(mask))],
    [dhcpOptions.router, addressBytes(address)],
    [dhcpOptions.broadcast, addressBytes(ipv4Text(last))],
    [dhcpOptions.vendorSpecific, encodeOption43(acsUrl, option43)],
    [dhcpOptions.viVendorSpecific, encodeOption125(acsUrl)],
  ]
}
