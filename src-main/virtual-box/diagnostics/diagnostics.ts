import { type BoxCore, isSet, numberSetting, setQuietly } from '../core.ts'
import { findObject, findParameter, parametersOf } from '../model/tree.ts'
import { sendBulkData } from './bulk-data.ts'
import { streamSyslog, wantsSyslog } from './syslog.ts'
import {
  type DiagnosticTest,
  runDownload,
  runLookup,
  runPing,
  runPlay,
  runTcpSyn,
  runTraceRoute,
  runUpload,
  type TestBench,
} from './tests.ts'
import { VENDOR_ACTIONS } from './vendor-actions.ts'

/** Which test an object with a DiagnosticsState runs, by its name. */
const TESTS: readonly (readonly [RegExp, DiagnosticTest])[] = [
  [/\.IPPing(Diagnostics)?\.$/, runPing],
  [/\.TraceRoute(Diagnostics)?\.$/, runTraceRoute],
  [/\.NSLookupDiagnostics\.$/, runLookup],
  [/\.DownloadDiagnostics\.$/, runDownload],
  [/\.UploadDiagnostics\.$/, runUpload],
  [/\.TCPSYNDiagnostics\.$/, runTcpSyn],
  [/\.PlayDiagnostics\.$/, runPlay],
]

const BULK_PATH = 'Device.BulkData.'
const LOG_PATH = 'Device.X_CTC_IPTV.LogMsg.'

/** Runs, once the session is over, what the ACS asked for by writing parameters (spec 03, section 5). */
export class Diagnostics {
  readonly #core: BoxCore
  readonly #inform: (events: readonly string[]) => void
  readonly #running = new Map<string, AbortController>()

  constructor(core: BoxCore, inform: (events: readonly string[]) => void) {
    this.#core = core
    this.#inform = inform
  }

  /** Looks at what a session wrote; resolves when everything it started has ended. */
  async afterWrite(paths: readonly string[], signal: AbortSignal): Promise<void> {
    const objects = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('.') + 1)))
    const jobs = [...objects].flatMap((path) => [
      ...this.#tests(path, paths, signal),
      ...(path === LOG_PATH && isSet(this.#core, 'X_CTC_IPTV.LogMsg.Enable') ? [this.#streamLog(signal)] : []),
      ...(path.endsWith('.LogParaConfiguration.') && wantsSyslog(this.#core)
        ? [streamSyslog(this.#core, this.#supersede(path, signal))]
        : []),
    ])
    const actions = VENDOR_ACTIONS.filter(
      ({ trigger, value }) => paths.includes(trigger) && findParameter(this.#core.tree, trigger)?.value === value,
    ).map(({ trigger, run }) => run(this.#bench(trigger.slice(0, trigger.lastIndexOf('.') + 1), signal)))
    const bulk = paths.some((path) => path.startsWith(BULK_PATH))
      ? [sendBulkData(this.#core, this.#supersede(BULK_PATH, signal))]
      : []
    await Promise.all([...jobs, ...actions, ...bulk])
  }

  #bench(path: string, signal: AbortSignal): TestBench {
    const own = this.#supersede(path, signal)
    return { core: this.#core, path, signal: own, sleep: (seconds) => this.#core.clock.sleep(seconds, own) }
  }

  /** Stops what runs for this object and returns the signal of its successor. */
  #supersede(path: string, signal: AbortSignal): AbortSignal {
    this.#running.get(path)?.abort()
    const controller = new AbortController()
    this.#running.set(path, controller)
    return AbortSignal.any([signal, controller.signal])
  }

  #tests(path: string, written: readonly string[], signal: AbortSignal): Promise<void>[] {
    const state = findParameter(this.#core.tree, `${path}DiagnosticsState`)
    const test = TESTS.find(([pattern]) => pattern.test(path))?.[1]
    if (state === undefined || test === undefined) {
      return []
    }
    if (written.includes(state.path) && state.value === 'Requested') {
      return [this.#run(test, this.#bench(path, signal))]
    }
    // any other input written makes the results invalid and stops a running test
    this.#running.get(path)?.abort()
    state.value = 'None'
    return []
  }

  async #run(test: DiagnosticTest, bench: TestBench): Promise<void> {
    const state = await test(bench)
    if (bench.signal.aborted) {
      return
    }
    setQuietly(this.#core, `${bench.path}DiagnosticsState`, state)
    this.#core.emit({ kind: 'diagnostics', path: bench.path, state })
    if (this.#core.quirks.noDiagnosticsComplete !== true) {
      this.#inform(['8 DIAGNOSTICS COMPLETE'])
    }
  }

  /** Real-time log of CTC boxes: its values ride on Informs of `M CTC LOG_PERIODIC` for Duration seconds. */
  async #streamLog(signal: AbortSignal): Promise<void> {
    const own = this.#supersede(LOG_PATH, signal)
    const samples = Math.ceil(numberSetting(this.#core, 'X_CTC_IPTV.LogMsg.Duration') / 10)
    const object = findObject(this.#core.tree, LOG_PATH)
    for (let i = 0; i < samples && (await this.#core.clock.sleep(10, own)); i += 1) {
      for (const node of object === undefined ? [] : parametersOf(object)) {
        if (!node.spec.writable) {
          this.#core.extraInform.add(node.path)
        }
      }
      this.#inform(['M CTC LOG_PERIODIC'])
    }
    if (!own.aborted) {
      setQuietly(this.#core, `${LOG_PATH}Enable`, '0')
    }
  }
}
