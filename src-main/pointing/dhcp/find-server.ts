import { randomInt } from 'node:crypto'
import type { RemoteInfo } from 'node:dgram'
import { addressOption, dhcpOptions, dhcpTypes, encodeDhcp, parseDhcp } from '../../discovery/dhcp/dhcp-message.ts'
import { closeUdp, openUdp } from '../../net/multicast-socket.ts'
import { pause } from '../../util/pause.ts'

const clientPort = 68
const serverPort = 67
const broadcast = '255.255.255.255'
const asks = 3
const waitMs = 1_500

/**
 * Asks the wire for an address, as a client would, and gives the address of the server that answers; null when none did.
 * The offer is never taken. Throws PORT_FORBIDDEN where the system does not let us ask.
 */
export async function findServer(
  scope: { address: string; mac: string },
  signal?: AbortSignal,
): Promise<string | null> {
  const hearing = await openUdp({ port: clientPort, reuse: true })
  // Bound to the adapter's address, for a broadcast leaves by the adapter of its source.
  const asking = await openUdp({ port: clientPort, address: scope.address, reuse: true })
  asking.setBroadcast(true)
  const transactionId = randomInt(2 ** 32 - 1)
  let found: string | null = null
  const done = new AbortController()
  const receive = (bytes: Buffer, { address }: RemoteInfo): void => {
    const message = parseDhcp(bytes)
    const isOffer = message?.op === 'reply' && message.transactionId === transactionId
    if (!message || !isOffer || address === scope.address) return
    found = addressOption(message, dhcpOptions.serverId) ?? address
    done.abort()
  }
  for (const socket of [hearing, asking]) socket.on('message', receive)
  const until = signal ? AbortSignal.any([signal, done.signal]) : done.signal
  try {
    for (let count = 0; count < asks && !until.aborted; count += 1) {
      asking.send(discover(transactionId, scope.mac), serverPort, broadcast, () => {})
      await pause(waitMs, until)
    }
    return found
  } finally {
    await Promise.all([closeUdp(hearing), closeUdp(asking)])
  }
}

function discover(transactionId: number, mac: string): Buffer {
  return encodeDhcp({
    op: 'request',
    transactionId,
    seconds: 0,
    isBroadcast: true,
    clientAddress: '0.0.0.0',
    yourAddress: '0.0.0.0',
    serverAddress: '0.0.0.0',
    relayAddress: '0.0.0.0',
    mac,
    options: new Map([
      [dhcpOptions.messageType, Buffer.from([dhcpTypes.discover])],
      [dhcpOptions.parameterList, Buffer.from([dhcpOptions.mask, dhcpOptions.router])],
    ]),
  })
}
