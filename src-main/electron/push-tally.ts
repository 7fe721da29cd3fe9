import { isFinal, type Job } from '#shared/model/job.ts'

/** What the desktop shows of the pushes under way. */
export interface PushSummary {
  underWay: number
  /** Over all jobs since the first of them began, 0..1. */
  progress: number
  /** Given once, when the last one has ended. */
  ended: { succeeded: number; failed: number } | null
}

/** Counts the pushes from the first that begins to the last that ends. */
export class PushTally {
  readonly #jobs = new Map<string, Pick<Job, 'state' | 'progress'>>()

  take({ id, state, progress }: Pick<Job, 'id' | 'state' | 'progress'>): PushSummary {
    this.#jobs.set(id, { state, progress: isFinal(state) ? 1 : progress })
    const jobs = [...this.#jobs.values()]
    const underWay = jobs.filter((job) => !isFinal(job.state)).length
    const share = jobs.reduce((sum, job) => sum + job.progress, 0) / jobs.length
    if (underWay > 0) return { underWay, progress: share, ended: null }
    this.#jobs.clear()
    const succeeded = jobs.filter((job) => job.state === 'succeeded').length
    return { underWay, progress: 1, ended: { succeeded, failed: jobs.length - succeeded } }
  }
}
