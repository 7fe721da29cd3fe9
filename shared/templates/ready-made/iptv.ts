import type { z } from 'zod'
import type { Template } from '../../model/template.ts'

/** Set-top boxes of the Chinese operators: account, login server, way onto the network. */
export const iptvTemplates: readonly z.input<typeof Template>[] = [
  {
    id: 'ready.iptvAccount',
    name: { 'zh-CN': 'IPTV 业务账号', en: 'IPTV account' },
    description: {
      'zh-CN': '写入机顶盒的业务账号、密码和认证地址，适用于电信、移动、联通和华为平台机顶盒。',
      en: 'Account, password and login server of a set-top box of China Telecom, Mobile, Unicom or on Huawei’s platform.',
    },
    condition: { dataModel: ['tr106', 'tr181', 'unknown'] },
    variables: [
      { name: 'account', label: { 'zh-CN': 'IPTV 账号', en: 'IPTV account' }, required: true, maxLength: 64 },
      {
        name: 'accountPassword',
        label: { 'zh-CN': 'IPTV 密码', en: 'IPTV password' },
        required: true,
        secret: true,
        maxLength: 64,
      },
      { name: 'authUrl', label: { 'zh-CN': '认证地址', en: 'Login server' }, type: 'url' },
      { name: 'authUrlBackup', label: { 'zh-CN': '备用认证地址', en: 'Backup login server' }, type: 'url' },
    ],
    values: [
      { concept: 'iptvAccount.user', value: '{{account}}' },
      { concept: 'iptvAccount.password', value: '{{accountPassword}}' },
      { concept: 'iptvAccount.authUrl', value: '{{authUrl}}', optional: true },
      { concept: 'iptvAccount.authUrlBackup', value: '{{authUrlBackup}}', optional: true },
    ],
  },
  {
    id: 'ready.iptvPppoe',
    name: { 'zh-CN': 'IPTV 账号 + 机顶盒拨号', en: 'IPTV account, box dials PPPoE' },
    description: {
      'zh-CN': '在 IPTV 业务账号之外，再写入机顶盒自己拨号的 PPPoE 账号。',
      en: 'The IPTV account, and the PPPoE account with which the box itself dials.',
    },
    extends: 'ready.iptvAccount',
    variables: [
      { name: 'pppoeAccount', label: { 'zh-CN': 'PPPoE 账号', en: 'PPPoE account' }, required: true, maxLength: 64 },
      {
        name: 'pppoePassword',
        label: { 'zh-CN': 'PPPoE 密码', en: 'PPPoE password' },
        required: true,
        secret: true,
        maxLength: 64,
      },
    ],
    values: [
      { concept: 'iptvAccount.pppoeUser', value: '{{pppoeAccount}}' },
      { concept: 'iptvAccount.pppoePassword', value: '{{pppoePassword}}' },
      { concept: 'iptvAccount.pppoeOn', value: 'true', optional: true },
    ],
  },
  {
    id: 'ready.iptvIpoe',
    name: { 'zh-CN': 'IPTV 账号 + IPoE 认证', en: 'IPTV account, IPoE login' },
    description: {
      'zh-CN': '在 IPTV 业务账号之外，再写入 DHCP（IPoE）认证账号，并设为自动获取地址。',
      en: 'The IPTV account, and the account for login by DHCP; the box gets its address automatically.',
    },
    extends: 'ready.iptvAccount',
    variables: [
      { name: 'ipoeAccount', label: { 'zh-CN': 'IPoE 账号', en: 'IPoE account' }, required: true, maxLength: 64 },
      {
        name: 'ipoePassword',
        label: { 'zh-CN': 'IPoE 密码', en: 'IPoE password' },
        required: true,
        secret: true,
        maxLength: 64,
      },
    ],
    values: [
      { concept: 'iptvAccount.dhcpUser', value: '{{ipoeAccount}}' },
      { concept: 'iptvAccount.dhcpPassword', value: '{{ipoePassword}}' },
      { concept: 'box.addressing', value: 'DHCP', optional: true },
    ],
  },
]
