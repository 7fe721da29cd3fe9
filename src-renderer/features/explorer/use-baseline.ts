import { useEffect, useState } from 'react'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { useCall } from '../../ui/use-call.ts'

export interface Baseline {
  snapshots: readonly Snapshot[]
  chosen: Snapshot | null
  /** null while they are fetched, and where nothing is compared. */
  values: readonly ParameterValue[] | null
}

const noSnapshots: readonly Snapshot[] = []

/** The snapshot that a box is held against: the wanted one, else the latest; fetched only while it is `wanted`. */
export function useBaseline(deviceId: string, snapshotId: string | null, isWanted: boolean): Baseline {
  const revision = useApp((app) => app.recordsRevision)
  const list = useCall('snapshots.list', { deviceId, kinds: ['read', 'backup'] }, revision)
  const snapshots = list.status === 'ready' ? list.value : noSnapshots
  const chosen = snapshots.find(({ id }) => id === snapshotId) ?? snapshots[0] ?? null
  const [kept, setKept] = useState<{ id: string; values: readonly ParameterValue[] } | null>(null)
  const wantedId = isWanted ? (chosen?.id ?? null) : null
  useEffect(() => {
    if (wantedId === null) return
    let isCurrent = true
    call('snapshots.get', { id: wantedId }).then(
      ({ id, values }) => isCurrent && setKept({ id, values }),
      () => isCurrent && setKept(null),
    )
    return () => {
      isCurrent = false
    }
  }, [wantedId])
  return { snapshots, chosen, values: wantedId !== null && kept?.id === wantedId ? kept.values : null }
}
