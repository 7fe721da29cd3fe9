import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { CompatibilityReason, Firmware } from '#shared/model/firmware.ts'
import {
  changesVersion,
  type FirmwareInput,
  type FirmwareResult,
  type PushStep,
  pushSteps,
  type TimelineEntry,
  transferShare,
} from '#shared/model/firmware-push.ts'
import type { TransferFinding } from '#shared/model/transfer.ts'
import type { Script } from '../../cwmp/script.ts'
import type { SessionFacts } from '../../cwmp/work.ts'
import { informValue } from '../../jobs/expect.ts'
import { isLoss } from '../../jobs/job-in-session.ts'
import type { WorkflowContext } from '../../jobs/workflow.ts'
import { linkIdOf } from '../../transfer/link.ts'
import { rootIn } from '../read.ts'
import { readPaths } from '../read-paths.ts'
import { allowPush } from './allow.ts'
import type { FirmwareDeps } from './deps.ts'
import { type Judgement, judge, type PushFacts } from './judge.ts'
import type { PushMemo, SentDownload } from './push-memo.ts'
import { errorOf, resultOf, type Settlement } from './push-result.ts'
import { recall } from './recall.ts'
import { download, promiseLink, publish } from './send-download.ts'
import { signIn } from './signs.ts'
import { TransferWatch } from './transfer-watch.ts'

export interface PushDeps extends FirmwareDeps {
  context: WorkflowContext<FirmwareInput>
  image: Firmware
  device: Device
  memo: PushMemo
}

type Awaited = Extract<Judgement, { kind: 'open' }>['awaits']

/** What each finding is called in the timeline. */
const transferSteps = {
  inProgress: 'transferInProgress',
  stopped: 'transferStopped',
  tookAll: 'transferTookAll',
  refused: 'transferRefused',
  wrongPath: 'transferWrongPath',
  onlyProbed: 'transferOnlyProbed',
} as const

/** Sessions that may be lost before Download is sent. */
const maxLosses = 3
/** At least this long a box is waited for when its version is to be read. */
const readWaitMs = 60_000
/** How often the requests under way are written down. */
const rememberMs = 2000

/** One file on its way to one box, from the first question to the proof. */
export class Push {
  readonly #deps: PushDeps
  readonly #memo: PushMemo
  #watch: TransferWatch | null = null
  #reasons: CompatibilityReason[]
  #settlement: Settlement | null = null
  #lastFinding = ''
  #bytes = 0
  /** The version as read since the last sign; null where it is to be read. */
  #read: string | null = null
  #version: string
  #isReadDue = false
  /** The box's last message before that reading. */
  #readSeq = 0
  /** When the last sign of life came, by the clock of the awake laptop. */
  #signAt: number
  #rememberedAt = 0
  #wait: AbortController | null = null

  constructor(deps: PushDeps, reasons: CompatibilityReason[]) {
    this.#deps = deps
    this.#memo = deps.memo
    this.#reasons = reasons
    this.#version = deps.device.softwareVersion
    this.#signAt = deps.context.now()
  }

  /** Adds to the timeline and writes it. */
  note(step: string, params: TimelineEntry['params'] = {}, at = new Date().toISOString()): void {
    this.#memo.timeline.push({ at, step, params })
    this.#remember()
  }

  /** As far as it got. */
  result(): FirmwareResult {
    const { image, context } = this.#deps
    const { sent, timeline } = this.#memo
    return resultOf({
      image,
      input: context.input,
      sent,
      timeline,
      requests: this.#watch?.requests ?? sent?.requests ?? [],
      finding: this.#finding(),
      version: this.#version,
      reasons: this.#reasons,
      settlement: this.#settlement,
    })
  }

