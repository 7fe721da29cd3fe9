import { genericPathOf } from '../cwmp/paths.ts'
import { meansSame } from '../cwmp/same-value.ts'
import { formatBoolean, parseBoolean } from '../cwmp/values.ts'
import { type Concept, conceptOf, lookup, ruleOf, type ValueRule } from '../dictionary/index.ts'
import type { Template, TemplateChange, TemplatePreview, TemplateProblem, TemplateValue } from '../model/template.ts'
import { wantsEncryption } from '../parameters/encryption.ts'
import { validateValue } from '../parameters/validate.ts'
import { type DeviceFacts, isMeant } from './conditions.ts'
import { inherit, type TemplateLibrary } from './inherit.ts'
import { identityOf, type PlacedObject, placeObject } from './objects.ts'
import { fillIn, isBarePlaceholder } from './placeholders.ts'
import { branchesOf, type KnownValues, targetsInObject, targetsOf } from './targets.ts'
import { fillVariables } from './variables.ts'

export interface ResolveInput {
  template: Template
  library: TemplateLibrary
  /** The values of the variables. */
  variables: Readonly<Record<string, string>>
  device: DeviceFacts
  /** What was read of the box, or a snapshot of it; null where nothing is known. */
  known: KnownValues | null
  /** Paths that the box says are not writable. */
  readOnly?: ReadonlySet<string>
  /** Instances that were added for objects of the template, by the objects' names. */
  placed?: ReadonlyMap<string, string>
  /** Limits for what the dictionary does not know: loaded data models. */
  ruleFor?: (path: string) => ValueRule | null
}

/**
 * What a template gives a box: each value with its path, checked and beside the old one. Problems of level `error` forbid
 * applying it. Pure, so that it can be tried against a snapshot before any box sees it.
 */
export function resolveTemplate(input: ResolveInput): TemplatePreview {
  const { template, problems } = inherit(input.template, input.library)
  if (!isMeant(template.condition, input.device))
    problems.push({
      level: 'error',
      code: 'wrongDevice',
      params: { model: input.device.modelName || input.device.productClass },
    })
  const filled = fillVariables(template.variables, input.variables, input.device)
  problems.push(...filled.problems)
  const changes = new Map<string, TemplateChange>()
  const objects = placeObjects(template, input, (text) => fillIn(text, filled.values))
  for (const value of [...identities(objects, input), ...valuesFor(template, input.device)]) {
    const text = fillIn(value.value, filled.values)
    if (text.trim() === '' && isBarePlaceholder(value.value)) continue
    for (const path of pathsFor(value, input, objects, problems)) {
      const change = changeOf(path, text, value, input, problems)
      if (!change) continue
      const before = changes.get(path)
      if (before && before.value !== change.value) problems.push(warning('twice', { path }))
      changes.set(path, change)
    }
  }
  const all = [...changes.values()]
  return {
    changes: all.filter(({ name }) => !name.includes('{i}')),
    creations: objects
      .filter(({ isNew }) => isNew)
      .map(({ object, path }) => ({
        object: object.name,
        table: object.table,
        values: all.filter(({ name }) => isIn(name, path)).map(({ name, value, type }) => ({ name, value, type })),
      })),
    problems,
  }
}

/** Whether a value to come belongs to an instance to come: in it, or in one that is added on the way to it. */
function isIn(name: string, instance: string): boolean {
  return name.includes('{i}') && name.startsWith(instance.slice(0, instance.indexOf('{i}')))
}

function placeObjects(
  { objects }: Template,
  { device, known, placed }: ResolveInput,
  fill: (text: string) => string,
): PlacedObject[] {
  return objects
    .filter(({ when }) => when === undefined || isMeant(when, device))
    .map((object) => {
      const path = placed?.get(object.name)
      return path === undefined ? placeObject(object, known, fill) : { object, path, isNew: false }
    })
}

/** What new instances, and those that were just added, are to be known by. */
function identities(objects: readonly PlacedObject[], { placed }: ResolveInput): TemplateValue[] {
  return objects
    .filter(({ object, isNew }) => isNew || placed?.has(object.name))
    .flatMap(({ object }) => identityOf(object))
}

/**
 * The branches and parameters to read, so that a template finds the places of its values. `narrow` takes containers that
 * nearly every box has once for instance 1: a gateway's whole LAN side can be thousands of parameters.
 */
