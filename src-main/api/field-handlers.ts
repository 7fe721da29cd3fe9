import type { DiscoveryService } from '../discovery/discovery-service.ts'
import type { DhcpServer } from '../pointing/dhcp/dhcp-server.ts'
import type { Operators } from '../pointing/operators.ts'
import type { PointingService } from '../pointing/pointing-service.ts'
import type { Radar } from '../self-check/radar.ts'
import { runSelfCheck, type SelfCheckDeps } from '../self-check/self-check.ts'
import type { Handlers } from './dispatch.ts'

export interface FieldDeps {
  discovery: DiscoveryService
  radar: Radar
  selfCheck: SelfCheckDeps
  pointing: PointingService
  dhcp: DhcpServer
  operators: Operators
  /** The serial number of a device; empty where it is not known. */
  serialOf: (deviceId: string) => string
}

type Area = 'discovery' | 'selfCheck' | 'radar' | 'pointing' | 'dhcp' | 'handOver'
type FieldCalls = Extract<keyof Handlers, `${Area}.${string}`>

/** What the calls do that find boxes on the wire, bring them here, and give them back. */
export function createFieldHandlers(deps: FieldDeps): Pick<Handlers, FieldCalls> {
  const { discovery, radar, selfCheck, pointing, dhcp, operators, serialOf } = deps
  return {
    'discovery.list': () => discovery.list(),
    'discovery.refresh': async ({ http }) => {
      await discovery.refresh(http)
      return discovery.list()
    },

    'selfCheck.run': () => runSelfCheck(selfCheck),
    'radar.list': () => radar.list(),

    'pointing.methods': ({ neighbourKey }) => pointing.methods(neighbourKey),
    'pointing.tr064Read': ({ neighbourKey, ...login }) => pointing.tr064Read(neighbourKey, login),
    'pointing.tr064Set': ({ neighbourKey, username, password, acsUsername, acsPassword, ...wanted }) =>
      pointing.tr064Set(
        neighbourKey,
        { username, password },
        { ...wanted, username: acsUsername, password: acsPassword },
      ),

    'dhcp.status': () => dhcp.status(),
    'dhcp.start': ({ pool, option43 }) => pointing.startDhcp({ pool: pool ?? null, option43 }),
    'dhcp.stop': async () => {
      await dhcp.stop()
      return dhcp.status()
    },

    'handOver.pending': () => operators.pending(),
    'handOver.remembered': ({ deviceId }) => operators.find({ deviceId, serialNumber: serialOf(deviceId) }),
  }
}
