import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** What the script of an odd box gets for each connection. */
export interface OddConnection {
  socket: Socket
  /** Counts from 1. */
  number: number
  /** The next request head; empty when the client is gone. */
  request(): Promise<string>
  send(text: string): void
  end(text?: string): void
}

export interface OddBox {
  url: string
  /** All request heads in the order of their coming. */
  requests: string[]
  connections(): number
  stop(): Promise<void>
}

/** A box's connection-request port, played by a script over a plain socket. */
export async function playBox(
  script: (connection: OddConnection) => Promise<void> | void,
  host = '127.0.0.1',
  path = '/cr',
): Promise<OddBox> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  let count = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let buffer = ''
    let isOver = false
    let wake = () => {}
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      wake()
    })
    socket.on('close', () => {
      isOver = true
      wake()
    })
    const request = async (): Promise<string> => {
      for (;;) {
        const end = buffer.indexOf('\r\n\r\n')
        if (end >= 0) {
          const head = buffer.slice(0, end)
          buffer = buffer.slice(end + 4)
          requests.push(head)
          return head
        }
        if (isOver) return ''
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
    void script({
      socket,
      number: ++count,
      request,
      send: (text) => void socket.write(text, 'latin1'),
      end: (text = '') => void socket.end(text, 'latin1'),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`,
    requests,
    connections: () => count,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