  /** Opens a session, reads the version and sends Download, once. */
  async send(path: string): Promise<void> {
    const { context } = this.#deps
    for (let losses = 0; ; losses += 1) {
      try {
        return await context.inSession((facts) => this.#sending(facts, path))
      } catch (error) {
        if (!isLoss(error) || context.signal.aborted) throw error
        // It left, and the answer is lost: what the box does next tells.
        if (this.#memo.sent) return
        if (losses >= maxLosses) throw error
      }
    }
  }

  /** After a restart of the app: the same link with the same secret; nothing is sent. */
  resume(sent: SentDownload, path: string): void {
    const { links, image } = this.#deps
    publish(links, sent.link, image, path)
    this.#lastFinding = findingIn(this.#memo.timeline)
    this.#observe(sent)
    this.note('resumed')
  }

  /** Waits for what the box does with it, until there is a verdict. Throws the error of a push that is not proven. */
  async prove(): Promise<FirmwareResult> {
    const { sentAt, answer } = this.#sent
    const { context } = this.#deps
    this.#signAt = context.now() + Math.max(0, sentAt + context.input.delaySeconds * 1000 - Date.now())
    if (answer && 'status' in answer && answer.status === 0) this.#isReadDue = true
    for (;;) {
      const facts = await this.#look()
      const judgement = judge(facts)
      if (judgement.kind === 'settled') return this.#settle(judgement)
      await this.#nextSign(judgement.awaits)
    }
  }

  /** The job is over or gives up: a box that asks now gets nothing. */
  end(): void {
    this.#watch?.stop()
    if (this.#memo.sent) this.#deps.links.revoke(linkIdOf(this.#memo.sent.link.token))
  }

  /** The technician does not want it any more: what that does depends on how far the box is (`cancelMeaningOf`). */
  async abandon(): Promise<void> {
    const { sent } = this.#memo
    if (!sent) return
    const { type } = this.#finding()
    const isSkipped = type === 'tookAll' || sent.report !== null
    this.#settlement = isSkipped ? { verdict: 'unknown', why: 'proofSkipped' } : { verdict: 'failed', why: 'withdrawn' }
    this.note(this.#settlement.why)
    if (isSkipped) return
    this.#deps.links.revoke(linkIdOf(sent.link.token))
    const hasBegun = type === 'inProgress' || type === 'stopped'
    if (!hasBegun && !(sent.answer && 'fault' in sent.answer)) await this.#recall()
  }

  /** The box was told, and has not begun: it is told to forget it. */
  async #recall(): Promise<void> {
    const { context } = this.#deps
    const waitMs = context.input.graceSeconds * 1000
    const outcome = await context.takeBack(() => recall(context.commandKey), { step: 'recalling', waitMs })
    this.note(outcome ?? 'recallUnheard')
    if (outcome === 'recalled') this.#settlement = { verdict: 'failed', why: 'recalled' }
  }

  get #sent(): SentDownload {
    if (!this.#memo.sent) throw new Error('nothing was sent')
    return this.#memo.sent
  }

  async *#sending(facts: SessionFacts, path: string): Script<void> {
    const { context, image, device, links } = this.#deps
    const { input } = context
    this.#step('readingVersion')
    const from = yield* this.#readVersion(facts)
    this.note('versionBefore', { version: from })
    this.#reasons = allowPush(image, device, input, from)
    const link = promiseLink(input, facts, this.#deps)
    publish(links, link, image, path)
    this.#step('sendingDownload')
    const sent: SentDownload = {
      link,
      from,
      boxAddress: facts.remoteAddress,
      sentAt: Date.now(),
      seq: context.mark(),
      answer: null,
      report: null,
      hasRestarted: false,
      reasons: this.#reasons,
      requests: [],
    }
    this.#memo.sent = sent
    this.note('downloadSent', { protocol: link.transport, address: link.address, port: link.port })
    this.#observe(sent)
    sent.answer = yield* download(link, image, context)
    const { answer } = sent
    if (answer === null) this.note('answerUnreadable')
    else if ('fault' in answer) this.note('downloadRefused', { ...answer })
    else this.note(`downloadAccepted${answer.status}`)
  }

  #observe(sent: SentDownload): void {
    const { context, image, links } = this.#deps
    this.#watch = new TransferWatch({
      jobId: context.jobId,
      linkId: linkIdOf(sent.link.token),
      sizeBytes: image.sizeBytes,
      boxAddress: sent.boxAddress,
      sinceMs: sent.sentAt,
      earlier: sent.requests,
      links,
      onChange: (watch) => this.#onTransfer(watch, sent),
    })
  }

