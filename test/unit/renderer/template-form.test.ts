import { describe, expect, it } from 'vitest'
import { Template } from '#shared/model/template.ts'
import { readyMadeTemplates } from '#shared/templates/ready-made.ts'
import { decodeText } from '../../../src-renderer/features/provision/decode-text.ts'
import { checkForm, formOf, templateOf } from '../../../src-renderer/features/templates/template-form.ts'
import { checkRule } from '../../../src-renderer/features/zero-touch/check-rule.ts'

const good = {
  id: 't',
  name: 'T',
  variables: [{ name: 'ssid', label: 'SSID' }],
  values: [{ concept: 'wifi.ssid', value: '{{ssid}}' }],
}

function codes(template: object): string[] {
  const form = formOf({ ...Template.parse(good), ...template } as Template)
  const { own, rows } = checkForm(form, { variables: [], objects: [] })
  return [...own, ...[...rows.values()].flat()].map(({ code }) => code)
}

describe('the form of a template', () => {
  it('keeps a template as it is, and finds nothing wrong with a good one', () => {
    const template = Template.parse(good)
    expect(templateOf(formOf(template))).toEqual(template)
    expect(codes({})).toEqual([])
  })

  it('finds nothing wrong with the ready-made ones', () => {
    for (const { readyMade: _readyMade, changedAt: _changedAt, ...template } of readyMadeTemplates) {
      const base = readyMadeTemplates.find(({ id }) => id === template.extends)
      expect.soft(checkForm(formOf(template), base ?? { variables: [], objects: [] }).isValid, template.id).toBe(true)
    }
  })

  it.each([
    ['nameMissing', { name: ' ' }],
    ['nameMissing', { name: { 'zh-CN': '名', en: '' } }],
    ['variableName', { variables: [{ ...variable(), name: '1x' }] }],
    ['variableTwice', { variables: [variable(), variable()] }],
    ['secretName', { variables: [{ ...variable(), secret: true }] }],
    ['pattern', { variables: [{ ...variable(), pattern: '[' }] }],
    ['range', { variables: [{ ...variable(), type: 'int', min: 5, max: 1 }] }],
    ['unused', { values: [] }],
    ['targetMissing', { values: [{ ...value(), concept: '' }] }],
    ['conceptUnknown', { values: [{ ...value(), concept: 'no.such' }] }],
    ['pathObject', { values: [{ path: 'Device.Time.', instance: 'first', value: '{{ssid}}', optional: false }] }],
    ['placeholderUnknown', { values: [value(), { ...value(), concept: 'radio.channel', value: '{{nobody}}' }] }],
    ['objectUnknown', { values: [{ ...value(), object: 'nobody' }] }],
    ['objectTable', { objects: [{ name: 'a', table: 'Device.X', known: [{ where: 'Name', is: 'x' }] }] }],
    ['objectKnown', { objects: [{ name: 'a', table: 'Device.X.', known: [{ where: 'Name', is: '' }] }] }],
    ['twice', { values: [value(), value()] }],
  ])('finds %s', (code, change) => {
    expect(codes(change)).toContain(code)
  })
})

describe('a zero-touch rule', () => {
  const variables = Template.parse({
    ...good,
    variables: [{ name: 'account', label: 'a', required: true }],
  }).variables
  const rule = { id: 'r', name: '', enabled: true, condition: {}, rows: [], template: 't', values: {}, firmware: null }
  const row = { serialNumber: 'SN1', values: {} }

  it.each([
    ['template', { ...rule, template: '' }, 'kind'],
    ['rows', rule, 'list'],
    ['version', { ...rule, rows: [row], firmware: { firmwareId: 'f', version: '' } }, 'list'],
    ['value', rule, 'kind'],
    ['rowValue', { ...rule, rows: [row] }, 'list'],
  ] as const)('lacks its %s', (code, wanted, by) => {
    expect(checkRule({ ...wanted, rows: [...wanted.rows] }, by, variables)?.code).toBe(code)
  })

  it('is complete with a value for all, or one for each listed box', () => {
    expect(checkRule({ ...rule, values: { account: 'a' } }, 'kind', variables)).toBeNull()
    expect(checkRule({ ...rule, rows: [{ ...row, values: { account: 'a' } }] }, 'list', variables)).toBeNull()
  })
})

describe('the text of a spreadsheet', () => {
  it('is read as UTF-8, as UTF-16 with a mark, and as GBK where it is neither', () => {
    const bytes = (...list: number[]) => new Uint8Array(list).buffer
    expect(decodeText(new TextEncoder().encode('序列号').buffer)).toBe('序列号')
    expect(decodeText(bytes(0xd0, 0xf2, 0xc1, 0xd0, 0xba, 0xc5))).toBe('序列号')
    expect(decodeText(bytes(0xff, 0xfe, 0x8f, 0x5e))).toBe('序')
    expect(decodeText(bytes(0xfe, 0xff, 0x5e, 0x8f))).toBe('序')
  })
})

function variable() {
  return Template.parse(good).variables[0]
}
function value() {
  return Template.parse(good).values[0]
}
