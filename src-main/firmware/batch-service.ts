import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { FirmwareBatch, FirmwareBatchDetail, FirmwareInput } from '#shared/model/firmware-push.ts'
import type { Job } from '#shared/model/job.ts'
import type { BatchStore } from '../store/batch-store.ts'
import { boxesToRetry, failuresIn, rowsOf } from './batch-rows.ts'

export interface BatchServiceDeps {
  records: BatchStore
  fileNameOf: (firmwareId: string) => string
  /** Writes and queues one `firmware` job per box; throws before anything is written. */
  createJobs: (deviceIds: string[], input: FirmwareInput) => Job[]
  jobOf: (id: string) => Job | null
  onChange: (batch: FirmwareBatch) => void
}

/** One file for many boxes: each has a durable job of its own, and the batch knows which belong together. */
export class BatchService {
  readonly #deps: BatchServiceDeps

  constructor(deps: BatchServiceDeps) {
    this.#deps = deps
  }

  list(limit = 50): FirmwareBatch[] {
    return this.#deps.records.list(limit)
  }

  /** Throws NOT_FOUND. */
  get(id: string): FirmwareBatchDetail {
    const batch = this.#find(id)
    return { ...batch, rows: rowsOf(batch.rounds, this.#deps.jobOf) }
  }

  /** Throws FIRMWARE_NOT_FOUND, DEVICE_NOT_FOUND or BAD_REQUEST. */
  start(deviceIds: string[], input: FirmwareInput, stopAfterFailures: number): FirmwareBatch {
    const id = randomUUID()
    const batch: FirmwareBatch = {
      id,
      firmwareId: input.firmwareId,
      fileName: this.#deps.fileNameOf(input.firmwareId),
      input: { ...input, batchId: id },
      stopAfterFailures,
      rounds: [],
      createdAt: new Date().toISOString(),
    }
    const jobs = this.#deps.createJobs(deviceIds, batch.input)
    return this.#keep({ ...batch, rounds: [jobs.map((job) => job.id)] }, (whole) => this.#deps.records.add(whole))
  }

  /** Another round for the boxes that were not updated. Throws NOT_FOUND, or BAD_REQUEST where there are none. */
  retry(id: string): FirmwareBatch {
    const batch = this.get(id)
    const deviceIds = boxesToRetry(batch.rows)
    if (deviceIds.length === 0) throw new AppError('BAD_REQUEST', { field: 'id', detail: 'no box is left to retry' })
    const jobs = this.#deps.createJobs(deviceIds, batch.input)
    const { rows: _rows, ...rest } = batch
    const rounds = [...batch.rounds, jobs.map((job) => job.id)]
    return this.#keep({ ...rest, rounds }, () => this.#deps.records.setRounds(id, rounds))
  }

  /** Why a job of the batch must not begin any more: too many of its round have failed. null where it may. */
  refusalFor(batchId: string, jobId: string): AppError | null {
    const batch = this.#deps.records.get(batchId)
    const round = batch?.rounds.find((jobIds) => jobIds.includes(jobId))
    if (!batch || !round || batch.stopAfterFailures === 0) return null
    const failures = failuresIn(round, this.#deps.jobOf)
    if (failures < batch.stopAfterFailures) return null
    return new AppError('FIRMWARE_BATCH_STOPPED', { failures, limit: batch.stopAfterFailures })
  }

  #keep(batch: FirmwareBatch, write: (batch: FirmwareBatch) => void): FirmwareBatch {
    write(batch)
    this.#deps.onChange(batch)
    return batch
  }

  #find(id: string): FirmwareBatch {
    const batch = this.#deps.records.get(id)
    if (!batch) throw new AppError('NOT_FOUND', { id })
    return batch
  }
}
