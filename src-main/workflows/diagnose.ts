import { judge, worst } from '#shared/diagnose-limits.ts'
import { AppError, toErrorData } from '#shared/errors.ts'
import type { DiagnoseInput, DiagnoseResult, DiagnosticResult, DiagnosticTest } from '#shared/model/diagnose.ts'
import { RpcFault } from '../cwmp/script.ts'
import type { FarEnd, FarEndLink } from '../diagnose/far-end.ts'
import { type DiagnosticForm, isRunning } from '../diagnose/forms.ts'
import { below, readObject, type StartedTest, startTest } from '../diagnose/start.ts'
import { informWith } from '../jobs/expect.ts'
import type { Workflow, WorkflowContext } from '../jobs/workflow.ts'

type Context = WorkflowContext<DiagnoseInput>

/** Pauses between questions to a box that sends no `8 DIAGNOSTICS COMPLETE`, in milliseconds. */
const pollMs = 15_000

/**
 * Has a box run its own tests, one after the other (spec 03 section 5): sets inputs and DiagnosticsState, lets the
 * session end, waits for `8 DIAGNOSTICS COMPLETE` or asks by connection request, reads the results and judges them. A
 * test that the box lacks or refuses spoils nothing; what was measured is kept over a restart.
 */
export function diagnoseWorkflow(farEnd: FarEnd): Workflow<'diagnose'> {
  return {
    kind: 'diagnose',
    restart: 'resume',
    async run(context) {
      const { tests } = context.input
      const kept = context.recall() as DiagnosticResult[] | null
      const results: DiagnosticResult[] = tests.map((test, index) => kept?.[index] ?? waiting(test))
      const current = (): DiagnoseResult => ({
        results: [...results],
        verdict: worst(results.map((one) => one.verdict)),
      })
      context.show(current())
      for (const [index, test] of tests.entries()) {
        if (results[index]?.endedAt) continue
        context.step('diagnosing', index / tests.length)
        const onStarted = (started: Partial<DiagnosticResult>): void => {
          results[index] = { ...waiting(test), ...started }
          context.show(current())
        }
        results[index] = { ...(await runTest(context, farEnd, test, onStarted)), endedAt: new Date().toISOString() }
        context.remember(results.map((one) => (one.endedAt ? one : null)))
        context.show(current())
      }
      return current()
    },
  }
}

function waiting(test: DiagnosticTest): DiagnosticResult {
  return {
    test,
    status: 'waiting',
    object: '',
    state: '',
    startedAt: null,
    endedAt: null,
    metrics: [],
    rows: [],
    verdict: 'none',
    error: null,
  }
}

async function runTest(
  context: Context,
  farEnd: FarEnd,
  test: DiagnosticTest,
  onStarted: (started: Partial<DiagnosticResult>) => void,
): Promise<DiagnosticResult> {
  const link = linkFor(farEnd, test)
  const base = { ...waiting(test), startedAt: new Date().toISOString() }
  try {
    const started = await context.inSession(
      (facts) =>
        startTest(facts, {
          test,
          urlFor: (host) => link?.urlFor(host) ?? '',
          mark: context.mark,
          parameterKey: context.commandKey,
        }),
      { retries: 2 },
    )
    if (started === null) return { ...base, status: 'unsupported' }
    const requested: DiagnosticResult = { ...base, status: 'requested', object: started.form.object }
    onStarted(requested)
    return await finished(context, requested, started)
  } catch (error) {
    const isOfTest =
      error instanceof RpcFault || (error instanceof AppError && error.code === 'DIAGNOSTIC_WITHOUT_STATE')
    if (!isOfTest) throw error
    return { ...base, status: 'failed', verdict: 'bad', error: toErrorData(error) }
  } finally {
    link?.close()
  }
}

function linkFor(farEnd: FarEnd, test: DiagnosticTest): FarEndLink | null {
  if (test.kind === 'upload' && test.url === '') return farEnd.sink(test.sizeBytes)
  if ((test.kind === 'download' || test.kind === 'bandwidth') && test.url === '') return farEnd.source(test.sizeBytes)
  return null
}

/** Until the box has its result, or takes three times as long as it may. */
async function finished(context: Context, base: DiagnosticResult, started: StartedTest): Promise<DiagnosticResult> {
  const { form } = started
  const firstWaitMs = (context.input.waitSeconds ?? expectedSeconds(base.test)) * 1000
  const giveUpAt = Date.now() + Math.max(3 * firstWaitMs, firstWaitMs + 4 * pollMs)
  let since = started.since
  let waitMs = firstWaitMs
  for (;;) {
    await context.waitFor(informWith(8), { since, until: Date.now() + waitMs, step: 'waitingForDiagnostics' })
    since = context.mark()
    const values = await context.inSession(
      async function* () {
        return yield* readObject(form.object)
      },
      { retries: 2 },
    )
    const found = below(form.object, values ?? [])
    const state = found.get('DiagnosticsState') ?? ''
    if (!isRunning(form, state)) return judged(base, form, state, found, context.input.limits)
    if (Date.now() >= giveUpAt) return { ...base, state, status: 'timeout', verdict: 'bad' }
    waitMs = Math.min(pollMs, firstWaitMs)
  }
}

function judged(
  base: DiagnosticResult,
  form: DiagnosticForm,
  state: string,
  found: ReturnType<typeof below>,
  limits: DiagnoseInput['limits'],
): DiagnosticResult {
  if (isFailure(form, state)) return { ...base, state, status: 'failed', verdict: 'bad' }
  const { metrics, rows } = form.read(found, base.test)
  const kept = metrics.map((metric) => ({
    ...metric,
    verdict: judge(`${form.kind}.${metric.name}`, metric.value, limits),
  }))
  return { ...base, state, status: 'done', metrics: kept, rows, verdict: worst(kept.map(({ verdict }) => verdict)) }
}

/** `None` after a request: another write reset the test (spec 03 section 5). The platform's own test counts 4 as failed. */
function isFailure({ request }: DiagnosticForm, state: string): boolean {
  return /^(?:error|none$|cancel)/i.test(state) || (request !== 'Requested' && state === '4')
}

/** What a test may take, and half a minute for the box to come back (spec 03 section 5). */
function expectedSeconds(test: DiagnosticTest): number {
  switch (test.kind) {
    case 'ping':
    case 'lookup':
      return (test.count * test.timeoutMs) / 1000 + 30
    case 'traceRoute':
      return (test.tries * test.timeoutMs * test.maxHops) / 1000 + 30
    // At a megabit per second.
    case 'download':
    case 'upload':
    case 'bandwidth':
      return test.sizeBytes / 125_000 + 30
    case 'tcpConnect':
    case 'play':
      return 60
  }
}
