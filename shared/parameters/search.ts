import { entryOf } from '../dictionary/index.ts'
import { isSecret } from '../dictionary/secret.ts'

/** What a parameter is found by. */
interface Found {
  path: string
  text: string
}

/** What may be looked for: anything with a path and perhaps a value. */
export interface Searchable {
  path: string
  value: string | null
}

/** Finds parameters by words; built once for a set of values, asked at each key stroke. */
export interface SearchIndex {
  /** Paths that hold every word, one after the other, in path, names and value; all of them for a blank query. */
  search(query: string): string[]
}

/** An index over paths, friendly names in every language, and values; secret values cannot be found. */
export function createSearchIndex(
  parameters: Iterable<Searchable>,
  extraNames?: (path: string) => string,
): SearchIndex {
  const entries: Found[] = []
  for (const { path, value } of parameters)
    entries.push({ path, text: searchText(path, value, extraNames?.(path) ?? '') })
  return {
    search(query) {
      const words = wordsOf(query)
      return entries.filter(({ text }) => holdsInOrder(text, words)).map(({ path }) => path)
    },
  }
}

function searchText(path: string, value: string | null, extra: string): string {
  const names = entryOf(path)
  const shown = value === null || value === '' || isSecret(path) ? '' : value
  return `${path}\n${names?.en ?? ''}\n${names?.zh ?? ''}\n${extra}\n${shown}`.toLowerCase()
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Whether a text (in lower case) holds the words, each after the one before it. */
export function holdsInOrder(text: string, words: readonly string[]): boolean {
  let from = 0
  for (const word of words) {
    const at = text.indexOf(word, from)
    if (at < 0) return false
    from = at + word.length
  }
  return true
}
