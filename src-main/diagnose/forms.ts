import type { DataModel } from '#shared/cwmp/paths.ts'
import type { DiagnosticKind, DiagnosticTest } from '#shared/model/diagnose.ts'
import {
  type Reading,
  readBandwidth,
  readLookup,
  readPing,
  readPlay,
  readSpeed,
  readTcp,
  readTrace,
} from './readings.ts'

/** Values below a test's object, by the rest of their path. */
export type Below = ReadonlyMap<string, string>

/** What the far end of a test is, as the box reaches it. */
export interface Reach {
  /** This PC. */
  host: string
  /** Where the box fetches, or sends, its test file. */
  url: string
}

/** How one object of a data model runs a test (spec 03 section 5, TR-143). */
export interface DiagnosticForm {
  kind: DiagnosticKind
  models: readonly DataModel[]
  object: string
  /** What DiagnosticsState is set to. */
  request: string
  /** Inputs by leaf name; one that the box does not list is left out. */
  inputs: (test: DiagnosticTest, reach: Reach) => Record<string, string>
  read: (values: Below, test: DiagnosticTest) => Reading
}

type Inputs = DiagnosticForm['inputs']
type OfKind<K extends DiagnosticKind> = Extract<DiagnosticTest, { kind: K }>

const ping: Inputs = (test, { host }) => {
  const { host: wanted, count, timeoutMs, sizeBytes, dscp } = test as OfKind<'ping'>
  return {
    Host: wanted || host,
    NumberOfRepetitions: String(count),
    Timeout: String(timeoutMs),
    DataBlockSize: String(sizeBytes),
    DSCP: String(dscp),
  }
}

const trace: Inputs = (test, { host }) => {
  const { host: wanted, tries, timeoutMs, maxHops, sizeBytes } = test as OfKind<'traceRoute'>
  return {
    Host: wanted || host,
    NumberOfTries: String(tries),
    Timeout: String(timeoutMs),
    DataBlockSize: String(sizeBytes),
    MaxHopCount: String(maxHops),
  }
}

const lookup: Inputs = (test) => {
  const { name, server, count, timeoutMs } = test as OfKind<'lookup'>
  return { HostName: name, DNSServer: server, NumberOfRepetitions: String(count), Timeout: String(timeoutMs) }
}

const download: Inputs = (test, { url }) => ({ DownloadURL: (test as OfKind<'download'>).url || url })

const upload: Inputs = (test, { url }) => {
  const { url: wanted, sizeBytes } = test as OfKind<'upload'>
  return { UploadURL: wanted || url, TestFileLength: String(sizeBytes) }
}

const play: Inputs = (test) => ({ PlayURL: (test as OfKind<'play'>).url })

type Row = [models: DataModel[], object: string, request?: string]

const forms = (
  kind: DiagnosticKind,
  inputs: Inputs,
  read: DiagnosticForm['read'],
  rows: readonly Row[],
): DiagnosticForm[] =>
  rows.map(([models, object, request = 'Requested']) => ({ kind, models, object, request, inputs, read }))

/** Every object that runs a test: TR-181 issue 2, TR-098, Device:1, and the operators' own of set-top boxes. */
export const diagnosticForms: readonly DiagnosticForm[] = [
  ...forms('ping', ping, readPing, [
    [['tr181'], 'Device.IP.Diagnostics.IPPing.'],
    [['tr098'], 'InternetGatewayDevice.IPPingDiagnostics.'],
    [['tr106'], 'Device.LAN.IPPingDiagnostics.'],
  ]),
  ...forms('traceRoute', trace, readTrace, [
    [['tr181'], 'Device.IP.Diagnostics.TraceRoute.'],
    [['tr098'], 'InternetGatewayDevice.TraceRouteDiagnostics.'],
    [['tr106'], 'Device.LAN.TraceRouteDiagnostics.'],
  ]),
  ...forms('lookup', lookup, readLookup, [
    [['tr181'], 'Device.DNS.Diagnostics.NSLookupDiagnostics.'],
    [['tr098'], 'InternetGatewayDevice.NSLookupDiagnostics.'],
    [['tr106'], 'Device.NSLookupDiagnostics.'],
  ]),
  ...forms('download', download, readSpeed, [
    [['tr181'], 'Device.IP.Diagnostics.DownloadDiagnostics.'],
    [['tr098'], 'InternetGatewayDevice.DownloadDiagnostics.'],
    [['tr106'], 'Device.DownloadDiagnostics.'],
  ]),
  ...forms('upload', upload, readSpeed, [
    [['tr181'], 'Device.IP.Diagnostics.UploadDiagnostics.'],
    [['tr098'], 'InternetGatewayDevice.UploadDiagnostics.'],
    [['tr106'], 'Device.UploadDiagnostics.'],
  ]),
  ...forms('tcpConnect', () => ({}), readTcp, [[['tr106', 'tr181'], 'Device.X_CTC_IPTV.LAN.TCPSYNDiagnostics.']]),
  ...forms('bandwidth', download, readBandwidth, [
    [['tr106', 'tr181'], 'Device.X_00E0FC.BandwidthDiagnostics.', '2'],
    [['tr106', 'tr181'], 'Device.X_CMCC_OTV.BandwidthDiagnostics.'],
  ]),
  ...forms('play', play, readPlay, [[['tr106', 'tr181'], 'Device.X_00E0FC.PlayDiagnostics.']]),
]

/**
 * The forms to try for a test, the likeliest first. Those of another root are left out: some boxes do not survive a
 * question for a path of the other model.
 */
export function formsFor(kind: DiagnosticKind, model: DataModel, root: string): DiagnosticForm[] {
  const fitting = diagnosticForms.filter((form) => form.kind === kind && (root === '' || form.object.startsWith(root)))
  return fitting.toSorted((a, b) => Number(b.models.includes(model)) - Number(a.models.includes(model)))
}

/** Whether the box is still at it: it shows what was requested, or a word or number of the time before its result. */
export function isRunning({ request }: DiagnosticForm, state: string): boolean {
  return state === request || (request === 'Requested' && /^(?:in_?progress|running)$/i.test(state))
}
