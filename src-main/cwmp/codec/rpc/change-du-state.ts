import type { DuOperation } from '../messages.ts'
import { field, optionalField } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** ChangeDUState (TR-069 A.4.1.10). Operations are plain repetition, told apart by xsi:type. */
export const changeDuState: AcsRpc<'ChangeDUState'> = {
  since: '1.2',
  encode: ({ operations, commandKey }) => operations.map(writeOperation).join('') + field('CommandKey', commandKey),
  decode: () => ({ name: 'ChangeDUStateResponse' }),
}

function writeOperation(operation: DuOperation): string {
  switch (operation.kind) {
    case 'install':
      return write(
        'InstallOpStruct',
        field('URL', operation.url),
        optionalField('UUID', operation.uuid),
        optionalField('Username', operation.username),
        optionalField('Password', operation.password),
        optionalField('ExecutionEnvRef', operation.executionEnvRef),
      )
    case 'update':
      return write(
        'UpdateOpStruct',
        optionalField('UUID', operation.uuid),
        optionalField('Version', operation.version),
        optionalField('URL', operation.url),
        optionalField('Username', operation.username),
        optionalField('Password', operation.password),
      )
    case 'uninstall':
      return write(
        'UninstallOpStruct',
        field('UUID', operation.uuid),
        optionalField('Version', operation.version),
        optionalField('ExecutionEnvRef', operation.executionEnvRef),
      )
  }
}

function write(type: string, ...fields: string[]): string {
  return `<Operations xsi:type="cwmp:${type}">${fields.join('')}</Operations>`
}
