import { buildSchema, type Schema } from './schema.ts'
import type { BoxFacts, LiveContext, ModelSpec, ParameterSpec } from './spec.ts'
import { emptyValue, lexical } from './spec.ts'

/** A parameter of the living tree. */
export interface ParameterNode {
  readonly kind: 'parameter'
  readonly path: string
  readonly spec: ParameterSpec
  readonly row: readonly number[]
  readonly parent: ObjectNode
  value: string
  /** Notification attribute 0..6 (spec 02, section 6). */
  notification: number
  accessList: readonly string[]
}

/** An object of the living tree; a table has rows as its children, named by instance number. */
export interface ObjectNode {
  readonly kind: 'object'
  readonly path: string
  readonly schema: Schema
  readonly row: readonly number[]
  readonly children: Map<string, TreeNode>
  readonly role: 'single' | 'table' | 'row'
  /** GetParameterNames says Writable: a table to which can be added, a row that can be deleted. */
  readonly writable: boolean
  nextInstance: number
}

export type TreeNode = ParameterNode | ObjectNode

export interface Tree {
  readonly facts: BoxFacts
  readonly root: ObjectNode
}

/** What a read needs to know of the moment. */
export interface Moment {
  readonly now: Date
  readonly upTime: number
}

/** Makes the factory-new tree of a box. */
export function createTree(model: ModelSpec, facts: BoxFacts): Tree {
  const root = objectNode('', buildSchema(model), [], 'single', false)
  const tree = { facts, root }
  fill(tree, root)
  return tree
}

function objectNode(
  path: string,
  schema: Schema,
  row: readonly number[],
  role: ObjectNode['role'],
  writable: boolean,
): ObjectNode {
  return { kind: 'object', path, schema, row, children: new Map(), role, writable, nextInstance: 1 }
}

function fill(tree: Tree, object: ObjectNode): void {
  const { schema } = object
  for (const [name, spec] of Object.entries(schema.parameters)) {
    const { initial } = spec
    const value = typeof initial === 'function' ? initial({ facts: tree.facts, row: object.row }) : initial
    const stored = lexical(value)
    object.children.set(name, {
      kind: 'parameter',
      path: object.path + name,
      spec,
      row: object.row,
      parent: object,
      value: stored === '' ? emptyValue(spec.type) : stored,
      notification: spec.notify === 'forced' ? 2 : 0,
      accessList: [],
    })
  }
  for (const [name, child] of schema.objects) {
    const role = child.table === undefined ? 'single' : 'table'
    const node = objectNode(`${object.path}${name}.`, child, object.row, role, child.table?.spec.create ?? false)
    object.children.set(name, node)
    fill(tree, node)
  }
  for (let i = 0; i < (schema.table?.spec.rows ?? 0); i += 1) {
    addRow(tree, object)
  }
}

/**
 * Adds a row to a table and returns it; the caller has checked that the table allows it. Instance numbers are never
 * used twice (TR-069 A.2.2.1).
 */
export function addRow(tree: Tree, table: ObjectNode): ObjectNode {
  const rule = table.schema.table
  if (rule === undefined) {
    throw new Error(`${table.path} is not a table`)
  }
  const instance = table.nextInstance
  table.nextInstance += 1
  const row = objectNode(`${table.path}${instance}.`, rule.row, [...table.row, instance], 'row', rule.spec.create)
  table.children.set(String(instance), row)
  fill(tree, row)
  return row
}

/** The node at a path: objects end with a dot, the empty path is the root. */
export function findNode(tree: Tree, path: string): TreeNode | undefined {
  const steps = path.split('.')
  const wantsObject = steps.at(-1) === ''
  let at: TreeNode | undefined = tree.root
  for (const step of wantsObject ? steps.slice(0, -1) : steps) {
    at = at?.kind === 'object' ? at.children.get(step) : undefined
  }
  return at?.kind === (wantsObject ? 'object' : 'parameter') ? at : undefined
}

export function findObject(tree: Tree, path: string): ObjectNode | undefined {
  const node = findNode(tree, path)
  return node?.kind === 'object' ? node : undefined
}

export function findParameter(tree: Tree, path: string): ParameterNode | undefined {
  const node = findNode(tree, path)
  return node?.kind === 'parameter' ? node : undefined
}

/** The object above a row or object path, for DeleteObject. */
export function parentOf(tree: Tree, path: string): ObjectNode | undefined {
  return findObject(tree, path.replace(/[^.]+\.$/, ''))
}

/** Every node below an object, in document order, the object itself left out. */
export function* descendants(object: ObjectNode): Generator<TreeNode> {
  for (const child of object.children.values()) {
    yield child
    if (child.kind === 'object') {
      yield* descendants(child)
    }
  }
}

/** Every parameter at or below a node. */
export function* parametersOf(node: TreeNode): Generator<ParameterNode> {
  if (node.kind === 'parameter') {
    yield node
    return
  }
  for (const below of descendants(node)) {
    if (below.kind === 'parameter') {
      yield below
    }
  }
}

/** The present value of a parameter as the box itself knows it, secrets included. */
export function currentValue(tree: Tree, node: ParameterNode, moment: Moment): string {
  if (node.spec.live === undefined) {
    return node.value
  }
  const context: LiveContext = {
    ...moment,
    facts: tree.facts,
    row: node.row,
    count: (table) => {
      const sibling = node.parent.children.get(table)
      return sibling?.kind === 'object' ? sibling.children.size : 0
    },
  }
  return lexical(node.spec.live(context))
}

/** The value as an ACS may see it: secrets are empty (TR-106, hidden parameters). */
export function shownValue(tree: Tree, node: ParameterNode, moment: Moment): string {
  return node.spec.hidden ? '' : currentValue(tree, node, moment)
}
