import type { DataModel } from '../model/device.ts'

/** The ready-made sets of the guided read, in the order in which they are offered. */
export const readSetIds = [
  'identity',
  'network',
  'wifi',
  'hosts',
  'iptv',
  'quality',
  'optics',
  'management',
  'alarms',
  'logs',
] as const
export type ReadSetId = (typeof readSetIds)[number]

type KnownModel = Exclude<DataModel, 'unknown'>

const identityNames = [
  'Manufacturer',
  'ManufacturerOUI',
  'ModelName',
  'ProductClass',
  'SerialNumber',
  'HardwareVersion',
  'SoftwareVersion',
  'AdditionalSoftwareVersion',
  'ProvisioningCode',
  'UpTime',
  'MemoryStatus.',
  'ProcessStatus.CPUUsage',
]

function identity(root: string): string[] {
  return identityNames.map((name) => `${root}DeviceInfo.${name}`)
}

/** The 32 digits on a set-top box's label, wherever the operator keeps them. */
const stbIds = [
  'Device.X_CTC_IPTV.STBID',
  'Device.X_00E0FC.STBID',
  'Device.X_CMCC_OTV.STBInfo.STBID',
  'Device.X_CU_STB.STBInfo.STBID',
]

const iptvAccounts = [
  'Device.X_CTC_IPTV.ServiceInfo.',
  'Device.X_00E0FC.ServiceInfo.',
  'Device.X_CMCC_OTV.ServiceInfo.',
  'Device.X_CU_STB.AuthServiceInfo.',
]

const stbService = [
  'Device.Services.STBService.1.Components.FrontEnd.',
  'Device.Services.STBService.1.Components.HDMI.',
  'Device.X_00E0FC.IsEncryptMark',
]

const stbQuality = [
  'Device.Services.STBService.1.ServiceMonitoring.MainStream.1.Total.',
  'Device.Services.STBService.1.ServiceMonitoring.GlobalOperation.',
  'Device.X_CTC_IPTV.ServiceStatistics.',
  'Device.X_CU_STB.Alarm.',
]

const stbAlarms = [
  'Device.FaultMgmt.CurrentAlarm.',
  'Device.DeviceInfo.X_CTC_IPTV_Alarm.',
  'Device.X_00E0FC.Alarm.',
  'Device.X_00E0FC.ErrorCode.',
]

const stbLogs = [
  'Device.DeviceInfo.VendorLogFile.',
  'Device.X_00E0FC.LogParaConfiguration.',
  'Device.X_CTC_IPTV.LogMsg.',
]

/** Full names and branches (TR-069 A.2.3). No box has all of them: what is not there is no failure of the set. */
const paths: Record<KnownModel, Record<ReadSetId, readonly string[]>> = {
  tr106: {
    identity: [...identity('Device.'), ...stbIds],
    network: ['Device.LAN.', 'Device.Time.'],
    wifi: ['Device.WiFi.', 'Device.X_CMCC_OTV.ServiceInfo.WiFiEnable'],
    iptv: [...iptvAccounts, ...stbService],
    management: ['Device.ManagementServer.'],
    hosts: ['Device.GatewayInfo.'],
    quality: stbQuality,
    optics: ['Device.LAN.Stats.'],
    alarms: stbAlarms,
    logs: ['Device.DeviceInfo.DeviceLog', ...stbLogs],
  },
  tr098: {
    identity: identity('InternetGatewayDevice.'),
    network: [
      'InternetGatewayDevice.WANDevice.',
      'InternetGatewayDevice.LANDevice.1.LANHostConfigManagement.',
      'InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.',
      'InternetGatewayDevice.Time.',
    ],
    wifi: ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.'],
    iptv: [
      'InternetGatewayDevice.Services.X_CT-COM_IPTV.',
      'InternetGatewayDevice.Services.X_CU_IPTV.',
      'InternetGatewayDevice.X_CT-COM_UserInfo.',
      'InternetGatewayDevice.X_CU_UserInfo.',
    ],
    management: ['InternetGatewayDevice.ManagementServer.'],
    hosts: ['InternetGatewayDevice.LANDevice.1.Hosts.'],
    quality: ['InternetGatewayDevice.Services.STBService.1.ServiceMonitoring.MainStream.1.Total.'],
    optics: [
      'InternetGatewayDevice.WANDevice.1.WANCommonInterfaceConfig.',
      'InternetGatewayDevice.WANDevice.1.X_CT-COM_EponInterfaceConfig.',
      'InternetGatewayDevice.WANDevice.1.X_CT-COM_GponInterfaceConfig.',
      'InternetGatewayDevice.WANDevice.1.WANDSLInterfaceConfig.',
    ],
    alarms: ['InternetGatewayDevice.FaultMgmt.CurrentAlarm.', 'InternetGatewayDevice.DeviceInfo.X_CT-COM_Alarm.'],
    logs: ['InternetGatewayDevice.DeviceInfo.DeviceLog', 'InternetGatewayDevice.DeviceInfo.VendorLogFile.'],
  },
  tr181: {
    identity: [...identity('Device.'), ...stbIds],
    network: [
      'Device.Ethernet.Interface.',
      'Device.IP.Interface.',
      'Device.DHCPv4.Client.',
      'Device.PPP.Interface.',
      'Device.DNS.Client.',
      'Device.Time.',
    ],
    wifi: ['Device.WiFi.Radio.', 'Device.WiFi.SSID.', 'Device.WiFi.AccessPoint.'],
    iptv: [...iptvAccounts, ...stbService],
    management: ['Device.ManagementServer.'],
    hosts: ['Device.Hosts.', 'Device.WiFi.AccessPoint.'],
    quality: stbQuality,
    optics: ['Device.Optical.', 'Device.DSL.Line.'],
    alarms: stbAlarms,
    logs: stbLogs,
  },
}

/** The paths of a set for a box; one whose model is not known yet is asked in every way. */
export function readSetPaths(set: ReadSetId, model: DataModel): string[] {
  if (model !== 'unknown') return [...paths[model][set]]
  return [...new Set([...paths.tr106[set], ...paths.tr181[set], ...paths.tr098[set]])]
}

const allSetPaths = new Set(Object.values(paths).flatMap((sets) => Object.values(sets).flat()))

/** Whether a path was asked for by a set and not by the technician: its absence needs no alarm. */
export function isOfReadSet(path: string): boolean {
  return allSetPaths.has(path)
}

/** The sets that a list of paths holds as a whole, for the name of what was read. */
export function readSetsIn(read: readonly string[], model: DataModel): ReadSetId[] {
  const asked = new Set(read)
  return readSetIds.filter((set) => readSetPaths(set, model).every((path) => asked.has(path)))
}

/** The root object for own paths of a box, with its dot. */
export function rootPathOf(model: DataModel): string {
  return model === 'tr098' ? 'InternetGatewayDevice.' : 'Device.'
}
