import { describe, expect, it } from 'vitest'
import { filterParameters } from '#shared/parameters/filter.ts'
import { createSearchIndex } from '#shared/parameters/search.ts'
import { buildTree, flatten, parametersOf } from '#shared/parameters/tree.ts'

const values = [
  { name: 'Device.DeviceSummary', value: 'x', type: 'string' },
  { name: 'Device.WiFi.SSID.10.SSID', value: 'Guest', type: 'string' },
  { name: 'Device.WiFi.SSID.2.SSID', value: 'ChinaNet-1234', type: 'string' },
  { name: 'Device.WiFi.SSID.2.Enable', value: 'true', type: 'boolean' },
  { name: 'Device.WiFi.AccessPoint.2.Security.KeyPassphrase', value: 'topsecret', type: 'string' },
  { name: 'Device.DeviceInfo.SerialNumber', value: 'F0001', type: 'string' },
]
const names = [
  { name: 'Device.', writable: false },
  { name: 'Device.WiFi.SSID.', writable: true },
  { name: 'Device.WiFi.SSID.2.SSID', writable: true },
  { name: 'Device.WiFi.SSID.2.Enable', writable: false },
  { name: 'Device.WiFi.SSID.2.BSSID', writable: false },
]
const tree = buildTree(values, names)
const lines = (expanded: string[], shown?: string[]) =>
  flatten(tree, new Set(expanded), shown && new Set(shown)).map(
    ({ node, depth, isExpanded }) => `${' '.repeat(depth)}${isExpanded ? '-' : ''}${node.name}`,
  )

describe('the tree', () => {
  it('puts parameters before objects, in the order of the box, and instances by number', () => {
    expect(lines(['Device.', 'Device.WiFi.', 'Device.WiFi.SSID.', 'Device.WiFi.SSID.2.'])).toEqual([
      '-Device',
      ' DeviceSummary',
      ' -WiFi',
      '  -SSID',
      '   -2',
      '    SSID',
      '    Enable',
      '    BSSID',
      '   10',
      '  AccessPoint',
      ' DeviceInfo',
    ])
  })

  it('knows what is writable, what was not read, and how much lies below', () => {
    const byPath = new Map(
      flatten(tree, new Set(), new Set(parametersOf(tree).map(({ path }) => path))).map(({ node }) => [
        node.path,
        node,
      ]),
    )
    expect(byPath.get('Device.WiFi.SSID.')).toMatchObject({ kind: 'object', writable: true, size: 4 })
    expect(byPath.get('Device.WiFi.SSID.2.')).toMatchObject({ kind: 'instance', writable: null })
    expect(byPath.get('Device.WiFi.SSID.2.BSSID')).toMatchObject({ value: null, writable: false })
    expect(byPath.get('Device.WiFi.SSID.10.SSID')).toMatchObject({ value: 'Guest', writable: null })
    expect(tree.size).toBe(7)
  })

  it('shows what a filter left, with the objects above it open', () => {
    expect(lines([], ['Device.DeviceInfo.SerialNumber'])).toEqual(['-Device', ' -DeviceInfo', '  SerialNumber'])
    expect(lines(['Device.'], [])).toEqual([])
  })
})

describe('search and filters', () => {
  const parameters = parametersOf(tree)
  const index = createSearchIndex(parameters)

  it('finds words in order, in path, name of either language and value', () => {
    expect(index.search('wifi ssid chinanet')).toEqual(['Device.WiFi.SSID.2.SSID'])
    expect(index.search('chinanet wifi')).toEqual([])
    expect(index.search('序列号')).toEqual(['Device.DeviceInfo.SerialNumber'])
    expect(index.search('serial f0001')).toEqual(['Device.DeviceInfo.SerialNumber'])
    expect(index.search('  ')).toHaveLength(7)
  })

  it('does not find secrets by their value', () => {
    expect(index.search('topsecret')).toEqual([])
    expect(index.search('passphrase')).toHaveLength(1)
  })

  it('joins filters, and leaves the tree whole where none is set', () => {
    expect(filterParameters(parameters, {}, index)).toBeUndefined()
    expect(filterParameters(parameters, { writable: true }, index)).toEqual(new Set(['Device.WiFi.SSID.2.SSID']))
    const favourites = new Set(['Device.DeviceInfo.SerialNumber', 'Device.WiFi.SSID.2.SSID'])
    expect(filterParameters(parameters, { within: [favourites], query: 'ssid' }, index)).toEqual(
      new Set(['Device.WiFi.SSID.2.SSID']),
    )
  })
})
