import { parseDateTime } from '#shared/cwmp/date-time.ts'
import { parentOf } from '#shared/cwmp/paths.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { groupBy } from '../util/group-by.ts'
import { type AlarmReport, readSeverity, reportOf } from './report.ts'

type Leaves = Readonly<Record<string, string>>

interface RowReader {
  /** The object that holds one alarm. */
  object: RegExp
  read: (leaves: Leaves, path: string, all: ReadonlyMap<string, string>) => AlarmReport | null
}

/** Where boxes keep alarms (spec 05 sections 3 and 6); the first reader that fits an object reads it. */
const readers: readonly RowReader[] = [
  { object: /\.FaultMgmt\.(?:HistoryEvent|ExpeditedEvent|QueuedEvent)\.\d+\.$/, read: readEvent },
  { object: /\.FaultMgmt\.CurrentAlarm\.\d+\.$/, read: readCurrent },
  { object: /\.X_00E0FC\.Alarm\.\d+\.$/, read: readPlatformAlarm },
  { object: /\.X_CTC_IPTV_Alarm\.\d+\.$/, read: readTelecomAlarm },
  { object: /\.X_CU_STB\.Alarm\.$/, read: readUnicomAlarm },
  { object: /\.X_(?:CT-COM|CU)_Alarm\.AlarmConfig\.\d+\.$/, read: readWatch },
  { object: /\.X_00E0FC\.ErrorCode\.\d+\.$/, read: readErrorCode },
]

/**
 * The alarms in a set of parameter values, oldest event first and what stands now last, so that they can be taken in
 * order. Values that belong to no alarm are passed over.
 */
