import type { BoxCore } from '../core.ts'
import { CpeFault } from '../faults.ts'
import { findNode, type ParameterNode, parametersOf } from '../model/tree.ts'
import { array, strings } from '../soap/envelope.ts'
import { emptyResponse } from '../soap/messages.ts'
import { leaf, tag, type XmlElement } from '../soap/xml.ts'
import { booleanArgument, listArgument, numberArgument, structsArgument, textArgument } from './arguments.ts'
import { namedParameters } from './parameters.ts'

/** GetParameterAttributes (TR-069 A.3.2.5). */
export function getParameterAttributes(core: BoxCore, args: XmlElement): string {
  const members = namedParameters(core, args).map((node) =>
    tag(
      'ParameterAttributeStruct',
      leaf('Name', node.path) + leaf('Notification', node.notification) + strings('AccessList', node.accessList),
    ),
  )
  return tag('cwmp:GetParameterAttributesResponse', array('ParameterList', 'cwmp:ParameterAttributeStruct', members))
}

interface Change {
  readonly nodes: readonly ParameterNode[]
  readonly notification: number | undefined
  readonly accessList: readonly string[] | undefined
}

/** SetParameterAttributes (A.3.2.4), atomic; 9009 where the parameter refuses. */
export function setParameterAttributes(core: BoxCore, args: XmlElement): string {
  const changes = structsArgument(args, 'ParameterList').map((struct) => readChange(core, struct))
  for (const { nodes, notification, accessList } of changes) {
    for (const node of nodes) {
      node.notification = notification ?? node.notification
      node.accessList = accessList ?? node.accessList
    }
  }
  return emptyResponse('SetParameterAttributes')
}

function readChange(core: BoxCore, struct: XmlElement): Change {
  const name = textArgument(struct, 'Name', 256)
  const node = findNode(core.tree, name)
  if (node === undefined) {
    throw new CpeFault(9005, name)
  }
  const nodes = [...parametersOf(node)]
  const notification = booleanArgument(struct, 'NotificationChange')
    ? numberArgument(struct, 'Notification')
    : undefined
  const accessList = booleanArgument(struct, 'AccessListChange') ? listArgument(struct, 'AccessList') : undefined
  if (notification !== undefined) {
    const highest = core.version === '1.4' ? 6 : 2
    if (notification < 0 || notification > highest) {
      throw new CpeFault(9003, `notification ${notification}`)
    }
    const refusing = nodes.find(({ spec }) => refuses(spec.notify, notification))
    if (refusing !== undefined && node.kind === 'parameter') {
      throw new CpeFault(9009, refusing.path)
    }
  }
  const willing = nodes.filter(({ spec }) => notification === undefined || !refuses(spec.notify, notification))
  return { nodes: willing, notification, accessList }
}

function refuses(rule: 'free' | 'deny' | 'forced', notification: number): boolean {
  return rule === 'deny' ? notification >= 2 : rule === 'forced' && notification !== 2
}
