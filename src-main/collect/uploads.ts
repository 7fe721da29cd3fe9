import { AppError, toErrorData } from '#shared/errors.ts'
import type { EvidenceItem } from '#shared/model/collect.ts'
import type { ReceivedFile } from '#shared/model/transfer.ts'
import type { TransferComplete } from '../cwmp/codec/messages.ts'
import { ask, RpcFault } from '../cwmp/script.ts'
import { transferCompleteOf } from '../jobs/expect.ts'
import { type Collecting, fileUntil, showTransfer } from './collecting.ts'
import type { UploadPlan } from './plan.ts'
import type { Sink, SinkProtocol } from './sinks.ts'
import { whyNoFile } from './why-no-file.ts'

/** Tried in turn while the box says that it does not know one (9013). */
const protocols: readonly SinkProtocol[] = ['http', 'ftp', 'tftp']

/** What may be in flight when the box says that it is done. */
const graceMs = 5000

interface Attempt {
  file: ReceivedFile | null
  /** Why there is no file. */
  fault: AppError | null
}

/** How the wait for a file ended. */
type Waited = { file: ReceivedFile } | { file: null; isReported: boolean; fault: AppError | null }

/** Has a box send one of its files (TR-069 A.4.1.5), by the first file type and protocol that it takes. */
export async function collectUpload(collecting: Collecting, plan: UploadPlan, item: EvidenceItem): Promise<void> {
  const { evidence } = collecting
  let last: AppError | null = null
  for (const protocol of protocols) {
    for (const [index, fileType] of plan.fileTypes.entries()) {
      evidence.set(item.id, { status: 'asked', protocol })
      const { file, fault } = await attempt(collecting, { plan, item, protocol, fileType, index })
      if (file) return evidence.received(item.id, file)
      last = fault
      if (fault?.code !== 'CWMP_9003') break
    }
    if (last?.code !== 'CWMP_9013') break
  }
  if (last?.code === 'CWMP_9000') evidence.set(item.id, { status: 'missing', error: toErrorData(last) })
  else if (last) evidence.set(item.id, { status: 'failed', error: toErrorData(last) })
}

interface Order {
  plan: UploadPlan
  item: EvidenceItem
  protocol: SinkProtocol
  fileType: string
  index: number
}

async function attempt(collecting: Collecting, order: Order): Promise<Attempt> {
  const { context, sinks } = collecting
  let sink: Sink
  try {
    sink = await sinks.open(order.protocol, order.plan.fileName, context.input.maxBytes)
  } catch (error) {
    if (error instanceof AppError) return { file: null, fault: error }
    throw error
  }
  const off = showTransfer(collecting, order.item, sink)
  try {
    const waited = await asked(collecting, order, sink)
    if (waited.file) return { file: waited.file, fault: null }
    const requests = collecting.deps.sinks.links.requestsOf(sink.linkId)
    const { fileSeconds: seconds, maxBytes } = context.input
    return { file: null, fault: whyNoFile({ ...waited, requests, seconds, maxBytes }) }
  } catch (error) {
    if (error instanceof RpcFault) return { file: null, fault: error }
    throw error
  } finally {
    off()
    sink.close()
  }
}

async function asked(collecting: Collecting, { plan, protocol, fileType, index }: Order, sink: Sink): Promise<Waited> {
  const { context } = collecting
  const commandKey = keyOf(context.commandKey, `${plan.id}${protocol}${index}`)
  const since = context.mark()
  const status = await context.inSession(
    async function* ({ localAddress }) {
      const url = sink.urlFor(localAddress)
      const { username, password } = sink.credentials
      const response = yield* ask({ name: 'Upload', commandKey, fileType, url, username, password, delaySeconds: 0 })
      return response.status
    },
    { retries: 2 },
  )
  const until = Date.now() + context.input.fileSeconds * 1000
  if (status === 0) return reported(await fileUntil(sink, Date.now() + graceMs, context.signal))
  const stop = new AbortController()
  try {
    const complete = context.waitFor(transferCompleteOf(commandKey), {
      since,
      until,
      step: 'waitingForFile',
      signal: stop.signal,
    })
    const first = await Promise.race([fileUntil(sink, until, context.signal), complete])
    if (first === null) return { file: null, isReported: false, fault: null }
    if ('sizeBytes' in first) return { file: first }
    return await afterComplete(collecting, first, sink)
  } finally {
    stop.abort()
  }
}

async function afterComplete(collecting: Collecting, { fault }: TransferComplete, sink: Sink): Promise<Waited> {
  const file = await fileUntil(sink, Date.now() + (fault.code === 0 ? graceMs : 0), collecting.context.signal)
  if (file || fault.code === 0) return reported(file)
  const error = new AppError(`CWMP_${fault.code}`, { method: 'Upload', text: fault.message })
  return { file: null, isReported: true, fault: error }
}

/** The box says that the file has left. */
function reported(file: ReceivedFile | null): Waited {
  return file ? { file } : { file: null, isReported: true, fault: null }
}

/** One key for each request of the job: 32 characters at most (A.4.1.5). */
function keyOf(jobKey: string, part: string): string {
  let sum = 0
  for (const char of part) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return `${jobKey.slice(0, 24)}${sum.toString(16).padStart(8, '0')}`
}
