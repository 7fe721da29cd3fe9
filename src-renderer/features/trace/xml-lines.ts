/** A piece of a line of XML, for its colour. */
export interface XmlPiece {
  kind: 'tag' | 'attribute' | 'text' | 'other'
  text: string
}

export interface XmlLine {
  depth: number
  pieces: XmlPiece[]
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/?[^<>\s/](?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g

/**
 * Lays XML out one element a line without changing any character of tags or text: only white space between tags is
 * replaced by the indentation. What is no XML comes out as text.
 */
export function prettyXml(xml: string): XmlLine[] {
  const tokens = xml.match(token) ?? []
  const lines: XmlLine[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const current = tokens[i] ?? ''
    if (isTag(current)) {
      const isEnd = current.startsWith('</')
      if (isEnd) depth = Math.max(0, depth - 1)
      const [text, end] = [tokens[i + 1], tokens[i + 2]]
      if (isStart(current) && text !== undefined && !isTag(text) && end?.startsWith('</')) {
        lines.push({ depth, pieces: [...tagPieces(current), { kind: 'text', text }, ...tagPieces(end)] })
        i += 2
      } else if (isStart(current) && text?.startsWith('</')) {
        lines.push({ depth, pieces: [...tagPieces(current), ...tagPieces(text)] })
        i += 1
      } else {
        lines.push({ depth, pieces: tagPieces(current) })
        if (isStart(current)) depth += 1
      }
    } else if (current.trim() !== '') {
      lines.push({ depth, pieces: [{ kind: current.startsWith('<') ? 'other' : 'text', text: current }] })
    }
  }
  return lines
}

/** The lines of a body as they were sent. */
export function plainXml(xml: string): XmlLine[] {
  return xml.split(/\r?\n/).map((text) => ({ depth: 0, pieces: [{ kind: 'text', text }] }))
}

function isTag(text: string): boolean {
  return /^<\/?[^<>\s/!?]/.test(text)
}

function isStart(tag: string): boolean {
  return isTag(tag) && !tag.startsWith('</') && !tag.endsWith('/>')
}

/** The name and the brackets of a tag apart from its attributes. */
function tagPieces(tag: string): XmlPiece[] {
  const match = /^(<\/?[^\s/>]+)([\s\S]*?)(\/?>)$/.exec(tag)
  if (!match) return [{ kind: 'tag', text: tag }]
  const [, open = '', attributes = '', close = ''] = match
  if (attributes === '') return [{ kind: 'tag', text: open + close }]
  return [
    { kind: 'tag', text: open },
    { kind: 'attribute', text: attributes },
    { kind: 'tag', text: close },
  ]
}
