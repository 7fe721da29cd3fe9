import type { Socket } from 'node:net'
import { plainAddress } from '../../net/address.ts'
import type { LinkRegistry } from '../links.ts'
import { openSource } from '../source.ts'
import { type FtpCommand, parseCommand } from './command.ts'
import { type DataChannel, dialActive, listenPassive, type PortRange } from './data-channel.ts'
import { type FtpContext, type FtpEffect, type FtpState, initialState, step } from './machine.ts'
import { type FtpOutcome, listOver, receiveOver, sendOver } from './transfers.ts'
import { createView } from './view.ts'

export interface FtpConnectionOptions {
  registry: LinkRegistry
  passivePorts?: PortRange
  /** Milliseconds without a command, or without a byte of data. */
  idleTimeoutMs: number
  /** Called once control and data connection are both gone. */
  onEnd: () => void
}

const maxLineBytes = 4096
const maxQueuedCommands = 64
const wrongLoginDelayMs = 500

/** One control connection: lines in, steps of the machine, effects out, one command after the other. */
export class FtpConnection {
  private readonly socket: Socket
  private readonly options: FtpConnectionOptions
  private readonly context: FtpContext
  private readonly localAddress: string
  private readonly queue: FtpCommand[] = []
  private state: FtpState = initialState
  private partial: Buffer = Buffer.alloc(0)
  private working: Promise<void> | null = null
  private channel: DataChannel | null = null
  private data: Socket | null = null

  constructor(socket: Socket, options: FtpConnectionOptions) {
    this.socket = socket
    this.options = options
    this.localAddress = plainAddress(socket.localAddress ?? '')
    this.context = { view: createView(options.registry), peer: plainAddress(socket.remoteAddress ?? '') }
  }

  start(): void {
    this.socket
      .on('data', (chunk: Buffer) => this.read(chunk))
      .on('error', () => undefined)
      .on('close', () => this.endUnlessBusy())
      .setTimeout(this.options.idleTimeoutMs, () => {
        if (this.data === null) this.socket.end('421 Timeout.\r\n')
      })
    this.reply(220, 'Ready.')
  }

  stop(): void {
    this.channel?.close()
    this.data?.destroy()
    this.socket.destroy()
  }

  /** A box may hang up before its data is read to the end; that transfer still runs to its end. */
  private endUnlessBusy(): void {
    if (this.data !== null) return
    this.channel?.close()
    this.options.onEnd()
  }

  private read(chunk: Buffer): void {
    this.partial = Buffer.concat([this.partial, chunk])
    for (let end = this.partial.indexOf(10); end >= 0; end = this.partial.indexOf(10)) {
      const line = this.partial.subarray(0, this.partial[end - 1] === 13 ? end - 1 : end)
      this.partial = this.partial.subarray(end + 1)
      this.enqueue(parseCommand(line.subarray(0, maxLineBytes)))
    }
    if (this.partial.length > maxLineBytes || this.queue.length > maxQueuedCommands)
      this.socket.end('500 Too long.\r\n')
  }

  private enqueue(command: FtpCommand): void {
    // The running transfer answers 426 first, then ABOR itself gets its 226 (RFC 959 4.1.3).
    if (command.verb === 'ABOR') {
      this.channel?.close()
      this.data?.destroy()
    }
    this.queue.push(command)
    this.working ??= this.work()
  }

  private async work(): Promise<void> {
    try {
      for (let command = this.queue.shift(); command !== undefined; command = this.queue.shift()) {
        const before = this.state
        const { state, effects } = step(before, command, this.context)
        this.state = state
        for (const effect of effects) await this.apply(effect, before)
      }
    } catch {
      this.socket.end('421 Internal error.\r\n')
    } finally {
      this.working = null
    }
  }

  private async apply(effect: FtpEffect, before: FtpState): Promise<void> {
    const { registry } = this.options
    switch (effect.type) {
      case 'reply':
        return this.reply(effect.code, effect.text, effect.lines)
      case 'listenPassive':
        return this.listenPassive(effect.form)
      case 'send':
        return this.transfer(before, (socket) => sendOver(socket, effect, registry, this.context.peer))
      case 'receive':
        return this.transfer(before, (socket) => receiveOver(socket, effect, registry, this.context.peer))
      case 'list':
        return this.transfer(before, (socket) => listOver(socket, effect))
      case 'modified': {
        const source = await openSource(effect.link)
        const time = source && new Date(source.modifiedMs).toISOString().replace(/\D/g, '').slice(0, 14)
        await source?.close()
        return time ? this.reply(213, time) : this.reply(550, 'No such file.')
      }
      case 'refused': {
        const facts = { protocol: 'ftp', address: this.context.peer, method: 'FTP', path: effect.path } as const
        registry.refuse(effect.link, facts, effect.reason, effect.code)
        if (effect.code === 530) await new Promise((resolve) => setTimeout(resolve, wrongLoginDelayMs))
        return
      }
      case 'abort':
        return this.reply(226, 'Aborted.')
      case 'close':
        this.socket.end()
    }
  }

  private async listenPassive(form: 'PASV' | 'EPSV'): Promise<void> {
    this.channel?.close()
    this.channel = null
    if (form === 'PASV' && this.localAddress.includes(':')) return this.reply(425, 'Use EPSV.')
    try {
      const channel = await listenPassive(this.localAddress, this.context.peer, this.options.passivePorts)
      this.channel = channel
      const { port } = channel
      const pair = `${this.localAddress.replaceAll('.', ',')},${port >> 8},${port & 255}`
      if (form === 'PASV') this.reply(227, `Entering Passive Mode (${pair}).`)
      else this.reply(229, `Entering Extended Passive Mode (|||${port}|).`)
    } catch {
      this.reply(425, 'No port is free.')
    }
  }

  private async transfer(before: FtpState, run: (socket: Socket) => Promise<FtpOutcome>): Promise<void> {
    const channel = before.data.type === 'active' ? dialActive(this.localAddress, before.data.endpoint) : this.channel
    this.channel = channel
    try {
      const socket = await channel?.connect()
      if (socket === undefined) return this.reply(425, 'No data connection.')
      this.data = socket
      socket.setTimeout(this.options.idleTimeoutMs, () => socket.destroy())
      this.reply(150, 'Here it comes.')
    } catch {
      this.channel = null
      return this.reply(425, 'No data connection.')
    }
    try {
      const outcome = await run(this.data)
      this.reply(outcome.code, outcome.text)
    } finally {
      this.data = null
      this.channel = null
      if (this.socket.destroyed) this.endUnlessBusy()
    }
  }

  private reply(code: number, text: string, lines: string[] = []): void {
    if (!this.socket.writable) return
    const [first, ...more] = lines
    const head = first === undefined ? '' : `${code}-${first}\r\n${more.map((line) => `${line}\r\n`).join('')}`
    this.socket.write(`${head}${code} ${text}\r\n`)
  }
}
