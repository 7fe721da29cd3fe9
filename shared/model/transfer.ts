import { z } from 'zod'

/** How a file goes between the app and a box. */
export const TransferProtocol = z.enum(['http', 'https', 'ftp', 'tftp', 'sftp'])
export type TransferProtocol = z.infer<typeof TransferProtocol>

/** What the app serves to boxes at any time; SFTP runs only while a job receives by it. */
export const ServedProtocol = TransferProtocol.exclude(['sftp'])
export type ServedProtocol = z.infer<typeof ServedProtocol>
export const servedProtocols = ServedProtocol.options

/** States of one request; the last three are final. */
export const TransferState = z.enum(['started', 'progress', 'done', 'aborted', 'refused'])
export type TransferState = z.infer<typeof TransferState>

/** Why a request got no file; worded under `transfer.refusal.<reason>`. */
export const RefusalReason = z.enum([
  'unknownLink',
  'wrongName',
  'credentials',
  'method',
  'range',
  'tooLarge',
  'tooMany',
  'busy',
  'sourceGone',
  'malformed',
  'timeout',
  'disk',
])
export type RefusalReason = z.infer<typeof RefusalReason>

/** Bytes asked for, both ends inclusive (RFC 9110 14.1.2). */
export const ByteRange = z.object({ start: z.number().int(), end: z.number().int() })
export type ByteRange = z.infer<typeof ByteRange>

/**
 * One request of a box to a file server of the app, as it stands and as an event. Byte counts are bytes of the file that
 * left for, or came from, the box in this request; `path` has tokens masked; times are ISO 8601 in UTC.
 */
export const Transfer = z.object({
  /** Null where no link fits what was asked. */
  linkId: z.string().nullable(),
  requestId: z.string(),
  protocol: TransferProtocol,
  address: z.string(),
  /** HTTP method, FTP verb or TFTP opcode. */
  method: z.string(),
  path: z.string(),
  range: ByteRange.nullable(),
  bytesSent: z.number().int(),
  bytesReceived: z.number().int(),
  /** Bytes this request will move; null where the box did not say. */
  total: z.number().int().nullable(),
  state: TransferState,
  /** Status of HTTP, reply code of FTP, error code of TFTP. */
  httpStatus: z.number().int().nullable(),
  reason: RefusalReason.nullable(),
  /** Oddities that were tolerated, worded under `transfer.warning.<code>`. */
  warnings: z.array(z.string()),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type Transfer = z.infer<typeof Transfer>

/**
 * What our own servers saw of one download; it explains the faults 9010 to 9019 of a box, which seldom explain
 * themselves. Worded under `transfer.finding.<type>`.
 */
export const TransferFinding = z.discriminatedUnion('type', [
  z.object({ type: z.literal('neverAsked') }),
  z.object({ type: z.literal('wrongPath'), path: z.string(), count: z.number().int() }),
  z.object({ type: z.literal('refused'), reason: RefusalReason, status: z.number().int().nullable() }),
  z.object({ type: z.literal('onlyProbed') }),
  z.object({ type: z.literal('inProgress'), bytes: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('stopped'), bytes: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('tookAll'), total: z.number().int(), requests: z.number().int() }),
])
export type TransferFinding = z.infer<typeof TransferFinding>

/** A file that a box sent. */
export const ReceivedFile = z.object({
  linkId: z.string(),
  requestId: z.string(),
  /** Where it lies now; empty where it was not kept. */
  path: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  receivedAt: z.string(),
})
export type ReceivedFile = z.infer<typeof ReceivedFile>
