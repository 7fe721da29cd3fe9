import { normaliseEvent } from '#shared/cwmp/events.ts'
import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job, type JobKind } from '#shared/model/job.ts'
import type { KeptZeroTouchRule, ZeroTouchRule } from '#shared/model/provision.ts'
import { nextStep, ruleFor, type ZeroTouchPast, type ZeroTouchStep } from '#shared/templates/zero-touch.ts'
import type { CpeRequest } from '../cwmp/codec/messages.ts'

/** The part of the store that rules need. */
export interface RuleRecords {
  list(): KeptZeroTouchRule[]
  set(rule: KeptZeroTouchRule): void
  remove(id: string): void
}

export interface ZeroTouchDeps {
  records: RuleRecords
  isOn: () => boolean
  deviceOf: (id: string) => Device | undefined
  /** Throws NOT_FOUND for a template that is not there. */
  checkTemplate: (id: string) => void
  jobsOf: (deviceId: string, kind: JobKind) => Job[]
  hasUnfinished: (deviceId: string) => boolean
  start: (kind: JobKind, deviceId: string, input: unknown) => void
  onChange: (rules: KeptZeroTouchRule[]) => void
}

/** Starts what the rules say when a known box starts: once, in order, and never on top of other work. */
export class ZeroTouch {
  readonly #deps: ZeroTouchDeps
  /** Boxes that said that they are as from the factory, until they are provisioned. */
  readonly #bootstrapped = new Set<string>()
  /** Boxes that started, until it was considered what to do with them. */
  readonly #started = new Set<string>()
  #isStopped = false

  constructor(deps: ZeroTouchDeps) {
    this.#deps = deps
  }

  list(): KeptZeroTouchRule[] {
    return this.#deps.records.list()
  }

  /** Throws NOT_FOUND where there is no such template. */
  save(rule: ZeroTouchRule): KeptZeroTouchRule {
    this.#deps.checkTemplate(rule.template)
    const kept = { ...rule, changedAt: new Date().toISOString() }
    this.#deps.records.set(kept)
    this.#deps.onChange(this.list())
    return kept
  }

  /** Throws NOT_FOUND. */
  remove(id: string): void {
    if (!this.list().some((rule) => rule.id === id)) throw new AppError('NOT_FOUND', { id })
    this.#deps.records.remove(id)
    this.#deps.onChange(this.list())
  }

  /** Names of the rules that start a template. */
  startersOf(template: string): string[] {
    return this.list()
      .filter((rule) => rule.template === template)
      .map(({ name, id }) => name || id)
  }

  /** A box said something: its start is what rules wait for. */
  arrived(deviceId: string, message: CpeRequest): void {
    if (message.name !== 'Inform') return
    const numbers = message.events
      .map(({ code }) => normaliseEvent(code))
      .flatMap((event) => (event.kind === 'standard' ? [event.number] : []))
    if (!numbers.includes(0) && !numbers.includes(1)) return
    if (numbers.includes(0)) this.#bootstrapped.add(deviceId)
    this.#started.add(deviceId)
    this.#consider(deviceId)
  }

  /** A job of a box ended: the start that it brought about, or that came meanwhile, is considered now. */
  jobChanged(job: Job): void {
    if (isFinal(job.state)) setImmediate(() => this.#consider(job.deviceId))
  }

  /** Starts nothing any more. */
  stop(): void {
    this.#isStopped = true
  }

  #consider(deviceId: string): void {
    if (this.#isStopped || !this.#deps.isOn()) return
    const device = this.#deps.deviceOf(deviceId)
    if (!device || !this.#started.has(deviceId) || this.#deps.hasUnfinished(deviceId)) return
    this.#started.delete(deviceId)
    const rule = ruleFor(this.list(), device)
    if (!rule) return
    const step = nextStep(rule, device, this.#pastOf(deviceId, rule), this.#bootstrapped.has(deviceId))
    if (step) this.#start(deviceId, step, rule.id)
  }

  #start(deviceId: string, step: ZeroTouchStep, ruleId: string): void {
    if (step.kind === 'provision') {
      this.#bootstrapped.delete(deviceId)
      this.#deps.start('provision', deviceId, { template: step.template, values: step.values, ruleId })
    } else this.#deps.start('firmware', deviceId, { firmwareId: step.firmwareId, ruleId })
  }

  #pastOf(deviceId: string, rule: KeptZeroTouchRule): ZeroTouchPast {
    const outcome = (kind: JobKind, fits: (job: Job) => boolean): ZeroTouchPast['provision'] => {
      const last = this.#deps.jobsOf(deviceId, kind).find((job) => job.createdAt >= rule.changedAt && fits(job))
      if (!last) return 'none'
      return last.state === 'succeeded' && !hasRefusals(last) ? 'succeeded' : 'failed'
    }
    return {
      firmware: outcome('firmware', () => true),
      provision: outcome('provision', ({ input }) => {
        const { template, dryRun } = (input ?? {}) as { template?: unknown; dryRun?: unknown }
        return template === rule.template && dryRun !== true
      }),
    }
  }
}

/** Whether the box refused values of the template. */
function hasRefusals({ result }: Job): boolean {
  return ((result as { summary?: { failed?: number } } | null)?.summary?.failed ?? 0) > 0
}
