import { lastNameOf } from '../cwmp/paths.ts'
import type { Words } from './entry.ts'

/** Names that mean the same wherever they stand: for parameters that the dictionary does not hold. */
const names: Record<string, Words> = {
  Enable: { 'zh-CN': '启用', en: 'On' },
  Status: { 'zh-CN': '状态', en: 'State' },
  Alias: { 'zh-CN': '别名', en: 'Alias' },
  Name: { 'zh-CN': '名称', en: 'Name' },
  Description: { 'zh-CN': '说明', en: 'Description' },
  LowerLayers: { 'zh-CN': '下层接口', en: 'Runs over' },
  Interface: { 'zh-CN': '接口', en: 'Interface' },
  LastChange: { 'zh-CN': '状态保持时间', en: 'In this state for' },
  MACAddress: { 'zh-CN': 'MAC 地址', en: 'MAC address' },
  IPAddress: { 'zh-CN': 'IP 地址', en: 'IP address' },
  SubnetMask: { 'zh-CN': '子网掩码', en: 'Subnet mask' },
  DNSServers: { 'zh-CN': 'DNS 服务器', en: 'DNS servers' },
  Username: { 'zh-CN': '用户名', en: 'User name' },
  Password: { 'zh-CN': '密码', en: 'Password' },
  Port: { 'zh-CN': '端口', en: 'Port' },
  Version: { 'zh-CN': '版本', en: 'Version' },
  URL: { 'zh-CN': '地址', en: 'Address' },
  Order: { 'zh-CN': '顺序', en: 'Order' },
  Uptime: { 'zh-CN': '在线时长', en: 'Up for' },
  UpTime: { 'zh-CN': '运行时间', en: 'Uptime' },
  DiagnosticsState: { 'zh-CN': '诊断状态', en: 'Test state' },
  BytesSent: { 'zh-CN': '发送字节数', en: 'Bytes sent' },
  BytesReceived: { 'zh-CN': '接收字节数', en: 'Bytes received' },
  PacketsSent: { 'zh-CN': '发送包数', en: 'Packets sent' },
  PacketsReceived: { 'zh-CN': '接收包数', en: 'Packets received' },
  ErrorsSent: { 'zh-CN': '发送错包数', en: 'Send errors' },
  ErrorsReceived: { 'zh-CN': '接收错包数', en: 'Receive errors' },
}

/** A general name for a parameter by its last component; `…NumberOfEntries` counts its table. null where there is none. */
export function commonNameOf(path: string): Words | null {
  const last = lastNameOf(path)
  const known = Object.hasOwn(names, last) ? names[last] : undefined
  if (known !== undefined) return known
  const table = /^(\w+)NumberOfEntries$/.exec(last)?.[1]
  return table === undefined ? null : { 'zh-CN': `${table} 条目数`, en: `Number of ${table} entries` }
}

/** What such a parameter tells, in a sentence: only where that is certain. null where it is not. */
export function commonAboutOf(path: string): Words | null {
  if (!/\wNumberOfEntries$/.test(path)) return null
  return {
    'zh-CN': '对应表格当前的行数，由设备自己维护。',
    en: 'How many rows the table has; the box counts them itself.',
  }
}
