import { createSocket } from 'node:dgram'
import { release } from 'node:os'

/** Darwin 24 is macOS 15, the first that asks the user. */
const firstThatAsks = 24
const mdnsGroup = '224.0.0.251'
const mdnsPort = 5353
/** A DNS message without a question: nobody answers it. */
const emptyQuery = Buffer.alloc(12)

/**
 * Whether macOS lets this program speak to the local network (TN3179): where it does not, each datagram there fails with
 * "no route to host". null where no system asks.
 */
export function mayUseLocalNetwork(address: string): Promise<boolean | null> {
  const major = Number.parseInt(release(), 10)
  if (process.platform !== 'darwin' || major < firstThatAsks) return Promise.resolve(null)
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const settle = (isAllowed: boolean | null): void => {
      socket.close()
      resolve(isAllowed)
    }
    socket.once('error', () => settle(null))
    socket.bind({ address, port: 0 }, () => {
      socket.send(emptyQuery, mdnsPort, mdnsGroup, (error) => {
        settle((error as NodeJS.ErrnoException | null)?.code !== 'EHOSTUNREACH')
      })
    })
  })
}
