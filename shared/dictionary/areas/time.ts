/** The box's clock. */
export const time = `
@ time root=Time.
enable Enable | bool rw | 启用网络校时 | Network time on | 关闭后设备不再对时，证书和日志时间可能出错。 | Off: certificates and log times may go wrong.
status Status | string {Disabled,Unsynchronized,Synchronized,Error_FailedToSynchronize,Error} | 校时状态 | Clock state | 未同步时 HTTPS 认证常会失败。 | While unsynchronised, HTTPS logins often fail.
server1 NTPServer1 | string(64) rw | NTP 服务器 1 | Time server 1 | 首选的时间服务器，域名或地址。 | First choice, a name or an address.
server2 NTPServer2 | string(64) rw | NTP 服务器 2 | Time server 2 | 第一台不可用时使用。 | Used when the first fails.
server3 NTPServer3 | string(64) rw | NTP 服务器 3 | Time server 3 | 前面的服务器都不可用时使用。 | Used when those before fail.
server4 NTPServer4 | string(64) rw | NTP 服务器 4 | Time server 4 | 前面的服务器都不可用时使用。 | Used when those before fail.
server5 NTPServer5 | string(64) rw | NTP 服务器 5 | Time server 5 | 前面的服务器都不可用时使用。 | Used when those before fail.
now CurrentLocalTime | time | 设备当前时间 | Time of the box | 与手表对照；年份是 1970 或 2000 说明没有校时成功。 | Compare with your watch; 1970 or 2000 means it was never set.
zone tr106,tr181:LocalTimeZone | string(256) rw | 时区 | Time zone | 按 POSIX 格式书写，北京时间为 CST-8。 | In POSIX form: Beijing is CST-8.
zoneOffset tr098:LocalTimeZone | string(6) rw | 时区偏移 | Time zone offset | 与 UTC 的时差，北京时间为 +08:00。 | Difference from UTC; Beijing is +08:00.
zoneName tr098:LocalTimeZoneName | string(64) rw | 时区名称 | Time zone name | 时区的名称或 POSIX 规则。 | Name of the zone, or its POSIX rule.
daylight tr098:DaylightSavingsUsed | bool rw | 使用夏令时 | Daylight saving | 国内应关闭。 | Should be off in China.
daylightStart tr098:DaylightSavingsStart | time rw | 夏令时开始 | Daylight saving from | 夏令时开始的时间。 | When daylight saving begins.
daylightEnd tr098:DaylightSavingsEnd | time rw | 夏令时结束 | Daylight saving until | 夏令时结束的时间。 | When daylight saving ends.
`
