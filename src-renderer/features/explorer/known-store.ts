import { useEffect } from 'react'
import { create } from 'zustand'
import type { ErrorData } from '#shared/errors.ts'
import { isFinal, type Job, jobKinds } from '#shared/model/job.ts'
import { ApiError, call, toShownError } from '../../api.ts'
import { currentApp, useApp } from '../../stores/app-store.ts'
import { type Known, learnJob, learnSnapshot, learnValues, nothingKnown, tellingKinds } from './known.ts'

interface Entry {
  status: 'loading' | 'ready' | 'failed'
  error: ErrorData | null
  known: Known
  /** Jobs whose results are in `known`, or too old to matter. */
  taken: ReadonlySet<string>
}

const noEntry: Entry = { status: 'loading', error: null, known: nothingKnown, taken: new Set() }
/** Older jobs than these are not looked into when a box is opened; its snapshot and a whole read tell more. */
const firstJobs = 12
/** A tree of 20,000 parameters takes tens of megabytes. */
const keptBoxes = 3

const useKnownStore = create<{ byDevice: Readonly<Record<string, Entry>> }>()(() => ({ byDevice: {} }))
const busy = new Map<string, Promise<void>>()

/** What is known of a box's parameters: gathered when the box is first looked at, then kept up with each job that ends. */
export function useKnown(deviceId: string): Entry {
  const entry = useKnownStore((store) => store.byDevice[deviceId] ?? noEntry)
  const jobs = useApp((app) => app.jobs)
  useEffect(() => {
    if (newJobs(jobs, deviceId).length > 0 || !useKnownStore.getState().byDevice[deviceId]) void catchUp(deviceId)
  }, [jobs, deviceId])
  return entry
}

/** Gathers again from the start, after a failure. */
export function reloadKnown(deviceId: string): void {
  useKnownStore.setState(({ byDevice: { [deviceId]: _old, ...rest } }) => ({ byDevice: rest }))
  void catchUp(deviceId)
}

/** What is known of a box, gathered now. Throws what the calls throw. */
export async function knownNow(deviceId: string): Promise<Known> {
  await catchUp(deviceId)
  const { known, error } = useKnownStore.getState().byDevice[deviceId] ?? noEntry
  if (error) throw new ApiError(error)
  return known
}

function newJobs(jobs: Readonly<Record<string, Job>>, deviceId: string): Job[] {
  const taken = useKnownStore.getState().byDevice[deviceId]?.taken
  return Object.values(jobs).filter(
    (job) => job.deviceId === deviceId && isFinal(job.state) && tellingKinds.has(job.kind) && !taken?.has(job.id),
  )
}

function catchUp(deviceId: string): Promise<void> {
  const running = busy.get(deviceId) ?? gather(deviceId).finally(() => busy.delete(deviceId))
  busy.set(deviceId, running)
  return running
}

async function gather(deviceId: string): Promise<void> {
  try {
    for (;;) {
      const entry = useKnownStore.getState().byDevice[deviceId]
      const waiting = newJobs(currentApp()?.jobs ?? {}, deviceId)
      if (entry && waiting.length === 0) break
      put(deviceId, entry ? await learnMore(entry, waiting) : await firstEntry(deviceId, waiting))
    }
  } catch (thrown) {
    put(deviceId, { ...noEntry, status: 'failed', error: toShownError(thrown) })
  }
}

function put(deviceId: string, entry: Entry): void {
  useKnownStore.setState(({ byDevice: { [deviceId]: _old, ...rest } }) => ({
    byDevice: { ...Object.fromEntries(Object.entries(rest).slice(1 - keptBoxes)), [deviceId]: entry },
  }))
}

async function firstEntry(deviceId: string, ended: readonly Job[]): Promise<Entry> {
  const [detail, [snapshot], reads, listings] = await Promise.all([
    call('devices.get', { id: deviceId }),
    call('snapshots.list', { deviceId, kinds: ['read', 'backup'], limit: 1 }),
    call('jobs.list', { deviceId, kind: 'read', limit: 1 }),
    call('jobs.list', { deviceId, kind: 'names', limit: 1 }),
  ])
  const kept = snapshot ? await call('snapshots.get', { id: snapshot.id }) : null
  let known = learnValues(nothingKnown, detail.informParameters, detail.lastInformAt ?? detail.firstSeenAt)
  if (kept) known = learnSnapshot(known, kept)
  const jobs = new Map([...reads, ...listings].map((job) => [job.id, job]))
  const newest = inOrder(ended).slice(-firstJobs)
  for (const job of sinceWholeRead(newest))
    if (!jobs.has(job.id)) jobs.set(job.id, await call('jobs.get', { id: job.id }))
  const finished = [...jobs.values()].filter(({ state }) => isFinal(state))
  for (const job of inOrder(finished)) known = await learnEnded(known, job)
  return { status: 'ready', error: null, known, taken: new Set([...ended, ...finished].map(({ id }) => id)) }
}

async function learnMore(entry: Entry, waiting: readonly Job[]): Promise<Entry> {
  let { known } = entry
  for (const { id } of inOrder(waiting)) known = await learnEnded(known, await call('jobs.get', { id }))
  return { ...entry, known, taken: new Set([...entry.taken, ...waiting.map(({ id }) => id)]) }
}

/** What is known after a job; the values of a backup are in its snapshot. */
async function learnEnded(known: Known, job: Job): Promise<Known> {
  const backup = job.kind === 'backup' ? jobKinds.backup.result.safeParse(job.result).data : undefined
  if (!backup) return learnJob(known, job)
  const snapshot = await call('snapshots.get', { id: backup.snapshotId }).catch(() => null)
  return snapshot ? learnSnapshot(known, snapshot) : known
}

/** Jobs before the last read of the whole tree told nothing that it does not. */
function sinceWholeRead(jobs: readonly Job[]): Job[] {
  const last = jobs.findLastIndex(({ kind, state, input }) => {
    const paths = kind === 'read' && state === 'succeeded' ? jobKinds.read.input.safeParse(input).data?.paths : []
    return paths?.some((path) => !path.slice(0, -1).includes('.') && (path === '' || path.endsWith('.')))
  })
  return jobs.slice(Math.max(0, last)).concat(jobs.slice(0, Math.max(0, last)).filter(({ kind }) => kind === 'names'))
}

function inOrder(jobs: readonly Job[]): Job[] {
  return [...jobs].sort((a, b) => (a.endedAt ?? a.createdAt).localeCompare(b.endedAt ?? b.createdAt))
}
