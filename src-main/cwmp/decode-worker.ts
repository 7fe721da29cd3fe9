import { parentPort } from 'node:worker_threads'
import { decodeMessage, type EncodedMessage } from './decode-message.ts'

/** Decodes large messages beside the main thread, one after the other; no database here. */
parentPort?.on('message', (message: EncodedMessage) => parentPort?.postMessage(decodeMessage(message)))
