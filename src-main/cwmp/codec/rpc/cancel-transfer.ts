import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** CancelTransfer (TR-069 A.4.1.9). */
export const cancelTransfer: AcsRpc<'CancelTransfer'> = {
  since: '1.2',
  encode: ({ commandKey }) => field('CommandKey', commandKey),
  decode: () => ({ name: 'CancelTransferResponse' }),
}
