type Tree = { [key: string]: string | Tree }

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ', A: 'Å', E: 'É', O: 'Ø' }

/** English with accents, brackets and 40 % more length: shows what is cut off and what was never translated. */
export function pseudoTexts(texts: object): Tree {
  return Object.fromEntries(
    Object.entries(texts as Tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoTexts(value),
    ]),
  )
}

function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{\w+\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : part.replaceAll(/[aeiounAEO]/g, (letter) => accents[letter] ?? letter),
    )
    .join('')
  return `[${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}]`
}
