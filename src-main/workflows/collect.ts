import { toErrorData } from '#shared/errors.ts'
import type { EvidenceItem } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { ChangedSettings } from '../collect/changed-settings.ts'
import type { CollectDeps, Collecting } from '../collect/collecting.ts'
import { Evidence } from '../collect/evidence.ts'
import { type EvidencePlan, item, itemsOf, planEvidence } from '../collect/plan.ts'
import { Sinks } from '../collect/sinks.ts'
import { type Stream, startRealTimeLog, startSyslog } from '../collect/streams.ts'
import { collectUpload } from '../collect/uploads.ts'
import { collectVendorFile } from '../collect/vendor-files.ts'
import { commonBranches, discoveryBranches } from '../collect/vendor-sources.ts'
import { RpcFault } from '../cwmp/script.ts'
import type { Workflow } from '../jobs/workflow.ts'
import { readAlarmTables } from './faults.ts'
import { readInSessions, rootIn } from './read.ts'

/**
 * Collects what a box can tell of a trouble: its parameters, alarms and logs, the files it can send, our own trace. One
 * item that fails spoils no other. The receivers run while the job does. Asking twice does no harm, so a restart begins
 * anew.
 */
export function collectWorkflow(deps: CollectDeps): Workflow<'collect'> {
  return {
    kind: 'collect',
    restart: 'again',
    async run(context) {
      const evidence = new Evidence(deps.folderOf(context.jobId), context.show)
      const sinks = new Sinks(deps.sinks, evidence.directory)
      const settings = new ChangedSettings(context)
      const collecting: Collecting = { context, deps, evidence, sinks, settings }
      await evidence.start()
      try {
        await collect(collecting)
        return evidence.result
      } finally {
        await sinks.stop()
      }
    },
  }
}

async function collect(collecting: Collecting): Promise<void> {
  const { context, evidence } = collecting
  const { kinds } = context.input
  evidence.list(kinds.map((kind) => item(kind, kind, '')))
  // What a run before a crash had changed.
  await collecting.settings.putBack('')
  const root = await context.inSession(async function* ({ inform }) {
    yield* []
    return rootIn(inform.parameters)
  })
  const values = await readParameters(collecting, root)
  const plan = planEvidence(values, root)
  const read = evidence.result.items.find(({ kind }) => kind === 'parameters')
  evidence.list(itemsOf(kinds, plan).map((one) => (one.kind === 'parameters' && read ? read : one)))
  const known = new Map(values.map((value) => [value.name, value]))
  const streams = await startStreams(collecting, known)
  await collectAlarms(collecting)
  await ofKnown(collecting, plan, known)
  await ofBox(collecting, plan, known)
  for (const stream of streams) await stream.end()
  await ofApp(collecting)
}

async function readParameters({ context, evidence, deps }: Collecting, root: string): Promise<ParameterValue[]> {
  const one = evidence.waiting('parameters')
  const wanted = context.input.paths.length > 0 ? context.input.paths : ['']
  const isWhole = one !== undefined && wanted.includes('')
  const own = isWhole ? [] : [...commonBranches.map((branch) => root + branch), ...discoveryBranches]
  const paths = [...(one ? wanted : []), ...own.filter((path) => path.startsWith(root))]
  if (one) evidence.set(one.id, { status: 'receiving' })
  const { values, failed } = await readInSessions(context, paths, {
    onProgress: (progress) => context.step('reading', progress * 0.4),
  })
  if (one) {
    const { jobId, deviceId } = context
    const kept = isWhole ? failed : failed.filter(({ name }) => wanted.includes(name))
    evidence.keepSnapshot(deps.saveSnapshot({ jobId, deviceId }, values, kept))
    evidence.set(one.id, { status: values.length > 0 ? 'done' : 'empty', count: values.length })
  }
  return values
}

async function startStreams(collecting: Collecting, known: Known): Promise<Stream[]> {
  const { evidence } = collecting
  const [syslog, realTime] = [evidence.waiting('syslog'), evidence.waiting('realTimeLog')]
  const streams = [
    syslog ? await startSyslog(collecting, syslog, known) : null,
    realTime ? await startRealTimeLog(collecting, realTime, known) : null,
  ]
  return streams.filter((stream) => stream !== null)
}

type Known = ReadonlyMap<string, ParameterValue>

async function collectAlarms(collecting: Collecting): Promise<void> {
  const { context, deps, evidence } = collecting
  const one = evidence.waiting('alarms')
  if (!one) return
  await guarded(collecting, one, async () => {
    await context.inSession((facts) => readAlarmTables(context, facts, deps.faults), { retries: 2 })
    const alarms = deps.alarmsOf(context.deviceId)
    await evidence.write(one.id, 'alarms.json', alarms.length === 0 ? [] : [JSON.stringify(alarms, null, 1)])
    evidence.set(one.id, { count: alarms.length })
  })
}

async function ofKnown({ evidence }: Collecting, plan: EvidencePlan, known: Known): Promise<void> {
  const one = evidence.waiting('deviceLog')
  if (one && plan.deviceLog !== null)
    await evidence.write(one.id, 'device-log.txt', [known.get(plan.deviceLog)?.value ?? ''])
}

/** Files that the box sends, one after the other: it need hold no more than three in its queue (spec 02 section 2.6). */
async function ofBox(collecting: Collecting, plan: EvidencePlan, known: Known): Promise<void> {
  const { context, evidence } = collecting
  const { items } = evidence.result
  const asked = items.filter(({ status, kind }) => status === 'waiting' && ofBoxKinds.has(kind))
  for (const [index, one] of asked.entries()) {
    context.step('collecting', 0.4 + (0.5 * index) / asked.length)
    const upload = plan.uploads.find(({ id }) => id === one.id)
    const source = plan.vendor.find(({ kind }) => kind === one.kind)
    if (upload) await guarded(collecting, one, () => collectUpload(collecting, upload, one))
    else if (source) await guarded(collecting, one, () => collectVendorFile(collecting, source, one, known))
  }
}

const ofBoxKinds: ReadonlySet<EvidenceItem['kind']> = new Set([
  'configFile',
  'logFile',
  'debugInfo',
  'startupInfo',
  'packetCapture',
])

/** What the app itself knows of the box. */
async function ofApp({ context, deps, evidence }: Collecting): Promise<void> {
  context.step('collecting', 0.95)
  const diagnostics = evidence.waiting('diagnostics')
  if (diagnostics) {
    const jobs = deps.diagnosticsOf(context.deviceId)
    const text = JSON.stringify(
      jobs.map(({ id, createdAt, result }) => ({ id, createdAt, result })),
      null,
      1,
    )
    await evidence.write(diagnostics.id, 'diagnostics.json', jobs.length === 0 ? [] : [text])
    evidence.set(diagnostics.id, { count: jobs.length })
  }
  const trace = evidence.waiting('trace')
  if (trace) {
    let count = 0
    const lines = function* (): Generator<string> {
      for (const message of deps.traceOf(context.deviceId)) {
        count += 1
        yield `${JSON.stringify(message)}\n`
      }
    }
    await evidence.write(trace.id, 'trace.ndjson', lines())
    evidence.set(trace.id, { count })
  }
}

/** A fault of the box is the end of one item, not of the job. */
async function guarded({ evidence }: Collecting, one: EvidenceItem, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    evidence.set(one.id, { status: 'failed', error: toErrorData(error) })
  }
}
