import {
  counter,
  countOf,
  fixedTable,
  flag,
  int,
  ip,
  live,
  perRow,
  quiet,
  rw,
  text,
  time,
  uint,
  wave,
  wobble,
} from './builders.ts'
import type { ObjectSpecs, ParameterSpecs, TableSpec } from './spec.ts'

/** TR-135 STBService as a box of the middle class has it: capabilities, components, and the IPTV quality counters. */

const S = 'Device.Services.STBService.{i}.'

const component = (name: string): ParameterSpecs => ({
  Enable: rw(flag(true)),
  Status: text('Enabled', 32),
  Name: text(name, 256),
})

/** Seconds of play since boot that the totals count over. */
const playSeconds = live(uint(), ({ upTime }) => Math.floor(upTime))

const RTP_PER_SECOND = 820

const rtp: ParameterSpecs = {
  TotalSeconds: playSeconds,
  PacketsExpected: counter(uint(), RTP_PER_SECOND),
  PacketsReceived: counter(uint(), RTP_PER_SECOND - 0.4),
  PacketsReceivedBeforeEC: counter(uint(), RTP_PER_SECOND - 1.6),
  PacketsLost: counter(uint(), 0.4),
  PacketsLostBeforeEC: counter(uint(), 1.6),
  PacketsDiscarded: counter(uint(), 0.02),
  PacketsOutOfSequence: counter(uint(), 0.05),
  LossEvents: counter(uint(), 0.09),
  LossEventsBeforeEC: counter(uint(), 0.3),
  SevereLossIndexCount: counter(uint(), 0.004),
  SevereLossLengthCount: counter(uint(), 0.002),
  RetransmitTimeouts: counter(uint(), 0.01),
}

const mainStream: ObjectSpecs = {
  [`${S}ServiceMonitoring.MainStream.{i}.`]: {
    Enable: rw(flag(true)),
    Status: text('Enabled', 32),
    ServiceType: rw(text('IPTV', 32)),
    AVStream: text('Device.Services.STBService.1.AVStreams.AVStream.1', 256),
    Gmin: rw(uint(16)),
    SevereLossMinDistance: rw(uint(8)),
    SevereLossMinLength: rw(uint(24)),
    ChannelChangeFailureTimeout: rw(uint(5)),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.`]: {
    Reset: rw(flag(false)),
    ResetTime: quiet(uint()),
    TotalSeconds: playSeconds,
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.DejitteringStats.`]: {
    TotalSeconds: playSeconds,
    EmptyBufferTime: counter(uint(), 0.7),
    Overruns: counter(uint(), 0.001),
    Underruns: counter(uint(), 0.003),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.RTPStats.`]: rtp,
  [`${S}ServiceMonitoring.MainStream.{i}.Total.MPEG2TSStats.`]: {
    TotalSeconds: playSeconds,
    TSPacketsReceived: counter(uint(), RTP_PER_SECOND * 7),
    TSSyncByteErrorCount: counter(uint(), 0.002),
    TSSyncLossCount: counter(uint(), 0.001),
    PacketDiscontinuityCounter: counter(uint(), 0.08),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.VideoDecoderStats.`]: {
    TotalSeconds: playSeconds,
    FrameRate: wave(uint(), 50, 1),
    DecodedFrames: counter(uint(), 50),
    LostFrames: counter(uint(), 0.03),
    ConcealedFrames: counter(uint(), 0.06),
    IDecodedFrames: counter(uint(), 2),
    PDecodedFrames: counter(uint(), 16),
    BDecodedFrames: counter(uint(), 32),
    AVResynchCounter: counter(uint(), 0.002),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.AudioDecoderStats.`]: {
    TotalSeconds: playSeconds,
    DecodedFrames: counter(uint(), 31),
    DecodingErrors: counter(uint(), 0.004),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Total.VideoResponseStats.`]: {
    TotalSeconds: playSeconds,
    ChannelChangeFailures: counter(uint(), 0.0005),
    MinimumVideoSystemResponse: wave(uint(), 410, 30),
    MaximumVideoSystemResponse: wave(uint(), 1380, 200),
    RequestedTransactions: counter(uint(), 0.02),
    AccessSuccesses: counter(uint(), 0.0195),
    CompletionCount: counter(uint(), 0.0193),
  },
  [`${S}ServiceMonitoring.MainStream.{i}.Sample.RTPStats.`]: {
    SampleSeconds: text('60,60,60'),
    PacketsExpected: text('49200,49200,49200'),
    PacketsLost: live(text(), ({ upTime, facts }) =>
      [0, 60, 120].map((ago) => Math.max(0, Math.round(24 + 22 * wobble(upTime - ago, facts.index)))).join(','),
    ),
    LossEvents: live(text(), ({ upTime, facts }) =>
      [0, 60, 120].map((ago) => Math.max(0, Math.round(5 + 4 * wobble(upTime - ago, facts.index)))).join(','),
    ),
  },
}

