import { isFinal, type Job } from '#shared/model/job.ts'
import { ask, RpcFault } from '../cwmp/script.ts'
import type { SessionAccess } from '../jobs/job-in-session.ts'
import type { JobStore } from '../store/job-store.ts'
import { owedIn } from './changed-settings.ts'

export interface PutBackDeps {
  jobs: Pick<JobStore, 'list' | 'getMemo' | 'setMemo'>
  sessions: () => Pick<SessionAccess, 'addWork' | 'wake'>
}

const lookedAt = 100

/**
 * Puts back what jobs changed in their boxes and could not put back themselves: they were cancelled, or failed, while the
 * box was away. It happens in the box's next session, whenever that is, also after a restart of the app.
 */
export class PutBack {
  readonly #deps: PutBackDeps
  readonly #stop = new AbortController()

  constructor(deps: PutBackDeps) {
    this.#deps = deps
  }

  /** Takes up what is still owed from before. */
  resume(): void {
    for (const kind of ['collect', 'identify'] as const)
      for (const job of this.#deps.jobs.list({ kind, limit: lookedAt })) this.ended(job)
  }

  /** Looks whether a job that has ended owes its box something. */
  ended({ id, kind, deviceId, state }: Job): void {
    if (!isFinal(state) || (kind !== 'collect' && kind !== 'identify')) return
    const parameters = owedIn(this.#deps.jobs.getMemo(id))
    if (parameters.length === 0) return
    const { signal } = this.#stop
    this.#deps.sessions().addWork({
      deviceId,
      signal,
      start: async function* () {
        yield* ask({ name: 'SetParameterValues', parameters, parameterKey: id.replaceAll('-', '') })
      },
      resolve: () => this.#deps.jobs.setMemo(id, null),
      // A lost session leaves the debt for the next start of the app; what is refused would be refused again.
      reject: (error) => {
        if (error instanceof RpcFault) this.#deps.jobs.setMemo(id, null)
      },
    })
    this.#deps
      .sessions()
      .wake(deviceId, signal)
      .catch(() => undefined)
  }

  stop(): void {
    this.#stop.abort()
  }
}
