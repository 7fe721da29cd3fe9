/** Alarms and statistics kept by the box. */
export const faults = `
@ alarms root=FaultMgmt.
max tr098,tr106,tr181:MaxCurrentAlarmEntries | uint | 最多当前告警数 | Most alarms kept | 超过后最早的告警被覆盖。 | Beyond it, the oldest is overwritten.
count CurrentAlarmNumberOfEntries | uint | 当前告警数 | Alarms now | 大于 0 说明有未恢复的告警。 | Above 0: something is wrong now.

@ alarm root=FaultMgmt.CurrentAlarm.{i}.
id AlarmIdentifier | string(64) | 告警编号 | Alarm id | 同一告警的上报和恢复编号相同。 | The same for an alarm and its end.
raised AlarmRaisedTime | time | 告警产生时间 | Alarm since | 告警第一次出现的时间。 | When it began.
changed AlarmChangedTime | time | 告警变化时间 | Alarm changed | 告警级别等最近变化的时间。 | When it last changed.
object ManagedObjectInstance | string(512) | 告警对象 | Alarm about | 出问题的部件或参数。 | Part or parameter concerned.
type EventType | string(64) | 告警类别 | Alarm kind | 通信、设备、性能等类别。 | Communication, equipment and so on.
cause ProbableCause | string(64) | 告警原因 | Probable cause | 设备判断的原因。 | What the box thinks.
problem SpecificProblem | string(128) | 具体问题 | Specific problem | 更具体的说明。 | In more detail.
severity PerceivedSeverity | string {Critical,Major,Minor,Warning,Indeterminate} | 告警级别 | Severity | Critical 最严重。 | Critical is the worst.
text AdditionalText | string(256) | 告警描述 | Alarm text | 补充说明。 | Further words.
info AdditionalInformation | string(256) | 告警附加信息 | Alarm details | 补充数据。 | Further data.

@ alarmHistory root=FaultMgmt.HistoryEvent.{i}.
time EventTime | time | 历史告警时间 | Past alarm at | 事件发生的时间。 | When it happened.
id AlarmIdentifier | string(64) | 历史告警编号 | Past alarm id | 对应的告警编号。 | Id of the alarm.
notification NotificationType | string {NewAlarm,ChangedAlarm,ClearedAlarm} | 历史告警动作 | Past alarm: what | 产生、变化或恢复。 | Raised, changed or cleared.
object ManagedObjectInstance | string(512) | 历史告警对象 | Past alarm about | 出问题的部件或参数。 | Part or parameter concerned.
cause ProbableCause | string(64) | 历史告警原因 | Past alarm cause | 设备判断的原因。 | What the box thought.
problem SpecificProblem | string(128) | 历史告警问题 | Past alarm problem | 更具体的说明。 | In more detail.
severity PerceivedSeverity | string {Cleared,Critical,Major,Minor,Warning,Indeterminate} | 历史告警级别 | Past alarm severity | Cleared 表示已恢复。 | Cleared means it is over.

@ alarmKind root=FaultMgmt.SupportedAlarm.{i}.
type EventType | string(64) | 支持的告警类别 | Alarm offered: kind | 设备能上报的告警类别。 | Kind of alarm the box can raise.
cause ProbableCause | string(64) | 支持的告警原因 | Alarm offered: cause | 设备能上报的告警原因。 | Cause it can report.
severity PerceivedSeverity | string | 支持的告警级别 | Alarm offered: severity | 该告警的级别。 | Severity of it.
reporting ReportingMechanism | string {0 Expedited=立即上报/at once,1 Queued=下次会话上报/with the next session,2 Logged=只记录/only recorded,3 Disabled=不上报/not at all} rw | 告警上报方式 | Alarm reported | 决定告警是立即上报还是只记录。 | At once, later, or only recorded.

@ urgentAlarm root=FaultMgmt.ExpeditedEvent.{i}.
time EventTime | time | 紧急告警时间 | Urgent alarm at | 年份为 0001 表示该行未使用。 | Year 0001 means that the row is unused.
notification NotificationType | string | 紧急告警动作 | Urgent alarm: what | 产生、变化或恢复。 | Raised, changed or cleared.
cause ProbableCause | string(64) | 紧急告警原因 | Urgent alarm cause | 设备判断的原因。 | What the box thinks.
severity PerceivedSeverity | string | 紧急告警级别 | Urgent alarm severity | 告警级别。 | Severity of it.

@ sampleSet root=PeriodicStatistics.SampleSet.{i}.
enable Enable | bool rw | 周期统计启用 | Statistics on | 是否按间隔记录参数。 | Whether parameters are recorded.
name Name | string(128) rw | 周期统计名称 | Statistics | 统计组的名称。 | Name of the set.
interval SampleInterval | uint 1.. rw [s] | 周期统计间隔 | Statistics interval | 每个采样的时长。 | Length of a sample.
samples ReportSamples | uint 1.. rw | 周期统计采样数 | Samples kept | 保留的采样个数。 | How many are kept.
status Status | string {Disabled,Enabled,Trigger} | 周期统计状态 | Statistics state | 统计组的状态。 | State of the set.
reference Parameter.{i}.Reference | string(256) rw | 统计参数 | Parameter recorded | 被统计的参数路径。 | Path of the parameter.
values Parameter.{i}.Values | list | 统计结果 | Recorded values | 每个采样的值。 | A value for each sample.

@ alarmKind root=FaultMgmt.SupportedAlarm.{i}.
problem SpecificProblem | string(128) | 支持的具体问题 | Alarm offered: problem | 该告警对应的具体问题。 | The problem it stands for.
`