export function alarmsIn(values: readonly ParameterValue[]): AlarmReport[] {
  const all = new Map(values.map(({ name, value }) => [name, value]))
  const rows = groupBy(values, ({ name }) => parentOf(name))
  const found = [...rows].flatMap(([path, members]) => {
    const reader = readers.find(({ object }) => object.test(path))
    const leaves = Object.fromEntries(members.map(({ name, value }) => [name.slice(path.length), value]))
    const report = reader?.read(leaves, path, all) ?? null
    return report === null ? [] : [{ rank: reader?.read === readCurrent ? 1 : 0, report }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || (a.rank === 0 ? compareTimes(a.report, b.report) : 0))
    .map(({ report }) => report)
}

function compareTimes(a: AlarmReport, b: AlarmReport): number {
  return timeOf(a.boxTime).localeCompare(timeOf(b.boxTime))
}

function timeOf(text: string): string {
  const time = parseDateTime(text)
  return time.kind === 'time' ? time.iso : text
}

function managed(leaves: Leaves): Omit<AlarmReport, 'kind' | 'severity' | 'boxTime'> {
  const { AlarmIdentifier = '', EventType = '', ProbableCause = '', SpecificProblem = '' } = leaves
  const parameter = leaves.ManagedObjectInstance ?? ''
  const text = [leaves.AdditionalText, leaves.AdditionalInformation].filter(Boolean).join(' · ')
  const key = `faultMgmt:${AlarmIdentifier || `${EventType}|${ProbableCause}|${SpecificProblem}|${parameter}`}`
  return {
    key,
    source: 'faultMgmt',
    type: EventType,
    probableCause: ProbableCause,
    specificProblem: SpecificProblem,
    parameter,
    text,
  }
}

function readCurrent(leaves: Leaves): AlarmReport {
  const severity = readSeverity(leaves.PerceivedSeverity ?? '')
  return {
    ...managed(leaves),
    kind: 'raise',
    severity: severity === 'cleared' ? 'indeterminate' : severity,
    boxTime: leaves.AlarmRaisedTime ?? '',
  }
}

/** Rows that were never written have the unknown time (TR-157 FaultMgmt). */
function readEvent(leaves: Leaves): AlarmReport | null {
  const boxTime = leaves.EventTime ?? ''
  if (parseDateTime(boxTime).kind === 'unknown') return null
  const severity = readSeverity(leaves.PerceivedSeverity ?? '')
  const isCleared = leaves.NotificationType === 'ClearedAlarm' || severity === 'cleared'
  return {
    ...managed(leaves),
    kind: isCleared ? 'clear' : 'raise',
    severity: severity === 'cleared' ? 'indeterminate' : severity,
    boxTime,
  }
}

/** The Huawei platform: a row that is gone some seconds after it was sent; a clear repeats it. */
function readPlatformAlarm(leaves: Leaves, path: string): AlarmReport {
  const { AlarmCode = '', AlarmLocation = '', AlarmRaisedTime = '', AlarmClearedTime = '' } = leaves
  const severity = readSeverity(leaves.PerceivedSeverity ?? '')
  const isCleared = severity === 'cleared' || /[1-9]/.test(AlarmClearedTime)
  return reportOf({
    key: `vendorAlarm:${AlarmCode}|${AlarmLocation}`,
    source: 'vendorAlarm',
    kind: isCleared ? 'clear' : 'raise',
    severity: severity === 'cleared' ? 'indeterminate' : severity,
    specificProblem: AlarmCode,
    parameter: AlarmLocation || path,
    text: leaves.AdditionalInformation ?? '',
    boxTime: isCleared && AlarmClearedTime !== '' ? AlarmClearedTime : AlarmRaisedTime,
  })
}

function readTelecomAlarm(leaves: Leaves, path: string): AlarmReport {
  const { AlarmType = '', AlarmReason = '', AlarmTime = '', AlarmDetail = '' } = leaves
  const severity = readSeverity(leaves.AlarmLevel ?? '')
  return reportOf({
    key: `vendorAlarm:${AlarmType}|${AlarmReason}`,
    source: 'vendorAlarm',
    kind: severity === 'cleared' ? 'clear' : 'raise',
    severity: severity === 'cleared' ? 'indeterminate' : severity,
    type: AlarmType,
    specificProblem: AlarmReason,
    parameter: path,
    text: AlarmDetail,
    boxTime: AlarmTime,
  })
}

/** China Unicom: scalars; without a reason there is no alarm, only its configuration. */
function readUnicomAlarm(leaves: Leaves, path: string): AlarmReport | null {
  const { AlarmReason = '' } = leaves
  if (AlarmReason === '') return null
  const figures = ['PacketsLostRate', 'PacketsLost', 'FramesLost'].filter((name) => leaves[name] !== undefined)
  return reportOf({
    key: `vendorAlarm:${AlarmReason}`,
    source: 'vendorAlarm',
    severity: 'major',
    specificProblem: AlarmReason,
    parameter: path,
    text: figures.map((name) => `${name} = ${leaves[name]}`).join(', '),
  })
}

/** Gateways: a watched parameter that left its limits. The row is its configuration, so an event must come with it. */
function readWatch(leaves: Leaves, path: string, all: ReadonlyMap<string, string>): AlarmReport | null {
  const { ParaList = '' } = leaves
  if (ParaList === '') return null
  const value = all.get(ParaList)
  const limits = `${leaves['Limit-Min'] ?? ''} … ${leaves['Limit-Max'] ?? ''}`
  return reportOf({
    key: `vendorAlarm:${ParaList}`,
    source: 'vendorAlarm',
    severity: 'major',
    type: path,
    parameter: ParaList,
    text: value === undefined ? limits : `${value} (${limits})`,
  })
}

function readErrorCode(leaves: Leaves, path: string): AlarmReport | null {
  const { ErrorCodeValue = '', ErrorCodeTime = '', ErrorDesc = '', ErrorURL = '' } = leaves
  if (ErrorCodeValue === '') return null
  return reportOf({
    key: `errorCode:${ErrorCodeValue}|${ErrorCodeTime}`,
    source: 'errorCode',
    kind: 'note',
    severity: 'warning',
    specificProblem: ErrorCodeValue,
    parameter: path,
    text: [ErrorDesc, ErrorURL].filter((part) => part !== '').join(' · '),
    boxTime: ErrorCodeTime,
  })
}
