import { csvRow } from '#shared/csv.ts'
import { friendlyName } from '#shared/dictionary/index.ts'
import { dictionaries, type Language } from '#shared/i18n/index.ts'
import { wordError } from '#shared/i18n/word-error.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import type { Device } from '#shared/model/device.ts'
import type { ReportVisit } from '#shared/model/report.ts'
import type { Session } from '#shared/model/session.ts'
import { type Cell, type CellLook, escaped, facts, heading, reportPage, table, timeIn } from './page.ts'
import { alarmTable, deviceFacts, testTable } from './parts.ts'
import type { ReportChange, ReportEntry } from './report-entry.ts'

/** All that a report of a job or a visit is made of. */
export interface VisitReport {
  visit: ReportVisit
  device: Device | null
  deviceId: string
  /** Oldest first. */
  entries: readonly ReportEntry[]
  /** null where the report is of one job. */
  alarms: readonly Alarm[] | null
  sessions: readonly Session[] | null
  version: string
  madeAt: string
}

/** The report as one page that prints, in the given languages. */
export function visitHtml(report: VisitReport, languages: readonly Language[]): string {
  const [first = 'en'] = languages
  const subject = report.device?.serialNumber || report.deviceId
  return reportPage({
    title: `FieldACS – ${dictionaries[first].report.title} – ${subject}`,
    languages,
    bodyIn: (language) => bodyIn(language, report),
  })
}

function bodyIn(
  language: Language,
  { visit, device, deviceId, entries, alarms, sessions, version, madeAt }: VisitReport,
) {
  const { report, collect } = dictionaries[language]
  return [
    heading(1, report.title),
    facts([
      [report.customer, visit.customer],
      [report.site, visit.site],
      [report.order, visit.order],
      [report.technician, visit.technician],
      [report.remark, visit.remark],
      [report.madeAt, timeIn(language, madeAt)],
      [report.app, `FieldACS ${version}`],
    ]),
    heading(2, report.device),
    facts(device ? deviceFacts(language, device) : [[collect.report.serialNumber, deviceId]]),
    heading(2, report.done),
    entries.length === 0 ? `<p>${escaped(report.nothing)}</p>` : summary(language, entries),
    ...entries.map((entry) => detail(language, entry)),
    ...(alarms === null ? [] : [heading(2, collect.report.alarms), alarmTable(language, alarms)]),
    ...(sessions === null || sessions.length === 0
      ? []
      : [heading(2, report.sessions), sessionTable(language, sessions)]),
    `<div class="sign"><span>${escaped(report.signTechnician)}</span><span>${escaped(report.signCustomer)}</span></div>`,
  ].join('\n')
}

function summary(language: Language, entries: readonly ReportEntry[]): string {
  const { report } = dictionaries[language]
  return table(
    [report.time, report.job, report.outcome, report.duration],
    entries.map(({ job }) => [
      timeIn(language, job.createdAt),
      kindIn(language, job.kind),
      { text: stateIn(language, job.state), look: stateLook(job.state) },
      job.endedAt === null ? '' : `${Math.round((Date.parse(job.endedAt) - Date.parse(job.createdAt)) / 1000)} s`,
    ]),
  )
}

/** Empty where a job has nothing to show beyond its line in the summary. */
function detail(language: Language, { job, changes, facts: own, tests, items }: ReportEntry): string {
  const { report, collect } = dictionaries[language]
  const parts = [
    job.error ? `<p class="bad">${escaped(wordError(job.error, language).message)}</p>` : '',
    own.length > 0 ? facts(own.map(({ key, value }) => [report.facts[key], value])) : '',
    changes.length > 0 ? changeTable(language, changes) : '',
    tests.length > 0 ? testTable(language, tests) : '',
    items.length > 0
      ? table(
          [collect.report.item, collect.report.detail, collect.report.status],
          items.map((item) => [
            collect.items[item.kind],
            { text: item.detail, look: 'mono' },
            collect.statuses[item.status],
          ]),
        )
      : '',
  ].filter((part) => part !== '')
  if (parts.length === 0) return ''
  return [heading(3, `${kindIn(language, job.kind)} · ${timeIn(language, job.createdAt)}`), ...parts].join('\n')
}

