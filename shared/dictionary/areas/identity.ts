/** Who the box is, what runs on it, how it feels. */
export const identity = `
@ device root=DeviceInfo.
manufacturer Manufacturer | string(64) | 制造商 | Manufacturer | 生产厂家的名称，便于读懂的文字，不作为唯一标识。 | Maker of the box in plain words; the OUI is what identifies it.
oui ManufacturerOUI | string(6) | 厂商 OUI | Manufacturer OUI | 厂商标识，6 位十六进制，与序列号一起唯一确定设备。 | Six hex digits that, with the serial number, name this one box.
model ModelName | string(64) | 型号 | Model | 设备铭牌上的型号，选择固件时先核对它。 | The model on the label: compare it before choosing firmware.
modelNumber ModelNumber | string(64) | 型号编号 | Model number | 厂家内部的型号编号，常用来区分同一型号的不同版本。 | The maker's number for the model, often telling variants apart.
description Description | string(256) | 设备描述 | Description | 厂家写的一句设备说明。 | A line of description from the maker.
productClass ProductClass | string(64) | 产品类别 | Product class | 与 OUI、序列号一起组成设备标识，决定适用哪些模板和固件。 | Part of the box's identity; templates and firmware are chosen by it.
serial SerialNumber | string(64) | 序列号 | Serial number | 设备唯一的序列号，应与铭牌一致。 | The box's own number; it should match the label.
hardwareVersion HardwareVersion | string(64) | 硬件版本 | Hardware version | 主板版本；固件可能只适用于其中某些版本。 | Board revision: a firmware may fit some revisions only.
softwareVersion SoftwareVersion | string(64) | 软件版本 | Software version | 当前运行的固件版本，升级后以它是否变化为准。 | The firmware that runs now; its change proves an upgrade.
modemFirmware tr098:ModemFirmwareVersion | string(64) | Modem 固件版本 | Modem firmware | DSL 或光模块芯片自己的固件版本。 | Firmware of the modem chip itself.
hardwareOptions AdditionalHardwareVersion | list(64) | 附加硬件版本 | Further hardware versions | 子板、芯片等其他硬件的版本。 | Versions of further hardware, such as chips and boards.
softwareOptions AdditionalSoftwareVersion | list(64) | 附加软件版本 | Further software versions | 引导程序、中间件、应用等其他软件的版本。 | Versions of boot loader, middleware and apps.
options tr098,tr106:EnabledOptions | list(1024) | 已启用选项 | Enabled options | 已授权启用的可选功能。 | Optional features that were unlocked.
specVersion tr098:SpecVersion | string(16) | 规范版本 | Specification version | 设备声称遵循的规范版本，通常为 1.0。 | Version of the specification the box claims, mostly 1.0.
provisioningCode ProvisioningCode | string(64) rw | 开通代码 | Provisioning code | 运营商用来标记开通状态的代码，变化时设备会主动上报。 | The operator's mark of how the box was set up; a change is reported at once.
uptime UpTime | uint [s] | 运行时间 | Uptime | 自上次启动以来的秒数；比预想的小说明设备刚重启过。 | Seconds since the last start; a small number means it restarted.
firstUse FirstUseDate | time | 首次使用时间 | First used | 设备第一次联网校时的时间，常用于保修判断。 | When the box first got the time from the network; used for warranty.
log tr098,tr106:DeviceLog | string(32768) | 设备日志 | Device log | 最近的系统日志文本，报障时先看这里。 | The latest log lines of the box: look here first when it misbehaves.
status tr106:DeviceStatus | string {Up,Initializing,Error,Disabled} | 设备状态 | Device state | 设备整体状态，Error 表示有部件工作异常。 | State of the whole box; Error means some part is not working.
category DeviceCategory | list | 设备类别 | Device category | 设备属于哪一类。 | The kind of equipment the box is.
summary tr098:/InternetGatewayDevice.DeviceSummary tr106:/Device.DeviceSummary | string(1024) | 数据模型概要 | Data model summary | 设备支持的数据模型和功能集，用来判断它能做什么。 | Data models and profiles of the box: tells what it can do.
rootModel tr181:/Device.RootDataModelVersion | string(32) | 根数据模型版本 | Root data model version | 设备采用的 TR-181 版本，如 2.11。 | The TR-181 version it follows, such as 2.11.

@ memory root=DeviceInfo.MemoryStatus.
total Total | uint [KiB] | 内存总量 | Memory | 物理内存的大小。 | Size of the working memory.
free Free | uint [KiB] | 空闲内存 | Free memory | 长期很低可能导致卡顿或自动重启。 | Constantly low values cause stutter or restarts.

@ cpu root=DeviceInfo.ProcessStatus.
usage CPUUsage | uint ..100 [%] | CPU 占用率 | CPU load | 持续超过 90% 时画面会卡顿、响应变慢。 | Above 90 % for long, pictures stutter and menus lag.

@ process tr098=InternetGatewayDevice.DeviceInfo.ProcessStatus.Process.{i}. tr181=Device.DeviceInfo.ProcessStatus.Process.{i}.
pid PID | uint | 进程号 | Process id | 进程在系统中的编号。 | Number of the process in the system.
command Command | string(256) | 进程命令 | Command | 进程的命令行。 | Command line of the process.
size Size | uint [KiB] | 进程内存 | Memory used | 该进程占用的内存。 | Memory that the process takes.
priority Priority | uint ..99 | 进程优先级 | Priority | 0 最高，99 最低。 | 0 is the highest, 99 the lowest.
cpuTime CPUTime | uint [ms] | 进程 CPU 时间 | CPU time | 进程累计占用的 CPU 时间。 | Time the process spent on the CPU.
state State | string {Running,Sleeping,Stopped,Idle,Uninterruptible,Zombie} | 进程状态 | State | Zombie 表示进程已失效但没有回收。 | Zombie means dead but not cleaned up.

@ configFile root=DeviceInfo.VendorConfigFile.{i}.
name Name | string(64) | 配置文件名 | Configuration file | 配置文件的名称。 | Name of the configuration file.
version Version | string(16) | 配置文件版本 | Version | 配置文件的版本号。 | Version of the configuration file.
date Date | time | 配置文件日期 | Date | 配置文件最近一次下发的时间。 | When the file was last loaded.
description Description | string(256) | 配置文件说明 | Description | 配置文件的说明。 | What the file is.
backup tr181:UseForBackupRestore | bool | 用于备份恢复 | For backup and restore | 为“是”时可用 Upload/Download 备份和恢复整机配置。 | If set, Upload and Download of this file back up and restore the box.

@ logFile root=DeviceInfo.VendorLogFile.{i}.
name Name | string(64) | 日志文件名 | Log file | 可用 Upload 取回的日志文件。 | A log that Upload can fetch.
maxSize MaximumSize | uint [B] | 日志文件上限 | Size limit | 写满后旧内容被覆盖。 | When full, old lines are overwritten.
persistent Persistent | bool | 重启后保留 | Kept over restart | 为“否”时重启即丢失，请先取日志再重启。 | If not, a restart loses the log: fetch it first.

@ processor root=DeviceInfo.Processor.{i}.
architecture Architecture | string {arm,i386,m68010,m68k,mipseb,mipsel,powerpc,sh3eb,sh3el,x86_64} | 处理器架构 | Processor | 处理器的指令集。 | Instruction set of the processor.

@ tcpStack root=DeviceInfo.NetworkProperties.
window MaxTCPWindowSize | uint [B] | TCP 最大窗口 | Largest TCP window | 过小会限制单连接的下载速度。 | A small window limits the speed of one connection.
algorithm TCPImplementation | list | TCP 拥塞算法 | TCP algorithm | 系统使用的 TCP 拥塞控制算法。 | How TCP avoids congestion.

@ supportedModel root=DeviceInfo.SupportedDataModel.{i}.
url URL | url(256) | 数据模型文件地址 | Data model file | 描述设备参数的 XML 文件地址，可下载后导入。 | Address of the XML that describes the box's parameters; it can be imported.
uuid UUID | string(36) | 数据模型标识 | Data model id | 数据模型文件的唯一编号。 | Unique id of the data model file.
urn URN | string(256) | 数据模型名称 | Data model name | 所支持数据模型的标准名称。 | Standard name of the data model.
features Features | list | 数据模型功能 | Features | 该数据模型涉及的功能。 | What the data model covers.

@ proxied root=DeviceInfo.ProxierInfo.
oui ManufacturerOUI | string(6) | 代理设备 OUI | Proxy OUI | 代其他设备上报的网关的 OUI。 | OUI of the gateway that speaks for this device.
productClass ProductClass | string(64) | 代理设备类别 | Proxy product class | 代理网关的产品类别。 | Product class of the proxy.
serial SerialNumber | string(64) | 代理设备序列号 | Proxy serial number | 代理网关的序列号。 | Serial number of the proxy.
protocol ProxyProtocol | string {Z-Wave,ZigBee,UPnP-DM,ETSI-M2M} | 代理协议 | Proxy protocol | 网关与被代理设备之间的协议。 | How the proxy talks to this device.

@ location tr098=InternetGatewayDevice.DeviceInfo.Location.{i}. tr106=Device.DeviceInfo.Location.{i}. tr181=Device.DeviceInfo.Location.{i}.
source Source | string {GPS,AGPS,Manual,External} | 位置来源 | Location source | 位置信息是怎么得到的。 | How the location was found.
time AcquiredTime | time | 定位时间 | Located at | 得到位置信息的时间。 | When the location was found.
data DataObject | string(1200) rw | 位置数据 | Location data | 以标准格式保存的地理或民用地址。 | The place or address in a standard format.

@ gateway tr106=Device.GatewayInfo. tr181=Device.GatewayInfo.
oui ManufacturerOUI | string(6) | 上级网关 OUI | Gateway OUI | 机顶盒所接网关的 OUI；为空说明没有发现网关。 | OUI of the gateway in front of the box; empty if none was found.
productClass ProductClass | string(64) | 上级网关类别 | Gateway product class | 所接网关的产品类别。 | Product class of the gateway in front.
serial SerialNumber | string(64) | 上级网关序列号 | Gateway serial number | 所接网关的序列号，可据此确认接在哪台网关下。 | Tells which gateway the box hangs on.

@ config tr098=InternetGatewayDevice.DeviceConfig. tr106=Device.Config.
persistent PersistentData | string(256) rw | 自定义保存数据 | Kept data | ACS 可任意写入、重启不丢的一段文本。 | Free text that an ACS may keep in the box.
file ConfigFile | string(32768) rw secret | 整机配置文本 | Configuration as text | 整机配置的文本，写入即恢复；可能含密码。 | The whole configuration; writing it restores it. May hold passwords.

@ module root=SoftwareModules.DeploymentUnit.{i}.
name Name | string(64) | 软件包名称 | Package | 已安装的软件包。 | A software package on the box.
status Status | string {Installing,Installed,Updating,Uninstalling,Uninstalled} | 软件包状态 | Package state | 安装、更新或卸载的进度。 | Whether it is being installed, updated or removed.
version Version | string(32) | 软件包版本 | Package version | 软件包的版本。 | Version of the package.
vendor Vendor | string(128) | 软件包提供方 | Package maker | 软件包的提供方。 | Who made the package.
url URL | url(1024) | 软件包地址 | Package source | 软件包的下载来源。 | Where the package came from.

@ execution root=SoftwareModules.ExecutionUnit.{i}.
name Name | string(32) | 应用名称 | Application | 正在或可以运行的应用。 | A program that can run on the box.
status Status | string {Idle,Starting,Active,Stopping} | 应用状态 | Application state | Active 为运行中，Idle 为未运行。 | Active runs, Idle does not.
fault ExecutionFaultCode | string {NoFault,FailureOnStart,FailureOnAutoStart,FailureOnStop,FailureWhileActive,DependencyFailure,UnStartable} | 应用故障 | Application fault | 应用启动或运行失败的原因。 | Why the program failed.
autoStart AutoStart | bool rw | 应用自动启动 | Start with the box | 开机时是否自动启动该应用。 | Whether it starts with the box.
memory MemoryInUse | int [KiB] | 应用内存 | Memory used | 应用占用的内存，-1 表示未知。 | Memory it takes; -1 if unknown.

@ environment root=SoftwareModules.ExecEnv.{i}.
enable Enable | bool rw | 运行环境启用 | Environment on | 关闭后其中的应用全部停止。 | Off: every program in it stops.
status Status | string {Up,Error,Disabled} | 运行环境状态 | Environment state | 运行环境是否正常。 | Whether it works.
name Name | string(32) | 运行环境名称 | Environment | 运行环境的名称。 | Name of the environment.
type Type | string(64) | 运行环境类型 | Environment kind | 如 OSGi、Linux。 | OSGi, Linux and so on.

@ led tr181=Device.LEDs.LED.{i}.
name Name | string rw | 指示灯名称 | LED | 面板上指示灯的名称。 | Name of the light on the front.
status Status | string {Disabled,InUse,Controlled,Error} | 指示灯状态 | LED state | InUse 由设备控制，Controlled 由 ACS 控制。 | InUse: the box decides; Controlled: the ACS does.
reason Reason | string | 指示灯原因 | LED reason | 指示灯当前显示的原因。 | Why it shows what it shows.
place Location | string {Front,Back,Left,Right,Top,Bottom} | 指示灯位置 | LED place | 指示灯在设备的哪一面。 | Side of the box where it is.
`
