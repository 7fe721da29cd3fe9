import { createSocket } from 'node:dgram'
import { readFile } from 'node:fs/promises'
import { subnetHosts } from '../../net/subnet-hosts.ts'
import { pause } from '../../util/pause.ts'
import { runCommand } from '../../util/run-command.ts'
import type { RunningSource, SourceContext, StartSource } from '../source.ts'
import { type ArpEntry, parseBsdArp, parseIpNeigh, parseProcArp, parseWindowsArp } from './parse-arp.ts'

const lookEveryMs = 5_000
const sweepPauseMs = 5
const discardPort = 9

/** Reads the system's neighbour table; a probe first makes the system ask for every address of the subnet. */
export const startArp: StartSource = (context) => {
  const stop = new AbortController()
  void look(context, stop.signal)
  const source: RunningSource = {
    probe: async () => {
      await sweep(context, stop.signal)
      await report(context)
    },
    stop: () => {
      stop.abort()
      return Promise.resolve()
    },
  }
  return Promise.resolve(source)
}

async function look(context: SourceContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await report(context)
    await pause(lookEveryMs, signal)
  }
}

async function report({ scope, report: tell, isInScope, log }: SourceContext): Promise<void> {
  try {
    const entries = await readTable(scope.adapter)
    for (const { address, mac, adapter, isAlive } of entries) {
      const isOurs = adapter === scope.adapter || adapter === scope.address
      if (isOurs && isInScope(address)) tell({ source: 'arp', at: Date.now(), isAlive, address, mac })
    }
  } catch (error) {
    log.debug('the neighbour table cannot be read', { error: String(error) })
  }
}

/** The neighbour table of this system. */
async function readTable(adapter: string): Promise<ArpEntry[]> {
  if (process.platform === 'linux') {
    const neigh = await runCommand('ip', ['-4', 'neigh', 'show', 'dev', adapter])
    return neigh.kind === 'done'
      ? parseIpNeigh(neigh.stdout, adapter)
      : parseProcArp(await readFile('/proc/net/arp', 'utf8'))
  }
  const isWindows = process.platform === 'win32'
  const arp = await runCommand('arp', [isWindows ? '-a' : '-an'])
  if (arp.kind !== 'done') return []
  return isWindows ? parseWindowsArp(arp.stdout) : parseBsdArp(arp.stdout)
}

/** One empty datagram to the discard port of each address: enough for the system to ask who has it. */
async function sweep({ scope }: SourceContext, signal: AbortSignal): Promise<void> {
  const socket = createSocket('udp4')
  socket.on('error', () => {})
  await new Promise<void>((resolve) => socket.bind({ address: scope.address, port: 0 }, resolve))
  for (const host of subnetHosts(scope.address, scope.prefixLength)) {
    if (signal.aborted) break
    socket.send(Buffer.alloc(0), discardPort, host, () => {})
    await pause(sweepPauseMs)
  }
  await pause(500, signal)
  socket.close()
}
