import type { RemoteInfo } from 'node:dgram'
import { closeUdp, openMulticast, openUdp } from '../../net/multicast-socket.ts'
import { pause } from '../../util/pause.ts'
import type { Fact } from '../fact.ts'
import type { StartSource } from '../source.ts'
import { type Description, meaningOf } from './description.ts'
import { DescriptionReader } from './description-reader.ts'
import { buildSearch, parseSsdp, type SsdpNotice, searchTargets } from './ssdp-message.ts'

const group = '239.255.255.250'
const port = 1900

/** Told of each description that was read, for those who want more of it than a neighbour row shows. */
export type DescriptionListener = (address: string, description: Description, location: string) => void

/** SSDP on one adapter: searches, hears announcements, reads the description of each device once. */
export function ssdpSource(onDescription: DescriptionListener): StartSource {
  return async (context) => {
    const { scope } = context
    const listening = await openMulticast({ group, port, interfaceAddress: scope.address })
    const asking = await openUdp({ port: 0, address: scope.address })
    asking.setMulticastInterface(scope.address)
    asking.setMulticastTTL(2)
    const reader = new DescriptionReader(context)
    const receive = (bytes: Buffer, { address }: RemoteInfo): void => {
      const notice = context.isInScope(address) && address !== scope.address ? parseSsdp(bytes) : null
      if (notice?.kind !== 'alive') return
      context.report(factOfNotice(notice, address))
      reader.read(address, notice, (description) => {
        context.report(factOfDescription(description, address))
        onDescription(address, description, notice.location)
      })
    }
    for (const socket of [listening, asking]) socket.on('message', receive)
    return {
      probe: async () => {
        for (const target of [...searchTargets, ...searchTargets]) {
          asking.send(buildSearch(target), port, group, () => {})
          await pause(100)
        }
      },
      stop: async () => {
        reader.stop()
        await Promise.all([closeUdp(listening), closeUdp(asking)])
      },
    }
  }
}

function factOfNotice({ target }: SsdpNotice, address: string): Fact {
  const isGateway = /InternetGatewayDevice/i.test(target)
  const isTr064 = /^urn:dslforum-org:(?:device:InternetGatewayDevice|service:ManagementServer)/i.test(target)
  return {
    source: 'ssdp',
    at: Date.now(),
    isAlive: true,
    address,
    kind: isGateway ? 'router' : undefined,
    services: [...(isGateway ? (['igd'] as const) : []), ...(isTr064 ? (['tr064'] as const) : [])],
  }
}

function factOfDescription(description: Description, address: string): Fact {
  const { name, manufacturer, model, serial } = description
  const meaning = meaningOf(description)
  return { source: 'ssdp', at: Date.now(), isAlive: true, address, name, manufacturer, model, serial, ...meaning }
}
