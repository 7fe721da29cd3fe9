/** One line of a decoded message: a name with a plain value, or with members that can be folded. */
export interface TreeRow {
  /** Place in the message, unique and stable. */
  path: string
  depth: number
  name: string
  value: string | null
  /** Number of members; null for a plain value. */
  members: number | null
}

/** The visible lines of a value: everything but what lies under a closed path. */
export function treeRows(value: unknown, closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  visit(value, '', '', 0)
  return rows

  function visit(node: unknown, name: string, path: string, depth: number): void {
    const isBranch = typeof node === 'object' && node !== null
    const members = isBranch ? Object.entries(node) : []
    if (path !== '') {
      rows.push({
        path,
        depth,
        name,
        value: isBranch ? labelOf(node) : String(node),
        members: isBranch ? members.length : null,
      })
    }
    if (closed.has(path)) return
    for (const [key, member] of members)
      visit(member, Array.isArray(node) ? `[${key}]` : key, `${path}/${key}`, path === '' ? 0 : depth + 1)
  }
}

/** What a folded object is called by: parameters and the like have a name and a value. */
function labelOf(node: object): string | null {
  const { name, value, code } = node as { name?: unknown; value?: unknown; code?: unknown }
  if (typeof name === 'string') return typeof value === 'string' ? `${name} = ${value}` : name
  return typeof code === 'string' ? code : null
}