const outcomeLooks: Record<ReportChange['outcome'], CellLook> = {
  verified: 'good',
  accepted: 'good',
  different: 'warning',
  failed: 'bad',
  unchanged: 'soft',
  planned: 'soft',
  read: 'soft',
}

function changeTable(language: Language, changes: readonly ReportChange[]): string {
  const { report } = dictionaries[language]
  const isRead = changes.every(({ outcome }) => outcome === 'read')
  const rows = changes.map(({ name, old, value, outcome }): Cell[] => {
    const words: Cell[] = [friendlyName(name, language) ?? '', { text: name, look: 'mono' }]
    if (isRead) return [...words, value]
    return [...words, old ?? '–', value, { text: report.outcomes[outcome], look: outcomeLooks[outcome] }]
  })
  const head = [report.parameter, report.path]
  return table(isRead ? [...head, report.value] : [...head, report.before, report.after, report.outcome], rows)
}

function sessionTable(language: Language, sessions: readonly Session[]): string {
  const { report, states } = dictionaries[language]
  return table(
    [report.time, report.events, report.outcome, report.messages],
    sessions.map(({ startedAt, events, outcome, messageCount }) => [
      timeIn(language, startedAt),
      events.join(', '),
      states.session[outcome],
      String(messageCount),
    ]),
  )
}

function kindIn(language: Language, kind: string): string {
  const kinds: Readonly<Record<string, string>> = dictionaries[language].states.jobKind
  return kinds[kind] ?? kind
}

function stateIn(language: Language, state: ReportEntry['job']['state']): string {
  return dictionaries[language].states.job[state]
}

function stateLook(state: ReportEntry['job']['state']): CellLook {
  return state === 'succeeded' ? 'good' : state === 'failed' || state === 'interrupted' ? 'bad' : 'soft'
}

/** The report as CSV: a line for each value, figure and fact; times are ISO 8601 in UTC. */
export function* visitCsv({ visit, device, deviceId, entries }: VisitReport, language: Language): Generator<string> {
  const { report, collect, diagnose } = dictionaries[language]
  const metrics: Readonly<Record<string, string>> = diagnose.metrics
  yield `\ufeff${csvRow([report.time, report.order, report.customer, collect.report.serialNumber, report.job, report.jobState, report.name, report.before, report.after, report.outcome])}`
  const serial = device?.serialNumber || deviceId
  for (const { job, changes, facts: own, tests, items } of entries) {
    const line = (name: string, before: string, after: string, outcome: string) =>
      csvRow([
        job.createdAt,
        visit.order,
        visit.customer,
        serial,
        kindIn(language, job.kind),
        stateIn(language, job.state),
        name,
        before,
        after,
        outcome,
      ])
    const rows = [
      ...changes.map(({ name, old, value, outcome }) => line(name, old ?? '', value, report.outcomes[outcome])),
      ...own.map(({ key, value }) => line(report.facts[key], '', value, '')),
      ...tests.flatMap(({ test, metrics: figures }) =>
        figures.map(({ name, value, verdict }) =>
          line(
            `${diagnose.kinds[test.kind]} · ${metrics[name] ?? name}`,
            '',
            String(value),
            diagnose.verdicts[verdict],
          ),
        ),
      ),
      ...items.map(({ kind, detail: own, status }) =>
        line(`${collect.items[kind]} ${own}`.trim(), '', '', collect.statuses[status]),
      ),
    ]
    yield* rows
    if (rows.length === 0 || job.error) yield line('', '', '', job.error ? wordError(job.error, language).message : '')
  }
}
