import { dataModelOf } from '#shared/cwmp/paths.ts'
import { formatBoolean, parseBoolean } from '#shared/cwmp/values.ts'
import type { Alarm, AlarmSource, Subscription } from '#shared/model/alarm.ts'
import type { JobInput } from '#shared/model/job-kinds.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { ask, RpcFault, type Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { alarmsIn } from '../faults/alarm-rows.ts'
import type { AlarmReport } from '../faults/report.ts'
import {
  alarmObjects,
  alarmSwitches,
  alarmTables,
  vendorAlarmObjects,
  watchedAt,
  watchedBranches,
} from '../faults/watched.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { rootIn } from './read.ts'
import { readPaths } from './read-paths.ts'

/** Where the alarms of a job's box go, and how they stand. */
export interface FaultKeeper {
  report(deviceId: string, reports: readonly AlarmReport[], complete?: readonly AlarmSource[]): void
  standing(deviceId: string): Alarm[]
}

/** Reads the alarm tables of a box, where it has some (spec 05 section 3). */
export function readFaultsWorkflow(keeper: FaultKeeper): Workflow<'readFaults'> {
  return {
    kind: 'readFaults',
    restart: 'again',
    async run(context) {
      const tables = await context.inSession((facts) => readAlarmTables(context, facts, keeper), { retries: 2 })
      return { tables, alarms: keeper.standing(context.deviceId) }
    },
  }
}

/** Reads the alarm tables inside another script; gives those that the box has. */
export async function* readAlarmTables(
  context: Pick<WorkflowContext<unknown>, 'deviceId' | 'quirks'>,
  facts: SessionFacts,
  keeper: FaultKeeper,
): Script<string[]> {
  const root = rootIn(facts.inform.parameters)
  const own = [...alarmObjects.map((object) => root + object), ...vendorAlarmObjects].filter((one) =>
    one.startsWith(root),
  )
  const { values, failed } = yield* readPaths(own, context.quirks)
  const missing = new Set(failed.map(({ name }) => name))
  const tables = own.filter((object) => !missing.has(object))
  const isWhole = tables.includes(`${root}FaultMgmt.CurrentAlarm.`)
  keeper.report(context.deviceId, alarmsIn(values), isWhole ? ['faultMgmt'] : [])
  return tables
}

/**
 * Subscribes to what tells of faults (TR-069 A.3.2.4): tables of alarms, watched parameters, switches of vendors. Where
 * active notification is refused (9009) passive is tried; what the box has not is left out.
 */
export const subscribeFaults: Workflow<'subscribeFaults'> = {
  kind: 'subscribeFaults',
  restart: 'again',
  async run(context) {
    return await context.inSession((facts) => subscribe(context, facts), { retries: 2 })
  },
}

interface Wish {
  path: string
  notification: 1 | 2
}

async function* subscribe(
  context: WorkflowContext<JobInput<'subscribeFaults'>>,
  facts: SessionFacts,
): Script<{ subscriptions: Subscription[] }> {
  const { paths, notification, switches } = context.input
  context.step('reading', 0.1)
  const wishes =
    paths.length > 0 ? paths.map((path) => ({ path, notification })) : yield* usualWishes(context, facts, notification)
  context.step('writing', 0.4)
  const subscriptions = yield* setAll(wishes)
  if (!switches || paths.length > 0) return { subscriptions }
  const root = rootIn(facts.inform.parameters)
  const { values } = yield* readPaths(
    alarmSwitches.filter((one) => one.startsWith(root)),
    context.quirks,
  )
  context.step('writing', 0.8)
  for (const one of values) subscriptions.push(yield* switchOn(one, context.commandKey))
  return { subscriptions }
}

async function* usualWishes(
  context: Pick<WorkflowContext<unknown>, 'quirks'>,
  facts: SessionFacts,
  notification: 1 | 2,
): Script<Wish[]> {
  const root = rootIn(facts.inform.parameters)
  const model = dataModelOf(facts.inform.parameters.map(({ name }) => name))
  const tables = alarmTables.map((table) => ({ ...table, path: root + table.object }))
  const branches = watchedBranches(model).filter((branch) => branch.startsWith(root))
  const { values, failed } = yield* readPaths([...tables.map(({ path }) => path), ...branches], context.quirks)
  const missing = new Set(failed.map(({ name }) => name))
  const own = tables.filter(({ path }) => !missing.has(path))
  const watched = values.filter(({ name }) => watchedAt(name) !== undefined)
  return [
    ...own.map(({ path, notification: best }) => ({ path, notification: best < notification ? best : notification })),
    ...watched.map(({ name }) => ({ path: name, notification })),
  ]
}

/** All at once; the request is atomic, so after a refusal one by one. */
async function* setAll(wishes: readonly Wish[]): Script<Subscription[]> {
  if (wishes.length === 0) return []
  try {
    const attributes = wishes.map(({ path, notification }) => ({ name: path, notification }))
    yield* ask({ name: 'SetParameterAttributes', attributes })
    return wishes.map(({ path, notification }) => ({ path, status: notification === 2 ? 'active' : 'passive' }))
  } catch (error) {
    if (!(error instanceof RpcFault) || error.faultCode === 9000) throw error
  }
  const done: Subscription[] = []
  for (const wish of wishes) done.push(yield* setOne(wish))
  return done
}

async function* setOne({ path, notification }: Wish): Script<Subscription> {
  try {
    yield* ask({ name: 'SetParameterAttributes', attributes: [{ name: path, notification }] })
    return { path, status: notification === 2 ? 'active' : 'passive' }
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    const { faultCode: code, faultText: message } = error
    if (code === 9009 && notification === 2) return yield* setOne({ path, notification: 1 })
    return { path, status: code === 9009 ? 'refused' : 'failed', code, message }
  }
}

async function* switchOn({ name, value, type }: ParameterValue, parameterKey: string): Script<Subscription> {
  if (parseBoolean(value) === true) return { path: name, status: 'switchedOn' }
  try {
    const on = formatBoolean(true, value)
    yield* ask({ name: 'SetParameterValues', parameters: [{ name, value: on, type }], parameterKey })
    return { path: name, status: 'switchedOn' }
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    return { path: name, status: 'failed', code: error.faultCode, message: error.faultText }
  }
}
