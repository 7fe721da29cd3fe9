import { type BoxCore, takeOnce } from './core.ts'
import { deliver } from './events.ts'
import { CpeFault } from './faults.ts'
import type { AcsLink } from './http/acs-link.ts'
import { buildInform, informEvents, informNames } from './inform.ts'
import type { CwmpVersion } from './model/spec.ts'
import { perform } from './rpc/methods.ts'
import { type AcsEnvelope, type AcsHeader, type AcsMessage, decodeAcsMessage, ProtocolError } from './soap/decode.ts'
import { envelope, NAMESPACES } from './soap/envelope.ts'
import {
  deploymentComplete,
  type EventEntry,
  mustUnderstandFault,
  soapFault,
  transferComplete,
} from './soap/messages.ts'
import { leaf } from './soap/xml.ts'

/** What a session needs of the box beyond its memory. */
export interface SessionHost {
  readonly core: BoxCore
  readonly link: AcsLink
  readonly retryCount: number
  /** Carries out the downloads and uploads that wait and may start at once. */
  readonly runTransfers: () => Promise<void>
  readonly losePower: () => void
  readonly wait: (ms: number) => Promise<void>
  readonly nextId: () => string
}

/** Longest session in exchanges: a guard against an ACS that never ends. */
const MOST_EXCHANGES = 20_000

interface Course {
  namespace: string
  informed: readonly EventEntry[]
  isHeld: boolean
  /** The empty POST has been sent while nothing held requests back. */
  hasYielded: boolean
  hasProbed: boolean
  hasFetched: boolean
}

/** Plays one session as CPE, from Inform to the last empty answer (TR-069 3.7.1.2, 3.7.2). Throws when it fails. */
export async function runSession(host: SessionHost): Promise<void> {
  const { core, link } = host
  const course: Course = {
    namespace: NAMESPACES[core.version],
    informed: [],
    isHeld: false,
    hasYielded: false,
    hasProbed: false,
    hasFetched: false,
  }
  if (core.quirks.emptyProbeFirst === true) {
    await link.post('')
  }
  let message = await sendInform(host, course)
  for (let exchanges = 0; exchanges < MOST_EXCHANGES; exchanges += 1) {
    if (message.kind === 'request') {
      message = await answer(host, course, message)
      continue
    }
    course.isHeld = message.kind !== 'empty' && message.header.holdRequests
    const request = course.isHeld || course.hasYielded ? undefined : nextRequest(host, course)
    if (request !== undefined) {
      message = await request()
    } else if (!course.hasYielded) {
      course.hasYielded = !course.isHeld
      message = await receive(host, '')
    } else if (await fetchInside(host, course)) {
      course.hasYielded = false
    } else {
      return
    }
  }
  throw new ProtocolError('the session has no end')
}

async function receive({ link }: SessionHost, body: string): Promise<AcsMessage> {
  return decodeAcsMessage(await link.post(body))
}

function wrap({ core }: SessionHost, course: Course, id: string | undefined, body: string, extra = ''): string {
  const { missingId, wrongId, mustUnderstand } = core.quirks
  const shown = missingId === true ? undefined : wrongId === true && id !== undefined ? `${id}-x` : id
  const marks = { true: 'true', empty: '', none: undefined } as const
  const xml = envelope(
    course.namespace,
    {
      id: shown,
      extra,
      ...(mustUnderstand === undefined || mustUnderstand === 'none' ? {} : { mustUnderstand: marks[mustUnderstand] }),
    },
    body,
  )
  return mustUnderstand === 'none' ? xml.replace(' soap:mustUnderstand="1"', '') : xml
}

/** Sends a request of the CPE and waits for its response; 8005 asks to send it again unchanged. */
async function call(host: SessionHost, course: Course, method: string, body: string, extra = ''): Promise<AcsMessage> {
  const xml = wrap(host, course, host.nextId(), body, extra)
  for (let tries = 0; tries < 5; tries += 1) {
    const message = await receive(host, xml)
    if (message.kind !== 'fault' || message.code !== 8005) {
      if (message.kind === 'response' && message.method !== method) {
        throw new ProtocolError(`${message.method}Response in answer to ${method}`)
      }
      return message
    }
  }
  throw new ProtocolError(`${method} was to be retried without end`)
}

async function sendInform(host: SessionHost, course: Course): Promise<AcsMessage> {
  const { core } = host
  course.informed = informEvents(core)
  course.hasYielded = false
  const told = informNames(core)
  const body = buildInform(core, course.informed, told, host.retryCount)
  const mark = 'soap:mustUnderstand="0"'
  const extra =
    (core.version >= '1.3' ? leaf('cwmp:SessionTimeout', 60, mark) : '') +
    (core.version === '1.4' ? leaf('cwmp:SupportedCWMPVersions', '1.0,1.1,1.2,1.3,1.4', mark) : '')
  const message = await call(host, course, 'Inform', body, extra)
  if (message.kind !== 'response') {
    throw new ProtocolError(
      message.kind === 'fault' ? `Inform refused: ${message.code} ${message.text}` : 'Inform not answered',
    )
  }
  course.namespace = negotiated(course.namespace, message)
  core.events = deliver(core.events, course.informed, 'Inform')
  for (const name of told) {
    core.changed.delete(name)
    core.extraInform.delete(name)
  }
  return message
}

