import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Adapter, Listener } from '#shared/model/network.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { FieldDeps } from '../api/field-handlers.ts'
import type { CredentialService } from '../credentials/credential-service.ts'
import type { DeviceService } from '../devices/device-service.ts'
import { DiscoveryService } from '../discovery/discovery-service.ts'
import { scopeOf } from '../discovery/scope.ts'
import type { Log } from '../log/log.ts'
import { isOnSubnet } from '../net/subnet.ts'
import { DhcpServer } from '../pointing/dhcp/dhcp-server.ts'
import { isOwnUrl, valuesBefore } from '../pointing/operator-values.ts'
import { Operators } from '../pointing/operators.ts'
import { PointingService } from '../pointing/pointing-service.ts'
import { Tr064Directory } from '../pointing/tr064/directory.ts'
import type { PointingWorkflowDeps } from '../pointing/workflows.ts'
import { requestByUdp } from '../reach/request-by-udp.ts'
import type { StunService } from '../reach/stun-service.ts'
import { Radar } from '../self-check/radar.ts'
import type { OperatorStore } from '../store/operator-store.ts'

export interface FieldConfig {
  bus: EventBus
  settings: () => Settings
  records: OperatorStore
  devices: DeviceService
  credentials: CredentialService
  stun: StunService
  adapters: () => Adapter[]
  listeners: () => Listener[]
  bindAddress: () => string
  acsUrl: () => string
  log: Log
}

/** The part of the graph that finds boxes on the wire, brings them here and gives them back. */
export interface Field extends FieldDeps {
  /** What the jobs of this part need. */
  workflows: PointingWorkflowDeps
  /** A job changed: what it overwrote in a box is remembered. */
  noteJob(job: Job): void
  /** To be called whenever adapters, addresses or the discovery settings may have changed; `anew` opens all sources again. */
  adjust(options?: { anew?: boolean }): Promise<void>
  stop(): Promise<void>
}

/** Builds that part. Opens nothing yet. */
export function composeField(config: FieldConfig): Field {
  const { bus, settings, devices, credentials, stun, adapters, listeners, bindAddress, acsUrl, log } = config
  const scope = () => scopeOf(bindAddress(), adapters())
  const realAdapters = () => adapters().filter(({ internal, family }) => !internal && family === 'IPv4')
  const isOurs = (url: string) => isOwnUrl(url, [bindAddress(), ...adapters().map(({ address }) => address)])
  const serialOf = (deviceId: string) => devices.find(deviceId)?.serialNumber ?? ''
  const whose = (deviceId: string) => ({ deviceId, serialNumber: serialOf(deviceId) })

  const directory = new Tr064Directory()
  const discovery = new DiscoveryService({
    enabled: () => settings().discovery,
    scope,
    isAlone: () => new Set(realAdapters().map(({ name }) => name)).size <= 1,
    devices: () => devices.list(),
    onDescription: (address, description) => directory.note(address, description),
    onChange: (change) => {
      bus.emit('discovery.changed', change)
      radar.tellSoon()
    },
    log: log.child('discovery'),
  })
  const radar = new Radar({
    neighbours: () => discovery.list().neighbours,
    onChange: (entries) => bus.emit('radar.changed', { entries }),
  })
  const operators = new Operators({
    records: config.records,
    devices: () => devices.list(),
    onChange: (pending) => bus.emit('handOver.changed', { pending }),
  })
  const dhcp = new DhcpServer({
    isElsewhere: (address) =>
      isOnSubnet(
        address,
        realAdapters().filter((one) => one.address !== bindAddress()),
      ),
    onChange: (status) => bus.emit('dhcp.changed', status),
    log: log.child('dhcp'),
  })
  const pointing = new PointingService({
    neighbours: () => discovery.list().neighbours,
    scope,
    acsUrl,
    isOwnUrl: isOurs,
    directory,
    operators,
    dhcp,
  })

  return {
    discovery,
    radar,
    operators,
    dhcp,
    pointing,
    serialOf,
    selfCheck: {
      chosenAdapter: () => settings().adapter.name,
      boundAddress: bindAddress,
      adapters,
      listeners,
      lastInform: () => lastInformOf(devices.list()),
    },
    workflows: {
      heartbeat: {
        stunPort: () => stun.server?.address?.port ?? null,
        heartbeatOf: (deviceId) => stun.server?.heartbeats.ofDevice(deviceId) ?? null,
        requestByUdp: (deviceId, login, signal) => requestByUdp(stun.server, devices.get(deviceId), login, signal),
        ownLogin: (deviceId) => credentials.ownOf(deviceId, 'connectionRequest'),
        loginFor: (deviceId) => credentials.forDevice(deviceId, 'connectionRequest'),
        keepLogin: (deviceId, login) => {
          const scope = { kind: 'device', deviceId } as const
          credentials.set({ scope, direction: 'connectionRequest', ...login }, 'generated')
        },
      },
      handOver: {
        remembered: (deviceId) => operators.find(whose(deviceId))?.values ?? {},
        isOwnUrl: isOurs,
        handedOver: (deviceId) => operators.handedOver(whose(deviceId)),
      },
    },
    noteJob(job) {
      if (isFinal(job.state)) operators.remember(whose(job.deviceId), valuesBefore(job, isOurs), 'cwmp')
    },
    async adjust(options) {
      const { state, adapter } = dhcp.status()
      if (state === 'running' && scope()?.adapter !== adapter) await dhcp.stop()
      await discovery.adjust(options?.anew)
    },
    async stop() {
      await dhcp.stop()
      await discovery.stop()
      radar.stop()
    },
  }
}

/** The latest Inform of a real box. */
function lastInformOf(devices: readonly Device[]): { name: string; at: string } | null {
  const [latest] = devices
    .filter(({ virtual, lastInformAt }) => !virtual && lastInformAt !== null)
    .sort((a, b) => (b.lastInformAt ?? '').localeCompare(a.lastInformAt ?? ''))
  return latest ? { name: latest.serialNumber, at: latest.lastInformAt ?? '' } : null
}
