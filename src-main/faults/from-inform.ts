import { type NormalEvent, normaliseEvent } from '#shared/cwmp/events.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { Inform } from '../cwmp/codec/messages.ts'
import { alarmsIn } from './alarm-rows.ts'
import { type AlarmReport, reportOf } from './report.ts'
import { watchedAt } from './watched.ts'

/**
 * What an Inform tells of troubles: rows of alarms, events of vendors, and watched parameters that changed. Alarm rows of
 * set-top boxes exist for seconds only, so this is where they are taken.
 */
export function alarmsFromInform({ events, parameters }: Inform): AlarmReport[] {
  const normal = events.map(({ code }) => normaliseEvent(code))
  const raws = events.map(({ code }) => code)
  const alarmEvents = normal.flatMap((event, index) => (isAlarm(event) ? [raws[index] ?? ''] : []))
  const isClear = normal.some((event) => event.kind === 'vendor' && /clear_?alarm/i.test(event.text))
  const rows = alarmsIn(parameters).filter(({ type }) => alarmEvents.length > 0 || !isConfiguration(type))
  const told = rows.map((report) =>
    isClear && report.kind === 'raise' ? { ...report, kind: 'clear' as const } : report,
  )
  const bare = told.length === 0 && alarmEvents.length > 0 ? [bareAlarm(alarmEvents[0] ?? '', parameters, isClear)] : []
  const notes = normal.flatMap((event, index) => noteOf(event, raws[index] ?? '', parameters))
  const isChange = normal.some((event) => event.kind === 'standard' && event.number === 4)
  return [...told, ...bare, ...notes, ...(isChange ? parameters.flatMap(changeOf) : [])]
}

function isAlarm(event: NormalEvent): boolean {
  return event.kind === 'vendor' && /alarm$/i.test(event.text)
}

/** The rows of a gateway are its settings, and no news without an event. */
function isConfiguration(type: string): boolean {
  return /\.AlarmConfig\.\d+\.$/.test(type)
}

/** An alarm event that brings no row: the parameters beside the usual ones are all there is to say. */
function bareAlarm(event: string, parameters: readonly ParameterValue[], isClear: boolean): AlarmReport {
  const told = parameters.filter(({ name }) => !isInEveryInform(name))
  return reportOf({
    key: `vendorEvent:${event.toUpperCase().replace(/[\s_]|CLEAR/g, '')}`,
    source: 'vendorEvent',
    kind: isClear ? 'clear' : 'raise',
    severity: 'major',
    type: event,
    parameter: told[0]?.name ?? '',
    text: wordsOf(told),
  })
}

/** Events that are no alarm and yet worth knowing (spec 05 section 7). */
const notable = /^(?:shut_?down|accountchange|adminpasswordchange|dslmodechange)$/i

function noteOf(event: NormalEvent, raw: string, parameters: readonly ParameterValue[]): AlarmReport[] {
  if (event.kind !== 'vendor' || !notable.test(event.text)) return []
  const told = parameters.filter(({ name }) => !isInEveryInform(name))
  return [reportOf({ key: `vendorEvent:${raw}`, source: 'vendorEvent', kind: 'note', type: raw, text: wordsOf(told) })]
}

function changeOf({ name, value }: ParameterValue): AlarmReport[] {
  const watched = watchedAt(name)
  if (watched === undefined) return []
  const kind = watched.good.test(value.trim()) ? 'clear' : 'raise'
  const { severity } = watched
  return [reportOf({ key: `valueChange:${name}`, source: 'valueChange', kind, severity, parameter: name, text: value })]
}

const usual =
  /\.(?:DeviceSummary|RootDataModelVersion|DeviceInfo\.[A-Za-z]+|ManagementServer\.[A-Za-z]+|LAN\.(?:IPAddress|MACAddress)|ExternalIPAddress|STBID|ServiceInfo\.UserID)$/

/** Parameters that stand in Informs of any kind (spec 02 section 2.2, and what set-top boxes add). */
function isInEveryInform(name: string): boolean {
  return usual.test(name)
}

const maxTold = 20

function wordsOf(parameters: readonly ParameterValue[]): string {
  return parameters
    .slice(0, maxTold)
    .map(({ name, value }) => `${name} = ${value}`)
    .join(', ')
    .slice(0, 2000)
}
