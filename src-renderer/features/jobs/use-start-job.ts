import { useCallback, useState } from 'react'
import type { JobInput, JobKind } from '#shared/model/job.ts'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'

/** Starts jobs of one kind for one box; `id` is that of the last one, to be shown where it was started. */
export function useStartJob<K extends JobKind>(kind: K, deviceId: string) {
  const [id, setId] = useState<string | null>(null)
  const deed = useCallback(
    async (input: Partial<JobInput<K>>) => setId(await startJob(kind, deviceId, input)),
    [kind, deviceId],
  )
  return { ...useAction(deed), id }
}
