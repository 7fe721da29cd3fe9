import type { SetAttribute } from '../messages.ts'
import { booleanField, field, stringArray, structArray } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** SetParameterAttributes (TR-069 A.3.2.4). */
export const setParameterAttributes: AcsRpc<'SetParameterAttributes'> = {
  since: '1.0',
  encode: ({ attributes }) =>
    structArray('ParameterList', 'SetParameterAttributesStruct', attributes.map(writeAttribute)),
  decode: () => ({ name: 'SetParameterAttributesResponse' }),
}

function writeAttribute({ name, notification, accessList }: SetAttribute): string {
  return (
    field('Name', name) +
    booleanField('NotificationChange', notification !== undefined) +
    field('Notification', notification ?? 0) +
    booleanField('AccessListChange', accessList !== undefined) +
    stringArray('AccessList', accessList ?? [])
  )
}
