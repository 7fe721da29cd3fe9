import { isPartialPath } from '#shared/cwmp/paths.ts'
import type { ParameterFailure, ParameterInfo, ParameterValue } from '#shared/model/parameter.ts'
import type { QuirkValues } from '#shared/model/quirk.ts'
import type { AcsRequest, CpeResponse } from '../cwmp/codec/messages.ts'
import type { Answer } from '../cwmp/session-machine.ts'

/** What is still to be asked. `weight` is its share of the whole; the shares of all tasks and what is done make 1. */
type Task =
  | { kind: 'values'; names: string[]; weight: number; losses: number }
  | { kind: 'branch'; path: string; weight: number; losses: number }
  | { kind: 'names'; path: string; nextLevel: boolean; weight: number; losses: number; fault: Fault | null }

type Fault = { code: number; message: string }

export type ReadManner = Pick<QuirkValues, 'batchSize' | 'rootNames'>

/** A name that the box left out of its answer, or never answered for, without a fault. */
export const leftOut = 0

const maxBatch = 256
const successesToGrow = 3
const maxLosses = 8
/** So many single names refused in a row with a fault that is not about names: the box will not give the rest either. */
const maxRefusals = 10
/** A whole tree of fewer names than this may be listed in one answer the next time. */
const smallTree = 4000
const aboutNames: ReadonlySet<number> = new Set([9003, 9005, leftOut])

/**
 * Reads any mix of names, branches and the whole tree, request by request: `next` gives what to ask, `take` what came of
 * it. A bad name is cut out of its batch by halves and spoils nothing else; a branch that is too much is read by its
 * names; batches shrink where the box balks and grow again. Nothing is asked twice, in whatever session it goes on.
 */
export class TreeRead {
  readonly #tasks: Task[] = []
  readonly #values = new Map<string, ParameterValue>()
  readonly #failed: ParameterFailure[] = []
  readonly #root: string
  readonly #manner: ReadManner
  #done = 0
  #batchSize: number
  #ceiling = maxBatch
  #fullBatches = 0
  #losses = 0
  #refusals = 0
  #hasBalked = false
  #listed = 0
  #rootNames: ReadManner['rootNames']

  /** `root` is the object the box's Inform shows (`Device.`), for a box that will not list the empty path. */
  constructor(paths: string[], manner: ReadManner, root = '') {
    this.#manner = manner
    this.#batchSize = manner.batchSize
    this.#rootNames = manner.rootNames
    this.#root = root
    const distinct = [...new Set(paths)]
    const names = distinct.filter((path) => !isPartialPath(path))
    const share = 1 / distinct.length
    if (names.length > 0) this.#tasks.push({ kind: 'values', names, weight: share * names.length, losses: 0 })
    for (const path of distinct) {
      if (!isPartialPath(path)) continue
      if (isTrunk(path)) this.#tasks.push(this.#trunk(path, share))
      else this.#tasks.push({ kind: 'branch', path, weight: share, losses: 0 })
    }
  }

  /** What to ask next; null when everything is settled. Asking again gives the same until `take` or `lost`. */
  next(): AcsRequest | null {
    const task = this.#tasks[0]
    if (!task) return null
    switch (task.kind) {
      case 'values':
        this.#cutBatch(task)
        return { name: 'GetParameterValues', names: task.names }
      case 'branch':
        return { name: 'GetParameterValues', names: [task.path] }
      case 'names':
        return { name: 'GetParameterNames', path: task.path, nextLevel: task.nextLevel }
    }
  }

  /** What came of the request that `next` gave. */
  take(answer: Answer): void {
    const task = this.#tasks.shift()
    if (!task) return
    switch (answer.kind) {
      case 'response':
        return this.#takeResponse(task, answer.response)
      case 'fault':
        return this.#refused(task, { code: answer.fault.code, message: answer.fault.message })
      case 'none':
        return this.#refused(task, { code: leftOut, message: '' })
    }
  }

  /** The session ended over the request that `next` gave. False when it is time to give up. */
  lost(): boolean {
    this.#losses += 1
    const task = this.#tasks.shift()
    if (!task || this.#losses > maxLosses) {
      if (task) this.#tasks.unshift(task)
      return false
    }
    task.losses += 1
    const fault = { code: leftOut, message: '' }
    if (task.kind === 'values' && task.names.length > 1) this.#split(task, true)
    else if (task.losses < 2 && task.kind !== 'branch') this.#tasks.unshift(task)
    else this.#refused(task, fault)
    return true
  }

