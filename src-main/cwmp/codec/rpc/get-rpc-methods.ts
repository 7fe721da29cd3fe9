import { type Context, readStrings } from '../read.ts'
import { stringArray } from '../write.ts'
import type { XmlElement } from '../xml-tree.ts'
import type { AcsRpc, CpeRpc } from './rpc.ts'

/** GetRPCMethods asked of a box (TR-069 A.3.1.1). */
export const getRpcMethods: AcsRpc<'GetRPCMethods'> = {
  since: '1.0',
  encode: () => '',
  decode: (response: XmlElement, cx: Context) => ({
    name: 'GetRPCMethodsResponse',
    methods: readStrings(response, 'MethodList', cx).filter((method) => method !== ''),
  }),
}

/** GetRPCMethods asked by a box (TR-069 A.3.1.1). */
export const getRpcMethodsOfAcs: CpeRpc<'GetRPCMethods'> = {
  since: '1.0',
  decode: () => ({ name: 'GetRPCMethods' }),
  encode: ({ methods }) => stringArray('MethodList', methods),
}
