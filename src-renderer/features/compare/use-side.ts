import { useEffect, useState } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { call, toShownError } from '../../api.ts'
import type { CompareSide } from '../../stores/route.ts'
import { knownNow } from '../explorer/known-store.ts'

export interface SideValues {
  values: readonly ParameterValue[] | null
  /** The box that they are of. */
  deviceId: string | null
  error: ErrorData | null
}

const nothing: SideValues = { values: null, deviceId: null, error: null }

/**
 * The values of one side: those of a snapshot, or what was last read of a box; null until they are there, and of a
 * template, which has values only beside a box.
 */
export function useSide(side: CompareSide | undefined): SideValues {
  const key = JSON.stringify(side ?? null)
  const [fetched, setFetched] = useState<(SideValues & { key: string }) | null>(null)
  useEffect(() => {
    const wanted = JSON.parse(key) as CompareSide | null
    if (wanted === null || 'templateId' in wanted) return
    let isCurrent = true
    valuesOf(wanted).then(
      (found) => isCurrent && setFetched({ ...nothing, key, ...found }),
      (thrown: unknown) => isCurrent && setFetched({ ...nothing, key, error: toShownError(thrown) }),
    )
    return () => {
      isCurrent = false
    }
  }, [key])
  return fetched?.key === key ? fetched : nothing
}

async function valuesOf(
  side: Exclude<CompareSide, { templateId: string }>,
): Promise<Pick<SideValues, 'values' | 'deviceId'>> {
  if ('snapshotId' in side) return await call('snapshots.get', { id: side.snapshotId })
  const { values } = await knownNow(side.deviceId)
  return { values: [...values.values()], deviceId: side.deviceId }
}
