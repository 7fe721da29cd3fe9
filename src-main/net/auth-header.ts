/** One authentication scheme with its parameters, as it stands in WWW-Authenticate or Authorization (RFC 7235 2.1). */
export interface SchemeParameters {
  /** Lower case. */
  scheme: string
  /** Names in lower case, values without quotes; of a name that comes twice the first. */
  parameters: ReadonlyMap<string, string>
  /** The bare base64 of Basic and its like; empty where there is none. */
  token: string
}

const skip = /[\s,;]*/y
const word = /[^\s,;="]+/y
const equals = /[ \t]*=[ \t]*/y
const bareValue = /[^\s,;]*/y
const token68 = /[\w.~+/-]+=*(?=[ \t]*(?:,|$))/y
/** What must follow a quote that ends its value: another quote, as in `username="box""`, belongs to the value. */
const afterValue = /\s*(?:$|[,;]|[\w-]+[ \t]*=|[A-Za-z][\w-]*[ \t]+[\w-]+[ \t]*=)/y

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Reads a quoted string from the character after its opening quote; an unclosed one runs to the end. */
function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = ''
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (character === '\\' && (next === '"' || next === '\\')) {
      value += next
      at++
    } else if (character === '"' && take(afterValue, text, at + 1) !== null) {
      return { value, end: at + 1 }
    } else {
      value += character
    }
  }
  return { value, end: text.length }
}

/**
 * Splits an authentication header into its schemes. Understands what boxes send: several schemes in one header, no
 * commas between parameters, unquoted values, folded lines, a quote inside a quoted value. Never throws; what it cannot
 * read is left out.
 */
export function parseAuthHeader(header: string): SchemeParameters[] {
  const text = header.replace(/\r?\n[ \t]*/g, ' ')
  const schemes: { scheme: string; parameters: Map<string, string>; token: string }[] = []
  let at = 0
  while (at < text.length) {
    at += take(skip, text, at)?.length ?? 0
    const current = schemes.at(-1)
    const token = current?.parameters.size === 0 && current.token === '' ? take(token68, text, at) : null
    if (current && token !== null && !isSchemeAlone(token)) {
      current.token = token
      at += token.length
      continue
    }
    const name = take(word, text, at)
    if (name === null) {
      at++
      continue
    }
    at += name.length
    const sign = take(equals, text, at)
    if (sign === null) {
      const qop = current?.parameters.get('qop')
      if (current && qop !== undefined && /^auth(-int)?$/i.test(name)) current.parameters.set('qop', `${qop},${name}`)
      else schemes.push({ scheme: name.toLowerCase(), parameters: new Map(), token: '' })
      continue
    }
    at += sign.length
    const quoted = text.charAt(at) === '"' ? readQuoted(text, at + 1) : null
    const value = quoted?.value ?? take(bareValue, text, at) ?? ''
    at = quoted?.end ?? at + value.length
    const key = name.toLowerCase()
    if (current && !current.parameters.has(key)) current.parameters.set(key, value)
  }
  return schemes
}

/** `Negotiate, Basic realm=…`: the second word is a scheme of its own, not base64. */
function isSchemeAlone(token: string): boolean {
  return /^(basic|digest|bearer|negotiate|ntlm)$/i.test(token)
}
