import { z } from 'zod'
import { ErrorData } from '../errors.ts'

/**
 * What came of one try to call a box (TR-069 3.2.2 and Annex G), with the facts for its text. `accepted` and `sent` are
 * no proof: only the Inform with `6 CONNECTION REQUEST` is. Each failure has its own error code (`connectionRequestErrors`).
 */
export const ConnectionRequestVerdict = z.discriminatedUnion('kind', [
  /** HTTP 2xx; `attempts` counts the requests that were sent, authentication included. */
  z.object({ kind: z.literal('accepted'), status: z.number().int(), attempts: z.number().int() }),
  /** UDP datagrams left; `heard` when the box sent anything back. */
  z.object({ kind: z.literal('sent'), copies: z.number().int(), heard: z.boolean() }),
  z.object({ kind: z.literal('noRoute'), cause: z.string() }),
  /** The laptop's own firewall or system forbade it. */
  z.object({ kind: z.literal('blocked'), cause: z.string() }),
  z.object({ kind: z.literal('refused') }),
  /** In phase `connect` nobody was there or dropped it; in phase `answer` the box took the connection and kept silent. */
  z.object({ kind: z.literal('timeout'), phase: z.enum(['connect', 'answer']) }),
  /** The box closed or reset the connection without an answer. */
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('wrongPassword'), realm: z.string() }),
  z.object({ kind: z.literal('noCredentials'), realm: z.string() }),
  z.object({ kind: z.literal('basicOnly'), realm: z.string() }),
  /** Only authentication that is not understood was offered. */
  z.object({ kind: z.literal('unknownChallenge'), offered: z.string() }),
  z.object({ kind: z.literal('busy'), retryAfterSeconds: z.number().int().nullable() }),
  z.object({ kind: z.literal('notFound'), status: z.number().int() }),
  /** Any other status than success. */
  z.object({ kind: z.literal('rejected'), status: z.number().int() }),
  z.object({ kind: z.literal('badUrl'), url: z.string(), reason: z.enum(['empty', 'syntax', 'https', 'noHost']) }),
  /** The answer was no HTTP; the first characters of it. */
  z.object({ kind: z.literal('protocolError'), excerpt: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
])
export type ConnectionRequestVerdict = z.infer<typeof ConnectionRequestVerdict>
export type ConnectionRequestKind = ConnectionRequestVerdict['kind']

/** One try of a wake: by which means, to where, and how the target became known. */
export const WakeStep = z.object({
  means: z.enum(['udp', 'http']),
  /** `host:port` or URL. */
  target: z.string(),
  /** From a heartbeat, as the box reported it, or with the address its Informs really come from. */
  via: z.enum(['heartbeat', 'reported', 'observed']),
  verdict: ConnectionRequestVerdict,
})
export type WakeStep = z.infer<typeof WakeStep>

/** What came of all tries; after `asked` the caller waits for the Inform, which the box owes within 30 s. */
export const WakeVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), steps: z.array(WakeStep) }),
  /** `cause` is the failure that says most. */
  z.object({ kind: z.literal('failed'), steps: z.array(WakeStep), cause: ConnectionRequestVerdict }),
  /** The box reported neither a URL nor a UDP address, and no heartbeat was heard. */
  z.object({ kind: z.literal('noMeans') }),
])
export type WakeVerdict = z.infer<typeof WakeVerdict>

/** A call in full: each try, whether the box took it, and what is to be said if no Inform follows. */
export const CallOutcome = z.object({ steps: z.array(WakeStep), isTaken: z.boolean(), error: ErrorData })
export type CallOutcome = z.infer<typeof CallOutcome>

/** One box that sends STUN binding requests for its connection-request port (TR-069 Annex G). */
export const Heartbeat = z.object({
  /** Source of the last datagram: where UDP connection requests go. */
  address: z.string(),
  port: z.number().int(),
  /** USERNAME attribute; empty where the box sends none. */
  username: z.string(),
  deviceId: z.string().nullable(),
  /** ISO 8601, UTC. */
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  /** Datagrams, retransmissions left out. */
  count: z.number().int(),
  /** Estimated from the last intervals; null until there are two. */
  periodSeconds: z.number().nullable(),
  /** Whether the source differs from the box's own address; null where that is not known. */
  natSeen: z.boolean().nullable(),
  /** Lately enough for a NAT binding to be still open. */
  fresh: z.boolean(),
})
export type Heartbeat = z.infer<typeof Heartbeat>
