/** How the rows of a list make a tree. */
export interface TreeShape<T> {
  /** From zero. */
  levelOf: (item: T) => number
  /** null for a row that nothing can stand below. */
  isExpanded: (item: T) => boolean | null
  onExpand: (item: T, isExpanded: boolean) => void
}

/**
 * What the left and right keys do in a tree: open or close the row (`done`), or go to the row of the given index, the first
 * below or the one above. null where the key is not for the tree.
 */
export function treeKey<T>(
  key: string,
  items: readonly T[],
  current: number,
  { levelOf, isExpanded, onExpand }: TreeShape<T>,
): number | 'done' | null {
  const item = items[current]
  if (item === undefined || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return null
  const state = isExpanded(item)
  if (key === 'ArrowRight') {
    if (state === false) onExpand(item, true)
    return state === true ? current + 1 : 'done'
  }
  if (state === true) {
    onExpand(item, false)
    return 'done'
  }
  const level = levelOf(item)
  for (let index = current - 1; index >= 0; index -= 1) {
    const above = items[index]
    if (above !== undefined && levelOf(above) < level) return index
  }
  return 'done'
}
