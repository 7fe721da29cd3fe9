import { type BoxCore, factsOf, setQuietly } from '../core.ts'
import { preciseTime } from '../model/builders.ts'
import { addRow, findObject, findParameter } from '../model/tree.ts'
import { transferFile } from '../transfer/fetch.ts'

/** One object with a DiagnosticsState, at work. */
export interface TestBench {
  readonly core: BoxCore
  /** Path of the object, with its final dot. */
  readonly path: string
  readonly signal: AbortSignal
  /** Waits so many seconds of box time. */
  readonly sleep: (seconds: number) => Promise<boolean>
}

/** Runs a test, writes its results and returns the final DiagnosticsState. */
export type DiagnosticTest = (bench: TestBench) => Promise<string>

const read = ({ core, path }: TestBench, name: string): string => findParameter(core.tree, path + name)?.value ?? ''
const write = ({ core, path }: TestBench, values: Readonly<Record<string, string | number>>): void => {
  for (const [name, value] of Object.entries(values)) {
    setQuietly(core, path + name, String(value))
  }
}

/** Hosts that the virtual network does not know. */
const isUnknownHost = (host: string): boolean => host.trim() === '' || host.endsWith('.invalid')
/** Addresses from which the virtual network never answers: TEST-NET-1 of RFC 5737. */
const isSilent = (host: string): boolean => host.startsWith('192.0.2.')

