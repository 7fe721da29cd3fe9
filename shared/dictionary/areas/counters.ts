/** Lines that many interfaces share; `+ counters.traffic | 前缀 | Prefix` repeats them under an object. */
export const counters = `
@ traffic
bytesSent Stats.BytesSent | ulong [B] | 发送字节数 | bytes sent | 接口累计发出的数据量。 | All that the interface has sent.
bytesReceived Stats.BytesReceived | ulong [B] | 接收字节数 | bytes received | 接口累计收到的数据量。 | All that the interface has received.
packetsSent Stats.PacketsSent | ulong | 发送包数 | packets sent | 不再增长说明发送方向没有数据。 | If it stands still, nothing goes out.
packetsReceived Stats.PacketsReceived | ulong | 接收包数 | packets received | 不再增长说明接收方向没有数据。 | If it stands still, nothing comes in.

@ errors
errorsSent Stats.ErrorsSent | uint | 发送错包数 | send errors | 持续增长多为网线、接口或双工不匹配问题。 | If it grows: cable, port or duplex mismatch.
errorsReceived Stats.ErrorsReceived | uint | 接收错包数 | receive errors | 持续增长多为线路质量问题。 | If it grows, the line is bad.
discardsSent Stats.DiscardPacketsSent | uint | 发送丢弃数 | discards on sending | 增长说明上行拥塞。 | If it grows, the way out is congested.
discardsReceived Stats.DiscardPacketsReceived | uint | 接收丢弃数 | discards on receiving | 增长说明设备处理不过来。 | If it grows, the box cannot keep up.

@ casts
unicastSent Stats.UnicastPacketsSent | ulong | 发送单播包数 | unicast sent | 发给单个目的地址的包数。 | Packets sent to one address.
unicastReceived Stats.UnicastPacketsReceived | ulong | 接收单播包数 | unicast received | 发给本接口的单播包数。 | Packets received for this interface.
multicastSent Stats.MulticastPacketsSent | ulong | 发送组播包数 | multicast sent | 直播流下发到机顶盒时应持续增长。 | Grows on the port of a set-top box while it shows live TV.
multicastReceived Stats.MulticastPacketsReceived | ulong | 接收组播包数 | multicast received | 收看直播时应持续增长，否则组播没有到达。 | Grows while live TV is watched; if not, the stream does not arrive.
broadcastSent Stats.BroadcastPacketsSent | ulong | 发送广播包数 | broadcast sent | 增长过快可能存在环路。 | Very fast growth hints at a loop.
broadcastReceived Stats.BroadcastPacketsReceived | ulong | 接收广播包数 | broadcast received | 增长过快可能存在环路。 | Very fast growth hints at a loop.
unknownReceived Stats.UnknownProtoPacketsReceived | uint | 未知协议包数 | unknown protocol received | 收到但无法识别而丢弃的包数。 | Received, not understood, and dropped.
`
