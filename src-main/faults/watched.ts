import { type DataModel, genericPathOf } from '#shared/cwmp/paths.ts'
import type { AlarmSeverity } from '#shared/model/alarm.ts'

/** A parameter whose value says whether something is wrong. */
interface Watched {
  models: readonly DataModel[]
  /** With `{i}` for instances. */
  path: string
  /** Values that are good; all others are trouble. */
  good: RegExp
  severity: AlarmSeverity
}

const up = /^up$/i
const connected = /^connected$/i
const wan = 'InternetGatewayDevice.WANDevice.{i}.'

/** What a change of a watched parameter means. LAN ports are not here: a cable that is out is no fault. */
export const watchedTable: readonly Watched[] = [
  { models: ['tr181'], path: 'Device.Optical.Interface.{i}.Status', good: up, severity: 'critical' },
  { models: ['tr181'], path: 'Device.DSL.Line.{i}.Status', good: up, severity: 'critical' },
  { models: ['tr181'], path: 'Device.PPP.Interface.{i}.ConnectionStatus', good: connected, severity: 'major' },
  { models: ['tr181'], path: 'Device.IP.Interface.{i}.Status', good: up, severity: 'major' },
  { models: ['tr098'], path: `${wan}WANCommonInterfaceConfig.PhysicalLinkStatus`, good: up, severity: 'critical' },
  { models: ['tr098'], path: `${wan}WANDSLInterfaceConfig.Status`, good: up, severity: 'critical' },
  {
    models: ['tr098'],
    path: `${wan}WANConnectionDevice.{i}.WANPPPConnection.{i}.ConnectionStatus`,
    good: connected,
    severity: 'major',
  },
  {
    models: ['tr098'],
    path: `${wan}WANConnectionDevice.{i}.WANIPConnection.{i}.ConnectionStatus`,
    good: connected,
    severity: 'major',
  },
  { models: ['tr106'], path: 'Device.DeviceInfo.DeviceStatus', good: /^(?:up|initializing)$/i, severity: 'major' },
  { models: ['tr106'], path: 'Device.X_00E0FC.HDMIConnect', good: /^(?:1|true)$/i, severity: 'warning' },
  {
    models: ['tr106', 'tr181'],
    path: 'Device.Services.STBService.{i}.ServiceMonitoring.MainStream.{i}.Status',
    good: /^(?:enabled|disabled)$/i,
    severity: 'major',
  },
]

const byPath = new Map(watchedTable.map((watched) => [watched.path, watched]))

/** What is known of a parameter that is worth watching. */
export function watchedAt(path: string): Watched | undefined {
  return byPath.get(genericPathOf(path))
}

/** Branches below which the watched parameters of a data model stand. */
export function watchedBranches(model: DataModel): string[] {
  const own = watchedTable.filter(({ models }) => model === 'unknown' || models.includes(model))
  return [...new Set(own.map(({ path }) => (path.includes('{i}') ? path.slice(0, path.indexOf('{i}')) : path)))]
}

/** Tables of alarms: which notification suits them, where the box takes it (spec 05 section 3). */
export const alarmTables: readonly { object: string; notification: 1 | 2 }[] = [
  { object: 'FaultMgmt.ExpeditedEvent.', notification: 2 },
  { object: 'FaultMgmt.QueuedEvent.', notification: 1 },
  { object: 'FaultMgmt.CurrentAlarmNumberOfEntries', notification: 2 },
]

/** Switches that make a vendor's box report its alarms. */
export const alarmSwitches: readonly string[] = [
  'Device.X_00E0FC.AlarmSwitch',
  'Device.X_00E0FC.ErrorCodeSwitch',
  'Device.X_CTC_IPTV.AlarmSwitch',
  'Device.DeviceInfo.X_CTC_IPTV_Alarm.AlarmSwitch',
  'Device.X_CU_STB.Alarm.EnabledAlarm',
  'InternetGatewayDevice.DeviceInfo.X_CT-COM_Alarm.Enable',
  'InternetGatewayDevice.DeviceInfo.X_CU_Alarm.Enable',
]

/** Objects that hold alarms, for a read of what stands now. */
export const alarmObjects: readonly string[] = [
  'FaultMgmt.CurrentAlarm.',
  'FaultMgmt.HistoryEvent.',
  'FaultMgmt.ExpeditedEvent.',
  'FaultMgmt.QueuedEvent.',
]
export const vendorAlarmObjects: readonly string[] = [
  'Device.X_00E0FC.Alarm.',
  'Device.X_00E0FC.ErrorCode.',
  'Device.DeviceInfo.X_CTC_IPTV_Alarm.',
  'Device.X_CU_STB.Alarm.',
]
