import { genericPathOf } from '../cwmp/paths.ts'
import type { Words } from './entry.ts'

/** Objects by the end of their path: `PPP.Interface` before `Interface`, whatever the root. */
const table = `
DeviceInfo | 设备信息 | Device information
MemoryStatus | 内存 | Memory
ProcessStatus | 处理器 | Processor load
Process | 进程 | Process
Processor | 处理器 | Processor
NetworkProperties | TCP 特性 | TCP properties
VendorConfigFile | 配置文件 | Configuration file
VendorLogFile | 日志文件 | Log file
FirmwareImage | 固件映像 | Firmware image
SupportedDataModel | 支持的数据模型 | Supported data model
ProxierInfo | 代理设备 | Proxy
Location | 位置 | Location
GatewayInfo | 上级网关 | Gateway in front
DeviceConfig | 设备配置 | Configuration
Device.Config | 设备配置 | Configuration
SoftwareModules | 软件模块 | Software modules
DeploymentUnit | 软件包 | Package
ExecutionUnit | 应用 | Application
ManagementServer | 远程管理（ACS） | Remote management (ACS)
AutonomousTransferCompletePolicy | 自主传输上报 | Report of own transfers
StandbyPolicy | 待机策略 | Standby
InformParameter | 附加上报参数 | Extra Inform parameter
ManageableDevice | 下挂可管理设备 | Managed device behind
XMPP.Connection | XMPP 连接 | XMPP connection
BulkData | 批量采集 | Bulk data
BulkData.Profile | 采集配置 | Bulk data report
Users.User | 本地用户 | Local user
UserInterface | 用户界面 | User interface
RemoteAccess | 远程登录 | Remote login
Time | 时间 | Time
LANDevice | LAN 侧 | LAN side
LANHostConfigManagement | LAN 与 DHCP 服务器 | LAN and DHCP server
IPInterface | LAN 地址 | LAN address
LANEthernetInterfaceConfig | LAN 口 | LAN port
WLANConfiguration | Wi-Fi 网络 | Wi-Fi network
Hosts | 下挂终端 | Devices in the home
Hosts.Host | 下挂终端 | Device in the home
DHCPStaticAddress | DHCP 静态分配 | Fixed lease
StaticAddress | DHCP 静态分配 | Fixed lease
DHCPOption | DHCP 选项 | DHCP option
Pool.Option | DHCP 选项 | DHCP option
SentOption | 发送的 DHCP 选项 | DHCP option sent
ReqOption | 请求的 DHCP 选项 | DHCP option asked
DHCPv4.Client | DHCP 客户端 | DHCP client
DHCPv4.Server | DHCP 服务器 | DHCP server
Server.Pool | DHCP 地址池 | DHCP address pool
DHCPv6.Client | DHCPv6 客户端 | DHCPv6 client
WANDevice | WAN 侧 | WAN side
WANCommonInterfaceConfig | WAN 链路 | WAN link
WANEthernetInterfaceConfig | WAN 网口 | WAN port
WANDSLInterfaceConfig | DSL 线路 | DSL line
WANConnectionDevice | WAN 连接组 | WAN connection group
WANIPConnection | WAN IP 连接 | WAN IP connection
WANPPPConnection | WAN PPPoE 连接 | WAN PPPoE connection
X_CT-COM_WANGponLinkConfig | GPON VLAN | GPON VLAN
X_CT-COM_WANEponLinkConfig | EPON VLAN | EPON VLAN
X_CT-COM_EponInterfaceConfig | EPON 接口 | EPON interface
PortMapping | 端口映射 | Port mapping
Layer3Forwarding | 路由 | Routing
Forwarding | 静态路由 | Route
Routing.Router | 路由实例 | Router
IPv4Forwarding | 静态路由 | Route
Ethernet.Interface | 以太网口 | Ethernet port
Ethernet.Link | 以太链路 | Ethernet link
VLANTermination | VLAN 子接口 | VLAN interface
IP.Interface | IP 接口 | IP interface
IPv4Address | IPv4 地址 | IPv4 address
IPv6Address | IPv6 地址 | IPv6 address
IPv6Prefix | IPv6 前缀 | IPv6 prefix
PPP.Interface | PPPoE | PPPoE
Interface.PPPoE | PPPoE 参数 | PPPoE details
IPCP | IPCP | IPCP
DNS.Client | DNS | DNS
Client.Server | DNS 服务器 | DNS server
DNS.Relay | DNS 代理 | DNS relay
NAT.InterfaceSetting | NAT 接口 | NAT interface
Bridging.Bridge | 网桥 | Bridge
Bridge.Port | 网桥端口 | Bridge port
Bridge.VLAN | 网桥 VLAN | Bridge VLAN
VLANPort | VLAN 成员 | VLAN member
Firewall | 防火墙 | Firewall
DSL.Line | DSL 线路 | DSL line
DSL.Channel | DSL 通道 | DSL channel
Cellular.Interface | 蜂窝接口 | Mobile interface
USIM | SIM 卡 | SIM card
Optical.Interface | 光口 | Optical port
WiFi.Radio | Wi-Fi 射频 | Wi-Fi radio
WiFi.SSID | Wi-Fi 网络 | Wi-Fi network
WiFi.AccessPoint | Wi-Fi 接入点 | Wi-Fi access point
WiFi.EndPoint | Wi-Fi 客户端 | Wi-Fi client of the box
AccessPoint.Security | Wi-Fi 安全 | Wi-Fi security
AssociatedDevice | Wi-Fi 终端 | Wi-Fi client
WPS | WPS | WPS
PreSharedKey | Wi-Fi 密钥 | Wi-Fi key
WEPKey | WEP 密钥 | WEP key
NeighboringWiFiDiagnostic | 周边 Wi-Fi 扫描 | Neighbour scan
LAN | 网络 | Network
LAN.Stats | 流量统计 | Traffic
Stats | 流量统计 | Traffic
IPPingDiagnostics | Ping 测试 | Ping test
IPPing | Ping 测试 | Ping test
TraceRouteDiagnostics | 路由跟踪 | Trace
TraceRoute | 路由跟踪 | Trace
RouteHops | 跳点 | Hop
NSLookupDiagnostics | 域名解析测试 | DNS test
DownloadDiagnostics | 下载测速 | Download test
UploadDiagnostics | 上传测速 | Upload test
UDPEchoConfig | UDP 回显 | UDP echo
SelfTestDiagnostics | 自检 | Self test
FaultMgmt | 告警管理 | Alarms
CurrentAlarm | 当前告警 | Alarm now
HistoryEvent | 历史告警 | Past alarm
ExpeditedEvent | 紧急告警 | Urgent alarm
QueuedEvent | 排队告警 | Queued alarm
SupportedAlarm | 支持的告警 | Alarm offered
PeriodicStatistics | 周期统计 | Statistics
SampleSet | 统计组 | Set of statistics
Services | 业务 | Services
STBService | 机顶盒业务 | Set-top box service
Capabilities | 能力 | Capabilities
Components | 部件 | Components
Components.FrontEnd | IP 前端 | IP front end
IGMP | IGMP 组播 | IGMP
ClientGroup | 组播组 | Multicast group
ClientGroupStats | 组播组统计 | Multicast group counters
Dejittering | 去抖缓冲 | Jitter buffer
Inbound | 接收码流 | Inbound stream
Outbound | 发送码流 | Outbound stream
VideoDecoder | 视频解码器 | Video decoder
AudioDecoder | 音频解码器 | Audio decoder
VideoOutput | 视频输出 | Video output
AudioOutput | 音频输出 | Audio output
HDMI | HDMI | HDMI
DisplayDevice | 电视 | TV
SPDIF | SPDIF | S/PDIF
AVStreams | 音视频流 | Streams
AVStream | 音视频流 | Stream
AVPlayers | 播放器 | Players
AVPlayer | 播放器 | Player
ServiceMonitoring | 业务质量监测 | Quality monitoring
MainStream | 监测的主码流 | Stream watched
MainStream.Total | 码流质量 | Stream quality
MainStream.Sample | 码流质量采样 | Stream quality samples
DejitteringStats | 缓冲统计 | Jitter buffer counters
TCPStats | TCP 统计 | TCP counters
RTPStats | RTP 包统计 | RTP packets
MPEG2TSStats | TS 流统计 | Transport stream
VideoDecoderStats | 视频解码统计 | Video decoder counters
AudioDecoderStats | 音频解码统计 | Audio decoder counters
VideoResponseStats | 频道切换统计 | Channel changes
GlobalOperation | 首页响应 | Portal
EventLog | 事件记录 | Event log
StorageService | 存储业务 | Storage service
PhysicalMedium | 磁盘 | Disk
LogicalVolume | 卷 | Volume
VoiceService | 语音业务 | Telephony
SIP.Client | 语音账号 | Phone account
SIP.Network | 语音平台 | Phone platform
X_CT-COM_UserInfo | LOID 注册（电信） | LOID registration (China Telecom)
X_CU_UserInfo | LOID 注册（联通） | LOID registration (China Unicom)
X_CMCC_UserInfo | LOID 注册（移动） | LOID registration (China Mobile)
X_CT-COM_TeleComAccount | 维护账号（电信） | Service login (China Telecom)
X_CU_TeleComAccount | 维护账号（联通） | Service login (China Unicom)
X_CMCC_TeleComAccount | 维护账号（移动） | Service login (China Mobile)
X_CU_Function.Web | 网页账号（联通） | Web logins (China Unicom)
X_CT-COM_IPTV | 网关 IPTV（电信） | IPTV on the gateway (China Telecom)
X_CU_IPTV | 网关 IPTV（联通） | IPTV on the gateway (China Unicom)
X_CT-COM_UplinkQoS | 上行 QoS（电信） | Uplink QoS (China Telecom)
X_CT-COM_Alarm | 网关告警（电信） | Gateway alarms (China Telecom)
X_CU_Alarm | 网关告警（联通） | Gateway alarms (China Unicom)
X_CT-COM_Monitor | 网关监测（电信） | Gateway monitoring (China Telecom)
X_CU_Monitor | 网关监测（联通） | Gateway monitoring (China Unicom)
AlarmConfig | 告警配置 | Alarm rule
MonitorConfig | 监测配置 | Monitoring rule
X_CTC_IPTV | 机顶盒（电信） | Set-top box (China Telecom)
X_00E0FC | 机顶盒（华为） | Set-top box (Huawei)
X_CMCC_OTV | 机顶盒（移动） | Set-top box (China Mobile)
X_CU_STB | 机顶盒（联通） | Set-top box (China Unicom)
X_CTC_IPTV_Alarm | 机顶盒告警（电信） | Box alarms (China Telecom)
STBInfo | 机顶盒信息 | Set-top box information
ServiceInfo | IPTV 账号 | IPTV account
AuthServiceInfo | IPTV 账号 | IPTV account
ServiceStatistics | 业务质量统计 | Service statistics
StatisticConfiguration | 统计上传设置 | Statistics settings
LogMsg | 实时日志 | Live log
TCPSYNDiagnostics | TCP 连通测试 | TCP test
LogParaConfiguration | 日志设置 | Log settings
PacketCapture | 抓包 | Packet capture
DebugInfo | 一键采集 | Collect all
StartupInfo | 开机日志 | Boot log
BandwidthDiagnostics | 带宽测试 | Speed test
PlayDiagnostics | 播放诊断 | Play test
Upgrade | 后台升级 | Background upgrade
AutoOnOffConfiguration | 定时开关机 | On and off by time
X_00E0FC.ErrorCode | 播放错误码 | Play error
USBPermitInstalledAPP | U 盘可安装应用 | Apps allowed from USB
AppAutoRunBlackList | 禁止自启动应用 | App kept from starting
X_FV | 厂家扩展 | Maker's own
X_FV.SQM | 质量监测 | Quality monitoring
X_FV.Diagnostic | 厂家测试 | Maker's tests
LEDs | 指示灯 | LEDs
LEDs.LED | 指示灯 | LED
X_00E0FC.Alarm | 机顶盒告警 | Box alarm
X_CU_STB.Alarm | 机顶盒告警（联通） | Box alarms (China Unicom)
`

const names = new Map<string, Words>()
for (const line of table.split('\n').filter((one) => one !== '')) {
  const [end = '', zh = '', en = ''] = line.split(' | ')
  names.set(end, { 'zh-CN': zh, en })
}

/** The name of an object by its path with the final dot, without its instance; null where there is none. */
export function objectNameOf(path: string): Words | null {
  const parts = genericPathOf(path)
    .split('.')
    .filter((part) => part !== '{i}' && part !== '')
  return names.get(parts.slice(-2).join('.')) ?? names.get(parts.at(-1) ?? '') ?? null
}
