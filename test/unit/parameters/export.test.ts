import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { csvCell } from '#shared/csv.ts'
import { parametersToCsv, parametersToJson, parametersToXml } from '#shared/parameters/export.ts'

const values = [
  { name: 'Device.DeviceInfo.Description', value: '=HYPERLINK("http://evil")', type: 'string' },
  { name: 'Device.WiFi.AccessPoint.1.Security.KeyPassphrase', value: 'secret99', type: 'string' },
  { name: 'Device.X', value: 'a<b & "c"\u0001\ud800\nd', type: 'string' },
]
const facts = { device: 'F0001', takenAt: '2026-01-31T08:30:00Z', withSecrets: false }

describe('export', () => {
  it.each([
    ['-70', '-70'],
    ['-1+2', "'-1+2"],
    ['@x', "'@x"],
    ['+86 10', "'+86 10"],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['plain', 'plain'],
  ])('CSV: %s', (text, cell) => expect(csvCell(text)).toBe(cell))

  it('CSV for a spreadsheet: mark, heads, names, no formula, no secret', () => {
    const heads = { path: '路径', name: '名称', value: '值', type: '类型', fault: '故障' }
    const csv = parametersToCsv(values, heads, 'zh-CN', facts)
    expect(csv.startsWith('\uFEFF路径,名称,值,类型\r\n')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`)
    expect(csv).toContain('KeyPassphrase,Wi-Fi 密码 1,,string\r\n')
    expect(parametersToCsv(values, heads, 'zh-CN', { withSecrets: true })).toContain('secret99')
  })

  it('CSV tells what could not be read where that is asked for', () => {
    const heads = { path: 'Path', name: 'Name', value: 'Value', type: 'Type', fault: 'Fault' }
    const failed = [{ name: 'Device.D', code: 9005, message: 'no' }]
    expect(
      parametersToCsv(values.slice(0, 1), heads, 'en', { ...facts, failed })
        .split('\r\n')
        .slice(0, 3),
    ).toEqual([
      '\uFEFFPath,Name,Value,Type,Fault',
      `Device.DeviceInfo.Description,Description,"'=HYPERLINK(""http://evil"")",string,`,
      'Device.D,,,,9005 no',
    ])
  })

  it('XML that a parser reads back, whatever the box put in', () => {
    const xml = parametersToXml(values, facts)
    const parsed = new XMLParser({ ignoreAttributes: false, processEntities: true, htmlEntities: true }).parse(xml)
    const [description, , odd] = parsed.parameters.parameter
    expect(description['#text']).toBe(values[0]?.value)
    expect(odd['#text']).toBe('a<b & "c"\ufffd\ufffd\nd')
    expect(xml).not.toContain('secret99')
  })

  it('JSON with its format and version', () => {
    expect(JSON.parse(parametersToJson(values, { ...facts, withSecrets: true }))).toEqual({
      format: 'fieldacs.parameters',
      version: 1,
      device: 'F0001',
      takenAt: '2026-01-31T08:30:00Z',
      parameters: values,
    })
  })
})
