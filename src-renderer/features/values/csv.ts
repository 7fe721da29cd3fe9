import { friendlyName } from '#shared/dictionary/index.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'

export interface CsvHeads {
  path: string
  name: string
  value: string
  type: string
  fault: string
}

/** Values and failures as CSV that spreadsheets open as it is: UTF-8 with a mark, CRLF, RFC 4180 quotes. */
export function toCsv(
  heads: CsvHeads,
  values: readonly ParameterValue[],
  failed: readonly ParameterFailure[],
  language: Language,
): string {
  const name = (path: string) => friendlyName(path, language) ?? ''
  const rows = [
    [heads.path, heads.name, heads.value, heads.type, heads.fault],
    ...values.map(({ name: path, value, type }) => [path, name(path), value, type, '']),
    ...failed.map(({ name: path, code, message }) => [path, name(path), '', '', `${code} ${message}`.trim()]),
  ]
  return csvText(rows)
}

/** Rows of cells as CSV that spreadsheets open as it is. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** What comes from a box must not become a formula in the technician's spreadsheet. */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a text to the system's save dialog. */
export function saveText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

/** A name that every file system takes. */
export function fileName(...parts: string[]): string {
  return parts
    .join(' ')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 120)
}
