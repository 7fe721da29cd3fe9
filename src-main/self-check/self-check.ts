import type { Adapter, Listener } from '#shared/model/network.ts'
import type { Check } from '#shared/model/self-check.ts'
import { runCommand } from '../util/run-command.ts'
import { answerChecks, type SelfCheckFacts } from './checks.ts'
import { readLinuxFirewall } from './firewall/linux.ts'
import { judgeMac, readMacTexts } from './firewall/macos.ts'
import type { NeededPorts } from './firewall/verdict.ts'
import { judgeWindows, readWindowsFacts } from './firewall/windows.ts'
import { mayUseLocalNetwork } from './local-network.ts'
import { probeOwnPort } from './probe-own-port.ts'

export interface SelfCheckDeps {
  chosenAdapter: () => string
  boundAddress: () => string
  adapters: () => readonly Adapter[]
  listeners: () => readonly Listener[]
  lastInform: () => SelfCheckFacts['lastInform']
}

/** Looks whether a box can reach this laptop: own ports, own probes, the system's firewall. Changes nothing. */
export async function runSelfCheck(deps: SelfCheckDeps): Promise<Check[]> {
  const listeners = deps.listeners().filter(({ state }) => state !== 'off')
  const adapters = deps.adapters()
  const boundAddress = deps.boundAddress()
  const adapter = adapters.find(({ address }) => address === boundAddress)?.name ?? ''
  const ports: NeededPorts = { tcp: portsOf(listeners, 'tcp'), udp: portsOf(listeners, 'udp') }
  const [system, ...probes] = await Promise.all([
    readSystem(ports, adapter, boundAddress),
    ...listeners.map(async (listener) => [listener.name, await probeOwnPort(listener)] as const),
  ])
  return answerChecks({
    chosenAdapter: deps.chosenAdapter(),
    boundAddress,
    adapters,
    listeners,
    probes: Object.fromEntries(probes) as SelfCheckFacts['probes'],
    lastInform: deps.lastInform(),
    now: Date.now(),
    ...system,
  })
}

function portsOf(listeners: readonly Listener[], protocol: Listener['protocol']): number[] {
  return listeners.filter((one) => one.protocol === protocol && one.port > 0).map(({ port }) => port)
}

/** What only the operating system knows. */
async function readSystem(
  ports: NeededPorts,
  adapter: string,
  address: string,
): Promise<Pick<SelfCheckFacts, 'firewall' | 'isMetered' | 'mayUseLocalNetwork'>> {
  const program = process.execPath
  switch (process.platform) {
    case 'win32': {
      const facts = await readWindowsFacts(address, ports, program)
      return {
        firewall: judgeWindows(facts, ports, program),
        isMetered: facts?.isMetered ?? null,
        mayUseLocalNetwork: null,
      }
    }
    case 'darwin':
      return {
        firewall: judgeMac(await readMacTexts(program), program),
        isMetered: null,
        mayUseLocalNetwork: await mayUseLocalNetwork(address),
      }
    default: {
      const [firewall, metered] = await Promise.all([
        readLinuxFirewall(ports, adapter),
        runCommand('nmcli', ['-g', 'GENERAL.METERED', 'device', 'show', adapter]),
      ])
      return {
        firewall,
        isMetered: metered.kind === 'done' ? /^yes/.test(metered.stdout) : null,
        mayUseLocalNetwork: null,
      }
    }
  }
}
