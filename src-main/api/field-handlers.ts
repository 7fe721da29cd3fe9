import type { DiscoveryService } from '../discovery/discovery-service.ts'
import type { Radar } from '../self-check/radar.ts'
import { runSelfCheck, type SelfCheckDeps } from '../self-check/self-check.ts'
import type { Handlers } from './dispatch.ts'

export interface FieldDeps {
  discovery: DiscoveryService
  radar: Radar
  selfCheck: SelfCheckDeps
}

type FieldCalls = 'discovery.list' | 'discovery.refresh' | 'selfCheck.run' | 'radar.list'

/** What the calls do that find boxes on the wire and bring them here. */
export function createFieldHandlers({ discovery, radar, selfCheck }: FieldDeps): Pick<Handlers, FieldCalls> {
  return {
    'discovery.list': () => discovery.list(),
    'discovery.refresh': async ({ http }) => {
      await discovery.refresh(http)
      return discovery.list()
    },
    'selfCheck.run': () => runSelfCheck(selfCheck),
    'radar.list': () => radar.list(),
  }
}