function responseTimes(bench: TestBench, count: number): number[] {
  const { index } = factsOf(bench.core)
  return Array.from({ length: count }, (_, i) => 3 + ((index * 7 + i * 5) % 9))
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

export const runPing: DiagnosticTest = async (bench) => {
  const host = read(bench, 'Host')
  const count = Number(read(bench, 'NumberOfRepetitions'))
  if (isUnknownHost(host)) {
    return 'Error_CannotResolveHostName'
  }
  const silent = isSilent(host)
  await bench.sleep(silent ? (count * Number(read(bench, 'Timeout'))) / 1000 : count * 0.2)
  const times = silent ? [] : responseTimes(bench, Math.min(count, 1000))
  const [least, most, mean] = [Math.min(...times, 1e9), Math.max(...times, 0), average(times)]
  const minimum = times.length === 0 ? 0 : least
  write(bench, {
    SuccessCount: silent ? 0 : count,
    FailureCount: silent ? count : 0,
    AverageResponseTime: mean,
    MinimumResponseTime: minimum,
    MaximumResponseTime: most,
    AverageResponseTimeDetailed: mean * 1000 + 137,
    MinimumResponseTimeDetailed: minimum * 1000 + 101,
    MaximumResponseTimeDetailed: most * 1000 + 211,
    IPAddressUsed: factsOf(bench.core).address,
  })
  return 'Complete'
}

export const runTraceRoute: DiagnosticTest = async (bench) => {
  const host = read(bench, 'Host')
  const table = findObject(bench.core.tree, `${bench.path}RouteHops.`)
  table?.children.clear()
  if (isUnknownHost(host)) {
    return 'Error_CannotResolveHostName'
  }
  const hops = ['192.168.1.1', '100.64.0.1', '10.20.30.1', host]
  const limit = Number(read(bench, 'MaxHopCount'))
  await bench.sleep(1)
  for (const [i, hop] of hops.slice(0, limit).entries()) {
    const row = table && addRow(bench.core.tree, table)
    if (row !== undefined) {
      const times = [i * 2 + 1, i * 2 + 2, i * 2 + 1].join(',')
      write(
        { ...bench, path: row.path },
        {
          Host: hop,
          HostAddress: hop,
          ErrorCode: 0,
          RTTimes: times,
          HopHost: hop,
          HopHostAddress: hop,
          HopErrorCode: 0,
          HopRTTimes: times,
        },
      )
    }
  }
  write(bench, { ResponseTime: hops.length * 2, IPAddressUsed: factsOf(bench.core).address })
  return hops.length > limit ? 'Error_MaxHopCountExceeded' : 'Complete'
}

export const runLookup: DiagnosticTest = async (bench) => {
  const host = read(bench, 'HostName')
  const table = findObject(bench.core.tree, `${bench.path}Result.`)
  table?.children.clear()
  const count = Math.max(1, Number(read(bench, 'NumberOfRepetitions')))
  await bench.sleep(count * 0.1)
  const isKnown = !isUnknownHost(host)
  for (let i = 0; i < Math.min(count, 100); i += 1) {
    const row = table && addRow(bench.core.tree, table)
    if (row !== undefined) {
      write(
        { ...bench, path: row.path },
        {
          Status: isKnown ? 'Success' : 'Error_HostNameNotResolved',
          AnswerType: isKnown ? 'NonAuthoritative' : 'None',
          HostNameReturned: isKnown ? host : '',
          IPAddresses: isKnown ? '203.0.113.10' : '',
          DNSServerIP: read(bench, 'DNSServer') || '223.5.5.5',
          ResponseTime: 6 + (i % 5),
        },
      )
    }
  }
  write(bench, { SuccessCount: isKnown ? count : 0 })
  return 'Complete'
}

interface Timing {
  open: Date
  opened: Date
  requested: Date
  begun: Date | undefined
}

function stopwatch() {
  const now = new Date()
  const timing: Timing = { open: now, opened: now, requested: now, begun: undefined }
  const onOpen = (phase: 'connecting' | 'connected' | 'requested') => {
    const field = ({ connecting: 'open', connected: 'opened', requested: 'requested' } as const)[phase]
    timing[field] = new Date()
  }
  return { timing, onOpen }
}

const ERRORS: Readonly<Record<number, string>> = {
  9012: 'Error_LoginFailed',
  9013: 'Error_InitConnectionFailed',
  9015: 'Error_InitConnectionFailed',
}

/** TR-143 download: really fetches DownloadURL. */
export const runDownload: DiagnosticTest = async (bench) => {
  const { timing, onOpen } = stopwatch()
  const result = await transferFile({
    method: 'GET',
    url: read(bench, 'DownloadURL'),
    credentials: { username: '', password: '' },
    body: Buffer.alloc(0),
    signal: bench.signal,
    timeoutMs: 30_000,
    onOpen,
    onData: () => {
      timing.begun ??= new Date()
      return undefined
    },
  })
  if (result.kind === 'failed') {
    return ERRORS[result.fault] ?? 'Error_TransferFailed'
  }
  write(bench, {
    ...times(timing, timing.begun ?? timing.requested),
    TestBytesReceived: result.body.length,
    TotalBytesReceived: result.body.length,
  })
  return 'Completed'
}

const LARGEST_UPLOAD = 67_108_864

/** TR-143 upload: really PUTs TestFileLength bytes to UploadURL. */
export const runUpload: DiagnosticTest = async (bench) => {
  const { timing, onOpen } = stopwatch()
  const length = Math.min(Number(read(bench, 'TestFileLength')), LARGEST_UPLOAD)
  const result = await transferFile({
    method: 'PUT',
    url: read(bench, 'UploadURL'),
    credentials: { username: '', password: '' },
    body: Buffer.alloc(length, 0x55),
    signal: bench.signal,
    timeoutMs: 30_000,
    onOpen,
  })
  if (result.kind === 'failed') {
    return ERRORS[result.fault] ?? 'Error_NoTransferComplete'
  }
  write(bench, { ...times(timing, timing.requested), TotalBytesSent: length })
  return 'Completed'
}

const times = (timing: Timing, begun: Date): Readonly<Record<string, string>> => ({
  TCPOpenRequestTime: preciseTime(timing.open),
  TCPOpenResponseTime: preciseTime(timing.opened),
  ROMTime: preciseTime(timing.requested),
  BOMTime: preciseTime(begun),
  EOMTime: preciseTime(new Date()),
})

/** The operator's TCP SYN test. */
export const runTcpSyn: DiagnosticTest = async (bench) => {
  await bench.sleep(1)
  write(bench, { SuccessCount: 10, FailureCount: 0, AverageResponseTime: 12, MinimumResponseTime: 9 })
  return 'Complete'
}

/** The platform's play test: any URL with a scheme plays. */
export const runPlay: DiagnosticTest = async (bench) => {
  await bench.sleep(2)
  const plays = /^\w+:\/\//.test(read(bench, 'PlayURL'))
  write(bench, { PlayState: plays ? 1 : 0 })
  return plays ? 'Complete' : 'Error_Other'
}
