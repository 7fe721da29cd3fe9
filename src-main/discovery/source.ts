import type { DiscoveryScope } from '#shared/model/discovery.ts'
import type { Log } from '../log/log.ts'
import type { Fact } from './fact.ts'

/** What a source may use while it runs; all that it sends stays on this adapter's network. */
export interface SourceContext {
  scope: DiscoveryScope
  report: (fact: Fact) => void
  /** Whether an address lies in the adapter's subnet. */
  isInScope: (address: string) => boolean
  /** The neighbours' addresses so far. */
  known: () => readonly string[]
  log: Log
}

/** One way to notice neighbours. */
export interface RunningSource {
  /** Asks the wire once; sources that only listen do nothing. */
  probe(): Promise<void>
  stop(): Promise<void>
}

/** Starts a source on an adapter. Throws what opening its port throws. */
export type StartSource = (context: SourceContext) => Promise<RunningSource>
