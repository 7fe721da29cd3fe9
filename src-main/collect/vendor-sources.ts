import type { EvidenceKind } from '#shared/model/collect.ts'
import type { SinkProtocol } from './sinks.ts'

/** An object by which a box sends a file of its own making (field.md section 2.2, TR-181 2.13 PacketCaptureDiagnostics). */
export interface VendorSource {
  kind: EvidenceKind
  object: string
  /** Leaf names. */
  url: string
  username: string
  password: string
  duration?: string
  /** What starts it. */
  trigger: { leaf: string; value: string }
  state: string
  /** States in which nothing will come. */
  failed: RegExp
  /** In the order in which they are tried. */
  protocols: readonly SinkProtocol[]
  fileName: string
}

const login = { username: 'Username', password: 'Password' }

export const vendorSources: readonly VendorSource[] = [
  {
    ...login,
    kind: 'debugInfo',
    object: 'Device.X_00E0FC.DebugInfo.',
    url: 'UploadURL',
    trigger: { leaf: 'Action', value: '1' },
    state: 'State',
    failed: /^4$/,
    protocols: ['http', 'ftp', 'sftp'],
    fileName: 'debug-info.log',
  },
  {
    ...login,
    kind: 'startupInfo',
    object: 'Device.X_00E0FC.StartupInfo.',
    url: 'UploadURL',
    trigger: { leaf: 'Action', value: '1' },
    state: 'State',
    failed: /^4$/,
    protocols: ['http', 'ftp', 'sftp'],
    fileName: 'startup-info.log',
  },
  {
    ...login,
    kind: 'packetCapture',
    object: 'Device.X_00E0FC.PacketCapture.',
    url: 'UploadURL',
    duration: 'Duration',
    trigger: { leaf: 'State', value: '2' },
    state: 'State',
    failed: /^[47]$/,
    protocols: ['sftp', 'ftp', 'http'],
    fileName: 'capture.pcap',
  },
  {
    ...login,
    kind: 'packetCapture',
    object: 'Device.PacketCaptureDiagnostics.',
    url: 'FileTarget',
    duration: 'Duration',
    trigger: { leaf: 'DiagnosticsState', value: 'Requested' },
    state: 'DiagnosticsState',
    failed: /^error/i,
    protocols: ['http', 'sftp', 'ftp'],
    fileName: 'capture.pcap',
  },
]

/** Branches to read where the whole tree is not, so that it is known what a box can give. */
export const discoveryBranches: readonly string[] = [
  ...new Set(vendorSources.map(({ object }) => object)),
  'Device.X_00E0FC.LogParaConfiguration.',
  'Device.X_CTC_IPTV.LogMsg.',
]
/** The same below either root. */
export const commonBranches: readonly string[] = [
  'DeviceInfo.VendorLogFile.',
  'DeviceInfo.VendorConfigFile.',
  'DeviceInfo.DeviceLog',
]
