import {
  counter,
  fixedTable,
  flag,
  int,
  live,
  localTime,
  perRow,
  quiet,
  rw,
  secret,
  text,
  time,
  uint,
  wave,
  wobble,
} from './builders.ts'
import { diagnosticsState } from './common.ts'
import type { ObjectSpecs, ParameterSpec, ParameterSpecs, TableSpec } from './spec.ts'

/** One Chinese operator's objects, names as in data/vendor/cn-operator-params.tsv (families CTC-STB and HW-STB). */

const ranges = (prefix: string, suffix: string, make: (range: number) => ParameterSpec): ParameterSpecs =>
  Object.fromEntries([1, 2, 3, 4, 5].map((range) => [`${prefix}R${range}${suffix}`, make(range)]))

const stbId: ParameterSpec = text(
  ({ facts }) => `00100499006004200000${facts.macAddress.replaceAll(':', '')}`.slice(-32).padStart(32, '0'),
  32,
)

const account: ParameterSpecs = {
  UserID: rw(text(({ facts }) => `itv${String(88_000_000 + facts.index)}`, 36)),
  Password: secret(16, 'changeit'),
  PPPoEID: rw(text('', 36)),
  PPPoEPassword: secret(32),
  DHCPID: rw(text('', 36)),
  DHCPPassword: secret(32),
  AuthURL: rw(text('http://epg.example.net:33200/EPG/jsp/AuthenticationURL', 256)),
  AuthURLBackup: rw(text('', 256)),
}

const statistics: ParameterSpecs = {
  Startpoint: live(time(), ({ now }) => localTime(new Date(now.getTime() - 300_000))),
  Endpoint: live(time(), ({ now }) => localTime(now)),
  AuthNumbers: counter(uint(), 0.0003),
  AuthFailNumbers: uint(0),
  AuthFailInfo: text('', 256),
  MultiReqNumbers: counter(uint(), 0.01),
  MultiFailNumbers: counter(uint(), 0.0002),
  MultiFailInfo: text('', 256),
  VodReqNumbers: counter(uint(), 0.002),
  VodFailNumbers: uint(0),
  VodFailInfo: text('', 256),
  HTTPReqNumbers: counter(uint(), 0.2),
  HTTPFailNumbers: counter(uint(), 0.0004),
  HTTPFailInfo: text('', 256),
  MultiRRT: wave(uint(), 92, 40),
  VodRRT: wave(uint(), 310, 80),
  HTTPRRT: wave(uint(), 45, 15),
  MultiAbendNumbers: uint(0),
  VODAbendNumbers: uint(0),
  PlayErrorNumbers: counter(uint(), 0.0001),
  PlayErrorInfo: text('', 256),
  ...ranges('MultiPacketsLost', 'Nmb', (range) => counter(uint(), 0.05 / 4 ** range)),
  ...ranges('VODPacketsLost', 'Nmb', (range) => counter(uint(), 0.01 / 4 ** range)),
  ...ranges('FramesLost', 'Nmb', (range) => counter(uint(), 0.02 / 4 ** range)),
  ...ranges('MultiBitRate', 'Nmb', (range) => counter(uint(), 0.01 / 2 ** range)),
  BufferDecNmb: counter(uint(), 0.003),
  BufferIncNmb: counter(uint(), 0.003),
}

const realTimeLog: ParameterSpecs = {
  Enable: rw(int(0, 0, 1)),
  MsgOrFile: rw(int(1, 0, 1)),
  LogFtpServer: rw(text('', 256)),
  LogFtpUser: rw(text('', 64)),
  LogFtpPassword: secret(64),
  Duration: rw(uint(30, 1, 3600)),
  RTSPInfo: live(text(), ({ upTime }) => `PLAY,200,${Math.floor(upTime)}`),
  HTTPInfo: live(text(), ({ upTime }) => `GET,200,${30 + (Math.floor(upTime) % 20)}ms`),
  IGMPInfo: live(text(), ({ facts }) => `JOIN,239.3.1.${(facts.index % 200) + 1},84ms`),
  PkgTotalOneSec: wave(uint(), 820, 12),
  ByteTotalOneSec: wave(uint(), 1_079_000, 16_000),
  PkgLostRate: live(text(), ({ upTime, facts }) => Math.max(0, 0.05 + 0.05 * wobble(upTime, facts.index)).toFixed(3)),
  AvarageRate: wave(text(), 8630, 130),
  BUFFER: wave(text(), 780, 120),
  ERROR: text('', 256),
}

