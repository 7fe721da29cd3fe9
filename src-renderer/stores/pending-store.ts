import { create } from 'zustand'

/** One value that somebody means to write. */
export interface PendingChange {
  path: string
  /** In the form in which it is written. */
  value: string
  type: string
  /** What the box had when this was entered; null where it was not read. */
  old: string | null
}

type Changes = Readonly<Record<string, PendingChange>>

interface PendingStore {
  byDevice: Readonly<Record<string, Changes>>
  /** The last write of each box, as long as its outcome is on the screen. */
  writes: Readonly<Record<string, StagedWrite>>
  /** Boxes whose changes are to be kept, as was answered once when their tree was left. */
  kept: ReadonlySet<string>
}

export interface StagedWrite {
  jobId: string
  /** Whether what was written has been taken out of the changes. */
  isSettled: boolean
}

export const usePendingStore = create<PendingStore>()(() => ({ byDevice: {}, writes: {}, kept: new Set() }))

const noChanges: Changes = {}

/** What is staged for a box, by path. In memory only: secrets may be among it. */
export function usePending(deviceId: string): Changes {
  return usePendingStore((store) => store.byDevice[deviceId] ?? noChanges)
}

/** How many values are staged for all boxes. */
export function pendingCount(): number {
  return Object.values(usePendingStore.getState().byDevice).reduce((sum, one) => sum + Object.keys(one).length, 0)
}

/** Stages values; one that is what the box has already takes its path out again. */
export function stage(deviceId: string, changes: readonly PendingChange[]): void {
  update(deviceId, (staged) => {
    const next = { ...staged }
    for (const change of changes) {
      if (change.value === change.old) delete next[change.path]
      else next[change.path] = change
    }
    return next
  })
}

/** Takes changes back: those of the paths, or all of the box. */
export function revert(deviceId: string, paths?: readonly string[]): void {
  const gone = paths && new Set(paths)
  update(deviceId, (staged) =>
    gone ? Object.fromEntries(Object.entries(staged).filter(([path]) => !gone.has(path))) : noChanges,
  )
}

/** Remembers which job writes what was staged; null once its outcome was read. */
export function setWrite(deviceId: string, jobId: string | null): void {
  usePendingStore.setState(({ writes: { [deviceId]: _old, ...rest } }) => ({
    writes: jobId === null ? rest : { ...rest, [deviceId]: { jobId, isSettled: false } },
  }))
}

/** Takes what a finished write has written out of the changes, once. */
export function settleWrite(deviceId: string, jobId: string, written: readonly string[]): void {
  const write = usePendingStore.getState().writes[deviceId]
  if (write?.jobId !== jobId || write.isSettled) return
  usePendingStore.setState(({ writes }) => ({ writes: { ...writes, [deviceId]: { jobId, isSettled: true } } }))
  revert(deviceId, written)
}

/** Remembers that the changes of a box are to be kept when its tree is left: nobody asks again. */
export function keepChanges(deviceId: string): void {
  usePendingStore.setState(({ kept }) => ({ kept: new Set([...kept, deviceId]) }))
}

function update(deviceId: string, change: (staged: Changes) => Changes): void {
  usePendingStore.setState(({ byDevice: { [deviceId]: staged = noChanges, ...rest } }) => {
    const next = change(staged)
    if (Object.keys(next).length > 0) return { byDevice: { ...rest, [deviceId]: next } }
    return { byDevice: rest, kept: new Set([...usePendingStore.getState().kept].filter((id) => id !== deviceId)) }
  })
}
