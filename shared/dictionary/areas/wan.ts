/** The way out: PPPoE, IPoE, VLAN, DNS, NAT, routes, firewall. */
export const wan = `
@ link tr098=InternetGatewayDevice.WANDevice.{i}.WANCommonInterfaceConfig.
enable EnabledForInternet | bool rw | 上行启用 | Uplink on | 该上行接口是否启用。 | Whether the uplink is used.
access WANAccessType | string {DSL,Ethernet,POTS} | 上行类型 | Uplink kind | 光猫一般显示为 Ethernet。 | Optical gateways mostly say Ethernet.
status PhysicalLinkStatus | string {Up,Down,Initializing,Unavailable} | 上行物理状态 | Uplink state | Down 时先查光纤、网线和对端。 | Down: check the fibre, the cable, the other end.
upRate Layer1UpstreamMaxBitRate | uint [bps] | 上行最高速率 | Upstream limit | 物理层上行速率。 | Speed of the line towards the network.
downRate Layer1DownstreamMaxBitRate | uint [bps] | 下行最高速率 | Downstream limit | 物理层下行速率。 | Speed of the line from the network.
provider WANAccessProvider | string(256) | 接入服务商 | Access provider | 接入服务商名称。 | Who runs the access.
bytesSent TotalBytesSent | uint [B] | 上行发送字节数 | Uplink bytes sent | 上行口累计发送的数据量。 | All that was sent upstream.
bytesReceived TotalBytesReceived | uint [B] | 上行接收字节数 | Uplink bytes received | 上行口累计接收的数据量。 | All that came from the network.
packetsSent TotalPacketsSent | uint | 上行发送包数 | Uplink packets sent | 上行口累计发送的包数。 | Packets sent upstream.
packetsReceived TotalPacketsReceived | uint | 上行接收包数 | Uplink packets received | 上行口累计接收的包数。 | Packets from the network.
active NumberOfActiveConnections | uint | 活动连接数 | Active connections | 正在使用的 WAN 连接数。 | WAN connections in use.

@ wanEthernet tr098=InternetGatewayDevice.WANDevice.{i}.WANEthernetInterfaceConfig.
enable Enable | bool rw | WAN 网口启用 | WAN port on | WAN 网口是否启用。 | Whether the WAN port is used.
status Status | string {Up,NoLink,Error,Disabled} | WAN 网口状态 | WAN port state | NoLink 表示没有插线或对端未开。 | NoLink: no cable, or the other end is off.
mac MACAddress | mac | WAN 网口 MAC | WAN port MAC | WAN 网口的物理地址。 | Hardware address of the WAN port.
maxRate MaxBitRate | string {10,100,1000,10000,Auto} rw [Mbps] | WAN 网口速率 | WAN port speed | WAN 网口允许的最高速率。 | Fastest speed of the WAN port.
duplex DuplexMode | string {Half,Full,Auto} rw | WAN 网口双工 | WAN port duplex | 一般保持自动。 | Leave it on Auto.
+ counters.traffic | WAN 网口 | WAN port

@ ppp tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}. tr181=Device.PPP.Interface.{i}.
enable Enable | bool rw | PPPoE 启用 | PPPoE on | 该拨号连接是否启用。 | Whether this dial-up is used.
status tr098,tr181:ConnectionStatus | string {Unconfigured,Connecting,Authenticating,Connected,PendingDisconnect,Disconnecting,Disconnected} | PPPoE 状态 | PPPoE state | 停在 Authenticating 多为账号密码错误。 | Stuck at Authenticating: mostly a wrong account or password.
error LastConnectionError | string | PPPoE 断开原因 | PPPoE last error | 最近一次连接失败或断开的原因。 | Why the last try failed or the connection ended.
username Username | string(64) rw | PPPoE 账号 | PPPoE account | 宽带拨号账号，注意大小写和后缀。 | Broadband account; mind the case and the suffix.
password Password | string(64) rw secret | PPPoE 密码 | PPPoE password | 宽带拨号密码，多数设备读出为空。 | Broadband password; most boxes read back empty.
address tr098:ExternalIPAddress | ip rw | PPPoE 地址 | PPPoE address | 拨号获得的地址，0.0.0.0 表示没拨上。 | Address it got; 0.0.0.0 means it did not connect.
local tr181:IPCP.LocalIPAddress | ipv4 | PPPoE 本端地址 | PPPoE own address | 拨号获得的地址，0.0.0.0 表示没拨上。 | Address it got; 0.0.0.0 means it did not connect.
remote tr098:RemoteIPAddress tr181:IPCP.RemoteIPAddress | ip | PPPoE 对端地址 | PPPoE peer | 局端接入服务器的地址。 | Address of the access server.
pppDns tr181:IPCP.DNSServers | ips | PPPoE 下发的 DNS | DNS from PPPoE | 拨号时局端下发的 DNS。 | DNS servers given at login.
ac tr098:PPPoEACName tr181:PPPoE.ACName | string(256) rw | 接入集中器 | Access concentrator | 指定 BRAS 名称，一般留空。 | Name of the BRAS to use; mostly empty.
service tr098:PPPoEServiceName tr181:PPPoE.ServiceName | string(256) rw | PPPoE 服务名 | PPPoE service name | 运营商要求时才填写。 | Only where the operator asks for it.
session tr098:PPPoESessionID tr181:PPPoE.SessionID | uint | PPPoE 会话号 | PPPoE session | 当前拨号会话的编号。 | Number of the session now.
trigger ConnectionTrigger | string {OnDemand,AlwaysOn,Manual} rw | PPPoE 连接方式 | PPPoE dials | 家庭宽带一般为 AlwaysOn。 | AlwaysOn in homes.
auth tr098:PPPAuthenticationProtocol tr181:AuthenticationProtocol | string {PAP,CHAP,MS-CHAP} | PPPoE 认证协议 | PPPoE login by | 与局端协商出的认证协议。 | What was agreed with the access server.
mru MaxMRUSize | uint 1..65535 rw [B] | PPPoE 最大包长 | PPPoE MRU | 一般为 1492，过大会导致部分网页打不开。 | Mostly 1492; too large and some pages never load.
mruNow CurrentMRUSize | uint [B] | PPPoE 当前包长 | PPPoE MRU in use | 实际协商的最大包长。 | What was agreed.
echo tr098:PPPLCPEcho tr181:LCPEcho | uint [s] | PPPoE 保活间隔 | PPPoE keep-alive | 发送保活报文的间隔。 | Time between keep-alives.
echoRetry tr098:PPPLCPEchoRetry tr181:LCPEchoRetry | uint | PPPoE 保活重试 | PPPoE keep-alive tries | 连续几次无响应后断开重拨。 | Missed answers before it dials again.
idle IdleDisconnectTime | uint rw [s] | PPPoE 空闲断开 | PPPoE idle time | 0 表示不断开。 | 0 means never.
autoDisconnect AutoDisconnectTime | uint rw [s] | PPPoE 定时断开 | PPPoE time limit | 0 表示不断开。 | 0 means never.
reset Reset | bool rw | PPPoE 重拨 | PPPoE redial | 写入 true 会断开并重新拨号。 | Writing true hangs up and dials again.
compression tr098:PPPCompressionProtocol tr181:CompressionProtocol | string | PPPoE 压缩 | PPPoE compression | 协商的压缩方式，一般为 None。 | Agreed compression, mostly None.
encryption tr098:PPPEncryptionProtocol tr181:EncryptionProtocol | string {None,MPPE} | PPPoE 加密 | PPPoE encryption | 协商的加密方式，一般为 None。 | Agreed encryption, mostly None.
layers tr181:LowerLayers | list(1024) rw | PPPoE 承载接口 | PPPoE runs over | 拨号所在的链路，如 VLAN 子接口。 | Link that carries it, a VLAN say.
ipv6 tr181:IPv6CPEnable | bool rw | PPPoE 启用 IPv6 | IPv6 over PPPoE | 拨号时是否协商 IPv6。 | Whether IPv6 is negotiated.
interface tr181:Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | PPPoE 接口状态 | PPPoE interface state | LowerLayerDown 表示下层链路没通。 | LowerLayerDown: the link below is down.
transport tr098:TransportType | string {PPPoA,PPPoE,L2TP,PPTP} | PPP 承载 | PPP over | 拨号报文的承载方式。 | What carries PPP.
name tr098:Name | string(256) rw | PPPoE 连接名称 | PPPoE connection | 名称里常含业务类型和 VLAN，如 1_INTERNET_R_VID_41。 | Often tells service and VLAN, such as 1_INTERNET_R_VID_41.
type tr098:ConnectionType | string rw | PPPoE 路由/桥接 | PPPoE routed or bridged | IP_Routed 由网关拨号，PPPoE_Bridged 由用户设备拨号。 | IP_Routed: the gateway dials; PPPoE_Bridged: the device behind it.
uptime tr098:Uptime | uint [s] | PPPoE 在线时长 | PPPoE up for | 拨号成功以来的秒数。 | Seconds since it connected.
nat tr098:NATEnabled | bool rw | PPPoE 启用 NAT | NAT on PPPoE | 路由模式下应打开。 | Must be on when routed.
dns tr098:DNSServers | ips rw | PPPoE DNS | DNS servers of PPPoE | 该连接使用的 DNS 服务器。 | DNS servers of this connection.
dnsOn tr098:DNSEnabled | bool rw | PPPoE 获取 DNS | DNS from the network | 是否使用局端下发的 DNS。 | Whether DNS from the network is used.
dnsOverride tr098:DNSOverrideAllowed | bool rw | PPPoE 允许自设 DNS | Own DNS allowed | 是否允许手工设置的 DNS 生效。 | Whether hand-set servers win.
mac tr098:MACAddress | mac rw | PPPoE MAC | PPPoE MAC | 拨号使用的物理地址。 | Hardware address used for dialling.
gateway tr098:DefaultGateway | string | PPPoE 网关 | PPPoE gateway | 拨号后的默认网关。 | Default gateway after login.

@ ppp tr181=Device.PPP.Interface.{i}.
interfaceName Name | string(64) | PPPoE 接口名称 | PPPoE interface | 系统内部的接口名。 | Name inside the box.
+ counters.traffic | PPPoE | PPPoE
+ counters.errors | PPPoE | PPPoE

@ wanIp tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.
enable Enable | bool rw | IPoE 启用 | IPoE on | 该 IP 连接是否启用。 | Whether this connection is used.
status ConnectionStatus | string | IPoE 状态 | IPoE state | Connected 为正常。 | Connected is good.
error LastConnectionError | string | IPoE 断开原因 | IPoE last error | 最近一次失败或断开的原因。 | Why it failed or ended last.
type ConnectionType | string {Unconfigured,IP_Routed,IP_Bridged} rw | IPoE 路由/桥接 | IPoE routed or bridged | IPTV 业务一般为 IP_Bridged。 | IPTV is mostly IP_Bridged.
addressing AddressingType | string {DHCP,Static} rw | IPoE 地址方式 | IPoE addressing | 自动获取或静态。 | Automatic or static.
address ExternalIPAddress | ip rw | IPoE 地址 | IPoE address | 该连接的地址，0.0.0.0 表示没有获取到。 | Its address; 0.0.0.0 means none.
mask SubnetMask | ip rw | IPoE 掩码 | IPoE mask | 该连接的子网掩码。 | Its subnet mask.
gateway DefaultGateway | string rw | IPoE 网关 | IPoE gateway | 该连接的默认网关。 | Its default gateway.
dns DNSServers | ips rw | IPoE DNS | IPoE DNS servers | 该连接使用的 DNS 服务器。 | Its DNS servers.
dnsOn DNSEnabled | bool rw | IPoE 启用 DNS | IPoE DNS on | 是否在该连接上使用 DNS。 | Whether DNS is used on it.
nat NATEnabled | bool rw | IPoE 启用 NAT | NAT on IPoE | 路由模式下应打开。 | Must be on when routed.
mtu MaxMTUSize | uint 1..1540 rw [B] | IPoE MTU | IPoE MTU | 一般为 1500。 | Mostly 1500.
mac MACAddress | mac rw | IPoE MAC | IPoE MAC | 该连接使用的物理地址。 | Hardware address it uses.
name Name | string(256) rw | IPoE 连接名称 | IPoE connection | 名称里常含业务类型和 VLAN，如 2_OTHER_B_VID_43。 | Often tells service and VLAN, such as 2_OTHER_B_VID_43.
uptime Uptime | uint [s] | IPoE 在线时长 | IPoE up for | 连接建立以来的秒数。 | Seconds since it came up.
reset Reset | bool rw | IPoE 重连 | IPoE restart | 写入 true 会断开并重新获取地址。 | Writing true drops it and asks for a new address.
trigger ConnectionTrigger | string {OnDemand,AlwaysOn,Manual} rw | IPoE 连接方式 | IPoE connects | 一般为 AlwaysOn。 | Mostly AlwaysOn.

@ wanStats tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}.Stats. tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.Stats.
bytesSent EthernetBytesSent | uint [B] | WAN 连接发送字节数 | Connection: bytes sent | 该连接累计发送的数据量。 | All that this connection sent.
bytesReceived EthernetBytesReceived | uint [B] | WAN 连接接收字节数 | Connection: bytes received | 该连接累计接收的数据量。 | All that it received.
packetsSent EthernetPacketsSent | uint | WAN 连接发送包数 | Connection: packets sent | 该连接累计发送的包数。 | Packets it sent.
packetsReceived EthernetPacketsReceived | uint | WAN 连接接收包数 | Connection: packets received | 该连接累计接收的包数。 | Packets it received.
errorsReceived EthernetErrorsReceived | uint | WAN 连接错包数 | Connection: receive errors | 持续增长说明线路质量差。 | If it grows, the line is bad.

@ dhcpClient tr181=Device.DHCPv4.Client.{i}.
enable Enable | bool rw | DHCP 客户端启用 | DHCP client on | 关闭后不再自动获取地址。 | Off: no address is asked for.
interface Interface | string(256) rw | DHCP 所在接口 | DHCP runs on | 获取地址的接口。 | Interface that asks for an address.
status Status | string {Disabled,Enabled,Error_Misconfigured,Error} | DHCP 客户端状态 | DHCP client state | 客户端是否工作。 | Whether the client works.
state DHCPStatus | string {Init,Selecting,Requesting,Rebinding,Bound,Renewing} | DHCP 过程 | DHCP progress | 停在 Selecting 表示没有服务器应答。 | Stuck at Selecting: no server answers.
renew Renew | bool rw | 重新获取地址 | Renew address | 写入 true 立即续租。 | Writing true renews at once.
address IPAddress | ipv4 | 获取的地址 | Address given | 服务器分配的地址。 | Address the server gave.
mask SubnetMask | ipv4 | 获取的掩码 | Mask given | 服务器分配的掩码。 | Mask the server gave.
router IPRouters | ips | 获取的网关 | Router given | 服务器分配的网关。 | Router the server gave.
dns DNSServers | ips | 获取的 DNS | DNS given | 服务器分配的 DNS。 | DNS servers the server gave.
lease LeaseTimeRemaining | int -1.. [s] | 剩余租期 | Lease left | 地址还有多久到期。 | Time until the address ends.
server DHCPServer | ipv4 | DHCP 服务器 | DHCP server | 分配地址的服务器，出现陌生地址说明内网有多台 DHCP。 | Who gave the address; a strange one means two servers.
sentTag SentOption.{i}.Tag | uint 1..254 rw | 发送的选项号 | Option sent: number | 向服务器发送的选项，60/125 用于身份识别。 | Sent to the server; 60 and 125 identify the box.
sentValue SentOption.{i}.Value | hex(255) rw | 发送的选项值 | Option sent: value | 十六进制内容。 | Content in hex.
sentOn SentOption.{i}.Enable | bool rw | 发送该选项 | Option sent: on | 是否发送该选项。 | Whether it is sent.
askedTag ReqOption.{i}.Tag | uint 1..254 rw | 请求的选项号 | Option asked: number | 向服务器请求的选项，43 可带回 ACS 地址。 | Asked from the server; 43 may bring an ACS URL.
askedValue ReqOption.{i}.Value | hex(255) | 请求到的选项值 | Option asked: value | 服务器返回的十六进制内容。 | What came back, in hex.

@ dhcp6 tr181=Device.DHCPv6.Client.{i}.
enable Enable | bool rw | DHCPv6 启用 | DHCPv6 on | 是否获取 IPv6 地址或前缀。 | Whether IPv6 addresses or prefixes are asked for.
status Status | string | DHCPv6 状态 | DHCPv6 state | 客户端当前状态。 | State of the client.
addresses RequestAddresses | bool rw | 请求 IPv6 地址 | Ask for an address | 是否请求地址。 | Whether an address is asked for.
prefixes RequestPrefixes | bool rw | 请求 IPv6 前缀 | Ask for a prefix | 家庭网关应请求前缀给内网使用。 | Gateways ask for one, for the LAN.
duid DUID | hex(130) | DUID | DUID | DHCPv6 客户端标识。 | Id of the client.
server Server.{i}.SourceAddress | string(45) | DHCPv6 服务器 | DHCPv6 server | 应答的服务器地址。 | Address of the server.

@ vlan tr181=Device.Ethernet.VLANTermination.{i}.
enable Enable | bool rw | VLAN 子接口启用 | VLAN interface on | 该 VLAN 子接口是否启用。 | Whether this VLAN interface is used.
status Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | VLAN 子接口状态 | VLAN interface state | 该 VLAN 子接口的状态。 | State of the VLAN interface.
id VLANID | uint 1..4094 rw | VLAN ID | VLAN | 业务 VLAN，填错则该业务不通。 | VLAN of the service; a wrong one and it does not work.
name Name | string(64) | VLAN 子接口名称 | VLAN interface | 系统内部的接口名。 | Name inside the box.
layers LowerLayers | list(1024) rw | VLAN 承载接口 | VLAN runs over | VLAN 所在的链路。 | Link that carries the VLAN.
tpid TPID | uint rw | VLAN 协议号 | VLAN TPID | 一般为 33024（0x8100）。 | Mostly 33024 (0x8100).
+ counters.traffic | VLAN | VLAN

@ ethernetLink tr181=Device.Ethernet.Link.{i}.
enable Enable | bool rw | 以太链路启用 | Ethernet link on | 该链路是否启用。 | Whether the link is used.
status Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | 以太链路状态 | Ethernet link state | 该链路的状态。 | State of the link.
mac MACAddress | mac | 以太链路 MAC | Ethernet link MAC | 该链路使用的物理地址。 | Hardware address of the link.
priorityTagging PriorityTagging | bool rw | 优先级标签 | Priority tags | 是否发送带优先级的标签帧。 | Whether frames carry a priority tag.

@ dnsClient tr181=Device.DNS.Client.
enable Enable | bool rw | DNS 客户端启用 | DNS client on | 设备自身是否做域名解析。 | Whether the box looks up names.
status Status | string {Disabled,Enabled,Error} | DNS 客户端状态 | DNS client state | DNS 客户端的状态。 | State of the DNS client.
server Server.{i}.DNSServer | ip rw | DNS 服务器 | DNS server | 解析失败时先检查此地址是否可达。 | When names fail, check that it can be reached.
serverOn Server.{i}.Enable | bool rw | DNS 服务器启用 | DNS server on | 是否使用该服务器。 | Whether this server is used.
serverStatus Server.{i}.Status | string {Disabled,Enabled,Error} | DNS 服务器状态 | DNS server state | 该服务器是否可用。 | Whether it works.
serverType Server.{i}.Type | string {DHCPv4,DHCPv6,RouterAdvertisement,IPCP,Static} | DNS 来源 | DNS server from | 该服务器地址的来源。 | Where the address came from.
serverInterface Server.{i}.Interface | string(256) rw | DNS 所用接口 | DNS server over | 访问该服务器的接口。 | Interface used to reach it.

@ dnsRelay tr181=Device.DNS.Relay.
enable Enable | bool rw | DNS 代理启用 | DNS relay on | 是否为内网设备代理解析。 | Whether it answers for devices in the home.
status Status | string {Disabled,Enabled,Error} | DNS 代理状态 | DNS relay state | DNS 代理的状态。 | State of the relay.
server Forwarding.{i}.DNSServer | ip rw | DNS 代理服务器 | DNS relay's server | 代理转发到的服务器。 | Server that gets the questions.

@ nat tr181=Device.NAT.InterfaceSetting.{i}.
enable Enable | bool rw | NAT 启用 | NAT on | 路由上网时必须打开。 | Must be on for routed access.
status Status | string | NAT 状态 | NAT state | 该接口上 NAT 的状态。 | State of NAT on the interface.
interface Interface | string(256) rw | NAT 接口 | NAT interface | 做地址转换的接口。 | Interface whose addresses are translated.

@ portMapping tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}.PortMapping.{i}. tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.PortMapping.{i}. tr181=Device.NAT.PortMapping.{i}.
enable tr098:PortMappingEnabled tr181:Enable | bool rw | 端口映射启用 | Port mapping on | 该映射是否生效。 | Whether the mapping works.
external ExternalPort | uint 0..65535 rw | 外部端口 | Outside port | 从外网访问的端口。 | Port as seen from outside.
internal InternalPort | uint 0..65535 rw | 内部端口 | Inside port | 内网设备上的端口。 | Port on the device in the home.
protocol tr098:PortMappingProtocol tr181:Protocol | string {TCP,UDP} rw | 映射协议 | Mapping protocol | TCP 或 UDP。 | TCP or UDP.
client InternalClient | string(256) rw | 内部主机 | Inside device | 内网设备的地址。 | Address of the device in the home.
description tr098:PortMappingDescription tr181:Description | string(256) rw | 映射说明 | Mapping note | 映射的用途。 | What it is for.
remote RemoteHost | string rw | 允许的外部主机 | Outside host | 为空表示任意来源。 | Empty lets anyone in.
lease tr098:PortMappingLeaseDuration tr181:LeaseDuration | uint rw [s] | 映射有效期 | Mapping lasts | 0 表示长期有效。 | 0 means for ever.

@ route tr098=InternetGatewayDevice.Layer3Forwarding.Forwarding.{i}. tr181=Device.Routing.Router.{i}.IPv4Forwarding.{i}.
enable Enable | bool rw | 路由启用 | Route on | 该路由是否启用。 | Whether the route is used.
status Status | string | 路由状态 | Route state | 该路由是否生效。 | Whether it works.
destination DestIPAddress | ip rw | 目的网段 | Destination | 0.0.0.0 或空表示默认路由。 | 0.0.0.0 or empty is the default route.
mask DestSubnetMask | ip rw | 目的掩码 | Destination mask | 目的网段的掩码。 | Mask of the destination.
gateway GatewayIPAddress | ip rw | 下一跳 | Next hop | 转发到的网关地址。 | Where packets go next.
interface Interface | string(256) rw | 出接口 | Route leaves by | 转发所用的接口。 | Interface it leaves by.
metric ForwardingMetric | int -1.. rw | 路由度量 | Route metric | 数值小者优先，-1 表示不用。 | The smaller wins; -1 means unused.

@ routing tr098=InternetGatewayDevice.Layer3Forwarding.
default DefaultConnectionService | string(256) rw | 默认 WAN 连接 | Default WAN connection | 上网默认使用的连接，指错则能拨号但不能上网。 | Used for everything else; if wrong, it dials but nothing loads.

@ firewall tr181=Device.Firewall.
enable Enable | bool rw | 防火墙启用 | Firewall on | 防火墙总开关。 | Main switch of the firewall.
config Config | string rw | 防火墙级别 | Firewall level | 级别过高可能影响部分应用。 | A high level may stop some apps.

@ upnp tr181=Device.UPnP.Device.
enable Enable | bool rw | UPnP 启用 | UPnP on | UPnP 总开关。 | Main switch of UPnP.
igd UPnPIGD | bool rw | UPnP 端口映射 | UPnP port mapping | 允许应用自动开端口。 | Lets apps open ports.
mediaServer UPnPMediaServer | bool rw | UPnP 媒体服务器 | UPnP media server | 向内网共享媒体。 | Shares media in the home.

@ dsl tr098=InternetGatewayDevice.WANDevice.{i}.WANDSLInterfaceConfig. tr181=Device.DSL.Line.{i}.
status tr098:Status tr181:LinkStatus | string | DSL 状态 | DSL state | Up 为已同步。 | Up means in sync.
upNow tr098:UpstreamCurrRate tr181:/Device.DSL.Channel.{i}.UpstreamCurrRate | uint [kbps] | DSL 上行速率 | DSL upstream | 当前上行同步速率。 | Speed towards the network now.
downNow tr098:DownstreamCurrRate tr181:/Device.DSL.Channel.{i}.DownstreamCurrRate | uint [kbps] | DSL 下行速率 | DSL downstream | 当前下行同步速率。 | Speed from the network now.
upMax tr098:UpstreamMaxRate tr181:UpstreamMaxBitRate | uint [kbps] | DSL 上行最大速率 | DSL upstream possible | 线路可达的上行速率。 | What the line could do upstream.
downMax tr098:DownstreamMaxRate tr181:DownstreamMaxBitRate | uint [kbps] | DSL 下行最大速率 | DSL downstream possible | 线路可达的下行速率。 | What the line could do downstream.
upMargin UpstreamNoiseMargin | int [0.1 dB] | DSL 上行噪声容限 | DSL upstream margin | 低于 6 dB 容易掉线。 | Below 6 dB the line drops easily.
downMargin DownstreamNoiseMargin | int [0.1 dB] | DSL 下行噪声容限 | DSL downstream margin | 低于 6 dB 容易掉线。 | Below 6 dB the line drops easily.
upAttenuation UpstreamAttenuation | int [0.1 dB] | DSL 上行衰减 | DSL upstream attenuation | 越大说明线路越长。 | The larger, the longer the line.
downAttenuation DownstreamAttenuation | int [0.1 dB] | DSL 下行衰减 | DSL downstream attenuation | 越大说明线路越长。 | The larger, the longer the line.

@ cellular tr181=Device.Cellular.Interface.{i}.
status Status | string | 蜂窝状态 | Mobile state | 蜂窝网络接口的状态。 | State of the mobile interface.
imei IMEI | string(15) | IMEI | IMEI | 蜂窝模块的编号。 | Number of the mobile module.
technology CurrentAccessTechnology | string | 蜂窝制式 | Mobile technology | 当前接入的制式。 | Technology in use now.
network NetworkInUse | string(64) | 蜂窝网络 | Mobile network | 当前注册的网络。 | Network it is registered at.
rssi RSSI | int [dBm] | 蜂窝信号 | Mobile signal | 低于 -100 dBm 信号很差。 | Below -100 dBm is poor.
sim USIM.Status | string | SIM 卡状态 | SIM card state | SIM 卡是否可用。 | Whether the SIM works.
iccid USIM.ICCID | string | SIM 卡号 | SIM card number | SIM 卡的 ICCID。 | ICCID of the SIM.
apn tr181:/Device.Cellular.AccessPoint.{i}.APN | string(64) rw | APN | APN | 蜂窝接入点名称。 | Name of the mobile access point.

@ wanKinds tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}. tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.
possible PossibleConnectionTypes | list | 可选连接类型 | Kinds possible | 该连接可以设为哪些类型。 | Kinds that the connection may be set to.
rsip RSIPAvailable | bool | 支持 RSIP | RSIP available | 很少使用。 | Rarely used.

@ wanIp tr098=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.
dnsOverride DNSOverrideAllowed | bool rw | IPoE 允许自设 DNS | Own DNS allowed | 是否允许手工设置的 DNS 生效。 | Whether hand-set servers win.

@ ppp tr181=Device.PPP.Interface.{i}.
lastChange LastChange | uint [s] | PPPoE 状态保持时间 | In this state for | 经常归零说明在反复拨号。 | Often back at zero: it keeps dialling.

@ portMapping tr181=Device.NAT.PortMapping.{i}.
status Status | string {Disabled,Enabled,Error_Misconfigured,Error} | 映射状态 | Mapping state | 该映射是否生效。 | Whether the mapping works.
interface Interface | string(256) rw | 映射接口 | Mapping on | 映射所在的 WAN 接口。 | WAN interface of the mapping.
everywhere AllInterfaces | bool rw | 映射到所有接口 | Mapping everywhere | 是否在所有 WAN 接口上映射。 | Whether it holds on all WAN interfaces.
`
