import type { Clock } from './clock.ts'
import { type BoxFacts, type CwmpVersion, emptyValue, type ModelSpec } from './model/spec.ts'
import { currentValue, findParameter, type Moment, type ParameterNode, parametersOf, type Tree } from './model/tree.ts'
import { storedForm } from './model/values.ts'
import type { BoxEvent, VirtualBoxOptions } from './options.ts'
import type { Quirks } from './quirks.ts'
import type { DeploymentResult, EventEntry, NamedValue } from './soap/messages.ts'
import type { Transfer } from './transfer/transfer.ts'

/** What the box does once its session is over. */
export type Afterwards =
  | { readonly kind: 'reboot'; readonly commandKey: string }
  | { readonly kind: 'factoryReset' }
  /** A restart that nobody asked for by name: a crash, a new image. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'scheduleInform'; readonly seconds: number; readonly commandKey: string }
  | { readonly kind: 'transfer'; readonly transfer: Transfer }
  | { readonly kind: 'deployment'; readonly work: () => Promise<DeploymentResult[]>; readonly commandKey: string }
  /** A parameter was written by the ACS; diagnostics, timers and STUN look at it. */
  | { readonly kind: 'written'; readonly path: string }

export interface DeploymentReport {
  readonly results: readonly DeploymentResult[]
  readonly commandKey: string
}

/** Everything the box remembers. Functions change it; VirtualBox gives it its life. */
export interface BoxCore {
  readonly options: VirtualBoxOptions
  readonly localAddress: string
  readonly quirks: Quirks
  readonly model: ModelSpec
  /** The version it speaks unless the ACS knows an older one only. */
  readonly version: CwmpVersion
  readonly clock: Clock
  readonly emit: (event: BoxEvent) => void
  tree: Tree
  bootedAt: Date
  events: readonly EventEntry[]
  /** Watched parameters that changed and have not been told to the ACS. */
  readonly changed: Set<string>
  /** Values that go into the next Inform only (vendor alarms), by path. */
  readonly extraInform: Set<string>
  transfers: readonly Transfer[]
  deployments: readonly DeploymentReport[]
  afterwards: Afterwards[]
  /** Quirks that act once and have acted. */
  readonly spent: Set<keyof Quirks>
}

export const momentOf = (core: BoxCore): Moment => ({
  now: new Date(),
  upTime: core.clock.secondsSince(core.bootedAt),
})

export const factsOf = (core: BoxCore): BoxFacts => core.tree.facts

/** Value of a parameter below the root object, as `ManagementServer.URL`; empty when the model lacks it. */
export function setting(core: BoxCore, name: string): string {
  const node = findParameter(core.tree, core.model.root + name)
  return node === undefined ? '' : currentValue(core.tree, node, momentOf(core))
}

/** The same as a number. */
export const numberSetting = (core: BoxCore, name: string): number => Number(setting(core, name))

export const isSet = (core: BoxCore, name: string): boolean => setting(core, name) === '1'

/** A change from inside the box: stored, and noted when somebody watches. Returns whether it asks for a session. */
export function changeLocally(core: BoxCore, path: string, value: string): boolean {
  const node = findParameter(core.tree, path)
  const stored = node && storedForm(node.spec.type, value === '' ? emptyValue(node.spec.type) : value)
  if (node === undefined || stored === undefined || node.value === stored) {
    return false
  }
  node.value = stored
  return noteChange(core, node)
}

function noteChange(core: BoxCore, node: ParameterNode): boolean {
  if ([1, 2, 4, 6].includes(node.notification)) {
    core.changed.add(node.path)
  }
  return node.notification === 2 || node.notification === 6
}

/** Sets a parameter below the root without anybody being told: for results and addresses. */
export function setQuietly(core: BoxCore, path: string, value: string): void {
  const node = findParameter(core.tree, path)
  if (node !== undefined) {
    node.value = value
  }
}

/** Name, type and present value of a parameter, as it is sent. */
export function namedValue(core: BoxCore, node: ParameterNode): NamedValue {
  const value = node.spec.hidden ? '' : currentValue(core.tree, node, momentOf(core))
  return { name: node.path, type: node.spec.type, value }
}

/** Puts values into the tree that differ from the factory's, notes nothing. */
export function presetValues(core: BoxCore, values: Readonly<Record<string, string>>): void {
  for (const [path, value] of Object.entries(values)) {
    const node = findParameter(core.tree, path)
    if (node === undefined) {
      throw new Error(`the ${core.options.model} has no parameter ${path}`)
    }
    node.value = storedForm(node.spec.type, value)
  }
}

/** How many parameters the tree holds. */
export const parameterCount = (core: BoxCore): number => [...parametersOf(core.tree.root)].length

/** Whether a once-only quirk is on and has not acted; marks it as spent. */
export function takeOnce(core: BoxCore, quirk: keyof Quirks): boolean {
  const isDue = Boolean(core.quirks[quirk]) && !core.spent.has(quirk)
  if (isDue) {
    core.spent.add(quirk)
  }
  return isDue
}
