import { conceptOf } from '#shared/dictionary/index.ts'
import { Template, TemplateObject, TemplateValue, TemplateVariable } from '#shared/model/template.ts'
import { placeholdersIn } from '#shared/templates/placeholders.ts'

/** A row of the form, with a key of its own as long as it is edited. */
export interface Row<T> {
  key: string
  item: T
}

/** A template as the form edits it. */
export interface TemplateForm extends Omit<Template, 'variables' | 'objects' | 'values'> {
  variables: readonly Row<TemplateVariable>[]
  objects: readonly Row<TemplateObject>[]
  values: readonly Row<TemplateValue>[]
}

/** What is wrong with a row, or what should be known of it; worded under `templates.form.<code>`. */
export interface FormProblem {
  level: 'error' | 'warning'
  code:
    | 'nameMissing'
    | 'variableName'
    | 'variableTwice'
    | 'secretName'
    | 'pattern'
    | 'range'
    | 'unused'
    | 'targetMissing'
    | 'conceptUnknown'
    | 'pathObject'
    | 'placeholderUnknown'
    | 'twice'
    | 'objectTable'
    | 'objectKnown'
    | 'objectUnknown'
    | 'invalid'
  params: Record<string, string>
}

export interface FormProblems {
  own: FormProblem[]
  /** By the keys of the rows. */
  rows: ReadonlyMap<string, FormProblem[]>
  isValid: boolean
}

export function rowOf<T>(item: T): Row<T> {
  return { key: crypto.randomUUID(), item }
}

export function formOf({ variables, objects, values, ...rest }: Template): TemplateForm {
  return { ...rest, variables: variables.map(rowOf), objects: objects.map(rowOf), values: values.map(rowOf) }
}

export function templateOf({ variables, objects, values, ...rest }: TemplateForm): Template {
  const itemsOf = <T>(rows: readonly Row<T>[]): T[] => rows.map(({ item }) => item)
  return { ...rest, variables: itemsOf(variables), objects: itemsOf(objects), values: itemsOf(values) }
}

export function emptyTemplate(): Template {
  return Template.parse({ id: crypto.randomUUID(), name: '' })
}

export const emptyVariable = (): TemplateVariable => TemplateVariable.parse({ name: 'value', label: '' })
export const emptyObject = (): TemplateObject => ({ name: 'new1', table: '', known: [{ where: 'Name', is: '' }] })
export const emptyValue = (): TemplateValue => ({ concept: '', instance: 'first', value: '', optional: false })

/** Checks a form; `inherited` is what its bases bring. */
export function checkForm(form: TemplateForm, inherited: Pick<Template, 'variables' | 'objects'>): FormProblems {
  const rows = new Map<string, FormProblem[]>()
  const names = [...inherited.variables.map(({ name }) => name), ...form.variables.map(({ item }) => item.name)]
  const objects = new Set([...inherited.objects, ...form.objects.map(({ item }) => item)].map(({ name }) => name))
  const texts = [
    ...form.values.map(({ item }) => item.value),
    ...form.objects.flatMap(({ item }) => item.known.flatMap(({ is, contains = '' }) => [is, contains])),
  ]
  const used = new Set(texts.flatMap(placeholdersIn))
  for (const { key, item } of form.variables) rows.set(key, problemsOfVariable(item, form, used))
  for (const { key, item } of form.values) rows.set(key, problemsOfValue(item, form, new Set(names), objects))
  for (const { key, item } of form.objects) rows.set(key, problemsOfObject(item, form))
  const own = isBlank(form.name) ? [error('nameMissing')] : []
  const all = [...own, ...[...rows.values()].flat()]
  return { own, rows, isValid: all.every(({ level }) => level === 'warning') }
}

function problemsOfVariable(
  variable: TemplateVariable,
  { variables }: TemplateForm,
  used: ReadonlySet<string>,
): FormProblem[] {
  const { name, min, max, pattern } = variable
  if (!/^[a-zA-Z]\w{0,63}$/.test(name)) return [error('variableName')]
  if (variables.filter(({ item }) => item.name === name).length > 1) return [error('variableTwice', { name })]
  const parsed = TemplateVariable.safeParse(variable)
  if (!parsed.success) return [parsed.error.issues[0]?.code === 'custom' ? error('secretName') : error('invalid')]
  if (pattern !== undefined && !isPattern(pattern)) return [error('pattern')]
  if (min !== undefined && max !== undefined && min > max) return [error('range')]
  return used.has(name) ? [] : [warning('unused', { name })]
}

function problemsOfObject(object: TemplateObject, { objects }: TemplateForm): FormProblem[] {
  const { name, table, known } = object
  if (!/^[a-zA-Z]\w{0,63}$/.test(name)) return [error('variableName')]
  if (objects.filter(({ item }) => item.name === name).length > 1) return [error('variableTwice', { name })]
  if (!/^[A-Za-z]\S*\.$/.test(table)) return [error('objectTable')]
  if (known.some(({ where, is }) => where === '' || is === '')) return [error('objectKnown')]
  return TemplateObject.safeParse(object).success ? [] : [error('invalid')]
}

function problemsOfValue(
  value: TemplateValue,
  { values }: TemplateForm,
  names: ReadonlySet<string>,
  objects: ReadonlySet<string>,
): FormProblem[] {
  const { path, concept } = value
  const target = path ?? concept ?? ''
  if (target.trim() === '') return [error('targetMissing')]
  if (concept !== undefined && conceptOf(concept) === null) return [error('conceptUnknown', { concept })]
  if (path?.endsWith('.')) return [error('pathObject')]
  if (value.object !== undefined && !objects.has(value.object)) return [error('objectUnknown', { name: value.object })]
  const unknown = placeholdersIn(value.value).find((name) => !names.has(name) && !name.startsWith('device.'))
  if (unknown !== undefined) return [error('placeholderUnknown', { name: unknown })]
  if (!TemplateValue.safeParse(value).success) return [error('invalid')]
  const same = values.filter(({ item }) => targetKey(item) === targetKey(value))
  return same.length > 1 ? [warning('twice', { target })] : []
}

function targetKey({ path, concept, instance, object, when }: TemplateValue): string {
  return JSON.stringify([path, concept, object ?? instance, when])
}

function isBlank(label: Template['name']): boolean {
  return (typeof label === 'string' ? [label] : Object.values(label)).some((text) => text.trim() === '')
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}

function error(code: FormProblem['code'], params: FormProblem['params'] = {}): FormProblem {
  return { level: 'error', code, params }
}

function warning(code: FormProblem['code'], params: FormProblem['params'] = {}): FormProblem {
  return { level: 'warning', code, params }
}
