import { instancesIn } from '#shared/cwmp/paths.ts'
import { formatBoolean, parseBoolean } from '#shared/cwmp/values.ts'
import { AppError } from '#shared/errors.ts'
import type { JobInput, JobResult } from '#shared/model/job-kinds.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { ask, type Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { measure } from '../monitor/measure.ts'
import { readSample } from '../monitor/sample-script.ts'
import { urlHost } from '../net/address.ts'
import { rootIn } from './read.ts'
import { readPaths } from './read-paths.ts'

/** By this name our profile is known in the box. */
const profileName = 'FieldACS'
/** Each is an AddObject: more would make the session long without showing more. */
const mostReferences = 60

type Context = WorkflowContext<JobInput<'bulkData'>>
type Known = ReadonlyMap<string, ParameterValue>

/**
 * Sets a box up to send bulk data over HTTP to this PC (TR-069 Annex N, TR-181 BulkData), or takes that out of it again. A
 * profile of an earlier run goes first, so it may run twice; profiles of others are left alone.
 */
export const bulkData: Workflow<'bulkData'> = {
  kind: 'bulkData',
  restart: 'again',
  run: (context) => context.inSession((facts) => setUp(context, facts), { retries: 2 }),
}

async function* setUp(context: Context, facts: SessionFacts): Script<JobResult<'bulkData'>> {
  const object = `${rootIn(facts.inform.parameters)}BulkData.`
  context.step('readingBefore', 0.1)
  const known = new Map((yield* readPaths([object], context.quirks)).values.map((one) => [one.name, one]))
  if (!speaksHttp(known, object)) throw new AppError('BULK_DATA_NOT_SUPPORTED', { object })
  const others = yield* removeOurs(context, object, known)
  const { url } = context.input
  if (url === null) {
    if (!others.isAnyOn) yield* switchTo(context, known, object, false)
    return { profile: null, encoding: null, intervalSeconds: 0, references: [] }
  }
  const values = yield* readSample(facts, null, context.input.paths, context.quirks)
  const wanted = measure(values, Date.now(), new Map(), new Set(context.input.paths)).used
  context.remember({ before: others.instances })
  const { instanceNumber } = yield* ask({
    name: 'AddObject',
    objectName: `${object}Profile.`,
    parameterKey: context.commandKey,
  })
  const profile = `${object}Profile.${instanceNumber}.`
  const references = [...new Set(wanted)].slice(0, limitOf(known, object))
  for (const [index, reference] of references.entries()) {
    context.step('adding', 0.2 + (0.6 * index) / references.length)
    yield* addReference(context, profile, reference)
  }
  return yield* switchOn(context, { known, object, profile, references, host: facts.localAddress })
}

function speaksHttp(known: Known, object: string): boolean {
  const protocols = known.get(`${object}Protocols`)?.value
  return known.size > 0 && (protocols === undefined || protocols === '' || /\bHTTP\b/i.test(protocols))
}

function limitOf(known: Known, object: string): number {
  const most = Number(known.get(`${object}MaxNumberOfParameterReferences`)?.value ?? -1)
  return most > 0 ? Math.min(most, mostReferences) : mostReferences
}

/** Deletes our profiles: those of our name, and one whose AddObject was answered to nobody. */
async function* removeOurs(
  { commandKey, recall }: Context,
  object: string,
  known: Known,
): Script<{ instances: number[]; isAnyOn: boolean }> {
  const table = `${object}Profile.`
  const { before } = (recall() ?? {}) as { before?: number[] }
  const value = (instance: number, leaf: string) => known.get(`${table}${instance}.${leaf}`)?.value ?? ''
  const isOurs = (instance: number) =>
    value(instance, 'Name') === profileName ||
    (before !== undefined && !before.includes(instance) && value(instance, 'HTTP.URL') === '')
  const instances = instancesIn(table, known.keys())
  for (const instance of instances.filter(isOurs))
    yield* ask({ name: 'DeleteObject', objectName: `${table}${instance}.`, parameterKey: commandKey })
  const others = instances.filter((instance) => !isOurs(instance))
  return { instances: others, isAnyOn: others.some((instance) => parseBoolean(value(instance, 'Enable')) === true) }
}

async function* addReference({ commandKey }: Context, profile: string, reference: string): Script<void> {
  const { instanceNumber } = yield* ask({
    name: 'AddObject',
    objectName: `${profile}Parameter.`,
    parameterKey: commandKey,
  })
  const name = `${profile}Parameter.${instanceNumber}.Reference`
  yield* write(commandKey, [{ name, value: reference, type: 'string' }])
}

interface NewProfile {
  known: Known
  object: string
  profile: string
  references: string[]
  /** Our own address on the box's connection. */
  host: string
}

async function* switchOn(
  context: Context,
  { known, object, profile, references, host }: NewProfile,
): Script<JobResult<'bulkData'>> {
  context.step('writing', 0.85)
  const url = new URL(context.input.url ?? '')
  url.hostname = urlHost(host)
  const least = Number(known.get(`${object}MinReportingInterval`)?.value ?? 0)
  const intervalSeconds = Math.max(context.input.intervalSeconds, least)
  const encoding = /\bJSON\b/i.test(known.get(`${object}EncodingTypes`)?.value ?? 'JSON') ? 'JSON' : 'CSV'
  const own = new Map((yield* readPaths([profile], context.quirks)).values.map((one) => [one.name, one]))
  const settings: [leaf: string, value: string][] = [
    ['Name', profileName],
    ['Protocol', 'HTTP'],
    ['EncodingType', encoding],
    ['ReportingInterval', String(intervalSeconds)],
    ['JSONEncoding.ReportFormat', 'NameValuePair'],
    ['CSVEncoding.ReportFormat', 'ParameterPerRow'],
    ['HTTP.URL', url.href],
    ['HTTP.Method', 'POST'],
  ]
  const parameters = settings.flatMap(([leaf, value]) => {
    const one = own.get(profile + leaf)
    return one === undefined ? [] : [{ name: one.name, value, type: one.type }]
  })
  const enable = own.get(`${profile}Enable`)
  if (enable) parameters.push({ ...enable, value: formatBoolean(true, enable.value) })
  yield* write(context.commandKey, parameters)
  yield* switchTo(context, known, object, true)
  return { profile, encoding, intervalSeconds, references }
}

/** Bulk data as a whole. */
async function* switchTo({ commandKey }: Context, known: Known, object: string, isOn: boolean): Script<void> {
  const enable = known.get(`${object}Enable`)
  if (enable) yield* write(commandKey, [{ ...enable, value: formatBoolean(isOn, enable.value) }])
}

async function* write(parameterKey: string, parameters: ParameterValue[]): Script<void> {
  yield* ask({ name: 'SetParameterValues', parameters, parameterKey })
}
