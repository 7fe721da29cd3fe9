import type { ListenerName } from '#shared/model/network.ts'
import type { ServedProtocol } from '#shared/model/transfer.ts'
import type { PortService } from '../net/listeners.ts'
import type { LocalCa } from '../net/local-ca.ts'
import type { PortRange } from './ftp/data-channel.ts'
import { FtpServer } from './ftp/ftp-server.ts'
import { HttpFileServer } from './http-file-server.ts'
import type { LinkRegistry } from './links.ts'
import type { ServerAddress } from './listen.ts'
import { TftpServer } from './tftp/tftp-server.ts'

/** Which listener serves a protocol. */
export const listenerOf: Record<ServedProtocol, ListenerName> = {
  http: 'files',
  https: 'filesTls',
  ftp: 'ftp',
  tftp: 'tftp',
}

interface Server {
  start(): Promise<ServerAddress>
  stop(): Promise<void>
}

type Create = (address: string, port: number) => Server | Promise<Server>

/** The file servers of the app: all of them serve the same links. */
export function filePortServices(
  registry: LinkRegistry,
  ca: LocalCa,
  passivePorts: () => PortRange | null,
): PortService[] {
  return [
    portService('files', 'tcp', true, (address, port) => new HttpFileServer({ registry, address, port })),
    portService('filesTls', 'tcp', true, async (address, port) => {
      const { key, cert } = await ca.serverIdentity({ addresses: [address], dnsNames: [] })
      return new HttpFileServer({ registry, address, port, tls: { key, cert } })
    }),
    {
      ...portService('ftp', 'tcp', true, (address, port) => {
        const range = passivePorts()
        return new FtpServer({ registry, address, port, ...(range && { passivePorts: range }) })
      }),
      options: () => JSON.stringify(passivePorts()),
    },
    // Many boxes ask at port 69 whatever the link says: another one would be a trap.
    portService('tftp', 'udp', false, (address, port) => new TftpServer({ registry, address, port })),
  ]
}

function portService(
  name: ListenerName,
  protocol: PortService['protocol'],
  mayMove: boolean,
  create: Create,
): PortService {
  let server: Server | null = null
  return {
    name,
    protocol,
    mayMove,
    async start(address, port) {
      server = await create(address, port)
      return (await server.start()).port
    },
    async stop() {
      await server?.stop()
      server = null
    },
  }
}
