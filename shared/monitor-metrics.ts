import type { DataModel } from './cwmp/paths.ts'
import type { MetricLimits } from './model/diagnose.ts'

/**
 * One thing worth drawing. `gauge`: the value itself; `counter`: its rise per second; `ratio`: its rise as a percentage of
 * the rise of `whole`; `used`: 100 % less its share of `whole`; `text`: a word. `whole` stands beside it.
 */
export interface MetricSpec {
  metric: string
  /** With `{i}` for instances. */
  path: string
  kind: 'gauge' | 'counter' | 'ratio' | 'used' | 'text'
  unit: string
  scale?: number
  whole?: string
  models: readonly DataModel[]
  better?: 'low' | 'high'
  limits?: MetricLimits
}

type Row = Omit<MetricSpec, 'models' | 'path'> & { path: string }

const below = (models: readonly DataModel[], base: string, rows: readonly Row[]): MetricSpec[] =>
  rows.map((row) => ({ ...row, path: base + row.path, models }))

const low = (good: number, bad: number) => ({ better: 'low', limits: { good, bad } }) as const
const high = (good: number, bad: number) => ({ better: 'high', limits: { good, bad } }) as const
const mbps = { kind: 'counter', unit: 'Mbit/s', scale: 8e-6 } as const
const perSecond = { kind: 'counter', unit: '/s' } as const

const rtp = 'Device.Services.STBService.{i}.ServiceMonitoring.MainStream.{i}.'
const statistics = 'Device.X_CTC_IPTV.ServiceStatistics.'
const igd = 'InternetGatewayDevice.'
const stb: readonly DataModel[] = ['tr106', 'tr181']

