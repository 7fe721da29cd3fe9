import type { RadarEntry, RadarProblem, RadarStage } from '#shared/model/self-check.ts'
import type { Contact } from '../cwmp/contact.ts'

/** An address of the neighbour list. */
export interface Presence {
  address: string
  key: string
  deviceId: string | null
  seenAt: string
}

interface Row {
  address: string
  reachedAt: Partial<Record<RadarStage, number>>
  problem: RadarProblem | null
  params: Record<string, string | number>
  lastAt: number
  count: number
  deviceId: string | null
}

/** What a contact proves, and what it says is wrong. */
interface Meaning {
  stages: readonly RadarStage[]
  problem: RadarProblem | null
  params?: Record<string, string | number>
}

const order: readonly RadarStage[] = ['seen', 'tcp', 'tls', 'http', 'authenticated', 'understood']
const maxRows = 500
/** What an address reached longer before its last try says nothing of that try. */
const tryLastsMs = 600_000

/** How far each address got on its way to a session: written by the ACS port, read by the radar. */
export class ContactLog {
  readonly #rows = new Map<string, Row>()
  readonly #onChange: () => void
  readonly #now: () => number

  constructor(onChange: () => void, now: () => number = Date.now) {
    this.#onChange = onChange
    this.#now = now
  }

  /** The ACS port saw something of this address. */
  note(address: string, contact: Contact): void {
    const row = takeIn(this.#rows.get(address) ?? newRow(address), contact, this.#now())
    this.#rows.delete(address)
    this.#rows.set(address, row)
    const [oldest] = this.#rows.keys()
    if (oldest !== undefined && this.#rows.size > maxRows) this.#rows.delete(oldest)
    this.#onChange()
  }

  /** All addresses that knocked, and then those that are only known to be there. */
  list(present: readonly Presence[]): RadarEntry[] {
    const byAddress = new Map(present.map((one) => [one.address, one]))
    const knocked = [...this.#rows.values()].map((row) => toEntry(row, byAddress.get(row.address)))
    const silent = present.filter(({ address }) => !this.#rows.has(address)).map(toSilentEntry)
    return [...knocked, ...silent]
  }
}

function newRow(address: string): Row {
  return { address, reachedAt: {}, problem: null, params: {}, lastAt: 0, count: 0, deviceId: null }
}

function takeIn(row: Row, contact: Contact, now: number): Row {
  const { stages, problem, params = {} } = meaningOf(contact)
  const isNewTry = contact.kind === 'connected'
  // A box that tries again, or hangs up after it was told why, has the same problem as before.
  const isOldProblem = isNewTry || (contact.kind === 'closedSilently' && row.problem !== null)
  return {
    ...row,
    reachedAt: { ...row.reachedAt, ...Object.fromEntries(stages.map((stage) => [stage, now])) },
    problem: isOldProblem ? row.problem : problem,
    params: isOldProblem ? row.params : params,
    lastAt: now,
    count: row.count + (isNewTry ? 1 : 0),
    deviceId: contact.kind === 'understood' ? contact.deviceId : row.deviceId,
  }
}

function meaningOf(contact: Contact): Meaning {
  switch (contact.kind) {
    case 'connected':
      return { stages: ['tcp'], problem: null }
    case 'closedSilently':
      return { stages: ['tcp'], problem: 'closedSilently' }
    case 'tls':
      return { stages: ['tcp', 'tls'], problem: 'httpsUrl' }
    case 'notHttp':
      return { stages: ['tcp'], problem: 'notHttp' }
    case 'http':
      return contact.method === 'POST'
        ? { stages: ['tcp', 'http'], problem: null }
        : { stages: ['tcp', 'http'], problem: 'notCwmp', params: { method: contact.method.slice(0, 16) } }
    case 'refused':
      return { stages: ['http'], problem: refusals[contact.reason] ?? 'wrongPassword' }
    case 'full':
      return { stages: ['http'], problem: 'tooManySessions' }
    case 'malformed':
      return { stages: ['http', 'authenticated'], problem: 'malformed', params: { code: contact.code } }
    case 'understood':
      return { stages: ['http', 'authenticated', 'understood'], problem: null }
  }
}

/** Reasons of the authenticator; every other one means that the password was wrong. */
const refusals: Record<string, RadarProblem> = {
  missing: 'loginMissing',
  stale: 'loginMissing',
  malformed: 'loginMissing',
  unknownUser: 'unknownUser',
}

function toEntry(row: Row, neighbour: Presence | undefined): RadarEntry {
  const reached = Object.entries(row.reachedAt) as [RadarStage, number][]
  const ofThisTry = new Set(reached.filter(([, at]) => row.lastAt - at < tryLastsMs).map(([stage]) => stage))
  return {
    address: row.address,
    // A box that greets in TLS now gets no further, whatever it did before.
    stage: row.problem === 'httpsUrl' ? 'tls' : (order.findLast((one) => ofThisTry.has(one)) ?? 'seen'),
    problem: row.problem,
    params: row.params,
    reachedAt: Object.fromEntries(reached.map(([stage, at]) => [stage, new Date(at).toISOString()])),
    lastAt: new Date(row.lastAt).toISOString(),
    count: row.count,
    deviceId: row.deviceId ?? neighbour?.deviceId ?? null,
    neighbourKey: neighbour?.key ?? null,
  }
}

function toSilentEntry({ address, key, deviceId, seenAt }: Presence): RadarEntry {
  return {
    address,
    stage: 'seen',
    problem: 'notTrying',
    params: {},
    reachedAt: { seen: seenAt },
    lastAt: seenAt,
    count: 0,
    deviceId,
    neighbourKey: key,
  }
}