export function branchesToRead(
  template: Template,
  library: TemplateLibrary,
  device: DeviceFacts,
  reach: 'narrow' | 'wide',
): string[] {
  const whole = inherit(template, library).template
  const wanted = new Set([
    ...valuesFor(whole, device)
      .filter(({ object }) => object === undefined)
      .flatMap((value) => branchesOf(value, device.dataModel, reach)),
    ...whole.objects
      .filter(({ when }) => when === undefined || isMeant(when, device))
      .map(({ table }) => table.split('{i}', 1)[0] ?? table),
  ])
  if ([...wanted].some((branch) => branch.startsWith('Device.X_')))
    for (const { path } of conceptOf('stbPlatform.encryptMark')?.paths ?? []) wanted.add(path)
  const branches = [...wanted].filter((path) => path.endsWith('.'))
  return [...wanted].filter((path) => !branches.some((branch) => branch !== path && path.startsWith(branch)))
}

function valuesFor({ values }: Template, device: DeviceFacts): TemplateValue[] {
  return values.filter(({ when }) => when === undefined || isMeant(when, device))
}

function pathsFor(
  value: TemplateValue,
  { known, device }: ResolveInput,
  objects: readonly PlacedObject[],
  problems: TemplateProblem[],
): string[] {
  const what = value.path ?? value.concept ?? ''
  const targets =
    value.object === undefined
      ? targetsOf(value, known, device.dataModel)
      : targetsInObject(value, objects, known, device.dataModel)
  switch (targets.kind) {
    case 'paths':
      return targets.paths
    case 'assumed':
      if (what.includes('{i}') || value.concept !== undefined)
        problems.push(warning('instanceAssumed', { what, path: targets.paths[0] ?? '' }))
      return targets.paths
    case 'objectUnknown':
      problems.push({ level: 'error', code: 'objectUnknown', params: { what, object: value.object ?? '' } })
      return []
    case 'conceptUnknown':
      problems.push({ level: 'error', code: 'conceptUnknown', params: { what } })
      return []
    case 'none':
      if (!value.optional) problems.push({ level: 'error', code: 'notOnBox', params: { what } })
      return []
  }
}

function changeOf(
  name: string,
  text: string,
  value: TemplateValue,
  { known, readOnly, ruleFor }: ResolveInput,
  problems: TemplateProblem[],
): TemplateChange | null {
  const now = known?.get(name)
  const entry = lookup(name)
  const rule = entry ? ruleOf(entry) : (ruleFor?.(name) ?? null)
  const sibling = now ?? siblingOf(name, known)
  const type = value.type ?? sibling?.type ?? rule?.type ?? 'string'
  const isSwitch = entry?.concept.type === 'boolean' && type !== 'boolean'
  const checked = validateValue(limitsFor(rule, type), isSwitch ? asDigit(text) : text, now?.value)
  if (!checked.ok) {
    problems.push({
      level: 'error',
      code: 'valueInvalid',
      params: { ...checked.params, path: name, reason: checked.code },
    })
    return null
  }
  if (readOnly?.has(name)) problems.push({ level: 'error', code: 'readOnly', params: { path: name } })
  if (wantsEncryption(name, (path) => known?.get(path)?.value)) problems.push(warning('encrypted', { path: name }))
  const old = now?.value ?? null
  return { name, value: checked.lexical, type, old, same: old !== null && meansSame(old, checked.lexical, type) }
}

/** The same parameter of another instance, for one that is to be added. */
function siblingOf(name: string, known: KnownValues | null): { type: string } | undefined {
  if (!name.includes('{i}')) return undefined
  const generic = genericPathOf(name)
  for (const [path, value] of known ?? []) if (genericPathOf(path) === generic) return value
  return undefined
}

/** A box that reports another type than the dictionary is right about itself: limits of numbers do not bind texts. */
function limitsFor(rule: ValueRule | null, type: string): ValueRule {
  return rule === null || rule.type !== type ? { type } : rule
}

/** A switch that the box keeps as a number or text is 1 or 0. */
function asDigit(text: string): string {
  const value = parseBoolean(text)
  return value === undefined ? text : formatBoolean(value)
}

function warning(code: TemplateProblem['code'], params: TemplateProblem['params']): TemplateProblem {
  return { level: 'warning', code, params }
}

/** The concept a value is for, for the screen that shows a template. */
export function conceptOfValue({ concept, path }: TemplateValue): Concept | null {
  return concept === undefined ? (lookup(path ?? '')?.concept ?? null) : conceptOf(concept)
}