const remoteFile: ParameterSpecs = {
  UploadURL: rw(text('', 1024)),
  Username: rw(text('', 32)),
  Password: secret(256),
}

/** Vendor objects of the set-top box. */
export const stbVendor: ObjectSpecs = {
  'Device.X_CTC_IPTV.': {
    STBID: stbId,
    PhyMemSize: text('2097152', 32),
    StorageSize: text('8388608', 32),
    AlarmSwitch: rw(int(1, 0, 1)),
    AlarmReportLevel: rw(int(3, 1, 6)),
    CPUAlarmValue: rw(text('80', 16)),
    MemoryAlarmValue: rw(text('80', 16)),
    DiskAlarmValue: rw(text('80', 16)),
    PacketsLostAlarmValue: rw(text('2', 16)),
    BandwidthAlarmValue: rw(text('4', 16)),
  },
  'Device.X_CTC_IPTV.ServiceInfo.': account,
  'Device.X_CTC_IPTV.LogMsg.': realTimeLog,
  'Device.X_CTC_IPTV.StatisticConfiguration.': {
    LogServerUrl: rw(text('', 256)),
    LogUploadInterval: rw(uint(86_400)),
    LogRecordInterval: rw(uint(300)),
    StatInterval: rw(uint(300)),
    ...ranges('PacketsLost', '', (range) => rw(int([1, 5, 10, 50, 100][range - 1] ?? 0))),
    ...ranges('BitRate', '', (range) => rw(int([1, 2, 4, 8, 16][range - 1] ?? 0))),
    ...ranges('FramesLost', '', (range) => rw(int([1, 5, 10, 50, 100][range - 1] ?? 0))),
  },
  'Device.X_CTC_IPTV.ServiceStatistics.': statistics,
  'Device.X_CTC_IPTV.LAN.TCPSYNDiagnostics.': {
    DiagnosticsState: diagnosticsState(),
    SuccessCount: quiet(uint()),
    FailureCount: quiet(uint()),
    AverageResponseTime: quiet(uint()),
    MinimumResponseTime: quiet(uint()),
  },
  'Device.X_00E0FC.': {
    STBID: stbId,
    PhyMemSize: text('2097152', 32),
    StorageSize: text('8388608', 32),
    AlarmSwitch: rw(flag(true)),
    AlarmReportLevel: rw(int(3, 1, 6)),
    CPUAlarmValue: rw(text('80,90', 16)),
    MemoryAlarmValue: rw(text('80,90', 16)),
    DiskAlarmValue: rw(int(90, 0, 100)),
    PacketsLostAlarmValue: rw(text('2', 16)),
    TelnetEnable: rw(flag(false)),
    IsEncryptMark: int(0),
    ConnectMode: int(1),
    HDMIConnect: flag(true),
    SoftwareVersionList: text(({ facts }) => `launcher=4.1;player=6.0;system=${facts.softwareVersion}`, 32_768),
    ErrorCodeSwitch: rw(flag(true)),
    ErrorCodeInterval: rw(int(300)),
    IPv6Enable: flag(false),
  },
  'Device.X_00E0FC.ServiceInfo.': {
    UserID: rw(text(({ facts }) => `itv${String(88_000_000 + facts.index)}`, 36)),
    AuthURL: rw(text('http://epg.example.net:33200/EPG/jsp/AuthenticationURL', 256)),
    PPPoEID: rw(text('', 36)),
    PPPoEPassword: secret(32),
  },
  'Device.X_00E0FC.LogParaConfiguration.': {
    LogType: rw(int(0, 0, 31)),
    LogLevel: rw(int(0, 0, 7)),
    LogOutPutType: rw(int(0, 0, 3)),
    SyslogServer: rw(text('', 512)),
    SyslogStartTime: rw(time()),
    SyslogContinueTime: rw(uint(15, 1, 4320)),
    LogTimer: rw(int(60, 1)),
    LogFtpServer: rw(text('', 512)),
  },
  'Device.X_00E0FC.DebugInfo.': {
    Action: rw(int(0, 0, 3)),
    State: int(1),
    CapCommand: rw(text('', 1024)),
    ...remoteFile,
  },
  'Device.X_00E0FC.StartupInfo.': {
    Action: rw(int(0, 0, 3)),
    State: int(1),
    MaxSize: rw(int(2048, 1)),
    ...remoteFile,
  },
  'Device.X_00E0FC.PacketCapture.': {
    State: rw(int(1, 1, 7)),
    Duration: rw(int(30, 1, 600)),
    IP: rw(text('', 15)),
    Port: rw(int(0, 0, 65_535)),
    ...remoteFile,
  },
  'Device.X_00E0FC.BandwidthDiagnostics.': {
    DiagnosticsState: quiet(rw(int(1, 0, 7))),
    DownloadURL: rw(text('', 512)),
    Username: rw(text('', 128)),
    Password: secret(128),
    ErrorCode: quiet(text('', 128)),
    AvgSpeed: quiet(int()),
    MaxSpeed: quiet(int()),
    MinSpeed: quiet(int()),
  },
  'Device.X_00E0FC.PlayDiagnostics.': {
    DiagnosticsState: diagnosticsState(),
    PlayURL: rw(text('', 256)),
    PlayState: quiet(int(0)),
  },
  'Device.X_00E0FC.AutoOnOffConfiguration.': {
    IsAutoPowerOn: rw(int(0, 0, 1)),
    AutoPowerOnTime: rw(text('07:00', 16)),
    AutoShutdownTime: rw(text('23:30', 16)),
  },
  'Device.X_00E0FC.Alarm.{i}.': {
    AlarmSN: uint(({ row }) => row.at(-1) ?? 0),
    AlarmObjectInstance: text(({ facts }) => facts.serialNumber, 32),
    AlarmLocation: text('', 256),
    AlarmCode: uint(),
    AlarmRaisedTime: text('', 16),
    AlarmClearedTime: text('', 16),
    PerceivedSeverity: int(5, 1, 6),
    AdditionalInformation: text('', 512),
  },
  'Device.X_00E0FC.ErrorCode.{i}.': {
    ErrorCodeTime: time('2024-07-01T02:03:04Z'),
    ErrorCodeValue: text(perRow(['105501', '103402'], '101001'), 32),
    ErrorDesc: text(perRow(['频道播放超时', 'EPG 请求失败'], '网络连接中断'), 512),
    ErrorSource: int(1),
    ErrorURL: text('', 512),
  },
  'Device.DeviceInfo.X_CTC_IPTV_Alarm.': {
    AlarmSwitch: rw(int(1, 0, 1)),
    AlarmReportLevel: rw(int(3, 1, 6)),
  },
  'Device.DeviceInfo.X_CTC_IPTV_Alarm.AlarmConfig.': {
    CPUAlarmValue: rw(text('80,80', 16)),
    MemoryAlarmValue: rw(text('80,80', 16)),
    DiskAlarmValue: rw(text('80,80', 16)),
    PacketsLostAlarmValue: rw(text('2,2', 16)),
    FramesLostAlarmValue: rw(text('2,2', 16)),
  },
}

/** Tables of the vendor objects. */
export const stbVendorTables: Readonly<Record<string, TableSpec>> = {
  'Device.X_00E0FC.Alarm.': fixedTable(0),
  'Device.X_00E0FC.ErrorCode.': fixedTable(2),
}
