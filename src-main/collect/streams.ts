import { createHash } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { normaliseEvent } from '#shared/cwmp/events.ts'
import { toErrorData } from '#shared/errors.ts'
import type { EvidenceItem } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import { RpcFault } from '../cwmp/script.ts'
import type { Arrival } from '../jobs/arrivals.ts'
import { syslogLine } from '../logs/syslog-line.ts'
import { type Collecting, fileUntil, pauseUntil } from './collecting.ts'
import type { KeptFile } from './evidence.ts'
import type { Sink } from './sinks.ts'

type Known = ReadonlyMap<string, ParameterValue>

/** A log that the box streams while other items are collected; ends after its time, and sets the box back as it was. */
export interface Stream {
  end(): Promise<void>
}

const syslogObject = 'Device.X_00E0FC.LogParaConfiguration.'
const realTimeObject = 'Device.X_CTC_IPTV.LogMsg.'

/**
 * The platform's log over syslog, and as a file over FTP beside it (field.md 2.2). null where the box refuses; its
 * settings are remembered before they are changed, so that they are restored after a crash as well.
 */
export async function startSyslog(collecting: Collecting, item: EvidenceItem, known: Known): Promise<Stream | null> {
  const { context, deps, evidence, sinks, settings } = collecting
  const path = join(evidence.directory, 'syslog.log')
  const writer = lineWriter(path, context.input.maxBytes, (count, bytes) =>
    evidence.set(item.id, { status: 'receiving', count, bytes }),
  )
  const address = deps.addressOf(context.deviceId)
  try {
    const port = await sinks.syslog(writer.add, (from) => from === address)
    const ftp = await sinks.open('ftp', 'box.log', context.input.maxBytes).catch(() => null)
    const localAddress = await context.inSession(async function* (facts) {
      yield* []
      return facts.localAddress
    })
    const endsAt = Date.now() + context.input.streamSeconds * 1000
    await settings.change(
      syslogObject,
      {
        SyslogServer: `${localAddress}:${port}`,
        SyslogContinueTime: String(Math.max(1, Math.ceil(context.input.streamSeconds / 60))),
        LogFtpServer: ftp?.urlWithLoginFor(localAddress) ?? '',
        LogOutPutType: ftp ? '3' : '2',
      },
      known,
    )
    evidence.set(item.id, { status: 'asked', protocol: 'syslog' })
    return { end: () => endSyslog(collecting, { item, endsAt, ftp, writer }) }
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    evidence.set(item.id, { status: 'failed', error: toErrorData(error) })
    return null
  }
}

interface RunningSyslog {
  item: EvidenceItem
  endsAt: number
  ftp: Sink | null
  writer: LineWriter
}

async function endSyslog(collecting: Collecting, { item, endsAt, ftp, writer }: RunningSyslog): Promise<void> {
  const { context, evidence, settings } = collecting
  context.step('receivingLog')
  await pauseUntil(endsAt, context.signal)
  await settings.putBack(syslogObject)
  const file = ftp ? await fileUntil(ftp, Date.now(), context.signal) : null
  const written = await writer.end()
  if (written) evidence.received(item.id, written)
  if (file) evidence.received(item.id, file)
  if (!written && !file) evidence.set(item.id, { status: 'empty' })
}

/** The real-time log of telecom boxes: its values ride on Informs of `M CTC LOG_PERIODIC`. */
export async function startRealTimeLog(
  collecting: Collecting,
  item: EvidenceItem,
  known: Known,
): Promise<Stream | null> {
  const { context, evidence, settings } = collecting
  const { streamSeconds } = context.input
  const since = context.mark()
  try {
    await settings.change(realTimeObject, { MsgOrFile: '1', Duration: String(streamSeconds), Enable: '1' }, known)
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    evidence.set(item.id, { status: 'failed', error: toErrorData(error) })
    return null
  }
  evidence.set(item.id, { status: 'asked', protocol: 'cwmp' })
  const until = Date.now() + streamSeconds * 1000
  return { end: () => endRealTimeLog(collecting, item, { since, until }) }
}

async function endRealTimeLog(
  collecting: Collecting,
  item: EvidenceItem,
  span: { since: number; until: number },
): Promise<void> {
  const lines: string[] = []
  const take = ({ at, message }: Arrival): undefined => {
    if (message.name !== 'Inform' || !message.events.some(({ code }) => isLogEvent(code))) return
    const own = message.parameters.filter(({ name }) => name.startsWith(realTimeObject))
    lines.push(`${at} ${own.map(({ name, value }) => `${name.slice(realTimeObject.length)}=${value}`).join(' ')}\n`)
    collecting.evidence.set(item.id, { status: 'receiving', count: lines.length })
  }
  await collecting.context.waitFor(take, { ...span, step: 'receivingLog' })
  await collecting.settings.putBack(realTimeObject)
  await collecting.evidence.write(item.id, 'real-time-log.log', lines)
}

function isLogEvent(code: string): boolean {
  const event = normaliseEvent(code)
  return event.kind === 'vendor' && /^log_?periodic$/i.test(event.text)
}

interface LineWriter {
  add: (message: SyslogMessage) => void
  end: () => Promise<KeptFile | null>
}

/** Appends lines to a file in the order in which they came, up to a size. */
function lineWriter(path: string, maxBytes: number, onProgress: (count: number, bytes: number) => void): LineWriter {
  const hash = createHash('sha256')
  let [count, bytes, toldAt] = [0, 0, 0]
  let pending: string[] = []
  let writing: Promise<void> = Promise.resolve()
  const flush = () => {
    if (pending.length === 0) return
    const text = pending.join('')
    pending = []
    hash.update(text)
    writing = writing.then(() => appendFile(path, text, { mode: 0o600 }))
  }
  return {
    add(message) {
      const line = `${syslogLine(message)}\n`
      if (bytes + Buffer.byteLength(line) > maxBytes) return
      count += 1
      bytes += Buffer.byteLength(line)
      pending.push(line)
      if (Date.now() - toldAt < 500) return
      toldAt = Date.now()
      flush()
      onProgress(count, bytes)
    },
    async end() {
      flush()
      await writing
      if (count === 0) return null
      const receivedAt = new Date().toISOString()
      return { path, sizeBytes: bytes, sha256: hash.digest('hex'), receivedAt }
    },
  }
}
