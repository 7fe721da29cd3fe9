import type { Job } from '#shared/model/job.ts'
import type { Session } from '#shared/model/session.ts'
import { useApp } from '../../stores/app-store.ts'

/** The session in which a job is or was done: the box's newest one that was open while the job was. */
export function useJobSession(job: Job): Session | undefined {
  return useApp((app) =>
    Object.values(app.sessions)
      .filter(({ deviceId, endedAt }) => deviceId === job.deviceId && (endedAt === null || endedAt >= job.createdAt))
      .filter(({ startedAt }) => job.endedAt === null || startedAt <= job.endedAt)
      .reduce<Session | undefined>(
        (newest, one) => (!newest || one.startedAt > newest.startedAt ? one : newest),
        undefined,
      ),
  )
}
