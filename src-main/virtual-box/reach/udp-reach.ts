import { randomBytes } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { type BoxCore, isSet, numberSetting, setting } from '../core.ts'
import type { Credentials } from '../http/digest.ts'
import { decodeStunAnswer, encodeBindingRequest } from './stun-message.ts'
import { checkUdpRequest, type LastUdpRequest } from './udp-request.ts'

export interface UdpReachOptions {
  readonly core: BoxCore
  readonly credentials: () => Credentials
  readonly onRequest: () => void
  /** Called when UDPConnectionRequestAddress is learned; `isNat` when a NAT stands between. */
  readonly onAddress: (address: string, isNat: boolean) => void
}

const DEFAULT_PERIOD_SECONDS = 30
/** Offsets of RFC 3489 9.3, milliseconds. */
const RESEND_MS = [100, 300, 700, 1500, 3100, 4700, 6300, 7900] as const

interface Pending {
  readonly id: Buffer
  readonly cancel: AbortController
}

/**
 * The UDP port of the box: listens for UDP connection requests and, when STUNEnable is set, keeps its binding alive with
 * Binding Requests (TR-069 annex G; spec 04, section 2).
 */
export class UdpReach {
  readonly #options: UdpReachOptions
  #socket: Socket | undefined
  #port = 0
  #signal: AbortSignal = AbortSignal.abort()
  #heartbeat: AbortController | undefined
  #pending: Pending | undefined
  #mapped = ''
  #last: LastUdpRequest | undefined
  /** Whether the server has asked for MESSAGE-INTEGRITY. */
  #integrity: 'none' | 'asked' = 'none'

  constructor(options: UdpReachOptions) {
    this.#options = options
  }

  /** Opens the port; the same one again after a power cut, when it is still free. */
  async start(signal: AbortSignal): Promise<void> {
    this.#signal = signal
    const { localAddress } = this.#options.core
    const socket = await openUdp(this.#port, localAddress).catch(() => openUdp(0, localAddress))
    socket.on('error', (error) => this.#options.core.emit({ kind: 'error', message: `udp: ${error.message}` }))
    socket.on('message', (message, from) => this.#onMessage(message, from))
    this.#socket = socket
    this.#port = socket.address().port
    this.reconfigure()
  }

  /** Reads the STUN parameters anew: starts, changes or ends the heartbeat. */
  reconfigure(): void {
    this.#heartbeat?.abort()
    this.#pending?.cancel.abort()
    this.#mapped = ''
    this.#integrity = 'none'
    if (this.#socket === undefined) {
      return
    }
    if (isSet(this.#options.core, 'ManagementServer.STUNEnable')) {
      this.#heartbeat = new AbortController()
      this.#beat(AbortSignal.any([this.#signal, this.#heartbeat.signal]))
    } else {
      this.#options.onAddress(`${this.#options.core.localAddress}:${this.#port}`, false)
    }
  }

  async stop(): Promise<void> {
    const socket = this.#socket
    this.#socket = undefined
    this.#heartbeat?.abort()
    this.#pending?.cancel.abort()
    if (socket !== undefined) {
      await new Promise<void>((resolve) => socket.close(() => resolve()))
    }
  }

  #beat(signal: AbortSignal): void {
    if (signal.aborted) {
      return
    }
    this.#ask(false)
    const { core } = this.#options
    const least = numberSetting(core, 'ManagementServer.STUNMinimumKeepAlivePeriod')
    const most = numberSetting(core, 'ManagementServer.STUNMaximumKeepAlivePeriod')
    const period = most > 0 && (least === 0 || least > most) ? most : least || DEFAULT_PERIOD_SECONDS
    core.clock.after(period, signal, () => this.#beat(signal))
  }

  /** Sends a Binding Request and repeats it until an answer comes. */
  #ask(isChange: boolean): void {
    const { core } = this.#options
    const username = setting(core, 'ManagementServer.STUNUsername')
    const id = randomBytes(16)
    const message = encodeBindingRequest({
      transactionId: id,
      isChange,
      ...(this.#integrity === 'asked'
        ? { credentials: { username, password: setting(core, 'ManagementServer.STUNPassword') } }
        : {}),
    })
    this.#pending?.cancel.abort()
    const cancel = new AbortController()
    this.#pending = { id, cancel }
    this.#send(message)
    for (const ms of RESEND_MS) {
      const timer = setTimeout(() => this.#send(message), ms)
      timer.unref()
      cancel.signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    }
  }

  #send(message: Buffer): void {
    const { core } = this.#options
    const named = setting(core, 'ManagementServer.STUNServerAddress')
    const url = setting(core, 'ManagementServer.URL')
    const host = named !== '' ? named : URL.canParse(url) ? new URL(url).hostname : ''
    if (host !== '') {
      this.#socket?.send(message, numberSetting(core, 'ManagementServer.STUNServerPort') || 3478, host, () => undefined)
    }
  }

  #onMessage(message: Buffer, from: RemoteInfo): void {
    const first = message[0] ?? 0
    if (first === 0 || first === 1) {
      this.#onStun(message)
    } else {
      this.#onRequest(message.toString('latin1'), from)
    }
  }

  #onStun(message: Buffer): void {
    const answer = decodeStunAnswer(message)
    if (answer === undefined || this.#pending?.id.equals(answer.transactionId) !== true) {
      return
    }
    this.#pending.cancel.abort()
    if (answer.kind === 'error') {
      const canSign = setting(this.#options.core, 'ManagementServer.STUNUsername') !== ''
      if (answer.code === 401 && this.#integrity === 'none' && canSign) {
        this.#integrity = 'asked'
        this.#ask(false)
      }
      return
    }
    const address = `${answer.address}:${answer.port}`
    if (address !== this.#mapped) {
      this.#mapped = address
      this.#ask(true)
      this.#options.core.emit({ kind: 'stun', address })
      this.#options.onAddress(address, address !== `${this.#options.core.localAddress}:${this.#port}`)
    }
  }

  #onRequest(datagram: string, from: RemoteInfo): void {
    const verdict = checkUdpRequest(datagram, this.#options.credentials(), this.#last)
    if (verdict.kind === 'accepted') {
      this.#last = verdict.request
      this.#options.onRequest()
    } else if (verdict.reason !== 'repeated') {
      this.#options.core.emit({ kind: 'error', message: `UDP request from ${from.address} dropped: ${verdict.reason}` })
    }
  }
}

function openUdp(port: number, address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
    socket.once('error', reject)
    socket.bind(port, address, () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
