import { AppError } from '#shared/errors.ts'
import type { Session, TraceMessage } from '#shared/model/session.ts'
import { type Append, writeAtomically } from '../util/write-atomically.ts'
import { httpFileName, httpText } from './http-text.ts'
import { ZipStream } from './zip-stream.ts'

/** The part of the store that an export reads. */
export interface TraceSource {
  session(id: string): Session | null
  /** Newest first. */
  sessionsOf(deviceId: string): Session[]
  /** Whole bodies. */
  messages(sessionId: string): TraceMessage[]
}

export interface TraceExportRequest {
  sessionId?: string | undefined
  deviceId?: string | undefined
  format: 'ndjson' | 'zip'
  path: string
}

export interface TraceExportResult {
  path: string
  sessions: number
  messages: number
  sizeBytes: number
}

/** Where an export puts what it reads, one message after the other. */
interface Sink {
  session(session: Session): Promise<void>
  message(session: Session, message: TraceMessage, index: number): Promise<void>
  end(): Promise<void>
}

/**
 * Writes the trace of a session, or of all sessions of a device, oldest first. Secrets were masked when it was recorded.
 * Throws NOT_FOUND, DISK_FULL or FILE_NOT_WRITABLE.
 */
export async function exportTrace(source: TraceSource, request: TraceExportRequest): Promise<TraceExportResult> {
  const { path, format } = request
  const sessions = sessionsFor(source, request)
  let messages = 0
  const sizeBytes = await writeAtomically(path, async (append) => {
    const sink = format === 'zip' ? zipSink(append) : lineSink(append)
    for (const session of sessions) {
      await sink.session(session)
      for (const [index, message] of source.messages(session.id).entries()) {
        await sink.message(session, message, index)
        messages += 1
      }
    }
    await sink.end()
  })
  return { path, sessions: sessions.length, messages, sizeBytes }
}

function sessionsFor(source: TraceSource, { sessionId, deviceId }: TraceExportRequest): Session[] {
  if (deviceId !== undefined) return source.sessionsOf(deviceId).reverse()
  const session = source.session(sessionId ?? '')
  if (!session) throw new AppError('NOT_FOUND', { id: sessionId ?? '' })
  return [session]
}

/** NDJSON: a line for each session, followed by one for each of its messages. */
function lineSink(append: Append): Sink {
  const line = (value: unknown): Promise<void> => append(`${JSON.stringify(value)}\n`)
  return {
    session: (session) => line({ kind: 'session', ...session }),
    message: (_session, message) => line({ kind: 'message', ...message }),
    end: () => Promise.resolve(),
  }
}

/** A folder for each session, in it `session.json` and a file for each message as it went over the wire. */
function zipSink(append: Append): Sink {
  let written = Promise.resolve()
  const zip = new ZipStream((bytes) => {
    written = written.then(() => append(bytes))
  })
  const folderOf = ({ startedAt, id }: Session): string => `${startedAt.replaceAll(/[:.]/g, '-')}-${id}`
  const add = async (name: string, text: string, at: string): Promise<void> => {
    await zip.add(name, text, at)
    await written
  }
  return {
    session: (session) =>
      add(`${folderOf(session)}/session.json`, `${JSON.stringify(session, null, 2)}\n`, session.startedAt),
    message: (session, message, index) =>
      add(`${folderOf(session)}/${httpFileName(message, index)}`, httpText(message), message.at),
    async end() {
      zip.end()
      await written
    },
  }
}
