import { readStatus } from '../read.ts'
import { field, structArray } from '../write.ts'
import { writeParameterValue } from './parameter.ts'
import type { AcsRpc } from './rpc.ts'

/** SetParameterValues (TR-069 A.3.2.1). */
export const setParameterValues: AcsRpc<'SetParameterValues'> = {
  since: '1.0',
  encode: ({ parameters, parameterKey }) =>
    structArray('ParameterList', 'ParameterValueStruct', parameters.map(writeParameterValue)) +
    field('ParameterKey', parameterKey),
  decode: (response, cx) => ({ name: 'SetParameterValuesResponse', status: readStatus(response, cx) }),
}
