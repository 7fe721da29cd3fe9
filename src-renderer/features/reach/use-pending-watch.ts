import { useEffect } from 'react'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { putField } from '../../stores/field-store.ts'

/** Keeps the list of boxes that still point here up to date: that a box informs is no event of its own for it. */
export function usePendingWatch(): void {
  const real = useApp((app) =>
    Object.values(app.devices)
      .filter(({ virtual, lastInformAt }) => !virtual && lastInformAt !== null)
      .map(({ id }) => id)
      .join(' '),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a box that is new here is the reason to ask
  useEffect(() => {
    call('handOver.pending', {}).then(
      (pending) => putField({ pending }),
      () => undefined,
    )
  }, [real])
}
