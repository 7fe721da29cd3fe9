import { useTranslation } from 'react-i18next'
import { toCsv } from '#shared/csv.ts'
import type { BatchRow, FirmwareBatch } from '#shared/model/firmware-push.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { outcomeOf } from './outcomes.ts'
import { usePushWords } from './use-push-words.ts'

const columns = [
  'box',
  'serial',
  'from',
  'to',
  'result',
  'fault',
  'why',
  'override',
  'attempts',
  'begun',
  'ended',
  'bytes',
  'file',
  'sha256',
] as const

/** The report of a batch as CSV, in the language of the screen. Times are ISO 8601 in UTC. */
export function useReport({ fileName, firmwareId }: FirmwareBatch): (rows: readonly BatchRow[]) => string {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const words = usePushWords()
  const { error: wordError } = useWords()

  function cells(row: BatchRow): Record<(typeof columns)[number], string> {
    const device = devices[row.deviceId]
    const outcome = outcomeOf(row)
    return {
      box: device ? device.modelName || device.productClass : row.deviceId,
      serial: device?.serialNumber ?? '',
      from: row.from,
      to: row.to,
      result: t(`firmware.push.counts.${outcome}`),
      fault: row.fault === null ? '' : String(row.fault),
      why: row.explanation ? words.explanation(row.explanation) : row.error ? wordError(row.error).title : '',
      override: row.overrideReason,
      attempts: String(row.attempts),
      begun: row.createdAt,
      ended: row.endedAt ?? '',
      bytes: String(row.bytes),
      file: fileName,
      // The library names files by their hash.
      sha256: firmwareId,
    }
  }

  return (rows) => toCsv([columns.map((column) => t(`firmware.csv.${column}`)), ...rows.map(cells).map(inOrder)])
}

function inOrder(row: Record<(typeof columns)[number], string>): string[] {
  return columns.map((column) => row[column])
}
