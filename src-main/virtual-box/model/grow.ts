import type { ModelSpec } from './spec.ts'
import { addRow, findObject, parametersOf, type Tree } from './tree.ts'

/** Adds rows to the model's growth table until the tree holds at least `target` parameters; returns how many it holds. */
export function growTree(model: ModelSpec, tree: Tree, target: number): number {
  const table = findObject(tree, model.growthTable)
  let held = [...parametersOf(tree.root)].length
  while (table !== undefined && held < target) {
    held += [...parametersOf(addRow(tree, table))].length
  }
  return held
}
