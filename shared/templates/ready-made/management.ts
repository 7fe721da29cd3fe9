import type { z } from 'zod'
import type { Template } from '../../model/template.ts'

/** Where the box reports to. */
export const managementTemplates: readonly z.input<typeof Template>[] = [
  {
    id: 'ready.management',
    name: { 'zh-CN': '管理服务器（ACS）', en: 'Management server (ACS)' },
    description: {
      'zh-CN': '设置 ACS 地址、登录账号和上报间隔。地址改为其他服务器后，设备将不再连接本机。',
      en: 'ACS address, login and Inform interval. With another address the box no longer comes to this laptop.',
    },
    variables: [
      { name: 'acsUrl', label: { 'zh-CN': 'ACS 地址', en: 'ACS URL' }, type: 'url', maxLength: 256 },
      { name: 'acsUsername', label: { 'zh-CN': 'ACS 用户名', en: 'ACS user name' }, maxLength: 256 },
      { name: 'acsPassword', label: { 'zh-CN': 'ACS 密码', en: 'ACS password' }, secret: true, maxLength: 256 },
      {
        name: 'informInterval',
        label: { 'zh-CN': '上报间隔（秒）', en: 'Inform interval (seconds)' },
        type: 'unsignedInt',
        default: '3600',
        min: 30,
        max: 604_800,
      },
      { name: 'callUsername', label: { 'zh-CN': '反向连接用户名', en: 'Connection request user' }, maxLength: 256 },
      {
        name: 'callPassword',
        label: { 'zh-CN': '反向连接密码', en: 'Connection request password' },
        secret: true,
        maxLength: 256,
      },
    ],
    values: [
      { concept: 'acs.informEnable', value: 'true' },
      { concept: 'acs.informInterval', value: '{{informInterval}}' },
      { concept: 'acs.connectionUser', value: '{{callUsername}}' },
      { concept: 'acs.connectionPassword', value: '{{callPassword}}' },
      { concept: 'acs.username', value: '{{acsUsername}}' },
      { concept: 'acs.password', value: '{{acsPassword}}' },
      { concept: 'acs.url', value: '{{acsUrl}}' },
    ],
  },
]
