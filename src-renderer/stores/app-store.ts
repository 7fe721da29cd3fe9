import { create } from 'zustand'
import type { ErrorData } from '#shared/errors.ts'
import type { AppState } from './app-state.ts'

/** Whether the window knows the state of the core yet. */
export type AppStore =
  | { status: 'connecting' }
  | { status: 'failed'; error: ErrorData }
  | { status: 'ready'; app: AppState }

export const useAppStore = create<AppStore>()(() => ({ status: 'connecting' }))

/** A part of the state of the core. Only for components inside the shell, which waits until the state is there. */
export function useApp<T>(select: (app: AppState) => T): T {
  return useAppStore((store) => {
    if (store.status !== 'ready') throw new Error('The state of the core is not there yet')
    return select(store.app)
  })
}

/** The state of the core outside a component; null until it is there. */
export function currentApp(): AppState | null {
  const store = useAppStore.getState()
  return store.status === 'ready' ? store.app : null
}
