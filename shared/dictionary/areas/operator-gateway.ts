/** What the Chinese operators' gateways have of their own: China Telecom (ctc), Unicom (cu), Mobile (cmcc). */
export const operatorGateway = `
@ loid ctc=InternetGatewayDevice.X_CT-COM_UserInfo. cu=InternetGatewayDevice.X_CU_UserInfo. cmcc=InternetGatewayDevice.X_CMCC_UserInfo.
user UserName | string rw | LOID（逻辑 ID） | LOID | 装机时输入的逻辑 ID，填错则注册失败。 | Typed at installation; a wrong one fails the registration.
password UserId | string rw secret | LOID 密码 | LOID password | 与 LOID 一起使用的密码，可为空。 | Goes with the LOID; may be empty.
status ctc,cu:Status | uint {0=匹配成功/matched,1=用户 ID 不存在/password not found,2=LOID 不存在/LOID not found,3=不匹配/pair is wrong,4=超过限制/over the limit,5=无工单/matched but no work order} rw | LOID 注册状态 | LOID match | 0 为匹配成功，5 表示没有工单。 | 0 matched, 5 no work order.
result ctc,cu:Result | uint {0=正在下发/provisioning,1=成功/succeeded,2=失败/failed} rw | 业务下发结果 | Provisioning result | 1 为下发成功。 | 1 means success.

@ adminAccount ctc=InternetGatewayDevice.DeviceInfo.X_CT-COM_TeleComAccount. cu=InternetGatewayDevice.DeviceInfo.X_CU_TeleComAccount. cmcc=InternetGatewayDevice.DeviceInfo.X_CMCC_TeleComAccount. web=InternetGatewayDevice.X_CU_Function.Web.
enable ctc,cu:Enable | bool rw | 维护账号启用 | Service login on | 维护账号是否可用。 | Whether the service login works.
user ctc,cmcc:Username web:AdminName | string rw | 维护账号 | Service login | 登录网关页面的超级账号，如 telecomadmin。 | Login of the gateway's page, telecomadmin say.
password ctc:Password web:AdminPassword | string rw secret | 维护密码 | Service password | 超级账号密码，远程可能定期变更。 | Its password; operators change it from time to time.
webUser web:UserName | string rw | 用户账号 | User login | 铭牌上的普通账号。 | The login on the label.
webPassword web:UserPassword | string rw secret | 用户密码 | User password | 铭牌上的普通密码。 | The password on the label.

@ gatewaySpec ctc=InternetGatewayDevice.DeviceInfo. cu=InternetGatewayDevice.DeviceInfo.
version ctc:X_CT-COM_InterfaceVersion cu:X_CU_InterfaceVersion | string | 企标版本 | Operator spec version | 网关遵循的运营商规范版本。 | Version of the operator's specification.
ipMode ctc:X_CT-COM_IPProtocolVersion.Mode cu:X_CU_IPProtocolVersion | uint {1=IPv4/IPv4,2=IPv6/IPv6,3=双栈/both} rw | 网关 IP 协议 | Gateway IP protocol | 一般为双栈。 | Mostly both.
upnp ctc:X_CT-COM_UPNP.Enable | bool rw | 网关 UPnP 启用 | Gateway UPnP on | 是否启用 UPnP。 | Whether UPnP is on.

@ wanService ctc=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}. ctc=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}. cu=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANPPPConnection.{i}. cu=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.WANIPConnection.{i}.
list ctc:X_CT-COM_ServiceList cu:X_CU_ServiceList | string rw | WAN 业务类型 | WAN service | 如 TR069、INTERNET、VOIP、OTHER（IPTV）。 | TR069, INTERNET, VOIP, or OTHER for IPTV.
ports ctc:X_CT-COM_LanInterface cu:X_CU_LanInterface | string rw | 绑定的 LAN 口 | Bound LAN ports | 该业务绑定的网口或 SSID，IPTV 一般绑 LAN2。 | Ports or SSIDs for this service; mostly LAN 2 for IPTV.
dhcp ctc:X_CT-COM_LanInterface-DHCPEnable | bool rw | 绑定口启用 DHCP | DHCP on bound ports | 桥接业务一般关闭。 | Mostly off for bridged services.
ipMode ctc:X_CT-COM_IPMode cu:X_CU_IPMode | uint {1=IPv4/IPv4,2=IPv6/IPv6,3=双栈/both} rw | 连接 IP 协议 | Connection IP protocol | 该连接使用的 IP 协议。 | IP protocol of this connection.
multicastVlan ctc:X_CT-COM_MulticastVlan cu:X_CU_MulticastVlan | int -1..4094 rw | 组播 VLAN | Multicast VLAN | 直播用的组播 VLAN，填错则点播正常、直播黑屏。 | VLAN of live TV: if wrong, video on demand works and live TV does not.
vlanOn cu:X_CU_VLANEnabled | bool rw | 连接 VLAN 启用 | Connection VLAN on | 该连接是否带 VLAN。 | Whether the connection is tagged.
vlan cu:X_CU_VLAN | uint 0..4094 rw | 连接 VLAN ID | Connection VLAN | 该连接的 VLAN。 | VLAN of the connection.
priority cu:X_CU_802_1p | uint 0..7 rw | 连接 802.1p | Connection priority | 该连接的 802.1p 优先级。 | 802.1p priority of the connection.

@ ponVlan gpon=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.X_CT-COM_WANGponLinkConfig. epon=InternetGatewayDevice.WANDevice.{i}.WANConnectionDevice.{i}.X_CT-COM_WANEponLinkConfig.
mode gpon,epon:Mode | uint rw | PON VLAN 模式 | PON VLAN mode | 带标签、不带标签或透传。 | Tagged, untagged or transparent.
id gpon,epon:VLANIDMark | uint 0..4094 rw | PON VLAN ID | PON VLAN | 业务 VLAN，填错则该业务不通。 | VLAN of the service; a wrong one and it does not work.
priority gpon,epon:802-1pMark | uint 0..7 rw | PON 802.1p | PON priority | IPTV 一般为 4 或 5。 | Mostly 4 or 5 for IPTV.

@ gatewayAlarm ctc=InternetGatewayDevice.DeviceInfo.X_CT-COM_Alarm. cu=InternetGatewayDevice.DeviceInfo.X_CU_Alarm.
enable Enable | bool rw | 网关告警启用 | Gateway alarms on | 是否上报门限告警。 | Whether limits raise alarms.
count ctc:AlarmNumberOfEntries | uint | 告警配置数 | Alarm rules | 告警配置的条数。 | Number of rules.
parameter ctc:AlarmConfig.{i}.ParaList | string rw | 告警参数 | Watched parameter | 被监视参数的完整路径。 | Whole path of the parameter.
max ctc:AlarmConfig.{i}.Limit-Max | string rw | 告警上限 | Upper limit | 高于此值告警。 | An alarm above it.
min ctc:AlarmConfig.{i}.Limit-Min | string rw | 告警下限 | Lower limit | 低于此值告警。 | An alarm below it.
period ctc:AlarmConfig.{i}.TimeList | string rw [min] | 告警统计周期 | Alarm period | 统计的分钟数。 | Minutes that are looked at.
mode ctc:AlarmConfig.{i}.Mode | string rw | 告警统计方式 | Alarm mode | 周期内取值的方式。 | How values of the period are taken.

@ gatewayMonitor ctc=InternetGatewayDevice.DeviceInfo.X_CT-COM_Monitor. cu=InternetGatewayDevice.DeviceInfo.X_CU_Monitor.
enable Enable | bool rw | 网关监测启用 | Gateway monitoring on | 是否周期上报参数。 | Whether parameters are reported periodically.
parameter ctc:MonitorConfig.{i}.ParaList | string rw | 监测参数 | Monitored parameter | 周期上报参数的完整路径。 | Whole path of the parameter.
period ctc:MonitorConfig.{i}.TimeList | string rw [min] | 监测周期 | Monitoring period | 上报的周期。 | Time between reports.

@ gatewayQos ctc=InternetGatewayDevice.X_CT-COM_UplinkQoS.
mode Mode | string rw | 上行 QoS 模板 | Uplink QoS | 业务优先顺序，如 TR069,VOIP,IPTV,INTERNET。 | Order of services, TR069,VOIP,IPTV,INTERNET say.

@ gatewayIptv ctc=InternetGatewayDevice.Services.X_CT-COM_IPTV.
igmp IGMPEnable | bool rw | 网关 IGMP 启用 | Gateway IGMP on | 关闭后机顶盒无法收看直播。 | Off: no live TV behind the gateway.
proxy ProxyEnable | bool rw | IGMP 代理启用 | IGMP proxy on | 路由方式承载直播时打开。 | On where live TV is routed.
snooping SnoopingEnable | bool rw | IGMP 侦听启用 | IGMP snooping on | 打开后组播只发到需要的口，避免占满其他口。 | On: multicast goes only to ports that want it.

@ gatewayWifi ctc=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}.
on X_CT-COM_APModuleEnable | bool rw | 无线模块启用 | Wi-Fi module on | 无线模块总开关。 | Main switch of Wi-Fi.
hide X_CT-COM_SSIDHide | bool rw | 隐藏 SSID | Hide SSID | 打开后手机搜不到该网络。 | On: phones do not see the network.
band X_CT-COM_RFBand | uint rw | 无线频段 | Wi-Fi band | 2.4 GHz 或 5 GHz。 | 2.4 GHz or 5 GHz.
width X_CT-COM_ChannelWidth | uint rw | 无线频宽 | Wi-Fi channel width | 信道带宽的编号。 | Code of the channel width.
guard X_CT-COM_GuardInterval | uint rw | 无线保护间隔 | Wi-Fi guard interval | 保护间隔的编号。 | Code of the guard interval.
power X_CT-COM_Powerlevel | uint 1..5 rw | 无线功率级别 | Wi-Fi power level | 1 为最大功率。 | 1 is the greatest.
powerValue X_CT-COM_PowerValue | uint | 无线功率值 | Wi-Fi power | 当前发射功率。 | Transmit power now.
wpsKey X_CT-COM_WPSKeyWord | uint rw secret | WPS 关键字 | WPS key | WPS 配对用的关键字。 | Key for WPS pairing.
`
