import type { Adapter } from './model/network.ts'
import type { Settings } from './model/settings.ts'

/** What has become of the chosen adapter. */
export type AdapterChoice =
  | { kind: 'none' }
  /** Its cable is out, it was taken away, or it has no address. */
  | { kind: 'gone'; name: string; address: string }
  /** It has another address than the one that was chosen: the servers follow it. */
  | { kind: 'moved'; adapter: Adapter; from: string }
  | { kind: 'there'; adapter: Adapter }

/** Finds the chosen adapter among those of the moment. */
export function adapterChoiceOf(chosen: Settings['adapter'], adapters: readonly Adapter[]): AdapterChoice {
  if (chosen.name === '') return { kind: 'none' }
  const own = adapters.filter(({ name }) => name === chosen.name)
  const same = own.find(({ address }) => address === chosen.address)
  if (same) return { kind: 'there', adapter: same }
  const [other] = own
  if (!other) return { kind: 'gone', ...chosen }
  return chosen.address === ''
    ? { kind: 'there', adapter: other }
    : { kind: 'moved', adapter: other, from: chosen.address }
}
