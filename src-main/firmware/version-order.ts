/** Words that stand before a release: 2.0-rc1 is older than 2.0. */
const early: Record<string, number> = { dev: 1, alpha: 2, beta: 3, test: 4, pre: 5, rc: 6 }

type Token = { type: 'number'; value: bigint } | { type: 'word'; value: string }

function tokens(version: string): Token[] {
  const found = version.toLowerCase().match(/\d+|[a-z]+|[^\u0000-\u007f]+/g) ?? []
  return found.map((text) =>
    /^\d/.test(text) ? { type: 'number', value: BigInt(text) } : { type: 'word', value: text },
  )
}

function trim(list: Token[]): Token[] {
  const [first] = list
  return first?.type === 'word' && (first.value === 'v' || first.value === 'ver' || first.value === 'version')
    ? list.slice(1)
    : list
}

/**
 * Orders two software versions: below 0 when `a` is older, 0 when they mean the same, above 0 when `a` is newer; null
 * when they belong to different branches (`V1.2_CTC` and `V1.3_CMCC`), which no order spans. Understands dotted numbers,
 * `V100R003C10SPC050`, dates and pre-release words.
 */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [trim(tokens(a)), trim(tokens(b))]
  let order = 0
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index], right[index]]
    if (one?.type === 'number' && other?.type === 'number') {
      order ||= one.value < other.value ? -1 : one.value > other.value ? 1 : 0
      continue
    }
    if (one?.type === 'word' && other?.type === 'word') {
      if (one.value === other.value) continue
      const isBranch = !(early[one.value] && early[other.value]) && one.value.length + other.value.length > 2
      if (isBranch) return null
      return order || rank(one) - rank(other) || (one.value < other.value ? -1 : 1)
    }
    if (order !== 0) return order
    return rank(one) - rank(other)
  }
  return order
}

/** A missing part counts as the release itself: behind early words, before further numbers and words. */
function rank(token: Token | undefined): number {
  if (token === undefined) return 10
  if (token.type === 'number') return token.value === 0n ? 10 : 12
  return early[token.value] ?? 11
}
