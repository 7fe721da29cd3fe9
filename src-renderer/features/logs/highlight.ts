/** A text cut where words that were looked for begin and end. */
export function highlighted(text: string, words: readonly string[]): { text: string; isMatch: boolean }[] {
  const wanted = words.filter((word) => word !== '').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (wanted.length === 0) return [{ text, isMatch: false }]
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'i'))
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** The words of a filter, in lower case. */
export function wordsOf(filter: string): string[] {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
