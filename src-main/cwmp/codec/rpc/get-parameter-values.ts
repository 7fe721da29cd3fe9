import { readArray } from '../read.ts'
import { stringArray } from '../write.ts'
import { readParameterValues } from './parameter.ts'
import type { AcsRpc } from './rpc.ts'

/** GetParameterValues (TR-069 A.3.2.2). */
export const getParameterValues: AcsRpc<'GetParameterValues'> = {
  since: '1.0',
  encode: ({ names }) => stringArray('ParameterNames', names),
  decode: (response, cx) => ({
    name: 'GetParameterValuesResponse',
    parameters: readParameterValues(readArray(response, 'ParameterList', 'ParameterValueStruct', cx), cx),
  }),
}
