import { create } from 'zustand'
import type { ParameterFilter } from '#shared/parameters/filter.ts'

/** How the tree of a box stands on the screen; it stands so again when one comes back to it. */
export interface ExplorerView {
  expanded: ReadonlySet<string>
  selected: string | null
  labels: 'friendly' | 'paths'
  chips: ReadonlySet<Chip>
  /** The snapshot that `differs` holds the box against; null is the latest. */
  baselineId: string | null
}

export type Chip = 'writable' | 'changed' | 'differs' | 'favourites'
export const chips: readonly Chip[] = ['writable', 'changed', 'differs', 'favourites']

const firstView: ExplorerView = {
  expanded: new Set(['Device.', 'InternetGatewayDevice.']),
  selected: null,
  labels: 'friendly',
  chips: new Set(),
  baselineId: null,
}

const useViewStore = create<{ byDevice: Readonly<Record<string, ExplorerView>> }>()(() => ({ byDevice: {} }))

export function useExplorerView(deviceId: string): ExplorerView {
  return useViewStore((store) => store.byDevice[deviceId] ?? firstView)
}

export function changeView(deviceId: string, change: (view: ExplorerView) => Partial<ExplorerView>): void {
  useViewStore.setState(({ byDevice }) => {
    const view = byDevice[deviceId] ?? firstView
    return { byDevice: { ...byDevice, [deviceId]: { ...view, ...change(view) } } }
  })
}

/** Opens or closes one object. */
export function expand(deviceId: string, path: string, isExpanded: boolean): void {
  changeView(deviceId, ({ expanded }) => {
    const next = new Set(expanded)
    if (isExpanded) next.add(path)
    else next.delete(path)
    return { expanded: next }
  })
}

/** Chooses a path and opens every object above it. */
export function reveal(deviceId: string, path: string): void {
  changeView(deviceId, ({ expanded }) => ({ selected: path, expanded: new Set([...expanded, ...objectsAbove(path)]) }))
}

/** The objects above a path, outermost first. */
export function objectsAbove(path: string): string[] {
  const end = path.endsWith('.') ? path.length - 1 : path.length
  return [...path.slice(0, end).matchAll(/\./g)].map(({ index }) => path.slice(0, index + 1))
}

/** The filter of chips and search. */
export function filterOf(
  query: string,
  active: ReadonlySet<Chip>,
  sets: Record<Exclude<Chip, 'writable'>, ReadonlySet<string>>,
): ParameterFilter {
  const within = (['changed', 'differs', 'favourites'] as const).filter((chip) => active.has(chip)).map((c) => sets[c])
  return { query, writable: active.has('writable'), within }
}

/** Finds what was pasted: a path of the box, with or without its last dot, else the nearest object above it that is there. */
export function findPasted(text: string, has: (path: string) => boolean): { path: string; isExact: boolean } | null {
  const path = text.trim().replaceAll(/^["']|["',;]$/g, '')
  if (path === '') return null
  for (const candidate of [path, `${path}.`]) if (has(candidate)) return { path: candidate, isExact: true }
  const above = objectsAbove(path).findLast(has)
  return above === undefined ? null : { path: above, isExact: false }
}