const capabilities: ObjectSpecs = {
  [`${S}Capabilities.`]: { MaxActiveAVStreams: int(2, -1), MaxActiveAVPlayers: int(2, -1) },
  [`${S}Capabilities.FrontEnd.IP.`]: {
    MaxActiveIPStreams: int(4, -1),
    MaxActiveInboundIPStreams: int(4, -1),
    MaxActiveOutboundIPStreams: int(0, -1),
    StreamingControlProtocols: text('RTSP,IGMPv2,IGMPv3'),
    StreamingTransportProtocols: text('UDP,TCP,RTP,HTTP'),
    StreamingTransportControlProtocols: text('RTCP,ARQ,AL-FEC'),
    DownloadTransportProtocols: text('HTTP,HTTPS'),
    MultiplexTypes: text('MPEG2-TS'),
    MaxDejitteringBufferSize: int(4_194_304, -1),
  },
  [`${S}Capabilities.PVR.`]: { MaxIOStreams: int(0, -1), MaxTimeDelay: int(0, -1) },
  [`${S}Capabilities.AudioDecoder.`]: { AudioStandards: text('MPEG1-Part3-Layer2,MPEG4-Part3,AC-3') },
  [`${S}Capabilities.VideoDecoder.`]: { VideoStandards: text('MPEG2-Part2,MPEG4-Part10') },
  [`${S}Capabilities.VideoOutput.`]: {
    VideoFormats: text('CVBS,HDMI'),
    DisplayFormats: text('4:3,16:9'),
    HDCP: text('2.2', 32),
  },
  [`${S}Capabilities.HDMI.`]: {
    SupportedResolutions: text('1280x720p/50Hz,1920x1080p/50Hz'),
    CECSupport: flag(true),
    HDMI3D: flag(false),
  },
  [`${S}Capabilities.ServiceMonitoring.`]: {
    ServiceTypes: text('IPTV,VoD'),
    MaxActiveMainStreams: int(1, -1),
    MinSampleInterval: int(10, -1),
    MaxReportSamples: int(60, -1),
  },
}

