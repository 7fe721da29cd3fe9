import { toCsv } from '../csv.ts'
import { friendlyName } from '../dictionary/index.ts'
import { isSecret } from '../dictionary/secret.ts'
import type { Language } from '../i18n/index.ts'
import type { ParameterFailure, ParameterValue } from '../model/parameter.ts'

/** What stands above the values of an exported file. */
export interface ExportFacts {
  device: string
  /** ISO 8601. */
  takenAt: string
  /** Without them, secrets are left empty. */
  withSecrets: boolean
}

/** The column heads of `parametersToCsv`; the last one only where failures are told. */
export interface CsvHeads {
  path: string
  name: string
  value: string
  type: string
  fault: string
}

/** Values as a table, with their friendly names; then what could not be read, and why, where that is given. */
export function parametersToCsv(
  values: readonly ParameterValue[],
  heads: CsvHeads,
  language: Language,
  { withSecrets, failed }: Pick<ExportFacts, 'withSecrets'> & { failed?: readonly ParameterFailure[] },
): string {
  const nameOf = (path: string): string => friendlyName(path, language) ?? ''
  const cells = ({ name, value, type }: ParameterValue) => [name, nameOf(name), shown(name, value, withSecrets), type]
  const { path, name, value, type, fault } = heads
  if (!failed) return toCsv([[path, name, value, type], ...values.map(cells)])
  return toCsv([
    [path, name, value, type, fault],
    ...values.map((one) => [...cells(one), '']),
    ...failed.map((one) => [one.name, nameOf(one.name), '', '', `${one.code} ${one.message}`.trim()]),
  ])
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
