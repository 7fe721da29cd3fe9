import type { VariableValues } from '#shared/model/provision.ts'
import type { TemplateProblem, TemplateVariable } from '#shared/model/template.ts'
import { type DeviceList, parseDeviceList } from '#shared/provisioning/device-list.ts'
import { fillVariables } from '#shared/templates/variables.ts'

/** A box of the draft: how it was named, which known box that is, and the values typed for it alone. */
export interface DraftBox {
  key: string
  deviceId: string | null
  values: VariableValues
}

/** What is being prepared: nothing of it has reached a box. */
export interface Draft {
  boxes: readonly DraftBox[]
  templateId: string | null
  /** For all boxes. */
  values: VariableValues
  /** Variables with a column of their own; null until somebody chooses. */
  perBox: readonly string[] | null
  /** A list of boxes with values, as it came. */
  list: { name: string; text: string } | null
  /** The trial that compared these very inputs with the boxes. */
  check: { key: string; batchId: string } | null
}

export const emptyDraft: Draft = { boxes: [], templateId: null, values: {}, perBox: null, list: null, check: null }

/** A key as `provision.find` answered it. */
export interface FoundKey {
  key: string
  deviceId: string | null
}

/** What became of a key that was scanned or typed. */
export type KeyOutcome = { key: string; kind: 'added' | 'unknown' } | { key: string; kind: 'twice'; position: number }

/** Adds boxes by their keys, each once. */
export function addKeys(draft: Draft, found: readonly FoundKey[]): { draft: Draft; outcomes: KeyOutcome[] } {
  const boxes = [...draft.boxes]
  const outcomes = found.map(({ key, deviceId }): KeyOutcome => {
    const known = boxes.findIndex((box) => isSame(box, { key, deviceId }))
    if (known >= 0) return { key, kind: 'twice', position: known + 1 }
    boxes.push({ key, deviceId, values: {} })
    return { key, kind: deviceId === null ? 'unknown' : 'added' }
  })
  return { draft: { ...draft, boxes }, outcomes }
}

function isSame(box: DraftBox, { key, deviceId }: FoundKey): boolean {
  return (deviceId !== null && box.deviceId === deviceId) || plainKey(box.key) === plainKey(key)
}

function plainKey(key: string): string {
  return key.replace(/[\s:.-]/g, '').toLowerCase()
}

/** Takes a box in, or out again. */
export function toggleBox(draft: Draft, key: string, deviceId: string): Draft {
  const rest = draft.boxes.filter((box) => box.deviceId !== deviceId)
  const wasIn = rest.length < draft.boxes.length
  return { ...draft, boxes: wasIn ? rest : [...rest, { key, deviceId, values: {} }] }
}

/** Boxes that were waited for and are here now. */
export function resolveKeys(draft: Draft, found: readonly FoundKey[]): Draft {
  const idOf = new Map(found.flatMap(({ key, deviceId }) => (deviceId === null ? [] : [[key, deviceId] as const])))
  const taken = new Set(draft.boxes.map(({ deviceId }) => deviceId))
  const boxes = draft.boxes.flatMap((box) => {
    const id = box.deviceId === null ? idOf.get(box.key) : undefined
    if (id === undefined) return [box]
    return taken.has(id) ? [] : [{ ...box, deviceId: id }]
  })
  return { ...draft, boxes }
}

/** Ready for the next customer: the same template, without the boxes and without what belongs to a customer. */
export function forNextBox(draft: Draft, variables: readonly TemplateVariable[]): Draft {
  const kept = variables.filter((variable) => !isPersonal(variable)).map(({ name }) => name)
  return {
    ...draft,
    boxes: [],
    list: null,
    check: null,
    perBox: null,
    values: Object.fromEntries(Object.entries(draft.values).filter(([name]) => kept.includes(name))),
  }
}

/** Whether a variable is different for every customer: it must be given, and has no default. */
export function isPersonal({ required, default: usual }: TemplateVariable): boolean {
  return required && usual === ''
}

/** A box with all values that it gets, and what is wrong with them. */
export interface FilledBox extends DraftBox {
  /** What is common, what the list says, what was typed; the later wins. */
  all: VariableValues
  problems: TemplateProblem[]
}

export interface Filled {
  boxes: FilledBox[]
  /** Variables with a column of their own. */
  columns: string[]
  list: DeviceList
  isComplete: boolean
}

const nobody = {
  manufacturer: '',
  oui: '',
  productClass: '',
  serialNumber: '',
  modelName: '',
  hardwareVersion: '',
  softwareVersion: '',
  dataModel: 'unknown',
} as const

/** The values of every box, as the draft stands. */
export function fillDraft(draft: Draft, variables: readonly TemplateVariable[]): Filled {
  const list = draft.list ? parseDeviceList(draft.list.text, variables) : { boxes: [], errors: [] }
  const listed = new Map(list.boxes.map((box) => [plainKey(box.key), box.values]))
  const columns = columnsOf(draft, variables, list)
  const shared = Object.fromEntries(Object.entries(draft.values).filter(([name]) => !columns.includes(name)))
  const boxes = draft.boxes.map((box): FilledBox => {
    const all = given({ ...shared, ...listed.get(plainKey(box.key)), ...box.values }, variables)
    return { ...box, all, problems: fillVariables(variables, all, nobody).problems }
  })
  const isComplete = boxes.length > 0 && boxes.every(({ problems }) => problems.every(({ level }) => level !== 'error'))
  return { boxes, columns, list, isComplete }
}

/** Empty fields are left to the default; what belongs to another template is left out. */
function given(values: VariableValues, variables: readonly TemplateVariable[]): VariableValues {
  const names = new Set(variables.map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' && names.has(name)))
}

function columnsOf({ boxes, perBox }: Draft, variables: readonly TemplateVariable[], list: DeviceList): string[] {
  const inList = new Set(list.boxes.flatMap(({ values }) => Object.keys(values)))
  if (boxes.length <= 1 && inList.size === 0) return []
  const isColumn = (variable: TemplateVariable): boolean =>
    inList.has(variable.name) || (perBox ? perBox.includes(variable.name) : isPersonal(variable))
  return variables.filter(isColumn).map(({ name }) => name)
}

/** The head line of a list for a template, for a spreadsheet to be filled in. */
export function listHead(variables: readonly TemplateVariable[]): string[] {
  return ['serial', ...variables.map(({ name }) => name)]
}
