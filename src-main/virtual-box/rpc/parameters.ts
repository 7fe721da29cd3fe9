import { type BoxCore, namedValue, setQuietly } from '../core.ts'
import { CpeFault, FAULTS, type FaultCode, type ParameterFault } from '../faults.ts'
import {
  descendants,
  findNode,
  findObject,
  findParameter,
  type ParameterNode,
  parametersOf,
  type TreeNode,
} from '../model/tree.ts'
import { checkValue, storedForm, typeFits } from '../model/values.ts'
import { array } from '../soap/envelope.ts'
import { parameterValues, statusResponse, type ValueStyle } from '../soap/messages.ts'
import { childOf, leaf, localName, tag, type XmlElement } from '../soap/xml.ts'
import { booleanArgument, listArgument, structsArgument, textArgument } from './arguments.ts'

/** How this box writes values, from its quirks. */
export const valueStyle = ({ quirks }: BoxCore): ValueStyle => ({
  booleans: quirks.booleanForm === 'true' ? 'word' : 'digit',
  types: quirks.noXsiType === true ? 'none' : quirks.lengthInType === true ? 'length' : 'plain',
})

function unknownPath(core: BoxCore, path: string): CpeFault {
  if (core.quirks.dieOnUnknownPath === true) {
    core.afterwards.push({ kind: 'restart' })
  }
  return new CpeFault(9005, path)
}

/** Nodes that a list of names and partial paths stands for, each once; unknown ones are fault 9005. */
function resolve(core: BoxCore, names: readonly string[]): ParameterNode[] {
  const found = new Set<ParameterNode>()
  for (const name of names) {
    const node = findNode(core.tree, name)
    if (node !== undefined) {
      for (const parameter of parametersOf(node)) {
        found.add(parameter)
      }
    } else if (core.quirks.badPathPoisons !== false) {
      throw unknownPath(core, name)
    }
  }
  return [...found]
}

/** Parameters named by GetParameterValues or GetParameterAttributes. */
export function namedParameters(core: BoxCore, args: XmlElement): ParameterNode[] {
  const names = listArgument(args, 'ParameterNames')
  if (names.length > (core.quirks.gpvLimit ?? Infinity)) {
    throw new CpeFault(9004, `more than ${core.quirks.gpvLimit} names`)
  }
  return resolve(core, names)
}

export function getParameterValues(core: BoxCore, args: XmlElement): string {
  const values = namedParameters(core, args).map((node) => namedValue(core, node))
  return tag('cwmp:GetParameterValuesResponse', parameterValues(values, valueStyle(core)))
}

export function getParameterNames(core: BoxCore, args: XmlElement): string {
  const path = textArgument(args, 'ParameterPath', 256)
  const nextLevel = booleanArgument(args, 'NextLevel')
  const node = findNode(core.tree, path)
  if (node === undefined) {
    throw unknownPath(core, path)
  }
  if (node.kind === 'parameter' && nextLevel) {
    throw new CpeFault(9003, 'NextLevel with a full parameter name')
  }
  const members = listNames(node, nextLevel).map(({ name, writable }) =>
    tag('ParameterInfoStruct', leaf('Name', name) + leaf('Writable', writable ? 1 : 0)),
  )
  return tag('cwmp:GetParameterNamesResponse', array('ParameterList', 'cwmp:ParameterInfoStruct', members))
}

function listNames(node: TreeNode, nextLevel: boolean): { name: string; writable: boolean }[] {
  const info = (of: TreeNode) => ({ name: of.path, writable: of.kind === 'object' ? of.writable : of.spec.writable })
  if (node.kind === 'parameter') {
    return [info(node)]
  }
  if (nextLevel) {
    return [...node.children.values()].map(info)
  }
  const below = [...descendants(node)].map(info)
  return node.path === '' ? below : [info(node), ...below]
}

interface Assignment {
  readonly name: string
  readonly value: string
  readonly type: string | undefined
}

function readAssignment(struct: XmlElement): Assignment {
  const name = childOf(struct, 'Name')
  const value = childOf(struct, 'Value')
  if (name === undefined || value === undefined) {
    throw new CpeFault(9003, 'ParameterValueStruct without Name or Value')
  }
  const type = value.attributes.get('type')
  return { name: name.text, value: value.text, type: type === undefined ? undefined : localName(type) }
}

function checkAssignment(core: BoxCore, { name, value, type }: Assignment): FaultCode | undefined {
  const node = findParameter(core.tree, name)
  if (node === undefined) {
    return 9005
  }
  if (!node.spec.writable) {
    return 9008
  }
  return typeFits(node.spec, type) ? checkValue(node.spec, value) : 9006
}

/** SetParameterValues: all or nothing (TR-069 A.3.2.1); every bad item is named in the fault. */
export function setParameterValues(core: BoxCore, args: XmlElement): string {
  const assignments = structsArgument(args, 'ParameterList').map(readAssignment)
  const parameterKey = textArgument(args, 'ParameterKey', 32)
  const names = assignments.map(({ name }) => name)
  const faults = assignments.flatMap((assignment, i): ParameterFault[] => {
    const code = names.indexOf(assignment.name) < i ? 9003 : checkAssignment(core, assignment)
    return code === undefined ? [] : [{ name: assignment.name, code, text: FAULTS[code] }]
  })
  if (faults.length > 0) {
    if (faults.some(({ code }) => code === 9005) && core.quirks.dieOnUnknownPath === true) {
      core.afterwards.push({ kind: 'restart' })
    }
    throw new CpeFault(9003, '', faults)
  }
  for (const { name, value } of assignments) {
    const node = findParameter(core.tree, name)
    if (node !== undefined) {
      node.value = storedForm(node.spec.type, value)
      core.afterwards.push({ kind: 'written', path: name })
    }
  }
  setParameterKey(core, parameterKey)
  return statusResponse('SetParameterValues', 0, core.quirks.stausTypo === true ? 'Staus' : 'Status')
}

export const setParameterKey = (core: BoxCore, key: string): void =>
  setQuietly(core, `${core.model.root}ManagementServer.ParameterKey`, key)

/** The table or row that AddObject and DeleteObject name. */
export function namedObject(core: BoxCore, args: XmlElement): NonNullable<ReturnType<typeof findObject>> {
  const path = textArgument(args, 'ObjectName', 256)
  const node = path.endsWith('.') ? findObject(core.tree, path) : undefined
  if (node === undefined) {
    throw unknownPath(core, path)
  }
  return node
}
