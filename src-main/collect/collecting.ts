import type { Alarm } from '#shared/model/alarm.ts'
import type { CollectInput, EvidenceItem } from '#shared/model/collect.ts'
import type { Job } from '#shared/model/job.ts'
import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { TraceMessage } from '#shared/model/session.ts'
import type { ReceivedFile, Transfer } from '#shared/model/transfer.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import type { FaultKeeper } from '../workflows/faults.ts'
import type { ChangedSettings } from './changed-settings.ts'
import type { Evidence } from './evidence.ts'
import type { Sink, SinkHost, Sinks } from './sinks.ts'

/** What collecting needs of the app beyond the box. */
export interface CollectDeps {
  sinks: SinkHost
  folderOf: (jobId: string) => string
  faults: FaultKeeper
  alarmsOf: (deviceId: string) => Alarm[]
  /** Finished diagnose jobs of a box, newest first. */
  diagnosticsOf: (deviceId: string) => Job[]
  /** What was said with a box, oldest first. */
  traceOf: (deviceId: string) => Iterable<TraceMessage>
  saveSnapshot: (
    job: { jobId: string; deviceId: string },
    values: ParameterValue[],
    failed: ParameterFailure[],
  ) => string
  addressOf: (deviceId: string) => string
}

/** One collect job at work. */
export interface Collecting {
  context: WorkflowContext<CollectInput>
  deps: CollectDeps
  evidence: Evidence
  sinks: Sinks
  settings: ChangedSettings
}

/** Shows how a file comes in under its item; returns the unsubscribe function. */
export function showTransfer({ deps, evidence }: Collecting, item: EvidenceItem, sink: Sink): () => void {
  return deps.sinks.links.onTransfer((transfer: Transfer) => {
    if (transfer.linkId !== sink.linkId || transfer.state !== 'progress') return
    evidence.set(item.id, { status: 'receiving', bytes: transfer.bytesReceived, protocol: transfer.protocol })
  })
}

/** The file that a sink got until then (milliseconds since the epoch), or null. Throws when the job is cancelled. */
export async function fileUntil(sink: Sink, until: number, signal: AbortSignal): Promise<ReceivedFile | null> {
  signal.throwIfAborted()
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), Math.max(0, until - Date.now()))
  try {
    return await sink.received(AbortSignal.any([signal, stop.signal]))
  } catch (error) {
    if (signal.aborted) throw error
    return null
  } finally {
    clearTimeout(timer)
    // A signal made of others lives, with all who listen to it, until it is aborted.
    stop.abort()
  }
}

/** Waits until a time, unless the job is cancelled. */
export function pauseUntil(until: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      },
      Math.max(0, until - Date.now()),
    )
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
