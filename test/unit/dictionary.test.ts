import { describe, expect, test } from 'vitest'
import { commonRows } from '../../shared/dictionary/common.ts'
import { entryOf, friendlyName, isSecret } from '../../shared/dictionary/index.ts'
import { isOfReadSet, readSetIds, readSetPaths, readSetsIn } from '../../shared/dictionary/read-sets.ts'
import { tr098Rows } from '../../shared/dictionary/tr098.ts'
import { tr106Rows } from '../../shared/dictionary/tr106.ts'
import { tr181Rows } from '../../shared/dictionary/tr181.ts'
import { vendorRows } from '../../shared/dictionary/vendor.ts'
import { DataModel } from '../../shared/model/device.ts'
import { isSecretParameter } from '../../src-main/util/secret-names.ts'

const allRows = [...commonRows, ...tr098Rows, ...tr106Rows, ...tr181Rows, ...vendorRows]

describe('the dictionary', () => {
  test('names each path once, in both languages', () => {
    const paths = allRows.map(([name]) => name)
    expect(paths.filter((name, index) => paths.indexOf(name) !== index)).toEqual([])
    for (const [name, en, zh] of allRows) expect.soft(en !== '' && zh !== '', name).toBe(true)
  })

  test.each([
    ['Device.DeviceInfo.SoftwareVersion', 'Software version', '软件版本'],
    ['InternetGatewayDevice.DeviceInfo.SoftwareVersion', 'Software version', '软件版本'],
    ['Device.WiFi.SSID.3.SSID', 'Network name (SSID)', '网络名称（SSID）'],
    ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.2.KeyPassphrase', 'Wi-Fi password', 'Wi-Fi 密码'],
    ['Device.X_CTC_IPTV.ServiceInfo.UserID', 'IPTV account', 'IPTV 业务账号'],
    ['Device.DeviceInfo.', 'Device information', '设备信息'],
  ])('%s', (name, en, zh) => {
    expect([friendlyName(name, 'en'), friendlyName(name, 'zh-CN')]).toEqual([en, zh])
  })

  test('knows nothing of paths nobody named', () => {
    expect(entryOf('Device.X_Unknown.Thing')).toBeNull()
  })

  test.each([
    ['Device.ManagementServer.Password', true],
    ['Device.ManagementServer.ConnectionRequestPassword', true],
    ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.KeyPassphrase', true],
    ['Device.ManagementServer.ParameterKey', false],
    ['Device.ManagementServer.Username', false],
  ])('covers secrets on the screen: %s %s', (name, secret) => {
    expect(isSecret(name)).toBe(secret)
  })
})

test('the screen covers what the trace masks', () => {
  for (const [name] of allRows) expect.soft(isSecret(name), name).toBe(isSecretParameter(name))
})

describe('ready-made sets', () => {
  test.each(DataModel.options)('are all there for %s', (model) => {
    for (const set of readSetIds) expect(readSetPaths(set, model).length).toBeGreaterThan(0)
  })

  test('stay in the root of their model', () => {
    for (const set of readSetIds) {
      for (const name of readSetPaths(set, 'tr098')) expect(name).toMatch(/^InternetGatewayDevice\./)
      for (const name of [...readSetPaths(set, 'tr106'), ...readSetPaths(set, 'tr181')])
        expect(name).toMatch(/^Device\./)
    }
  })

  test('are recognised in what was read', () => {
    const paths = [...readSetPaths('identity', 'tr106'), ...readSetPaths('wifi', 'tr106'), 'Device.Own.']
    expect(readSetsIn(paths, 'tr106')).toEqual(['identity', 'wifi'])
    expect(isOfReadSet('Device.Own.')).toBe(false)
  })
})
