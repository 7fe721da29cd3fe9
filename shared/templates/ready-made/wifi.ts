import type { z } from 'zod'
import type { Template } from '../../model/template.ts'

const gateway = { dataModel: ['tr098' as const] }
const device2 = { dataModel: ['tr181' as const] }

/** Name, password and security of the first network; the second one in a template of its own. */
export const wifiTemplates: readonly z.input<typeof Template>[] = [1, 2].map((instance) => ({
  id: instance === 1 ? 'ready.wifi' : 'ready.wifi5',
  name:
    instance === 1
      ? { 'zh-CN': 'Wi-Fi 名称和密码', en: 'Wi-Fi name and password' }
      : { 'zh-CN': 'Wi-Fi 名称和密码（第二个网络）', en: 'Wi-Fi name and password (second network)' },
  description: {
    'zh-CN': '设置无线名称、密码和 WPA2 加密；名称或信道留空则不修改。',
    en: 'Name, password and WPA2; a name or channel that is left empty stays as it is.',
  },
  condition: { dataModel: ['tr098', 'tr181'] },
  variables: [
    {
      name: 'ssid',
      label: { 'zh-CN': 'Wi-Fi 名称', en: 'Wi-Fi name' },
      help: { 'zh-CN': '留空则保留原名称。', en: 'Left empty, the name stays as it is.' },
      maxLength: 32,
    },
    {
      name: 'wifiPassword',
      label: { 'zh-CN': 'Wi-Fi 密码', en: 'Wi-Fi password' },
      required: true,
      secret: true,
      pattern: '[ -~]{8,63}',
    },
    {
      name: 'channel',
      label: { 'zh-CN': '信道', en: 'Channel' },
      help: { 'zh-CN': '留空则不修改。', en: 'Left empty, it stays as it is.' },
      type: 'unsignedInt',
      min: 1,
      max: 196,
    },
  ],
  values: [
    { concept: 'wifi.ssid', instance, value: '{{ssid}}' },
    { concept: 'wifi.enable', instance, value: 'true' },
    { concept: 'wifiSecurity.mode', instance, value: 'WPA2-Personal', when: device2 },
    { concept: 'wifiSecurity.beacon', instance, value: '11i', when: gateway },
    { concept: 'wifiSecurity.wpa2Auth', instance, value: 'PSKAuthentication', when: gateway, optional: true },
    { concept: 'wifiSecurity.wpa2Encryption', instance, value: 'AESEncryption', when: gateway, optional: true },
    { concept: 'wifiSecurity.passphrase', instance, value: '{{wifiPassword}}' },
    { concept: 'radio.channel', instance, value: '{{channel}}', optional: true },
  ],
}))
