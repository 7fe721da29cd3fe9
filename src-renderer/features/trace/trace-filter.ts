import type { TraceMessage } from '#shared/model/session.ts'

/** A filter as it was typed, understood. */
export type TraceFilter = (message: TraceMessage) => boolean

/** Understands `rpc:Get dir:in fault warning text`: every word must hold; unknown words are looked for in the text. */
export function parseTraceFilter(text: string): TraceFilter {
  const tests = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(testOf)
  return (message) => tests.every((test) => test(message))
}

function testOf(word: string): TraceFilter {
  const lower = word.toLowerCase()
  const [key, ...rest] = lower.split(':')
  const value = rest.join(':')
  if (key === 'rpc' && value !== '') return ({ method }) => method.toLowerCase().includes(value)
  if (key === 'dir' && value !== '') return ({ direction }) => direction === value
  if (lower === 'fault') return ({ fault }) => fault !== null
  if (lower === 'warning') return ({ warnings }) => warnings.length > 0
  return ({ method, summary, body }) =>
    `${method}\n${Object.values(summary).join('\n')}\n${body}`.toLowerCase().includes(lower)
}
