import { create } from 'zustand'
import type { EventData, EventMessage } from '#shared/contract.ts'
import type { PushProgress } from '#shared/model/firmware-push.ts'
import { type Sample, withSample } from './samples.ts'

/** How far the transfer of a push is, and its last samples for the speed. */
export interface PushTransfer {
  progress: PushProgress
  samples: readonly Sample[]
}

interface PushStore {
  transfers: Readonly<Record<string, PushTransfer>>
  /** The file that is being copied into the library. */
  adding: EventData<'firmware.adding'> | null
  /** Rises when the library has changed: its list is to be fetched anew. */
  libraryRevision: number
  /** Rises when a batch has changed. */
  batchRevision: number
}

export const usePushStore = create<PushStore>()(() => ({
  transfers: {},
  adding: null,
  libraryRevision: 0,
  batchRevision: 0,
}))

/** The transfer of a job; undefined until the box has been told to fetch. */
export function usePushTransfer(jobId: string): PushTransfer | undefined {
  return usePushStore((store) => store.transfers[jobId])
}

/** Takes up the events about files and pushes. */
export function takePushEvents(messages: readonly EventMessage[]): void {
  const own = messages.filter(({ name }) => name.startsWith('firmware.'))
  if (own.length === 0) return
  for (const message of own) usePushStore.setState((store) => changesBy(store, message))
}

/** What the core knew before the window heard any event. */
export function takeProgress(all: readonly PushProgress[]): void {
  usePushStore.setState(({ transfers }) => ({ transfers: all.reduce(withProgress, transfers) }))
}

function changesBy(state: PushStore, message: EventMessage): Partial<PushStore> {
  switch (message.name) {
    case 'firmware.adding':
      return { adding: message.data.bytes < message.data.total ? message.data : null }
    case 'firmware.changed':
    case 'firmware.removed':
      return { libraryRevision: state.libraryRevision + 1, adding: null }
    case 'firmware.batchChanged':
      return { batchRevision: state.batchRevision + 1 }
    case 'firmware.progress':
      return { transfers: withProgress(state.transfers, message.data) }
    default:
      return {}
  }
}

function withProgress(transfers: PushStore['transfers'], progress: PushProgress): PushStore['transfers'] {
  const { jobId, bytes } = progress
  const samples = withSample(transfers[jobId]?.samples ?? [], { at: Date.now(), bytes })
  return { ...transfers, [jobId]: { progress, samples } }
}