/** The namespace for the rest of the session: by UseCWMPVersion, else the one in which the ACS answered. */
function negotiated(own: string, message: { readonly namespace: string; readonly header: AcsHeader }): string {
  const use = message.header.useVersion
  const chosen = use !== undefined && use in NAMESPACES ? NAMESPACES[use as CwmpVersion] : message.namespace
  return Object.values(NAMESPACES).includes(chosen) ? chosen : own
}

/** The next thing the box has to tell the ACS, if any. */
function nextRequest(host: SessionHost, course: Course): (() => Promise<AcsMessage>) | undefined {
  const { core } = host
  const transfer = core.transfers.find(({ state }) => state === 'done')
  if (transfer?.report !== undefined && core.quirks.noTransferComplete !== true) {
    const { report } = transfer
    return async () => {
      if (core.quirks.losesPowerAt === 'beforeTransferComplete' && takeOnce(core, 'losesPowerAt')) {
        host.losePower()
      }
      const message = await call(host, course, 'TransferComplete', transferComplete(report))
      if (message.kind !== 'response') {
        throw new ProtocolError('TransferComplete not answered')
      }
      core.transfers = core.transfers.filter((other) => other !== transfer)
      core.events = afterTransferComplete(core, transfer.event, report.commandKey)
      return message
    }
  }
  const [deployment] = core.deployments
  if (deployment !== undefined) {
    return async () => {
      const body = deploymentComplete(deployment.results, deployment.commandKey)
      const message = await call(host, course, 'DUStateChangeComplete', body)
      core.deployments = core.deployments.filter((other) => other !== deployment)
      core.events = deliver(core.events, core.events, 'DUStateChangeComplete', deployment.commandKey)
      return message
    }
  }
  return undefined
}

/** `7 TRANSFER COMPLETE` stays as long as another transfer is to be reported. */
function afterTransferComplete(core: BoxCore, code: string, commandKey: string): EventEntry[] {
  const isLast = !core.transfers.some(({ state }) => state === 'done')
  return core.events.filter(
    (event) =>
      !(isLast && event.code === '7 TRANSFER COMPLETE') && !(event.code === code && event.commandKey === commandKey),
  )
}

async function fetchInside(host: SessionHost, course: Course): Promise<boolean> {
  const { core } = host
  const isDue =
    core.quirks.transferCompleteSameSession === true && core.transfers.some(({ state }) => state === 'queued')
  if (!isDue || course.hasFetched) {
    return false
  }
  course.hasFetched = true
  await host.runTransfers()
  return core.transfers.some(({ state }) => state === 'done')
}

/** Answers one RPC of the ACS; the result is what the ACS says next. */
async function answer(host: SessionHost, course: Course, message: AcsEnvelope): Promise<AcsMessage> {
  const { core } = host
  if (takeOnce(core, 'informMidSession')) {
    return await sendInform(host, course)
  }
  if (core.quirks.emptyInsteadOfAnswer === 'once' && !course.hasProbed) {
    course.hasProbed = true
    return await receive(host, '')
  }
  const body = await bodyFor(host, message)
  if (core.quirks.dieOnUnknownPath === true && core.afterwards.some(({ kind }) => kind === 'restart')) {
    throw new ProtocolError(`crashed over ${message.method}`)
  }
  if (core.quirks.slowAnswerMs !== undefined) {
    await host.wait(core.quirks.slowAnswerMs)
  }
  return await receive(host, body === '' ? '' : wrap(host, course, message.header.id, body))
}

async function bodyFor(host: SessionHost, message: AcsEnvelope): Promise<string> {
  const { core } = host
  if (message.header.notUnderstood !== undefined) {
    return mustUnderstandFault()
  }
  try {
    const body = perform(core, message.method, message.body)
    core.emit({ kind: 'rpc', method: message.method })
    if (message.method === 'Download' && core.quirks.fetchBeforeResponse === true) {
      await host.runTransfers()
    }
    return body
  } catch (error) {
    const fault = error instanceof CpeFault ? error : new CpeFault(9002, String(error))
    core.emit({ kind: 'rpc', method: message.method, fault: fault.code })
    const isSilent = core.quirks.emptyInsteadOfAnswer === 'unsupported' && [9000, 9005].includes(fault.code)
    return isSilent ? '' : soapFault(fault)
  }
}