/** Every metric, and where each data model keeps it (TR-181, TR-098, TR-135, operators' objects). */
export const metricSpecs: readonly MetricSpec[] = [
  ...below(['tr181', 'tr106'], 'Device.', [
    { metric: 'uptime', path: 'DeviceInfo.UpTime', kind: 'gauge', unit: 's' },
    { metric: 'cpu', path: 'DeviceInfo.ProcessStatus.CPUUsage', kind: 'gauge', unit: '%', ...low(80, 95) },
    { metric: 'memory', path: 'DeviceInfo.MemoryStatus.Free', whole: 'Total', kind: 'used', unit: '%', ...low(85, 95) },
  ]),
  ...below(['tr098'], igd, [
    { metric: 'uptime', path: 'DeviceInfo.UpTime', kind: 'gauge', unit: 's' },
    { metric: 'cpu', path: 'DeviceInfo.ProcessStatus.CPUUsage', kind: 'gauge', unit: '%', ...low(80, 95) },
    { metric: 'memory', path: 'DeviceInfo.MemoryStatus.Free', whole: 'Total', kind: 'used', unit: '%', ...low(85, 95) },
    { metric: 'traffic.down', path: 'WANDevice.{i}.WANCommonInterfaceConfig.TotalBytesReceived', ...mbps },
    { metric: 'traffic.up', path: 'WANDevice.{i}.WANCommonInterfaceConfig.TotalBytesSent', ...mbps },
    {
      metric: 'service.ppp',
      path: 'WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}.ConnectionStatus',
      kind: 'text',
      unit: '',
    },
    {
      metric: 'service.ip',
      path: 'WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.ConnectionStatus',
      kind: 'text',
      unit: '',
    },
    {
      metric: 'service.link',
      path: 'WANDevice.{i}.WANCommonInterfaceConfig.PhysicalLinkStatus',
      kind: 'text',
      unit: '',
    },
    { metric: 'wifi.clients', path: 'LANDevice.{i}.WLANConfiguration.{i}.TotalAssociations', kind: 'gauge', unit: '' },
  ]),
  ...below(['tr181'], 'Device.', [
    {
      metric: 'optical.receive',
      path: 'Optical.Interface.{i}.OpticalSignalLevel',
      kind: 'gauge',
      unit: 'dBm',
      scale: 1e-3,
      ...high(-25, -27),
    },
    {
      metric: 'optical.transmit',
      path: 'Optical.Interface.{i}.TransmitOpticalLevel',
      kind: 'gauge',
      unit: 'dBm',
      scale: 1e-3,
    },
    { metric: 'optical.status', path: 'Optical.Interface.{i}.Status', kind: 'text', unit: '' },
    { metric: 'service.ppp', path: 'PPP.Interface.{i}.ConnectionStatus', kind: 'text', unit: '' },
    { metric: 'traffic.down', path: 'IP.Interface.{i}.Stats.BytesReceived', ...mbps },
    { metric: 'traffic.up', path: 'IP.Interface.{i}.Stats.BytesSent', ...mbps },
    { metric: 'wifi.noise', path: 'WiFi.Radio.{i}.Stats.Noise', kind: 'gauge', unit: 'dBm', ...low(-85, -75) },
    {
      metric: 'wifi.signal',
      path: 'WiFi.AccessPoint.{i}.AssociatedDevice.{i}.SignalStrength',
      kind: 'gauge',
      unit: 'dBm',
      ...high(-67, -80),
    },
    { metric: 'wifi.clients', path: 'WiFi.AccessPoint.{i}.AssociatedDeviceNumberOfEntries', kind: 'gauge', unit: '' },
  ]),
  ...below(['tr106'], 'Device.LAN.Stats.', [
    { metric: 'traffic.down', path: 'TotalBytesReceived', ...mbps },
    { metric: 'traffic.up', path: 'TotalBytesSent', ...mbps },
  ]),
  ...below(stb, rtp, [
    { metric: 'iptv.status', path: 'Status', kind: 'text', unit: '' },
    {
      metric: 'iptv.loss',
      path: 'Total.RTPStats.PacketsLost',
      whole: 'PacketsExpected',
      kind: 'ratio',
      unit: '%',
      ...low(0.1, 1),
    },
    { metric: 'iptv.mlr', path: 'Total.RTPStats.PacketsLost', ...perSecond, ...low(0.1, 8) },
    { metric: 'iptv.lossEvents', path: 'Total.RTPStats.LossEvents', ...perSecond },
    {
      metric: 'iptv.lossBeforeRepair',
      path: 'Total.RTPStats.PacketsLostBeforeEC',
      whole: 'PacketsExpected',
      kind: 'ratio',
      unit: '%',
    },
    {
      metric: 'iptv.bufferEmpty',
      path: 'Total.DejitteringStats.EmptyBufferTime',
      kind: 'counter',
      unit: 'ms/s',
      ...low(1, 20),
    },
    { metric: 'iptv.underruns', path: 'Total.DejitteringStats.Underruns', ...perSecond },
    { metric: 'iptv.overruns', path: 'Total.DejitteringStats.Overruns', ...perSecond },
    { metric: 'iptv.discontinuities', path: 'Total.MPEG2TSStats.PacketDiscontinuityCounter', ...perSecond },
    {
      metric: 'iptv.lostFrames',
      path: 'Total.VideoDecoderStats.LostFrames',
      whole: 'DecodedFrames',
      kind: 'ratio',
      unit: '%',
      ...low(0.1, 1),
    },
    { metric: 'iptv.frameRate', path: 'Total.VideoDecoderStats.FrameRate', kind: 'gauge', unit: 'fps' },
    {
      metric: 'iptv.channelChange',
      path: 'Total.VideoResponseStats.MaximumVideoSystemResponse',
      kind: 'gauge',
      unit: 'ms',
      ...low(1500, 3000),
    },
    { metric: 'iptv.channelChangeFailures', path: 'Total.VideoResponseStats.ChannelChangeFailures', ...perSecond },
  ]),
  ...below(stb, statistics, [
    { metric: 'iptv.multicastDelay', path: 'MultiRRT', kind: 'gauge', unit: 'ms', ...low(200, 500) },
    { metric: 'iptv.vodDelay', path: 'VodRRT', kind: 'gauge', unit: 'ms', ...low(500, 1500) },
    { metric: 'iptv.httpDelay', path: 'HTTPRRT', kind: 'gauge', unit: 'ms', ...low(200, 1000) },
    {
      metric: 'iptv.multicastFailures',
      path: 'MultiFailNumbers',
      whole: 'MultiReqNumbers',
      kind: 'ratio',
      unit: '%',
      ...low(1, 5),
    },
    { metric: 'iptv.authFailures', path: 'AuthFailNumbers', whole: 'AuthNumbers', kind: 'ratio', unit: '%' },
  ]),
  ...below(stb, 'Device.X_CTC_IPTV.LogMsg.', [
    { metric: 'iptv.lossNow', path: 'PkgLostRate', kind: 'gauge', unit: '%', ...low(0.1, 1) },
    { metric: 'iptv.rate', path: 'ByteTotalOneSec', kind: 'gauge', unit: 'Mbit/s', scale: 8e-6 },
    { metric: 'iptv.buffer', path: 'BUFFER', kind: 'gauge', unit: 'ms' },
  ]),
]

const byMetric = new Map(metricSpecs.map((spec) => [spec.metric, spec]))

/** What is known of a metric by its name; a line's name is the metric, a blank and its instance. */
export function metricOf(name: string): MetricSpec | undefined {
  return byMetric.get(name.split(' ', 1)[0] ?? '')
}
