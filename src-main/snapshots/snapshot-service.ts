import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import { type Job, ReadResult } from '#shared/model/job.ts'
import type { Snapshot, SnapshotDetail, SnapshotQuery } from '#shared/model/snapshot.ts'

/** The part of the store that snapshots need. */
export interface SnapshotRecords {
  insert(detail: SnapshotDetail): void
  list(query: SnapshotQuery): Snapshot[]
  get(id: string): SnapshotDetail | null
  rename(id: string, name: string): void
  remove(id: string): void
}

export interface SnapshotServiceDeps {
  records: SnapshotRecords
  jobOf: (id: string) => Job
  onChange: (snapshot: Snapshot) => void
  onRemove: (id: string) => void
}

/** What a job keeps: the rest of the snapshot is made here. */
export interface KeptValues extends Omit<SnapshotDetail, 'id' | 'takenAt' | 'valueCount' | 'configFileId'> {
  configFileId?: string | null
}

/** Values kept from a read, to be found again and compared. */
export class SnapshotService {
  readonly #deps: SnapshotServiceDeps

  constructor(deps: SnapshotServiceDeps) {
    this.#deps = deps
  }

  list(query: SnapshotQuery): Snapshot[] {
    return this.#deps.records.list(query)
  }

  /** Throws NOT_FOUND. */
  get(id: string): SnapshotDetail {
    const detail = this.#deps.records.get(id)
    if (!detail) throw new AppError('NOT_FOUND', { id })
    return detail
  }

  /** Keeps what a read job found. Throws JOB_NOT_FOUND, or BAD_REQUEST for a job without values. */
  save(jobId: string, name: string): Snapshot {
    const job = this.#deps.jobOf(jobId)
    const result = ReadResult.safeParse(job.result)
    if (!result.success) throw new AppError('BAD_REQUEST', { field: 'jobId', detail: 'the job has read no values' })
    const snapshot: Snapshot = {
      id: randomUUID(),
      deviceId: job.deviceId,
      jobId,
      kind: 'read',
      name,
      takenAt: job.endedAt ?? new Date().toISOString(),
      valueCount: result.data.values.length,
      configFileId: null,
    }
    this.#deps.records.insert({ ...snapshot, ...result.data })
    this.#deps.onChange(snapshot)
    return snapshot
  }

  /** Keeps values that a job read: beside other work, before it changes them, or to restore them one day. */
  keep(given: KeptValues): Snapshot {
    const { values, failed, writable, configFileId = null, ...rest } = given
    const snapshot: Snapshot = {
      ...rest,
      configFileId,
      id: randomUUID(),
      takenAt: new Date().toISOString(),
      valueCount: values.length,
    }
    this.#deps.records.insert({ ...snapshot, values, failed, ...(writable ? { writable } : {}) })
    this.#deps.onChange(snapshot)
    return snapshot
  }

  rename(id: string, name: string): Snapshot {
    this.get(id)
    this.#deps.records.rename(id, name)
    const { values: _values, failed: _failed, writable: _writable, ...snapshot } = this.get(id)
    this.#deps.onChange(snapshot)
    return snapshot
  }

  remove(id: string): void {
    this.get(id)
    this.#deps.records.remove(id)
    this.#deps.onRemove(id)
  }
}
