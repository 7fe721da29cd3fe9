import { isInstance } from '../cwmp/paths.ts'
import type { ParameterInfo, ParameterValue } from '../model/parameter.ts'

/** One object or parameter of a box, with what is known of it. */
export interface TreeNode {
  /** Full path; objects end with a dot. */
  path: string
  /** Last component, without dots. */
  name: string
  kind: 'object' | 'instance' | 'parameter'
  /** Whether it may be written, or instances added and deleted; null where the box was not asked. */
  writable: boolean | null
  /** null where it was not read, and for objects. */
  value: string | null
  type: string | null
  /** Parameters first, in the box's order; then objects; instances by number. */
  children: TreeNode[]
  /** Parameters in this node and below. */
  size: number
}

/** The tree of what was read and listed; names without values and values without names both have their place. */
export function buildTree(values: Iterable<ParameterValue>, names: Iterable<ParameterInfo> = []): TreeNode {
  const root = newNode('', '', 'object')
  const nodes = new Map<string, TreeNode>([['', root]])
  for (const { name, writable } of names) nodeAt(nodes, name).writable = writable
  for (const { name, value, type } of values) {
    if (name === '' || name.endsWith('.')) continue
    const node = nodeAt(nodes, name)
    node.value = value
    node.type = type
  }
  settle(root)
  return root
}

function newNode(path: string, name: string, kind: TreeNode['kind']): TreeNode {
  return { path, name, kind, writable: null, value: null, type: null, children: [], size: 0 }
}

function nodeAt(nodes: Map<string, TreeNode>, path: string): TreeNode {
  const known = nodes.get(path)
  if (known) return known
  const isObject = path.endsWith('.')
  const end = isObject ? path.length - 1 : path.length
  const start = path.lastIndexOf('.', end - 1) + 1
  const name = path.slice(start, end)
  const node = newNode(path, name, isObject ? (isInstance(name) ? 'instance' : 'object') : 'parameter')
  nodes.set(path, node)
  nodeAt(nodes, path.slice(0, start)).children.push(node)
  return node
}

function settle(node: TreeNode): number {
  if (node.kind === 'parameter') {
    node.size = 1
    return 1
  }
  node.size = node.children.reduce((sum, child) => sum + settle(child), 0)
  if (node.children.length > 1) node.children.sort(byKind)
  return node.size
}

const order = { parameter: 0, object: 1, instance: 2 }

function byKind(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return order[a.kind] - order[b.kind]
  return a.kind === 'instance' ? Number(a.name) - Number(b.name) || 0 : 0
}

/** One line of the tree as it stands on the screen. */
export interface TreeRow {
  node: TreeNode
  depth: number
  isExpanded: boolean
}

/**
 * The visible lines of a tree, from top to bottom, without the nameless root. With `shown`, only those parameters and the
 * objects above them, all opened.
 */
export function flatten(root: TreeNode, expanded: ReadonlySet<string>, shown?: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  const opened = shown && ancestorsOf(shown)
  const walk = (node: TreeNode, depth: number): void => {
    for (const child of node.children) {
      if (opened && !(child.kind === 'parameter' ? shown?.has(child.path) : opened.has(child.path))) continue
      const isExpanded = child.kind !== 'parameter' && (opened !== undefined || expanded.has(child.path))
      rows.push({ node: child, depth, isExpanded })
      if (isExpanded) walk(child, depth + 1)
    }
  }
  walk(root, 0)
  return rows
}

function ancestorsOf(paths: ReadonlySet<string>): Set<string> {
  const above = new Set<string>()
  for (const path of paths) {
    for (let dot = path.lastIndexOf('.'); dot >= 0; dot = path.lastIndexOf('.', dot - 1)) {
      const object = path.slice(0, dot + 1)
      if (above.has(object)) break
      above.add(object)
      if (dot === 0) break
    }
  }
  return above
}

/** Every parameter of a tree, top to bottom. */
export function parametersOf(root: TreeNode): TreeNode[] {
  const found: TreeNode[] = []
  const walk = (node: TreeNode): void => {
    if (node.kind === 'parameter') found.push(node)
    else for (const child of node.children) walk(child)
  }
  walk(root)
  return found
}
