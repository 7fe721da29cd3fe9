import { create } from 'zustand'
import type { TraceMessage } from '#shared/model/session.ts'

/** The messages of one session as far as they are kept here; all of them are on the disk of the core. */
export interface SessionTrace {
  messages: readonly TraceMessage[]
  /** Older messages that were dropped to bound the memory of the window. */
  dropped: number
}

interface TraceStore {
  bySession: Readonly<Record<string, SessionTrace>>
}

const keptSessions = 30
const keptMessages = 5000
/** Enough of a body to look for words in; whoever shows a message fetches the whole. */
const keptBodyCharacters = 4096

export const useTraceStore = create<TraceStore>()(() => ({ bySession: {} }))

const noTrace: SessionTrace = { messages: [], dropped: 0 }

/** The messages of a session that are known here. */
export function useSessionTrace(sessionId: string | null): SessionTrace {
  return useTraceStore((store) => (sessionId === null ? noTrace : (store.bySession[sessionId] ?? noTrace)))
}

/** Takes up messages, new or fetched, in any order and more than once. */
export function addTraceMessages(added: readonly TraceMessage[]): void {
  if (added.length === 0) return
  useTraceStore.setState(({ bySession }) => ({ bySession: mergeTraces(bySession, added.map(shortened)) }))
}

function shortened(message: TraceMessage): TraceMessage {
  if (message.body.length <= keptBodyCharacters) return message
  return { ...message, body: message.body.slice(0, keptBodyCharacters), bodyTruncated: true }
}

/** The traces with more messages: sorted, each message once, and no more than may be kept. */
export function mergeTraces(
  bySession: TraceStore['bySession'],
  added: readonly TraceMessage[],
): TraceStore['bySession'] {
  const groups = new Map<string, TraceMessage[]>()
  for (const message of added) {
    const group = groups.get(message.sessionId)
    if (group) group.push(message)
    else groups.set(message.sessionId, [message])
  }
  // A session that was touched goes to the end, so that the first ones are those to be dropped.
  const sessions = new Map(Object.entries(bySession))
  for (const [sessionId, messages] of groups) {
    const known = sessions.get(sessionId) ?? noTrace
    sessions.delete(sessionId)
    sessions.set(sessionId, merge(known, messages))
  }
  return Object.fromEntries([...sessions].slice(-keptSessions))
}

function merge({ messages, dropped }: SessionTrace, added: readonly TraceMessage[]): SessionTrace {
  const isTail = (added[0]?.id ?? 0) > (messages.at(-1)?.id ?? -1)
  const all = isTail ? [...messages, ...added] : inOrder([...messages, ...added])
  const excess = Math.max(0, all.length - keptMessages)
  return { messages: excess > 0 ? all.slice(excess) : all, dropped: dropped + excess }
}

function inOrder(messages: TraceMessage[]): TraceMessage[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()].sort((a, b) => a.id - b.id)
}
