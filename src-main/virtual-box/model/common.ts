import {
  countOf,
  flag,
  int,
  ip,
  live,
  localTime,
  quiet,
  rw,
  secret,
  text,
  time,
  uint,
  watched,
  word,
} from './builders.ts'
import type { ParameterSpec, ParameterSpecs } from './spec.ts'

/** Objects that several models share. */

/** DeviceInfo as all three roots have it. */
export const deviceInfo: ParameterSpecs = {
  Manufacturer: text(({ facts }) => facts.manufacturer, 64),
  ManufacturerOUI: text(({ facts }) => facts.oui, 6),
  ModelName: text(({ facts }) => facts.productClass, 64),
  Description: text('', 256),
  ProductClass: text(({ facts }) => facts.productClass, 64),
  SerialNumber: text(({ facts }) => facts.serialNumber, 64),
  HardwareVersion: text(({ facts }) => facts.hardwareVersion, 64),
  SoftwareVersion: watched(text(({ facts }) => facts.softwareVersion, 64)),
  AdditionalSoftwareVersion: text('loader=1.4', 256),
  ProvisioningCode: watched(rw(text('', 64))),
  UpTime: live(uint(), ({ upTime }) => Math.floor(upTime)),
  FirstUseDate: quiet(time('2024-07-01T02:03:04Z')),
}

/** The STUN and UDP connection request parameters (TR-069 annex G). */
export const stun: ParameterSpecs = {
  UDPConnectionRequestAddress: text('', 256),
  STUNEnable: rw(flag(false)),
  STUNServerAddress: rw(text('', 256)),
  STUNServerPort: rw(uint(3478, 0, 65_535)),
  STUNUsername: rw(text('', 256)),
  STUNPassword: secret(256),
  STUNMaximumKeepAlivePeriod: rw(int(-1, -1)),
  STUNMinimumKeepAlivePeriod: rw(uint(30)),
  NATDetected: flag(false),
}

/** ManagementServer as all three roots have it. */
export const managementServer: ParameterSpecs = {
  URL: rw(text(({ facts }) => facts.acsUrl, 256)),
  Username: rw(text(({ facts }) => `${facts.oui}-${facts.productClass}-${facts.serialNumber}`, 256)),
  Password: secret(256),
  PeriodicInformEnable: rw(flag(true)),
  PeriodicInformInterval: rw(uint(3600, 1)),
  PeriodicInformTime: rw(time()),
  ParameterKey: quiet(text('', 32)),
  ConnectionRequestURL: watched(text('', 256)),
  ConnectionRequestUsername: rw(text('', 256)),
  ConnectionRequestPassword: secret(256),
  UpgradesManaged: rw(flag(true)),
  KickURL: text('', 256),
  DownloadProgressURL: text('', 256),
  ...stun,
}

/** The session retry rule (TR-069 3.2.1.1), settable since Amendment 3. */
export const sessionRetry: ParameterSpecs = {
  CWMPRetryMinimumWaitInterval: rw(uint(5, 1, 65_535)),
  CWMPRetryIntervalMultiplier: rw(uint(2000, 1000, 65_535)),
}

/** Time as all three roots have it. */
export const clock: ParameterSpecs = {
  NTPServer1: rw(text('ntp1.example.net', 64)),
  NTPServer2: rw(text('ntp2.example.net', 64)),
  NTPServer3: rw(text('', 64)),
  NTPServer4: rw(text('', 64)),
  NTPServer5: rw(text('', 64)),
  CurrentLocalTime: live(time(), ({ now }) => localTime(now)),
}

/** DiagnosticsState: `Requested` is what an ACS writes, the rest is the box's own (TR-143, TR-106). */
export const diagnosticsState = (): ParameterSpec => quiet(rw(word('None', ['None', 'Requested'])))

/** Inputs and results of a ping (TR-106 IPPingDiagnostics). */
export const ping: ParameterSpecs = {
  DiagnosticsState: diagnosticsState(),
  Host: rw(text('', 256)),
  NumberOfRepetitions: rw(uint(4, 1)),
  Timeout: rw(uint(5000, 1)),
  DataBlockSize: rw(uint(64, 1, 65_535)),
  DSCP: rw(uint(0, 0, 63)),
  SuccessCount: quiet(uint()),
  FailureCount: quiet(uint()),
  AverageResponseTime: quiet(uint()),
  MinimumResponseTime: quiet(uint()),
  MaximumResponseTime: quiet(uint()),
}

/** Inputs and result of a traceroute; the table of hops differs by root. */
export const traceRoute: ParameterSpecs = {
  DiagnosticsState: diagnosticsState(),
  Host: rw(text('', 256)),
  Timeout: rw(uint(5000, 1)),
  DataBlockSize: rw(uint(38, 1, 65_535)),
  MaxHopCount: rw(uint(30, 1, 64)),
  DSCP: rw(uint(0, 0, 63)),
  ResponseTime: quiet(uint()),
}

const transferTimes: ParameterSpecs = {
  ROMTime: quiet(time()),
  BOMTime: quiet(time()),
  EOMTime: quiet(time()),
  TCPOpenRequestTime: quiet(time()),
  TCPOpenResponseTime: quiet(time()),
}

/** TR-143 download test. */
export const downloadTest: ParameterSpecs = {
  DiagnosticsState: diagnosticsState(),
  Interface: rw(text('', 256)),
  DownloadURL: rw(text('', 256)),
  DSCP: rw(uint(0, 0, 63)),
  EthernetPriority: rw(uint(0, 0, 7)),
  ...transferTimes,
  TestBytesReceived: quiet(uint()),
  TotalBytesReceived: quiet(uint()),
}

/** TR-143 upload test. */
export const uploadTest: ParameterSpecs = {
  DiagnosticsState: diagnosticsState(),
  Interface: rw(text('', 256)),
  UploadURL: rw(text('', 256)),
  DSCP: rw(uint(0, 0, 63)),
  EthernetPriority: rw(uint(0, 0, 7)),
  TestFileLength: rw(uint(1_048_576)),
  ...transferTimes,
  TotalBytesSent: quiet(uint()),
}

/** A row of a lookup result (NSLookupDiagnostics.Result). */
export const lookupResult: ParameterSpecs = {
  Status: quiet(text('', 64)),
  AnswerType: quiet(text('', 64)),
  HostNameReturned: quiet(text('', 256)),
  IPAddresses: quiet(text('', 256)),
  DNSServerIP: quiet(ip()),
  ResponseTime: quiet(uint()),
}

/** NSLookupDiagnostics, inputs and count. */
export const lookup: ParameterSpecs = {
  DiagnosticsState: diagnosticsState(),
  Interface: rw(text('', 256)),
  HostName: rw(text('', 256)),
  DNSServer: rw(text('', 256)),
  Timeout: rw(uint(2000)),
  NumberOfRepetitions: rw(uint(1)),
  SuccessCount: quiet(uint()),
  ResultNumberOfEntries: countOf('Result'),
}

/** Methods that every CPE must have (TR-069 table 5). */
export const REQUIRED_METHODS = [
  'GetRPCMethods',
  'SetParameterValues',
  'GetParameterValues',
  'GetParameterNames',
  'SetParameterAttributes',
  'GetParameterAttributes',
  'AddObject',
  'DeleteObject',
  'Reboot',
  'Download',
] as const
