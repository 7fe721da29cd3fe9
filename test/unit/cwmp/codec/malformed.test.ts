import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../../src-main/cwmp/codec/index.ts'
import type { MalformedBody } from '../../../../src-main/cwmp/codec/messages.ts'
import { envelopeOf, informBody, valuesBody } from '../../../support/bodies.ts'

function problemOf(body: string | Buffer): MalformedBody {
  const decoded = decodeBody(Buffer.from(body), {})
  if (decoded.kind !== 'malformed') throw new Error(`decoded as ${decoded.kind}`)
  return decoded.problem
}

describe('a body that cannot be understood says why and where', () => {
  const cut = informBody().slice(0, 1200)
  it.each([
    ['cut short', cut, 'truncated', cut.length],
    ['cut in a tag', informBody().slice(0, 20), 'truncated', 20],
    ['text', 'hello', 'notXml', 0],
    ['a page', '<html><body><p>404</p></body></html>', 'notSoap', 0],
    ['too deep', `<a>${'<b>'.repeat(100)}`, 'tooDeep', 3 + 63 * 3],
    ['something else in the envelope', '<Envelope><Other>1</Other></Envelope>', 'noMessage', 0],
    ['text in the Body', '<Envelope><Body>hello</Body></Envelope>', 'noMessage', 0],
    [
      'an Inform of no box',
      envelopeOf('<cwmp:Inform><Event/></cwmp:Inform>'),
      'noDeviceId',
      envelopeOf('').indexOf('</SOAP-ENV:Body>'),
    ],
  ])('%s', (_, body, code, offset) => {
    expect(problemOf(body)).toMatchObject({ code, offset })
  })

  it('counts bytes, not characters', () => {
    const body = `${informBody().replace('ACME', '中文中文')}`.slice(0, 1200)
    expect(problemOf(body).offset).toBe(Buffer.byteLength(body))
  })

  it('shows the bytes around it', () => {
    const problem = problemOf(cut)
    expect(problem.excerpt).toBe(cut.slice(-40))
  })

  it('is so for every length of a body, but for the last end tags', () => {
    const body = valuesBody(3)
    const end = body.indexOf('</cwmp:GetParameterValuesResponse>') + '</cwmp:GetParameterValuesResponse>'.length
    for (let length = 1; length < body.length; length++) {
      const decoded = decodeBody(Buffer.from(body.slice(0, length)), {})
      expect(decoded.kind, `${length} of ${body.length}`).toBe(length < end ? 'malformed' : 'envelope')
    }
  })
})

describe('hostile bodies', () => {
  it('entities do not blow up', () => {
    const lol = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
    ).join('')
    const body = `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${lol}]>${informBody().replace('ACME', '&lol9;')}`
    const decoded = decodeBody(Buffer.from(body), {})
    expect(decoded).toMatchObject({ kind: 'envelope', envelope: { message: { deviceId: { manufacturer: '&lol9;' } } } })
  })

  it('external entities are not read', () => {
    const body = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>${informBody().replace('>1</cwmp:ID>', '>&x;</cwmp:ID>')}`
    expect(decodeBody(Buffer.from(body), {})).toMatchObject({ envelope: { id: '&x;' } })
  })

  it('deep nesting does not overflow the stack', () => {
    expect(problemOf('<a>'.repeat(1_000_000)).code).toBe('tooDeep')
  })

  it('many attributes, headers and children are read in linear time', () => {
    const many = 50_000
    const header = '<x/>'.repeat(many)
    const body = informBody()
      .replace('</SOAP-ENV:Header>', `${header}</SOAP-ENV:Header>`)
      .replace('<DeviceId>', `<DeviceId>${'<Serial/>'.repeat(many)}`)
      .replace('</SOAP-ENV:Body>', `${'<cwmp:Kicked/>'.repeat(many)}</SOAP-ENV:Body>`)
    expect(decodeBody(Buffer.from(body), {}).kind).toBe('envelope')
  })
})
