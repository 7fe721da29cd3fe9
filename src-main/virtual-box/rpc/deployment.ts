import type { BoxCore } from '../core.ts'
import { CpeFault, FAULTS, type FaultCode } from '../faults.ts'
import { addRow, findObject, findParameter, type ObjectNode } from '../model/tree.ts'
import { type DeploymentResult, emptyResponse } from '../soap/messages.ts'
import { localName, type XmlElement } from '../soap/xml.ts'
import { transferTime } from '../transfer/transfer.ts'
import { optionalText } from './arguments.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const UNITS = 'SoftwareModules.DeploymentUnit.'

/** ChangeDUState (TR-069 A.4.1.10): done after the session, one result per operation. */
export function changeDuState(core: BoxCore, args: XmlElement): string {
  const operations = args.children.filter(({ name }) => name === 'Operations')
  if (operations.length === 0) {
    throw new CpeFault(9003, 'no operation')
  }
  const commandKey = optionalText(args, 'CommandKey')
  core.afterwards.push({
    kind: 'deployment',
    commandKey,
    work: () => Promise.resolve(operations.map((operation) => operate(core, operation))),
  })
  return emptyResponse('ChangeDUState')
}

function operate(core: BoxCore, operation: XmlElement): DeploymentResult {
  const kind = localName(operation.attributes.get('type') ?? '')
  const uuid = optionalText(operation, 'UUID')
  const now = transferTime(new Date())
  const result = { uuid, unitRef: '', version: '', startTime: now, completeTime: now }
  const fail = (faultCode: FaultCode): DeploymentResult => ({
    ...result,
    state: 'Failed',
    faultCode,
    faultString: FAULTS[faultCode],
  })
  const table = findObject(core.tree, core.model.root + UNITS)
  const unit = table && unitWith(core, table, uuid)
  if (table === undefined || (uuid !== '' && !UUID.test(uuid))) {
    return fail(table === undefined ? 9001 : 9022)
  }
  if (kind === 'InstallOpStruct') {
    if (unit !== undefined) {
      return fail(9026)
    }
    const row = addRow(core.tree, table)
    const url = optionalText(operation, 'URL')
    write(core, row, { UUID: uuid, URL: url, Status: 'Installed', Resolved: '1', Version: '1.0', Name: fileName(url) })
    return {
      ...result,
      unitRef: row.path.slice(0, -1),
      version: '1.0',
      state: 'Installed',
      faultCode: 0,
      faultString: '',
    }
  }
  if (unit === undefined) {
    return fail(9028)
  }
  const unitRef = unit.path.slice(0, -1)
  if (kind === 'UninstallOpStruct') {
    table.children.delete(String(unit.row.at(-1)))
    return { ...result, unitRef, state: 'Uninstalled', faultCode: 0, faultString: '' }
  }
  const version = optionalText(operation, 'Version') || '1.1'
  write(core, unit, { Version: version })
  return { ...result, unitRef, version, state: 'Installed', faultCode: 0, faultString: '' }
}

function unitWith(core: BoxCore, table: ObjectNode, uuid: string): ObjectNode | undefined {
  return [...table.children.values()].find(
    (row): row is ObjectNode => row.kind === 'object' && findParameter(core.tree, `${row.path}UUID`)?.value === uuid,
  )
}

function write(core: BoxCore, row: ObjectNode, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const node = findParameter(core.tree, row.path + name)
    if (node !== undefined) {
      node.value = value
    }
  }
}

const fileName = (url: string): string => url.split('/').at(-1) ?? url
