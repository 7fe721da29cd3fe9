import { meansSame } from '#shared/cwmp/same-value.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { WriteInput, WriteResult, WrittenValue } from '#shared/model/job-kinds.ts'
import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { CwmpFault } from '../cwmp/codec/messages.ts'
import { type Form, likeBox, type WritingManner } from './lexical-form.ts'

/** One value on its way, in the form in which it is sent; flat, so that a secret is sealed where it is kept. */
export interface WriteRow extends Form {
  name: string
  /** null where it could not be read. */
  old: string | null
  /** The type that the box reported; null where it could not be read. */
  ownType: string | null
}

interface ReadValues {
  values: readonly ParameterValue[]
  failed: readonly ParameterFailure[]
}

/** Rows from what is wanted and what the box reads now. */
export function planRows(wanted: WriteInput['values'], { values }: ReadValues, manner: WritingManner): WriteRow[] {
  const byName = new Map(values.map((value) => [value.name, value]))
  return wanted.map(({ name, value, type }) => {
    const now = byName.get(name)
    const old = now?.value ?? null
    const form = { value, type: type ?? now?.type ?? 'string' }
    return { name, old, ownType: now?.type ?? null, ...likeBox(form, old, manner) }
  })
}

/** What became of rows that the box accepted, from what it reads afterwards. */
export function judgeAccepted(
  rows: readonly WriteRow[],
  { values, failed }: ReadValues,
  status: 0 | 1 | null,
): WrittenValue[] {
  const byName = new Map(values.map(({ name, value }) => [name, value]))
  const failures = new Map(failed.map((failure) => [failure.name, failure]))
  return rows.map((row) => {
    const base = describe(row)
    const readBack = byName.get(row.name)
    if (readBack === undefined) {
      const { code = 0, message = '' } = failures.get(row.name) ?? {}
      return { ...base, status: 'different', code, message }
    }
    if (meansSame(readBack, row.value, row.type)) return { ...base, status: 'verified', readBack }
    if (isConcealed(row.name, readBack)) return { ...base, status: 'verified', readBack, hidden: true }
    return { ...base, status: 'different', readBack, ...(status === 1 ? { pending: true } : {}) }
  })
}

/** What became of rows that the box refused: nothing of the request was applied (TR-069 A.3.2.1). */
export function judgeRefused(rows: readonly WriteRow[], fault: CwmpFault): WrittenValue[] {
  const blamed = new Map(fault.setParameterValuesFaults.map((one) => [one.parameterName, one]))
  const isListed = rows.some(({ name }) => blamed.has(name))
  return rows.map((row) => {
    const own = blamed.get(row.name)
    if (own) return { ...describe(row), status: 'failed', code: own.code, message: own.message }
    const { code, message } = fault
    return { ...describe(row), status: 'failed', code, message, ...(isListed ? { heldBack: true } : {}) }
  })
}

/** Rows whose refusal may be one of form: those the box names, or all of them where it names none. */
export function suspects(rows: readonly WriteRow[], fault: CwmpFault): WriteRow[] {
  const aboutForm = new Map(
    fault.setParameterValuesFaults
      .filter(({ code }) => code === 9003 || code === 9006 || code === 9007)
      .map((one) => [one.parameterName, one]),
  )
  if (fault.setParameterValuesFaults.length > 0) return rows.filter(({ name }) => aboutForm.has(name))
  return [9002, 9003, 9006, 9007].includes(fault.code) ? [...rows] : []
}

/**
 * Whether a request whose answer was lost took effect, told by what the box reads now: by the ParameterKey that it sets
 * on success only (TR-069 A.3.2.1), else by the values. null where nothing tells.
 */
export function wasApplied(
  rows: readonly WriteRow[],
  now: readonly ParameterValue[],
  parameterKey: string,
): boolean | null {
  if (now.some(({ name, value }) => name.endsWith('.ManagementServer.ParameterKey') && value === parameterKey))
    return true
  const byName = new Map(now.map(({ name, value }) => [name, value]))
  let tells: boolean | null = null
  for (const { name, old, value, type } of rows) {
    const present = byName.get(name)
    if (present === undefined || old === null || meansSame(old, value, type)) continue
    if (!meansSame(present, old, type)) return true
    if (!isConcealed(name, present)) tells = false
  }
  return tells
}

/** Secrets read back as nothing or as stars by rule (TR-106, hidden parameters). */
function isConcealed(name: string, readBack: string): boolean {
  return isSecret(name) && /^\**$/.test(readBack)
}

function describe({ name, old, value, type }: WriteRow): Pick<WrittenValue, 'name' | 'old' | 'value' | 'type'> {
  return { name, old, value, type }
}

/** Whether anything was written at all. */
export function isAnyWritten({ values }: Pick<WriteResult, 'values'>): boolean {
  return values.some(({ status }) => status !== 'failed')
}
