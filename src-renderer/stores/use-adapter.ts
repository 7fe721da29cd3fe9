import type { Adapter } from '#shared/model/network.ts'
import { useApp } from './app-store.ts'
import { isChosen } from './settings-actions.ts'

/** The chosen adapter, whether it is there or not. */
export type AdapterChoice =
  | { kind: 'none' }
  | { kind: 'gone'; name: string; address: string }
  | { kind: 'there'; adapter: Adapter }

export function useAdapterChoice(): AdapterChoice {
  const chosen = useApp((app) => app.settings.adapter)
  const adapters = useApp((app) => app.adapters)
  if (chosen.name === '') return { kind: 'none' }
  const adapter = adapters.find((one) => isChosen(one, chosen))
  return adapter ? { kind: 'there', adapter } : { kind: 'gone', ...chosen }
}
