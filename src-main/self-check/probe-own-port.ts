import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import type { Listener } from '#shared/model/network.ts'
import { openConnection } from '../reach/probe-connection.ts'
import { encodeStun, stunTypes } from '../reach/stun/message.ts'
import type { ProbeResult } from './checks.ts'

const timeoutMs = 2_000

/** Knocks at an own port from a second socket on the same adapter: a TCP connection, or a STUN request by UDP. */
export function probeOwnPort({ name, protocol, address, port, state }: Listener): Promise<ProbeResult> {
  if (state !== 'listening') return Promise.resolve({ kind: 'notRun' })
  if (protocol === 'tcp') return probeTcp(address, port, plainHttp.has(name))
  return probeUdp(address, port, name === 'tftp' ? readRequest : bindingRequest())
}

/** Ports that answer a HEAD; of the others it is enough that they take the connection. */
const plainHttp: ReadonlySet<Listener['name']> = new Set(['acs', 'files'])

async function probeTcp(host: string, port: number, isHttp: boolean): Promise<ProbeResult> {
  const from = performance.now()
  const target = { host, port, requestTarget: '/', hostHeader: host }
  const opened = await openConnection(target, { localAddress: host, timeoutMs })
  if (opened.kind === 'failure') return { kind: 'silent', cause: opened.verdict.kind }
  const head = `HEAD / HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`
  const asked = isHttp ? await opened.connection.ask(head, timeoutMs) : null
  opened.connection.close()
  if (asked?.kind === 'failure') return { kind: 'silent', cause: asked.verdict.kind }
  return { kind: 'answered', ms: Math.round(performance.now() - from) }
}

/** Without CONNECTION-REQUEST-BINDING it counts as no heartbeat. */
function bindingRequest(): Buffer {
  return encodeStun(stunTypes.bindingRequest, randomBytes(16), [])
}

/** Asks TFTP for a file that is not there: the answer is an error (RFC 1350 5). */
const readRequest = Buffer.from('\0\x01self-check\0octet\0', 'latin1')

function probeUdp(address: string, port: number, request: Buffer): Promise<ProbeResult> {
  const from = performance.now()
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  return new Promise((resolve) => {
    const settle = (result: ProbeResult): void => {
      clearTimeout(timer)
      socket.removeAllListeners('message')
      socket.close()
      resolve(result)
    }
    const timer = setTimeout(() => settle({ kind: 'silent', cause: 'timeout' }), timeoutMs)
    socket.once('error', (error) => settle({ kind: 'silent', cause: (error as NodeJS.ErrnoException).code ?? 'error' }))
    socket.once('message', () => settle({ kind: 'answered', ms: Math.round(performance.now() - from) }))
    socket.bind({ address, port: 0 }, () => socket.send(request, port, address, () => {}))
  })
}
