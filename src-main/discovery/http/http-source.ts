import { parseAuthHeader } from '../../net/auth-header.ts'
import { openConnection } from '../../reach/probe-connection.ts'
import { pause } from '../../util/pause.ts'
import type { SourceContext, StartSource } from '../source.ts'
import { factOfAnswer, fingerprintPorts, type PortAnswer } from './fingerprint.ts'

const atOnce = 4
const timeoutMs = 1_500
const pauseMs = 50

/**
 * Looks whether neighbours listen where boxes take connection requests, a few at a time, and only at addresses that
 * others have seen on this wire. HEAD is no connection request, so no box is called by it.
 */
export const startHttp: StartSource = (context) => {
  const stop = new AbortController()
  return Promise.resolve({
    probe: async () => {
      const waiting = context
        .known()
        .filter((address) => context.isInScope(address) && address !== context.scope.address)
      const worker = async (): Promise<void> => {
        for (let address = waiting.shift(); address !== undefined && !stop.signal.aborted; address = waiting.shift()) {
          await ask(address, context, stop.signal)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, worker))
    },
    stop: () => {
      stop.abort()
      return Promise.resolve()
    },
  })
}

async function ask(address: string, { scope, report }: SourceContext, signal: AbortSignal): Promise<void> {
  for (const port of fingerprintPorts) {
    const answer = await readPort(address, port, scope.address, signal)
    if (answer) return report(factOfAnswer(address, answer, Date.now()))
    if (signal.aborted) return
    await pause(pauseMs, signal)
  }
}

/** What listens on a port; null where nothing does. */
async function readPort(
  host: string,
  port: number,
  localAddress: string,
  signal: AbortSignal,
): Promise<PortAnswer | null> {
  const target = { host, port, requestTarget: '/', hostHeader: `${host}:${port}` }
  const opened = await openConnection(target, { localAddress, timeoutMs, signal })
  if (opened.kind === 'failure') return null
  const { connection } = opened
  const asked = await connection.ask(`HEAD / HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`, timeoutMs)
  connection.close()
  if (asked.kind === 'failure') return { port, status: null, server: '', realm: '' }
  const header = (name: string): string => asked.answer.headers.get(name)?.[0] ?? ''
  const [challenge] = parseAuthHeader(header('www-authenticate'))
  const realm = challenge?.parameters.get('realm') ?? ''
  return { port, status: asked.answer.status, server: header('server'), realm }
}
