import { createHash } from 'node:crypto'
import { type AlarmInput, recordAlarm } from './alarms.ts'
import { createClock } from './clock.ts'
import {
  type Afterwards,
  type BoxCore,
  changeLocally,
  isSet,
  momentOf,
  numberSetting,
  parameterCount,
  presetValues,
  setQuietly,
  setting,
} from './core.ts'
import { Diagnostics } from './diagnostics/diagnostics.ts'
import { addEvent, afterFailure, afterReboot } from './events.ts'
import { createAcsLink } from './http/acs-link.ts'
import type { Cookies } from './http/cookies.ts'
import { boxFacts } from './model/facts.ts'
import { growTree } from './model/grow.ts'
import { MODELS } from './model/models.ts'
import type { BoxFacts } from './model/spec.ts'
import { createTree, currentValue, findParameter, type Tree } from './model/tree.ts'
import type { BoxEvent, VirtualBoxOptions } from './options.ts'
import { ConnectionRequestListener } from './reach/connection-request.ts'
import { UdpReach } from './reach/udp-reach.ts'
import { drawWait, retryRange } from './retry.ts'
import { runSession } from './session.ts'
import { TransferQueue } from './transfer/queue.ts'

const LOOPBACK = '127.0.0.1'

/** `sessionThenAnother`: something came up in mid-session that asks for a further one. */
type Phase = 'off' | 'booting' | 'idle' | 'session' | 'sessionThenAnother'

/** How the box is doing, for a screen or a test. */
export interface VirtualBoxState {
  readonly power: 'off' | 'booting' | 'on'
  readonly isInSession: boolean
  readonly failedAttempts: number
  readonly softwareVersion: string
  readonly connectionRequestUrl: string
  readonly udpConnectionRequestAddress: string
  readonly pendingEvents: readonly string[]
  readonly parameterCount: number
}

/**
 * A CPE that plays its part over real HTTP: boots, informs, answers the ACS, fetches files, flashes, comes back.
 * It shares no code with the ACS. Nothing it does ever rejects on its own; troubles come as events of kind `error`.
 */
export class VirtualBox {
  readonly options: VirtualBoxOptions
  readonly #core: BoxCore
  readonly #listener: ConnectionRequestListener
  readonly #udp: UdpReach
  readonly #transfers: TransferQueue
  readonly #diagnostics: Diagnostics
  readonly #jobs = new Set<Promise<void>>()
  #power: AbortController | undefined
  #closing: Promise<void> = Promise.resolve()
  #phase: Phase = 'off'
  #isBootstrapped: boolean
  #failedAttempts = 0
  #cancelRetry: () => void = () => undefined
  #cancelPeriodic: () => void = () => undefined
  #lastCookies: Cookies = new Map()
  #lastId: number
  #busyLeft: number

