import type { Adapter, Listener } from '#shared/model/network.ts'

/**
 * Whether the servers must be bound anew after adapters changed: they listen elsewhere than they should, one of them is
 * not open, or the address they listen on is gone, which has to show. Other adapters may come and go: open sessions stay.
 */
export function mustRebind(
  listeners: readonly Listener[],
  address: string,
  adapters: readonly Pick<Adapter, 'address'>[],
): boolean {
  const isThere = address === '0.0.0.0' || address === '::' || adapters.some((one) => one.address === address)
  return (
    !isThere || listeners.some((one) => one.state !== 'off' && (one.address !== address || one.state !== 'listening'))
  )
}
