import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainDescription } from '../../../src-main/data-model/description.ts'
import { importModel } from '../../../src-main/data-model/import-model.ts'
import { newestOf } from '../../../src-main/data-model/load-files.ts'
import { flatRows, havePublishedModels, publishedFile } from '../../support/published-models.ts'

/** Writes files into a folder of their own; gives the path of the first. */
function files(contents: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-model-'))
  for (const [name, text] of Object.entries(contents)) writeFileSync(path.join(folder, name), text)
  return path.join(folder, Object.keys(contents)[0] ?? '')
}

async function load(file: string, beside: string[] = []) {
  return (await importModel(file, { beside })).document
}

const document = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<dm:document xmlns:dm="urn:broadband-forum-org:cwmp:datamodel-1-4">${body}</dm:document>`

describe.skipIf(!havePublishedModels)('the published models', () => {
  it.each([
    ['tr-181-2-11-0-full', 'Device:2.11'],
    ['tr-098-1-8-0-full', 'InternetGatewayDevice:1.14'],
    ['tr-135-1-4-1-cwmp-full', 'STBService:1.4'],
    ['tr-106-1-2-0-full', 'Device:1.2'],
  ])('%s loads whole: paths, access and types as in the flat list', async (file, name) => {
    const { document: model, missing } = await importModel(publishedFile(`${file}.xml`))
    expect(missing).toEqual([])
    expect(model.name).toBe(name)
    const rows = flatRows(file)
    const parameters = new Map(model.parameters.map((one) => [one.path, one]))
    const wanted = rows.filter(({ type }) => type !== 'object')
    expect(wanted.filter(({ path }) => !parameters.has(path))).toEqual([])
    // The list leaves out a parameter that stands in the model itself, beside its objects.
    expect(model.parameters.length - wanted.length).toBeLessThanOrEqual(1)
    expect(new Set(model.objects.map(({ path }) => path))).toEqual(
      new Set(rows.filter(({ type }) => type === 'object').map(({ path }) => path)),
    )
    for (const { path, type, access, status, constraints } of wanted) {
      const found = parameters.get(path)
      expect(found?.writable, path).toBe(access !== 'readOnly')
      expect(found?.list, path).toBe(type.startsWith('list'))
      if (/^(?:string|int|unsignedInt|boolean|dateTime|unsignedLong|hexBinary|base64)$/.test(type))
        expect(found?.type, path).toBe(type)
      expect(found?.status, path).toBe(status === '' ? 'current' : status)
      const [, unit] = /(?:^|\|)unit=([^|]*)/.exec(constraints) ?? []
      if (unit !== undefined) expect(found?.unit, path).toBe(unit)
    }
  })

  it('keeps limits and a first sentence of each parameter', async () => {
    const { parameters } = await load(publishedFile('tr-181-2-11-0-full.xml'))
    const find = (path: string) => parameters.find((one) => one.path === path)
    expect(find('Device.ManagementServer.STUNServerPort')).toMatchObject({ type: 'unsignedInt', min: 0, max: 65_535 })
    expect(find('Device.WiFi.AccessPoint.{i}.Security.KeyPassphrase')).toMatchObject({
      hidden: true,
      minLength: 8,
      maxLength: 63,
    })
    expect(find('Device.Optical.Interface.{i}.OpticalSignalLevel')).toMatchObject({ type: 'int', min: -65_536 })
    expect(find('Device.Ethernet.Interface.{i}.DuplexMode')?.values).toEqual(['Half', 'Full', 'Auto'])
    expect(parameters.filter(({ about }) => about === '').length).toBeLessThan(parameters.length / 10)
    expect(parameters.some(({ about }) => /\{\{|'''/.test(about))).toBe(false)
  })
})

describe('normative files', () => {
  const types = document(`
    <dataType name="Address"><string><size maxLength="45"/></string></dataType>
    <dataType name="Level" base="unsignedInt"/>
    <dataType name="Small" base="Level"><range minInclusive="1" maxInclusive="9"/></dataType>`)
  const common = document(`
    <import file="acme-types.xml"><dataType name="Address"/><dataType name="Number" ref="Small"/></import>
    <component name="Stats">
      <parameter name="Errors" access="readOnly"><syntax><unsignedInt/></syntax></parameter>
      <object name="Deep." access="readOnly" minEntries="1" maxEntries="1">
        <parameter name="Address" access="readWrite"><syntax><dataType ref="Address"/></syntax></parameter>
      </object>
    </component>
    <model name="Acme:1.0">
      <object name="Acme.Port.{i}." access="readWrite" minEntries="0" maxEntries="unbounded">
        <parameter name="Rate" access="readOnly" version="1.0">
          <description>The ''rate'' of the {{object|Port}}.</description>
          <syntax><int/></syntax>
        </parameter>
        <parameter name="Mode" access="readWrite"><syntax><string><enumeration value="A"/></string></syntax></parameter>
      </object>
    </model>`)
  const next = document(`
    <import file="acme-common.xml"><component name="Counters" ref="Stats"/><model name="Acme:1.0"/></import>
    <import file="acme-biblio.xml"/>
    <model name="Acme:1.1" base="Acme:1.0">
      <object base="Acme.Port.{i}.">
        <parameter base="Rate" access="readWrite" status="deprecated">
          <description action="append">It may be set.</description>
        </parameter>
        <parameter name="Number" access="readWrite"><syntax hidden="true"><list maxItems="4"><size maxLength="20"/></list><unsignedInt/></syntax></parameter>
        <component ref="Counters"/>
      </object>
    </model>`)

  it('bring in their bases, components and types, and amend what was there', async () => {
    const { name, objects, parameters } = await load(
      files({ 'acme-1-1.xml': next, 'acme-common.xml': common, 'acme-types.xml': types }),
    )
    expect(name).toBe('Acme:1.1')
    expect(objects).toMatchObject([
      { path: 'Acme.Port.{i}.', writable: true, minEntries: 0, maxEntries: null },
      { path: 'Acme.Port.{i}.Deep.', writable: false, maxEntries: 1 },
    ])
    expect(parameters.map(({ path }) => path.slice('Acme.Port.{i}.'.length))).toEqual([
      'Rate',
      'Mode',
      'Number',
      'Errors',
      'Deep.Address',
    ])
    expect(parameters[0]).toMatchObject({
      type: 'int',
      writable: true,
      status: 'deprecated',
      version: '1.0',
      about: 'The rate of the Port. It may be set.',
    })
    expect(parameters[2]).toMatchObject({ type: 'string', list: true, hidden: true, maxLength: 20 })
    expect(parameters[4]).toMatchObject({ type: 'string', maxLength: 45 })
  })

  it('take types through other types', async () => {
    const file = document(`
      <import file="acme-types.xml"><dataType name="Number" ref="Small"/></import>
      <model name="Acme:2"><object name="Acme."><parameter name="N" access="readOnly"><syntax><dataType ref="Number"/></syntax></parameter></object></model>`)
    const { parameters } = await load(files({ 'a.xml': file, 'acme-types.xml': types }))
    expect(parameters[0]).toMatchObject({ type: 'unsignedInt', min: 1, max: 9 })
  })

  it('may lie in other folders, if they were chosen, too', async () => {
    const types = files({
      'types.xml': document('<dataType name="Small"><unsignedInt><range maxInclusive="9"/></unsignedInt></dataType>'),
    })
    const file = files({
      'm.xml': document(`
        <import file="types.xml"><dataType name="Small"/></import>
        <model name="M:1"><object name="M."><parameter name="N" access="readOnly"><syntax><dataType ref="Small"/></syntax></parameter></object></model>`),
    })
    await expect(importModel(file)).rejects.toMatchObject({ code: 'DATA_MODEL_IMPORTS_MISSING' })
    const progress: string[] = []
    const loaded = await importModel(file, { beside: [types], onProgress: (name) => progress.push(name) })
    expect(loaded.document.parameters[0]).toMatchObject({ type: 'unsignedInt', max: 9 })
    expect(loaded.files).toEqual(['m.xml', 'types.xml'])
    expect(new Set(progress)).toEqual(new Set(['m.xml', 'types.xml']))
  })

  it('are told by name where they are in none of the files', async () => {
    const file = document(`
      <model name="M:1"><object name="M.">
        <parameter name="N" access="readOnly"><syntax><dataType ref="Unheard"/></syntax></parameter>
        <component ref="Gone"/>
      </object></model>`)
    expect((await importModel(files({ 'm.xml': file }))).missing).toEqual(['Unheard', 'Gone'])
  })

  it('are refused with all the files that are missing', async () => {
    await expect(importModel(files({ 'acme-1-1.xml': next }))).rejects.toMatchObject({
      code: 'DATA_MODEL_IMPORTS_MISSING',
      params: { file: 'acme-1-1.xml', missing: 'acme-common.xml' },
    })
  })

  it('survive circles', async () => {
    const file = document(`
      <component name="C"><component ref="C"/><parameter name="P" access="readOnly"><syntax><dataType ref="T"/></syntax></parameter></component>
      <dataType name="T" base="T"/>
      <model name="M" base="M"><object name="O."><component ref="C"/></object></model>`)
    const { parameters } = await load(files({ 'm.xml': file }))
    expect(parameters.map(({ path }) => path)).toEqual(['O.P'])
  })

  it('means the newest file where the name leaves out version numbers', () => {
    const present = [
      'tr-135-1-3-0-common.xml',
      'tr-135-1-10-1-common.xml',
      'tr-135-1-4-1-common.xml',
      'tr-135-1-x-common.xml',
    ]
    expect(newestOf('tr-135-1-common.xml', present)).toBe('tr-135-1-10-1-common.xml')
    expect(newestOf('tr-140-1-common.xml', present)).toBeUndefined()
    expect(newestOf('tr-135-1-3-0-common.xml', present)).toBe('tr-135-1-3-0-common.xml')
  })
})

describe('files that are no data model', () => {
  it.each([
    [
      'broken XML, with line and byte',
      document('\n<model name="中">\n</object>'),
      { code: 'DATA_MODEL_NOT_XML', params: { line: 4, byte: 126 } },
    ],
    ['other XML', '<html/>', { code: 'DATA_MODEL_NOT_ONE', params: { detail: 'its root is <html>' } }],
    ['types alone', document('<dataType name="A"><string/></dataType>'), { code: 'DATA_MODEL_NOT_ONE' }],
    ['an empty model', document('<model name="A"/>'), { code: 'DATA_MODEL_NOT_ONE' }],
  ])('%s', async (_name, text, error) => {
    await expect(importModel(files({ 'x.xml': text }))).rejects.toMatchObject(error)
  })

  it('no file at all', async () => {
    await expect(importModel('/nowhere/x.xml')).rejects.toMatchObject({ code: 'DATA_MODEL_FILE_UNREADABLE' })
  })
})

describe('descriptions', () => {
  it.each([
    ["The ''value'' of {{param|X}} is {{enum|Up}} or {{empty}} {{bibref|RFC1|2}}.", 'The value of X is Up or empty.'],
    ['First line\n  * second\n  : third {{datatype|expand}}', 'First line second third'],
  ])('%s', (text, plain) => expect(plainDescription(text)).toBe(plain))

  it('are short', () => expect(plainDescription('word '.repeat(500)).length).toBeLessThanOrEqual(402))
})
