import type { CwmpVersion, ModelName } from './model/spec.ts'
import type { Quirks } from './quirks.ts'

/** What a virtual box is made of. */
export interface VirtualBoxOptions {
  readonly model: ModelName
  /** Which box of its model, from 1; decides serial number and MAC address. */
  readonly index: number
  readonly acsUrl: string
  /** Credentials for the ACS; written to ManagementServer.Username and Password. */
  readonly username?: string
  readonly password?: string
  /** Address on which the box listens and from which it connects; 127.0.0.1 by default. */
  readonly localAddress?: string
  /** Port of the connection request listener; 0 (default) picks a free one. */
  readonly connectionRequestPort?: number
  readonly cwmpVersion?: CwmpVersion
  readonly quirks?: Quirks
  /** Factor on every duration in the standard's seconds: 0.01 plays a retry wait of 5 s in 50 ms. Default 1. */
  readonly timeScale?: number
  /** Grows the tree to at least so many parameters. */
  readonly parameterCount?: number
  /** From power-on to the first Inform, real milliseconds; default 2000. */
  readonly bootDelayMs?: number
  /** How long flashing an image takes, real milliseconds; default 1500. */
  readonly flashMs?: number
  /** Values that differ from the factory ones, by full path. */
  readonly values?: Readonly<Record<string, string>>
  /** The box has met its ACS before: no 0 BOOTSTRAP at the first start. */
  readonly isBootstrapped?: boolean
  readonly onEvent?: (event: BoxEvent) => void
}

/** What the box tells a test or a screen. */
export type BoxEvent =
  | { readonly kind: 'power'; readonly isOn: boolean }
  | {
      readonly kind: 'session'
      readonly state: 'opened'
      readonly events: readonly string[]
      readonly retryCount: number
    }
  | { readonly kind: 'session'; readonly state: 'ended' }
  | { readonly kind: 'session'; readonly state: 'failed'; readonly reason: string; readonly retryInSeconds: number }
  | { readonly kind: 'rpc'; readonly method: string; readonly fault?: number }
  | {
      readonly kind: 'connectionRequest'
      readonly via: 'http' | 'udp'
      readonly result: 'accepted' | 'refused' | 'busy'
    }
  | {
      readonly kind: 'transfer'
      readonly commandKey: string
      readonly state: 'started' | 'done'
      readonly fault: number
    }
  | { readonly kind: 'flashed'; readonly version: string }
  | { readonly kind: 'diagnostics'; readonly path: string; readonly state: string }
  | { readonly kind: 'stun'; readonly address: string }
  | { readonly kind: 'error'; readonly message: string }
