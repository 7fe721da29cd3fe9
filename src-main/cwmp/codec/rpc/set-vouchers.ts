import { array, field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** SetVouchers (TR-069 A.4.1.3; deprecated). */
export const setVouchers: AcsRpc<'SetVouchers'> = {
  since: '1.0',
  encode: ({ vouchersBase64 }) =>
    array(
      'VoucherList',
      'SOAP-ENC:base64',
      vouchersBase64.map((voucher) => field('base64', voucher)),
    ),
  decode: () => ({ name: 'SetVouchersResponse' }),
}
