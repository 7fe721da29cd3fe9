import type { AcsRpc } from './rpc.ts'

/** FactoryReset (TR-069 A.4.1.6). */
export const factoryReset: AcsRpc<'FactoryReset'> = {
  since: '1.0',
  encode: () => '',
  decode: () => ({ name: 'FactoryResetResponse' }),
}
