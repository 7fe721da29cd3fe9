/** Ports, addresses and the DHCP server on the customer's side; the one interface of a set-top box. */
export const lan = `
@ ethernet tr098=InternetGatewayDevice.LANDevice.{i}.LANEthernetInterfaceConfig.{i}. tr181=Device.Ethernet.Interface.{i}.
enable Enable | bool rw | 网口启用 | Port on | 关闭后该网口不通。 | Off: nothing passes through the port.
status Status | string {Up,Down,NoLink,Disabled,Error,Unknown,Dormant,NotPresent,LowerLayerDown} | 网口状态 | Port state | 插上网线后仍不是 Up，先查网线和对端。 | Not Up with the cable in: check the cable and the other end.
name Name | string(64) | 网口名称 | Port name | 系统内部的接口名。 | Name of the interface inside the box.
mac MACAddress | mac | 网口 MAC | Port MAC address | 该网口的物理地址。 | Hardware address of the port.
maxRate tr098:MaxBitRate!string tr181:MaxBitRate | int -1.. rw [Mbps] | 网口最高速率 | Fastest speed | 允许协商的最高速率，-1 或 Auto 为自动。 | Fastest speed it may negotiate; -1 or Auto leaves it open.
rate tr181:CurrentBitRate | uint [Mbps] | 网口协商速率 | Speed | 只有 100 或 10 说明网线或对端达不到千兆。 | Only 100 or 10 points at the cable or the other end.
duplex DuplexMode | string {Half,Full,Auto} rw | 双工模式 | Duplex | 两端不一致会严重丢包，一般保持自动。 | Different settings at the ends lose packets; leave on Auto.
upstream tr181:Upstream | bool | 是否上行口 | Faces the network | 为“是”的口接光猫或上级网络。 | Set on the port that leads to the network.
lastChange tr181:LastChange | uint [s] | 状态保持时间 | In this state for | 经常归零说明网口在反复通断。 | Often back at zero: the link goes up and down.
eee tr181:EEEEnable | bool rw | 节能以太网 | Energy efficient Ethernet | 个别交换机不兼容会断流，可关闭再试。 | Some switches dislike it: try it off when the link drops.
macControl tr098:MACAddressControlEnabled | bool rw | MAC 过滤 | MAC filter | 打开后只允许名单内的设备接入。 | On: only listed devices may use the port.
+ counters.traffic | 网口 | Port
+ counters.errors | 网口 | Port
+ counters.casts | 网口 | Port

@ lanIp tr098=InternetGatewayDevice.LANDevice.{i}.LANHostConfigManagement.IPInterface.{i}.
enable Enable | bool rw | LAN 接口启用 | LAN interface on | 该 LAN 地址是否生效。 | Whether this LAN address is in use.
address IPInterfaceIPAddress | ip rw | LAN 地址 | LAN address | 网关自己的地址，修改后要用新地址登录。 | The gateway's own address; after a change use the new one.
mask IPInterfaceSubnetMask | ip rw | LAN 掩码 | LAN subnet mask | LAN 网段的子网掩码。 | Subnet mask of the LAN.
type IPInterfaceAddressingType | string {DHCP,Static,AutoIP} rw | LAN 地址方式 | LAN addressing | 网关上一般为静态。 | Mostly static on gateways.

@ ip tr181=Device.IP.Interface.{i}.
enable Enable | bool rw | IP 接口启用 | IP interface on | 该 IP 接口是否启用。 | Whether the interface is used.
status Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | IP 接口状态 | IP interface state | LowerLayerDown 表示下层链路没通。 | LowerLayerDown: the link below is down.
name Name | string(64) | IP 接口名称 | IP interface | 系统内部的接口名。 | Name inside the box.
type Type | string {Normal,Loopback,Tunnel,Tunneled} | IP 接口类型 | IP interface kind | 一般为 Normal。 | Normal for real interfaces.
lowerLayers LowerLayers | list(1024) rw | IP 接口下层 | Runs over | 承载该接口的链路，如 PPP 或以太网。 | The link below: PPP or Ethernet.
mtu MaxMTUSize | uint 64..65535 rw [B] | MTU | MTU | PPPoE 一般为 1492，过大会导致部分网页打不开。 | 1492 with PPPoE; too large and some pages never load.
ipv4 IPv4Enable | bool rw | 启用 IPv4 | IPv4 on | 该接口是否启用 IPv4。 | Whether IPv4 runs on it.
ipv6 IPv6Enable | bool rw | 启用 IPv6 | IPv6 on | 该接口是否启用 IPv6。 | Whether IPv6 runs on it.
lastChange LastChange | uint [s] | IP 状态保持时间 | In this state for | 经常归零说明接口在反复通断。 | Often back at zero: it goes up and down.
address IPv4Address.{i}.IPAddress | ipv4 rw | IP 地址 | IP address | 接口的 IPv4 地址；空或 0.0.0.0 表示没有获取到。 | IPv4 address; empty or 0.0.0.0 means none was given.
mask IPv4Address.{i}.SubnetMask | ipv4 rw | 子网掩码 | Subnet mask | 接口的 IPv4 子网掩码。 | IPv4 mask of the interface.
addressing IPv4Address.{i}.AddressingType | string {DHCP,IKEv2,AutoIP,IPCP,Static} | 地址来源 | Address from | AutoIP 表示没有拿到 DHCP 地址。 | AutoIP means DHCP gave nothing.
addressOn IPv4Address.{i}.Enable | bool rw | 地址启用 | Address on | 该地址是否启用。 | Whether this address is used.
addressStatus IPv4Address.{i}.Status | string {Disabled,Enabled,Error_Misconfigured,Error} | 地址状态 | Address state | 该地址是否生效。 | Whether this address works.
address6 IPv6Address.{i}.IPAddress | string(45) rw | IPv6 地址 | IPv6 address | 接口的 IPv6 地址。 | IPv6 address of the interface.
address6Status IPv6Address.{i}.IPAddressStatus | string {Preferred,Deprecated,Invalid,Inaccessible,Unknown,Tentative,Duplicate,Optimistic} | IPv6 地址状态 | IPv6 address state | Duplicate 表示网络中有相同地址。 | Duplicate: another device has the same address.
address6Origin IPv6Address.{i}.Origin | string {AutoConfigured,DHCPv6,IKEv2,MAP,WellKnown,Static} | IPv6 地址来源 | IPv6 address from | IPv6 地址的获取方式。 | How the address was obtained.
prefix6 IPv6Prefix.{i}.Prefix | string(49) rw | IPv6 前缀 | IPv6 prefix | 下发给内网的 IPv6 前缀。 | Prefix given to the LAN.
prefix6Origin IPv6Prefix.{i}.Origin | string {AutoConfigured,PrefixDelegation,RouterAdvertisement,WellKnown,Static,Child} | IPv6 前缀来源 | IPv6 prefix from | PrefixDelegation 为上级下发。 | PrefixDelegation: given from above.
+ counters.traffic | IP 接口 | IP interface
+ counters.errors | IP 接口 | IP interface
+ counters.casts | IP 接口 | IP interface

@ dhcpServer tr098=InternetGatewayDevice.LANDevice.{i}.LANHostConfigManagement. tr181=Device.DHCPv4.Server.Pool.{i}.
configurable tr098:DHCPServerConfigurable | bool rw | DHCP 可配置 | DHCP may be set | 为“否”时 DHCP 设置不可修改。 | If not, the settings below cannot be changed.
enable tr098:DHCPServerEnable tr181:Enable | bool rw | DHCP 服务器启用 | DHCP server on | 关闭后内网设备拿不到地址。 | Off: devices in the home get no address.
first MinAddress | ip rw | 地址池起始 | First address | 分配给内网的第一个地址。 | First address it gives out.
last MaxAddress | ip rw | 地址池结束 | Last address | 分配给内网的最后一个地址。 | Last address it gives out.
reserved ReservedAddresses | ips rw | 保留地址 | Reserved addresses | 不参与分配的地址。 | Never given out.
mask SubnetMask | ip rw | 分配的掩码 | Mask given out | 下发给内网设备的掩码。 | Mask for the devices.
dns DNSServers | ips rw | 分配的 DNS | DNS given out | 下发给内网设备的 DNS 服务器。 | DNS servers for the devices.
domain DomainName | string(64) rw | 分配的域名 | Domain given out | 下发给内网设备的域名。 | Domain name for the devices.
router IPRouters | ips rw | 分配的网关 | Router given out | 下发给内网设备的默认网关。 | Default router for the devices.
lease tr098:DHCPLeaseTime tr181:LeaseTime | int -1.. rw [s] | 租期 | Lease time | 地址的有效时间，-1 为永久。 | How long an address stays valid; -1 is for ever.
relay tr098:DHCPRelay | bool | DHCP 中继 | DHCP relay | 是否把 DHCP 请求转发到上级。 | Whether requests are passed on upstream.
vendorClass tr181:VendorClassID | string(255) rw | 匹配的厂商类别 | For vendor class | 只给这类设备分配，IPTV 专用地址池常用。 | Serves only such devices: used for IPTV pools.
allowedMacs tr098:AllowedMACAddresses | list rw | 允许的 MAC | Allowed MACs | 允许接入的设备 MAC。 | Devices that may connect.

@ dhcpStatic tr098=InternetGatewayDevice.LANDevice.{i}.LANHostConfigManagement.DHCPStaticAddress.{i}. tr181=Device.DHCPv4.Server.Pool.{i}.StaticAddress.{i}.
enable Enable | bool rw | 静态分配启用 | Fixed lease on | 是否固定分配该地址。 | Whether this address is kept for the device.
mac Chaddr | mac rw | 静态分配 MAC | Fixed lease: MAC | 设备的 MAC 地址。 | MAC address of the device.
address Yiaddr | ip rw | 静态分配地址 | Fixed lease: address | 固定分给该设备的地址。 | Address kept for it.

@ dhcpOption tr098=InternetGatewayDevice.LANDevice.{i}.LANHostConfigManagement.DHCPOption.{i}. tr181=Device.DHCPv4.Server.Pool.{i}.Option.{i}.
enable Enable | bool rw | DHCP 选项启用 | DHCP option on | 是否下发该选项。 | Whether the option is sent.
tag Tag | uint 1..254 rw | DHCP 选项号 | DHCP option number | 例如 43 用于下发 ACS 地址，125 用于厂商识别。 | 43 carries an ACS URL, 125 names vendors.
value tr098:Value!base64 tr181:Value | hex(255) rw | DHCP 选项值 | DHCP option value | 选项内容，TR-098 为 Base64，TR-181 为十六进制。 | Base64 in TR-098, hex in TR-181.

@ box tr106=Device.LAN.
addressing AddressingType | string {DHCP,Static} rw | 地址获取方式 | Addressing | 机顶盒获取地址的方式；IPoE 账号上网时为 DHCP。 | How a set-top box gets its address; DHCP with IPoE.
address IPAddress | ip rw | 本机 IP 地址 | Box's IP address | 机顶盒的地址，0.0.0.0 表示没有获取到。 | Address of the set-top box; 0.0.0.0 means none.
mask SubnetMask | ip rw | 本机掩码 | Box's subnet mask | 机顶盒的子网掩码。 | Its subnet mask.
gateway DefaultGateway | string rw | 本机网关 | Box's gateway | 机顶盒的默认网关，应能 ping 通。 | Its default gateway; ping it first.
dns DNSServers | ips(256) rw | 本机 DNS | Box's DNS servers | 多个地址用逗号分隔。 | Several are separated by commas.
mac MACAddress | mac rw | 本机 MAC | Box's MAC address | 应与铭牌一致，常与业务账号绑定。 | Should match the label; accounts are often tied to it.
macOverride MACAddressOverride | bool rw | 允许改 MAC | MAC may be changed | 打开后才允许修改 MAC 地址。 | The MAC can be changed only when this is on.
dns2 vendor:/Device.LAN.DNSServers2 | string | 备用 DNS | Second DNS server | 部分机顶盒单独给出的备用 DNS。 | Some boxes show the second server apart.
dnsFirst vendor:/Device.LAN.DNSServer0 | string | 首选 DNS | First DNS server | 部分机顶盒单独给出的首选 DNS。 | Some boxes show the first server apart.
dnsNext vendor:/Device.LAN.DNSServer1 | string | 次选 DNS | Next DNS server | 部分机顶盒单独给出的次选 DNS。 | Some boxes show the next server apart.
dhcpUser vendor:/Device.LAN.DhcpUser | string rw | IPoE 账号 | IPoE account | 机顶盒 IPoE（DHCP+）认证账号。 | Account of a set-top box that logs in by DHCP.
dhcpPassword vendor:/Device.LAN.DhcpPassword | string rw secret | IPoE 密码 | IPoE password | 机顶盒 IPoE（DHCP+）认证密码。 | Its password.
medium vendor:/Device.LAN.Device | string | 接入方式 | Connected by | 有线或无线接入。 | Cable or Wi-Fi.
ipv6Capable vendor:/Device.LAN.IsSupportIPv6 | bool | 支持 IPv6 | IPv6 capable | 机顶盒是否支持 IPv6。 | Whether the set-top box can do IPv6.

@ boxDhcp tr106=Device.LAN.DHCPOption.{i}.
request Request | bool rw | 请求该选项 | Ask for the option | 是否向服务器请求该选项，否则为发送。 | Whether it is asked for, else it is sent.
tag Tag | uint 1..254 rw | 本机 DHCP 选项号 | DHCP option number | 60、125 常用于让网络识别机顶盒。 | 60 and 125 tell the network that this is a set-top box.
value Value | base64(255) rw | 本机 DHCP 选项值 | DHCP option value | 选项内容的 Base64 编码。 | Content in Base64.

@ boxStats tr106=Device.LAN.Stats.
uptime ConnectionUpTime | uint [s] | 联网时长 | Connected for | 比运行时间短很多说明中途断过网。 | Much less than the uptime: the network went away.
bytesSent TotalBytesSent | uint [B] | 本机发送字节数 | Bytes sent | 累计发送的数据量。 | All that was sent.
bytesReceived TotalBytesReceived | uint [B] | 本机接收字节数 | Bytes received | 收看节目时应持续增长。 | Grows while something is watched.
packetsSent TotalPacketsSent | uint | 本机发送包数 | Packets sent | 累计发送的包数。 | Packets sent.
packetsReceived TotalPacketsReceived | uint | 本机接收包数 | Packets received | 累计接收的包数。 | Packets received.
dayReceived CurrentDayBytesReceived | uint [B] | 当日接收字节数 | Bytes received today | 当天累计接收的数据量。 | Received since midnight.
quarterReceived QuarterHourBytesReceived | uint [B] | 15 分钟接收字节数 | Bytes in this quarter hour | 当前 15 分钟内接收的数据量。 | Received in the running quarter of an hour.

@ bridge tr181=Device.Bridging.Bridge.{i}.
enable Enable | bool rw | 网桥启用 | Bridge on | 该网桥是否启用。 | Whether the bridge is used.
status Status | string {Disabled,Enabled,Error} | 网桥状态 | Bridge state | 网桥当前状态。 | State of the bridge.
standard Standard | string rw | 网桥标准 | Bridge standard | 802.1Q 支持 VLAN，802.1D 不支持。 | 802.1Q knows VLANs, 802.1D does not.
portOn Port.{i}.Enable | bool rw | 网桥端口启用 | Bridge port on | 该端口是否加入网桥。 | Whether the port is part of the bridge.
portStatus Port.{i}.Status | string | 网桥端口状态 | Bridge port state | 该端口当前状态。 | State of the port.
portLayer Port.{i}.LowerLayers | list(1024) rw | 网桥端口接口 | Bridge port's interface | 该端口对应的物理或逻辑接口。 | Interface behind the port.
pvid Port.{i}.PVID | int 1..4094 rw | 端口默认 VLAN | Port's VLAN | 不带标签的帧归入此 VLAN，IPTV 口常用。 | Untagged frames get this VLAN: used on IPTV ports.
frames Port.{i}.AcceptableFrameTypes | string rw | 允许的帧类型 | Frames accepted | 是否只接受带标签或不带标签的帧。 | Tagged frames, untagged ones, or both.
vlanOn VLAN.{i}.Enable | bool rw | VLAN 启用 | VLAN on | 该 VLAN 是否启用。 | Whether the VLAN is used.
vlanName VLAN.{i}.Name | string(64) rw | VLAN 名称 | VLAN name | VLAN 的名称。 | Name of the VLAN.
vlanId VLAN.{i}.VLANID | int 1..4094 rw | 网桥 VLAN ID | Bridge VLAN | VLAN 编号，由运营商规划。 | Number of the VLAN, as the operator plans it.
vlanPortOn VLANPort.{i}.Enable | bool rw | VLAN 成员启用 | VLAN member on | 该端口是否为 VLAN 成员。 | Whether the port is a member.
vlanPortVlan VLANPort.{i}.VLAN | string(256) rw | 成员所属 VLAN | Member of VLAN | 引用的 VLAN 条目。 | The VLAN it belongs to.
vlanPortPort VLANPort.{i}.Port | string(256) rw | 成员端口 | Member port | 引用的网桥端口。 | The port that belongs to it.
untagged VLANPort.{i}.Untagged | bool rw | 发送时去标签 | Sent untagged | 接机顶盒的口一般要去标签。 | Ports to set-top boxes mostly send untagged.

@ ip tr181=Device.IP.Interface.{i}.
router Router | string(256) rw | 所属路由实例 | Router | 该接口所属的路由实例。 | Routing instance of this interface.
loopback Loopback | bool rw | 环回 | Loopback | 是否为环回接口。 | Whether it loops back.
reset Reset | bool rw | 重置 IP 接口 | Reset interface | 写入 true 会断开并重新获取地址。 | Writing true drops the interface and starts it again.

@ ipStack tr181=Device.IP.
v4Capable IPv4Capable | bool | 支持 IPv4 | IPv4 capable | 设备是否支持 IPv4。 | Whether the box can do IPv4.
v4 IPv4Enable | bool rw | IPv4 总开关 | IPv4 on | 关闭后整机不再使用 IPv4。 | Off: no IPv4 at all.
v4Status IPv4Status | string {Disabled,Enabled,Error} | IPv4 状态 | IPv4 state | IPv4 是否工作。 | Whether IPv4 works.
v6Capable IPv6Capable | bool | 网关支持 IPv6 | IPv6 capable | 设备是否支持 IPv6。 | Whether the box can do IPv6.
v6 IPv6Enable | bool rw | IPv6 总开关 | IPv6 on | 关闭后整机不再使用 IPv6。 | Off: no IPv6 at all.
v6Status IPv6Status | string {Disabled,Enabled,Error} | IPv6 状态 | IPv6 state | IPv6 是否工作。 | Whether IPv6 works.

@ dhcpServer tr181=Device.DHCPv4.Server.
on Enable | bool rw | DHCP 服务总开关 | DHCP server on | 关闭后所有地址池停用。 | Off: no pool gives out addresses.
poolStatus Pool.{i}.Status | string {Disabled,Enabled,Error_Misconfigured,Error} | 地址池状态 | Pool state | 该地址池是否工作。 | Whether the pool works.
poolOrder Pool.{i}.Order | uint rw | 地址池顺序 | Pool order | 按顺序匹配，先匹配的生效。 | Pools are tried in this order.
poolInterface Pool.{i}.Interface | string(256) rw | 地址池接口 | Pool serves | 该地址池服务的接口。 | Interface that the pool serves.

@ ethernet tr181=Device.Ethernet.Interface.{i}.
lowerLayers LowerLayers | list(1024) rw | 网口下层接口 | Port runs over | 一般为空。 | Mostly empty.
`
