import { useCallback, useState } from 'react'
import type { JobKind } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useAction } from '../../ui/use-action.ts'

/** Starts jobs of one kind for one box; `id` is that of the last one, to be shown where it was started. */
export function useStartJob(kind: JobKind, deviceId: string) {
  const [id, setId] = useState<string | null>(null)
  const deed = useCallback(
    async (input: unknown) => {
      const { jobIds } = await call('jobs.start', { kind, deviceIds: [deviceId], input })
      setId(jobIds[0] ?? null)
    },
    [kind, deviceId],
  )
  return { ...useAction(deed), id }
}