  /** What our servers saw until now. */
  #finding(): TransferFinding {
    return this.#watch?.finding(Boolean(this.#memo.sent?.report)) ?? { type: 'neverAsked' }
  }

  /** Something moved at our file servers. */
  #onTransfer(watch: TransferWatch, sent: SentDownload): void {
    const { context, onProgress } = this.#deps
    const finding = watch.finding(sent.report !== null)
    const { progress } = watch
    sent.requests = watch.requests
    if (progress.bytes > this.#bytes) this.#signAt = context.now()
    this.#bytes = progress.bytes
    onProgress(progress)
    if (context.signal.aborted) return
    const isNews = finding.type !== this.#lastFinding
    if (isNews) {
      this.#lastFinding = finding.type
      if (isWorthNoting(finding)) this.note(transferSteps[finding.type], { bytes: progress.bytes })
      this.#wait?.abort()
    } else if (Date.now() - this.#rememberedAt > rememberMs) this.#remember()
    if (sent.report || sent.hasRestarted) return
    if (finding.type === 'tookAll') {
      context.hold(new AppError('FIRMWARE_INSTALLING'))
      if (isNews) this.#step('installing')
    } else if (progress.bytes > 0) context.step('transferring', transferShare(progress.bytes, progress.sizeBytes))
  }

  /** Everything that is known now; the version is read anew where the last sign may have changed it. */
  async #look(): Promise<PushFacts> {
    const { context, image } = this.#deps
    const { input } = context
    const sent = this.#sent
    const isFirmware = changesVersion(input.fileType ?? image.metadata.fileType)
    const isTimeUp = this.#leftMs(input.verifyTimeoutSeconds) <= 0
    if (isFirmware && (this.#isReadDue || isTimeUp)) await this.#readAgain()
    return {
      changesVersion: isFirmware,
      from: sent.from,
      expected: image.metadata.version,
      read: this.#read,
      answer: sent.answer,
      report: sent.report,
      hasRestarted: sent.hasRestarted,
      finding: this.#finding(),
      isGraceOver: this.#leftMs(input.graceSeconds) <= 0,
      isTimeUp,
      neverReports: context.quirks.noTransferComplete,
    }
  }

  /** Waits for the next sign, for news of the transfer, or for the end of the wait. */
  async #nextSign(awaits: Awaited): Promise<void> {
    const { context } = this.#deps
    const { graceSeconds, verifyTimeoutSeconds } = context.input
    const seconds = awaits === 'grace' ? Math.min(graceSeconds, verifyTimeoutSeconds) : verifyTimeoutSeconds
    const wait = new AbortController()
    this.#wait = wait
    try {
      await this.#takeSign(Date.now() + this.#leftMs(seconds), this.#waitingStep(awaits), wait.signal)
    } catch (error) {
      if (!wait.signal.aborted || context.signal.aborted) throw error
    } finally {
      this.#wait = null
    }
  }

  /** Takes account of the next sign; false where none came until then. */
  async #takeSign(until: number, step: PushStep, signal?: AbortSignal): Promise<boolean> {
    const { context } = this.#deps
    const sent = this.#sent
    // A box that restarts has left its connections behind.
    const pick = signIn(context.commandKey, sent.from, () => this.#watch?.finding(true).type === 'tookAll')
    const sign = await context.waitFor(pick, { since: sent.seq, until, step, ...(signal && { signal }) })
    if (!sign) return false
    sent.seq = sign.seq
    context.hold(null)
    this.#signAt = context.now()
    if (sign.kind === 'report') sent.report = { fault: sign.fault, message: sign.message }
    if (sign.kind === 'restart') sent.hasRestarted = true
    if (sign.kind !== 'early' && sign.seq > this.#readSeq) {
      this.#read = null
      this.#isReadDue = true
    }
    this.note(sign.entry, sign.params, sign.at)
    return true
  }

  /** What is left of so many seconds after the last sign of life. */
  #leftMs(seconds: number): number {
    return this.#signAt + seconds * 1000 - this.#deps.context.now()
  }

  #waitingStep(awaits: Awaited): PushStep {
    if (awaits === 'restart') return 'waitingForRestart'
    if (this.#finding().type === 'tookAll') return 'installing'
    return this.#bytes > 0 ? 'transferring' : 'waitingForFetch'
  }

  /** Reads the version in the open session or the next; leaves it unread where the box does not come. */
  async #readAgain(): Promise<void> {
    const { context } = this.#deps
    const { verifyTimeoutSeconds } = context.input
    context.hold(null)
    this.#step('verifying')
    try {
      this.#read = await context.inSession((facts) => this.#verifying(facts), {
        waitMs: Math.max(this.#leftMs(verifyTimeoutSeconds), Math.min(readWaitMs, verifyTimeoutSeconds * 1000)),
        retries: maxLosses,
      })
      this.#isReadDue = false
      this.note('versionRead', { version: this.#read })
      // What the box said before it was asked, in the same session: its report comes right after the Inform of its restart.
      while (await this.#takeSign(Date.now(), 'verifying'));
    } catch (error) {
      if (context.signal.aborted || !(isLoss(error) || (error instanceof AppError && error.code === 'JOB_DEADLINE')))
        throw error
      this.#isReadDue = false
      this.note('versionUnread')
    }
  }

  async *#verifying(facts: SessionFacts): Script<string> {
    this.#step('verifying')
    this.#readSeq = this.#deps.context.mark()
    return yield* this.#readVersion(facts)
  }

  async *#readVersion({ inform }: SessionFacts): Script<string> {
    const path = `${rootIn(inform.parameters)}DeviceInfo.SoftwareVersion`
    const { values } = yield* readPaths([path], this.#deps.context.quirks)
    this.#version = values.find(({ name }) => name === path)?.value ?? informValue(inform, 'DeviceInfo.SoftwareVersion')
    return this.#version
  }

  #settle({ verdict, why }: Extract<Judgement, { kind: 'settled' }>): FirmwareResult {
    const { context } = this.#deps
    const { noTransferComplete } = context.quirks
    this.#settlement = { verdict, why }
    this.note('verdict', { verdict })
    if (why === 'readWithoutReport' && !noTransferComplete) context.learn('noTransferComplete', true)
    if (this.#sent.report && noTransferComplete) context.learn('noTransferComplete', false)
    const result = this.result()
    const error = errorOf(result)
    if (error) throw error
    return result
  }

  #step(step: PushStep): void {
    this.#deps.context.step(step, pushSteps[step].from)
  }

  #remember(): void {
    this.#rememberedAt = Date.now()
    this.#deps.context.remember(this.#memo)
  }
}

/** The finding that was last noted in a timeline; empty where none was. */
function findingIn(timeline: readonly TimelineEntry[]): string {
  const noted = new Map<string, string>(Object.entries(transferSteps).map(([type, step]) => [step, type]))
  return timeline.map(({ step }) => noted.get(step) ?? '').findLast((type) => type !== '') ?? ''
}

/** A 401 is the first half of every login. */
function isWorthNoting(finding: TransferFinding): finding is Exclude<TransferFinding, { type: 'neverAsked' }> {
  return finding.type !== 'neverAsked' && !(finding.type === 'refused' && finding.reason === 'credentials')
}