  constructor(options: VirtualBoxOptions) {
    this.options = options
    const model = MODELS[options.model]
    const quirks = options.quirks ?? {}
    const localAddress = options.localAddress ?? LOOPBACK
    this.#isBootstrapped = options.isBootstrapped ?? false
    this.#busyLeft = quirks.busyConnectionRequest ?? 0
    this.#lastId = options.index * 1000
    this.#core = {
      options,
      localAddress,
      quirks,
      model,
      clock: createClock(options.timeScale ?? 1),
      emit: (event) => this.#emit(event),
      tree: createTree(model, boxFacts(options.model, options.index, localAddress, options.acsUrl)),
      bootedAt: new Date(),
      events: [],
      changed: new Set(),
      extraInform: new Set(),
      transfers: [],
      deployments: [],
      afterwards: [],
      spent: new Set(),
    }
    this.#setFactoryValues()
    this.#listener = new ConnectionRequestListener({
      address: localAddress,
      port: options.connectionRequestPort ?? 0,
      path: `/${createHash('sha1').update(this.facts.serialNumber).digest('hex').slice(0, 16)}`,
      realm: this.facts.productClass,
      credentials: () => this.#connectionRequestCredentials(),
      isBusy: () => this.#phase === 'booting' || this.#turnAway(),
      closesAfterChallenge: quirks.closesAfterChallenge ?? false,
      onRequest: (result) => this.#onConnectionRequest('http', result),
    })
    this.#udp = new UdpReach({
      core: this.#core,
      credentials: () => this.#connectionRequestCredentials(),
      onRequest: () => this.#onConnectionRequest('udp', 'accepted'),
      onAddress: (address, isNat) => this.#onUdpAddress(address, isNat),
    })
    this.#transfers = new TransferQueue({
      core: this.#core,
      losePower: () => this.#losePower(),
      isInSession: () => this.#isInSession(),
      restart: () => this.#restart(),
      wake: () => this.#wake(),
    })
    this.#diagnostics = new Diagnostics(this.#core, (events) => this.inform(events))
  }

  get facts(): BoxFacts {
    return this.#core.tree.facts
  }

  get state(): VirtualBoxState {
    return {
      power: this.#phase === 'off' || this.#phase === 'booting' ? this.#phase : 'on',
      isInSession: this.#isInSession(),
      failedAttempts: this.#failedAttempts,
      softwareVersion: setting(this.#core, 'DeviceInfo.SoftwareVersion'),
      connectionRequestUrl: setting(this.#core, 'ManagementServer.ConnectionRequestURL'),
      udpConnectionRequestAddress: setting(this.#core, 'ManagementServer.UDPConnectionRequestAddress'),
      pendingEvents: this.#core.events.map(({ code }) => code),
      parameterCount: parameterCount(this.#core),
    }
  }

  /** Plugs the box in; resolves when it listens for connection requests. The first Inform follows after the boot delay. */
  start(): Promise<void> {
    return this.plug()
  }

  /** Pulls the plug and resolves when every socket is closed and all work has ended. */
  async stop(): Promise<void> {
    await this.unplug()
    while (this.#jobs.size > 0) {
      await Promise.allSettled(this.#jobs)
    }
    await this.#closing
  }

  /** Power on. Resolves when the listeners are up; booting goes on. */
  async plug(): Promise<void> {
    if (this.#power !== undefined) {
      return
    }
    const power = new AbortController()
    this.#power = power
    this.#phase = 'booting'
    await this.#closing
    this.#emit({ kind: 'power', isOn: true })
    this.#reportUrl(await this.#listener.start())
    await this.#udp.start(power.signal)
    if (power.signal.aborted) {
      await this.#closeSockets()
      return
    }
    this.#spawn(this.#boot(power.signal))
  }

  /** Power off at once, in the middle of whatever it does; the memory that a real box keeps is kept. */
  async unplug(): Promise<void> {
    this.#cutPower()
    await this.#closing
  }

  /** Power cycle: 1 BOOT. */
  async boot(): Promise<void> {
    await this.unplug()
    await this.plug()
  }

  /** Opens a session now with these event codes (`2 PERIODIC`, `X CT-COM BIND` …). */
  inform(events: readonly string[]): void {
    for (const code of events) {
      this.#core.events = addEvent(this.#core.events, code)
    }
    this.#wake()
  }

  /** A change made at the box itself, as from its menu; throws when the model has no such parameter. */
  setParameter(path: string, value: string): void {
    if (findParameter(this.#core.tree, path) === undefined) {
      throw new Error(`the ${this.options.model} has no parameter ${path}`)
    }
    if (changeLocally(this.#core, path, value)) {
      this.#wake()
    }
  }

  /** Present value of a parameter, secrets included; undefined when the model has none such. */
  getParameter(path: string): string | undefined {
    const node = findParameter(this.#core.tree, path)
    return node && currentValue(this.#core.tree, node, momentOf(this.#core))
  }

  /** Enters an alarm in the model's alarm table and reports it with the vendor's event. */
  raiseAlarm(alarm: AlarmInput = {}): void {
    this.inform([recordAlarm(this.#core, alarm)])
  }

  #emit(event: BoxEvent): void {
    try {
      this.options.onEvent?.(event)
    } catch {
      // a listener's trouble is not the box's
    }
  }

  /** Runs a job that must not reject; what goes wrong is told as an event. */
  #spawn(job: Promise<void>): void {
    const guarded = job
      .catch((error: unknown) => this.#emit({ kind: 'error', message: String(error) }))
      .finally(() => this.#jobs.delete(guarded))
    this.#jobs.add(guarded)
  }

  #setFactoryValues(): void {
    const { options } = this
    const { root } = this.#core.model
    if (options.parameterCount !== undefined) {
      growTree(this.#core.model, this.#core.tree, options.parameterCount)
    }
    presetValues(this.#core, {
      ...(options.username === undefined ? {} : { [`${root}ManagementServer.Username`]: options.username }),
      ...(options.password === undefined ? {} : { [`${root}ManagementServer.Password`]: options.password }),
      ...options.values,
    })
  }

  #connectionRequestCredentials() {
    return {
      username: setting(this.#core, 'ManagementServer.ConnectionRequestUsername'),
      password: setting(this.#core, 'ManagementServer.ConnectionRequestPassword'),
    }
  }

  #isInSession(): boolean {
    return this.#phase === 'session' || this.#phase === 'sessionThenAnother'
  }

  #nextId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }

  #turnAway(): boolean {
    this.#busyLeft -= 1
    return this.#busyLeft >= 0
  }

  #reportUrl(url: string): void {
    const path = `${this.#core.model.root}ManagementServer.ConnectionRequestURL`
    if (this.getParameter(path) === '') {
      setQuietly(this.#core, path, url)
    } else {
      changeLocally(this.#core, path, url)
    }
  }

  #onConnectionRequest(via: 'http' | 'udp', result: 'accepted' | 'refused' | 'busy'): void {
    this.#emit({ kind: 'connectionRequest', via, result })
    if (result === 'accepted') {
      this.inform(['6 CONNECTION REQUEST'])
    }
  }

  #onUdpAddress(address: string, isNat: boolean): void {
    const { root } = this.#core.model
    const wantsSession = [
      changeLocally(this.#core, `${root}ManagementServer.UDPConnectionRequestAddress`, address),
      changeLocally(this.#core, `${root}ManagementServer.NATDetected`, isNat ? '1' : '0'),
    ]
    if (wantsSession.includes(true)) {
      this.#wake()
    }
  }

  #cutPower(): void {
    const power = this.#power
    if (power === undefined) {
      return
    }
    this.#power = undefined
    this.#phase = 'off'
    this.#failedAttempts = 0
    power.abort()
    this.#emit({ kind: 'power', isOn: false })
    this.#closing = this.#closing.then(() => this.#closeSockets())
  }

  async #closeSockets(): Promise<void> {
    await Promise.all([this.#listener.stop(), this.#udp.stop()])
  }

  #restart(): void {
    this.#cutPower()
    this.#spawn(this.plug())
  }

  /** Power fails under the box's feet and comes back by itself. */
  #losePower(): never {
    this.#restart()
    throw new Error('power lost')
  }

  async #boot(signal: AbortSignal): Promise<void> {
    const realScale = this.#core.clock.scale
    if (!(await this.#core.clock.sleep((this.options.bootDelayMs ?? 2000) / 1000 / realScale, signal))) {
      return
    }
    const core = this.#core
    this.#phase = 'idle'
    core.bootedAt = new Date()
    core.afterwards = []
    core.events = afterReboot(core.events)
    this.#transfers.recover()
    if (!this.#isBootstrapped) {
      core.events = addEvent(core.events, '0 BOOTSTRAP')
      this.#isBootstrapped = true
    }
    core.events = addEvent(core.events, '1 BOOT')
    this.#transfers.resume(signal)
    this.#armPeriodic(signal)
    this.#wake()
  }

  #armPeriodic(signal: AbortSignal): void {
    this.#cancelPeriodic()
    if (isSet(this.#core, 'ManagementServer.PeriodicInformEnable')) {
      const interval = Math.max(1, numberSetting(this.#core, 'ManagementServer.PeriodicInformInterval'))
      this.#cancelPeriodic = this.#core.clock.after(interval, signal, () => {
        this.#armPeriodic(signal)
        this.inform(['2 PERIODIC'])
      })
    }
  }

  /** Opens a session, or remembers to when one is running; a new event does not wait for the retry timer. */
  #wake(): void {
    if (this.#isInSession()) {
      this.#phase = 'sessionThenAnother'
    } else if (this.#phase === 'idle' && this.#power !== undefined) {
      this.#cancelRetry()
      this.#phase = 'session'
      this.#spawn(this.#session(this.#power.signal))
    }
  }

  async #session(signal: AbortSignal): Promise<void> {
    const core = this.#core
    const cookies: Cookies = core.quirks.staleCookie === true ? this.#lastCookies : new Map()
    const link = createAcsLink({
      url: setting(core, 'ManagementServer.URL'),
      localAddress: core.localAddress,
      credentials: {
        username: setting(core, 'ManagementServer.Username'),
        password: setting(core, 'ManagementServer.Password'),
      },
      quirks: core.quirks,
      cookies,
      signal,
    })
    let failure: string | undefined
    this.#emit({
      kind: 'session',
      state: 'opened',
      events: core.events.map(({ code }) => code),
      retryCount: this.#failedAttempts,
    })
    try {
      await runSession({
        core,
        link,
        version: this.options.cwmpVersion ?? core.model.defaultCwmpVersion,
        retryCount: this.#failedAttempts,
        runTransfers: () => this.#transfers.runNow(signal),
        losePower: () => this.#losePower(),
        wait: async (ms) => void (await core.clock.sleep(ms / 1000 / core.clock.scale, signal)),
        nextId: () => this.#nextId(),
      })
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    } finally {
      link.close()
      this.#lastCookies = cookies
    }
    if (!signal.aborted) {
      this.#closeSession(failure, signal)
    }
  }

  #closeSession(failure: string | undefined, signal: AbortSignal): void {
    const core = this.#core
    const isWantedAgain = this.#phase === 'sessionThenAnother'
    this.#phase = 'idle'
    if (failure === undefined) {
      this.#failedAttempts = 0
      this.#emit({ kind: 'session', state: 'ended' })
    } else {
      this.#failedAttempts += 1
      core.events = afterFailure(core.events)
      const minimum = numberSetting(core, 'ManagementServer.CWMPRetryMinimumWaitInterval') || 5
      const multiplier = numberSetting(core, 'ManagementServer.CWMPRetryIntervalMultiplier') || 2000
      const seconds = drawWait(retryRange(this.#failedAttempts, minimum, multiplier))
      this.#cancelRetry = core.clock.after(seconds, signal, () => this.#wake())
      this.#emit({ kind: 'session', state: 'failed', reason: failure, retryInSeconds: seconds })
    }
    const afterwards = core.afterwards
    core.afterwards = []
    this.#settle(afterwards, signal)
    if (isWantedAgain) {
      this.#wake()
    }
  }

  /** Does what the session left to be done; restarts come last. */
  #settle(afterwards: readonly Afterwards[], signal: AbortSignal): void {
    const core = this.#core
    const written = afterwards.flatMap((item) => (item.kind === 'written' ? [item.path] : []))
    this.#settleWritten(written, signal)
    for (const item of afterwards) {
      if (item.kind === 'scheduleInform') {
        core.clock.after(item.seconds, signal, () => {
          core.events = addEvent(core.events, 'M ScheduleInform', item.commandKey)
          this.inform(['3 SCHEDULED'])
        })
      } else if (item.kind === 'transfer') {
        this.#transfers.schedule(item.transfer, signal)
      } else if (item.kind === 'deployment') {
        this.#spawn(this.#deploy(item))
      }
    }
    const restart = afterwards.find(({ kind }) => ['reboot', 'factoryReset', 'restart'].includes(kind))
    if (restart !== undefined) {
      this.#settleRestart(restart)
    }
  }

  #settleRestart(item: Afterwards): void {
    const core = this.#core
    if (item.kind === 'reboot') {
      core.events = addEvent(core.events, 'M Reboot', item.commandKey)
    } else if (item.kind === 'factoryReset') {
      const tree: Tree = createTree(core.model, this.facts)
      const version = setting(core, 'DeviceInfo.SoftwareVersion')
      core.tree = tree
      this.#setFactoryValues()
      setQuietly(core, `${core.model.root}DeviceInfo.SoftwareVersion`, version)
      core.changed.clear()
      core.transfers = []
      this.#isBootstrapped = false
    }
    this.#restart()
  }

  #settleWritten(paths: readonly string[], signal: AbortSignal): void {
    const { root } = this.#core.model
    const server = paths.flatMap((path) =>
      path.startsWith(`${root}ManagementServer.`) ? [path.slice(`${root}ManagementServer.`.length)] : [],
    )
    if (server.some((name) => name.startsWith('PeriodicInform'))) {
      this.#armPeriodic(signal)
    }
    if (server.some((name) => name.startsWith('STUN'))) {
      this.#udp.reconfigure()
    }
    if (server.includes('URL')) {
      this.inform(['0 BOOTSTRAP'])
    }
    this.#spawn(this.#diagnostics.afterWrite(paths, signal))
  }

  async #deploy({ work, commandKey }: Extract<Afterwards, { kind: 'deployment' }>): Promise<void> {
    const results = await work()
    this.#core.deployments = [...this.#core.deployments, { results, commandKey }]
    this.#core.events = addEvent(this.#core.events, 'M ChangeDUState', commandKey)
    this.inform(['11 DU STATE CHANGE COMPLETE'])
  }
}
