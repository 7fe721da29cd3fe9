import type { Adapter, Listener } from '#shared/model/network.ts'

/** What must be bound anew: with `all`, what is open on the old address is lost. */
export type RebindNeed = 'none' | 'failedOnes' | 'all'

/**
 * What must be bound anew after adapters changed: all servers where they listen elsewhere than they should, or the
 * address they listen on is gone, which has to show; else those that could not be opened. Other adapters may come and
 * go: open sessions stay.
 */
export function rebindNeed(
  listeners: readonly Listener[],
  address: string,
  adapters: readonly Pick<Adapter, 'address'>[],
): RebindNeed {
  const isThere = address === '0.0.0.0' || address === '::' || adapters.some((one) => one.address === address)
  const wanted = listeners.filter(({ state }) => state !== 'off')
  if (!isThere || wanted.some((one) => one.address !== address)) return 'all'
  return wanted.some(({ state }) => state !== 'listening') ? 'failedOnes' : 'none'
}
