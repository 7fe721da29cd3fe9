import { parseBoolean } from '#shared/cwmp/values.ts'
import type { ParameterInfo } from '#shared/model/parameter.ts'
import { findField, readArray } from '../read.ts'
import { booleanField, field } from '../write.ts'
import { readName } from './parameter.ts'
import type { AcsRpc } from './rpc.ts'

/** GetParameterNames (TR-069 A.3.2.3). Entries without a name or a readable Writable are skipped. */
export const getParameterNames: AcsRpc<'GetParameterNames'> = {
  since: '1.0',
  encode: ({ path, nextLevel }) => field('ParameterPath', path) + booleanField('NextLevel', nextLevel),
  decode(response, cx) {
    const parameters: ParameterInfo[] = []
    for (const member of readArray(response, 'ParameterList', 'ParameterInfoStruct', cx)) {
      const name = readName(member, cx)
      const flag = findField(member, 'Writable', cx)?.text ?? ''
      const writable = parseBoolean(flag)
      if (writable === undefined) cx.warn('entrySkipped', member.offset, { name, value: flag })
      else if (name !== '') parameters.push({ name, writable })
    }
    return { name: 'GetParameterNamesResponse', parameters }
  },
}
