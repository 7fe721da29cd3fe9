import { useTranslation } from 'react-i18next'
import { toCsv } from '#shared/csv.ts'
import { friendlyName } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { ProvisionedValue } from '#shared/model/provision.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { outcomeOf } from './outcomes.ts'
import type { BatchRow } from './use-batch.ts'

const columns = [
  'box',
  'serial',
  'result',
  'why',
  'parameter',
  'path',
  'old',
  'value',
  'status',
  'ended',
  'template',
] as const
type Cells = Record<(typeof columns)[number], string>

const covered = '••••••••'

/** The result as CSV in the language of the screen: a line for each value, secrets covered. Times are ISO 8601 in UTC. */
export function useReport(templateName: string): (rows: readonly BatchRow[]) => string {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const devices = useApp((app) => app.devices)
  const language = resolveLanguage(i18n.language)

  function ofBox(row: BatchRow): Cells {
    const device = devices[row.job.deviceId]
    return {
      box: device ? device.modelName || device.productClass : row.job.deviceId,
      serial: device?.serialNumber ?? '',
      result: t(`provision.outcomes.${outcomeOf(row)}`),
      why: row.job.error ? words.error(row.job.error).title : '',
      parameter: '',
      path: '',
      old: '',
      value: '',
      status: '',
      ended: row.job.endedAt ?? '',
      template: templateName,
    }
  }

  function ofValue({ name, old, value, status, code }: ProvisionedValue): Partial<Cells> {
    const shown = (text: string | null) => (text === null || text === '' ? '' : isSecret(name) ? covered : text)
    return {
      parameter: friendlyName(name, language) ?? '',
      path: name,
      old: shown(old),
      value: shown(value),
      status: `${t(`provision.valueStatus.${status}`)}${code ? ` ${code}` : ''}`,
    }
  }

  return (rows) =>
    toCsv([
      columns.map((column) => t(`provision.csv.${column}`)),
      ...rows.flatMap((row) => {
        const box = ofBox(row)
        const values = row.result?.values ?? []
        const lines = values.length === 0 ? [box] : values.map((value) => ({ ...box, ...ofValue(value) }))
        return lines.map((line) => columns.map((column) => line[column]))
      }),
    ])
}
