import type { Afterwards, BoxCore } from './core.ts'
import type { Diagnostics } from './diagnostics/diagnostics.ts'
import { addEvent } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { UdpReach } from './reach/udp-reach.ts'
import type { TransferQueue } from './transfer/queue.ts'

export interface AftermathHost {
  readonly core: BoxCore
  readonly jobs: Jobs
  readonly transfers: TransferQueue
  readonly diagnostics: Diagnostics
  readonly udp: UdpReach
  readonly inform: (events: readonly string[]) => void
  readonly armPeriodic: (signal: AbortSignal) => void
  readonly restart: () => void
  readonly resetToFactory: () => void
}

/** Does what a session left to be done; restarts come last, and make the rest pointless. */
export function settle(host: AftermathHost, afterwards: readonly Afterwards[], signal: AbortSignal): void {
  settleWritten(
    host,
    afterwards.flatMap((item) => (item.kind === 'written' ? [item.path] : [])),
    signal,
  )
  const rank = ({ kind }: Afterwards) => (['reboot', 'factoryReset', 'restart'].includes(kind) ? 1 : 0)
  for (const item of afterwards.toSorted((a, b) => rank(a) - rank(b))) {
    settleItem(host, item, signal)
  }
}

function settleItem(host: AftermathHost, item: Afterwards, signal: AbortSignal): void {
  const { core } = host
  switch (item.kind) {
    case 'written':
      return
    case 'scheduleInform':
      core.clock.after(item.seconds, signal, () => {
        core.events = addEvent(core.events, 'M ScheduleInform', item.commandKey)
        host.inform(['3 SCHEDULED'])
      })
      return
    case 'transfer':
      host.transfers.schedule(item.transfer, signal)
      return
    case 'deployment':
      host.jobs.spawn(deploy(host, item))
      return
    case 'reboot':
      core.events = addEvent(core.events, 'M Reboot', item.commandKey)
      host.restart()
      return
    case 'factoryReset':
      host.resetToFactory()
      host.restart()
      return
    case 'restart':
      host.restart()
  }
}

async function deploy(host: AftermathHost, item: Extract<Afterwards, { kind: 'deployment' }>): Promise<void> {
  const { core } = host
  const results = await item.work()
  core.deployments = [...core.deployments, { results, commandKey: item.commandKey }]
  core.events = addEvent(core.events, 'M ChangeDUState', item.commandKey)
  host.inform(['11 DU STATE CHANGE COMPLETE'])
}

function settleWritten(host: AftermathHost, paths: readonly string[], signal: AbortSignal): void {
  const server = `${host.core.model.root}ManagementServer.`
  const isWritten = (name: string) => paths.some((path) => path.startsWith(server + name))
  if (isWritten('PeriodicInform')) {
    host.armPeriodic(signal)
  }
  if (isWritten('STUN')) {
    host.udp.reconfigure()
  }
  if (paths.includes(`${server}URL`)) {
    host.inform(['0 BOOTSTRAP'])
  }
  host.jobs.spawn(host.diagnostics.afterWrite(paths, signal))
}
