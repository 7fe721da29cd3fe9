import { create } from 'zustand'
import { genericPathOf } from '#shared/cwmp/paths.ts'

const storageKey = 'fieldacs.favourites'

const useFavouriteStore = create<{ paths: ReadonlySet<string> }>()(() => ({ paths: kept() }))

/** Favourite parameters of every box, with `{i}` for instances: whoever likes one Wi-Fi name likes them all. */
export function useFavourites(): ReadonlySet<string> {
  return useFavouriteStore((store) => store.paths)
}

export function isFavourite(favourites: ReadonlySet<string>, path: string): boolean {
  return favourites.has(genericPathOf(path))
}

/** Makes a parameter a favourite, or takes it off the list. */
export function toggleFavourite(path: string): void {
  const paths = new Set(useFavouriteStore.getState().paths)
  const generic = genericPathOf(path)
  if (!paths.delete(generic)) paths.add(generic)
  useFavouriteStore.setState({ paths })
  localStorage.setItem(storageKey, JSON.stringify([...paths]))
}

function kept(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [])
  } catch {
    return new Set()
  }
}
