import type { Device } from '../model/device.ts'
import type { ParameterValue } from '../model/parameter.ts'
import type { Label, TemplateVariable } from '../model/template.ts'
import { validateValue } from '../parameters/validate.ts'
import { ruleOfVariable } from '../templates/variables.ts'

/** One box of a list: how it is known, and its values. */
export interface ListedBox {
  /** Line in the text, from 1. */
  line: number
  /** Serial number, STBID or MAC, as it was written. */
  key: string
  values: Record<string, string>
}

/** Why a line cannot be used; worded under `deviceList.errors.<code>`. */
export interface ListError {
  line: number
  code: 'noKey' | 'keyTwice' | 'unknownColumn' | 'tooManyCells' | 'valueMissing' | 'valueInvalid' | 'openQuote'
  params: Record<string, string | number>
}

export interface DeviceList {
  boxes: ListedBox[]
  errors: ListError[]
}

/** Heads that name the column of the box, in any case. */
const keyHeads = new Set([
  'serial',
  'serialnumber',
  'serial number',
  'sn',
  's/n',
  'stbid',
  'mac',
  '序列号',
  '设备序列号',
  '机顶盒序列号',
  'mac地址',
])

/**
 * Reads a list of boxes: CSV as spreadsheets save it (commas, semicolons or tabs, with a line of heads), or the lines that
 * a barcode scanner types, one serial number each. Columns are named after the template's variables or their labels. A
 * bad line is told and costs no other one.
 */
export function parseDeviceList(text: string, variables: readonly TemplateVariable[]): DeviceList {
  const { rows, errors } = splitCsv(text.replace(/^\uFEFF/, ''))
  const [first] = rows
  if (!first) return { boxes: [], errors }
  const hasHeads = first.cells.some((cell) => keyHeads.has(cell.trim().toLowerCase()))
  const columns = hasHeads ? headsOf(first, variables, errors) : ['key', ...variables.map(({ name }) => name)]
  const boxes: ListedBox[] = []
  const seen = new Map<string, number>()
  for (const row of hasHeads ? rows.slice(1) : rows) {
    const box = boxOf(row, columns, errors)
    if (!box) continue
    const known = seen.get(box.key.toLowerCase())
    if (known !== undefined) errors.push({ line: row.line, code: 'keyTwice', params: { key: box.key, first: known } })
    else {
      seen.set(box.key.toLowerCase(), row.line)
      const wrong = checkValues(box, variables, hasHeads)
      if (wrong.length > 0) errors.push(...wrong)
      else boxes.push(box)
    }
  }
  return { boxes, errors: errors.sort((a, b) => a.line - b.line) }
}

interface Row {
  line: number
  cells: string[]
}

function headsOf({ cells, line }: Row, variables: readonly TemplateVariable[], errors: ListError[]): string[] {
  return cells.map((cell) => {
    const head = cell.trim().toLowerCase()
    if (keyHeads.has(head)) return 'key'
    const variable = variables.find(({ name, label }) => name.toLowerCase() === head || labelsOf(label).includes(head))
    if (!variable && head !== '') errors.push({ line, code: 'unknownColumn', params: { column: cell.trim() } })
    return variable?.name ?? ''
  })
}

function labelsOf(label: Label): string[] {
  return (typeof label === 'string' ? [label] : Object.values(label)).map((text) => text.toLowerCase())
}

function boxOf({ line, cells }: Row, columns: readonly string[], errors: ListError[]): ListedBox | null {
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  if (extra) errors.push({ line, code: 'tooManyCells', params: { count: cells.length, columns: columns.length } })
  const key = scannedKey(cells[columns.indexOf('key')] ?? '')
  if (key === '') errors.push({ line, code: 'noKey', params: {} })
  if (extra || key === '') return null
  const values: Record<string, string> = {}
  for (const [index, name] of columns.entries()) {
    const value = (cells[index] ?? '').trim()
    if (name !== 'key' && name !== '' && value !== '') values[name] = value
  }
  return { line, key, values }
}

/** What a scanner or a label puts around a serial number: `SN:`, `S/N `, quotes, the `'` that keeps a spreadsheet's zeros. */
export function scannedKey(text: string): string {
  return text
    .trim()
    .replace(/^(?:s\/?n|sn|stbid|mac|序列号)\s*[:：=]?\s*/i, (prefix) => (/[:：=\s]$/.test(prefix) ? '' : prefix))
    .replace(/^['"*]+|['"*]+$/g, '')
    .trim()
}

/** Where there are heads, a required value may stand in its own column only; without, the form may give it for all. */
function checkValues(box: ListedBox, variables: readonly TemplateVariable[], hasHeads: boolean): ListError[] {
  return variables.flatMap((variable): ListError[] => {
    const { line } = box
    const text = box.values[variable.name]
    if (text === undefined) {
      const isMissing = hasHeads && variable.required && variable.default === ''
      return isMissing ? [{ line, code: 'valueMissing', params: { variable: variable.name } }] : []
    }
    const checked = validateValue(ruleOfVariable(variable), text)
    if (checked.ok) return []
    return [
      { line, code: 'valueInvalid', params: { ...checked.params, variable: variable.name, reason: checked.code } },
    ]
  })
}

/** RFC 4180 rows with the separator that the first line uses; blank lines and comments (`#`) are passed over. */
function splitCsv(text: string): { rows: Row[]; errors: ListError[] } {
  const head = text.slice(0, text.search(/\r|\n|$/))
  const separator = ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
  const rows: Row[] = []
  const errors: ListError[] = []
  let cells: string[] = []
  let cell = ''
  let quotedSince = 0
  let line = 1
  let start = 1
  const endRow = (): void => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '') && !cells[0]?.startsWith('#')) rows.push({ line: start, cells })
    cells = []
    cell = ''
    start = line
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1
    if (quotedSince > 0) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedSince = 0
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      quotedSince = line
    } else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n' || character === '\r') {
      if (!(character === '\r' && text[at + 1] === '\n')) endRow()
    } else cell += character
  }
  if (quotedSince > 0) errors.push({ line: quotedSince, code: 'openQuote', params: {} })
  else endRow()
  return { rows, errors }
}

/** A known box with the values that its last Inform carried. */
export interface KnownBox extends Pick<Device, 'id' | 'serialNumber'> {
  informParameters?: readonly ParameterValue[]
}

/** The known box that a key means: its serial number, its STBID, or its MAC address; null where none or several fit. */
export function boxByKey(key: string, boxes: readonly KnownBox[]): KnownBox | null {
  const wanted = plain(key)
  const bySerial = boxes.filter(({ serialNumber }) => plain(serialNumber) === wanted)
  if (bySerial.length > 0) return bySerial.length === 1 ? (bySerial[0] ?? null) : null
  const byLabel = boxes.filter((box) =>
    box.informParameters?.some(({ name, value }) => /(?:STBID|MACAddress)$/.test(name) && plain(value) === wanted),
  )
  return byLabel.length === 1 ? (byLabel[0] ?? null) : null
}

function plain(text: string): string {
  return text.replace(/[\s:.-]/g, '').toLowerCase()
}
