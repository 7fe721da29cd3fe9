import { type BoxCore, factsOf, setQuietly } from '../core.ts'
import { logText } from '../model/log-text.ts'
import { findParameter } from '../model/tree.ts'
import { transferFile } from '../transfer/fetch.ts'
import type { TestBench } from './tests.ts'

/** Actions of the Huawei-platform objects: writing a number starts them, a State parameter tells how far they are. */

export interface VendorAction {
  /** Path of the parameter whose writing starts it, and the value that does. */
  readonly trigger: string
  readonly value: string
  readonly run: (bench: TestBench) => Promise<void>
}

const value = (core: BoxCore, path: string): string => findParameter(core.tree, path)?.value ?? ''

async function put(bench: TestBench, body: Buffer): Promise<boolean> {
  const { core, path, signal } = bench
  const result = await transferFile({
    method: 'PUT',
    url: value(core, `${path}UploadURL`),
    credentials: { username: value(core, `${path}Username`), password: value(core, `${path}Password`) },
    body,
    signal,
    timeoutMs: 30_000,
  })
  return result.kind === 'done'
}

/** One-key log collection: State 2 running, 3 done, 4 failed. */
async function collectLog(bench: TestBench): Promise<void> {
  const { core, path } = bench
  setQuietly(core, `${path}State`, '2')
  await bench.sleep(1)
  const isSent = await put(bench, Buffer.from(logText({ now: new Date(), facts: factsOf(core) }, 200)))
  setQuietly(core, `${path}State`, isSent ? '3' : '4')
  setQuietly(core, `${path}Action`, '0')
}

/** libpcap file header, no packets: what a capture of a silent port holds. */
function emptyCapture(): Buffer {
  const header = Buffer.alloc(24)
  header.writeUInt32LE(0xa1b2c3d4, 0)
  header.writeUInt16LE(2, 4)
  header.writeUInt16LE(4, 6)
  header.writeUInt32LE(65_535, 16)
  header.writeUInt32LE(1, 20)
  return header
}

/** Remote packet capture: 2 start, 3 running, 5 uploading, 6 done, 7 upload failed (field.md, section 2). */
async function capture(bench: TestBench): Promise<void> {
  const { core, path } = bench
  setQuietly(core, `${path}State`, '3')
  await bench.sleep(Number(value(core, `${path}Duration`)))
  setQuietly(core, `${path}State`, '5')
  setQuietly(core, `${path}State`, (await put(bench, emptyCapture())) ? '6' : '7')
}

/** Speed test of the platform: fetches DownloadURL, speeds in kbit/s; state 2 asks, 3 done, 4 failed. */
async function measureBandwidth(bench: TestBench): Promise<void> {
  const { core, path, signal } = bench
  const startedAt = Date.now()
  const result = await transferFile({
    method: 'GET',
    url: value(core, `${path}DownloadURL`),
    credentials: { username: value(core, `${path}Username`), password: value(core, `${path}Password`) },
    body: Buffer.alloc(0),
    signal,
    timeoutMs: 30_000,
  })
  const seconds = Math.max(0.001, (Date.now() - startedAt) / 1000)
  const isDone = result.kind === 'done'
  const speed = isDone ? Math.round((result.body.length * 8) / 1000 / seconds) : 0
  for (const [name, factor] of [
    ['AvgSpeed', 1],
    ['MaxSpeed', 1.15],
    ['MinSpeed', 0.85],
  ] as const) {
    setQuietly(core, path + name, String(Math.min(2 ** 31 - 1, Math.round(speed * factor))))
  }
  setQuietly(core, `${path}ErrorCode`, isDone ? '0' : String(result.fault))
  setQuietly(core, `${path}DiagnosticsState`, isDone ? '3' : '4')
}

export const VENDOR_ACTIONS: readonly VendorAction[] = [
  { trigger: 'Device.X_00E0FC.DebugInfo.Action', value: '1', run: collectLog },
  { trigger: 'Device.X_00E0FC.StartupInfo.Action', value: '1', run: collectLog },
  { trigger: 'Device.X_00E0FC.PacketCapture.State', value: '2', run: capture },
  { trigger: 'Device.X_00E0FC.BandwidthDiagnostics.DiagnosticsState', value: '2', run: measureBandwidth },
]
