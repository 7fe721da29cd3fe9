import { AppError, toErrorData } from '#shared/errors.ts'
import type { EvidenceItem } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { ask, RpcFault } from '../cwmp/script.ts'
import { type Collecting, fileUntil, showTransfer } from './collecting.ts'
import type { Sink, SinkProtocol } from './sinks.ts'
import type { VendorSource } from './vendor-sources.ts'
import { whyNoFile } from './why-no-file.ts'

/** Pauses between questions how far a box is, in milliseconds: a failure shows early or late; the last one repeats. */
const pollsMs = [2000, 5000, 15_000]

/** Has a box make and send a file by an object of its vendor, by the first protocol that works. */
export async function collectVendorFile(
  collecting: Collecting,
  source: VendorSource,
  item: EvidenceItem,
  known: ReadonlyMap<string, ParameterValue>,
): Promise<void> {
  const { context, evidence } = collecting
  let last: AppError | null = null
  for (const protocol of inOrder(source.protocols, evidence.provenProtocols)) {
    context.signal.throwIfAborted()
    evidence.set(item.id, { status: 'asked', protocol })
    try {
      last = await attempt(collecting, source, item, known, protocol)
      if (last === null) return
    } catch (error) {
      if (!(error instanceof AppError) || context.signal.aborted) throw error
      last = error
      // What is refused as such is refused by any way; a port of ours that does not open is not the box's fault.
      if (error instanceof RpcFault && error.faultCode !== 9007) break
    }
  }
  if (last) evidence.set(item.id, { status: 'failed', error: toErrorData(last) })
}

/** A way by which the box has sent something already comes first. */
function inOrder(protocols: readonly SinkProtocol[], proven: ReadonlySet<string>): SinkProtocol[] {
  return protocols.toSorted((a, b) => Number(proven.has(b)) - Number(proven.has(a)))
}

/** Has one try; gives why no file came, or null when it is here. */
async function attempt(
  collecting: Collecting,
  source: VendorSource,
  item: EvidenceItem,
  known: ReadonlyMap<string, ParameterValue>,
  protocol: SinkProtocol,
): Promise<AppError | null> {
  const { context, evidence, sinks } = collecting
  const sink = await sinks.open(protocol, source.fileName, context.input.maxBytes)
  const off = showTransfer(collecting, item, sink)
  try {
    await context.inSession(
      async function* ({ localAddress }) {
        const parameters = inputsOf(source, known, sink, localAddress, context.input.streamSeconds)
        yield* ask({ name: 'SetParameterValues', parameters, parameterKey: context.commandKey })
      },
      { retries: 2 },
    )
    const seconds = context.input.fileSeconds + (source.duration ? context.input.streamSeconds : 0)
    const until = Date.now() + seconds * 1000
    for (let polls = 0; Date.now() < until; polls += 1) {
      context.step('waitingForFile')
      const pollMs = pollsMs[Math.min(polls, pollsMs.length - 1)] ?? 0
      const file = await fileUntil(sink, Math.min(until, Date.now() + pollMs), context.signal)
      if (file) {
        evidence.received(item.id, file)
        return null
      }
      if (source.failed.test(await stateOf(collecting, source))) return whyNot(collecting, sink, seconds, true)
    }
    return whyNot(collecting, sink, seconds, false)
  } finally {
    off()
    sink.close()
  }
}

/** `hasGivenUp`: the box says that it could not. */
function whyNot({ context, deps }: Collecting, sink: Sink, seconds: number, hasGivenUp: boolean): AppError {
  const requests = deps.sinks.links.requestsOf(sink.linkId)
  const fault = hasGivenUp && requests.length === 0 ? new AppError('UPLOAD_GIVEN_UP') : null
  return whyNoFile({ requests, seconds, isReported: false, fault, maxBytes: context.input.maxBytes })
}

function inputsOf(
  source: VendorSource,
  known: ReadonlyMap<string, ParameterValue>,
  sink: Sink,
  host: string,
  seconds: number,
): ParameterValue[] {
  const wanted: [leaf: string | undefined, value: string][] = [
    [source.url, sink.urlFor(host)],
    [source.username, sink.credentials.username],
    [source.password, sink.credentials.password],
    [source.duration, String(seconds)],
    [source.trigger.leaf, source.trigger.value],
  ]
  return wanted.flatMap(([leaf, value]) => {
    const one = leaf === undefined ? undefined : known.get(source.object + leaf)
    return one === undefined ? [] : [{ name: one.name, value, type: one.type }]
  })
}

async function stateOf({ context }: Collecting, { object, state }: VendorSource): Promise<string> {
  return await context.inSession(
    async function* () {
      const { parameters } = yield* ask({ name: 'GetParameterValues', names: [object + state] })
      return parameters[0]?.value ?? ''
    },
    { retries: 2 },
  )
}
