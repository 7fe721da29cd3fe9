import type { z } from 'zod'
import type { Template } from '../../model/template.ts'

/** What a technician sets back before the box leaves the bench. */
export const handOverTemplates: readonly z.input<typeof Template>[] = [
  {
    id: 'ready.handOver',
    name: { 'zh-CN': '出厂交付检查', en: 'Ready for hand-over' },
    description: {
      'zh-CN':
        '交付前恢复常规设置：关闭 Telnet、实时日志和远程登录，打开告警，上报间隔改回运营商要求，最后写入运营商 ACS 地址。',
      en: 'Sets a box back for delivery: Telnet, live log and remote login off, alarms on, the operator’s Inform interval, and last the operator’s ACS.',
    },
    extends: 'ready.management',
    variables: [
      {
        name: 'informInterval',
        label: { 'zh-CN': '运营商上报间隔（秒）', en: 'The operator’s Inform interval (seconds)' },
        type: 'unsignedInt',
        default: '86400',
        min: 30,
        max: 604_800,
      },
      {
        name: 'acsUrl',
        label: { 'zh-CN': '运营商 ACS 地址', en: 'The operator’s ACS URL' },
        help: {
          'zh-CN': '必填：写错后设备将无法被运营商管理。',
          en: 'Needed: with a wrong one the operator cannot reach the box.',
        },
        type: 'url',
        required: true,
        maxLength: 256,
      },
    ],
    values: [
      { concept: 'stbPlatform.telnet', value: 'false', optional: true },
      { concept: 'stbLog.output', value: '0', optional: true },
      { concept: 'stbRealtimeLog.on', value: '0', optional: true },
      { concept: 'remoteAccess.enable', value: 'false', optional: true },
      { concept: 'stbAlarm.on', value: 'true', optional: true },
    ],
  },
]
