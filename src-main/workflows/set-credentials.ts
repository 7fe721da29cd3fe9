import { AppError } from '#shared/errors.ts'
import type { JobInput, JobResult } from '#shared/model/job-kinds.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { generateLogin, type Login } from '../credentials/credential-service.ts'
import { ask, type Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { informWith } from '../jobs/expect.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { rootIn } from './read.ts'

/** Where logins of boxes are kept. */
export interface LoginKeeper {
  ownOf(deviceId: string, direction: Direction): Login | null
  set(deviceId: string, direction: Direction, login: Login): void
}

type Direction = 'connectionRequest' | 'acs'
type Logins = Partial<Record<Direction, Login>>
type Context = WorkflowContext<JobInput<'setCredentials'>>

/** The parameters of ManagementServer that hold each login (TR-106, TR-181). */
const parameters = {
  connectionRequest: { username: 'ConnectionRequestUsername', password: 'ConnectionRequestPassword' },
  acs: { username: 'Username', password: 'Password' },
} as const
const directions: readonly Direction[] = ['connectionRequest', 'acs']

const maxLosses = 3
const testSeconds = 30

/**
 * Gives a box credentials of its own and tries the one for connection requests at once (field.md pain 6). The new
 * ones are remembered (sealed, as all secrets of jobs) before they leave and sent again unchanged after a loss, so a box
 * never has a password that is kept nowhere.
 */
export function setCredentialsWorkflow(logins: LoginKeeper): Workflow<'setCredentials'> {
  return {
    kind: 'setCredentials',
    restart: 'resume',
    async run(context) {
      const chosen = choose(context, logins)
      // The box may log in with the new name in its very next session.
      if (chosen.acs) logins.set(context.deviceId, 'acs', chosen.acs)
      await writeUntilNotLost(context, chosen)
      if (chosen.connectionRequest) logins.set(context.deviceId, 'connectionRequest', chosen.connectionRequest)
      return {
        connectionRequest: chosen.connectionRequest
          ? { username: chosen.connectionRequest.username, tested: await test(context) }
          : null,
        acs: chosen.acs ? { username: chosen.acs.username } : null,
      } satisfies JobResult<'setCredentials'>
    },
  }
}

function choose({ input, deviceId, recall, remember }: Context, logins: LoginKeeper): Logins {
  const drafts = (recall() ?? {}) as Logins
  const chosen: Logins = {}
  for (const direction of directions) {
    if (input[direction] === 'keep') continue
    const stored = input[direction] === 'stored' ? logins.ownOf(deviceId, direction) : null
    if (input[direction] === 'stored' && !stored) throw new AppError('NO_CREDENTIALS_STORED', { direction })
    chosen[direction] = stored ?? drafts[direction] ?? generateLogin()
  }
  remember(chosen)
  return chosen
}

async function writeUntilNotLost(context: Context, chosen: Logins): Promise<void> {
  for (let losses = 0; ; losses += 1) {
    try {
      return await context.inSession((facts) => writeLogins(context, facts, chosen))
    } catch (error) {
      if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
    }
  }
}

async function* writeLogins(context: Context, { inform }: SessionFacts, chosen: Logins): Script<void> {
  const server = `${rootIn(inform.parameters)}ManagementServer.`
  const values = directions.flatMap((direction): ParameterValue[] => {
    const login = chosen[direction]
    if (!login) return []
    const { username, password } = parameters[direction]
    return [
      { name: server + username, value: login.username, type: 'string' },
      { name: server + password, value: login.password, type: 'string' },
    ]
  })
  context.step('writing', 0.4)
  yield* ask({ name: 'SetParameterValues', parameters: values, parameterKey: context.commandKey })
}

/** A connection request with the new credentials, and the Inform that proves it; null where the box cannot be called. */
async function test(context: Context): Promise<boolean | null> {
  context.step('testingCredentials', 0.7)
  const since = context.mark()
  const { isTaken, error } = await context.wake()
  if (error.code === 'CONNECTION_REQUEST_NO_MEANS') return null
  if (!isTaken) return false
  const proof = await context.waitFor(informWith(6), {
    since,
    until: Date.now() + testSeconds * 1000,
    step: 'testingCredentials',
  })
  return proof !== null
}
