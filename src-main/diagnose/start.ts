import { dataModelOf } from '#shared/cwmp/paths.ts'
import { AppError } from '#shared/errors.ts'
import type { DiagnosticTest } from '#shared/model/diagnose.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { AcsRequest } from '../cwmp/codec/messages.ts'
import { ask, RpcFault, type Script } from '../cwmp/script.ts'
import type { Answer } from '../cwmp/session-machine.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { rootIn } from '../workflows/read.ts'
import { type Below, type DiagnosticForm, formsFor } from './forms.ts'

/** A test that the box has taken. */
export interface StartedTest {
  form: DiagnosticForm
  /** Where the box's messages stood before it was asked. */
  since: number
}

export interface StartOptions {
  test: DiagnosticTest
  /** The URL of the far end, for our address on the box's connection. */
  urlFor: (host: string) => string
  mark: () => number
  parameterKey: string
}

/**
 * Finds the object of the box that runs a test, and starts it: all inputs and DiagnosticsState in one
 * SetParameterValues (spec 03 section 5). The session should end then. null where the box has no such object. Throws
 * RpcFault where it refuses the inputs.
 */
export async function* startTest(facts: SessionFacts, options: StartOptions): Script<StartedTest | null> {
  const names = facts.inform.parameters.map(({ name }) => name)
  for (const form of formsFor(options.test.kind, dataModelOf(names), rootIn(facts.inform.parameters))) {
    const found = yield* readObject(form.object)
    if (found === null) continue
    const since = options.mark()
    const reach = { host: facts.localAddress, url: options.urlFor(facts.localAddress) }
    const parameters = inputsOf(form, found, form.inputs(options.test, reach))
    yield* ask({ name: 'SetParameterValues', parameters, parameterKey: options.parameterKey })
    return { form, since }
  }
  return null
}

/** All that stands below an object; null where the box has it not. */
export function* readObject(object: string): Generator<AcsRequest, ParameterValue[] | null, Answer> {
  try {
    const { parameters } = yield* ask({ name: 'GetParameterValues', names: [object] })
    return parameters.length === 0 ? null : parameters
  } catch (error) {
    if (error instanceof RpcFault && [9003, 9005].includes(error.faultCode)) return null
    throw error
  }
}

/** Values by the rest of their path below an object. */
export function below(object: string, values: readonly ParameterValue[]): Below {
  return new Map(values.map(({ name, value }) => [name.slice(object.length), value]))
}

function inputsOf(
  { object, request }: DiagnosticForm,
  found: readonly ParameterValue[],
  inputs: Record<string, string>,
): ParameterValue[] {
  const types = new Map(found.map(({ name, type }) => [name, type]))
  const stateType = types.get(`${object}DiagnosticsState`)
  if (stateType === undefined) throw new AppError('DIAGNOSTIC_WITHOUT_STATE', { object })
  const wanted = Object.entries(inputs).flatMap(([leaf, value]) => {
    const type = types.get(object + leaf)
    return type === undefined ? [] : [{ name: object + leaf, value, type }]
  })
  return [...wanted, { name: `${object}DiagnosticsState`, value: request, type: stateType }]
}
