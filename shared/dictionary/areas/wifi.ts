/** Wi-Fi: radios, networks, security, who is connected. */
export const wifi = `
@ wifi tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}. tr181=Device.WiFi.SSID.{i}.
ssid SSID | string(32) rw | Wi-Fi 名称 | Wi-Fi name (SSID) | 手机搜索到的无线网络名称，修改后终端要重新连接。 | The name that phones see; after a change they must join again.
enable Enable | bool rw | Wi-Fi 启用 | Wi-Fi network on | 关闭后该无线网络消失。 | Off: this network disappears.
status Status | string {Up,Down,Error,Disabled,Unknown,Dormant,NotPresent,LowerLayerDown} | Wi-Fi 状态 | Wi-Fi network state | 启用但不是 Up 时检查射频是否打开。 | On but not Up: check that the radio is on.
name Name | string(64) | Wi-Fi 接口名 | Wi-Fi interface | 系统内部的接口名。 | Name inside the box.
bssid BSSID | mac | BSSID | BSSID | 该无线网络的物理地址，用于区分同名网络。 | Hardware address of the network: tells equal names apart.
lowerLayers tr181:LowerLayers | list(1024) rw | 所用射频 | Uses radio | 该网络运行在哪个射频上。 | Radio that carries the network.
lastChange tr181:LastChange | uint [s] | Wi-Fi 状态保持时间 | In this state for | 经常归零说明无线在反复重启。 | Often back at zero: it keeps restarting.
+ counters.casts | Wi-Fi | Wi-Fi
+ counters.errors | Wi-Fi | Wi-Fi
retransmissions tr181:Stats.RetransCount | uint | Wi-Fi 重传数 | Wi-Fi retransmissions | 增长快说明干扰大或信号弱。 | Fast growth: interference or a weak signal.
failedRetransmissions tr181:Stats.FailedRetransCount | uint | Wi-Fi 重传失败数 | Wi-Fi packets given up | 重传后仍失败的包数。 | Lost in spite of retransmission.

@ wifiTraffic tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}. tr181=Device.WiFi.SSID.{i}.Stats.
bytesSent tr098:TotalBytesSent!unsignedInt tr181:BytesSent | ulong [B] | Wi-Fi 发送字节数 | Wi-Fi bytes sent | 累计发送的数据量。 | All that was sent.
bytesReceived tr098:TotalBytesReceived!unsignedInt tr181:BytesReceived | ulong [B] | Wi-Fi 接收字节数 | Wi-Fi bytes received | 累计接收的数据量。 | All that was received.
packetsSent tr098:TotalPacketsSent!unsignedInt tr181:PacketsSent | ulong | Wi-Fi 发送包数 | Wi-Fi packets sent | 累计发送的包数。 | Packets sent.
packetsReceived tr098:TotalPacketsReceived!unsignedInt tr181:PacketsReceived | ulong | Wi-Fi 接收包数 | Wi-Fi packets received | 累计接收的包数。 | Packets received.

@ wifiSecurity tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}. tr181=Device.WiFi.AccessPoint.{i}.Security.
passphrase tr098:KeyPassphrase tr098:PreSharedKey.{i}.KeyPassphrase tr181:KeyPassphrase | string(8-63) rw secret | Wi-Fi 密码 | Wi-Fi password | 至少 8 位；多数设备读出为空，以写入成功为准。 | At least 8 characters; most boxes read back empty.
psk tr098:PreSharedKey.{i}.PreSharedKey!string tr181:PreSharedKey | hex(32) rw secret | Wi-Fi 预共享密钥 | Wi-Fi key (hex) | 64 位十六进制密钥，一般只用密码。 | 64 hex digits; mostly the password is used instead.
modes tr181:ModesSupported | list | 支持的加密方式 | Security offered | 可以选择的加密方式。 | What can be chosen.
mode tr181:ModeEnabled | string {None,WEP-64,WEP-128,WPA-Personal,WPA2-Personal,WPA3-Personal,WPA-WPA2-Personal,WPA3-Personal-Transition,WPA-Enterprise,WPA2-Enterprise,WPA3-Enterprise,WPA-WPA2-Enterprise} rw | 加密方式 | Security | 家庭用户建议 WPA2-Personal 或更高。 | WPA2-Personal or better in homes.
beacon tr098:BeaconType | string {None,Basic,WPA,11i,BasicandWPA,Basicand11i,WPAand11i,BasicandWPAand11i} rw | 认证方式 | Security | 11i 即 WPA2，建议选择；None 不加密。 | 11i is WPA2 and the one to choose; None is open.
wpaEncryption tr098:WPAEncryptionModes | string {AESEncryption,TKIPEncryption,TKIPandAESEncryption,WEPEncryption,WEPandTKIPEncryption,WEPandAESEncryption,WEPandTKIPandAESEncryption} rw | WPA 加密算法 | WPA cipher | 选 TKIP 会把速率限制在 54 Mbps。 | TKIP limits the speed to 54 Mbps.
wpaAuth tr098:WPAAuthenticationMode | string {PSKAuthentication,EAPAuthentication} rw | WPA 认证模式 | WPA login | 家庭为 PSK（密码）。 | PSK (a password) in homes.
wpa2Encryption tr098:IEEE11iEncryptionModes | string {AESEncryption,TKIPEncryption,TKIPandAESEncryption,WEPEncryption,WEPandTKIPEncryption,WEPandAESEncryption,WEPandTKIPandAESEncryption} rw | WPA2 加密算法 | WPA2 cipher | 建议 AES。 | AES is the one to choose.
wpa2Auth tr098:IEEE11iAuthenticationMode | string {PSKAuthentication,EAPAuthentication,EAPandPSKAuthentication} rw | WPA2 认证模式 | WPA2 login | 家庭为 PSK（密码）。 | PSK (a password) in homes.
basicEncryption tr098:BasicEncryptionModes | string {None,WEPEncryption} rw | 基本加密 | Basic encryption | 仅老旧终端使用。 | Only for very old devices.
basicAuth tr098:BasicAuthenticationMode | string rw | 基本认证 | Basic login | 仅老旧终端使用。 | Only for very old devices.
wepIndex tr098:WEPKeyIndex | uint 1..4 rw | WEP 密钥序号 | WEP key in use | WEP 不安全，不建议使用。 | WEP is not safe: avoid it.
wepKey tr098:WEPKey.{i}.WEPKey!string tr181:WEPKey | hex(13) rw secret | WEP 密钥 | WEP key | WEP 不安全，不建议使用。 | WEP is not safe: avoid it.
rekey tr181:RekeyingInterval | uint rw [s] | 密钥更新间隔 | Key renewal | 更换密钥的间隔，默认 3600 秒。 | Time between new keys, 3600 s by default.
pmf tr181:MFPConfig | string {Disabled,Optional,Required} rw | 管理帧保护 | Protected management frames | 设为 Required 时老终端可能连不上。 | Required keeps old devices out.
radius tr181:RadiusServerIPAddr | ip rw | RADIUS 服务器 | RADIUS server | 企业认证才使用。 | Only for enterprise login.
radiusPort tr181:RadiusServerPort | uint rw | RADIUS 端口 | RADIUS port | 默认 1812。 | 1812 by default.
radiusSecret tr181:RadiusSecret | string rw secret | RADIUS 密钥 | RADIUS secret | 与 RADIUS 服务器约定的密钥。 | Shared with the RADIUS server.

@ radio tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}. tr181=Device.WiFi.Radio.{i}.
enable tr098:RadioEnabled tr181:Enable | bool rw | 射频启用 | Radio on | 关闭后该频段的 Wi-Fi 全部关闭。 | Off: all networks of this band are gone.
status tr181:Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | 射频状态 | Radio state | 射频的当前状态。 | State of the radio.
band tr181:OperatingFrequencyBand | string {2.4GHz,5GHz,6GHz} rw | 频段 | Band | 5 GHz 速率高、穿墙差。 | 5 GHz is faster but stops at walls.
bands tr181:SupportedFrequencyBands | list | 支持的频段 | Bands offered | 射频支持的频段。 | Bands the radio can use.
standards tr181:OperatingStandards | list rw | 无线标准 | Standards | 启用的 802.11 标准。 | 802.11 standards in use.
standard tr098:Standard | string | 无线标准 | Standard | 启用的 802.11 标准。 | 802.11 standard in use.
standardsOffered tr181:SupportedStandards | list | 支持的无线标准 | Standards offered | 射频支持的 802.11 标准。 | What the radio can do.
channel Channel | uint 0..255 rw | 信道 | Channel | 2.4 GHz 建议 1、6、11；写 0 在部分设备上为自动。 | Use 1, 6 or 11 at 2.4 GHz; 0 is automatic on some boxes.
autoChannel AutoChannelEnable | bool rw | 自动信道 | Automatic channel | 打开后设备自行选择干扰小的信道。 | On: the box looks for a quiet channel.
channels PossibleChannels | list(1024) | 可用信道 | Channels allowed | 当前地区允许的信道。 | Channels allowed in this region.
channelsBusy ChannelsInUse | list(1024) | 占用的信道 | Channels in use | 周围正在使用的信道。 | Channels that neighbours use.
width tr181:OperatingChannelBandwidth | string {20MHz,40MHz,80MHz,160MHz,Auto} rw | 频宽 | Channel width | 越宽越快，但更易受干扰。 | Wider is faster but catches more interference.
widthNow tr181:CurrentOperatingChannelBandwidth | string {20MHz,40MHz,80MHz,160MHz} | 当前频宽 | Channel width now | 实际使用的频宽。 | Width in use.
power TransmitPower | int -1..100 rw [%] | 发射功率 | Transmit power | 以最大功率的百分比表示，-1 为自动。 | In percent of the greatest; -1 is automatic.
region RegulatoryDomain | string(3) rw | 地区码 | Region | 决定可用信道和功率，国内为 CN。 | Decides channels and power; CN in China.
guard tr181:GuardInterval | string {400nsec,800nsec,Auto} rw | 保护间隔 | Guard interval | 短间隔略快，抗干扰稍差。 | Short is a little faster, less robust.
beacon tr181:BeaconPeriod | uint rw [ms] | 信标间隔 | Beacon interval | 一般为 100 毫秒。 | Mostly 100 ms.
dtim tr181:DTIMPeriod | uint rw | DTIM 周期 | DTIM period | 影响终端省电和组播时延。 | Trades battery life for multicast delay.
maxRate tr181:MaxBitRate | uint [Mbps] | 无线最高速率 | Fastest rate | 射频的最高速率。 | Fastest rate of the radio.
rateLimit tr098:MaxBitRate | string(4) rw [Mbps] | 无线速率上限 | Rate limit | 一般为 Auto。 | Mostly Auto.
noise tr181:Stats.Noise | int [dBm] | 底噪 | Noise | 高于 -80 dBm 说明干扰严重。 | Above -80 dBm there is heavy interference.
fcsErrors tr181:Stats.FCSErrorCount | uint | 校验错误数 | Checksum errors | 增长快说明干扰大。 | Fast growth means interference.
name tr181:Name | string(64) | 射频名称 | Radio name | 系统内部的接口名。 | Name inside the box.

@ ap tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}. tr181=Device.WiFi.AccessPoint.{i}.
enable tr181:Enable | bool rw | 接入点启用 | Access point on | 该接入点是否启用。 | Whether this access point is used.
status tr181:Status | string {Disabled,Enabled,Error_Misconfigured,Error} | 接入点状态 | Access point state | 接入点的当前状态。 | State of the access point.
ssidReference tr181:SSIDReference | string(256) rw | 所属 Wi-Fi | Belongs to | 该接入点对应的 Wi-Fi 条目。 | Network that the access point serves.
advertise SSIDAdvertisementEnabled | bool rw | 广播名称 | Name is visible | 关闭即为隐藏网络。 | Off hides the network.
isolation tr181:IsolationEnable | bool rw | 终端隔离 | Isolation | 打开后无线终端之间不能互访。 | On: devices cannot see each other.
maxClients tr181:MaxAssociatedDevices | uint rw | 最多终端数 | Most clients | 0 表示不限制。 | 0 means no limit.
clients tr098:TotalAssociations tr181:AssociatedDeviceNumberOfEntries | uint | 已连终端数 | Clients | 当前连接的无线终端数量。 | Devices connected now.
wmm WMMEnable | bool rw | WMM | WMM | 关闭会把速率限制在 54 Mbps。 | Off limits the speed to 54 Mbps.
uapsd UAPSDEnable | bool rw | U-APSD 省电 | U-APSD | 少数终端不兼容，可关闭再试。 | Some devices dislike it: try it off.
macControl MACAddressControlEnabled | bool rw | Wi-Fi MAC 过滤 | Wi-Fi MAC filter | 打开后只允许名单内的终端连接。 | On: only listed devices may join.
allowedMacs tr181:AllowedMACAddress | list rw | Wi-Fi 允许的 MAC | Wi-Fi allowed MACs | 允许连接的终端。 | Devices that may join.
wpsEnable tr098:WPS.Enable tr181:WPS.Enable | bool rw | WPS 启用 | WPS on | 按键配对，不用时建议关闭。 | Pairing by button; turn it off when unused.
wpsPin tr181:WPS.PIN | string(8) rw secret | WPS PIN | WPS PIN | WPS 配对码。 | Code for WPS pairing.
wpsStatus tr181:WPS.Status | string {Disabled,Error,Unconfigured,Configured,SetupLocked} | WPS 状态 | WPS state | SetupLocked 表示因多次错误被锁定。 | SetupLocked: locked after wrong tries.

@ wifiClient tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}.AssociatedDevice.{i}. tr181=Device.WiFi.AccessPoint.{i}.AssociatedDevice.{i}.
mac tr098:AssociatedDeviceMACAddress tr181:MACAddress | mac | 终端 MAC | Client MAC | 无线终端的物理地址。 | Hardware address of the client.
address tr098:AssociatedDeviceIPAddress | string(64) | 终端 IP | Client address | 无线终端的地址。 | IP address of the client.
authenticated tr098:AssociatedDeviceAuthenticationState tr181:AuthenticationState | bool | 终端已认证 | Client logged in | 为“否”说明密码错误或尚未完成。 | If not: a wrong password, or still joining.
signal tr181:SignalStrength | int -200..0 [dBm] | 终端信号强度 | Client signal | 低于 -70 dBm 看高清会卡顿。 | Below -70 dBm HD pictures stutter.
down tr181:LastDataDownlinkRate | uint [kbps] | 终端下行速率 | Client downlink | 最近一次到终端的速率。 | Last rate towards the client.
up tr181:LastDataUplinkRate | uint [kbps] | 终端上行速率 | Client uplink | 最近一次来自终端的速率。 | Last rate from the client.
rate tr098:LastDataTransmitRate | string(4) [Mbps] | 终端速率 | Client rate | 最近一次的发送速率。 | Last sending rate.
retransmissions tr181:Retransmissions | uint 0..100 | 终端重传率 | Client retransmissions | 最近 100 个包中的重传数，超过 20 说明干扰大。 | Of the last 100 packets; above 20 is heavy interference.
active tr181:Active | bool | 终端在线 | Client active | 终端当前是否在线。 | Whether it is connected now.
standard tr181:OperatingStandard | string | 终端无线标准 | Client standard | 终端使用的 802.11 标准。 | 802.11 standard it uses.

@ neighbour tr181=Device.WiFi.NeighboringWiFiDiagnostic.
state DiagnosticsState | string rw | 周边 Wi-Fi 扫描 | Neighbour scan | 写入 Requested 开始扫描，期间 Wi-Fi 可能短暂中断。 | Writing Requested scans; Wi-Fi may drop for a moment.
ssid Result.{i}.SSID | string(32) | 周边 Wi-Fi 名称 | Neighbour name | 扫描到的网络名称。 | Name of a network that was found.
bssid Result.{i}.BSSID | mac | 周边 BSSID | Neighbour BSSID | 扫描到的网络物理地址。 | Its hardware address.
channel Result.{i}.Channel | uint 1..255 | 周边信道 | Neighbour channel | 扫描到的网络所在信道。 | Its channel.
signal Result.{i}.SignalStrength | int -200..0 [dBm] | 周边信号强度 | Neighbour signal | 越接近 0 干扰越大。 | The nearer to 0, the more it disturbs.
security Result.{i}.SecurityModeEnabled | string | 周边加密方式 | Neighbour security | 扫描到的网络加密方式。 | Its security.
band Result.{i}.OperatingFrequencyBand | string | 周边频段 | Neighbour band | 扫描到的网络频段。 | Its band.

@ station tr181=Device.WiFi.EndPoint.{i}.
enable Enable | bool rw | 无线客户端启用 | Wi-Fi client on | 机顶盒用 Wi-Fi 上网时启用。 | On when the box itself joins a Wi-Fi.
status Status | string {Disabled,Enabled,Error_Misconfigured,Error} | 无线客户端状态 | Wi-Fi client state | 机顶盒连接 Wi-Fi 的状态。 | State of the box as a client.
signal Stats.SignalStrength | int -200..0 [dBm] | 本机 Wi-Fi 信号 | Signal at the box | 低于 -70 dBm 建议改用网线。 | Below -70 dBm use a cable.
ssid Profile.{i}.SSID | string(32) rw | 要连接的 Wi-Fi | Joins network | 机顶盒要连接的无线网络。 | Network that the box joins.
passphrase Profile.{i}.Security.KeyPassphrase | string(8-63) rw secret | 所连 Wi-Fi 的密码 | Password of that network | 所连接无线网络的密码。 | Password of the network it joins.
mode Profile.{i}.Security.ModeEnabled | string rw | 所连 Wi-Fi 的加密 | Security of that network | 所连接无线网络的加密方式。 | Security of the network it joins.

@ radio tr181=Device.WiFi.Radio.{i}.
lastChange LastChange | uint [s] | 射频状态保持时间 | In this state for | 经常归零说明射频在反复重启。 | Often back at zero: the radio keeps restarting.
lowerLayers LowerLayers | list(1024) rw | 射频下层接口 | Radio runs over | 一般为空。 | Mostly empty.
upstream Upstream | bool | 射频为上行 | Faces the network | 用 Wi-Fi 上联时为“是”。 | Set where Wi-Fi leads to the network.
autoSupported AutoChannelSupported | bool | 支持自动信道 | Automatic channel offered | 是否支持自动选择信道。 | Whether it can choose a channel by itself.
autoPeriod AutoChannelRefreshPeriod | uint rw [s] | 自动选信道间隔 | Channel chosen every | 0 表示只在启动时选择。 | 0 means at start only.
extension ExtensionChannel | string {AboveControlChannel,BelowControlChannel,Auto} rw | 扩展信道 | Extension channel | 40 MHz 时使用的辅助信道。 | Second channel at 40 MHz.
powers TransmitPowerSupported | list [%] | 可选发射功率 | Powers offered | 支持的发射功率档位。 | Steps of power that it offers.
dfsSupported IEEE80211hSupported | bool | 支持 802.11h | 802.11h offered | 是否支持雷达避让。 | Whether it can give way to radar.
dfs IEEE80211hEnabled | bool rw | 802.11h 启用 | 802.11h on | 雷达信道需要打开。 | Needed on channels shared with radar.
+ counters.traffic | 射频 | Radio
+ counters.errors | 射频 | Radio

@ wifi tr181=Device.WiFi.SSID.{i}.
mac MACAddress | mac | Wi-Fi MAC | Wi-Fi MAC | 该无线接口的物理地址。 | Hardware address of the interface.

@ ap tr181=Device.WiFi.AccessPoint.{i}.
wmmCapable WMMCapability | bool | 支持 WMM | WMM offered | 是否支持 WMM。 | Whether it can do WMM.

@ wifiSecurity tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}.
pskMac PreSharedKey.{i}.AssociatedDeviceMACAddress | mac rw | 密钥所属终端 | Key for client | 该密钥只给这个终端使用，空为所有终端。 | The key is for this client only; empty is for all.
`
