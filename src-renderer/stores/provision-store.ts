import { create } from 'zustand'
import type { EventMessage } from '#shared/contract.ts'
import { type Draft, emptyDraft } from './provision-draft.ts'

interface ProvisionStore {
  /** Kept while the window is elsewhere, never on disk: it holds customers' passwords. */
  draft: Draft
  /** Rises when templates have changed: their list is to be fetched anew. */
  templateRevision: number
  /** Rises when a zero-touch rule has changed. */
  ruleRevision: number
}

export const useProvisionStore = create<ProvisionStore>()(() => ({
  draft: emptyDraft,
  templateRevision: 0,
  ruleRevision: 0,
}))

export function useDraft(): Draft {
  return useProvisionStore((store) => store.draft)
}

/** Changes the draft by what it is now. */
export function changeDraft(change: (draft: Draft) => Draft): void {
  useProvisionStore.setState(({ draft }) => ({ draft: change(draft) }))
}

/** Takes up the events about templates and rules. */
export function takeProvisionEvents(messages: readonly EventMessage[]): void {
  const has = (prefix: string): boolean => messages.some(({ name }) => name.startsWith(prefix))
  if (has('template.')) useProvisionStore.setState((store) => ({ templateRevision: store.templateRevision + 1 }))
  if (has('zeroTouch.')) useProvisionStore.setState((store) => ({ ruleRevision: store.ruleRevision + 1 }))
}
