import { randomBytes } from 'node:crypto'
import { type Challenge, computeResponse, type DigestAlgorithm, type Qop } from './digest.ts'

/** What the answer to a challenge is made of. */
export interface ChallengeInput {
  method: string
  /** Request target as it is sent: path and query. */
  uri: string
  username: string
  password: string
  body?: Uint8Array | undefined
  /** Basic shows the password to whoever listens: only by consent. */
  allowBasic: boolean
  /** For tests; random otherwise. */
  cnonce?: string
}

type DigestChallenge = Extract<Challenge, { kind: 'digest' }>

const strength: Record<DigestAlgorithm, number> = { MD5: 1, 'MD5-sess': 2, 'SHA-256': 3, 'SHA-256-sess': 4 }

/**
 * The Authorization header for the strongest challenge that is understood, or null where none is. Only what was
 * challenged is echoed: old boxes refuse parameters that they did not ask for (RFC 7616 3.4, RFC 2069 2.1.2).
 */
export function solveChallenge(challenges: readonly Challenge[], input: ChallengeInput): string | null {
  const [best] = challenges
    .filter((challenge): challenge is DigestChallenge => challenge.kind === 'digest' && isUnderstood(challenge))
    .sort((a, b) => strength[b.algorithm ?? 'MD5'] - strength[a.algorithm ?? 'MD5'])
  if (best) return solveDigest(best, input)
  if (!input.allowBasic || !challenges.some(({ kind }) => kind === 'basic')) return null
  return `Basic ${Buffer.from(`${input.username}:${input.password}`, 'utf8').toString('base64')}`
}

function isUnderstood(challenge: DigestChallenge): boolean {
  return challenge.algorithm !== null && chooseQop(challenge.qops) !== undefined
}

function chooseQop(offered: readonly string[]): Qop | undefined {
  if (offered.length === 0) return null
  return (['auth', 'auth-int'] as const).find((qop) => offered.includes(qop))
}

function solveDigest(challenge: DigestChallenge, input: ChallengeInput): string {
  const algorithm = challenge.algorithm ?? 'MD5'
  const qop = chooseQop(challenge.qops) ?? null
  const cnonce = input.cnonce ?? randomBytes(8).toString('hex')
  const nc = '00000001'
  const { realm, nonce } = challenge
  const response = computeResponse({ ...input, algorithm, realm, nonce, qop, nc, cnonce })
  const parts = [
    `username=${quote(input.username)}`,
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(input.uri)}`,
  ]
  if (challenge.algorithmText !== null) parts.push(`algorithm=${challenge.algorithmText}`)
  if (qop !== null) parts.push(`qop=${qop}`, `nc=${nc}`)
  if (qop !== null || algorithm.endsWith('-sess')) parts.push(`cnonce=${quote(cnonce)}`)
  parts.push(`response="${response}"`)
  if (challenge.opaque !== null) parts.push(`opaque=${quote(challenge.opaque)}`)
  return `Digest ${parts.join(', ')}`
}

/** Line ends are taken out: values come from a box and from settings, a header must stay one line. */
function quote(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`
}
