/** The set-top box's own service: streams, decoders, picture and sound. */
export const iptv = `
@ stb service=STBService.{i}.
enable Enable | bool rw | 机顶盒业务启用 | Set-top box service on | 机顶盒业务总开关。 | Main switch of the TV service.
maxStreams Capabilities.MaxActiveAVStreams | int -1.. | 最多同时码流 | Streams at a time | -1 表示不限。 | -1 means no limit.
maxPlayers Capabilities.MaxActiveAVPlayers | int -1.. | 最多同时播放 | Players at a time | -1 表示不限。 | -1 means no limit.
controlProtocols Capabilities.FrontEnd.IP.StreamingControlProtocols vendor:/Device.STBService.StreamingControlProtocols | list | 支持的控制协议 | Control protocols | 如 RTSP（点播）、IGMP（直播）。 | RTSP for video on demand, IGMP for live TV.
transportProtocols Capabilities.FrontEnd.IP.StreamingTransportProtocols vendor:/Device.STBService.StreamingTransportProtocols | list | 支持的传输协议 | Transport protocols | 如 UDP、RTP、HTTP。 | UDP, RTP, HTTP and so on.
transportControl Capabilities.FrontEnd.IP.StreamingTransportControlProtocols vendor:/Device.STBService.StreamingTransportControlProtocols | list | 支持的传输控制协议 | Transport control protocols | 如 RTCP、ARQ、FEC，用于丢包修复。 | RTCP, ARQ or FEC, to repair losses.
downloadProtocols Capabilities.FrontEnd.IP.DownloadTransportProtocols vendor:/Device.STBService.DownloadTransportProtocols | list | 支持的下载协议 | Download protocols | 下载节目时可用的协议。 | Protocols for downloading programmes.
multiplex Capabilities.FrontEnd.IP.MultiplexTypes vendor:/Device.STBService.MultiplexTypes | list | 支持的封装格式 | Multiplex formats | 如 MPEG2-TS。 | MPEG2-TS and so on.
maxBuffer Capabilities.FrontEnd.IP.MaxDejitteringBufferSize vendor:/Device.STBService.MaxDejitteringBufferSize | int -1.. [B] | 最大去抖缓冲 | Largest jitter buffer | 缓冲越大越抗抖动，换台越慢。 | Larger bears more jitter, and changes channels slower.
audioStandards Capabilities.AudioDecoder.AudioStandards vendor:/Device.STBService.AudioStandards | list | 支持的音频编码 | Audio formats | 可解码的音频格式；有画面无声音时核对。 | Check it when there is a picture and no sound.
videoStandards Capabilities.VideoDecoder.VideoStandards vendor:/Device.STBService.VideoStandards | list | 支持的视频编码 | Video formats | 可解码的视频格式；有声音无画面时核对。 | Check it when there is sound and no picture.
displayFormats Capabilities.VideoOutput.DisplayFormats | list | 支持的画面比例 | Picture formats | 支持的显示格式。 | Formats the output can show.
hdcp Capabilities.VideoOutput.HDCP | string(32) | 支持的 HDCP | HDCP | 支持的高清内容保护版本。 | Version of copy protection.
hdmiResolutions Capabilities.HDMI.SupportedResolutions | list | 支持的 HDMI 分辨率 | HDMI resolutions | 机顶盒能输出的分辨率。 | What the box can put out.
hdmiCec Capabilities.HDMI.CECSupport | bool | 支持 CEC | HDMI CEC | 能否与电视联动开关机。 | Whether TV and box can switch each other.
caSystems Capabilities.CA.CASystems | list | 支持的 CA | CA systems | 支持的条件接收系统。 | Conditional access systems it knows.
drmSystems Capabilities.DRM.DRMSystems | list | 支持的 DRM | DRM systems | 支持的版权保护系统。 | Rights management systems it knows.

@ frontEnd service=STBService.{i}.Components.FrontEnd.{i}.
enable Enable | bool rw | 前端启用 | Front end on | 节目输入前端是否启用。 | Whether this input is used.
status Status | string {Disabled,Enabled,Error} | 前端状态 | Front end state | 节目输入前端的状态。 | State of the input.
name Name | string(256) | 前端名称 | Front end | 节目输入前端的名称。 | Name of the input.
inbound IP.ActiveInboundIPStreams | uint | 当前输入码流数 | Streams coming in | 正在接收的 IP 码流数，看节目时至少为 1。 | At least 1 while something is watched.
outbound IP.ActiveOutboundIPStreams | uint | 当前输出码流数 | Streams going out | 正在发送的 IP 码流数。 | IP streams being sent.
playUrl IP.ServiceConnect.URI | url(256) rw | 播放地址 | Play this address | 写入后直接播放该地址，用于排查节目源。 | Writing it plays the address: tells the source from the box.
forceOn IP.ForceMonitor.Enable | bool rw | 强制监测 | Forced monitoring | 打开后固定监测指定地址的码流。 | Watches one given stream.
forceUrl IP.ForceMonitor.URI | url(256) rw | 强制监测地址 | Monitored address | 要监测的码流地址。 | Stream to be watched.
forceStatus IP.ForceMonitor.Status | string {Normal,Force Monitor} | 强制监测状态 | Forced monitoring state | 是否处于强制监测。 | Whether it is watching that stream.
bufferSize IP.Dejittering.BufferSize | uint rw [ms] | 去抖缓冲时长 | Jitter buffer | 网络抖动大时可适当加大。 | Make it larger on a jittery network.
bufferLevel IP.Dejittering.BufferInitialLevel | uint rw [ms] | 去抖起播水位 | Buffer before play | 缓冲到该时长才开始播放。 | Play starts at this level.
rtcpOn IP.RTCP.Enable | bool rw | RTCP 启用 | RTCP on | 是否回送接收质量报告。 | Whether reception is reported back.
rtcpInterval IP.RTCP.TxRepeatInterval | uint 1.. rw [ms] | RTCP 间隔 | RTCP interval | 质量报告的发送间隔。 | Time between reports.
fecOn IP.FEC.Enable | bool rw | FEC 启用 | FEC on | 前向纠错，可修复少量丢包。 | Repairs small losses without asking again.
fecStatus IP.FEC.ECOperationStatus | string | FEC 状态 | FEC state | 前向纠错是否在工作。 | Whether it is at work.
arqOn IP.RTPAVPF.Enable | bool rw | ARQ 重传启用 | Retransmission on | 丢包后向服务器请求重传。 | Lost packets are asked for again.
arqStatus IP.RTPAVPF.ECOperationStatus | string | ARQ 状态 | Retransmission state | 重传是否在工作。 | Whether it is at work.
arqTimeout IP.RTPAVPF.RetransmitTimeout | uint rw [ms] | ARQ 超时 | Retransmission timeout | 等待重传包的最长时间。 | Longest wait for a resent packet.

@ igmpClient service=STBService.{i}.Components.FrontEnd.{i}.IP.IGMP.
enable Enable | bool rw | IGMP 启用 | IGMP on | 关闭后无法收看直播。 | Off: no live TV.
status Status | string {Disabled,Enabled,Error} | IGMP 状态 | IGMP state | IGMP 客户端的状态。 | State of the IGMP client.
version ClientVersion | string {v1,v2,v3} | IGMP 版本 | IGMP version | 应与网络侧一致，国内多为 v2。 | Must fit the network; mostly v2 in China.
robustness ClientRobustness | uint rw | IGMP 健壮系数 | IGMP robustness | 丢包多时可加大，加入报文会重发更多次。 | More repeats of a join; raise it on lossy lines.
reportInterval ClientUnsolicitedReportInterval | uint 1..25 rw [s] | IGMP 重发间隔 | IGMP report interval | 主动加入报文的重发间隔。 | Time between repeats of a join.
dscp DSCPMark | uint 0..63 rw | IGMP DSCP | IGMP DSCP | IGMP 报文的优先级标记。 | Priority mark of IGMP packets.
vlan VLANIDMark | int -1.. rw | IGMP VLAN | IGMP VLAN | IGMP 报文的 VLAN，-1 表示不带标签。 | VLAN of IGMP packets; -1 is untagged.
priority EthernetPriorityMark | int -1.. rw | IGMP 802.1p | IGMP priority | IGMP 报文的 802.1p 优先级，-1 表示不改。 | 802.1p priority; -1 leaves it.
logging LoggingEnable | bool rw | IGMP 日志 | IGMP log | 记录加入和离开，排查换台问题时打开。 | Records joins and leaves: on for channel change trouble.
maxGroups MaximumNumberOfConcurrentGroups | uint | 最多同时组播组 | Groups at a time | 可同时加入的组播组数。 | Multicast groups it can join at a time.
group ClientGroup.{i}.GroupAddress | ip | 已加入的组播组 | Joined group | 当前收看频道的组播地址。 | Multicast address of the channel being watched.
groupTime ClientGroup.{i}.UpTime | uint [s] | 组播组加入时长 | Joined for | 加入该组播组的时间。 | Time since it joined.
dayJoins ClientGroupStats.{i}.CurrentDay.NumberOfJoins | uint | 当日加入次数 | Joins today | 当天加入该组播组的次数。 | How often it joined today.
dayLeaves ClientGroupStats.{i}.CurrentDay.NumberOfLeaves | uint | 当日离开次数 | Leaves today | 当天离开该组播组的次数。 | How often it left today.
dayDelay ClientGroupStats.{i}.CurrentDay.MaxJoinDelay | uint [ms] | 当日最大加入时延 | Slowest join today | 超过 200 毫秒换台会明显变慢。 | Above 200 ms a channel change feels slow.

@ inboundStream service=STBService.{i}.Components.FrontEnd.{i}.IP.Inbound.{i}.
status Status | string {Disabled,Enabled,Error} | 输入码流状态 | Stream state | 该码流是否正常接收。 | Whether the stream arrives.
name Name | string(256) | 输入码流名称 | Stream | 码流的名称。 | Name of the stream.
control StreamingControlProtocol | string | 码流控制协议 | Stream control | IGMP 为直播，RTSP 为点播。 | IGMP is live, RTSP on demand.
transport StreamingTransportProtocol | string | 码流传输协议 | Stream transport | 码流使用的传输协议。 | How the stream travels.
multiplex MultiplexType | string | 码流封装 | Stream multiplex | 码流的封装格式。 | Its multiplex format.
source SourceAddress | ip | 码流源地址 | Stream from | 发送码流的服务器地址。 | Server that sends it.
sourcePort SourcePort | uint 0..65535 | 码流源端口 | Stream source port | 发送码流的端口。 | Port it is sent from.
destination DestinationAddress | ip | 码流目的地址 | Stream to | 直播时为组播地址。 | A multicast address for live TV.
destinationPort DestinationPort | uint 0..65535 | 码流目的端口 | Stream port | 接收码流的端口。 | Port it arrives at.
url URI | url(256) | 码流地址 | Stream address | 当前码流的完整地址。 | Whole address of the stream.

@ videoDecoder service=STBService.{i}.Components.VideoDecoder.{i}.
enable Enable | bool rw | 视频解码启用 | Video decoder on | 视频解码器是否启用。 | Whether the decoder is used.
status Status | string {Disabled,Enabled,Error} | 视频解码状态 | Video decoder state | Error 时有声音无画面。 | Error: sound but no picture.
name Name | string(256) | 视频解码器 | Video decoder | 视频解码器的名称。 | Name of the decoder.
aspect ContentAspectRatio | string {4:3,16:9} | 节目宽高比 | Aspect of the content | 当前节目的宽高比。 | Aspect ratio of the programme.

@ audioDecoder service=STBService.{i}.Components.AudioDecoder.{i}.
enable Enable | bool rw | 音频解码启用 | Audio decoder on | 音频解码器是否启用。 | Whether the decoder is used.
status Status | string {Disabled,Enabled,Error} | 音频解码状态 | Audio decoder state | Error 时有画面无声音。 | Error: a picture but no sound.
standard AudioStandard | string | 当前音频编码 | Audio format now | 当前节目的音频格式。 | Audio format of the programme.

@ videoOutput service=STBService.{i}.Components.VideoOutput.{i}.
enable Enable | bool rw | 视频输出启用 | Video output on | 视频输出是否启用。 | Whether the output is used.
status Status | string {Disabled,Enabled,Error} | 视频输出状态 | Video output state | 视频输出的状态。 | State of the output.
name Name | string(256) | 视频输出名称 | Video output | 视频输出的名称。 | Name of the output.
format VideoFormat | string rw | 视频输出接口 | Video connector | 使用的输出接口类型。 | Kind of connector in use.
display DisplayFormat | string rw | 画面显示方式 | Display format | 画面的宽高比和缩放方式。 | Aspect ratio and scaling.
standard CompositeVideoStandard | string | 电视制式 | TV standard | 国内应为 PAL。 | Should be PAL in China.
hdcp HDCP | bool | HDCP 生效 | HDCP active | 是否正在使用内容保护。 | Whether copy protection is on.

@ hdmi service=STBService.{i}.Components.HDMI.{i}.
enable Enable | bool rw | HDMI 启用 | HDMI on | HDMI 输出是否启用。 | Whether HDMI is used.
status Status | string {Disabled,Enabled,Error} | HDMI 状态 | HDMI state | HDMI 输出的状态。 | State of HDMI.
name Name | string(256) | HDMI 名称 | HDMI output | HDMI 输出的名称。 | Name of the output.
mode ResolutionMode | string {Auto,Manual} rw | HDMI 分辨率模式 | HDMI resolution chosen | 自动适应电视或手动指定。 | By the TV, or by hand.
resolution ResolutionValue | string rw | HDMI 分辨率 | HDMI resolution | 设为电视不支持的分辨率会黑屏。 | One the TV does not know leaves a black screen.
tvStatus DisplayDevice.Status | string {Present,None,Error} | 电视连接状态 | TV connected | None 表示没有检测到电视，检查 HDMI 线。 | None: no TV found, check the HDMI cable.
tvName DisplayDevice.Name | string(256) | 电视名称 | TV | 所接电视的名称。 | Name of the TV.
tvResolutions DisplayDevice.SupportedResolutions | list | 电视支持的分辨率 | TV resolutions | 所接电视支持的分辨率。 | What the TV can show.
tvPreferred DisplayDevice.PreferredResolution | string | 电视首选分辨率 | TV prefers | 所接电视的最佳分辨率。 | Best resolution of the TV.
tvCec DisplayDevice.CECSupport | bool | 电视支持 CEC | TV has CEC | 电视能否与机顶盒联动。 | Whether the TV joins in CEC.

@ audioOutput service=STBService.{i}.Components.AudioOutput.{i}.
enable Enable | bool rw | 音频输出启用 | Audio output on | 音频输出是否启用。 | Whether the output is used.
status Status | string {Disabled,Enabled,Muted,Error} | 音频输出状态 | Audio output state | Muted 表示处于静音。 | Muted: somebody pressed mute.
format AudioFormat | string | 音频输出格式 | Audio connector | 音频输出的接口类型。 | Kind of output.
level AudioLevel | uint 0..100 rw [%] | 音量 | Volume | 机顶盒的音量。 | Volume of the box.
unmute CancelMute | bool rw | 取消静音 | Cancel mute | 写入 true 取消静音。 | Writing true ends mute.

@ spdif service=STBService.{i}.Components.SPDIF.{i}.
enable Enable | bool rw | SPDIF 启用 | S/PDIF on | 数字音频输出是否启用。 | Whether digital audio is put out.
status Status | string {Disabled,Enabled,Error} | SPDIF 状态 | S/PDIF state | 数字音频输出的状态。 | State of the output.
forcePcm ForcePCM | bool rw | 强制 PCM | PCM only | 功放不支持 AC3 时打开。 | On where the amplifier does not know AC3.

@ player service=STBService.{i}.AVPlayers.
active ActiveAVPlayers | uint | 正在播放数 | Players at work | 正在工作的播放器数量。 | Players in use.
audioLanguage PreferredAudioLanguage | string(64) rw | 首选音轨语言 | Preferred audio | 首选的音轨语言。 | Preferred language of sound.
subtitleLanguage PreferredSubtitlingLanguage | string(64) rw | 首选字幕语言 | Preferred subtitles | 首选的字幕语言。 | Preferred language of subtitles.
resetPin ResetPINCode | bool rw | 重置童锁密码 | Reset child lock | 写入 true 恢复默认童锁密码。 | Writing true restores the default PIN.
status AVPlayer.{i}.Status | string {Disabled,Enabled,Error} | 播放器状态 | Player state | 播放器的状态。 | State of the player.
audioNow AVPlayer.{i}.AudioLanguage | string(64) | 当前音轨语言 | Audio language now | 当前播放的音轨语言。 | Language of the sound now.
subtitleNow AVPlayer.{i}.SubtitlingLanguage | string(64) | 当前字幕语言 | Subtitle language now | 当前显示的字幕语言。 | Language of the subtitles now.

@ stream service=STBService.{i}.AVStreams.
active ActiveAVStreams | uint | 活动码流数 | Active streams | 正在处理的音视频码流数。 | Streams in use.
status AVStream.{i}.Status | string | 音视频流状态 | Stream state | 带 PVR 的错误表示录制失败。 | PVR errors mean that recording failed.
name AVStream.{i}.Name | string(256) | 音视频流名称 | Stream name | 音视频流的名称。 | Name of the stream.
pvr AVStream.{i}.PVRState | string {Disabled,Stopped,Play,Paused,FastForward,Rewind} | 播放控制状态 | Playback | 播放、暂停或快进等状态。 | Playing, paused, winding.

@ provider service=STBService.{i}.Applications.ServiceProvider.{i}.
name Name | string(256) rw | 业务提供商 | Service provider | 业务提供商的名称。 | Name of the provider.
domain Domain | string(256) rw | 业务域名 | Provider domain | 业务提供商的域名。 | Domain of the provider.
discovery ServiceDiscoveryServer | string(256) rw | 业务发现服务器 | Service discovery server | 获取频道列表的服务器。 | Where channel lists come from.

@ audience service=STBService.{i}.Applications.AudienceStats.
enable Enable | bool rw | 收视统计启用 | Audience statistics on | 是否统计收视时长。 | Whether viewing is counted.
channel Channel.{i}.Name | string(256) | 收视频道 | Channel | 频道名称。 | Name of the channel.
duration Channel.{i}.Duration | uint [s] | 收视时长 | Watched for | 收看该频道的累计时长。 | Time it was watched.
reset Reset | bool rw | 收视统计清零 | Reset audience statistics | 写入 true 清零。 | Writing true starts again.

@ stb service=STBService.{i}.Capabilities.
maxIp FrontEnd.IP.MaxActiveIPStreams | int -1.. | 最多 IP 码流 | IP streams at a time | -1 表示不限。 | -1 means no limit.
maxIn FrontEnd.IP.MaxActiveInboundIPStreams | int -1.. | 最多接收码流 | Inbound streams at a time | -1 表示不限。 | -1 means no limit.
maxOut FrontEnd.IP.MaxActiveOutboundIPStreams | int -1.. | 最多发送码流 | Outbound streams at a time | -1 表示不限。 | -1 means no limit.
pvrStreams PVR.MaxIOStreams | int -1.. | 最多录放码流 | Recording streams at a time | -1 表示不限。 | -1 means no limit.
timeShift PVR.MaxTimeDelay | int -1.. [s] | 最长时移 | Longest time shift | 直播可回看的最长时间。 | How far live TV can be shifted.
videoConnectors VideoOutput.VideoFormats | list | 视频接口类型 | Video connectors | 支持的视频输出接口。 | Video connectors of the box.
hdmi3d HDMI.HDMI3D | bool | 支持 3D | HDMI 3D | 是否支持 3D 输出。 | Whether it can put out 3D.
monitorTypes ServiceMonitoring.ServiceTypes | list | 可监测的业务 | Services it can watch | 质量监测支持的业务类型。 | Kinds of service that can be monitored.
monitorStreams ServiceMonitoring.MaxActiveMainStreams | int -1.. | 最多监测码流 | Streams it can watch | -1 表示不限。 | -1 means no limit.
monitorInterval ServiceMonitoring.MinSampleInterval | int -1.. [s] | 最短采样间隔 | Shortest sample | 质量采样的最短间隔。 | Shortest sample interval.
monitorSamples ServiceMonitoring.MaxReportSamples | int -1.. | 最多采样个数 | Most samples | -1 表示不限。 | -1 means no limit.

@ stbParts service=STBService.{i}.
audioDecoder Components.AudioDecoder.{i}.Name | string(256) | 音频解码器 | Audio decoder | 音频解码器的名称。 | Name of the decoder.
audioOutput Components.AudioOutput.{i}.Name | string(256) | 音频输出名称 | Audio output | 音频输出的名称。 | Name of the output.
tvLatency Components.HDMI.{i}.DisplayDevice.VideoLatency | uint [ms] | 电视画面延迟 | TV picture delay | 延迟大时会音画不同步。 | A large one puts lips and voice apart.
streamFrontEnd AVStreams.AVStream.{i}.FrontEnd | string(256) | 码流所用前端 | Stream's front end | 该码流来自哪个前端。 | Front end that the stream comes from.
streamInbound AVStreams.AVStream.{i}.Inbound | string(256) | 码流的输入 | Stream's input | 该码流对应的输入码流。 | Inbound stream behind it.
`
