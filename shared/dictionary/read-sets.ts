import type { DataModel } from '../cwmp/paths.ts'
import type { RootModel } from './entry.ts'

/** Ready-made sets of what to read, worded under `read.sets.<id>`. A box has only some of the paths; that is no failure. */
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

const G = 'InternetGatewayDevice.'
const stbAccounts = [
  'Device.X_CTC_IPTV.ServiceInfo.',
  'Device.X_00E0FC.ServiceInfo.',
  'Device.X_00E0FC.IsEncryptMark',
  'Device.X_CMCC_OTV.STBInfo.',
  'Device.X_CMCC_OTV.ServiceInfo.',
  'Device.X_CU_STB.STBInfo.',
  'Device.X_CU_STB.AuthServiceInfo.',
]
const stbIds = ['Device.X_CTC_IPTV.STBID', 'Device.X_00E0FC.STBID']
const stbQuality = [
  'Device.X_CTC_IPTV.ServiceStatistics.',
  'Device.X_CU_STB.Alarm.',
  'Device.Services.STBService.1.ServiceMonitoring.',
]
const stbLogs = ['Device.X_00E0FC.LogParaConfiguration.', 'Device.X_CTC_IPTV.LogMsg.', 'Device.X_00E0FC.StartupInfo.']

const readSets: Record<ReadSetId, Record<RootModel, readonly string[]>> = {
  identity: {
    tr098: [`${G}DeviceInfo.`],
    tr106: ['Device.DeviceInfo.', ...stbIds],
    tr181: ['Device.DeviceInfo.', ...stbIds],
  },
  network: {
    tr098: [
      `${G}WANDevice.`,
      `${G}LANDevice.1.LANHostConfigManagement.`,
      `${G}LANDevice.1.LANEthernetInterfaceConfig.`,
      `${G}Layer3Forwarding.`,
      `${G}Time.`,
    ],
    tr106: ['Device.LAN.', 'Device.GatewayInfo.', 'Device.Time.'],
    tr181: [
      'Device.Ethernet.',
      'Device.IP.Interface.',
      'Device.PPP.',
      'Device.DHCPv4.Client.',
      'Device.DHCPv4.Server.',
      'Device.DNS.Client.',
      'Device.Routing.',
      'Device.NAT.',
      'Device.Time.',
    ],
  },
  wifi: { tr098: [`${G}LANDevice.1.WLANConfiguration.`], tr106: ['Device.WiFi.'], tr181: ['Device.WiFi.'] },
  hosts: { tr098: [`${G}LANDevice.1.Hosts.`], tr106: ['Device.GatewayInfo.'], tr181: ['Device.Hosts.'] },
  iptv: {
    tr098: [`${G}Services.`],
    tr106: ['Device.Services.STBService.1.Components.', 'Device.Services.STBService.1.AVPlayers.', ...stbAccounts],
    tr181: ['Device.Services.STBService.1.Components.', 'Device.Services.STBService.1.AVPlayers.', ...stbAccounts],
  },
  quality: {
    tr098: [`${G}Services.STBService.1.ServiceMonitoring.`],
    tr106: stbQuality,
    tr181: stbQuality,
  },
  optics: {
    tr098: [
      `${G}WANDevice.1.WANCommonInterfaceConfig.`,
      `${G}WANDevice.1.X_CT-COM_EponInterfaceConfig.`,
      `${G}WANDevice.1.X_CT-COM_GponInterfaceConfig.`,
      `${G}WANDevice.1.WANDSLInterfaceConfig.`,
    ],
    tr106: [],
    tr181: ['Device.Optical.', 'Device.DSL.'],
  },
  management: {
    tr098: [`${G}ManagementServer.`, `${G}X_CT-COM_UserInfo.`, `${G}DeviceInfo.X_CT-COM_TeleComAccount.`],
    tr106: ['Device.ManagementServer.', 'Device.UserInterface.'],
    tr181: ['Device.ManagementServer.', 'Device.UserInterface.', 'Device.Users.'],
  },
  alarms: {
    tr098: [`${G}FaultMgmt.`, `${G}DeviceInfo.X_CT-COM_Alarm.`],
    tr106: ['Device.FaultMgmt.', 'Device.DeviceInfo.X_CTC_IPTV_Alarm.', 'Device.X_00E0FC.ErrorCode.'],
    tr181: ['Device.FaultMgmt.', 'Device.DeviceInfo.X_CTC_IPTV_Alarm.', 'Device.X_00E0FC.ErrorCode.'],
  },
  logs: {
    tr098: [`${G}DeviceInfo.DeviceLog`, `${G}DeviceInfo.VendorLogFile.`],
    tr106: ['Device.DeviceInfo.DeviceLog', 'Device.DeviceInfo.VendorLogFile.', ...stbLogs],
    tr181: ['Device.DeviceInfo.VendorLogFile.', ...stbLogs],
  },
}

/** The paths of a set for a data model; empty where the model has none. A box of unknown model is taken for a set-top box. */
export function readSetPaths(id: ReadSetId, dataModel: DataModel): readonly string[] {
  return readSets[id][dataModel === 'unknown' ? 'tr106' : dataModel]
}
