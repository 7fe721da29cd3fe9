import { isPartialPath } from '#shared/cwmp/paths.ts'
import { type Job, jobKinds } from '#shared/model/job.ts'
import type { ParameterInfo, ParameterValue } from '#shared/model/parameter.ts'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'

/** A value as it was last seen, and when. */
export interface KnownValue extends ParameterValue {
  at: string
}

/** What is known of a box's parameters, put together from all that was read of it. */
export interface Known {
  values: ReadonlyMap<string, KnownValue>
  /** Names with their Writable flags, as far as they were listed. */
  names: ReadonlyMap<string, boolean>
}

export const nothingKnown: Known = { values: new Map(), names: new Map() }

/** Kinds of jobs that tell something about parameters. */
export const tellingKinds: ReadonlySet<Job['kind']> = new Set([
  'read',
  'names',
  'write',
  'addObject',
  'deleteObject',
  'provision',
  'restore',
  'backup',
])

/** What is known after a job, taken in the order in which jobs ended. */
export function learnJob(known: Known, job: Job): Known {
  const at = job.endedAt ?? job.createdAt
  switch (job.kind) {
    case 'read': {
      const input = jobKinds.read.input.safeParse(job.input).data
      const result = jobKinds.read.result.safeParse(job.result).data
      if (!input || !result) return known
      const isWhole = job.state === 'succeeded' && result.failed.length === 0
      return learnValues(isWhole ? withoutBranches(known, input.paths) : known, result.values, at)
    }
    case 'names': {
      const input = jobKinds.names.input.safeParse(job.input).data
      const result = jobKinds.names.result.safeParse(job.result).data
      if (!input || !result) return known
      const isWhole = job.state === 'succeeded' && result.failed.length === 0 && !input.nextLevel
      return learnNames(known, result.names, isWhole ? input.path : null)
    }
    case 'write':
      return learnWritten(known, jobKinds.write.result.safeParse(job.result).data?.values ?? [], at)
    case 'provision':
      return learnWritten(known, jobKinds.provision.result.safeParse(job.result).data?.values ?? [], at)
    case 'restore':
      return learnWritten(known, jobKinds.restore.result.safeParse(job.result).data?.values ?? [], at)
    case 'addObject':
      return learnWritten(known, jobKinds.addObject.result.safeParse(job.result).data?.values ?? [], at)
    case 'deleteObject': {
      const input = jobKinds.deleteObject.input.safeParse(job.input).data
      const result = jobKinds.deleteObject.result.safeParse(job.result).data
      return input && result?.verified ? withoutObject(known, input.path) : known
    }
    default:
      return known
  }
}

/** What is known once values were seen at a time. */
export function learnValues(known: Known, added: readonly ParameterValue[], at: string): Known {
  if (added.length === 0) return known
  const values = new Map(known.values)
  for (const value of added) values.set(value.name, { ...value, at })
  return { ...known, values }
}

/** What is known once a snapshot was taken; a backup knows of its parameters whether they may be written. */
export function learnSnapshot(known: Known, { kind, values, writable, takenAt }: SnapshotDetail): Known {
  const learned = learnValues(known, values, takenAt)
  if (kind !== 'backup' || !writable) return learned
  const may = new Set(writable)
  return { ...learned, names: new Map([...values.map(({ name }) => [name, may.has(name)] as const), ...learned.names]) }
}

type ReadBack = Pick<WrittenValue, 'name' | 'type' | 'readBack' | 'hidden'>

function learnWritten(known: Known, written: readonly ReadBack[], at: string): Known {
  const readBack = written.flatMap(({ name, readBack: value, type, hidden }) =>
    value === undefined || hidden ? [] : [{ name, value, type: known.values.get(name)?.type ?? type }],
  )
  return learnValues(known, readBack, at)
}

/** `whole`: the branch that was listed to its end; what is not in the list is no longer there. */
function learnNames(known: Known, added: readonly ParameterInfo[], whole: string | null): Known {
  const listed = new Map(added.map(({ name, writable }) => [name, writable]))
  if (whole === null) return { ...known, names: new Map([...known.names, ...listed]) }
  const isGone = (path: string) => path.startsWith(whole) && !listed.has(path)
  return {
    values: new Map([...known.values].filter(([path]) => !isGone(path))),
    names: new Map([...[...known.names].filter(([path]) => !isGone(path)), ...listed]),
  }
}

function withoutBranches(known: Known, paths: readonly string[]): Known {
  const branches = paths.filter(isPartialPath)
  if (branches.length === 0) return known
  const values = [...known.values].filter(([path]) => !branches.some((branch) => path.startsWith(branch)))
  return { ...known, values: new Map(values) }
}

function withoutObject(known: Known, object: string): Known {
  return {
    values: new Map([...known.values].filter(([path]) => !path.startsWith(object))),
    names: new Map([...known.names].filter(([path]) => !path.startsWith(object))),
  }
}
