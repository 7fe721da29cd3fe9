/** Rows of CSV text (RFC 4180): the separator is the commonest of comma, semicolon and tab in the first line. */
export function parseCsv(text: string, maxRows: number): string[][] {
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  const count = (separator: string) => first.split(separator).length
  const separator = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  while (position < text.length && rows.length < maxRows) {
    const { value, end } = readField(text, position, separator)
    row.push(value)
    position = end + 1
    if (text[end] === separator) {
      if (position >= text.length) row.push('')
      else continue
    }
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** One field, and where its separator or line end stands. */
function readField(text: string, start: number, separator: string): { value: string; end: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
    return { value: text.slice(start, end).replace(/\r$/, ''), end }
  }
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { value: parts.join('') + text.slice(from), end: text.length }
    parts.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') {
      let end = quote + 1
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
      return { value: parts.join(''), end }
    }
    parts.push('"')
    from = quote + 2
  }
}
