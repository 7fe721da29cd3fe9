import { useMemo } from 'react'
import { type AdapterChoice, adapterChoiceOf } from '#shared/adapter-choice.ts'
import { useApp } from './app-store.ts'

/** The chosen adapter, whether it is there or not. */
export function useAdapterChoice(): AdapterChoice {
  const chosen = useApp((app) => app.settings.adapter)
  const adapters = useApp((app) => app.adapters)
  return useMemo(() => adapterChoiceOf(chosen, adapters), [chosen, adapters])
}
