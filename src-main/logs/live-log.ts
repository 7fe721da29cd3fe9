import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { LiveLog } from '#shared/model/log-view.ts'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import { SyslogServer } from '../transfer/syslog/syslog-server.ts'
import { syslogLine } from './syslog-line.ts'

export interface LiveLogDeps {
  address: () => string
  directory: string
  onMessages: (batch: { messages: SyslogMessage[]; skipped: number }) => void
}

const usualPort = 514
const tellEveryMs = 250
const maxTold = 200
const maxFileBytes = 512 * 1024 * 1024

interface Open {
  server: SyslogServer
  file: WriteStream
  info: LiveLog
}

/** Receives syslog while somebody watches: every message into a file, some of them told at once. */
export class LiveLogReceiver {
  readonly #deps: LiveLogDeps
  #open: Open | null = null
  #pending: SyslogMessage[] = []
  #skipped = 0
  #writtenBytes = 0
  #unwritten = 0
  #timer: NodeJS.Timeout | null = null

  constructor(deps: LiveLogDeps) {
    this.#deps = deps
  }

  get info(): LiveLog | null {
    return this.#open && { ...this.#open.info, dropped: this.#open.server.dropped + this.#unwritten }
  }

  /** Throws PORT_IN_USE and the like where a port was asked for; else any will do. */
  async start(port?: number): Promise<LiveLog> {
    await this.stop()
    const { address, directory } = this.#deps
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const { server, bound } = await this.#bind(port)
    const startedAt = new Date().toISOString()
    const path = join(directory, `syslog-${startedAt.replace(/[:.]/g, '-')}.log`)
    const file = createWriteStream(path, { mode: 0o600 })
    // What cannot be written is still told.
    file.on('error', () => undefined)
    this.#writtenBytes = 0
    this.#unwritten = 0
    this.#open = { server, file, info: { address: address(), port: bound, path, startedAt, dropped: 0 } }
    return this.#open.info
  }

  async stop(): Promise<void> {
    const open = this.#open
    this.#open = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#pending = []
    this.#skipped = 0
    if (!open) return
    await open.server.stop()
    await new Promise<void>((resolve) => {
      open.file.once('close', resolve)
      open.file.end()
    })
  }

  async #bind(wanted?: number): Promise<{ server: SyslogServer; bound: number }> {
    for (const port of wanted === undefined ? [usualPort, 0] : [wanted]) {
      const server = new SyslogServer({ address: this.#deps.address(), port, onMessage: (one) => this.#take(one) })
      try {
        return { server, bound: (await server.start()).port }
      } catch (error) {
        const isTaken = error instanceof AppError && (error.code === 'PORT_IN_USE' || error.code === 'PORT_FORBIDDEN')
        if (!isTaken || wanted !== undefined || port === 0) throw error
      }
    }
    throw new AppError('PORT_IN_USE', { address: this.#deps.address(), port: usualPort })
  }

  #take(message: SyslogMessage): void {
    const line = `${syslogLine(message)}\n`
    const bytes = Buffer.byteLength(line)
    if (this.#writtenBytes + bytes <= maxFileBytes && this.#open?.file.writableNeedDrain === false) {
      this.#writtenBytes += bytes
      this.#open.file.write(line)
    } else this.#unwritten += 1
    if (this.#pending.length < maxTold) this.#pending.push(message)
    else this.#skipped += 1
    this.#timer ??= setTimeout(() => this.#tell(), tellEveryMs)
  }

  #tell(): void {
    this.#timer = null
    const batch = { messages: this.#pending, skipped: this.#skipped }
    this.#pending = []
    this.#skipped = 0
    this.#deps.onMessages(batch)
  }
}
