import { describe, expect, it } from 'vitest'
import { XmlError, XmlTreeReader } from '../../../src-main/data-model/xml-tree.ts'

function read(text: string, skip: string[] = [], stride = 7) {
  const reader = new XmlTreeReader(text, skip)
  while (!reader.step(stride)) {}
  return reader.root
}

describe('XmlTreeReader', () => {
  it('reads elements, attributes, text, CDATA and references, in small steps', () => {
    const root = read(
      `\uFEFF<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><!-- <no> --><dm:a xmlns:dm="u" x='1 > 0' y="&lt;&#65;&#x42;">t&amp;<b/><![CDATA[<c>]]></dm:a>\n`,
    )
    expect(root).toMatchObject({ name: 'a', text: 't&<c>', attributes: { x: '1 > 0', y: '<AB' } })
    expect(root.children.map(({ name }) => name)).toEqual(['b'])
  })

  it('passes over what is not wanted, with all in it', () => {
    const root = read('<a><p q="1"><p><x/></p>text &bad;</p><b>1</b></a>', ['p'])
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([['b', '1']])
  })

  it.each([
    ['an empty file', '', 0],
    ['an element that stays open', '<a><b></b>', 0],
    ['a wrong end tag', '<a><b></a></b>', 6],
    ['an end tag too many', '<a/></a>', 4],
    ['two roots', '<a/><b/>', 4],
    ['text outside', '<a/>x', 4],
    ['a tag that is cut off', '<a><b x="', 3],
    ['an open comment', '<a><!-- ', 3],
    ['an unknown entity', '<a>12&nbsp;</a>', 5],
    ['a malformed attribute', '<a x=1/>', 2],
    ['a bare <', '<a>1 < 2</a>', 5],
  ])('refuses %s, and says where', (_name, text, position) => {
    try {
      read(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError)
      expect((error as XmlError).position).toBe(position)
    }
  })

  it('does not follow entities into the billions, nor elements into the deep', () => {
    expect(() => read('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')).toThrow('character reference')
    expect(() => read('<a>'.repeat(1000), [], 1e6)).toThrow('too deep')
  })
})