  /** 0..1, never back. */
  get progress(): number {
    return Math.min(1, this.#done)
  }

  result(): { values: ParameterValue[]; failed: ParameterFailure[] } {
    return { values: [...this.#values.values()], failed: [...this.#failed] }
  }

  /** What this read taught of the model. */
  learned(): Partial<ReadManner> {
    const isSmall = this.#rootNames === 'unknown' && this.#listed > 0 && this.#listed < smallTree && !this.#hasBalked
    const isDone = this.#tasks.length === 0 && this.#losses === 0
    const rootNames = isSmall && isDone ? 'whole' : this.#rootNames
    return {
      ...(this.#hasBalked ? { batchSize: this.#batchSize } : {}),
      ...(rootNames === this.#manner.rootNames ? {} : { rootNames }),
    }
  }

  #trunk(path: string, weight: number): Task {
    const isRefused = path === '' && this.#rootNames === 'rootRefused' && this.#root !== ''
    const nextLevel = this.#rootNames !== 'whole'
    return { kind: 'names', path: isRefused ? this.#root : path, nextLevel, weight, losses: 0, fault: null }
  }

  /** Leaves as many names in the first task as one request may carry. */
  #cutBatch(task: Extract<Task, { kind: 'values' }>): void {
    const rest = task.names.splice(this.#batchSize)
    if (rest.length === 0) return
    const restWeight = (task.weight * rest.length) / (rest.length + task.names.length)
    task.weight -= restWeight
    this.#tasks.splice(1, 0, { kind: 'values', names: rest, weight: restWeight, losses: 0 })
  }

  #takeResponse(task: Task, response: CpeResponse): void {
    this.#refusals = 0
    if (response.name === 'GetParameterValuesResponse') this.#takeValues(task, response.parameters)
    else if (response.name === 'GetParameterNamesResponse' && task.kind === 'names')
      this.#takeNames(task, response.parameters)
    else this.#refused(task, { code: leftOut, message: '' })
  }

  #takeValues(task: Task, parameters: ParameterValue[]): void {
    for (const parameter of parameters) this.#values.set(parameter.name, parameter)
    if (task.kind === 'values') {
      for (const name of task.names)
        if (!this.#values.has(name)) this.#failed.push({ name, code: leftOut, message: '' })
      this.#grow(task.names.length)
    }
    this.#done += task.weight
  }

  #grow(size: number): void {
    this.#fullBatches = size >= this.#batchSize ? this.#fullBatches + 1 : this.#fullBatches
    if (this.#fullBatches < successesToGrow || this.#batchSize >= this.#ceiling) return
    this.#fullBatches = 0
    this.#batchSize = Math.min(this.#ceiling, Math.ceil(this.#batchSize * 1.5))
  }

  #takeNames(task: Extract<Task, { kind: 'names' }>, parameters: ParameterInfo[]): void {
    const below = parameters.map(({ name }) => name).filter((name) => name !== task.path && name.startsWith(task.path))
    const names = below.filter((name) => !name.endsWith('.') && !this.#values.has(name))
    const isShallow = task.nextLevel || !below.some((name) => isDeeper(name, task.path))
    const branches = isShallow ? below.filter((name) => name.endsWith('.')) : []
    if (below.length === 0 && task.fault) this.#fail(task.path, task.fault)
    this.#listed += names.length
    const count = names.length + branches.length
    if (count === 0) {
      this.#done += task.weight
      return
    }
    const share = task.weight / count
    const tasks: Task[] = branches.map((path) => ({
      kind: 'names',
      path,
      // Roots are listed by level unless the model is known to take all at once.
      nextLevel: isTrunk(path) && this.#rootNames !== 'whole',
      weight: share,
      losses: 0,
      fault: null,
    }))
    if (names.length > 0) tasks.unshift({ kind: 'values', names, weight: share * names.length, losses: 0 })
    this.#tasks.unshift(...tasks)
  }

  #refused(task: Task, fault: Fault): void {
    switch (task.kind) {
      case 'values':
        if (task.names.length > 1) return this.#split(task, fault.code === 9004 || fault.code === leftOut)
        return this.#failName(task, fault)
      case 'branch':
        if (fault.code !== 9005) return this.#byNames(task.path, task.weight, fault)
        this.#fail(task.path, fault)
        break
      case 'names':
        if (this.#fallBack(task, fault)) return
        this.#fail(task.path, task.fault ?? fault)
    }
    this.#done += task.weight
  }

  #byNames(path: string, weight: number, fault: Fault): void {
    this.#tasks.unshift({ kind: 'names', path, nextLevel: true, weight, losses: 0, fault })
  }

  /** Another way to the names: the next level instead of all, the Inform's root instead of the empty path. */
  #fallBack(task: Extract<Task, { kind: 'names' }>, fault: Fault): boolean {
    if (!task.nextLevel) {
      if (isTrunk(task.path)) this.#rootNames = 'levels'
      this.#byNames(task.path, task.weight, fault)
      return true
    }
    if (task.path !== '' || this.#root === '') return false
    this.#rootNames = 'rootRefused'
    this.#byNames(this.#root, task.weight, fault)
    return true
  }

  #split(task: Extract<Task, { kind: 'values' }>, isTooMuch: boolean): void {
    const half = Math.ceil(task.names.length / 2)
    if (isTooMuch) {
      this.#hasBalked = true
      this.#ceiling = Math.min(this.#ceiling, Math.max(1, task.names.length - 1))
      this.#batchSize = Math.max(1, Math.min(this.#batchSize, half))
      this.#fullBatches = 0
    }
    const weight = task.weight / 2
    const losses = 0
    this.#tasks.unshift(
      { kind: 'values', names: task.names.slice(0, half), weight, losses },
      { kind: 'values', names: task.names.slice(half), weight, losses },
    )
  }

  #failName(task: Extract<Task, { kind: 'values' }>, fault: Fault): void {
    this.#fail(task.names[0] ?? '', fault)
    this.#done += task.weight
    this.#refusals = aboutNames.has(fault.code) ? 0 : this.#refusals + 1
    if (this.#refusals < maxRefusals) return
    for (const rest of this.#tasks.splice(0)) {
      for (const name of rest.kind === 'values' ? rest.names : [rest.path]) this.#fail(name, fault)
    }
    this.#done = 1
  }

  #fail(name: string, { code, message }: Fault): void {
    this.#failed.push({ name, code, message })
  }
}

/** The empty path, or a root object. */
function isTrunk(path: string): boolean {
  return path === '' || path.indexOf('.') === path.length - 1
}

/** Whether a name stands more than one level below an object. */
function isDeeper(name: string, path: string): boolean {
  const dot = name.indexOf('.', path.length)
  return dot >= 0 && dot < name.length - 1
}
