import { setTimeout as pause } from 'node:timers/promises'
import { formatBoolean, parseBoolean } from '#shared/cwmp/values.ts'
import { AppError } from '#shared/errors.ts'
import type { JobInput, JobResult } from '#shared/model/job-kinds.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { type OwedMemo, owedIn } from '../collect/changed-settings.ts'
import { ask, type Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { lightSwitches } from './lights.ts'
import { rootIn } from './read.ts'
import { readPaths } from './read-paths.ts'

/** Milliseconds of each dark or bright phase: slow enough for the eye, and for boxes that take their time to write. */
const phaseMs = 700

/**
 * Has a box blink so that it is told from its neighbours: its lights are switched over and back, in one session. How they
 * stood is remembered before, and put back at the end, on cancel, and after a crash.
 */
export const identify: Workflow<'identify'> = {
  kind: 'identify',
  restart: 'again',
  run: (context) => context.inSession((facts) => blink(context, facts), { retries: 2 }),
}

type Context = WorkflowContext<JobInput<'identify'>>

async function* blink(context: Context, { inform }: SessionFacts): Script<JobResult<'identify'>> {
  const left = owedIn(context.recall())
  if (left.length > 0) yield* write(context, left)
  const lights = yield* findLights(context, rootIn(inform.parameters))
  if (lights.length === 0) throw new AppError('IDENTIFY_NOT_POSSIBLE')
  const others = lights.map((one) => ({ ...one, value: formatBoolean(parseBoolean(one.value) !== true, one.value) }))
  context.remember({ restore: lights } satisfies OwedMemo)
  const { blinks } = context.input
  try {
    for (let done = 0; done < blinks; done += 1) {
      context.step('blinking', done / blinks)
      yield* write(context, others)
      await pause(phaseMs)
      yield* write(context, lights)
      await pause(phaseMs)
    }
  } finally {
    yield* write(context, lights)
    context.remember(null)
  }
  return { lights: lights.map(({ name }) => name), blinks }
}

/** The switches of this box, or the ones that were named, with how they stand. */
async function* findLights({ input, quirks }: Context, root: string): Script<ParameterValue[]> {
  const known = lightSwitches.filter(({ read }) => read.startsWith(root))
  const isNamed = input.paths.length > 0
  const { values } = yield* readPaths(isNamed ? input.paths : known.map(({ read }) => read), quirks)
  return values.filter(
    ({ name, value }) => parseBoolean(value) !== undefined && (isNamed || known.some(({ isSwitch }) => isSwitch(name))),
  )
}

async function* write({ commandKey }: Context, parameters: ParameterValue[]): Script<void> {
  yield* ask({ name: 'SetParameterValues', parameters, parameterKey: commandKey })
}
