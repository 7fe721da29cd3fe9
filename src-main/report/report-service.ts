import { AppError } from '#shared/errors.ts'
import { type Language, languages } from '#shared/i18n/index.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import type { MaskChoice } from '#shared/model/collect.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { ReportInput, ReportSaved, ReportSubject } from '#shared/model/report.ts'
import type { Session } from '#shared/model/session.ts'
import { kindOfParameter, knownSecretsOf, Redactor } from '../collect/redact.ts'
import { mask as maskText } from '../util/secret-names.ts'
import { writeAtomically } from '../util/write-atomically.ts'
import { entryOf, type ReportChange, type ReportEntry } from './report-entry.ts'
import { type VisitReport, visitCsv, visitHtml } from './visit-report.ts'

/** Prints a page; there where a browser is. */
export type PrintPdf = (html: string) => Promise<Uint8Array>

export interface ReportServiceDeps {
  /** Throws JOB_NOT_FOUND. */
  jobOf: (id: string) => Job
  jobsOf: (deviceId: string, limit: number) => Job[]
  deviceOf: (id: string) => Device | undefined
  alarmsOf: (deviceId: string) => Alarm[]
  sessionsOf: (deviceId: string, limit: number) => Session[]
  printPdf: PrintPdf | null
  version: string
}

const mostJobs = 500
const mostSessions = 200

/** Writes what was done, and proven, as a report for the customer's file. */
export class ReportService {
  readonly #deps: ReportServiceDeps

  constructor(deps: ReportServiceDeps) {
    this.#deps = deps
  }

  /** Throws JOB_NOT_FOUND, DEVICE_NOT_FOUND, PDF_NOT_HERE, DISK_FULL, FILE_NOT_WRITABLE. */
  async save({ subject, format, language, visit, mask, path }: ReportInput): Promise<ReportSaved> {
    const gathered = this.#gather(subject)
    const { entries, redactor } = masked(gathered.entries, mask)
    const report: VisitReport = {
      ...gathered,
      entries,
      visit,
      version: this.#deps.version,
      madeAt: new Date().toISOString(),
    }
    const content = await this.#contentOf(report, format, language, redactor)
    const sizeBytes = await writeAtomically(path, (append) => append(content))
    return { path, sizeBytes, jobs: entries.length }
  }

  async #contentOf(
    report: VisitReport,
    format: ReportInput['format'],
    language: Language,
    redactor: Redactor,
  ): Promise<string | Uint8Array> {
    switch (format) {
      case 'csv':
        return redactor.known([...visitCsv(report, language)].join(''))
      case 'html':
        return redactor.known(visitHtml(report, [language, ...languages.filter((other) => other !== language)]))
      case 'pdf': {
        const { printPdf } = this.#deps
        if (!printPdf) throw new AppError('PDF_NOT_HERE')
        return await printPdf(redactor.known(visitHtml(report, [language])))
      }
    }
  }

  #gather(subject: ReportSubject): Pick<VisitReport, 'device' | 'deviceId' | 'entries' | 'alarms' | 'sessions'> {
    const { jobOf, jobsOf, deviceOf, alarmsOf, sessionsOf } = this.#deps
    if ('jobId' in subject) {
      const job = jobOf(subject.jobId)
      const { deviceId } = job
      return { device: deviceOf(deviceId) ?? null, deviceId, entries: [entryOf(job)], alarms: null, sessions: null }
    }
    const { deviceId, from = '', to = '9999' } = subject
    const device = deviceOf(deviceId)
    if (!device) throw new AppError('DEVICE_NOT_FOUND', { id: deviceId })
    const within = (at: string) => at >= from && at <= to
    const jobs = jobsOf(deviceId, mostJobs).filter(({ state, createdAt }) => isFinal(state) && within(createdAt))
    return {
      device,
      deviceId,
      entries: jobs.reverse().map(entryOf),
      alarms: alarmsOf(deviceId).filter(({ raisedAt, clearedAt }) => within(raisedAt) || clearedAt === null),
      sessions: sessionsOf(deviceId, mostSessions)
        .filter(({ startedAt }) => within(startedAt))
        .reverse(),
    }
  }
}

/** Secrets go by the names of their parameters, and then wherever they stand. */
function masked(entries: readonly ReportEntry[], mask: MaskChoice): { entries: ReportEntry[]; redactor: Redactor } {
  const values = entries.flatMap(({ changes }) =>
    changes.flatMap(({ name, old, value }) => [
      { name, value, type: 'string' },
      { name, value: old ?? '', type: 'string' },
    ]),
  )
  const hide = (change: ReportChange): ReportChange => {
    const kind = kindOfParameter(change.name)
    if (kind === null || !mask[kind]) return change
    const hidden = (text: string) => (text === '' ? text : maskText)
    return { ...change, old: change.old === null ? null : hidden(change.old), value: hidden(change.value) }
  }
  return {
    entries: entries.map((entry) => ({ ...entry, changes: entry.changes.map(hide) })),
    redactor: new Redactor(mask, knownSecretsOf(values)),
  }
}
