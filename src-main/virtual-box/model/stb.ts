import {
  base64,
  counter,
  countOf,
  fixedTable,
  flag,
  ip,
  live,
  mac,
  openTable,
  quiet,
  rw,
  text,
  time,
  uint,
  watched,
  word,
} from './builders.ts'
import {
  clock,
  deviceInfo,
  downloadTest,
  lookup,
  lookupResult,
  managementServer,
  ping,
  REQUIRED_METHODS,
  traceRoute,
  uploadTest,
} from './common.ts'
import { logText } from './log-text.ts'
import type { ModelSpec, ObjectSpecs, ParameterSpecs, TableSpec } from './spec.ts'
import { stbService, stbServiceTables } from './stb-service.ts'
import { stbVendor, stbVendorTables } from './stb-vendor.ts'

const info: ParameterSpecs = {
  ...deviceInfo,
  AdditionalHardwareVersion: text('soc=A53x4', 256),
  EnabledOptions: text('', 256),
  DeviceStatus: text('Up', 32),
  DeviceLog: live(text('', 32_768), (context) => logText(context, 40)),
}

const lan: ParameterSpecs = {
  AddressingType: rw(word('DHCP', ['DHCP', 'Static'])),
  IPAddress: watched(rw(ip(({ facts }) => facts.address))),
  SubnetMask: rw(ip('255.255.255.0')),
  DefaultGateway: rw(text('192.168.1.1', 256)),
  DNSServers: rw(text('192.168.1.1,223.5.5.5', 256)),
  MACAddress: rw(mac(({ facts }) => facts.macAddress)),
  MACAddressOverride: rw(flag(false)),
  DHCPOptionNumberOfEntries: countOf('DHCPOption'),
}

const lanStats: ParameterSpecs = {
  ConnectionUpTime: live(uint(), ({ upTime }) => Math.floor(upTime)),
  TotalBytesSent: counter(uint(), 21_000),
  TotalBytesReceived: counter(uint(), 1_050_000),
  TotalPacketsSent: counter(uint(), 120),
  TotalPacketsReceived: counter(uint(), 790),
}

const objects: ObjectSpecs = {
  'Device.': {
    DeviceSummary: text('Device:1.2[](Baseline:1, LAN:1, IPPing:1, TraceRoute:1), STBService:1.4[1](Baseline:1)', 1024),
  },
  'Device.DeviceInfo.': info,
  'Device.ManagementServer.': { ...managementServer, UDPConnectionRequestAddressNotificationLimit: rw(uint(0)) },
  'Device.Time.': { ...clock, LocalTimeZone: rw(text('CST-8', 256)) },
  'Device.GatewayInfo.': {
    ManufacturerOUI: text('', 6),
    ProductClass: text('', 64),
    SerialNumber: text('', 64),
  },
  'Device.Config.': { PersistentData: rw(text('', 256)), ConfigFile: rw(text('', 32_768)) },
  'Device.UserInterface.': {
    PasswordRequired: rw(flag(false)),
    UpgradeAvailable: rw(flag(false)),
    WarrantyDate: rw(time('2027-06-30T00:00:00Z')),
    ISPName: rw(text('演示网络 Demo ISP', 64)),
    ISPHelpDesk: rw(text('10000', 32)),
    ISPHomePage: rw(text('http://www.example.net/', 256)),
    AvailableLanguages: text('zh-CN,en', 256),
    CurrentLanguage: rw(text('zh-CN', 16)),
  },
  'Device.LAN.': lan,
  'Device.LAN.DHCPOption.{i}.': {
    Request: rw(flag(false)),
    Tag: rw(uint(1, 1, 254)),
    Value: rw(base64('', 340)),
  },
  'Device.LAN.Stats.': lanStats,
  'Device.LAN.IPPingDiagnostics.': ping,
  'Device.LAN.TraceRouteDiagnostics.': { ...traceRoute, NumberOfRouteHops: countOf('RouteHops') },
  'Device.LAN.TraceRouteDiagnostics.RouteHops.{i}.': { HopHost: quiet(text('', 256)) },
  'Device.Capabilities.PerformanceDiagnostic.': { DownloadTransports: text('HTTP'), UploadTransports: text('HTTP') },
  'Device.DownloadDiagnostics.': downloadTest,
  'Device.UploadDiagnostics.': uploadTest,
  'Device.NSLookupDiagnostics.': lookup,
  'Device.NSLookupDiagnostics.Result.{i}.': lookupResult,
  'Device.UDPEchoConfig.': {
    Enable: rw(flag(false)),
    Interface: rw(text('', 256)),
    SourceIPAddress: rw(ip()),
    UDPPort: rw(uint(7, 0, 65_535)),
    EchoPlusEnabled: rw(flag(false)),
    EchoPlusSupported: flag(true),
    PacketsReceived: quiet(uint()),
    PacketsResponded: quiet(uint()),
    BytesReceived: quiet(uint()),
    BytesResponded: quiet(uint()),
    TimeFirstPacketReceived: quiet(time()),
    TimeLastPacketReceived: quiet(time()),
  },
  ...stbService,
  ...stbVendor,
}

const tables: Readonly<Record<string, TableSpec>> = {
  'Device.LAN.DHCPOption.': openTable(2),
  'Device.LAN.TraceRouteDiagnostics.RouteHops.': fixedTable(0),
  'Device.NSLookupDiagnostics.Result.': fixedTable(0),
  ...stbServiceTables,
  ...stbVendorTables,
}

/** A set-top box: Device:1 root (TR-106), STBService (TR-135) and one Chinese operator's objects. */
export const stb: ModelSpec = {
  root: 'Device.',
  objects,
  tables,
  informParameters: [
    'Device.DeviceSummary',
    'Device.DeviceInfo.HardwareVersion',
    'Device.DeviceInfo.SoftwareVersion',
    'Device.ManagementServer.ConnectionRequestURL',
    'Device.ManagementServer.ParameterKey',
    'Device.LAN.IPAddress',
    'Device.LAN.MACAddress',
    'Device.ManagementServer.UDPConnectionRequestAddress',
    'Device.X_CTC_IPTV.STBID',
    'Device.X_CTC_IPTV.ServiceInfo.UserID',
  ],
  methods: [
    ...REQUIRED_METHODS,
    'Upload',
    'FactoryReset',
    'ScheduleInform',
    'GetQueuedTransfers',
    'GetAllQueuedTransfers',
  ],
  defaultCwmpVersion: '1.1',
  growthTable: 'Device.X_00E0FC.ErrorCode.',
}
