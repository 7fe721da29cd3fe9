import { type BoxCore, factsOf, namedValue } from './core.ts'
import { inOrder, misspell } from './events.ts'
import { localTime } from './model/builders.ts'
import { findParameter } from './model/tree.ts'
import { valueStyle } from './rpc/parameters.ts'
import { type EventEntry, inform } from './soap/messages.ts'

/** At most 64 events fit into one Inform (TR-069 A.3.3.1). */
const MOST_EVENTS = 64

/** Events of the Inform that is about to be sent: what is pending, and VALUE CHANGE when anything watched changed. */
export function informEvents(core: BoxCore): EventEntry[] {
  const hasChange = core.changed.size > 0 && !core.events.some(({ code }) => code === '4 VALUE CHANGE')
  const change: readonly EventEntry[] = hasChange ? [{ code: '4 VALUE CHANGE', commandKey: '' }] : []
  if (core.quirks.noTransferComplete === true) {
    return inOrder([
      ...core.events.filter(({ code }) => !/^(7 TRANSFER COMPLETE|M (Schedule)?Download|M Upload)$/.test(code)),
      ...change,
    ])
  }
  return inOrder([...core.events, ...change]).slice(0, MOST_EVENTS)
}

/** Names of the parameters that go beyond the forced ones: what changed, what an alarm brings along. */
export const informNames = (core: BoxCore): string[] => [...new Set([...core.changed, ...core.extraInform])]

/** The Inform body: identity, events, forced and changed parameters (spec 02, section 2.2). */
export function buildInform(
  core: BoxCore,
  events: readonly EventEntry[],
  names: readonly string[],
  retryCount: number,
): string {
  const facts = factsOf(core)
  const paths = new Set([...core.model.informParameters, ...names])
  const values = [...paths].flatMap((path) => {
    const node = findParameter(core.tree, path)
    return node === undefined ? [] : [namedValue(core, node)]
  })
  const spell = core.quirks.misspeltEvents === true ? misspell : (code: string) => code
  return inform(
    {
      ...facts,
      events: events.map(({ code, commandKey }) => ({ code: spell(code), commandKey })),
      currentTime: localTime(new Date()),
      retryCount,
      values,
    },
    valueStyle(core),
  )
}
