/** How the box is managed: its ACS, how it is called, who may log in. */
export const management = `
@ acs root=ManagementServer.
enable EnableCWMP | bool rw | 启用 TR-069 | TR-069 on | 关闭后设备不再连接 ACS，只能在本地重新打开。 | Off means the box never contacts an ACS again until set by hand.
url URL | url(256) rw | ACS 地址 | ACS URL | 设备连接的管理服务器；改错会失去管理，交还前务必核对。 | The server the box reports to; a wrong one cuts it off. Check it before hand-over.
username Username | string(256) rw | ACS 用户名 | ACS user name | 设备登录 ACS 用的用户名。 | Name with which the box logs in at the ACS.
password Password | string(256) rw secret | ACS 密码 | ACS password | 设备登录 ACS 用的密码，读出时总为空。 | Password for the ACS; always reads back empty.
urlBackup vendor:/Device.ManagementServer.URLBackup | url(256) rw | 备用 ACS 地址 | Backup ACS URL | 主地址连不上时使用的地址，部分机顶盒才有。 | Tried when the first fails; only some set-top boxes have it.
informEnable PeriodicInformEnable | bool rw | 启用周期上报 | Periodic Inform | 关闭后设备只在启动或事件发生时上报。 | Off: the box reports only at start and on events.
informInterval PeriodicInformInterval | uint 1.. rw [s] | 周期上报间隔 | Inform interval | 定时上报的间隔；调试时可设 60 秒，交付前改回运营商要求的值。 | How often it reports by itself: 60 s on the bench, the operator's value before hand-over.
informTime PeriodicInformTime | time rw | 周期上报基准时间 | Inform time reference | 上报时刻以它为基准推算，用于错开上报高峰。 | Reports are counted from this moment, to spread the load.
parameterKey ParameterKey | string(32) | 参数版本标记 | Parameter key | 最近一次由 ACS 成功修改参数时留下的标记。 | Mark left by the last change an ACS made.
connectionUrl ConnectionRequestURL | url(256) | 反向连接地址 | Connection request URL | ACS 通过它唤起设备；必须是本机能访问的地址。 | Where the ACS calls the box; this laptop must reach it.
connectionUser ConnectionRequestUsername | string(256) rw | 反向连接用户名 | Connection request user | 唤起设备时使用的用户名。 | User name for calling the box.
connectionPassword ConnectionRequestPassword | string(256) rw secret | 反向连接密码 | Connection request password | 唤起设备时使用的密码，读出为空。 | Password for calling the box; reads back empty.
httpConnection tr181:HTTPConnectionRequestEnable | bool rw | 启用 HTTP 反向连接 | HTTP connection requests | 关闭后无法通过 HTTP 唤起设备。 | Off: the box cannot be called by HTTP.
connectionMethods SupportedConnReqMethods | list | 支持的唤起方式 | Ways to call the box | 设备支持的反向连接方式。 | Which kinds of connection request it takes.
upgradesManaged UpgradesManaged | bool rw | 由 ACS 管理升级 | Upgrades by ACS | 打开后设备自己不再自动升级。 | On: the box does not upgrade by itself.
kickUrl KickURL | url(256) | 跳转地址 | Kick URL | 用户浏览器触发 ACS 会话的地址，很少使用。 | Lets a browser start a session; rarely used.
progressUrl DownloadProgressURL | url(256) | 下载进度页 | Download progress page | 设备提供的下载进度页面地址。 | Page that shows the progress of a download.
throttle DefaultActiveNotificationThrottle | uint rw [s] | 主动通知间隔 | Active notification pause | 两次主动上报之间的最短时间。 | Least time between two reports of changes.
retryWait CWMPRetryMinimumWaitInterval | uint 1..65535 rw [s] | 重试最短等待 | Retry wait | 会话失败后第一次重试前的等待时间。 | Wait before the first retry of a failed session.
retryFactor CWMPRetryIntervalMultiplier | uint 1000..65535 rw | 重试倍数 | Retry factor | 以千分比表示，2000 表示每次等待加倍。 | In thousandths: 2000 doubles the wait each time.
aliasAddressing AliasBasedAddressing | bool | 支持别名寻址 | Alias addressing | 设备是否允许用别名代替实例号。 | Whether instances may be named by alias.
instanceMode InstanceMode | string {InstanceNumber,InstanceAlias} rw | 实例标识方式 | Instances named by | 参数路径中用编号还是别名表示实例。 | Whether paths carry numbers or aliases.
autoInstances AutoCreateInstances | bool rw | 自动创建实例 | Create instances | 写入不存在的别名实例时自动创建。 | Writing to an unknown alias creates the instance.
compression HTTPCompression | string rw | 会话压缩方式 | Session compression | 与 ACS 会话时使用的压缩方式。 | How messages to the ACS are compressed.
compressionSupported HTTPCompressionSupported | list | 支持的压缩方式 | Compressions known | 设备支持的压缩方式。 | Compressions that the box knows.
udpAddress UDPConnectionRequestAddress | string(256) | UDP 唤起地址 | UDP request address | 经 NAT 后用 UDP 唤起设备的地址和端口。 | Address and port for calls by UDP through NAT.
udpLimit tr098,tr106:UDPConnectionRequestAddressNotificationLimit | uint rw [s] | UDP 地址通知间隔 | UDP address report pause | UDP 地址变化时两次上报的最短间隔。 | Least time between reports of a new UDP address.
natDetected NATDetected | bool | 检测到 NAT | Behind NAT | 设备通过 STUN 判断自己是否在 NAT 之后。 | Whether STUN found that the box is behind NAT.
scheduleReboot tr181:ScheduleReboot | time rw | 定时重启 | Reboot at | 写入时间后设备到点自动重启。 | The box restarts at the time written here.
delayReboot tr181:DelayReboot | int -1.. rw [s] | 延时重启 | Reboot in | 写入秒数后延时重启，-1 为取消。 | Restarts after so many seconds; -1 cancels.
managedLimit tr098,tr181:ManageableDeviceNotificationLimit | uint rw [s] | 下挂设备通知间隔 | Device list report pause | 下挂可管理设备变化时两次上报的最短间隔。 | Least time between reports about devices behind this box.
xmppConnection ConnReqXMPPConnection | string rw | XMPP 连接引用 | XMPP connection | 用于 XMPP 唤起的连接。 | The connection used for calls by XMPP.
xmppAllowed ConnReqAllowedJabberIDs | list(256) rw | 允许的 XMPP 账号 | Allowed XMPP ids | 允许通过 XMPP 唤起设备的账号。 | Who may call the box by XMPP.
xmppId ConnReqJabberID | string | 设备 XMPP 账号 | XMPP id of the box | 设备自己的 XMPP 账号。 | The box's own XMPP id.
lightProtocols LightweightNotificationProtocolsUsed | list rw | 轻量通知协议 | Lightweight notifications | 启用的轻量通知协议，如 UDP。 | Protocols in use for lightweight notifications.
lightHost UDPLightweightNotificationHost | string(256) rw | 轻量通知主机 | Lightweight notification host | 接收轻量通知的主机，空则发给 ACS。 | Receives them; empty means the ACS.
lightPort UDPLightweightNotificationPort | uint 0..65535 rw | 轻量通知端口 | Lightweight notification port | 接收轻量通知的 UDP 端口。 | UDP port that receives them.

@ stun root=ManagementServer.
enable STUNEnable | bool rw | 启用 STUN | STUN on | 让 NAT 后面的设备也能被 UDP 唤起。 | Lets a box behind NAT be called by UDP.
server STUNServerAddress | string(256) rw | STUN 服务器 | STUN server | 为空时用 ACS 所在主机。 | Empty means the host of the ACS.
port STUNServerPort | uint 0..65535 rw | STUN 端口 | STUN port | STUN 服务器的 UDP 端口，默认 3478。 | UDP port of the STUN server, 3478 by default.
username STUNUsername | string(256) rw | STUN 用户名 | STUN user name | STUN 认证用的用户名。 | User name for STUN.
password STUNPassword | string(256) rw secret | STUN 密码 | STUN password | STUN 认证用的密码，读出为空。 | Password for STUN; reads back empty.
keepAliveMax STUNMaximumKeepAlivePeriod | int -1.. rw [s] | STUN 最长心跳 | Longest keep-alive | 心跳的最长间隔，-1 表示由设备决定。 | Longest time between heartbeats; -1 leaves it to the box.
keepAliveMin STUNMinimumKeepAlivePeriod | uint rw [s] | STUN 最短心跳 | Shortest keep-alive | 心跳的最短间隔，调小可减少 NAT 超时。 | Shortest time between heartbeats; small keeps NAT open.

@ transferPolicy root=ManagementServer.AutonomousTransferCompletePolicy.
enable Enable | bool rw | 上报自主传输 | Report own transfers | 设备自行下载或上传后是否通知 ACS。 | Whether transfers that the box began itself are reported.
type TransferTypeFilter | string {Upload,Download,Both} rw | 上报的传输方向 | Which direction | 只上报上传、只上报下载或都上报。 | Report uploads, downloads or both.
result ResultTypeFilter | string {Success,Failure,Both} rw | 上报的传输结果 | Which results | 只上报成功、只上报失败或都上报。 | Report successes, failures or both.
files FileTypeFilter | list rw | 上报的文件类型 | Which files | 哪些文件类型的传输需要上报。 | Which file types are reported.

@ standby root=ManagementServer.StandbyPolicy.
maxUnaware CRUnawarenessMaxDuration | int -1.. rw [s] | 最长不可唤起时间 | Longest time asleep | 待机时允许不响应唤起的最长时间，-1 不限。 | How long a sleeping box may miss calls; -1 is for ever.
maxMissed MaxMissedPeriodic | int -1.. rw | 允许漏报次数 | Informs it may miss | 待机时允许错过的周期上报次数。 | Periodic Informs that it may miss while asleep.
callWanted CRAwarenessRequested | bool rw | 待机时可唤起 | Callable in standby | 要求待机时仍能被唤起。 | Asks the box to take calls in standby.
informWanted PeriodicAwarenessRequested | bool rw | 待机时周期上报 | Informs in standby | 要求待机时继续周期上报。 | Asks the box to report in standby.

@ informParameter root=ManagementServer.InformParameter.{i}.
enable Enable | bool rw | 启用附加上报参数 | Extra Inform parameter | 该参数是否随 Inform 上报。 | Whether this parameter goes into each Inform.
name ParameterName | string(256) rw | 附加上报参数名 | Parameter | 随 Inform 一起上报的参数路径。 | Path that is sent along with the Inform.
events EventList | list rw | 附加上报事件 | Events | 在哪些事件时上报，空表示所有。 | With which events; empty is all.

@ managedDevice tr098=InternetGatewayDevice.ManagementServer.ManageableDevice.{i}. tr181=Device.ManagementServer.ManageableDevice.{i}.
oui ManufacturerOUI | string(6) | 下挂设备 OUI | Device behind: OUI | 网关下可管理设备的 OUI。 | OUI of a managed device behind this gateway.
serial SerialNumber | string(64) | 下挂设备序列号 | Device behind: serial number | 网关下可管理设备的序列号，常见的是机顶盒。 | Its serial number; often a set-top box.
productClass ProductClass | string(64) | 下挂设备类别 | Device behind: product class | 网关下可管理设备的产品类别。 | Its product class.

@ xmpp tr181=Device.XMPP.Connection.{i}.
enable Enable | bool rw | 启用 XMPP 连接 | XMPP connection on | 是否保持与 XMPP 服务器的连接。 | Whether the box stays connected to the XMPP server.
status Status | string | XMPP 状态 | XMPP state | XMPP 连接的当前状态。 | State of the XMPP connection.
username Username | string(256) rw | XMPP 用户名 | XMPP user name | 登录 XMPP 服务器的用户名。 | Name at the XMPP server.
password Password | string rw secret | XMPP 密码 | XMPP password | 登录 XMPP 服务器的密码。 | Password at the XMPP server.
domain Domain | string(64) rw | XMPP 域 | XMPP domain | XMPP 服务器的域名。 | Domain of the XMPP server.

@ bulk tr181=Device.BulkData.
enable Enable | bool rw | 启用批量采集 | Bulk data on | 是否按配置周期上报批量数据。 | Whether the box sends bulk reports.
status Status | string {Enabled,Disabled,Error} | 批量采集状态 | Bulk data state | 批量采集的当前状态。 | State of bulk reporting.
shortest MinReportingInterval | uint [s] | 批量采集最短间隔 | Shortest report interval | 设备允许的最短上报间隔，0 表示不限。 | Shortest interval that the box takes; 0 is any.
protocols Protocols | list | 支持的采集协议 | Report protocols offered | 设备能用哪些方式上报。 | Ways in which the box can send reports.
encodings EncodingTypes | list | 支持的采集格式 | Report formats offered | 设备能用哪些格式上报。 | Formats in which the box can report.
profiles MaxNumberOfProfiles | int -1.. | 采集配置上限 | Most reports | 最多可配几组采集，-1 表示不限。 | How many reports it can have; -1 is any number.
references MaxNumberOfParameterReferences | int -1.. | 采集参数上限 | Most parameters | 最多可采集多少个参数，-1 表示不限。 | How many parameters it can report; -1 is any number.
wildcards ParameterWildCardSupported | bool | 采集支持通配符 | Wildcards in reports | 采集路径中能否使用 *。 | Whether paths of a report may hold *.

@ bulkProfile tr181=Device.BulkData.Profile.{i}.
enable Enable | bool rw | 启用采集配置 | Report on | 是否启用这一组采集。 | Whether this report is sent.
name Name | string(255) rw | 采集配置名称 | Report | 这一组采集的名称。 | Name of this report.
protocol Protocol | string rw | 采集上报协议 | Sent by | 数据的上报方式，如 HTTP。 | How the report is sent, HTTP say.
encoding EncodingType | string rw | 采集数据格式 | Format | 数据的编码格式，如 JSON、CSV。 | Its format, JSON or CSV say.
interval ReportingInterval | uint 1.. rw [s] | 采集上报间隔 | Report interval | 两次上报之间的时间。 | Time between reports.
url HTTP.URL | url rw | 采集上报地址 | Report URL | 接收数据的服务器地址。 | Server that takes the reports.
username HTTP.Username | string(256) rw | 采集用户名 | Report user name | 上报时使用的用户名。 | User name at that server.
password HTTP.Password | string(256) rw secret | 采集密码 | Report password | 上报时使用的密码。 | Password at that server.

@ user tr181=Device.Users.User.{i}.
enable Enable | bool rw | 启用用户 | User on | 该本地账号是否可用。 | Whether this local account works.
name Username | string(64) rw | 本地用户名 | User name | 登录设备页面的用户名。 | Login name at the box's own page.
password Password | string(64) rw secret | 本地密码 | User password | 登录设备页面的密码。 | Login password at the box's own page.
remote RemoteAccessCapable | bool rw | 允许远程登录 | May log in remotely | 是否允许从外网登录。 | Whether this account works from outside.
language Language | string(16) rw | 用户语言 | Language | 该用户的页面语言。 | Language of pages for this user.

@ ui root=UserInterface.
passwordRequired PasswordRequired | bool rw | 页面需要密码 | Page asks for a password | 打开本地页面时是否要求密码。 | Whether the local page asks for one.
upgradeAvailable UpgradeAvailable | bool rw | 有可用升级 | Upgrade available | 向用户提示有新版本。 | Tells the user that there is a new version.
warranty WarrantyDate | time rw | 保修截止 | Warranty until | 保修期结束的日期。 | When the warranty ends.
isp ISPName | string(64) rw | 运营商名称 | Operator name | 在本地页面上显示的运营商名称。 | Operator's name on the local page.
helpDesk ISPHelpDesk | string(32) rw | 客服电话 | Help desk | 在本地页面上显示的客服电话。 | Telephone number on the local page.
homePage ISPHomePage | url(256) rw | 运营商主页 | Operator's home page | 在本地页面上显示的运营商网址。 | Operator's link on the local page.
helpPage ISPHelpPage | url(256) rw | 帮助页面 | Help page | 在本地页面上显示的帮助网址。 | Link to help on the local page.
updateServer AutoUpdateServer | string(256) rw | 自动升级服务器 | Automatic update server | 设备自动检查升级的服务器。 | Where the box looks for updates by itself.
userUpdateServer UserUpdateServer | string(256) rw | 手动升级服务器 | Manual update server | 用户手动升级时使用的服务器。 | Used when the user asks for an update.
languages AvailableLanguages | list(256) | 可选语言 | Languages offered | 本地页面支持的语言。 | Languages of the local page.
language CurrentLanguage | string(16) rw | 当前语言 | Language | 本地页面当前的语言。 | Language of the local page now.

@ remoteAccess tr181=Device.UserInterface.RemoteAccess.
enable Enable | bool rw | 启用远程登录 | Remote login on | 是否允许从外网打开设备页面，交付前一般关闭。 | Opens the box's page to the outside; usually off at hand-over.
port Port | uint ..65535 rw | 远程登录端口 | Remote login port | 外网访问设备页面的端口。 | Port of the page from outside.
protocol Protocol | string rw | 远程登录协议 | Remote login protocol | HTTP 或 HTTPS。 | HTTP or HTTPS.
`
