import { readInteger, readStatus } from '../read.ts'
import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** AddObject (TR-069 A.3.2.6). */
export const addObject: AcsRpc<'AddObject'> = {
  since: '1.0',
  encode: ({ objectName, parameterKey }) => field('ObjectName', objectName) + field('ParameterKey', parameterKey),
  decode: (response, cx) => ({
    name: 'AddObjectResponse',
    instanceNumber: readInteger(response, 'InstanceNumber', cx),
    status: readStatus(response, cx),
  }),
}
