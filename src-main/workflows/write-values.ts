import { rootOf } from '#shared/cwmp/paths.ts'
import { AppError } from '#shared/errors.ts'
import type { WriteInput, WriteResult, WrittenValue } from '#shared/model/job-kinds.ts'
import type { AcsRequest, CwmpFault } from '../cwmp/codec/messages.ts'
import type { Script } from '../cwmp/script.ts'
import type { Answer } from '../cwmp/session-machine.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import { alternativeForm, taughtBy } from './lexical-form.ts'
import { readPaths } from './read-paths.ts'
import { judgeAccepted, judgeRefused, planRows, suspects, type WriteRow, wasApplied } from './write-rows.ts'

/** What a write must remember over lost sessions and restarts. */
export interface WriteMemo {
  rows: WriteRow[]
  /** Whether a request may have reached the box. */
  isSent: boolean
}

/** What became of a write. */
export type Written = Pick<WriteResult, 'values' | 'status'>

export interface WriteOrder {
  values: WriteInput['values']
  bisect: boolean
  parameterKey: string
  recall: () => WriteMemo | null
  remember: (memo: WriteMemo) => void
}

type Helpers = Pick<WorkflowContext<unknown>, 'quirks' | 'learn' | 'step'>
type Attempt = { kind: 'accepted'; status: 0 | 1 } | { kind: 'refused'; fault: CwmpFault }

/**
 * Writes values and proves it, in one session: reads type and old value, sends one SetParameterValues, reads back. Where
 * an earlier try was cut off, it first reads what became of that one, and writes again only what was not written.
 */
export async function* writeValues(helpers: Helpers, order: WriteOrder): Script<Written> {
  const memo = order.recall()
  if (memo?.isSent) {
    const settled = yield* settleLostTry(helpers, order, memo.rows)
    if (settled) return settled
  }
  const rows = memo?.rows ?? (yield* plan(helpers, order))
  order.remember({ rows, isSent: true })
  helpers.step('writing', 0.4)
  const attempt = yield* send(rows, order.parameterKey)
  if (attempt.kind === 'accepted') return yield* proven(helpers, rows, attempt.status)
  return yield* afterRefusal(helpers, order, rows, attempt.fault)
}

async function* plan(helpers: Helpers, order: WriteOrder): Script<WriteRow[]> {
  helpers.step('readingBefore', 0.1)
  const names = order.values.map(({ name }) => name)
  const rows = planRows(order.values, yield* readPaths(names, helpers.quirks), helpers.quirks)
  order.remember({ rows, isSent: false })
  return rows
}

async function* settleLostTry(helpers: Helpers, order: WriteOrder, rows: WriteRow[]): Script<Written | null> {
  helpers.step('readingBack', 0.3)
  const names = rows.map(({ name }) => name)
  const key = `${rootOf(names[0] ?? '')}.ManagementServer.ParameterKey`
  const now = yield* readPaths([...names, key], helpers.quirks)
  if (wasApplied(rows, now.values, order.parameterKey) !== true) return null
  return { values: judgeAccepted(rows, now, null), status: null }
}

function* send(rows: readonly WriteRow[], parameterKey: string): Generator<AcsRequest, Attempt, Answer> {
  const parameters = rows.map(({ name, value, type }) => ({ name, value, type }))
  const answer = yield { name: 'SetParameterValues', parameters, parameterKey }
  if (answer.kind === 'fault') return { kind: 'refused', fault: answer.fault }
  if (answer.kind === 'response' && answer.response.name === 'SetParameterValuesResponse')
    return { kind: 'accepted', status: answer.response.status }
  throw new AppError('RPC_UNANSWERED', { method: 'SetParameterValues' })
}

async function* proven(helpers: Helpers, rows: WriteRow[], status: 0 | 1): Script<Written> {
  helpers.step('readingBack', 0.7)
  const names = rows.map(({ name }) => name)
  return { values: judgeAccepted(rows, yield* readPaths(names, helpers.quirks), status), status }
}

/** Once more in the other form where form may be the reason; then by halves, if that was agreed to. */
async function* afterRefusal(helpers: Helpers, order: WriteOrder, rows: WriteRow[], fault: CwmpFault): Script<Written> {
  const changed = new Map<string, WriteRow>()
  for (const row of suspects(rows, fault)) {
    const form = alternativeForm(row, row.ownType)
    if (form) changed.set(row.name, { ...row, ...form })
  }
  if (changed.size > 0) {
    const again = rows.map((row) => changed.get(row.name) ?? row)
    order.remember({ rows: again, isSent: true })
    const attempt = yield* send(again, order.parameterKey)
    if (attempt.kind === 'accepted') {
      for (const row of changed.values()) teach(helpers, row)
      return yield* proven(helpers, again, attempt.status)
    }
  }
  const isNamed = fault.setParameterValuesFaults.length > 0
  if (isNamed || !order.bisect || rows.length === 1) return { values: judgeRefused(rows, fault), status: null }
  return yield* byHalves(helpers, order, rows, fault)
}

function teach(helpers: Helpers, accepted: WriteRow): void {
  const { booleanForm, dateTimeMilliseconds } = taughtBy(accepted)
  if (booleanForm !== undefined) helpers.learn('booleanForm', booleanForm)
  if (dateTimeMilliseconds !== undefined) helpers.learn('dateTimeMilliseconds', dateTimeMilliseconds)
}

/** Finds the bad values of a request whose fault names none: halves that are good are thereby written. */
async function* byHalves(helpers: Helpers, order: WriteOrder, rows: WriteRow[], fault: CwmpFault): Script<Written> {
  helpers.step('bisecting', 0.5)
  const accepted: WriteRow[] = []
  const refused = new Map<string, WrittenValue>()
  let status: 0 | 1 = 0
  const parts = halves(rows)
  for (let part = parts.shift(); part; part = parts.shift()) {
    const attempt = yield* send(part, order.parameterKey)
    if (attempt.kind === 'accepted') {
      accepted.push(...part)
      status = attempt.status === 1 ? 1 : status
    } else if (part.length > 1) parts.unshift(...halves(part))
    else for (const row of judgeRefused(part, attempt.fault)) refused.set(row.name, row)
  }
  if (accepted.length === 0) return { values: judgeRefused(rows, fault), status: null }
  const done = yield* proven(helpers, accepted, status)
  const written = new Map(done.values.map((row) => [row.name, row]))
  return { values: rows.flatMap(({ name }) => written.get(name) ?? refused.get(name) ?? []), status }
}

function halves(rows: WriteRow[]): WriteRow[][] {
  const middle = Math.ceil(rows.length / 2)
  return [rows.slice(0, middle), rows.slice(middle)]
}
