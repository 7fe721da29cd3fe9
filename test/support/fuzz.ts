/** Bodies of a box, damaged in all the ways of the field and some more; the same seed gives the same bodies. */
import { informBody, namesBody, valuesBody } from './bodies.ts'

export type Random = () => number

/** A small seeded generator of numbers from 0 up to 1 (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'x & y',
    '&amp;',
    '&#x4e2d;',
    '&#20013;',
    '&nope;',
    '&#0;',
    '&#xD83D;&#xDE00;',
    '1 < 2',
    '<b>bold</b>',
  ],
  ...['<![CDATA[ <raw> & ]]>', '<!-- comment -->', '中文', 'é', '\u0001', '\0', ']]>', '\r\n', '  12  ', 'true', '-1'],
]
const HEADERS = [
  ...['', '<SOAP-ENV:Header/>', '<SOAP-ENV:Header><cwmp:ID>7</cwmp:ID></SOAP-ENV:Header>'],
  ...['<SOAP-ENV:Header><ID mustUnderstand="1" mustUnderstand="">x</ID></SOAP-ENV:Header>'],
  ...["<soap:Header><cwmp:ID SOAP-ENV:mustUnderstand='true'></cwmp:ID></soap:Header>"],
  ...[
    '<SOAP-ENV:Header><cwmp:SessionTimeout>60</cwmp:SessionTimeout><cwmp:NoMoreRequests>0</cwmp:NoMoreRequests></SOAP-ENV:Header>',
  ],
  ...['<SOAP-ENV:Header><cwmp:SupportedCWMPVersions>1.0,1.4, 9</cwmp:SupportedCWMPVersions></SOAP-ENV:Header>'],
]
const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '</',
  '<!',
  '<![CDATA[',
  '<!--',
  '<?',
  '=',
  ' ',
  '\0',
  '\u00e9',
  '</Value>',
  '<Value>',
]

type Mutation = (body: string, random: Random) => string

const at = (body: string, random: Random): number => Math.floor(random() * (body.length + 1))

const MUTATIONS: Mutation[] = [
  (body) => body,
  (body, random) => body.slice(0, at(body, random)),
  (body, random) => {
    const from = at(body, random)
    return body.slice(0, from) + body.slice(from + Math.floor(random() * 20))
  },
  (body, random) => {
    const from = at(body, random)
    return body.slice(0, from) + pick(random, PIECES) + body.slice(from)
  },
  (body, random) => {
    const from = at(body, random)
    return body.slice(0, from) + body.slice(at(body, random)).slice(0, 200) + body.slice(from)
  },
  (body, random) => body.replace(/<SOAP-ENV:Header>.*?<\/SOAP-ENV:Header>/s, pick(random, HEADERS)),
  (body, random) => body.replace('S0001', pick(random, TEXTS)).replace('V1.00(AACB.3)', pick(random, TEXTS)),
  (body, random) => {
    const from = body.indexOf('</', at(body, random))
    return from < 0 ? body : `${body.slice(0, from + 2)} ${body.slice(from + 2)}`
  },
  (body) => body.replaceAll('"', "'"),
  (body, random) => body + pick(random, ['\0', '\n\n', body, 'garbage', '</x>']),
  (body, random) =>
    pick(random, ['\ufeff', '\n', '<!DOCTYPE a [<!ENTITY b "c">]>', '<?xml version="1.0"?>', 'x']) + body,
]

/** Well-formed Informs and responses with random content. */
export function ordinaryBody(random: Random): string {
  const body = pick(random, [() => informBody(), () => valuesBody(1 + Math.floor(random() * 8)), () => namesBody(3)])()
  return random() < 0.5 ? body : body.replaceAll('><', pick(random, ['>\n<', '>  <', '>\r\n\t<']))
}

/** So many bodies, most of them damaged once to four times, in UTF-8, Latin-1 or UTF-16. */
export function* fuzzedBodies(seed: number, count: number): Generator<Buffer> {
  const random = seededRandom(seed)
  for (let index = 0; index < count; index++) {
    let body = ordinaryBody(random)
    for (let turn = Math.floor(random() * 5); turn > 0; turn--) body = pick(random, MUTATIONS)(body, random)
    yield Buffer.from(body, pick(random, ['utf8', 'utf8', 'utf8', 'latin1', 'utf16le'] as const))
  }
}

const NAMES = ['a', 'cwmp:Inform', 'Name', 'Value', 'x-y', 'b.c', '_z', 'soap:Body', '值']
const CONTENT = [
  ...[
    '',
    ' ',
    'text',
    ' blanks around ',
    '&amp;&lt;&gt;&quot;&apos;',
    '&#65;&#x4e2d;',
    '<![CDATA[<raw> & ]]]]>',
    '中文',
  ],
  ...['<!-- a > comment -->', 'a<!-- inside -->b', 'line\r\nend', '<?pi some?>', ']] >', 'it\'s "quoted"'],
]
const VALUES = ['', 'xsd:string', 'a > b', '&amp;', '&#x41;', '值', ' blank ']

/** A well-formed document of random shape: the scanner must read it as any parser does. */
export function wellFormedDocument(random: Random): string {
  const write = (depth: number): string => {
    const name = pick(random, NAMES)
    const attributes = ['p', 'q:r', 'type']
      .filter(() => random() < 0.3)
      .map((attribute) => {
        const quote = random() < 0.5 ? '"' : "'"
        return `${pick(random, [' ', '\n ', '  '])}${attribute}${pick(random, ['=', ' = '])}${quote}${pick(random, VALUES)}${quote}`
      })
      .join('')
    const isLeaf = depth === 0 || TEXT_ELEMENTS.has(name) || random() < 0.4
    if (isLeaf && random() < 0.2) return `<${name}${attributes}/>`
    const count = 1 + Math.floor(random() * 3)
    const inside = Array.from({ length: count }, () => (isLeaf ? pick(random, CONTENT) : write(depth - 1)))
    return `<${name}${attributes}>${inside.join(isLeaf ? '' : pick(random, ['', '\n  ']))}</${name}${pick(random, ['', ' '])}>`
  }
  return pick(random, ['', '<?xml version="1.0" encoding="UTF-8"?>', '<!-- first -->\n']) + write(6)
}

/** Elements that the scanner takes to hold text only. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['Name', 'Value'])
