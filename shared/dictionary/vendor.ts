import type { Row } from './entry.ts'

interface Operator {
  path: string
  en: string
  zh: string
}

/** Where each operator keeps the IPTV account; the parameters below are the same (data/vendor/cn-operator-params.tsv). */
const accounts: Operator[] = [
  { path: 'Device.X_CTC_IPTV.ServiceInfo.', en: 'IPTV account (China Telecom)', zh: 'IPTV 账号（电信）' },
  { path: 'Device.X_00E0FC.ServiceInfo.', en: 'IPTV account (Huawei)', zh: 'IPTV 账号（华为）' },
  { path: 'Device.X_CMCC_OTV.ServiceInfo.', en: 'IPTV account (China Mobile)', zh: 'IPTV 账号（移动）' },
  { path: 'Device.X_CU_STB.AuthServiceInfo.', en: 'IPTV account (China Unicom)', zh: 'IPTV 账号（联通）' },
]

/** Objects that carry the box's own facts. */
const boxes: Operator[] = [
  { path: 'Device.X_CTC_IPTV.', en: 'Set-top box (China Telecom)', zh: '机顶盒（电信）' },
  { path: 'Device.X_00E0FC.', en: 'Set-top box (Huawei)', zh: '机顶盒（华为）' },
  { path: 'Device.X_CMCC_OTV.STBInfo.', en: 'Set-top box (China Mobile)', zh: '机顶盒（移动）' },
  { path: 'Device.X_CU_STB.STBInfo.', en: 'Set-top box (China Unicom)', zh: '机顶盒（联通）' },
]

function accountRows({ path, en, zh }: Operator): Row[] {
  return [
    [path, en, zh],
    [`${path}UserID`, 'IPTV account', 'IPTV 业务账号'],
    [`${path}Password`, 'IPTV password', 'IPTV 业务密码'],
    [`${path}UserPassword`, 'IPTV password', 'IPTV 业务密码'],
    [`${path}UserIDPassword`, 'IPTV password', 'IPTV 业务密码'],
    [`${path}PPPoEID`, 'PPPoE account', 'PPPoE 账号'],
    [`${path}PPPoEPassword`, 'PPPoE password', 'PPPoE 密码'],
    [`${path}DHCPID`, 'IPoE account', 'IPoE 账号'],
    [`${path}DHCPPassword`, 'IPoE password', 'IPoE 密码'],
    [`${path}AuthURL`, 'Authentication address (EPG)', '认证地址（EPG）'],
    [`${path}AuthURLBackup`, 'Backup authentication address', '备用认证地址'],
    [`${path}PlatformURL`, 'Platform address', '平台地址'],
    [`${path}PlatformURLBackup`, 'Backup platform address', '备用平台地址'],
    [`${path}HDCURL`, 'HDC address', 'HDC 地址'],
    [`${path}SilentUpgrade`, 'Silent upgrade', '静默升级'],
    [`${path}WiFiEnable`, 'Wi-Fi enabled', 'Wi-Fi 启用'],
  ]
}

function boxRows({ path, en, zh }: Operator): Row[] {
  return [
    [path, en, zh],
    [`${path}STBID`, 'STB ID (label)', 'STBID（标签）'],
    [`${path}PhyMemSize`, 'Memory', '内存大小', 'KiB'],
    [`${path}StorageSize`, 'Storage', '存储大小', 'KiB'],
    [`${path}AreaCode`, 'Area code', '区域代码'],
    [`${path}Platform`, 'Platform', '平台'],
    [`${path}AlarmSwitch`, 'Alarms on', '告警开关'],
    [`${path}AlarmReportLevel`, 'Alarm level', '告警上报级别'],
    [`${path}IsEncryptMark`, 'Secrets are encrypted', '敏感信息加密'],
    [`${path}ConnectMode`, 'Connected by', '接入方式'],
    [`${path}HDMIConnect`, 'HDMI connected', 'HDMI 已连接'],
    [`${path}SoftwareVersionList`, 'Installed apps', '已安装应用'],
    [`${path}TelnetEnable`, 'Telnet enabled', '启用 Telnet'],
    [`${path}IPv6Enable`, 'IPv6 enabled', '启用 IPv6'],
  ]
}

/** Objects of Chinese operators on set-top boxes. */
export const vendorRows: readonly Row[] = [...accounts.flatMap(accountRows), ...boxes.flatMap(boxRows)]
