import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../../../src-main/cwmp/codec/xml.ts'
import type { XmlElement } from '../../../../src-main/cwmp/codec/xml-tree.ts'
import { ordinaryBody, seededRandom, wellFormedDocument } from '../../../support/fuzz.ts'
import { isWellFormed, plainOf, readWithOracle } from '../../../support/xml-oracle.ts'
import { hasCaptures, SHARED_DATA } from '../../../support/xsd.ts'

function scan(xml: string): { root: XmlElement | undefined; warnings: string[] } {
  const warnings: string[] = []
  const document = parseXml(xml, (code) => warnings.push(code))
  return { root: document.kind === 'element' ? document.root : undefined, warnings }
}

function expectAsOracle(xml: string): void {
  const { root, warnings } = scan(xml)
  if (root === undefined) throw new Error(`not read: ${xml}`)
  expect(plainOf(root), xml).toEqual(readWithOracle(xml))
  expect(warnings, xml).toEqual([])
}

describe('well-formed input is read as fast-xml-parser reads it', () => {
  it('in 3,000 random documents', () => {
    const random = seededRandom(7)
    for (let index = 0; index < 3000; index++) {
      const xml = wellFormedDocument(random)
      expect(isWellFormed(xml), xml).toBe(true)
      expectAsOracle(xml)
    }
  })

  it('in 300 ordinary bodies', () => {
    const random = seededRandom(8)
    for (let index = 0; index < 300; index++) expectAsOracle(ordinaryBody(random))
  })

  it.skipIf(!hasCaptures)('in every well-formed capture (skipped without ../shared/data)', () => {
    const files = readdirSync(`${SHARED_DATA}captures`).filter((name) => name.endsWith('.xml'))
    const bodies = files.map((name) => readFileSync(`${SHARED_DATA}captures/${name}`, 'utf8').trimStart())
    expect(bodies.filter(isWellFormed).length).toBeGreaterThan(18)
    for (const body of bodies.filter(isWellFormed)) expectAsOracle(body)
  })
})

/** Children as `name=text`, in order. */
function leaves(xml: string): string {
  return (scan(xml).root?.children ?? []).map(({ name, text }) => `${name}=${text}`).join(' ')
}

describe('damaged input is mended where its sense is plain', () => {
  it.each([
    ['raw ampersand', '<a><Value>x & y &foo; &#0;</Value></a>', 'Value=x & y &foo; &#0;'],
    ['stray less-than', '<a><Value>1 < 2</Value><b>3</b></a>', 'Value=1 < 2 b=3'],
    ['something like a tag', '<a><Value>x <y</Value><b>3</b></a>', 'Value=x <y b=3'],
    ['markup in a value', '<a><Value>x <b>bold</b><br></Value><b>3</b></a>', 'Value=x <b>bold</b><br> b=3'],
    ['misspelt end tag of a leaf', '<a><Name>n</Nmae><Value>v</Value></a>', 'Name=n Value=v'],
    ['end tag with attributes', '<a><b>1</ b="b"><c>2</c></a>', 'b=1 c=2'],
    ['end tag without its end', '<a><b>1</b<c>2</c></a>', 'b=1 c=2'],
    ['missing end tag', '<a><b><c>1</c></a>', 'b='],
    ['end tag of nothing', '<a><b>1</b></x><c>2</c></a>', 'b=1 c=2'],
    ['comment that never ends', '<a><b>1 <!-- x</b><c>2</c></a>', 'b=1 <!-- x c=2'],
    ['CDATA that never ends', '<a><b><![CDATA[1</b><c>2</c></a>', 'b=<![CDATA[1 c=2'],
    ['halves of a character', '<a><b>&#xD83D;&#xDE00;</b><c>&#xD83D;</c></a>', 'b=\u{1f600} c=\ufffd'],
    ['attributes without quotes', '<a><b c=d e>1</b></a>', 'b=1'],
    ['elements of a DTD', '<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', 'b=&x;'],
  ])('%s', (_, xml, expected) => {
    const { warnings } = scan(xml)
    expect(leaves(xml)).toBe(expected)
    expect(warnings.length).toBeGreaterThan(0)
  })

  it('keeps the first of two attributes, and `>` within quotes', () => {
    const { root, warnings } = scan(`<a x="1" x='2' y="b>c"/>`)
    expect(root?.attributes).toEqual([
      { name: 'x', value: '1' },
      { name: 'y', value: 'b>c' },
    ])
    expect(warnings).toEqual(['duplicateAttribute'])
  })

  it('stops at 64 levels and at a million elements', () => {
    expect(parseXml('<a>'.repeat(100_000), () => {})).toEqual({ kind: 'problem', code: 'tooDeep', offset: 64 * 3 })
    expect(parseXml(`<a>${'<b/>'.repeat(1_000_001)}</a>`, () => {})).toMatchObject({ code: 'tooLarge' })
  })
})

describe('hostile input costs linear time', () => {
  const SIZE = 200_000
  it.each([
    ['<Value><b '.repeat(SIZE)],
    [`<a>${'<Value><x>'.repeat(30)}${'</y>'.repeat(SIZE)}`],
    [`<a>${'<!--'.repeat(SIZE)}`],
    [`<a>${'<![CDATA['.repeat(SIZE)}`],
    [`<a>${'<?x '.repeat(SIZE)}`],
    [`<a>${'<!DOCTYPE ['.repeat(SIZE)}`],
    [`<a>${'<b c="'.repeat(SIZE)}`],
    [`<a ${'b="1" '.repeat(SIZE)}>`],
    [`<a>${'&'.repeat(SIZE)}</a>`],
    [`<a>${'</ '.repeat(SIZE)}`],
    [`<a><Name>${'</b>'.repeat(SIZE)}`],
  ])('%#', (xml) => {
    // Quadratic work on these would run into the test's time limit by far.
    expect(parseXml(xml, () => {}).kind).toBeDefined()
  })
})
