/**
 * The one candidate a misspelt word can mean: equal but for case, else at most two letters off (one in words shorter
 * than eight letters) and nearer than every other candidate. undefined where that is none or not one.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = word.length < 8 ? 2 : 3
  let isTie = false
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 2) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
      isTie = false
    } else if (distance === bestDistance) isTie = true
  }
  return isTie ? undefined : best
}

/** Words longer than this are never misspellings of ours, and comparing them would cost time. */
const LONGEST_WORD = 64

/** Letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  if (a.length > LONGEST_WORD || b.length > LONGEST_WORD) return Number.POSITIVE_INFINITY
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const replaced = (previous[column - 1] ?? 0) + (isSame ? 0 : 1)
      const shifted = Math.min(previous[column] ?? 0, line[column - 1] ?? 0) + 1
      const swapped = isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      line.push(Math.min(replaced, shifted, swapped))
    }
    beforePrevious = previous
    previous = line
  }
  return previous[b.length] ?? 0
}
