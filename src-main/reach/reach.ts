import type { Device } from '#shared/model/device.ts'
import type { ConnectionRequestVerdict, Heartbeat, WakeStep, WakeVerdict } from '#shared/model/reach.ts'
import type { SubnetAddress } from '../net/subnet.ts'
import type { ConnectionRequestInput, Credentials } from './http-connection-request.ts'
import { planWake, type WakeMeans } from './plan-wake.ts'
import type { StunServer } from './udp-socket.ts'
import { isAsked, mostTelling } from './verdicts.ts'

/** What of a box decides how it is called. */
export type WakeableDevice = Pick<
  Device,
  'id' | 'address' | 'connectionRequestUrl' | 'udpConnectionRequestAddress' | 'lastInformAt'
>

export interface ReachOptions<D extends WakeableDevice> {
  /** The UDP side; null where the port could not be had. */
  udp: () => Pick<StunServer, 'requestConnection' | 'heartbeats'> | null
  requestHttp: (input: ConnectionRequestInput) => Promise<ConnectionRequestVerdict>
  /** The device's own, else its model's, else the default; null where there are none. */
  credentialsFor: (device: D) => Credentials | null
  /** Whether the technician allowed Basic for this box. */
  allowBasicFor: (device: D) => boolean
  /** The laptop's networks, and the address of the chosen adapter among them (empty: let the system choose). */
  subnets: () => readonly SubnetAddress[]
  localAddress: () => string
  timeoutMs?: number
}

export interface WakeOptions {
  /** Told before each try with a null verdict, and after it with the verdict. */
  onStep?: (step: Omit<WakeStep, 'verdict'> & { verdict: ConnectionRequestVerdict | null }) => void
  /** Abort it also when the Inform arrives: the remaining tries are then left out. */
  signal?: AbortSignal
}

/** Calls boxes. The Inform with `6 CONNECTION REQUEST`, the only proof, is for the caller to await. */
export interface Reach<D extends WakeableDevice> {
  wake(device: D, options?: WakeOptions): Promise<WakeVerdict>
  heartbeatOf(deviceId: string): Heartbeat | null
}

/** Makes the caller of boxes out of its parts. */
export function createReach<D extends WakeableDevice>(options: ReachOptions<D>): Reach<D> {
  const { udp, requestHttp, credentialsFor, allowBasicFor, subnets, localAddress, timeoutMs = 8000 } = options

  function attempt(means: WakeMeans, device: D, signal: AbortSignal | undefined): Promise<ConnectionRequestVerdict> {
    const credentials = credentialsFor(device)
    if (means.means === 'http') {
      return requestHttp({
        url: means.target,
        credentials,
        allowBasic: allowBasicFor(device),
        timeoutMs,
        localAddress: localAddress() || undefined,
        signal,
      })
    }
    const verdict = udp()?.requestConnection({
      deviceId: device.id,
      informedAt: Date.parse(device.lastInformAt ?? '') || 0,
      to: means.to,
      credentials,
      signal,
    })
    return verdict ?? Promise.resolve({ kind: 'noRoute', cause: 'UDP_STOPPED' })
  }

  const heartbeatOf = (deviceId: string) => udp()?.heartbeats.ofDevice(deviceId) ?? null

  return {
    heartbeatOf,
    async wake(device, { onStep, signal } = {}) {
      const plan = planWake(device, heartbeatOf(device.id), subnets())
      const steps: WakeStep[] = []
      for (const planned of plan) {
        if (signal?.aborted || !isWorthwhile(planned, steps)) continue
        const { means, target, via } = planned
        onStep?.({ means, target, via, verdict: null })
        const verdict = await attempt(planned, device, signal)
        const step = { means, target, via, verdict }
        steps.push(step)
        onStep?.(step)
      }
      return summarise(plan, steps)
    },
  }
}

const moveOn = new Set<ConnectionRequestVerdict['kind']>(['noRoute', 'timeout', 'refused', 'closed', 'blocked'])

/**
 * After a box that surely took the request nothing more is sent, so that it opens one session only. After an answer from
 * its own URL the other address is left out; an answer from that one may be a router's in front of it.
 */
function isWorthwhile(planned: WakeMeans, steps: readonly WakeStep[]): boolean {
  const isTaken = ({ verdict }: WakeStep) =>
    verdict.kind === 'accepted' || verdict.kind === 'busy' || (verdict.kind === 'sent' && verdict.heard)
  if (steps.some(isTaken)) return false
  return steps.every(
    ({ means, via, verdict }) => means !== planned.means || via === 'observed' || moveOn.has(verdict.kind),
  )
}

function summarise(plan: readonly WakeMeans[], steps: WakeStep[]): WakeVerdict {
  if (plan.length === 0) return { kind: 'noMeans' }
  if (steps.some(({ verdict }) => isAsked(verdict))) return { kind: 'asked', steps }
  const cause = mostTelling(steps.map(({ verdict }) => verdict)) ?? { kind: 'cancelled' }
  return { kind: 'failed', steps, cause }
}
