import type { z } from 'zod'
import type { Template } from '../../model/template.ts'

const vlan = {
  name: 'vlan',
  label: { 'zh-CN': '业务 VLAN', en: 'VLAN of the service' },
  help: { 'zh-CN': '留空则不修改 VLAN。', en: 'Left empty, the VLAN stays as it is.' },
  type: 'unsignedInt' as const,
  min: 1,
  max: 4094,
}

const lanPort = {
  name: 'lanPort',
  label: { 'zh-CN': '绑定的 LAN 口', en: 'LAN port' },
  required: true,
  default: '2',
  choices: ['1', '2', '3', '4'].map((value) => ({ value, label: `LAN ${value}` })),
}

/** Broadband and IPTV connections of a gateway, on the connection that carries the service already. */
export const wanTemplates: readonly z.input<typeof Template>[] = [
  {
    id: 'ready.pppoe',
    name: { 'zh-CN': '宽带 PPPoE 账号', en: 'Broadband PPPoE' },
    description: {
      'zh-CN': '写入网关上网连接的 PPPoE 账号和密码，可同时修改业务 VLAN。',
      en: 'Account and password of the gateway’s internet connection, and its VLAN if wanted.',
    },
    condition: { dataModel: ['tr098', 'tr181'] },
    variables: [
      { name: 'account', label: { 'zh-CN': '宽带账号', en: 'Broadband account' }, required: true, maxLength: 64 },
      {
        name: 'accountPassword',
        label: { 'zh-CN': '宽带密码', en: 'Broadband password' },
        required: true,
        secret: true,
        maxLength: 64,
      },
      vlan,
    ],
    values: [
      { concept: 'ppp.username', value: '{{account}}' },
      { concept: 'ppp.password', value: '{{accountPassword}}' },
      { concept: 'ppp.enable', value: 'true' },
      { concept: 'ponVlan.id', value: '{{vlan}}', optional: true, when: { dataModel: ['tr098'] } },
      { concept: 'vlan.id', value: '{{vlan}}', optional: true, when: { dataModel: ['tr181'] } },
    ],
  },
  {
    id: 'ready.ipoe',
    name: { 'zh-CN': '宽带 IPoE（自动获取地址）', en: 'Broadband IPoE (automatic address)' },
    description: {
      'zh-CN': '将网关 WAN 连接设为自动获取地址并启用，可同时修改业务 VLAN。',
      en: 'Sets the gateway’s WAN connection to an automatic address, and its VLAN if wanted.',
    },
    condition: { dataModel: ['tr098', 'tr181'] },
    variables: [vlan],
    values: [
      { concept: 'wanIp.addressing', value: 'DHCP', when: { dataModel: ['tr098'] } },
      { concept: 'wanIp.enable', value: 'true', when: { dataModel: ['tr098'] } },
      { concept: 'ponVlan.id', value: '{{vlan}}', optional: true, when: { dataModel: ['tr098'] } },
      { concept: 'dhcpClient.enable', value: 'true', when: { dataModel: ['tr181'] } },
      { concept: 'vlan.id', value: '{{vlan}}', optional: true, when: { dataModel: ['tr181'] } },
    ],
  },
  {
    id: 'ready.gatewayIptv',
    name: { 'zh-CN': '网关 IPTV 桥接（电信/联通）', en: 'IPTV bridge on the gateway (Telecom, Unicom)' },
    description: {
      'zh-CN': '在已有的 IPTV 连接（业务类型 OTHER 或 IPTV）上设置绑定的 LAN 口、VLAN 和组播 VLAN。',
      en: 'LAN port, VLAN and multicast VLAN of the connection that carries IPTV (service OTHER or IPTV).',
    },
    condition: { dataModel: ['tr098'] },
    variables: [
      lanPort,
      { ...vlan, name: 'iptvVlan', label: { 'zh-CN': 'IPTV VLAN', en: 'IPTV VLAN' } },
      { ...vlan, name: 'multicastVlan', label: { 'zh-CN': '组播 VLAN', en: 'Multicast VLAN' } },
    ],
    values: [
      {
        concept: 'wanService.ports',
        instance: { where: 'wanService.list', contains: 'OTHER' },
        value: 'InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.{{lanPort}}',
      },
      {
        concept: 'ponVlan.id',
        instance: { where: 'wanService.list', contains: 'OTHER' },
        value: '{{iptvVlan}}',
        optional: true,
      },
      {
        concept: 'wanService.multicastVlan',
        instance: { where: 'wanService.list', contains: 'OTHER' },
        value: '{{multicastVlan}}',
        optional: true,
      },
    ],
  },
  {
    id: 'ready.gatewayIptvNew',
    name: { 'zh-CN': '网关 IPTV 桥接（没有则新建）', en: 'IPTV bridge on the gateway, added where it is missing' },
    description: {
      'zh-CN': '网关没有业务类型为 OTHER 的连接时，新建一条桥接 WAN 连接，并设置 LAN 口和 VLAN；已有则只修改。',
      en: 'Adds a bridged WAN connection for the service OTHER where the gateway has none, with its LAN port and VLAN; changes the one that is there else.',
    },
    condition: { dataModel: ['tr098'] },
    variables: [
      lanPort,
      { ...vlan, name: 'iptvVlan', label: { 'zh-CN': 'IPTV VLAN', en: 'IPTV VLAN' }, required: true },
    ],
    objects: [
      {
        name: 'iptv',
        table: 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.{i}.WANPPPConnection.',
        known: [{ where: 'wanService.list', is: 'OTHER', contains: 'OTHER' }],
      },
    ],
    values: [
      { path: 'ConnectionType', object: 'iptv', value: 'PPPoE_Bridged' },
      { concept: 'ponVlan.id', object: 'iptv', value: '{{iptvVlan}}' },
      {
        concept: 'wanService.ports',
        object: 'iptv',
        value: 'InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.{{lanPort}}',
        optional: true,
      },
      { path: 'Enable', object: 'iptv', value: 'true' },
    ],
  },
]
