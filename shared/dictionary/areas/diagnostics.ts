/** Tests that the box runs by itself. */
export const diagnostics = `
@ ping tr098=InternetGatewayDevice.IPPingDiagnostics. tr106=Device.LAN.IPPingDiagnostics. tr181=Device.IP.Diagnostics.IPPing.
state DiagnosticsState | string rw | Ping 状态 | Ping: state | 写入 Requested 开始，Complete 为完成。 | Writing Requested starts it; Complete is done.
interface tr098,tr181:Interface | string(256) rw | Ping 接口 | Ping: from | 从哪个接口发出，空为自动。 | Interface it leaves by; empty is automatic.
host Host | string(256) rw | Ping 目标 | Ping: host | 要测试的域名或地址。 | Name or address to test.
count NumberOfRepetitions | uint 1.. rw | Ping 次数 | Ping: packets | 发送的次数。 | How many are sent.
timeout Timeout | uint 1.. rw [ms] | Ping 超时 | Ping: timeout | 每次等待应答的时间。 | Wait for each answer.
size DataBlockSize | uint 1..65535 rw [B] | Ping 包长 | Ping: size | 用 1472 可检查 MTU 问题。 | 1472 shows MTU trouble.
dscp DSCP | uint 0..63 rw | Ping DSCP | Ping: DSCP | 测试报文的优先级。 | Priority of the packets.
success SuccessCount | uint | Ping 成功数 | Ping: answers | 收到应答的次数。 | Answers that came.
failure FailureCount | uint | Ping 失败数 | Ping: losses | 没有应答的次数。 | Answers that did not come.
average AverageResponseTime | uint [ms] | Ping 平均时延 | Ping: average | 本地应小于 50 毫秒。 | Should be below 50 ms nearby.
minimum MinimumResponseTime | uint [ms] | Ping 最小时延 | Ping: fastest | 最快一次应答。 | The fastest answer.
maximum MaximumResponseTime | uint [ms] | Ping 最大时延 | Ping: slowest | 与最小值相差大说明抖动大。 | Far from the fastest: jitter.
version tr181:ProtocolVersion | string {Any,IPv4,IPv6} rw | Ping IP 版本 | Ping: IP version | 用 IPv4 还是 IPv6 测试。 | Test by IPv4 or IPv6.

@ trace tr098=InternetGatewayDevice.TraceRouteDiagnostics. tr106=Device.LAN.TraceRouteDiagnostics. tr181=Device.IP.Diagnostics.TraceRoute.
state DiagnosticsState | string rw | 路由跟踪状态 | Trace: state | 写入 Requested 开始。 | Writing Requested starts it.
interface tr098,tr181:Interface | string(256) rw | 路由跟踪接口 | Trace: from | 从哪个接口发出。 | Interface it leaves by.
host Host | string(256) rw | 路由跟踪目标 | Trace: host | 要跟踪的域名或地址。 | Name or address to trace.
tries tr098,tr181:NumberOfTries | uint 1..3 rw | 每跳次数 | Trace: tries | 每一跳测试的次数。 | Tries for each hop.
timeout Timeout | uint 1.. rw [ms] | 路由跟踪超时 | Trace: timeout | 每次等待应答的时间。 | Wait for each answer.
size DataBlockSize | uint 1..65535 rw [B] | 路由跟踪包长 | Trace: size | 测试报文的长度。 | Size of the packets.
maxHops MaxHopCount | uint 1..64 rw | 最大跳数 | Trace: most hops | 最多经过的路由器数。 | Most routers on the way.
time ResponseTime | uint [ms] | 路由跟踪时延 | Trace: time | 到目标的时延；0 表示没到。 | Time to the host; 0 means it was not reached.
hopHost tr098,tr106:RouteHops.{i}.HopHost tr181:RouteHops.{i}.Host | string(256) | 跳点 | Hop | 经过的路由器。 | A router on the way.
hopAddress tr098:RouteHops.{i}.HopHostAddress tr181:RouteHops.{i}.HostAddress | string | 跳点地址 | Hop address | 该路由器的地址。 | Its address.
hopError tr098:RouteHops.{i}.HopErrorCode tr181:RouteHops.{i}.ErrorCode | uint | 跳点错误码 | Hop error | ICMP 返回的错误码。 | Error code of ICMP.
hopTimes tr098:RouteHops.{i}.HopRTTimes tr181:RouteHops.{i}.RTTimes | list [ms] | 跳点时延 | Hop times | 每次测试的往返时延。 | Round trip of each try.

@ lookup tr098=InternetGatewayDevice.NSLookupDiagnostics. tr106=Device.NSLookupDiagnostics. tr181=Device.DNS.Diagnostics.NSLookupDiagnostics.
state DiagnosticsState | string rw | 域名解析状态 | DNS test: state | 写入 Requested 开始。 | Writing Requested starts it.
interface Interface | string(256) rw | 域名解析接口 | DNS test: from | 从哪个接口发出。 | Interface it leaves by.
name HostName | string(256) rw | 要解析的域名 | DNS test: name | 要解析的域名。 | Name to look up.
server DNSServer | string(256) rw | 使用的 DNS | DNS test: server | 空则用设备自己的 DNS。 | Empty uses the box's own.
timeout Timeout | uint rw [ms] | 域名解析超时 | DNS test: timeout | 每次等待的时间。 | Wait for each answer.
count NumberOfRepetitions | uint rw | 域名解析次数 | DNS test: tries | 测试的次数。 | How often it asks.
success SuccessCount | uint | 域名解析成功数 | DNS test: answers | 成功的次数。 | How often it worked.
status Result.{i}.Status | string | 域名解析结果 | DNS result | 每次解析的结果。 | Result of each try.
addresses Result.{i}.IPAddresses | ips | 解析到的地址 | DNS result: addresses | 得到的地址。 | Addresses it got.
usedServer Result.{i}.DNSServerIP | ip | 应答的 DNS | DNS result: server | 给出应答的服务器。 | Server that answered.
time Result.{i}.ResponseTime | uint [ms] | 域名解析时延 | DNS result: time | 解析用时。 | Time it took.

@ download tr098=InternetGatewayDevice.DownloadDiagnostics. tr106=Device.DownloadDiagnostics. tr181=Device.IP.Diagnostics.DownloadDiagnostics.
state DiagnosticsState | string rw | 下载测速状态 | Download test: state | 写入 Requested 开始。 | Writing Requested starts it.
interface Interface | string(256) rw | 下载测速接口 | Download test: from | 从哪个接口下载。 | Interface it uses.
url DownloadURL | url(256) rw | 下载测速地址 | Download test: address | 要下载的 HTTP 或 FTP 文件，不带密码。 | HTTP or FTP file without a password.
dscp DSCP | uint 0..63 rw | 下载测速 DSCP | Download test: DSCP | 测试报文的优先级。 | Priority of the packets.
priority EthernetPriority | uint 0..7 rw | 下载测速 802.1p | Download test: priority | 测试报文的 802.1p 优先级。 | 802.1p priority of the packets.
requested ROMTime | time | 下载请求时间 | Download test: asked at | 发出请求的时间。 | When it asked.
began BOMTime | time | 下载开始时间 | Download test: began at | 收到首字节的时间。 | When the first byte came.
ended EOMTime | time | 下载结束时间 | Download test: ended at | 收完的时间。 | When the last byte came.
bytes TestBytesReceived | uint [B] | 测试接收字节数 | Download test: bytes | 速率 = 字节数 × 8 ÷（结束 − 开始）。 | Rate is bytes × 8 ÷ (ended − began).
total TotalBytesReceived | uint [B] | 接口接收字节数 | Download test: all bytes | 测试期间接口收到的全部数据。 | All the interface received meanwhile.
tcpAsked TCPOpenRequestTime | time | TCP 请求时间 | Download test: TCP asked | 发起 TCP 连接的时间。 | When TCP was opened.
tcpOpened TCPOpenResponseTime | time | TCP 建立时间 | Download test: TCP open | TCP 连接成功的时间。 | When TCP was open.

@ upload tr098=InternetGatewayDevice.UploadDiagnostics. tr106=Device.UploadDiagnostics. tr181=Device.IP.Diagnostics.UploadDiagnostics.
state DiagnosticsState | string rw | 上传测速状态 | Upload test: state | 写入 Requested 开始。 | Writing Requested starts it.
interface Interface | string(256) rw | 上传测速接口 | Upload test: from | 从哪个接口上传。 | Interface it uses.
url UploadURL | url(256) rw | 上传测速地址 | Upload test: address | 接收数据的 HTTP 或 FTP 地址。 | HTTP or FTP address that takes the data.
length TestFileLength | uint rw [B] | 上传测试长度 | Upload test: size | 要上传的数据量。 | How much is sent.
requested ROMTime | time | 上传请求时间 | Upload test: asked at | 发出请求的时间。 | When it asked.
began BOMTime | time | 上传开始时间 | Upload test: began at | 开始发送的时间。 | When it began to send.
ended EOMTime | time | 上传结束时间 | Upload test: ended at | 发送完成的时间。 | When it was done.
total TotalBytesSent | uint [B] | 接口发送字节数 | Upload test: all bytes | 测试期间接口发出的全部数据。 | All the interface sent meanwhile.

@ echo tr098=InternetGatewayDevice.UDPEchoConfig. tr106=Device.UDPEchoConfig. tr181=Device.IP.Diagnostics.UDPEchoConfig.
enable Enable | bool rw | UDP 回显启用 | UDP echo on | 打开后设备回送收到的 UDP 包，用完应关闭。 | The box sends UDP packets back; turn it off afterwards.
source SourceIPAddress | ip rw | UDP 回显来源 | UDP echo for | 只回应这个地址。 | Answers this address only.
port UDPPort | uint rw | UDP 回显端口 | UDP echo port | 监听的 UDP 端口。 | UDP port it listens at.
received PacketsReceived | uint | UDP 回显收包数 | UDP echo: received | 收到的包数。 | Packets received.
answered PacketsResponded | uint | UDP 回显回包数 | UDP echo: answered | 回送的包数。 | Packets sent back.

@ selfTest tr098=InternetGatewayDevice.SelfTestDiagnostics. tr106=Device.SelfTestDiagnostics. tr181=Device.SelfTestDiagnostics.
state DiagnosticsState | string rw | 自检状态 | Self test: state | 写入 Requested 开始自检。 | Writing Requested starts it.
results Results | string(1024) | 自检结果 | Self test: result | 设备给出的自检文字。 | What the box says about itself.

@ tcpSyn ctc=Device.X_CTC_IPTV.LAN.TCPSYNDiagnostics.
state DiagnosticsState | string rw | TCP 连通测试状态 | TCP test: state | 写入 Requested 开始。 | Writing Requested starts it.
success SuccessCount | uint | TCP 连通成功数 | TCP test: answers | 连接成功的次数。 | Connections that were opened.
failure FailureCount | uint | TCP 连通失败数 | TCP test: failures | 连接失败的次数。 | Connections that were not.
average AverageResponseTime | uint [ms] | TCP 连通平均时延 | TCP test: average | 建立连接的平均用时。 | Average time to open.
minimum MinimumResponseTime | uint [ms] | TCP 连通最小时延 | TCP test: fastest | 建立连接的最短用时。 | Shortest time to open.

@ ping tr181=Device.IP.Diagnostics.IPPing.
usedAddress IPAddressUsed | ip | Ping 源地址 | Ping: from address | 实际使用的本机地址。 | Own address that was used.
averageFine AverageResponseTimeDetailed | uint [µs] | Ping 平均时延（微秒） | Ping: average, fine | 微秒级平均时延。 | Average in microseconds.
minimumFine MinimumResponseTimeDetailed | uint [µs] | Ping 最小时延（微秒） | Ping: fastest, fine | 微秒级最小时延。 | Fastest in microseconds.
maximumFine MaximumResponseTimeDetailed | uint [µs] | Ping 最大时延（微秒） | Ping: slowest, fine | 微秒级最大时延。 | Slowest in microseconds.
supported4 tr181:/Device.IP.Diagnostics.IPv4PingSupported | bool | 支持 IPv4 Ping | Ping by IPv4 offered | 是否支持 IPv4 Ping。 | Whether it can ping by IPv4.

@ trace tr098=InternetGatewayDevice.TraceRouteDiagnostics. tr106=Device.LAN.TraceRouteDiagnostics. tr181=Device.IP.Diagnostics.TraceRoute.
dscp DSCP | uint 0..63 rw | 路由跟踪 DSCP | Trace: DSCP | 测试报文的优先级。 | Priority of the packets.
version tr181:ProtocolVersion | string {Any,IPv4,IPv6} rw | 路由跟踪 IP 版本 | Trace: IP version | 用 IPv4 还是 IPv6 测试。 | Test by IPv4 or IPv6.
usedAddress tr181:IPAddressUsed | ip | 路由跟踪源地址 | Trace: from address | 实际使用的本机地址。 | Own address that was used.
hops tr106:NumberOfRouteHops tr098,tr181:RouteHopsNumberOfEntries | uint | 跳数 | Hops | 到目标经过的路由器数。 | Routers on the way to the host.
supported4 tr181:/Device.IP.Diagnostics.IPv4TraceRouteSupported | bool | 支持 IPv4 路由跟踪 | Trace by IPv4 offered | 是否支持 IPv4 路由跟踪。 | Whether it can trace by IPv4.

@ lookup tr098=InternetGatewayDevice.NSLookupDiagnostics. tr106=Device.NSLookupDiagnostics. tr181=Device.DNS.Diagnostics.NSLookupDiagnostics.
answer Result.{i}.AnswerType | string {None,Authoritative,NonAuthoritative} | 应答类型 | DNS result: kind | 是否为权威应答。 | Whether the server speaks for the name itself.
returned Result.{i}.HostNameReturned | string(256) | 返回的域名 | DNS result: name | 解析返回的完整域名。 | Full name that came back.

@ download tr106=Device.Capabilities.PerformanceDiagnostic. tr181=Device.IP.Diagnostics.
transports tr106:DownloadTransports tr181:DownloadDiagnostics.DownloadTransports | list | 支持的下载协议 | Download test: protocols | 下载测速可用的协议。 | Protocols for the download test.
version tr181:DownloadDiagnostics.ProtocolVersion | string {Any,IPv4,IPv6} rw | 下载测速 IP 版本 | Download test: IP version | 用 IPv4 还是 IPv6 测试。 | Test by IPv4 or IPv6.
supported4 tr181:IPv4DownloadDiagnosticsSupported | bool | 支持 IPv4 下载测速 | Download test by IPv4 offered | 是否支持 IPv4 下载测速。 | Whether it can test by IPv4.

@ upload tr098=InternetGatewayDevice.UploadDiagnostics. tr106=Device.UploadDiagnostics. tr181=Device.IP.Diagnostics.UploadDiagnostics.
dscp DSCP | uint 0..63 rw | 上传测速 DSCP | Upload test: DSCP | 测试报文的优先级。 | Priority of the packets.
priority EthernetPriority | uint 0..7 rw | 上传测速 802.1p | Upload test: priority | 测试报文的 802.1p 优先级。 | 802.1p priority of the packets.
tcpAsked TCPOpenRequestTime | time | 上传 TCP 请求时间 | Upload test: TCP asked | 发起 TCP 连接的时间。 | When TCP was opened.
tcpOpened TCPOpenResponseTime | time | 上传 TCP 建立时间 | Upload test: TCP open | TCP 连接成功的时间。 | When TCP was open.
transports tr106:/Device.Capabilities.PerformanceDiagnostic.UploadTransports tr181:UploadTransports | list | 支持的上传协议 | Upload test: protocols | 上传测速可用的协议。 | Protocols for the upload test.
version tr181:ProtocolVersion | string {Any,IPv4,IPv6} rw | 上传测速 IP 版本 | Upload test: IP version | 用 IPv4 还是 IPv6 测试。 | Test by IPv4 or IPv6.
supported4 tr181:/Device.IP.Diagnostics.IPv4UploadDiagnosticsSupported | bool | 支持 IPv4 上传测速 | Upload test by IPv4 offered | 是否支持 IPv4 上传测速。 | Whether it can test by IPv4.

@ echo tr098=InternetGatewayDevice.UDPEchoConfig. tr106=Device.UDPEchoConfig. tr181=Device.IP.Diagnostics.UDPEchoConfig.
interface Interface | string(256) rw | UDP 回显接口 | UDP echo on | 监听的接口。 | Interface it listens on.
plus EchoPlusEnabled | bool rw | UDP 回显增强 | UDP echo plus | 在回包中加入时间戳。 | Puts time stamps into the answers.
plusSupported EchoPlusSupported | bool | 支持 UDP 回显增强 | UDP echo plus offered | 是否支持增强回显。 | Whether it can do that.
bytesReceived BytesReceived | uint [B] | UDP 回显收字节数 | UDP echo: bytes received | 收到的数据量。 | Data received.
bytesAnswered BytesResponded | uint [B] | UDP 回显回字节数 | UDP echo: bytes answered | 回送的数据量。 | Data sent back.
first TimeFirstPacketReceived | time | UDP 回显首包时间 | UDP echo: first packet | 收到第一个包的时间。 | When the first one came.
last TimeLastPacketReceived | time | UDP 回显末包时间 | UDP echo: last packet | 收到最后一个包的时间。 | When the last one came.
`
