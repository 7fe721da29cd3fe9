import { create } from 'zustand'
import type { EventMessage } from '#shared/contract.ts'
import type { ErrorData } from '#shared/errors.ts'
import { call, toShownError } from '../api.ts'
import { applyFieldEvent, type FieldState } from './field-state.ts'

/** Whether the window knows the state of the wire yet. */
export type FieldStore =
  | { status: 'loading' }
  | { status: 'failed'; error: ErrorData }
  | { status: 'ready'; field: FieldState }

export const useFieldStore = create<FieldStore>()(() => ({ status: 'loading' }))

/** Events that came while the state was being fetched: the answer may be older than they are. */
let waiting: EventMessage[] | null = null

/** Fetches the whole state; to be called when the window opens, and after it has slept. */
export async function fetchField(): Promise<void> {
  waiting = []
  try {
    const [discovery, radar, dhcp, pending, quirks, credentials, basicConsents] = await Promise.all([
      call('discovery.list', {}),
      call('radar.list', {}),
      call('dhcp.status', {}),
      call('handOver.pending', {}),
      call('quirks.list', {}),
      call('credentials.list', {}),
      call('basicConsents.list', {}),
    ])
    const fetched: FieldState = { discovery, radar, dhcp, pending, quirks, credentials, basicConsents }
    useFieldStore.setState({ status: 'ready', field: waiting.reduce(applyFieldEvent, fetched) }, true)
  } catch (error) {
    useFieldStore.setState({ status: 'failed', error: toShownError(error) }, true)
  }
  waiting = null
}

/** Takes up a bundle of events. */
export function applyFieldEvents(messages: readonly EventMessage[]): void {
  if (waiting) waiting.push(...messages)
  const store = useFieldStore.getState()
  if (store.status !== 'ready') return
  const field = messages.reduce(applyFieldEvent, store.field)
  if (field !== store.field) useFieldStore.setState({ status: 'ready', field }, true)
}

/** Puts an answer in at once that a call gave: the event for it may be half a second behind. */
export function putField(part: Partial<FieldState>): void {
  const store = useFieldStore.getState()
  if (store.status === 'ready') useFieldStore.setState({ status: 'ready', field: { ...store.field, ...part } }, true)
}

/** A part of the state of the wire; null until it is there. */
export function useField<T>(select: (field: FieldState) => T): T | null {
  return useFieldStore((store) => (store.status === 'ready' ? select(store.field) : null))
}
