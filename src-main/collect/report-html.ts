import { dictionaries, type Language, languages } from '#shared/i18n/index.ts'
import { wordError } from '#shared/i18n/word-error.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import type { CollectResult, EvidenceFile, MaskChoice } from '#shared/model/collect.ts'
import type { Device } from '#shared/model/device.ts'
import { DiagnoseResult } from '#shared/model/diagnose.ts'
import type { Job } from '#shared/model/job.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { escaped, facts, heading, reportPage, table, timeIn } from '../report/page.ts'
import { alarmTable, deviceFacts, stateTable, testTable } from '../report/parts.ts'

export interface EvidenceReport {
  job: Job
  result: CollectResult
  device: Device | null
  alarms: readonly Alarm[]
  /** Finished diagnose jobs, newest first. */
  diagnostics: readonly Job[]
  files: readonly EvidenceFile[]
  /** The box's parameters, as they were read. */
  values: readonly ParameterValue[]
  mask: MaskChoice
  version: string
  /** Shown first. */
  language: Language
}

const shownDiagnostics = 5

/** What second line reads first: the box, its alarms and tests, then what was collected, in both languages. */
export function reportHtml(report: EvidenceReport): string {
  const { device, job, language } = report
  return reportPage({
    title: `FieldACS – ${device ? `${device.modelName} ${device.serialNumber}` : job.deviceId}`,
    languages: [language, ...languages.filter((other) => other !== language)],
    bodyIn: (one) => bodyIn(one, report),
  })
}

function bodyIn(language: Language, evidence: EvidenceReport): string {
  const { job, result, device, alarms, diagnostics, files, values, mask, version } = evidence
  const { collect, report: words } = dictionaries[language]
  const { report, items, statuses } = collect
  const yesNo = (value: boolean) => (value ? report.masked : report.shown)
  const itemRows = result.items.map((item) => [
    items[item.kind],
    { text: item.detail, look: 'mono' as const },
    statuses[item.status],
    item.count === null ? (item.bytes === 0 ? '' : `${item.bytes} B`) : String(item.count),
    item.error ? wordError(item.error, language).message : '',
  ])
  const tests = diagnostics.slice(0, shownDiagnostics).flatMap((one) => {
    const results = DiagnoseResult.safeParse(one.result).data?.results ?? []
    return results.length === 0 ? [] : [heading(3, timeIn(language, one.createdAt)), testTable(language, results)]
  })
  const state = stateTable(language, values)
  return [
    heading(1, report.title),
    facts([
      ...deviceFacts(language, device),
      [report.collectedAt, timeIn(language, result.startedAt)],
      [report.job, job.id],
      [report.app, `FieldACS ${version}`],
      [
        report.masking,
        `${report.passwords}: ${yesNo(mask.passwords)} · ${report.accounts}: ${yesNo(mask.accounts)} · ${report.keys}: ${yesNo(mask.keys)}`,
      ],
    ]),
    heading(2, report.alarms),
    alarmTable(language, alarms),
    ...(tests.length > 0 ? [heading(2, words.diagnostics), ...tests] : []),
    ...(state === '' ? [] : [heading(2, words.state), state]),
    heading(2, report.items),
    table([report.item, report.detail, report.status, report.amount, report.reason], itemRows),
    heading(2, report.files),
    table(
      [report.name, report.size, 'SHA-256'],
      files.map((file) => [file.name, `${file.sizeBytes} B`, { text: file.sha256, look: 'mono' as const }]),
    ),
    `<p>${escaped(report.hashesAreOriginal)}</p>`,
  ].join('\n')
}
