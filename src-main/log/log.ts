import { maskData } from '../util/redact.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Facts that go with a message; values under names that look like secrets are masked before they reach a sink. */
export type LogData = Record<string, unknown>

/** One finished entry, as every sink gets it. `at` is ISO 8601 in UTC; `scope` is `a.b` for a child of a child. */
export interface LogEntry {
  at: string
  level: LogLevel
  scope: string
  message: string
  data: LogData
}

/** Where entries go. A sink must not throw: logging never breaks what it reports on. */
export type LogSink = (entry: LogEntry) => void

type Message = string | (() => string)

/** What the parts of the app log with; a message given as a function is built only where its level is on. */
export interface Log {
  debug(message: Message, data?: LogData): void
  info(message: Message, data?: LogData): void
  warn(message: Message, data?: LogData): void
  error(message: Message, data?: LogData): void
  /** The same log under a narrower scope. */
  child(scope: string): Log
}

/** Builds a log that hands entries of `level` and above to the sink. */
export function createLog(sink: LogSink, level: LogLevel = 'info', scope = ''): Log {
  const write =
    (entryLevel: LogLevel) =>
    (message: Message, data: LogData = {}) => {
      if (logLevels.indexOf(entryLevel) < logLevels.indexOf(level)) return
      sink({
        at: new Date().toISOString(),
        level: entryLevel,
        scope,
        message: typeof message === 'function' ? message() : message,
        data: maskData(data),
      })
    }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (name) => createLog(sink, level, scope === '' ? name : `${scope}.${name}`),
  }
}

/** A log that says nothing, for tests and for parts that were given none. */
export const silentLog: Log = createLog(() => {}, 'error')
