import { describe, expect, it } from 'vitest'
import { genericPathOf } from '#shared/cwmp/paths.ts'
import { VALUE_TYPES } from '#shared/cwmp/values.ts'
import { commonAboutOf, conceptOf, concepts, entryOf, friendlyName, lookup, ruleOf } from '#shared/dictionary/index.ts'
import { isOfReadSet, readSetIds, readSetPaths, readSetsIn } from '#shared/dictionary/read-sets.ts'
import { boxFacts } from '../../../src-main/virtual-box/model/facts.ts'
import { MODELS } from '../../../src-main/virtual-box/model/models.ts'
import { createTree, parametersOf } from '../../../src-main/virtual-box/model/tree.ts'

describe('the dictionary', () => {
  it('holds at least 600 concepts, each with a path and words of its own in both languages', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(600)
    for (const { id, paths, name, about } of concepts) {
      expect(paths.length, id).toBeGreaterThan(0)
      for (const words of [name, about]) {
        expect(words.en, id).toMatch(/^[^\u4e00-\u9fff]+$/)
        expect(words['zh-CN'], id).not.toBe('')
      }
      expect(about['zh-CN'], id).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(about.en, id).toMatch(/[.]$/)
    }
  })

  it('names each concept and each path once, in the generic form', () => {
    const ids = concepts.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const paths = concepts.flatMap((concept) => concept.paths.map(({ path }) => path))
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
    for (const path of paths) expect(path).toMatch(/^(?:Device|InternetGatewayDevice)\.(?:[\w-]+\.|\{i\}\.)*[\w-]+$/)
  })

  it('uses the types of TR-106, with values only where they say more', () => {
    for (const { id, type, min = 0, max = Infinity, values } of concepts) {
      expect(VALUE_TYPES, id).toContain(type)
      expect(min, id).toBeLessThan(max)
      if (values) expect(new Set(values.map(({ value }) => value)).size, id).toBe(values.length)
    }
  })

  it('finds a parameter by its concrete path, whatever its data model calls it', () => {
    for (const path of [
      'Device.WiFi.SSID.3.SSID',
      'InternetGatewayDevice.LANDevice.1.WLANConfiguration.2.SSID',
      'InternetGatewayDevice.LANDevice.1.WLANConfiguration.[guest].SSID',
    ])
      expect(lookup(path)?.concept.id).toBe('wifi.ssid')
    for (const operator of ['X_CTC_IPTV.ServiceInfo', 'X_CMCC_OTV.ServiceInfo', 'X_CU_STB.AuthServiceInfo'])
      expect(lookup(`Device.${operator}.UserID`)?.concept).toBe(conceptOf('iptvAccount.user'))
    expect(lookup('Device.Nothing.Here')).toBeNull()
    expect(conceptOf('wifi.nothing')).toBeNull()
  })

  it('names a parameter with its instance, leaving out containers that boxes have once', () => {
    const wlan = 'InternetGatewayDevice.LANDevice.1.WLANConfiguration.2.SSID'
    expect(friendlyName(wlan, 'zh-CN')).toBe('Wi-Fi 名称 2')
    expect(friendlyName(wlan, 'en')).toBe('Wi-Fi name (SSID) 2')
    const ppp = 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.2.WANPPPConnection.1.Username'
    expect(friendlyName(ppp, 'en')).toBe('PPPoE account 2.1')
    expect(friendlyName('Device.DeviceInfo.SerialNumber', 'zh-CN')).toBe('序列号')
    expect(friendlyName('Device.X_ACME.Thing.4.Enable', 'en')).toBe('On 4')
    expect(friendlyName('Device.X_ACME.ThingNumberOfEntries', 'en')).toBe('Number of Thing entries')
    expect(friendlyName('Device.X_ACME.Odd', 'en')).toBeNull()
    expect(friendlyName('Device.PPP.Interface.2.', 'en')).toBe('PPPoE 2')
    expect(friendlyName('Device.WiFi.AccessPoint.1.Security.', 'zh-CN')).toBe('Wi-Fi 安全 1')
    expect(entryOf('Device.DeviceInfo.UpTime')).toEqual({ en: 'Uptime', zh: '运行时间', unit: 's' })
  })

  it('takes the type of the path where that differs from the concept', () => {
    const entry = lookup('InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.1.MaxBitRate')
    expect(entry && ruleOf(entry)).toEqual({ type: 'string' })
  })

  it.each(['stb', 'gateway181', 'gateway098'] as const)('explains what the virtual %s has', (model) => {
    const tree = createTree(MODELS[model], boxFacts(model, 1, '127.0.0.1', 'http://127.0.0.1/'))
    const paths = [...parametersOf(tree.root)].map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(400)
    // Left to loaded data models: software modules, and a switch that the box has of its own.
    const others = /\.SoftwareModules\.|\.LEDs\.LED\.\d+\.Enable$/
    const unknown = paths.filter((path) => !lookup(path) && !commonAboutOf(path) && !others.test(path))
    expect(unknown).toEqual([])
  })

  it('keeps every password secret', () => {
    const open = concepts.filter(
      ({ id, secret, type }) => type === 'string' && !secret && /pass(?:word|phrase)|secret|\bpin$/i.test(id),
    )
    expect(open).toEqual([])
  })

  it('has read-sets of paths that can be asked for', () => {
    for (const id of readSetIds)
      for (const model of ['tr098', 'tr181', 'tr106', 'unknown'] as const)
        for (const path of readSetPaths(id, model))
          expect(genericPathOf(path), id).toMatch(/^(?:Device|InternetGatewayDevice)\./)
    expect(readSetsIn(readSetPaths('network', 'tr098'), 'tr098')).toEqual(['network'])
    expect(isOfReadSet('Device.Hosts.')).toBe(true)
  })
})
