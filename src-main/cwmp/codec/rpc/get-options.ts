import { findField, readArray, readBoolean, readInteger, readString, readTime } from '../read.ts'
import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** GetOptions (TR-069 A.4.1.4; deprecated). */
export const getOptions: AcsRpc<'GetOptions'> = {
  since: '1.0',
  encode: ({ optionName }) => field('OptionName', optionName),
  decode: (response, cx) => ({
    name: 'GetOptionsResponse',
    options: readArray(response, 'OptionList', 'OptionStruct', cx).map((option) => ({
      optionName: readString(option, 'OptionName', cx),
      voucherSn: readInteger(option, 'VoucherSN', cx),
      state: readInteger(option, 'State', cx),
      mode: readInteger(option, 'Mode', cx),
      startDate: readTime(option, 'StartDate', cx),
      expirationDate:
        findField(option, 'ExpirationDate', cx) === undefined ? '' : readTime(option, 'ExpirationDate', cx),
      isTransferable: readBoolean(option, 'IsTransferable', cx),
    })),
  }),
}
