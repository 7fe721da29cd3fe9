import type { BoxCore } from '../core.ts'
import { CpeFault } from '../faults.ts'
import { addRow, parentOf } from '../model/tree.ts'
import { statusResponse } from '../soap/messages.ts'
import { leaf, tag, type XmlElement } from '../soap/xml.ts'
import { textArgument } from './arguments.ts'
import { namedObject, setParameterKey } from './parameters.ts'

const statusName = (core: BoxCore): string => (core.quirks.stausTypo === true ? 'Staus' : 'Status')

/** AddObject (TR-069 A.3.2.6). */
export function addObject(core: BoxCore, args: XmlElement): string {
  const table = namedObject(core, args)
  const key = textArgument(args, 'ParameterKey', 32)
  const rule = table.schema.table?.spec
  if (rule?.create !== true || table.role !== 'table') {
    throw new CpeFault(9005, `${table.path} takes no instances`)
  }
  if (table.children.size >= rule.max) {
    throw new CpeFault(9004, `${table.path} is full`)
  }
  const row = addRow(core.tree, table)
  setParameterKey(core, key)
  return tag('cwmp:AddObjectResponse', leaf('InstanceNumber', row.row.at(-1) ?? 0) + leaf(statusName(core), 0))
}

/** DeleteObject (A.3.2.7): the row and all below it. */
export function deleteObject(core: BoxCore, args: XmlElement): string {
  const row = namedObject(core, args)
  const key = textArgument(args, 'ParameterKey', 32)
  if (row.role !== 'row' || !row.writable) {
    throw new CpeFault(9005, `${row.path} cannot be deleted`)
  }
  parentOf(core.tree, row.path)?.children.delete(String(row.row.at(-1)))
  setParameterKey(core, key)
  return statusResponse('DeleteObject', 0, statusName(core))
}
