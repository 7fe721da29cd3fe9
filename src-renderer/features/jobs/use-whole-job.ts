import { isFinal, type Job } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { useCall } from '../../ui/use-call.ts'

/** A job as it stands: live while it runs, with its result once it has ended. Undefined until it is known. */
export function useWholeJob(id: string): Job | undefined {
  const live = useApp((app) => app.jobs[id])
  const whole = useCall('jobs.get', { id }, live ? isFinal(live.state) : undefined)
  const stored = whole.status === 'ready' && whole.value.id === id ? whole.value : undefined
  return stored && isFinal(stored.state) ? stored : (live ?? stored)
}
