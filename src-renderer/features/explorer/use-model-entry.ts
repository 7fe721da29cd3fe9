import { useEffect, useState } from 'react'
import type { ModelEntry } from '#shared/model/data-model.ts'
import { call } from '../../api.ts'
import { useDataModelStore } from '../../stores/data-model-store.ts'

/** What a loaded data model says of a parameter that the dictionary does not know; null until it is known, or for good. */
export function useModelEntry(path: string | null): ModelEntry | null {
  const revision = useDataModelStore((store) => store.revision)
  const [entry, setEntry] = useState<ModelEntry | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model may know it now
  useEffect(() => {
    if (path === null) return
    let isCurrent = true
    call('dataModels.lookup', { paths: [path] }).then(
      ([found]) => isCurrent && setEntry(found ?? null),
      () => isCurrent && setEntry(null),
    )
    return () => {
      isCurrent = false
    }
  }, [path, revision])
  return path === null ? null : entry
}
