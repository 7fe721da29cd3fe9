/** What is connected in the home. */
export const hosts = `
@ host tr098=InternetGatewayDevice.LANDevice.{i}.Hosts.Host.{i}. tr181=Device.Hosts.Host.{i}.
address IPAddress | ip | 终端地址 | Device's address | 内网设备的 IP 地址。 | IP address of a device in the home.
mac tr098:MACAddress tr181:PhysAddress | mac | 终端 MAC 地址 | Device's MAC address | 内网设备的物理地址，据此找到机顶盒。 | Its hardware address: find the set-top box by it.
name HostName | string(64) | 终端名称 | Device's name | 内网设备上报的主机名。 | Name that the device gives.
active Active | bool | 终端在线 | Device is here | 设备当前是否在线。 | Whether it is connected now.
source AddressSource | string | 终端地址来源 | Address from | DHCP、静态或自动。 | DHCP, static or automatic.
lease LeaseTimeRemaining | int -1.. [s] | 终端剩余租期 | Lease left | 地址还有多久到期，-1 为永久。 | Time until its address ends; -1 is never.
port tr098:Layer2Interface tr181:Layer1Interface | string(256) | 终端所在接口 | Connected to | 设备接在哪个网口或 Wi-Fi 上。 | Port or Wi-Fi it hangs on.
kind tr098:InterfaceType | string | 终端接入方式 | Connected by | 有线、无线等。 | Cable, Wi-Fi and so on.
vendorClass VendorClassID | string | 终端厂商类别 | Vendor class | 设备 DHCP 上报的类别，可识别机顶盒。 | From DHCP option 60; tells a set-top box.
clientId tr098:ClientID!string tr181:ClientID | hex | 终端标识 | Client id | DHCP 客户端标识。 | From DHCP option 61.
since tr181:ActiveLastChange | time | 终端上下线时间 | Changed at | 最近一次上线或下线的时间。 | When it last came or went.
count tr098:/InternetGatewayDevice.LANDevice.{i}.Hosts.HostNumberOfEntries tr181:/Device.Hosts.HostNumberOfEntries | uint | 终端数量 | Number of devices | 网关记录的内网设备数。 | Devices that the gateway knows.
address4 tr181:IPv4Address.{i}.IPAddress | ipv4 | 终端 IPv4 地址 | IPv4 address | 设备的 IPv4 地址。 | IPv4 address of the device.
address6 tr181:IPv6Address.{i}.IPAddress | string(45) | 终端 IPv6 地址 | IPv6 address | 设备的 IPv6 地址。 | IPv6 address of the device.
layer3 tr181:Layer3Interface | string(256) | 终端所在网段接口 | IP interface | 设备所在的 IP 接口。 | IP interface it belongs to.

@ usbHost tr098=InternetGatewayDevice.USBHosts.Host.{i}.Device.{i}. tr106=Device.USBHosts.Host.{i}.Device.{i}. tr181=Device.USB.USBHosts.Host.{i}.Device.{i}.
manufacturer Manufacturer | string(64) | U 盘厂家 | USB device maker | 插入的 USB 设备厂家。 | Maker of the USB device.
product ProductClass | string(64) | U 盘型号 | USB device | 插入的 USB 设备型号。 | Kind of USB device.
serial SerialNumber | string(64) | U 盘序列号 | USB serial number | 插入的 USB 设备序列号。 | Its serial number.
rate Rate | string {Low,Full,High,Super} | USB 速率 | USB speed | USB 设备的连接速率。 | Speed of the connection.

@ storage service=StorageService.{i}.
enable Enable | bool rw | 存储服务启用 | Storage on | 存储服务总开关。 | Main switch of storage.
name PhysicalMedium.{i}.Name | string(64) rw | 磁盘名称 | Disk | 磁盘的名称。 | Name of the disk.
vendor PhysicalMedium.{i}.Vendor | string(64) | 磁盘厂家 | Disk maker | 磁盘的厂家。 | Maker of the disk.
model PhysicalMedium.{i}.Model | string(128) | 磁盘型号 | Disk model | 磁盘的型号。 | Model of the disk.
capacity PhysicalMedium.{i}.Capacity | uint [MB] | 磁盘容量 | Disk size | 磁盘的总容量。 | Size of the disk.
status PhysicalMedium.{i}.Status | string {Online,Standby,Offline} | 磁盘状态 | Disk state | 磁盘是否在线。 | Whether it is there.
health PhysicalMedium.{i}.Health | string {OK,Failing,Error} | 磁盘健康 | Disk health | Failing 应尽快更换。 | Failing: replace it soon.
volume LogicalVolume.{i}.Name | string(64) rw | 卷名称 | Volume | 逻辑卷的名称。 | Name of the volume.
volumeSize LogicalVolume.{i}.Capacity | uint rw [MB] | 卷容量 | Volume size | 逻辑卷的容量。 | Size of the volume.
volumeUsed LogicalVolume.{i}.UsedSpace | uint [MB] | 卷已用空间 | Volume used | 快满时录制和缓存会失败。 | Nearly full: recording and caching fail.
fileSystem LogicalVolume.{i}.FileSystem | string | 文件系统 | File system | 卷的文件系统。 | File system of the volume.
`
