import { findField, readArray, readInteger, readStrings } from '../read.ts'
import { stringArray } from '../write.ts'
import { readName } from './parameter.ts'
import type { AcsRpc } from './rpc.ts'

/** GetParameterAttributes (TR-069 A.3.2.5). */
export const getParameterAttributes: AcsRpc<'GetParameterAttributes'> = {
  since: '1.0',
  encode: ({ names }) => stringArray('ParameterNames', names),
  decode: (response, cx) => ({
    name: 'GetParameterAttributesResponse',
    attributes: readArray(response, 'ParameterList', 'ParameterAttributeStruct', cx).flatMap((member) => {
      const name = readName(member, cx)
      if (name === '') return []
      const accessList = findField(member, 'AccessList', cx) === undefined ? [] : readStrings(member, 'AccessList', cx)
      return [{ name, notification: readInteger(member, 'Notification', cx), accessList }]
    }),
  }),
}
