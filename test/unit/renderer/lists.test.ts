import { describe, expect, test } from 'vitest'
import type { Device } from '../../../shared/model/device.ts'
import type { TraceMessage } from '../../../shared/model/session.ts'
import { templateRows } from '../../../src-renderer/features/compare/compare-rows.ts'
import { freshOrder, matchesFilter, stableRows } from '../../../src-renderer/features/devices/device-rows.ts'
import { parseOwnPaths } from '../../../src-renderer/features/read/own-paths.ts'
import { parseTraceFilter } from '../../../src-renderer/features/trace/trace-filter.ts'
import { treeRows } from '../../../src-renderer/features/trace/tree-rows.ts'
import { plainXml, prettyXml } from '../../../src-renderer/features/trace/xml-lines.ts'
import { valueRows } from '../../../src-renderer/features/values/value-rows.ts'
import { createFormat } from '../../../src-renderer/i18n/format.ts'
import { fileName } from '../../../src-renderer/ui/save-text.ts'

const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`
const box = (id: string, minute: number, more: Partial<Device> = {}) =>
  ({
    id,
    manufacturer: 'ACME',
    productClass: 'STB',
    modelName: 'STB-4K200',
    serialNumber: id,
    oui: 'ACDE48',
    address: '192.168.1.20',
    softwareVersion: 'V2',
    note: '',
    lastEvents: ['1 BOOT'],
    firstSeenAt: at(minute),
    lastInformAt: at(minute),
    ...more,
  }) as Device
const table = (...boxes: Device[]) => Object.fromEntries(boxes.map((one) => [one.id, one]))

describe('the list of boxes', () => {
  test('begins with who was heard of last', () => {
    expect(freshOrder(table(box('a', 1), box('b', 3), box('c', 2)))).toEqual(['b', 'c', 'a'])
  })

  test('keeps its order when boxes inform, and puts newcomers at the end', () => {
    const order = freshOrder(table(box('a', 1), box('b', 3)))
    const later = table(box('new2', 9), box('a', 8), box('new1', 7), box('b', 3))
    expect(stableRows(later, order).map(({ id }) => id)).toEqual(['b', 'a', 'new1', 'new2'])
  })

  test.each([
    ['', true],
    ['4k200 acme', true],
    ['168.1.20', true],
    ['boot', true],
    ['kitchen', true],
    ['gateway', false],
  ])('filters by every word: "%s"', (filter, isMatch) => {
    expect(matchesFilter(box('a', 1, { note: 'Kitchen' }), filter)).toBe(isMatch)
  })
})

describe('own paths', () => {
  test.each([
    ['Device.DeviceInfo.', ['Device.DeviceInfo.']],
    [' "Device.LAN.IPAddress", Device.Time.\n\nDevice.Time.', ['Device.LAN.IPAddress', 'Device.Time.']],
    [
      'InternetGatewayDevice.WANDevice.1.X_CT-COM_EponInterfaceConfig.',
      ['InternetGatewayDevice.WANDevice.1.X_CT-COM_EponInterfaceConfig.'],
    ],
    ['Device.WiFi.SSID.[home].Name', ['Device.WiFi.SSID.[home].Name']],
  ])('takes what is pasted: %s', (text, paths) => {
    expect(parseOwnPaths(text)).toEqual({ paths, problem: null })
  })

  test.each([
    ['Device.A\nnot a path', 2],
    ['Device..A', 1],
    ['Device.<b>', 1],
  ])('says which line is no path: %s', (text, line) => {
    expect(parseOwnPaths(text).problem?.line).toBe(line)
  })
})

describe('the filter of the trace', () => {
  const message = {
    direction: 'in',
    method: 'GetParameterValuesResponse',
    summary: { count: 7 },
    body: '<Value>STB-4K200</Value>',
    fault: null,
    warnings: [{ code: 'typeMissing', params: {} }],
  } as unknown as TraceMessage

  test.each([
    ['', true],
    ['rpc:get', true],
    ['rpc:get dir:in', true],
    ['rpc:get dir:out', false],
    ['warning', true],
    ['fault', false],
    ['stb-4k200', true],
    ['nowhere', false],
  ])('%s', (filter, isMatch) => {
    expect(parseTraceFilter(filter)(message)).toBe(isMatch)
  })
})

describe('XML for the eye', () => {
  const textOf = (xml: string) => prettyXml(xml).map(({ pieces }) => pieces.map(({ text }) => text).join(''))

  test('puts each element on its own line and leaves every text as it is', () => {
    expect(textOf('<?xml version="1.0"?><a x="1 > 0"><b> two  blanks </b><c/><d></d></a>')).toEqual([
      '<?xml version="1.0"?>',
      '<a x="1 > 0">',
      '<b> two  blanks </b>',
      '<c/>',
      '<d></d>',
      '</a>',
    ])
  })

  test.each([
    '',
    'no xml',
    '<a',
    '<a>1 < 2</a>',
    '<a><b></a>',
    '<a>x<![CDATA[<b>]]></a>',
    '<!-- > --><a/>',
    '</a></a>',
  ])('loses no character of damaged XML: %s', (xml) => {
    expect(textOf(xml).join('')).toBe(xml)
  })

  test('shows as sent what was sent', () => {
    expect(plainXml('<a>\r\n <b/>').map(({ pieces }) => pieces[0]?.text)).toEqual(['<a>', ' <b/>'])
  })
})

test('a decoded message is a tree whose parts can be folded', () => {
  const value = { name: 'X', list: [{ name: 'Device.A', value: '1' }] }
  expect(treeRows(value, new Set()).map(({ name, depth, value: text }) => [depth, name, text])).toEqual([
    [0, 'name', 'X'],
    [0, 'list', null],
    [1, '[0]', 'Device.A = 1'],
    [2, 'name', 'Device.A'],
    [2, 'value', '1'],
  ])
  expect(treeRows(value, new Set(['/list']))).toHaveLength(2)
})

describe('values', () => {
  const values = [
    { name: 'Device.DeviceInfo.SerialNumber', value: '007', type: 'string' },
    { name: 'Device.LAN.IPAddress', value: '192.168.1.20', type: 'string' },
    { name: 'Device.DeviceInfo.UpTime', value: '60', type: 'unsignedInt' },
  ]

  test('stand under their objects, with the names of the language', () => {
    const rows = valueRows(values, '', 'zh-CN')
    expect(rows.map((row) => row.name)).toEqual(['设备信息', '序列号', '运行时间', '网络', '本机 IP 地址'])
  })

  test.each([
    ['serial', 2],
    ['序列', 2],
    ['192.168', 2],
    ['lan ip', 2],
    ['no such', 0],
  ])('are filtered by name in both languages, path and value: %s', (filter, count) => {
    expect(valueRows(values, filter, 'en')).toHaveLength(count)
  })

  test('are saved under a name that every system takes', () => {
    expect(fileName('a/b: "c"', '2026-01-01T10:00')).toBe('a-b-c-2026-01-01T10-00')
  })
})

describe('times and sizes', () => {
  const format = createFormat('en-GB')

  test.each([
    [5, '5ms'],
    [1500, '1.5s'],
    [93_784_000, '1d 2h'],
    [3_600_000, '1h'],
    [61_000, '1m 1s'],
  ])('%d ms is %s', (ms, text) => {
    expect(format.duration(ms)).toBe(text)
  })

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1500, '1.5 kB'],
    [26_214_400, '26.2 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(format.bytes(bytes)).toBe(text)
  })

  test('an age names its largest unit', () => {
    const now = Date.parse(at(0)) + 3 * 86_400_000
    expect(format.ago(at(0), now)).toMatch(/^3\s?d(ays)? ago$/)
    expect(createFormat('zh-CN').ago(at(0), now)).toBe('3天前')
  })
})

describe('a template beside a box', () => {
  const value = (name: string, text: string) => ({ name, value: text, type: 'string' })
  const change = (name: string, text: string) => ({ ...value(name, text), old: null, same: false })
  const password = 'Device.X_CTC_IPTV.ServiceInfo.Password'
  const box = [value('Device.A', '1'), value('Device.B', '2'), value('Device.Other', 'x'), value(password, '***')]
  const changes = [change('Device.A', '1'), change('Device.B', '9'), change('Device.New', 'n'), change(password, 'p')]

  test('is compared only where it says something, and not where the box hides what it has', () => {
    const { rows, hidden } = templateRows(changes, box, false)
    expect(rows.map(({ kind, left, right }) => [kind, left?.value, right?.value])).toEqual([
      ['same', '1', '1'],
      ['different', '2', '9'],
      ['onlyRight', undefined, 'n'],
    ])
    expect(hidden).toBe(1)
  })

  test('may stand on either side', () => {
    expect(templateRows(changes, box, true).rows.map(({ kind, left }) => [kind, left?.value])).toEqual([
      ['same', '1'],
      ['different', '9'],
      ['onlyLeft', 'n'],
    ])
  })
})
