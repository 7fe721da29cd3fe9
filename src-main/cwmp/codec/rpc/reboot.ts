import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** Reboot (TR-069 A.3.2.9). */
export const reboot: AcsRpc<'Reboot'> = {
  since: '1.0',
  encode: ({ commandKey }) => field('CommandKey', commandKey),
  decode: () => ({ name: 'RebootResponse' }),
}
