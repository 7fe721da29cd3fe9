import { describe, expect, it } from 'vitest'
import { Template } from '#shared/model/template.ts'
import { compareVersions, type DeviceFacts, fitsPattern, isMeant } from '#shared/templates/conditions.ts'
import { templatesFromFile, templatesToFile } from '#shared/templates/file.ts'
import { inherit } from '#shared/templates/inherit.ts'
import { fillIn, isBarePlaceholder, placeholdersIn } from '#shared/templates/placeholders.ts'
import { readyMadeTemplates } from '#shared/templates/ready-made.ts'

const box: DeviceFacts = {
  manufacturer: 'ACME',
  oui: '00E0FC',
  productClass: 'EC6108V9',
  serialNumber: 'F000000123',
  modelName: 'EC6108V9C',
  hardwareVersion: 'A',
  softwareVersion: 'V100R003C10',
  dataModel: 'tr106',
}

describe('conditions', () => {
  it.each([
    ['EC6108V9', 'ec6108*', true],
    ['EC6108V9', '*8V9', true],
    ['EC6108V9', 'E*8*9', true],
    ['EC6108V9', 'EC6108', false],
    ['ab', 'ab*b', false],
    ['a.b', 'a?b', false],
  ])('%s fits %s: %s', (text, pattern, fits) => expect(fitsPattern(text, pattern)).toBe(fits))

  it('must all hold', () => {
    expect(isMeant({}, box)).toBe(true)
    expect(isMeant({ productClass: ['X*', 'EC*'], dataModel: ['tr106'] }, box)).toBe(true)
    expect(isMeant({ productClass: ['EC*'], oui: ['001122'] }, box)).toBe(false)
    expect(isMeant({ softwareFrom: 'V100R003C9', softwareBelow: 'V100R004' }, box)).toBe(true)
    expect(isMeant({ softwareBelow: 'V100R003C10' }, box)).toBe(false)
  })

  it('compares versions as people do', () => {
    expect(compareVersions('1.10', '1.9')).toBeGreaterThan(0)
    expect(compareVersions('V2.0', 'v2.0')).toBe(0)
    expect(compareVersions('1.0', '1.0.1')).toBeLessThan(0)
    expect(compareVersions('1.0a', '1.0b')).toBeLessThan(0)
  })
})

describe('placeholders', () => {
  it('are filled in, whole or in part', () => {
    const values = new Map([
      ['ssid', 'Home'],
      ['device.serialNumber', 'F000000123'],
    ])
    expect(fillIn('{{ssid}}-{{ device.serialNumber : -4 }}', values)).toBe('Home-0123')
    expect(fillIn('{{ssid:2}}{{nothing}}', values)).toBe('Ho')
    expect(placeholdersIn('a{{b}}c{{d:1}}')).toEqual(['b', 'd'])
    expect([isBarePlaceholder('{{a}}'), isBarePlaceholder('x{{a}}'), isBarePlaceholder('x')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

const template = (id: string, more: object = {}): Template => Template.parse({ id, name: id, ...more })

describe('inheritance', () => {
  const base = template('base', {
    variables: [
      { name: 'a', label: 'A', default: '1' },
      { name: 'b', label: 'B' },
    ],
    values: [
      { path: 'Device.A', value: '{{a}}' },
      { concept: 'wifi.ssid', value: 'x' },
    ],
    condition: { dataModel: ['tr106'] },
  })

  it('puts the base first, and lets the template replace what is the same', () => {
    const child = template('child', {
      extends: 'base',
      variables: [{ name: 'a', label: 'A', default: '2' }],
      values: [
        { concept: 'wifi.ssid', value: 'y' },
        { path: 'Device.C', value: '3' },
      ],
      condition: { oui: ['00*'] },
    })
    const { template: whole, problems } = inherit(child, (id) => (id === 'base' ? base : undefined))
    expect(problems).toEqual([])
    expect(whole.variables.map((variable) => [variable.name, variable.default])).toEqual([
      ['a', '2'],
      ['b', ''],
    ])
    expect(whole.values.map(({ path, concept, value }) => [path ?? concept, value])).toEqual([
      ['Device.A', '{{a}}'],
      ['wifi.ssid', 'y'],
      ['Device.C', '3'],
    ])
    expect(whole.condition).toEqual({ dataModel: ['tr106'], oui: ['00*'] })
  })

  it('says when a base is missing or goes round in a circle', () => {
    expect(inherit(template('a', { extends: 'gone' }), () => undefined).problems[0]).toMatchObject({
      code: 'baseMissing',
    })
    const pair = new Map([template('a', { extends: 'b' }), template('b', { extends: 'a' })].map((one) => [one.id, one]))
    expect(inherit(template('a', { extends: 'b' }), (id) => pair.get(id)).problems[0]).toMatchObject({
      code: 'baseCycle',
    })
  })
})

describe('template files', () => {
  const own = template('own', {
    extends: 'base',
    variables: [{ name: 'wifiPassword', label: 'P', secret: true, default: 'hunter22' }],
    values: [
      { concept: 'wifiSecurity.passphrase', value: 'plain-secret' },
      { concept: 'wifi.ssid', value: '{{wifiPassword}}' },
    ],
  })
  const base = template('base')

  it('carry the bases along, and leave secrets behind', () => {
    const text = templatesToFile([own], (id) => (id === 'base' ? base : undefined))
    expect(text).not.toMatch(/hunter22|plain-secret/)
    expect(templatesFromFile(`\uFEFF${text}`).map(({ id }) => id)).toEqual(['own', 'base'])
  })

  it.each([
    ['no JSON', '{'],
    ['something else', '{"format":"other"}'],
    ['a later version', '{"format":"fieldacs.templates","version":2,"templates":[]}'],
    [
      'a value for nothing',
      JSON.stringify({
        format: 'fieldacs.templates',
        version: 1,
        templates: [{ id: 'a', name: 'a', values: [{ value: 'x' }] }],
      }),
    ],
    [
      'a secret that does not say so',
      JSON.stringify({
        format: 'fieldacs.templates',
        version: 1,
        templates: [{ id: 'a', name: 'a', variables: [{ name: 'pin', label: 'x', secret: true }] }],
      }),
    ],
    [
      'a circle',
      JSON.stringify({ format: 'fieldacs.templates', version: 1, templates: [{ id: 'a', name: 'a', extends: 'a' }] }),
    ],
  ])('are refused with the place: %s', (_name, text) => {
    expect(() => templatesFromFile(text)).toThrow(expect.objectContaining({ code: 'TEMPLATE_FILE_INVALID' }))
  })
})

describe('the ready-made templates', () => {
  const library = (id: string) => readyMadeTemplates.find((one) => one.id === id)

  it('are whole: every base, variable and concept is there', () => {
    expect(new Set(readyMadeTemplates.map(({ id }) => id)).size).toBe(readyMadeTemplates.length)
    for (const one of readyMadeTemplates) {
      const { template: whole, problems } = inherit(one, library)
      expect(problems, one.id).toEqual([])
      const names = new Set(whole.variables.map(({ name }) => name))
      for (const { value } of whole.values)
        for (const name of placeholdersIn(value))
          expect(names.has(name) || name.startsWith('device.'), `${one.id} ${name}`).toBe(true)
    }
  })
})
