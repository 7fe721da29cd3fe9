import { Worker } from 'node:worker_threads'
import { type DecodedMessage, decodeMessage, type EncodedMessage } from './decode-message.ts'

/** Up to here decoding holds up the app for some 10 ms at most; compressed bytes stand for more. */
const inlineBytes = 256 * 1024
const inlineCompressedBytes = 16 * 1024
/** A message that needs more is hostile; 20,000 parameters take some 100 MB. */
const workerMemoryMb = 2048

interface Waiting {
  message: EncodedMessage
  resolve: (decoded: DecodedMessage) => void
}

/** Decodes small messages at once and large ones in a thread of their own, which starts with the first of them. */
export class MessageDecoder {
  #worker: Worker | null = null
  /** In the order in which the thread answers. */
  #waiting: Waiting[] = []

  decode(message: EncodedMessage): DecodedMessage | Promise<DecodedMessage> {
    const { bytes, encoding } = message
    if (bytes.byteLength <= (encoding ? inlineCompressedBytes : inlineBytes)) return decodeMessage(message)
    return new Promise((resolve) => {
      this.#waiting.push({ message, resolve })
      this.#running().postMessage(message)
    })
  }

  /** Ends the thread; what waits in it is given up. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    for (const { resolve } of this.#waiting.splice(0)) resolve({ kind: 'problem', code: 'tooLarge' })
    await worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb } })
    worker.unref()
    worker.on('message', (decoded: DecodedMessage) => {
      const done = this.#waiting.shift()
      // Taking over a large message is work enough for one turn of the event loop.
      setImmediate(() => done?.resolve(decoded))
    })
    worker.on('error', () => {})
    worker.on('exit', () => this.#exited(worker))
    this.#worker = worker
    return worker
  }

  /** The message that was being decoded broke the thread; the others get a new one. */
  #exited(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = null
    this.#waiting.shift()?.resolve({ kind: 'problem', code: 'tooLarge' })
    for (const { message } of this.#waiting) this.#running().postMessage(message)
  }
}

/** Beside this file: TypeScript as it is, or a bundle of its own (`mainEntries` in electron.vite.config.ts). */
function workerFile(): URL {
  const name = import.meta.url.endsWith('.ts') ? 'decode-worker.ts' : 'decode-worker.cjs'
  return new URL(name, import.meta.url)
}
