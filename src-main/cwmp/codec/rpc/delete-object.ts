import { readStatus } from '../read.ts'
import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** DeleteObject (TR-069 A.3.2.7). */
export const deleteObject: AcsRpc<'DeleteObject'> = {
  since: '1.0',
  encode: ({ objectName, parameterKey }) => field('ObjectName', objectName) + field('ParameterKey', parameterKey),
  decode: (response, cx) => ({ name: 'DeleteObjectResponse', status: readStatus(response, cx) }),
}
