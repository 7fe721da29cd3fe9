import { describe, expect, it } from 'vitest'
import { boxFacts } from '../../../src-main/virtual-box/model/facts.ts'
import { MODELS } from '../../../src-main/virtual-box/model/models.ts'
import type { ModelName, ParameterSpec, ValueType } from '../../../src-main/virtual-box/model/spec.ts'
import { createTree, currentValue, parametersOf } from '../../../src-main/virtual-box/model/tree.ts'
import { checkValue } from '../../../src-main/virtual-box/model/values.ts'
import { type FlatRow, hasSharedData, readFlat, readVendor } from '../../support/shared-data.ts'

const SOURCES: Readonly<Record<ModelName, readonly (readonly [name: string, prefix: string])[]>> = {
  stb: [
    ['tr-181-1-7-0-full', ''],
    ['tr-106-1-2-0-full', ''],
    ['tr-135-1-4-1-cwmp-full', 'Device.Services.'],
  ],
  gateway181: [['tr-181-2-11-0-full', '']],
  gateway098: [['tr-098-1-8-0-full', '']],
}

/** Parameters that the standard gives beside the flat files: the count in TR-106's Services object, and Device:2.16. */
const GENERIC = ['Device.Services.STBServiceNumberOfEntries']
const isNewer = (path: string): boolean => path.startsWith('Device.LEDs.')

const BASE_TYPES: Readonly<Record<string, ValueType>> = {
  int: 'int',
  Dbm1000: 'int',
  unsignedInt: 'unsignedInt',
  StatsCounter32: 'unsignedInt',
  unsignedLong: 'unsignedLong',
  long: 'long',
  boolean: 'boolean',
  dateTime: 'dateTime',
  base64: 'base64',
  hexBinary: 'hexBinary',
}

const baseType = (type: string): ValueType => BASE_TYPES[type.replace(/\[.*$/, '')] ?? 'string'
const isVendor = (path: string): boolean => path.split('.').some((part) => part.startsWith('X_'))

function lengthOf(spec: ParameterSpec): number {
  return Math.max(0, ...spec.limits.map((limit) => (limit.kind === 'length' ? limit.max : 0)))
}

function misfits(path: string, spec: ParameterSpec, row: FlatRow | undefined): string[] {
  if (row === undefined) {
    return [`${path}: not in the standard`]
  }
  const longest = Number(/\blen\d*\.\.(\d+)/.exec(row.constraints)?.[1] ?? Infinity)
  return [
    ...(baseType(row.type) === spec.type ? [] : [`${path}: ${spec.type}, standard ${row.type}`]),
    ...(row.isWritable === spec.writable ? [] : [`${path}: writable ${spec.writable}, standard ${row.isWritable}`]),
    ...(row.type.includes('[hidden]') === spec.hidden ? [] : [`${path}: hidden ${spec.hidden}`]),
    ...(spec.type === 'base64' || lengthOf(spec) <= longest ? [] : [`${path}: longer than ${longest}`]),
    ...(spec.notify === 'forced' && row.flags.includes('canDeny') ? [`${path}: always watched`] : []),
  ]
}

describe.skipIf(!hasSharedData)('models agree with the published data models (skipped without ../shared/data)', () => {
  const names = Object.keys(SOURCES) as ModelName[]

  it.each(names)('%s: every standard parameter exists with its type and access', (name) => {
    const model = MODELS[name]
    const rows = new Map(
      SOURCES[name].flatMap(([file, prefix]) => readFlat(file, prefix).map((row) => [row.path, row])),
    )
    const found = Object.entries(model.objects).flatMap(([object, parameters]) =>
      Object.entries(parameters).flatMap(([parameter, spec]) => {
        const path = object + parameter
        return isVendor(path) || isNewer(path) || GENERIC.includes(path) ? [] : misfits(path, spec, rows.get(path))
      }),
    )
    expect(found).toEqual([])
  })

  it.each(names)('%s: tables are tables, and writable where the standard says so', (name) => {
    const model = MODELS[name]
    const rows = new Map(
      SOURCES[name].flatMap(([file, prefix]) => readFlat(file, prefix).map((row) => [row.path, row])),
    )
    const found = Object.entries(model.tables).flatMap(([path, table]) => {
      const row = rows.get(`${path}{i}.`)
      return isVendor(path) || isNewer(path) || (row !== undefined && (row.isWritable || !table.create)) ? [] : [path]
    })
    expect(found).toEqual([])
  })
})

/** Vendor parameters that no public source lists: by analogy with their neighbours, or (ServiceInfo) from field notes. */
const BY_ANALOGY = [
  'Device.X_CTC_IPTV.ServiceInfo.DHCPID',
  'Device.X_CTC_IPTV.ServiceInfo.DHCPPassword',
  'InternetGatewayDevice.WANDevice.{i}.X_CT-COM_EponInterfaceConfig.Stats.BytesReceived',
  'InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.X_CT-COM_WANGponLinkConfig.Mode',
  'InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.X_CT-COM_WANGponLinkConfig.802-1pMark',
  'InternetGatewayDevice.Services.X_CT-COM_IPTV.IGMPEnable',
  'InternetGatewayDevice.Services.X_CT-COM_IPTV.ProxyEnable',
  'InternetGatewayDevice.Services.X_CT-COM_IPTV.SnoopingEnable',
]

describe.skipIf(!hasSharedData)(
  "vendor parameters bear the operators' own names (skipped without ../shared/data)",
  () => {
    it.each(Object.keys(MODELS) as ModelName[])('%s', (name) => {
      const rows = new Map(readVendor().map((row) => [row.path, row]))
      const found = Object.entries(MODELS[name].objects).flatMap(([object, parameters]) =>
        Object.entries(parameters).flatMap(([parameter, spec]) => {
          const path = object + parameter
          const row = rows.get(path)
          if (!isVendor(path) || BY_ANALOGY.includes(path)) {
            return []
          }
          return row?.type === spec.type && row.isWritable === spec.writable ? [] : [`${path}: ${spec.type}`]
        }),
      )
      expect(found).toEqual([])
    })
  },
)

describe('models hold together', () => {
  it.each(Object.keys(MODELS) as ModelName[])('%s: every factory value obeys its own type and limits', (name) => {
    const tree = createTree(MODELS[name], boxFacts(name, 7, '192.168.1.20', 'http://192.168.1.10:7547/acs'))
    const moment = { now: new Date(), upTime: 86_400 }
    const wrong = [...parametersOf(tree.root)].flatMap((node) => {
      const value = currentValue(tree, node, moment)
      return checkValue(node.spec, value) === undefined ? [] : [`${node.path} = ${value}`]
    })
    expect(wrong).toEqual([])
  })

  it.each(Object.keys(MODELS) as ModelName[])('%s: every Inform parameter exists', (name) => {
    const tree = createTree(MODELS[name], boxFacts(name, 1, '127.0.0.1', 'http://127.0.0.1/'))
    const paths = new Set([...parametersOf(tree.root)].map(({ path }) => path))
    expect(MODELS[name].informParameters.filter((path) => !paths.has(path))).toEqual([])
  })
})
