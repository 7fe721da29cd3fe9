import { createHash } from 'node:crypto'
import { type AftermathHost, settle } from './aftermath.ts'
import { type AlarmInput, recordAlarm } from './alarms.ts'
import { createClock } from './clock.ts'
import {
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
import { addEvent, afterReboot } from './events.ts'
import { Jobs } from './jobs.ts'
import { boxFacts } from './model/facts.ts'
import { growTree } from './model/grow.ts'
import { MODELS } from './model/models.ts'
import type { BoxFacts } from './model/spec.ts'
import { createTree, currentValue, findParameter } from './model/tree.ts'
import type { BoxEvent, VirtualBoxOptions } from './options.ts'
import { periodicDelay } from './periodic.ts'
import { ConnectionRequestListener } from './reach/connection-request.ts'
import { UdpReach } from './reach/udp-reach.ts'
import { SessionKeeper } from './session-keeper.ts'
import { TransferQueue } from './transfer/queue.ts'

const LOOPBACK = '127.0.0.1'

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
  readonly #sessions: SessionKeeper
  readonly #aftermath: AftermathHost
  readonly #jobs: Jobs
  #power: AbortController | undefined
  /** Sockets are opened and closed one after the other, however fast the plug goes in and out. */
  #wiring: Promise<void> = Promise.resolve()
  #phase: VirtualBoxState['power'] = 'off'
  #isBootstrapped: boolean
  #cancelPeriodic: () => void = () => undefined
  #busyLeft: number

  constructor(options: VirtualBoxOptions) {
    this.options = options
    const model = MODELS[options.model]
    const quirks = options.quirks ?? {}
    const localAddress = options.localAddress ?? LOOPBACK
    this.#isBootstrapped = options.isBootstrapped ?? false
    this.#busyLeft = quirks.busyConnectionRequest ?? 0
    this.#jobs = new Jobs((message) => this.#emit({ kind: 'error', message }))
    this.#core = {
      options,
      localAddress,
      quirks,
      model,
      version: options.cwmpVersion ?? model.defaultCwmpVersion,
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
      isInSession: () => this.#sessions.isInSession,
      restart: () => this.#restart(),
      wake: () => this.#sessions.wake(),
    })
    this.#sessions = new SessionKeeper({
      core: this.#core,
      jobs: this.#jobs,
      runTransfers: (signal) => this.#transfers.runNow(signal),
      losePower: () => this.#losePower(),
      settle: (afterwards, signal) => settle(this.#aftermath, afterwards, signal),
    })
    this.#aftermath = {
      core: this.#core,
      jobs: this.#jobs,
      transfers: this.#transfers,
      diagnostics: new Diagnostics(this.#core, (events) => this.inform(events)),
      udp: this.#udp,
      inform: (events) => this.inform(events),
      armPeriodic: (signal) => this.#armPeriodic(signal),
      restart: () => this.#restart(),
      resetToFactory: () => this.#resetToFactory(),
    }
  }

  get facts(): BoxFacts {
    return this.#core.tree.facts
  }

  get state(): VirtualBoxState {
    return {
      power: this.#phase,
      isInSession: this.#sessions.isInSession,
      failedAttempts: this.#sessions.failedAttempts,
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
    await this.#jobs.settled()
    await this.#wiring
  }

  /** Power on. Resolves when the listeners are up; booting goes on. Rejects when the local address is not there. */
  async plug(): Promise<void> {
    if (this.#power !== undefined) {
      return
    }
    const power = new AbortController()
    this.#power = power
    this.#phase = 'booting'
    const opening = this.#wiring.then(() => this.#openSockets(power.signal))
    this.#wiring = opening.catch(() => this.#cutPower())
    await opening
    this.#jobs.spawn(this.#boot(power.signal))
  }

  /** Power off at once, in the middle of whatever it does; the memory that a real box keeps is kept. */
  async unplug(): Promise<void> {
    this.#cutPower()
    await this.#wiring
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
    this.#sessions.wake()
  }

  /** A change made at the box itself, as from its menu; throws when the model has no such parameter. */
  setParameter(path: string, value: string): void {
    if (findParameter(this.#core.tree, path) === undefined) {
      throw new Error(`the ${this.options.model} has no parameter ${path}`)
    }
    if (changeLocally(this.#core, path, value)) {
      this.#sessions.wake()
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
      this.#sessions.wake()
    }
  }

  #cutPower(): void {
    const power = this.#power
    if (power === undefined) {
      return
    }
    this.#power = undefined
    this.#phase = 'off'
    this.#sessions.stop()
    power.abort()
    this.#emit({ kind: 'power', isOn: false })
    this.#wiring = this.#wiring.then(() => this.#closeSockets())
  }

  async #openSockets(signal: AbortSignal): Promise<void> {
    if (!signal.aborted) {
      this.#emit({ kind: 'power', isOn: true })
      this.#reportUrl(await this.#listener.start())
      await this.#udp.start(signal)
    }
  }

  async #closeSockets(): Promise<void> {
    await Promise.all([this.#listener.stop(), this.#udp.stop()])
  }

  /** Power cycle from inside; a box that has been unplugged meanwhile stays so. */
  #restart(): void {
    if (this.#power !== undefined) {
      this.#cutPower()
      this.#jobs.spawn(this.plug())
    }
  }

  /** Power fails under the box's feet and comes back by itself. */
  #losePower(): never {
    this.#restart()
    throw new Error('power lost')
  }

  /** The configuration of the factory, the present firmware: what FactoryReset leaves (TR-069 A.4.1.6). */
  #resetToFactory(): void {
    const core = this.#core
    const version = setting(core, 'DeviceInfo.SoftwareVersion')
    core.tree = createTree(core.model, this.facts)
    this.#setFactoryValues()
    setQuietly(core, `${core.model.root}DeviceInfo.SoftwareVersion`, version)
    core.changed.clear()
    core.transfers = []
    this.#isBootstrapped = false
  }

  async #boot(signal: AbortSignal): Promise<void> {
    const core = this.#core
    const delay = (this.options.bootDelayMs ?? 2000) / 1000 / core.clock.scale
    if (!(await core.clock.sleep(delay, signal))) {
      return
    }
    this.#phase = 'on'
    this.#sessions.start(signal)
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
    this.#sessions.wake()
  }

  #armPeriodic(signal: AbortSignal): void {
    this.#cancelPeriodic()
    if (isSet(this.#core, 'ManagementServer.PeriodicInformEnable')) {
      const interval = Math.max(1, numberSetting(this.#core, 'ManagementServer.PeriodicInformInterval'))
      const delay = periodicDelay(interval, setting(this.#core, 'ManagementServer.PeriodicInformTime'), new Date())
      this.#cancelPeriodic = this.#core.clock.after(delay, signal, () => {
        this.#armPeriodic(signal)
        this.inform(['2 PERIODIC'])
      })
    }
  }
}