const components: ObjectSpecs = {
  [`${S}Components.`]: {
    FrontEndNumberOfEntries: countOf('FrontEnd'),
    AudioDecoderNumberOfEntries: countOf('AudioDecoder'),
    VideoDecoderNumberOfEntries: countOf('VideoDecoder'),
    AudioOutputNumberOfEntries: countOf('AudioOutput'),
    VideoOutputNumberOfEntries: countOf('VideoOutput'),
    HDMINumberOfEntries: countOf('HDMI'),
  },
  [`${S}Components.FrontEnd.{i}.`]: component('IP front end'),
  [`${S}Components.FrontEnd.{i}.IP.`]: {
    ActiveInboundIPStreams: uint(1),
    ActiveOutboundIPStreams: uint(0),
    InboundNumberOfEntries: countOf('Inbound'),
  },
  [`${S}Components.FrontEnd.{i}.IP.IGMP.`]: {
    Enable: rw(flag(true)),
    Status: text('Enabled', 32),
    ClientVersion: text('v2', 8),
    ClientGroupNumberOfEntries: countOf('ClientGroup'),
  },
  [`${S}Components.FrontEnd.{i}.IP.IGMP.ClientGroup.{i}.`]: {
    GroupAddress: ip(({ facts }) => `239.3.1.${(facts.index % 200) + 1}`),
    UpTime: live(uint(), ({ upTime }) => Math.floor(upTime)),
  },
  [`${S}Components.FrontEnd.{i}.IP.Dejittering.`]: {
    BufferSize: rw(uint(1000)),
    BufferInitialLevel: rw(uint(300)),
  },
  [`${S}Components.FrontEnd.{i}.IP.Inbound.{i}.`]: {
    Status: text('Enabled', 32),
    Name: text('live', 256),
    StreamingControlProtocol: text('IGMPv2'),
    StreamingTransportProtocol: text('RTP'),
    MultiplexType: text('MPEG2-TS'),
    SourceAddress: ip('10.20.0.5'),
    SourcePort: uint(8001, 0, 65_535),
    DestinationAddress: ip(({ facts }) => `239.3.1.${(facts.index % 200) + 1}`),
    DestinationPort: uint(8001, 0, 65_535),
    URI: text(({ facts }) => `igmp://239.3.1.${(facts.index % 200) + 1}:8001`, 256),
  },
  [`${S}Components.AudioDecoder.{i}.`]: { ...component('main audio'), AudioStandard: text('MPEG1-Part3-Layer2') },
  [`${S}Components.VideoDecoder.{i}.`]: { ...component('main video'), ContentAspectRatio: text('16:9', 8) },
  [`${S}Components.AudioOutput.{i}.`]: {
    ...component('line out'),
    AudioFormat: text('ANALOG-2-CHANNELS'),
    AudioLevel: rw(uint(35, 0, 100)),
    CancelMute: rw(flag(true)),
  },
  [`${S}Components.VideoOutput.{i}.`]: {
    ...component('TV out'),
    VideoFormat: rw(text('HDMI')),
    DisplayFormat: rw(text('16:9')),
    HDCP: flag(true),
  },
  [`${S}Components.HDMI.{i}.`]: {
    ...component('HDMI'),
    ResolutionMode: rw(text('Auto', 16)),
    ResolutionValue: rw(text('1920x1080p/50Hz')),
  },
  [`${S}Components.HDMI.{i}.DisplayDevice.`]: {
    Status: text('Present', 16),
    Name: text('LIVING-TV', 256),
    PreferredResolution: text('1920x1080p/50Hz'),
    VideoLatency: uint(40),
    CECSupport: flag(true),
  },
}

/** Objects of the service. */
export const stbService: ObjectSpecs = {
  'Device.Services.': { STBServiceNumberOfEntries: countOf('STBService') },
  [S]: { Enable: rw(flag(true)) },
  ...capabilities,
  ...components,
  [`${S}AVStreams.`]: { ActiveAVStreams: uint(1), AVStreamNumberOfEntries: countOf('AVStream') },
  [`${S}AVStreams.AVStream.{i}.`]: {
    Status: text('Enabled', 32),
    Name: text(perRow(['live']), 256),
    FrontEnd: text('Device.Services.STBService.1.Components.FrontEnd.1', 256),
    Inbound: text('Device.Services.STBService.1.Components.FrontEnd.1.IP.Inbound.1', 256),
  },
  [`${S}ServiceMonitoring.`]: {
    SampleEnable: rw(flag(true)),
    SampleState: text('Enabled', 16),
    SampleInterval: rw(uint(60, 1)),
    ReportSamples: rw(uint(3, 1)),
    FetchSamples: rw(uint(3)),
    TimeReference: rw(time()),
    ForceSample: rw(flag(false)),
    MainStreamNumberOfEntries: countOf('MainStream'),
    EventCollectionEnable: rw(flag(false)),
  },
  ...mainStream,
}

/** Tables of the service. */
export const stbServiceTables: Readonly<Record<string, TableSpec>> = {
  'Device.Services.STBService.': fixedTable(1),
  [`${S}Components.FrontEnd.`]: fixedTable(1),
  [`${S}Components.FrontEnd.{i}.IP.IGMP.ClientGroup.`]: fixedTable(1),
  [`${S}Components.FrontEnd.{i}.IP.Inbound.`]: fixedTable(1),
  [`${S}Components.AudioDecoder.`]: fixedTable(1),
  [`${S}Components.VideoDecoder.`]: fixedTable(1),
  [`${S}Components.AudioOutput.`]: fixedTable(1),
  [`${S}Components.VideoOutput.`]: fixedTable(1),
  [`${S}Components.HDMI.`]: fixedTable(1),
  [`${S}AVStreams.AVStream.`]: fixedTable(1),
  [`${S}ServiceMonitoring.MainStream.`]: fixedTable(1),
}
