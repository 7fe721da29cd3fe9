import { dictionaries, type Language, languageNames, languages } from '#shared/i18n/index.ts'
import { wordError } from '#shared/i18n/word-error.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import type { CollectResult, EvidenceFile, MaskChoice } from '#shared/model/collect.ts'
import type { Device } from '#shared/model/device.ts'
import type { Job } from '#shared/model/job.ts'

export interface EvidenceReport {
  job: Job
  result: CollectResult
  device: Device | null
  alarms: readonly Alarm[]
  files: readonly EvidenceFile[]
  mask: MaskChoice
  version: string
}

/** One self-contained page in both languages, switched by a button of pure CSS: no script, no network. */
export function reportHtml(report: EvidenceReport): string {
  const title = report.device ? `${report.device.modelName} ${report.device.serialNumber}` : report.job.deviceId
  const choices = languages
    .map(
      (language, index) =>
        `<input type="radio" name="language" id="${language}"${index === 0 ? ' checked' : ''}><label for="${language}">${languageNames[language]}</label>`,
    )
    .join('')
  const bodies = languages
    .map((language) => `<main lang="${language}" class="${language}">${bodyIn(language, report)}</main>`)
    .join('\n')
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>FieldACS – ${escaped(title)}</title><style>${style}</style></head>
<body><nav>${choices}</nav>
${bodies}
</body></html>
`
}

const style = `
body{font:14px/1.5 system-ui,"Microsoft YaHei",sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:.5em 0 2em}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f2f2f2}h1{font-size:1.6em}h2{font-size:1.2em;border-bottom:2px solid #ddd}nav label{margin-right:1em}code{font-size:.9em}
${languages.map((language) => `body:has(#${language}:not(:checked)) .${language}{display:none}`).join('\n')}
@media print{nav{display:none}}`

function bodyIn(language: Language, { job, result, device, alarms, files, mask, version }: EvidenceReport): string {
  const { collect } = dictionaries[language]
  const { report, items, statuses } = collect
  const yesNo = (value: boolean) => (value ? report.masked : report.shown)
  const facts: [string, string][] = [
    [report.model, device?.modelName ?? ''],
    [report.manufacturer, device ? `${device.manufacturer} (${device.oui})` : ''],
    [report.serialNumber, device?.serialNumber ?? ''],
    [report.software, device?.softwareVersion ?? ''],
    [report.hardware, device?.hardwareVersion ?? ''],
    [report.address, device?.address ?? ''],
    [report.note, device?.note ?? ''],
    [report.collectedAt, result.startedAt],
    [report.job, job.id],
    [report.app, `FieldACS ${version}`],
    [
      report.masking,
      `${report.passwords}: ${yesNo(mask.passwords)} · ${report.accounts}: ${yesNo(mask.accounts)} · ${report.keys}: ${yesNo(mask.keys)}`,
    ],
  ]
  const itemRows = result.items.map((item) => [
    items[item.kind],
    item.detail,
    statuses[item.status],
    item.count === null ? (item.bytes === 0 ? '' : `${item.bytes} B`) : String(item.count),
    item.error ? wordError(item.error, language).message : '',
  ])
  const alarmRows = alarms.map((alarm) => [
    dictionaries[language].alarms.severities[alarm.severity],
    alarm.raisedAt,
    alarm.clearedAt ?? dictionaries[language].alarms.standing,
    [alarm.type, alarm.probableCause, alarm.specificProblem].filter((part) => part !== '').join(' · '),
    alarm.parameter,
    alarm.text,
  ])
  return [
    `<h1>${escaped(report.title)}</h1>`,
    table(
      [],
      facts.filter(([, value]) => value !== ''),
    ),
    `<h2>${escaped(report.items)}</h2>`,
    table([report.item, report.detail, report.status, report.amount, report.reason], itemRows),
    `<h2>${escaped(report.alarms)}</h2>`,
    alarmRows.length === 0
      ? `<p>${escaped(report.noAlarms)}</p>`
      : table(
          [report.severity, report.raisedAt, report.clearedAt, report.problem, report.parameter, report.text],
          alarmRows,
        ),
    `<h2>${escaped(report.files)}</h2>`,
    table(
      [report.name, report.size, 'SHA-256'],
      files.map((file) => [file.name, `${file.sizeBytes} B`, file.sha256]),
    ),
    `<p>${escaped(report.hashesAreOriginal)}</p>`,
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) => row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')
  const heading = head.length === 0 ? '' : `<thead><tr>${cells('th', head)}</tr></thead>`
  return `<table>${heading}<tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</tbody></table>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
