import { AppError } from '#shared/errors.ts'
import type { JobInput, JobResult, WriteInput, WrittenValue } from '#shared/model/job-kinds.ts'
import type { ConnectionRequestVerdict, Heartbeat } from '#shared/model/reach.ts'
import { generateLogin, type Login } from '../credentials/credential-service.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { informWith } from '../jobs/expect.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'
import { pause } from '../util/pause.ts'
import { rootIn } from '../workflows/read.ts'
import type { WriteMemo } from '../workflows/write-values.ts'
import { withoutSecrets, writeUntilDone } from './write-until-done.ts'

/** What the workflow needs of the app beyond its box. */
export interface HeartbeatDeps {
  /** Port of the STUN server; null while it is not open. */
  stunPort: () => number | null
  heartbeatOf: (deviceId: string) => Heartbeat | null
  /** Sends the signed datagrams to where the box's heartbeats come from. */
  requestByUdp: (deviceId: string, login: Login | null, signal: AbortSignal) => Promise<ConnectionRequestVerdict>
  /** The box's own connection-request login and nothing wider. */
  ownLogin: (deviceId: string) => Login | null
  /** The login that would be used for the box now. */
  loginFor: (deviceId: string) => Login | null
  keepLogin: (deviceId: string, login: Login) => void
}

type Context = WorkflowContext<JobInput<'enableHeartbeat'>>

interface Memo {
  login: Login | null
  write: WriteMemo | null
  /** Milliseconds since the epoch; null until the values were written. */
  writtenAt: number | null
  values: WrittenValue[]
}

/** A box beats at once when STUNEnable is set; one that waits for its period gets three of them. */
const leastPatienceMs = 60_000
const lookEveryMs = 200
const udpTries = 2
/** A box that took the call opens its session within 30 s (TR-069 3.2.2). */
const informWithinMs = 35_000

/**
 * Sets a box up for UDP connection requests (TR-069 Annex G) and proves it: its heartbeat is heard, and a UDP request
 * brings its Inform with `6 CONNECTION REQUEST`.
 */
export function enableHeartbeatWorkflow(deps: HeartbeatDeps): Workflow<'enableHeartbeat'> {
  return {
    kind: 'enableHeartbeat',
    restart: 'resume',
    async run(context) {
      const memory = openMemory(context, deps)
      const written = memory.memo.writtenAt === null ? await write(context, deps, memory) : memory.memo
      if (written.login && context.input.credentials === 'generate') deps.keepLogin(context.deviceId, written.login)
      context.keep(() => ({ values: written.values }))
      const from = written.writtenAt ?? Date.now()
      const heartbeat = await hear(context, deps, from)
      const calledAt = Date.now()
      const informed = await call(context, deps, written.login)
      return {
        values: written.values,
        heartbeat: {
          address: heartbeat.address,
          port: heartbeat.port,
          natSeen: heartbeat.natSeen,
          afterSeconds: seconds(Date.parse(heartbeat.lastSeenAt) - from),
        },
        informed: { ...informed, afterSeconds: seconds(Date.parse(informed.at) - calledAt) },
      } satisfies JobResult<'enableHeartbeat'>
    },
  }
}

function openMemory(context: Context, deps: HeartbeatDeps) {
  const known = context.recall() as Memo | null
  const { deviceId, input } = context
  const login = input.credentials === 'keep' ? deps.loginFor(deviceId) : (deps.ownLogin(deviceId) ?? generateLogin())
  const state = { memo: known ?? { login, write: null, writtenAt: null, values: [] } }
  const change = (patch: Partial<Memo>): Memo => {
    state.memo = { ...state.memo, ...patch }
    context.remember(state.memo)
    return state.memo
  }
  // Remembered before it leaves: a box never has a password that is kept nowhere.
  if (!known) change({})
  return {
    get memo() {
      return state.memo
    },
    change,
  }
}

async function write(context: Context, deps: HeartbeatDeps, memory: ReturnType<typeof openMemory>): Promise<Memo> {
  const port = deps.stunPort()
  if (port === null) throw new AppError('CONNECTION_REQUEST_NO_ROUTE', { cause: 'UDP_STOPPED' })
  const written = await writeUntilDone(context, (facts) => valuesFor(context, facts, port, memory.memo.login), {
    recall: () => memory.memo.write,
    remember: (write) => void memory.change({ write }),
  })
  const values = withoutSecrets(written.values)
  context.keep(() => ({ values }))
  const enable = values.find(({ name }) => name.endsWith('.STUNEnable'))
  if (enable?.status === 'failed') {
    const { code = 0, message = '' } = enable
    throw new AppError('HEARTBEAT_NOT_SUPPORTED', { faultCode: code, text: message })
  }
  return memory.change({ values, writtenAt: Date.now() })
}

function valuesFor({ input }: Context, facts: SessionFacts, port: number, login: Login | null): WriteInput['values'] {
  const server = `${rootIn(facts.inform.parameters)}ManagementServer.`
  const period = String(input.periodSeconds)
  const isNew = input.credentials === 'generate' && login !== null
  const values: [string, string][] = [
    ['STUNServerAddress', input.serverAddress ?? facts.localAddress],
    ['STUNServerPort', String(port)],
    ['STUNMinimumKeepAlivePeriod', period],
    ['STUNMaximumKeepAlivePeriod', period],
    ...(isNew
      ? ([
          ['ConnectionRequestUsername', login.username],
          ['ConnectionRequestPassword', login.password],
        ] as [string, string][])
      : []),
    ['STUNEnable', '1'],
  ]
  return values.map(([name, value]) => ({ name: server + name, value }))
}

/** The first heartbeat after the values were written. */
async function hear(context: Context, deps: HeartbeatDeps, from: number): Promise<Heartbeat> {
  const { deviceId, signal, input } = context
  const until = Math.max(from, Date.now()) + Math.max(leastPatienceMs, 3000 * input.periodSeconds)
  context.step('waitingForHeartbeat', 0.6)
  while (Date.now() < until) {
    signal.throwIfAborted()
    const heartbeat = deps.heartbeatOf(deviceId)
    if (heartbeat && Date.parse(heartbeat.lastSeenAt) >= from) return heartbeat
    await pause(lookEveryMs, signal)
  }
  signal.throwIfAborted()
  throw new AppError('HEARTBEAT_NOT_HEARD', { seconds: Math.round((until - from) / 1000), port: deps.stunPort() ?? 0 })
}

/** UDP requests until the Inform that proves them. */
async function call(
  context: Context,
  deps: HeartbeatDeps,
  login: Login | null,
): Promise<{ events: string[]; at: string }> {
  for (let attempt = 0; attempt < udpTries; attempt += 1) {
    context.step('callingByUdp', 0.8)
    const since = context.mark()
    await deps.requestByUdp(context.deviceId, login, context.signal)
    context.signal.throwIfAborted()
    const until = Date.now() + informWithinMs
    const proof = await context.waitFor(informWith(6), { since, until, step: 'callingByUdp' })
    if (proof) return { events: proof.inform.events.map(({ code }) => code), at: proof.at }
  }
  throw new AppError('UDP_REQUEST_NO_INFORM', { seconds: (udpTries * informWithinMs) / 1000 })
}

function seconds(ms: number): number {
  return Math.max(0, Math.round(ms / 100) / 10)
}
