import type { RemoteInfo } from 'node:dgram'
import { closeUdp, openMulticast } from '../../net/multicast-socket.ts'
import { pause } from '../../util/pause.ts'
import type { StartSource } from '../source.ts'
import { buildQuery, parseResponse } from './dns-message.ts'
import { factOfRecords } from './mdns-facts.ts'

const group = '224.0.0.251'
const port = 5353
/** The list of all services, and those that set-top boxes and gateways are known to offer. */
const questions = [
  '_services._dns-sd._udp.local',
  '_http._tcp.local',
  '_workstation._tcp.local',
  '_device-info._tcp.local',
  '_airplay._tcp.local',
  '_googlecast._tcp.local',
  '_androidtvremote2._tcp.local',
]

/** DNS-SD over multicast DNS (RFC 6762, 6763) on one adapter: asks on a probe, listens always, announces nothing. */
export const startMdns: StartSource = async ({ scope, report, isInScope }) => {
  const socket = await openMulticast({ group, port, interfaceAddress: scope.address })
  const isShared = socket.address().port === port
  socket.on('message', (bytes: Buffer, { address }: RemoteInfo) => {
    if (!isInScope(address) || address === scope.address) return
    const fact = factOfRecords(parseResponse(bytes), address)
    if (fact) report({ source: 'mdns', at: Date.now(), isAlive: true, ...fact })
  })
  return {
    probe: async () => {
      for (let turn = 0; turn < 2; turn += 1) {
        socket.send(buildQuery(questions, turn === 0 || !isShared), port, group, () => {})
        await pause(300)
      }
    },
    stop: () => closeUdp(socket),
  }
}
