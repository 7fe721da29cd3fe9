import { friendlyName } from '../dictionary/index.ts'
import { isSecret } from '../dictionary/secret.ts'
import type { Language } from '../i18n/index.ts'
import type { ParameterValue } from '../model/parameter.ts'

/** What stands above the values of an exported file. */
export interface ExportFacts {
  device: string
  /** ISO 8601. */
  takenAt: string
  /** Without them, secrets are left empty. */
  withSecrets: boolean
}

/** Rows as CSV that spreadsheets open as it is: UTF-8 with a mark, CRLF, RFC 4180 quotes, nothing taken for a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

/** One cell of CSV. What comes from a box must not become a formula in the technician's spreadsheet. */
export function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The column heads of `parametersToCsv`. */
export interface CsvHeads {
  path: string
  name: string
  value: string
  type: string
}

/** Values as a table, with their friendly names. */
export function parametersToCsv(
  values: readonly ParameterValue[],
  heads: CsvHeads,
  language: Language,
  facts: Pick<ExportFacts, 'withSecrets'>,
): string {
  const rows = values.map(({ name, value, type }) => [
    name,
    friendlyName(name, language) ?? '',
    shown(name, value, facts.withSecrets),
    type,
  ])
  return toCsv([[heads.path, heads.name, heads.value, heads.type], ...rows])
}

/** Values as XML. */
export function parametersToXml(
  values: readonly ParameterValue[],
  { device, takenAt, withSecrets }: ExportFacts,
): string {
  const lines = values.map(
    ({ name, value, type }) =>
      `  <parameter name="${xmlText(name)}" type="${xmlText(type)}">${xmlText(shown(name, value, withSecrets))}</parameter>\n`,
  )
  const head = `<parameters device="${xmlText(device)}" takenAt="${xmlText(takenAt)}">`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${lines.join('')}</parameters>\n`
}

/** Values as JSON. */
export function parametersToJson(
  values: readonly ParameterValue[],
  { device, takenAt, withSecrets }: ExportFacts,
): string {
  const parameters = values.map(({ name, value, type }) => ({ name, value: shown(name, value, withSecrets), type }))
  return `${JSON.stringify({ format: 'fieldacs.parameters', version: 1, device, takenAt, parameters }, null, 2)}\n`
}

function shown(name: string, value: string, withSecrets: boolean): string {
  return withSecrets || !isSecret(name) ? value : ''
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters, non-characters, and halves of characters. */
const unwritable =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text for XML; what XML 1.0 cannot hold at all becomes U+FFFD, line ends stay what they are. */
function xmlText(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
