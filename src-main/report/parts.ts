import { dictionaries, type Language } from '#shared/i18n/index.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import type { Device } from '#shared/model/device.ts'
import type { DiagnosticResult, Verdict } from '#shared/model/diagnose.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { judgeMetric } from '../monitor/limits.ts'
import { measure } from '../monitor/measure.ts'
import { type Cell, type CellLook, table, timeIn } from './page.ts'

/** What a box is, as far as it is known. */
export function deviceFacts(language: Language, device: Device | null): [name: string, value: string][] {
  const { report } = dictionaries[language].collect
  return [
    [report.model, device?.modelName || (device?.productClass ?? '')],
    [report.manufacturer, device ? `${device.manufacturer} (${device.oui})` : ''],
    [report.serialNumber, device?.serialNumber ?? ''],
    [report.software, device?.softwareVersion ?? ''],
    [report.hardware, device?.hardwareVersion ?? ''],
    [report.address, device?.address ?? ''],
    [report.note, device?.note ?? ''],
  ]
}

/** The alarms of a box, or the word that there are none. */
export function alarmTable(language: Language, alarms: readonly Alarm[]): string {
  const { collect, alarms: texts } = dictionaries[language]
  const { report } = collect
  if (alarms.length === 0) return `<p>${report.noAlarms}</p>`
  return table(
    [report.severity, report.raisedAt, report.clearedAt, report.problem, report.parameter, report.text],
    alarms.map((alarm) => [
      texts.severities[alarm.severity],
      timeIn(language, alarm.raisedAt),
      alarm.clearedAt === null ? { text: texts.standing, look: 'bad' } : timeIn(language, alarm.clearedAt),
      [alarm.type, alarm.probableCause, alarm.specificProblem].filter((part) => part !== '').join(' · '),
      { text: alarm.parameter, look: 'mono' },
      alarm.text,
    ]),
  )
}

const looks: Record<Verdict, CellLook> = { good: 'good', warning: 'warning', bad: 'bad', none: 'soft' }

/** The tests of a diagnose job: each figure with its verdict. */
export function testTable(language: Language, results: readonly DiagnosticResult[]): string {
  const { diagnose, report } = dictionaries[language]
  const rows = results.flatMap(({ test, status, state, metrics }): Cell[][] => {
    const kind = diagnose.kinds[test.kind]
    if (metrics.length === 0) return [[kind, diagnose.statuses[status], state, '']]
    return metrics.map(({ name, value, verdict }) => [
      kind,
      own(diagnose.metrics, name) ?? name,
      String(value),
      { text: diagnose.verdicts[verdict], look: looks[verdict] },
    ])
  })
  return table([report.test, report.figure, report.value, report.verdict], rows)
}

/** How the box stood when its parameters were read: what monitoring would draw of one sample. */
export function stateTable(language: Language, values: readonly ParameterValue[]): string {
  const { diagnose, monitor, report } = dictionaries[language]
  const figures = measure(values, Date.now(), new Map())
  const nameOf = (name: string): string => {
    const [metric = '', instance] = name.split(' ')
    const [group = '', part = ''] = metric.split('.')
    const words = (monitor.metrics as Readonly<Record<string, string | Readonly<Record<string, string>>>>)[group]
    const word = typeof words === 'object' ? own(words, part) : words
    return [word ?? metric, instance].filter(Boolean).join(' ')
  }
  const rows = [
    ...Object.entries(figures.texts).map(([name, text]): Cell[] => [nameOf(name), text, '']),
    ...figures.values.map(({ name, metric, value, unit }): Cell[] => {
      const verdict = judgeMetric(name, metric, value, {})
      return [
        nameOf(name),
        `${value} ${unit}`,
        verdict === 'none' ? '' : { text: diagnose.verdicts[verdict], look: looks[verdict] },
      ]
    }),
  ]
  return rows.length === 0 ? '' : table([report.figure, report.value, report.verdict], rows)
}

function own(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
