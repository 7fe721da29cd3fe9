/** What the Chinese operators' set-top boxes have of their own: China Telecom (ctc), Huawei (hw), Mobile (cmcc), Unicom (cu). */
export const operatorStb = `
@ iptvAccount ctc=Device.X_CTC_IPTV.ServiceInfo. hw=Device.X_00E0FC.ServiceInfo. cmcc=Device.X_CMCC_OTV.ServiceInfo. cu=Device.X_CU_STB.AuthServiceInfo.
user UserID | string rw | IPTV 账号 | IPTV account | 业务账号，与工单核对，填错会提示认证失败。 | Account of the TV service; a wrong one fails the login.
password ctc,cmcc:Password ctc:UserPassword cu:UserIDPassword hw:UserIDPassword hw:Password hw:UserPassword | string rw secret | IPTV 密码 | IPTV password | 业务密码；设备要求加密时不能写明文。 | Password of the TV service; never plain where the box wants it encrypted.
user2 cu:UserID2 | string rw | 备用 IPTV 账号 | Second IPTV account | 第二个业务账号。 | A second account.
password2 cu:UserIDPassword2 | string rw secret | 备用 IPTV 密码 | Second IPTV password | 第二个业务账号的密码。 | Its password.
authUrl ctc,hw,cmcc:AuthURL | url(256) rw | IPTV 认证地址 | IPTV login server | 业务平台登录地址，填错则开机停在登录页。 | Where the box logs in; a wrong one and it stays at the login page.
authUrlBackup ctc:AuthURLBackup | url(256) rw | 备用认证地址 | Backup login server | 主地址不通时使用。 | Used when the first fails.
pppoeUser ctc,hw,cmcc:PPPoEID cu:PPPOEID | string rw | 机顶盒 PPPoE 账号 | Box's PPPoE account | 机顶盒自己拨号时的账号。 | Account where the box itself dials.
pppoePassword ctc,hw,cmcc:PPPoEPassword cu:PPPOEPassword | string rw secret | 机顶盒 PPPoE 密码 | Box's PPPoE password | 机顶盒自己拨号时的密码。 | Password where the box itself dials.
pppoeUser2 cu:PPPOEID2 | string rw | 机顶盒 PPPoE 账号 2 | Box's second PPPoE account | 第二个拨号账号。 | A second dial-up account.
pppoePassword2 cu:PPPOEPassword2 | string rw secret | 机顶盒 PPPoE 密码 2 | Box's second PPPoE password | 第二个拨号账号的密码。 | Its password.
pppoeOn cu:PPPOEEnable | bool rw | 机顶盒拨号启用 | Box dials | 机顶盒是否自己拨号。 | Whether the box itself dials.
dhcpUser ctc,hw,cmcc:DHCPID | string rw | 机顶盒 IPoE 账号 | Box's IPoE account | DHCP 认证账号。 | Account for login by DHCP.
dhcpPassword ctc,hw,cmcc:DHCPPassword | string rw secret | 机顶盒 IPoE 密码 | Box's IPoE password | DHCP 认证密码。 | Password for login by DHCP.
activate cu:Activate | int rw | 业务激活 | Service activated | 业务是否已激活。 | Whether the service was activated.
platformUrl cmcc:PlatformURL | url(256) rw | 业务平台地址 | Platform address | 移动业务平台地址。 | Address of the TV platform.
platformBackup cmcc:PlatformURLBackup | url(256) rw | 备用业务平台地址 | Backup platform address | 主平台不通时使用。 | Used when the first fails.
hdcUrl cmcc:HDCURL | url(256) rw | HDC 地址 | HDC address | 家庭数据中心平台地址。 | Address of the home data centre.
silentUpgrade cmcc:SilentUpgrade | int rw | 静默升级 | Silent upgrade | 是否允许后台自动升级。 | Whether it upgrades in the background.
userInstall cmcc:UserInstallApplication | int rw | 允许安装应用 | Apps may be installed | 是否允许用户自行安装应用。 | Whether the user may install apps.
authTime cmcc:AuthSucTime | long | 最近认证成功时间 | Last login | 毫秒时间戳；长期不变说明没有认证成功。 | In milliseconds since 1970; if it stands still, logins fail.
wifiOn cmcc:WiFiEnable | int rw | 机顶盒 Wi-Fi 启用 | Box's Wi-Fi on | 机顶盒的 Wi-Fi 是否打开。 | Whether the box's own Wi-Fi is on.

@ stbId ctc=Device.X_CTC_IPTV. hw=Device.X_00E0FC. cmcc=Device.X_CMCC_OTV.STBInfo. cu=Device.X_CU_STB.STBInfo.
id STBID | string(32) | STBID | STBID | 32 位机顶盒标识，印在铭牌上，开通时常需扫码录入。 | 32 characters on the label; often scanned when a service is opened.
memory PhyMemSize | string(32) [KB] | 机顶盒内存 | Box's memory | 物理内存大小。 | Size of its memory.
storage StorageSize | string(32) [KB] | 机顶盒存储 | Box's storage | 存储空间大小。 | Size of its storage.
areaCode cmcc:AreaCode | string(16) | 地区代码 | Area code | 机顶盒所属地区。 | Area it belongs to.
platform cmcc:Platform | string(16) | 平台类型 | Platform | 业务平台的类型。 | Kind of TV platform.
qrCode cmcc:QRCodeMessage | string(64) rw | 二维码信息 | QR code | 显示在二维码中的内容。 | What its QR code says.
pppoeUser cmcc:PPPoEID | string(36) | 当前 PPPoE 账号 | PPPoE account in use | 机顶盒正在使用的拨号账号。 | Account it dials with.
pppoePassword cmcc:PPPoEPassword | string(16) secret | 当前 PPPoE 密码 | PPPoE password in use | 机顶盒正在使用的拨号密码。 | Password it dials with.
operator cu:OperatorInfo | string rw | 运营商信息 | Operator | 运营商标识。 | Mark of the operator.
province cu:UserProvince | string rw | 所属省份 | Province | 用户所在省份。 | Province of the user.
upgradeUrl cu:UpgradeURL | url rw | 升级服务器地址 | Upgrade server | 机顶盒自动升级的服务器。 | Where it looks for upgrades.
homePage cu:BrowserURL1 | url rw | 首页地址 | Home page | 业务首页（EPG）地址。 | Address of the portal.
homePage2 cu:BrowserURL2 | url rw | 备用首页地址 | Backup home page | 备用业务首页地址。 | Backup of the portal.
tagPage cu:BrowserTagURL | url rw | 标签页地址 | Tag page | 浏览器标签页地址。 | Address of the tag page.
adminPassword cu:AdministratorPassword | string rw secret | 机顶盒管理员密码 | Box's administrator password | 进入工程菜单的密码。 | Opens the engineering menu.
userPassword cu:UserPassword | string rw secret | 机顶盒用户密码 | Box's user password | 进入设置菜单的密码。 | Opens the settings menu.
integrity cu:IntegrityCheck | string rw | 完整性校验 | Integrity check | 软件完整性校验设置。 | Setting of the software check.

@ stbPlatform hw=Device.X_00E0FC.
encryptMark IsEncryptMark | int | 密码加密标志 | Passwords encrypted | 不为 0 时密码须加密传输，写明文会导致登录失败。 | Not 0: passwords travel encrypted; a plain one breaks the login.
encryptList EncryptParameters | string | 加密参数列表 | Encrypted parameters | 需要加密传输的参数。 | Parameters that travel encrypted.
telnet TelnetEnable | bool rw | Telnet 启用 | Telnet on | 调试用，交付前应关闭。 | For debugging: turn it off before hand-over.
connectMode ConnectMode | int | 接入模式 | Connection mode | 当前接入方式。 | How it is connected now.
recovery RecoveryMode | int | 恢复模式 | Recovery mode | 是否处于恢复模式。 | Whether it is in recovery mode.
hdmi HDMIConnect | bool | HDMI 已连接 | HDMI connected | 是否检测到电视。 | Whether a TV is found.
remoteControl RemoteControlEnable | int rw | 遥控器启用 | Remote control on | 是否响应遥控器。 | Whether it obeys the remote control.
domain Domain | string(16) rw | 业务域 | Service domain | 业务所属的域。 | Domain of the service.
monitorAddress STBMonitorAddress | string(32) rw | stbMonitor 地址 | stbMonitor address | 厂家调试工具的地址。 | Address of the maker's PC tool.
option125 Option125Enable | int rw | Option 125 启用 | Option 125 on | 是否使用 DHCP Option 125。 | Whether DHCP option 125 is used.
autoAccess AutoSwitchAccessModeEnable | int rw | 自动切换接入方式 | Access mode by itself | 是否自动切换接入方式。 | Whether it changes its way of access by itself.
softwareList SoftwareVersionList | string(32768) | 软件清单 | Software list | 已安装应用及版本。 | Installed apps and their versions.
ipv6 IPv6Enable | bool | 机顶盒 IPv6 启用 | Box's IPv6 on | 是否启用 IPv6。 | Whether IPv6 is on.
doubleMac DoubleMACEnable | bool rw | 双 MAC 启用 | Two MACs | 是否使用两个 MAC 地址。 | Whether it uses two MAC addresses.
forceUpgrade ForceUpgrade | bool rw | 强制升级 | Forced upgrade | 打开后忽略版本比较直接升级。 | On: upgrades without comparing versions.
restore ParameterRestore | string(256) rw | 参数恢复 | Restore parameters | 恢复指定参数的默认值。 | Sets parameters back to their defaults.
logFlashInterval TimeIntervalForLogToFlash | uint 3600..86400 rw [s] | 日志落盘间隔 | Log to flash every | 日志写入闪存的间隔。 | Time between writes of the log to flash.
errorLogFlash ErrorLogToFlashEnable | bool | 错误日志落盘 | Errors to flash | 错误日志是否写入闪存。 | Whether error logs are kept in flash.

@ stbAlarm ctc=Device.X_CTC_IPTV. hw=Device.X_00E0FC. sichuan=Device.DeviceInfo.X_CTC_IPTV_Alarm. limits=Device.DeviceInfo.X_CTC_IPTV_Alarm.AlarmConfig.
on hw:AlarmSwitch ctc,sichuan:AlarmSwitch!int | bool rw | 告警开关 | Alarms on | 个别平台重启后会恢复为关闭。 | On some platforms a restart turns it off again.
level ctc,hw,sichuan:AlarmReportLevel | int 1..6 rw | 告警上报级别 | Alarm level | 级别小于等于该值才上报，1 最严重。 | Only alarms up to this level; 1 is the worst.
cpu ctc,hw,limits:CPUAlarmValue | string(16) rw [%] | CPU 告警门限 | CPU limit | 单个值或“预警,告警”两个值。 | One value, or two as “warning,alarm”.
memory ctc,hw,limits:MemoryAlarmValue | string(16) rw [%] | 内存告警门限 | Memory limit | 单个值或“预警,告警”两个值。 | One value, or two as “warning,alarm”.
disk ctc,limits:DiskAlarmValue hw:DiskAlarmValue!int | string(16) rw [%] | 存储告警门限 | Storage limit | 存储占用超过该值告警。 | An alarm above this use.
loss ctc,hw,limits:PacketsLostAlarmValue | string(16) rw | 丢包告警门限 | Packet loss limit | 丢包率超过该值告警，单位因平台而异（% 或 ‰）。 | In per cent or per mille, as the platform has it.
bandwidth ctc,hw:BandwidthAlarmValue | string(16) rw | 带宽告警门限 | Bandwidth limit | 带宽占用超过该值告警。 | An alarm above this use.
frames limits:FramesLostAlarmValue | string rw | 丢帧告警门限 | Frame loss limit | 丢帧超过该值告警。 | An alarm above this loss.
lapse limits:TimeLapseAlarmValue | string rw | 时延告警门限 | Delay limit | 时延超过该值告警。 | An alarm above this delay.
cushion limits:CushionAlarmValue | string rw | 缓冲告警门限 | Buffer limit | “低,高”两个水位。 | Two levels, as “low,high”.

@ stbAlarmRow hw=Device.X_00E0FC.Alarm.{i}. sichuan=Device.DeviceInfo.X_CTC_IPTV_Alarm.{i}.
id hw:AlarmSN sichuan:AlarmID | uint | 告警流水号 | Alarm number | 告警的流水号。 | Running number of the alarm.
object hw:AlarmObjectInstance | string(32) | 告警设备 | Alarm from | 产生告警的设备序列号。 | Serial number of the box.
location hw:AlarmLocation | string | 告警定位 | Alarm place | 告警的定位信息。 | Where in the box.
code hw:AlarmCode sichuan:AlarmType!int | uint | 告警代码 | Alarm code | 厂家定义的告警代码。 | The maker's code.
raised hw:AlarmRaisedTime sichuan:AlarmTime!dateTime | string | 告警时间 | Alarm at | 本地时间，如 20240131083000。 | Local time, such as 20240131083000.
cleared hw:AlarmClearedTime | string | 告警恢复时间 | Alarm cleared | 为空表示还没有恢复。 | Empty: it is not over.
severity hw:PerceivedSeverity sichuan:AlarmLevel | int {1=紧急/Critical,2=重要/Major,3=次要/Minor,4=警告/Warning,5=不确定/Indeterminate,6=已恢复/Cleared} | 告警级别 | Severity | 1 最严重，6 表示已恢复。 | 1 is the worst, 6 means that it is over.
info hw:AdditionalInformation sichuan:AlarmDetail | string | 告警详情 | Alarm details | 补充说明。 | Further words.
reason sichuan:AlarmReason | int | 告警原因码 | Alarm reason | 厂家定义的原因代码。 | The maker's code for the cause.

@ stbErrorCode hw=Device.X_00E0FC.
on ErrorCodeSwitch | bool rw | 错误码上报 | Error codes on | 是否上报播放错误码。 | Whether play errors are reported.
interval ErrorCodeInterval | int rw [s] | 错误码上报间隔 | Error code interval | 默认 300 秒。 | 300 s by default.
time ErrorCode.{i}.ErrorCodeTime | time | 错误发生时间 | Error at | 错误发生的时间。 | When it happened.
code ErrorCode.{i}.ErrorCodeValue | string(32) | 错误码 | Error code | 屏幕上显示的错误码。 | The code shown on the screen.
text ErrorCode.{i}.ErrorDesc | string(512) | 错误描述 | Error text | 错误的文字说明。 | What it means.
source ErrorCode.{i}.ErrorSource | int | 错误来源 | Error source | 产生错误的模块。 | Part that reported it.
url ErrorCode.{i}.ErrorURL | string(512) | 出错地址 | Error address | 出错时访问的地址。 | Address that was opened.

@ unicomAlarm cu=Device.X_CU_STB.Alarm.
on EnabledAlarm | bool rw | 联通告警开关 | Alarms on (Unicom) | 是否上报告警。 | Whether alarms are reported.
interval MonitoringInterval | uint rw [s] | 联通监测间隔 | Monitoring interval | 质量监测的间隔。 | Time between checks.
lossOn PacketsLostRateAlarm | string rw | 联通丢包告警 | Loss alarm | 丢包告警的开关或门限。 | Switch or limit of the loss alarm.
lost PacketsLost | uint | 联通丢包数 | Packets lost | 监测期内的丢包数。 | Lost in the interval.
framesOn FramesLostAlarm | string rw | 联通丢帧告警 | Frame loss alarm | 丢帧告警的开关或门限。 | Switch or limit of the frame alarm.
frames FramesLost | uint | 联通丢帧数 | Frames lost | 监测期内的丢帧数。 | Lost in the interval.
reason AlarmReason | int | 联通告警原因 | Alarm reason | 告警原因代码。 | Code of the cause.

@ stbLog hw=Device.X_00E0FC.LogParaConfiguration.
type LogType | int rw | 日志类型 | Log type | 操作、运行、安全或用户日志。 | Operation, running, security or user log.
level LogLevel | int rw | 日志级别 | Log level | 级别越细日志越多。 | Finer levels give more lines.
output LogOutPutType | int {0=关闭/off,1=FTP/FTP,2=Syslog/syslog,3=两者/both} rw | 日志输出方式 | Log goes to | 设为 2 并填写下面的地址即可实时收日志。 | Choose 2 and the address below to see the log live.
syslog SyslogServer | string(512) rw | Syslog 服务器 | Syslog server | 写成“地址:端口”，可填本机地址。 | As “address:port”; this laptop will do.
syslogStart SyslogStartTime | time rw | Syslog 开始时间 | Syslog from | 开始发送日志的时间。 | When it begins to send.
syslogFor SyslogContinueTime | uint 1..4320 rw [min] | Syslog 持续时间 | Syslog for | 到时自动停止发送。 | It stops by itself afterwards.
timer LogTimer | int rw | 日志定时上传 | Log timer | 定时上传的间隔。 | Time between uploads.
ftp LogFtpServer | string rw secret | 日志 FTP 服务器 | Log FTP server | 写成 ftp://用户:密码@主机/路径。 | As ftp://user:password@host/path.

@ stbRealtimeLog ctc=Device.X_CTC_IPTV.LogMsg.
on Enable | int rw | 实时日志启用 | Live log on | 打开后周期上报播放信息。 | On: play data is reported periodically.
mode MsgOrFile | int {0=文件到 FTP/file to FTP,1=随 Inform 上报/with the Inform} rw | 实时日志方式 | Live log by | 随 Inform 上报或以文件送到 FTP。 | With the Inform, or as a file to FTP.
server LogFtpServer | string rw | 实时日志 FTP | Live log FTP server | 接收日志文件的服务器。 | Server that takes the file.
user LogFtpUser | string rw | 实时日志 FTP 用户 | Live log FTP user | FTP 用户名。 | FTP user name.
password LogFtpPassword | string rw secret | 实时日志 FTP 密码 | Live log FTP password | FTP 密码。 | FTP password.
duration Duration | uint rw | 实时日志时长 | Live log for | 采集的时长。 | How long it collects.
rtsp RTSPInfo | string | RTSP 信息 | RTSP | 点播信令信息。 | Signalling of video on demand.
http HTTPInfo | string | HTTP 信息 | HTTP | 页面访问信息。 | Pages that were opened.
igmp IGMPInfo | string | IGMP 信息 | IGMP | 组播加入离开信息。 | Joins and leaves.
packets PkgTotalOneSec | uint | 每秒包数 | Packets per second | 看节目时应大于 0。 | Above 0 while something is watched.
bytes ByteTotalOneSec | uint [B] | 每秒字节数 | Bytes per second | 看节目时应大于 0。 | Above 0 while something is watched.
loss PkgLostRate | string | 实时丢包率 | Loss now | 当前丢包率。 | Loss at this moment.
rate AvarageRate | string | 平均码率 | Average rate | 当前节目的平均码率。 | Average bit rate of the programme.
buffer BUFFER | string | 缓冲状态 | Buffer | 播放缓冲的状态。 | State of the buffer.
error ERROR | string | 实时错误 | Errors | 播放过程中的错误。 | Errors while playing.

@ stbUploadLog ctc=Device.X_CTC_IPTV.StatisticConfiguration. hw=Device.X_00E0FC.StatisticConfiguration.
server LogServerUrl | string rw | 统计上传服务器 | Statistics server | 接收质量统计的服务器。 | Server that takes the statistics.
upload LogUploadInterval | uint rw [s] | 统计上传间隔 | Statistics upload interval | 两次上传之间的时间。 | Time between uploads.
record LogRecordInterval | uint rw [s] | 统计记录间隔 | Statistics record interval | 两次记录之间的时间。 | Time between records.
interval StatInterval | uint rw [s] | 统计周期 | Statistics period | 一个统计周期的长度。 | Length of a period.
lossR1 ctc:PacketsLostR1 | int rw | 丢包分级 1 | Loss class 1 | 丢包率分级的第 1 个界限。 | First limit of the loss classes.
lossR2 ctc:PacketsLostR2 | int rw | 丢包分级 2 | Loss class 2 | 丢包率分级的第 2 个界限。 | Second limit of the loss classes.
lossR3 ctc:PacketsLostR3 | int rw | 丢包分级 3 | Loss class 3 | 丢包率分级的第 3 个界限。 | Third limit of the loss classes.
rateR1 ctc:BitRateR1 | int rw | 码率分级 1 | Bit rate class 1 | 码率分级的第 1 个界限。 | First limit of the bit rate classes.
rateR2 ctc:BitRateR2 | int rw | 码率分级 2 | Bit rate class 2 | 码率分级的第 2 个界限。 | Second limit of the bit rate classes.
framesR1 ctc:FramesLostR1 | int rw | 丢帧分级 1 | Frame loss class 1 | 丢帧分级的第 1 个界限。 | First limit of the frame loss classes.

@ stbStatistics ctc=Device.X_CTC_IPTV.ServiceStatistics.
from Startpoint | time | 统计起点 | Statistics from | 统计周期开始的时间。 | When the period began.
to Endpoint | time | 统计终点 | Statistics until | 统计周期结束的时间。 | When the period ended.
auths AuthNumbers | uint | 认证次数 | Logins | 发起认证的次数。 | Logins tried.
authFails AuthFailNumbers | uint | 认证失败次数 | Logins failed | 大于 0 先核对账号密码。 | Above 0: check account and password.
authFailInfo AuthFailInfo | string | 认证失败信息 | Why logins failed | 失败的具体原因。 | Reasons of the failures.
joins MultiReqNumbers | uint | 组播请求次数 | Multicast joins | 直播加入请求次数。 | Joins for live TV.
joinFails MultiFailNumbers | uint | 组播失败次数 | Multicast joins failed | 增长多为组播 VLAN 或 IGMP 配置问题。 | If it grows: multicast VLAN or IGMP settings.
joinFailInfo MultiFailInfo | string | 组播失败信息 | Why joins failed | 失败的频道或原因。 | Channels or reasons.
vods VodReqNumbers | uint | 点播请求次数 | VoD requests | 发起点播的次数。 | Requests for video on demand.
vodFails VodFailNumbers | uint | 点播失败次数 | VoD requests failed | 点播失败的次数。 | Requests that failed.
vodFailInfo VodFailInfo | string | 点播失败信息 | Why VoD failed | 失败的具体原因。 | Reasons of the failures.
pages HTTPReqNumbers | uint | 页面请求次数 | Page requests | 打开 EPG 页面的次数。 | Portal pages asked for.
pageFails HTTPFailNumbers | uint | 页面失败次数 | Page requests failed | 打开 EPG 页面失败的次数。 | Portal pages that failed.
pageFailInfo HTTPFailInfo | string | 页面失败信息 | Why pages failed | 失败的具体原因。 | Reasons of the failures.
joinTime MultiRRT | uint [ms] | 组播响应时间 | Multicast response | 加入组播到收到数据的时间。 | From join to data.
vodTime VodRRT | uint [ms] | 点播响应时间 | VoD response | 点播到开始播放的时间。 | From request to play.
pageTime HTTPRRT | uint [ms] | 页面响应时间 | Page response | 页面打开用时。 | Time to open a page.
joinBreaks MultiAbendNumbers | uint | 直播异常中断 | Live TV broken off | 直播异常结束的次数。 | Live TV that broke off.
vodBreaks VODAbendNumbers | uint | 点播异常中断 | VoD broken off | 点播异常结束的次数。 | Video on demand that broke off.
playErrors PlayErrorNumbers | uint | 播放错误次数 | Play errors | 播放出错的次数。 | Errors while playing.
playErrorInfo PlayErrorInfo | string | 播放错误信息 | Why play failed | 错误的具体原因。 | Reasons of the errors.
joinLoss1 MultiPacketsLostR1Nmb | uint | 直播丢包 1 级次数 | Live loss, class 1 | 落在第 1 级丢包率的采样数。 | Samples in the first loss class.
joinLoss5 MultiPacketsLostR5Nmb | uint | 直播丢包 5 级次数 | Live loss, class 5 | 落在最差一级的采样数，应为 0。 | Samples in the worst class: should be 0.
vodLoss1 VODPacketsLostR1Nmb | uint | 点播丢包 1 级次数 | VoD loss, class 1 | 落在第 1 级丢包率的采样数。 | Samples in the first loss class.
vodLoss5 VODPacketsLostR5Nmb | uint | 点播丢包 5 级次数 | VoD loss, class 5 | 落在最差一级的采样数，应为 0。 | Samples in the worst class: should be 0.
frameLoss1 FramesLostR1Nmb | uint | 丢帧 1 级次数 | Frame loss, class 1 | 落在第 1 级丢帧的采样数。 | Samples in the first class.
bufferDown BufferDecNmb | uint | 缓冲下降次数 | Buffer fell | 缓冲变少的次数，多则易卡顿。 | Often: the picture will stall.
bufferUp BufferIncNmb | uint | 缓冲上升次数 | Buffer rose | 缓冲变多的次数。 | How often it filled.

@ stbCapture hw=Device.X_00E0FC.PacketCapture.
state State | int {1=未抓包/none,2=开始/start,3=抓包中/running,4=失败/failed,5=上传中/uploading,6=完成/done,7=上传失败/upload failed} rw | 抓包状态 | Capture: state | 写入 2 开始抓包。 | Writing 2 starts it.
duration Duration | int rw [s] | 抓包时长 | Capture: for | 最多约 10 MB。 | At most about 10 MB.
address IP | string(15) rw | 抓包地址 | Capture: address | 只抓与该地址的通信，空为全部。 | Only traffic with it; empty is all.
port Port | int rw | 抓包端口 | Capture: port | 只抓该端口，0 为全部。 | Only this port; 0 is all.
url UploadURL | url(256) rw | 抓包上传地址 | Capture: upload to | 抓包文件的上传地址。 | Where the file goes.
username Username | string(32) rw | 抓包上传用户名 | Capture: user name | 上传时的用户名。 | User name for the upload.
password Password | string(256) rw secret | 抓包上传密码 | Capture: password | 上传时的密码。 | Password for the upload.

@ stbDebug hw=Device.X_00E0FC.DebugInfo. boot=Device.X_00E0FC.StartupInfo.
action hw:Action | int rw | 一键采集 | Collect all | 写入后开始收集故障信息。 | Writing it starts the collection.
state hw:State | int | 一键采集状态 | Collection state | 采集的进度。 | How far it is.
command hw:CapCommand | string(1024) rw | 采集命令 | Collection command | 采集时执行的命令。 | What is run.
url hw:UploadURL | url(1024) rw | 采集上传地址 | Collection goes to | 采集文件的上传地址。 | Where the file goes.
username hw:Username | string(32) rw | 采集上传用户名 | Collection user name | 上传时的用户名。 | User name for the upload.
password hw:Password | string(32) rw secret | 采集上传密码 | Collection password | 上传时的密码。 | Password for the upload.
bootAction boot:Action | int rw | 开机日志采集 | Collect boot log | 写入后下次开机时采集日志。 | Collects the log of the next start.
bootState boot:State | int | 开机日志状态 | Boot log state | 采集的进度。 | How far it is.
bootSize boot:MaxSize | int rw | 开机日志上限 | Boot log limit | 日志的最大长度。 | Largest size.
bootUrl boot:UploadURL | url(1024) rw | 开机日志上传地址 | Boot log goes to | 日志文件的上传地址。 | Where the file goes.
bootUsername boot:Username | string(32) rw | 开机日志上传用户名 | Boot log user name | 上传时的用户名。 | User name for the upload.
bootPassword boot:Password | string(32) rw secret | 开机日志上传密码 | Boot log password | 上传时的密码。 | Password for the upload.

@ stbSpeed hw=Device.X_00E0FC.BandwidthDiagnostics. cmcc=Device.X_CMCC_OTV.BandwidthDiagnostics.
state hw:DiagnosticsState cmcc:DiagnosticsState!string | int rw | 带宽测试状态 | Speed test: state | 写入请求值开始测试。 | Writing the request starts it.
url hw:DownloadURL | url(512) rw | 带宽测试地址 | Speed test: address | 要下载的测试文件。 | File to download.
username hw:Username | string(128) rw | 带宽测试用户名 | Speed test: user name | 下载时的用户名。 | User name for the download.
password hw:Password | string(128) rw secret | 带宽测试密码 | Speed test: password | 下载时的密码。 | Password for the download.
error hw:ErrorCode | string(128) | 带宽测试错误 | Speed test: error | 测试失败的原因。 | Why it failed.
average hw:AvgSpeed | int [kbps] | 平均速率 | Speed test: average | 平均下载速率，4K 需 30 Mbps 以上。 | 4K needs 30 Mbps or more.
maximum hw:MaxSpeed | int [kbps] | 最高速率 | Speed test: fastest | 最高下载速率。 | Fastest rate.
minimum hw:MinSpeed | int [kbps] | 最低速率 | Speed test: slowest | 最低下载速率，过低会卡顿。 | Slowest rate; too low and it stalls.

@ stbPlay hw=Device.X_00E0FC.PlayDiagnostics.
state DiagnosticsState | string(256) rw | 播放诊断状态 | Play test: state | 写入 Requested 开始。 | Writing Requested starts it.
url PlayURL | string(256) rw | 播放诊断地址 | Play test: address | 要播放的节目地址。 | Stream to play.
result PlayState | int | 播放诊断结果 | Play test: result | 播放是否成功。 | Whether it played.

@ stbUpgrade hw=Device.X_00E0FC.Upgrade.
period BandwidthMonitorPeriod | int rw | 升级带宽监测周期 | Upgrade: check every | 后台升级检测带宽的周期。 | Time between checks of the bandwidth.
startRate StartDownloadBandwidth | int rw | 升级起始带宽 | Upgrade: start above | 空闲带宽高于此值才下载。 | Downloads only with so much to spare.
stopRate StopDownloadBandwidth | int rw | 升级停止带宽 | Upgrade: stop below | 空闲带宽低于此值暂停下载。 | Pauses with less to spare.
rate DownloadBitrate | int rw | 升级限速 | Upgrade: rate | 后台升级的限速。 | Limit of the rate.
maxTime MaxDownloadTime | int rw | 升级最长时间 | Upgrade: longest | 后台升级的最长时间。 | Longest time it may take.

@ stbPower hw=Device.X_00E0FC.AutoOnOffConfiguration.
on IsAutoPowerOn | int rw | 定时开关机 | On and off by time | 是否启用定时开关机。 | Whether it turns on and off by time.
onTime AutoPowerOnTime | string rw | 定时开机时间 | On at | 自动开机的时间。 | When it turns on.
offTime AutoShutdownTime | string rw | 定时关机时间 | Off at | 自动关机的时间。 | When it turns off.

@ stbPictures ctc=Device.UserInterface.Logo.
bootUrl X_CT-COM_BootPicURL | url(256) rw | 开机图片地址 | Boot picture | 第一屏开机图片的地址。 | Address of the first picture.
bootOn X_CT-COM_BootPic_Enable | bool rw | 更新开机图片 | Update boot picture | 是否更新开机图片。 | Whether it is updated.
bootResult X_CT-COM_BootPic_Result | uint | 开机图片结果 | Boot picture result | 更新的结果。 | What came of it.
startUrl X_CT-COM_StartPicURL | url(256) rw | 启动图片地址 | Start picture | 启动过程图片的地址。 | Address of the start picture.
startOn X_CT-COM_StartPic_Enable | bool rw | 更新启动图片 | Update start picture | 是否更新启动图片。 | Whether it is updated.
authUrl X_CT-COM_AuthenticatePicURL | url(256) rw | 认证图片地址 | Login picture | 认证过程图片的地址。 | Address of the login picture.
authOn X_CT-COM_AuthenticatePic_Enable | bool rw | 更新认证图片 | Update login picture | 是否更新认证图片。 | Whether it is updated.

@ stbInfo vendor=Device.DeviceInfo.
kernel KernelVersion | string | 内核版本 | Kernel version | 系统内核版本。 | Version of the kernel.
fileSystem FsVersion | string | 文件系统版本 | File system version | 文件系统版本。 | Version of the file system.
app AppVersion | string | 应用版本 | Application version | 业务应用版本。 | Version of the TV app.
modelId ModelID | string | 型号标识 | Model id | 厂家的型号标识。 | The maker's id of the model.
configVersion ConfigFileVersion | string | 配置版本 | Configuration version | 当前配置文件版本。 | Version of the configuration.

@ stbUploadLog ctc=Device.X_CTC_IPTV.StatisticConfiguration.
lossR4 ctc:PacketsLostR4 | int rw | 丢包分级 4 | Loss class 4 | 丢包分级的第 4 个界限。 | Limit 4 of these classes.
lossR5 ctc:PacketsLostR5 | int rw | 丢包分级 5 | Loss class 5 | 丢包分级的第 5 个界限。 | Limit 5 of these classes.
rateR3 ctc:BitRateR3 | int rw | 码率分级 3 | Bit rate class 3 | 码率分级的第 3 个界限。 | Limit 3 of these classes.
rateR4 ctc:BitRateR4 | int rw | 码率分级 4 | Bit rate class 4 | 码率分级的第 4 个界限。 | Limit 4 of these classes.
rateR5 ctc:BitRateR5 | int rw | 码率分级 5 | Bit rate class 5 | 码率分级的第 5 个界限。 | Limit 5 of these classes.
framesR2 ctc:FramesLostR2 | int rw | 丢帧分级 2 | Frame loss class 2 | 丢帧分级的第 2 个界限。 | Limit 2 of these classes.
framesR3 ctc:FramesLostR3 | int rw | 丢帧分级 3 | Frame loss class 3 | 丢帧分级的第 3 个界限。 | Limit 3 of these classes.
framesR4 ctc:FramesLostR4 | int rw | 丢帧分级 4 | Frame loss class 4 | 丢帧分级的第 4 个界限。 | Limit 4 of these classes.
framesR5 ctc:FramesLostR5 | int rw | 丢帧分级 5 | Frame loss class 5 | 丢帧分级的第 5 个界限。 | Limit 5 of these classes.

@ stbStatistics ctc=Device.X_CTC_IPTV.ServiceStatistics.
joinLoss2 MultiPacketsLostR2Nmb | uint | 直播丢包 2 级次数 | Live loss, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
joinLoss3 MultiPacketsLostR3Nmb | uint | 直播丢包 3 级次数 | Live loss, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
joinLoss4 MultiPacketsLostR4Nmb | uint | 直播丢包 4 级次数 | Live loss, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
vodLoss2 VODPacketsLostR2Nmb | uint | 点播丢包 2 级次数 | VoD loss, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
vodLoss3 VODPacketsLostR3Nmb | uint | 点播丢包 3 级次数 | VoD loss, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
vodLoss4 VODPacketsLostR4Nmb | uint | 点播丢包 4 级次数 | VoD loss, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
fecLoss1 FECMultiPacketsLostR1Nmb | uint | 直播 FEC 后丢包 1 级次数 | Live loss after FEC, class 1 | 落在第 1 级的采样数。 | Samples in class 1.
fecLoss2 FECMultiPacketsLostR2Nmb | uint | 直播 FEC 后丢包 2 级次数 | Live loss after FEC, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
fecLoss3 FECMultiPacketsLostR3Nmb | uint | 直播 FEC 后丢包 3 级次数 | Live loss after FEC, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
fecLoss4 FECMultiPacketsLostR4Nmb | uint | 直播 FEC 后丢包 4 级次数 | Live loss after FEC, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
fecLoss5 FECMultiPacketsLostR5Nmb | uint | 直播 FEC 后丢包 5 级次数 | Live loss after FEC, class 5 | 落在第 5 级的采样数。 | Samples in class 5.
arqLoss1 ARQVODPacketsLostR1Nmb | uint | 点播 ARQ 后丢包 1 级次数 | VoD loss after ARQ, class 1 | 落在第 1 级的采样数。 | Samples in class 1.
arqLoss2 ARQVODPacketsLostR2Nmb | uint | 点播 ARQ 后丢包 2 级次数 | VoD loss after ARQ, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
arqLoss3 ARQVODPacketsLostR3Nmb | uint | 点播 ARQ 后丢包 3 级次数 | VoD loss after ARQ, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
arqLoss4 ARQVODPacketsLostR4Nmb | uint | 点播 ARQ 后丢包 4 级次数 | VoD loss after ARQ, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
arqLoss5 ARQVODPacketsLostR5Nmb | uint | 点播 ARQ 后丢包 5 级次数 | VoD loss after ARQ, class 5 | 落在第 5 级的采样数。 | Samples in class 5.
joinRate1 MultiBitRateR1Nmb | uint | 直播码率 1 级次数 | Live bit rate, class 1 | 落在第 1 级的采样数。 | Samples in class 1.
joinRate2 MultiBitRateR2Nmb | uint | 直播码率 2 级次数 | Live bit rate, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
joinRate3 MultiBitRateR3Nmb | uint | 直播码率 3 级次数 | Live bit rate, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
joinRate4 MultiBitRateR4Nmb | uint | 直播码率 4 级次数 | Live bit rate, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
joinRate5 MultiBitRateR5Nmb | uint | 直播码率 5 级次数 | Live bit rate, class 5 | 落在第 5 级的采样数。 | Samples in class 5.
vodRate1 VODBitRateR1Nmb | uint | 点播码率 1 级次数 | VoD bit rate, class 1 | 落在第 1 级的采样数。 | Samples in class 1.
vodRate2 VODBitRateR2Nmb | uint | 点播码率 2 级次数 | VoD bit rate, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
vodRate3 VODBitRateR3Nmb | uint | 点播码率 3 级次数 | VoD bit rate, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
vodRate4 VODBitRateR4Nmb | uint | 点播码率 4 级次数 | VoD bit rate, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
vodRate5 VODBitRateR5Nmb | uint | 点播码率 5 级次数 | VoD bit rate, class 5 | 落在第 5 级的采样数。 | Samples in class 5.
frameLoss2 FramesLostR2Nmb | uint | 丢帧 2 级次数 | Frame loss, class 2 | 落在第 2 级的采样数。 | Samples in class 2.
frameLoss3 FramesLostR3Nmb | uint | 丢帧 3 级次数 | Frame loss, class 3 | 落在第 3 级的采样数。 | Samples in class 3.
frameLoss4 FramesLostR4Nmb | uint | 丢帧 4 级次数 | Frame loss, class 4 | 落在第 4 级的采样数。 | Samples in class 4.
frameLoss5 FramesLostR5Nmb | uint | 丢帧 5 级次数 | Frame loss, class 5 | 落在第 5 级的采样数。 | Samples in class 5.
joinUpBreaks MultiAbendUPNumbers | uint | 直播异常恢复次数 | Live TV recovered | 异常中断后恢复的次数。 | Times that it came back by itself.
vodUpBreaks VODUPAbendNumbers | uint | 点播异常恢复次数 | VoD recovered | 异常中断后恢复的次数。 | Times that it came back by itself.

@ stbPictures ctc=Device.UserInterface.Logo.
startResult X_CT-COM_StartPic_Result | uint | 启动图片结果 | Start picture result | 更新的结果。 | What came of it.
authResult X_CT-COM_AuthenticatePic_Result | uint | 认证图片结果 | Login picture result | 更新的结果。 | What came of it.

@ stbRealtimeLog ctc=Device.X_CTC_IPTV.LogMsg.
vendor VendorExt | string | 厂家扩展信息 | Maker's own data | 厂家自己附加的播放信息。 | What the maker adds to the play data.

@ stbPlatform hw=Device.X_00E0FC.
anrLogFlash ANRLogToFlashEnable | bool | 无响应日志落盘 | Hang logs to flash | 应用无响应（ANR）的日志是否写入闪存。 | Whether logs of apps that hang are kept in flash.
kpiLogFlash PerfKPILogToFlashEnable | bool | 性能指标落盘 | Performance to flash | 性能指标是否写入闪存。 | Whether performance figures are kept in flash.
errorCodeFlash ErrorCodeLogToFlashEnable | bool | 错误码落盘 | Error codes to flash | 播放错误码是否写入闪存。 | Whether play errors are kept in flash.

@ stbUpgrade hw=Device.X_00E0FC.Upgrade.
periods BandwidthMonitorPeriodNumber | int rw | 升级带宽监测次数 | Upgrade: checks in a row | 连续多少个周期满足带宽条件才开始下载。 | So many checks in a row must be good before it downloads.

@ stbApps cmcc=Device.X_CMCC_OTV.ServiceInfo.USBPermitInstalledAPP. start=Device.X_CMCC_OTV.Extention.
usbCount cmcc:NumofAPP | int | U 盘可安装应用数 | Apps allowed from USB | 允许从 U 盘安装的应用数量。 | How many apps may be installed from a USB stick.
usbPackage cmcc:UsbInstalledAppList.{i}.PackageName | string rw | U 盘可安装应用包名 | App allowed from USB | 允许从 U 盘安装的应用包名。 | Package that may be installed from a USB stick.
usbClass cmcc:UsbInstalledAppList.{i}.ClassName | string rw | U 盘可安装应用类名 | Class of that app | 该应用的启动类名。 | Class by which the app starts.
startBlock start:AppAutoRunBlackListFlag | bool rw | 禁止自启动名单启用 | Autostart blocked by list | 打开后名单中的应用不能开机自启动。 | On: listed apps do not start with the box.
startCount start:NumOfAppAutoRunBlackList | int | 禁止自启动应用数 | Apps kept from starting | 名单中的应用数量。 | How many apps are listed.
startPackage start:AppAutoRunBlackList.{i}.PackageName | string rw | 禁止自启动应用包名 | App kept from starting | 不允许开机自启动的应用包名。 | Package that must not start with the box.
startClass start:AppAutoRunBlackList.{i}.ClassName | string rw | 禁止自启动应用类名 | Class of that app | 该应用的启动类名。 | Class by which the app starts.

@ stbQuality fv=Device.X_FV. sqm=Device.X_FV.SQM. test=Device.X_FV.Diagnostic.
server fv:TVMS_IP | string rw | TVMS 服务器地址 | TVMS server | 厂家终端管理平台（TVMS）的地址。 | Address of the maker's management platform.
poll fv:RES_POLL_INTERVAL | uint rw | 资源轮询间隔 | Resource poll interval | 两次查询 CPU、内存等资源之间的时间。 | Time between looks at processor and memory.
epg sqm:EnableEPG | bool rw | EPG 质量监测 | Portal quality on | 是否统计 EPG 页面质量。 | Whether the quality of portal pages is counted.
media sqm:EnableMedia | bool rw | 播放质量监测 | Play quality on | 是否统计播放质量。 | Whether the quality of play is counted.
mediaBefore sqm:EnableMediaBeforeEC | bool rw | 纠错前质量监测 | Quality before repair on | 是否统计纠错（FEC 等）之前的丢包。 | Whether losses are counted before they are repaired.
warning sqm:EnableWarning | bool rw | 质量告警启用 | Quality alarms on | 质量变差时是否告警。 | Whether bad quality raises an alarm.
telnet sqm:EnableTelnet | bool rw | 监测 Telnet 启用 | Telnet for monitoring on | 调试用，交付前应关闭。 | For debugging: turn it off before hand-over.
interval sqm:MediaInterval | uint rw | 播放质量上报间隔 | Play quality interval | 两次上报播放质量之间的时间。 | Time between reports of the play quality.
sqmServer sqm:ServerAddress | string rw | SQM 服务器地址 | Quality server | 接收质量数据的服务器。 | Server that takes the quality data.
sqmPort sqm:ServerPort | uint rw | SQM 服务器端口 | Quality server port | 接收质量数据的端口。 | Port of that server.
speedOn test:SpeedTestEnable | bool rw | 测速启用 | Speed test on | 写入 1 开始测速。 | Writing 1 starts the test.
speedTime test:SpeedTestDuration | uint rw | 测速时长 | Speed test: for | 测速持续的时间。 | How long it runs.
speedPath test:SpeedTestPath | string rw | 测速地址 | Speed test: path | 测速时下载的文件。 | File that is downloaded.
speedNumber test:SpeedTestUniqueNum | string rw | 测速流水号 | Speed test: number | 用来对应测速结果的编号。 | Number that the result refers to.
speedResult test:SpeedTestResult | string | 测速结果 | Speed test: result | 测得的速率。 | Rate that was measured.
speedCode test:SpeedTestCode | int | 测速结果码 | Speed test: code | 测速失败时看这个代码。 | Tells why it failed.
lossOn test:PacketLostTestEnable | bool rw | 丢包测试启用 | Loss test on | 写入 1 开始丢包测试。 | Writing 1 starts the test.
lossPort test:PacketLostTestUDPPort | uint rw | 丢包测试端口 | Loss test: port | 测试用的 UDP 端口。 | UDP port of the test.
lossBand test:PacketLostTestBand | uint rw | 丢包测试带宽 | Loss test: bandwidth | 测试码流占用的带宽。 | Bandwidth of the test stream.
`
