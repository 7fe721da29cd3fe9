import type { SearchIndex } from './search.ts'
import type { TreeNode } from './tree.ts'

/** What the chips and the search box of the explorer ask for; everything that is set must hold. */
export interface ParameterFilter {
  query?: string
  /** Only what may be written. */
  writable?: boolean
  /** Only these: pending changes, differences, favourites. */
  within?: readonly ReadonlySet<string>[]
}

/** The paths of the parameters that a filter leaves; undefined where it leaves all, so that the tree keeps its shape. */
export function filterParameters(
  parameters: readonly TreeNode[],
  { query = '', writable = false, within = [] }: ParameterFilter,
  index: SearchIndex,
): ReadonlySet<string> | undefined {
  if (query.trim() === '' && !writable && within.length === 0) return undefined
  const found = query.trim() === '' ? null : new Set(index.search(query))
  const left = parameters.filter(
    (node) =>
      (found?.has(node.path) ?? true) &&
      (!writable || node.writable === true) &&
      within.every((paths) => paths.has(node.path)),
  )
  return new Set(left.map(({ path }) => path))
}
