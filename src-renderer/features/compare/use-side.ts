import { useEffect, useState } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { call, toShownError } from '../../api.ts'
import type { CompareSide } from '../../stores/route.ts'
import { knownNow } from '../explorer/known-store.ts'

interface SideValues {
  key: string
  values: readonly ParameterValue[] | null
  error: ErrorData | null
}

/** The values of one side: those of a snapshot, or what was last read of a box; null until they are there. */
export function useSide(side: CompareSide | undefined): Omit<SideValues, 'key'> {
  const key = JSON.stringify(side ?? null)
  const [fetched, setFetched] = useState<SideValues | null>(null)
  useEffect(() => {
    const wanted = JSON.parse(key) as CompareSide | null
    if (wanted === null) return
    let isCurrent = true
    valuesOf(wanted).then(
      (values) => isCurrent && setFetched({ key, values, error: null }),
      (thrown: unknown) => isCurrent && setFetched({ key, values: null, error: toShownError(thrown) }),
    )
    return () => {
      isCurrent = false
    }
  }, [key])
  return fetched?.key === key ? fetched : { values: null, error: null }
}

async function valuesOf(side: CompareSide): Promise<readonly ParameterValue[]> {
  if ('snapshotId' in side) return (await call('snapshots.get', { id: side.snapshotId })).values
  return [...(await knownNow(side.deviceId)).values.values()]
}
