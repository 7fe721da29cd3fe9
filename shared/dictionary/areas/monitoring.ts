/** How good the picture is: the counters of STBService. */
export const monitoring = `
@ monitoring service=STBService.{i}.ServiceMonitoring.
enable SampleEnable | bool rw | 质量采样启用 | Sampling on | 打开后按间隔记录播放质量。 | On: quality is recorded at intervals.
state SampleState | string {Disabled,Enabled,Trigger} | 采样状态 | Sampling state | Trigger 表示刚完成一组采样。 | Trigger: a set of samples is complete.
interval SampleInterval | uint 1.. rw [s] | 采样间隔 | Sample interval | 每个采样的时长。 | Length of a sample.
samples ReportSamples | uint 1.. rw | 采样个数 | Samples kept | 保留的采样个数。 | How many are kept.
events EventsPerSampleInterval | uint 1.. rw | 每采样事件数 | Events per sample | 每个采样记录的最多事件数。 | Most events recorded in a sample.
fetch FetchSamples | uint rw | 通知采样数 | Samples per report | 累积多少采样后通知 ACS。 | Samples after which the ACS is told.
reference TimeReference | time rw | 采样基准时间 | Sampling reference | 采样时刻以它对齐。 | Samples are aligned to it.
force ForceSample | bool rw | 立即采样 | Sample now | 写入 true 立即结束当前采样并更新。 | Writing true closes the sample at once.
start ReportStartTime | time | 采样开始时间 | Samples from | 第一个采样的开始时间。 | When the first sample began.
end ReportEndTime | time | 采样结束时间 | Samples until | 最后一个采样的结束时间。 | When the last sample ended.
eventsOn EventCollectionEnable | bool rw | 事件采集启用 | Events on | 是否记录换台、缓冲等事件。 | Whether channel changes and stalls are recorded.

@ mainStream service=STBService.{i}.ServiceMonitoring.MainStream.{i}.
enable Enable | bool rw | 质量监测启用 | Monitoring on | 是否监测该类业务。 | Whether this kind of service is watched.
status Status | string {Disabled,Enabled,Error} | 质量监测状态 | Monitoring state | 监测是否正常。 | Whether monitoring works.
type ServiceType | string rw | 监测业务类型 | Service watched | IPTV 为直播，VoD 为点播。 | IPTV is live, VoD on demand.
stream AVStream | string(256) | 监测的码流 | Stream watched | 正在监测的音视频流。 | Stream being watched.
gmin Gmin | uint rw | 丢包间隔门限 | Loss gap | 两次丢包之间少于这么多好包算作同一事件。 | Losses with fewer good packets between are one event.
severeDistance SevereLossMinDistance | uint rw | 严重丢包间隔 | Severe loss distance | 两次丢包事件近于此值计为严重。 | Events nearer than this count as severe.
severeLength SevereLossMinLength | uint rw | 严重丢包长度 | Severe loss length | 一次丢包长于此值计为严重。 | Longer events count as severe.
changeTimeout ChannelChangeFailureTimeout | uint rw [s] | 换台失败时限 | Channel change timeout | 超过该时间没有画面计为换台失败。 | No picture by then counts as a failure.
session SessionId | string(36) | 监测会话号 | Monitoring session | 当前监测会话的编号。 | Number of the session.

@ total service=STBService.{i}.ServiceMonitoring.MainStream.{i}.Total.
seconds TotalSeconds | uint [s] | 统计时长 | Counted for | 统计开始以来的秒数。 | Seconds since counting began.
reset Reset | bool rw | 统计清零 | Reset counters | 写入 true 清零，便于重新观察。 | Writing true starts afresh.
resetTime ResetTime | uint [s] | 距上次清零 | Since reset | 上次清零以来的秒数。 | Seconds since the last reset.
emptyBuffer DejitteringStats.EmptyBufferTime | uint [ms] | 缓冲为空时长 | Buffer empty for | 大于 0 就会出现卡顿。 | Above 0 means that the picture stood still.
overruns DejitteringStats.Overruns | uint | 缓冲溢出次数 | Buffer overruns | 数据来得太快，丢弃了部分内容。 | Data came too fast and was dropped.
underruns DejitteringStats.Underruns | uint | 缓冲断流次数 | Buffer underruns | 数据来得太慢，画面卡顿。 | Data came too slowly: the picture stalled.
tcpReceived TCPStats.PacketsReceived | uint | TCP 接收包数 | TCP packets | 点播收到的 TCP 包数。 | TCP packets received for video on demand.
tcpResent TCPStats.PacketsRetransmitted | uint | TCP 重传包数 | TCP retransmissions | 与接收包数之比超过 1% 说明网络差。 | More than 1 % of the packets: a poor network.
tcpBytes TCPStats.BytesReceived | uint [B] | TCP 接收字节数 | TCP bytes | 点播收到的数据量。 | Data received for video on demand.
rtpExpected RTPStats.PacketsExpected | uint | RTP 应收包数 | RTP packets expected | 按序号推算应收到的包数。 | As told by sequence numbers.
rtpReceived RTPStats.PacketsReceived | uint | RTP 实收包数 | RTP packets received | 纠错后收到的包数。 | Received, after repair.
rtpReceivedRaw RTPStats.PacketsReceivedBeforeEC | uint | RTP 纠错前实收 | RTP received before repair | 纠错前收到的包数。 | Received, before repair.
rtpLost RTPStats.PacketsLost | uint | RTP 丢包数 | RTP packets lost | 纠错后仍丢失，会看到花屏；丢包率应低于 0.1%。 | Lost in spite of repair: visible. Keep it below 0.1 %.
rtpLostRaw RTPStats.PacketsLostBeforeEC | uint | RTP 纠错前丢包 | RTP lost before repair | 反映线路真实丢包。 | The true loss of the line.
rtpDiscarded RTPStats.PacketsDiscarded | uint | RTP 丢弃包数 | RTP packets discarded | 迟到而被丢弃的包数。 | Came too late and were dropped.
rtpDisorder RTPStats.PacketsOutOfSequence | uint | RTP 乱序包数 | RTP out of order | 乱序到达的包数。 | Arrived out of order.
lossEvents RTPStats.LossEvents | uint | 丢包事件数 | Loss events | 一段连续丢包算一次。 | A run of losses counts once.
lossEventsRaw RTPStats.LossEventsBeforeEC | uint | 纠错前丢包事件 | Loss events before repair | 纠错前的丢包次数。 | Counted before repair.
severeCount RTPStats.SevereLossIndexCount | uint | 严重丢包次数 | Severe losses | 间隔过近的丢包事件数。 | Losses too near to each other.
severeLong RTPStats.SevereLossLengthCount | uint | 长丢包次数 | Long losses | 单次过长的丢包事件数。 | Losses that were too long.
retransmitTimeouts RTPStats.RetransmitTimeouts | uint | 重传超时次数 | Retransmission timeouts | 请求重传但没有及时到达。 | Asked for again, and did not come in time.
tsReceived MPEG2TSStats.TSPacketsReceived | uint | TS 包数 | TS packets | 收到的 TS 包数。 | TS packets received.
tsSyncErrors MPEG2TSStats.TSSyncByteErrorCount | uint | TS 同步字节错误 | TS sync byte errors | 大于 0 说明码流已损坏。 | Above 0: the stream is damaged.
tsSyncLoss MPEG2TSStats.TSSyncLossCount | uint | TS 失步次数 | TS sync losses | 失步期间没有画面。 | There is no picture meanwhile.
tsDiscontinuity MPEG2TSStats.PacketDiscontinuityCounter | uint | TS 不连续计数 | TS discontinuities | 增长就会花屏或卡顿。 | If it grows, the picture breaks up.
tsDiscontinuityRaw MPEG2TSStats.PacketDiscontinuityCounterBeforeCA | uint | TS 解扰前不连续 | TS discontinuities before CA | 与上一项相同说明问题来自网络。 | Equal to the other: the network is at fault.
frameRate VideoDecoderStats.FrameRate | uint | 帧率 | Frame rate | 正常约为 25 或 50。 | Normally about 25 or 50.
framesDecoded VideoDecoderStats.DecodedFrames | uint | 解码帧数 | Frames decoded | 成功解码的帧数。 | Frames decoded well.
framesLost VideoDecoderStats.LostFrames | uint | 丢帧数 | Frames lost | 增长就会卡顿。 | If it grows, the picture stutters.
framesConcealed VideoDecoderStats.ConcealedFrames | uint | 掩盖帧数 | Frames concealed | 用相邻画面代替的坏帧数。 | Bad frames covered up by others.
iFramesLost VideoDecoderStats.ILostFrames | uint | I 帧丢失 | I frames lost | 影响最大，会长时间花屏。 | The worst: the picture is broken for long.
pFramesLost VideoDecoderStats.PLostFrames | uint | P 帧丢失 | P frames lost | 短时花屏。 | Broken for a moment.
bFramesLost VideoDecoderStats.BLostFrames | uint | B 帧丢失 | B frames lost | 影响较小。 | Hardly seen.
resync VideoDecoderStats.AVResynchCounter | uint | 音画重新同步次数 | Audio/video resyncs | 增长说明音画不同步。 | If it grows, lips and voice drift.
audioFrames AudioDecoderStats.DecodedFrames | uint | 音频解码帧数 | Audio frames | 成功解码的音频帧数。 | Audio frames decoded.
audioErrors AudioDecoderStats.DecodingErrors | uint | 音频解码错误 | Audio errors | 增长时有爆音或断音。 | If it grows, sound clicks or breaks off.
changeFailures VideoResponseStats.ChannelChangeFailures | uint | 换台失败次数 | Channel change failures | 换台后没有出画面的次数。 | Changes that brought no picture.
failedChannels VideoResponseStats.ChannelFailures | list | 换台失败频道 | Channels that failed | 没有出画面的频道。 | Channels without a picture.
changeMin VideoResponseStats.MinimumVideoSystemResponse | uint [ms] | 最快换台时间 | Fastest channel change | 最快一次换台用时。 | The fastest one.
changeMax VideoResponseStats.MaximumVideoSystemResponse | uint [ms] | 最慢换台时间 | Slowest channel change | 超过 2000 毫秒用户会感到慢。 | Above 2000 ms the viewer notices.
vodMin VideoResponseStats.MinimumVoDControlResponse | uint [ms] | 点播最快响应 | Fastest VoD response | 点播操作最快响应时间。 | The fastest one.
vodMax VideoResponseStats.MaximumVoDControlResponse | uint [ms] | 点播最慢响应 | Slowest VoD response | 点播操作最慢响应时间。 | The slowest one.
requests VideoResponseStats.RequestedTransactions | uint | 业务请求次数 | Requests | 发起的业务请求次数。 | Service requests made.
successes VideoResponseStats.AccessSuccesses | uint | 业务成功次数 | Requests answered | 与请求次数相差大说明平台有问题。 | Far fewer than requests: the platform has trouble.

@ portal service=STBService.{i}.ServiceMonitoring.GlobalOperation.Total.
access ServiceAccessTime | uint [ms] | 业务进入时间 | Time to service | 开机到进入业务的时间。 | From start until the service is there.
minResponse MinimumPortalResponse | uint [ms] | 首页最快响应 | Fastest portal response | EPG 页面最快打开时间。 | Fastest opening of a page.
maxResponse MaximumPortalResponse | uint [ms] | 首页最慢响应 | Slowest portal response | EPG 页面最慢打开时间。 | Slowest opening of a page.

@ eventLog service=STBService.{i}.ServiceMonitoring.MainStream.{i}.EventLog.
number Entry.{i}.SequenceNumber | uint | 事件序号 | Event number | 事件的顺序号。 | Order of the event.
type Entry.{i}.Type | string | 事件类型 | Event | 发生了什么。 | What happened.
time Entry.{i}.Time | time | 事件时间 | Event at | 发生的时间。 | When it happened.
name Entry.{i}.Parameter.{i}.Name | string | 事件参数名 | Event detail | 事件附带的参数名。 | Name of a detail.
value Entry.{i}.Parameter.{i}.Value | string | 事件参数值 | Event detail value | 事件附带的参数值。 | Value of the detail.

@ totalParts service=STBService.{i}.ServiceMonitoring.MainStream.{i}.Total.
dejitterSeconds DejitteringStats.TotalSeconds | uint [s] | 缓冲统计时长 | Jitter buffer counted for | 缓冲统计的秒数。 | Seconds counted.
tcpSeconds TCPStats.TotalSeconds | uint [s] | TCP 统计时长 | TCP counted for | TCP 统计的秒数。 | Seconds counted.
rtpSeconds RTPStats.TotalSeconds | uint [s] | RTP 统计时长 | RTP counted for | RTP 统计的秒数。 | Seconds counted.
tsSeconds MPEG2TSStats.TotalSeconds | uint [s] | TS 统计时长 | TS counted for | TS 统计的秒数。 | Seconds counted.
videoSeconds VideoDecoderStats.TotalSeconds | uint [s] | 视频统计时长 | Video counted for | 视频解码统计的秒数。 | Seconds counted.
audioSeconds AudioDecoderStats.TotalSeconds | uint [s] | 音频统计时长 | Audio counted for | 音频解码统计的秒数。 | Seconds counted.
responseSeconds VideoResponseStats.TotalSeconds | uint [s] | 换台统计时长 | Channel changes counted for | 换台统计的秒数。 | Seconds counted.
iFrames VideoDecoderStats.IDecodedFrames | uint | I 帧解码数 | I frames decoded | 成功解码的 I 帧数。 | I frames decoded well.
pFrames VideoDecoderStats.PDecodedFrames | uint | P 帧解码数 | P frames decoded | 成功解码的 P 帧数。 | P frames decoded well.
bFrames VideoDecoderStats.BDecodedFrames | uint | B 帧解码数 | B frames decoded | 成功解码的 B 帧数。 | B frames decoded well.
completed VideoResponseStats.CompletionCount | uint | 业务完成次数 | Requests completed | 正常结束的业务次数。 | Services that ended well.

@ sample service=STBService.{i}.ServiceMonitoring.MainStream.{i}.Sample.
seconds RTPStats.SampleSeconds | list [s] | RTP 采样时长 | RTP samples: length | 每个采样的秒数，用逗号分隔。 | Length of each sample, separated by commas.
expected RTPStats.PacketsExpected | list | RTP 采样应收包数 | RTP samples: expected | 每个采样的应收包数。 | Expected in each sample.
received RTPStats.PacketsReceived | list | RTP 采样实收包数 | RTP samples: received | 每个采样的实收包数。 | Received in each sample.
lost RTPStats.PacketsLost | list | RTP 采样丢包数 | RTP samples: lost | 每个采样的丢包数，集中出现说明是突发丢包。 | Lost in each sample: shows when it happened.
events RTPStats.LossEvents | list | RTP 采样丢包事件 | RTP samples: loss events | 每个采样的丢包事件数。 | Loss events in each sample.
emptyBuffer DejitteringStats.EmptyBufferTime | list [ms] | 采样缓冲为空时长 | Samples: buffer empty | 每个采样中缓冲为空的时间。 | Time without data in each sample.
framesLost VideoDecoderStats.LostFrames | list | 采样丢帧数 | Samples: frames lost | 每个采样的丢帧数。 | Frames lost in each sample.
`
