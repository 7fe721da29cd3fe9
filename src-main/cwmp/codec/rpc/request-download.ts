import { readArray, readString } from '../read.ts'
import type { CpeRpc } from './rpc.ts'

/** RequestDownload (TR-069 A.4.2.2). */
export const requestDownload: CpeRpc<'RequestDownload'> = {
  since: '1.0',
  decode: (request, cx) => ({
    name: 'RequestDownload',
    fileType: readString(request, 'FileType', cx),
    args: readArray(request, 'FileTypeArg', 'ArgStruct', cx).map((arg) => ({
      name: readString(arg, 'Name', cx),
      value: readString(arg, 'Value', cx),
    })),
  }),
  encode: () => '',
}
