import { useDeferredValue, useEffect, useMemo } from 'react'
import type { Device } from '#shared/model/device.ts'
import { diffByPath } from '#shared/parameters/diff.ts'
import { filterParameters } from '#shared/parameters/filter.ts'
import { createSearchIndex, type SearchIndex } from '#shared/parameters/search.ts'
import { buildTree, flatten, parametersOf, type TreeNode } from '#shared/parameters/tree.ts'
import { usePending } from '../../stores/pending-store.ts'
import { type ExplorerView, filterOf, useExplorerView } from './explorer-view.ts'
import { isFavourite, useFavourites } from './favourites.ts'
import type { Known } from './known.ts'
import { useKnown } from './known-store.ts'
import { useBaseline } from './use-baseline.ts'

const none: ReadonlySet<string> = new Set()

/** Everything the explorer shows of a box: its tree, and the rows that search, chips and opened objects leave. */
export function useExplorer(device: Device, query: string) {
  const { status, error, known } = useKnown(device.id)
  const view = useExplorerView(device.id)
  const { tree, parameters, nodes } = useTree(known)
  const index = useIndex(parameters)
  const pending = usePending(device.id)
  const favourites = useFavourites()
  const baseline = useBaseline(device.id, view.baselineId, view.chips.has('differs'))
  const deferredQuery = useDeferredValue(query)

  const differs = useMemo(() => {
    if (baseline.values === null) return none
    const rows = diffByPath([...known.values.values()], baseline.values)
    return new Set(rows.flatMap(({ kind, left }) => (kind !== 'same' && left ? left.name : [])))
  }, [known, baseline.values])
  const changed = useMemo(() => new Set(Object.keys(pending)), [pending])
  const favouritePaths = useMemo(
    () => new Set(parameters.flatMap(({ path }) => (isFavourite(favourites, path) ? path : []))),
    [parameters, favourites],
  )
  const shown = useMemo(
    () =>
      filterParameters(
        parameters,
        filterOf(deferredQuery, view.chips, { changed, differs, favourites: favouritePaths }),
        index,
      ),
    [parameters, deferredQuery, view.chips, changed, differs, favouritePaths, index],
  )
  const rows = useMemo(() => flatten(tree, view.expanded, shown), [tree, view.expanded, shown])
  return { status, error, known, view, parameters, nodes, pending, favourites, baseline, shown, rows }
}

export type ExplorerState = ReturnType<typeof useExplorer>
export type { ExplorerView }

function useTree(known: Known) {
  return useMemo(() => {
    const names = [...known.names].map(([name, writable]) => ({ name, writable }))
    const tree = buildTree(known.values.values(), names)
    const nodes = new Map<string, TreeNode>()
    const walk = (node: TreeNode): void => {
      nodes.set(node.path, node)
      for (const child of node.children) walk(child)
    }
    walk(tree)
    return { tree, parameters: parametersOf(tree), nodes }
  }, [known])
}

/** The index is built when the window has time for it, or with the first search. */
function useIndex(parameters: readonly TreeNode[]): SearchIndex {
  const lazy = useMemo(() => {
    let built: SearchIndex | null = null
    const build = (): SearchIndex => {
      built ??= createSearchIndex(parameters)
      return built
    }
    return { build, search: (query: string) => build().search(query) }
  }, [parameters])
  useEffect(() => {
    const handle = requestIdleCallback(() => void lazy.build(), { timeout: 1500 })
    return () => cancelIdleCallback(handle)
  }, [lazy])
  return lazy
}
