import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { Identity, ServerNames } from './certificates.ts'
import { normaliseAddress } from './subnet.ts'

/** Where keys are kept: encrypted, by name. */
export interface KeyKeeper {
  get(name: string): string | null
  set(name: string, value: string): void
}

/** The authority for the screen and for export to a box; nothing secret. */
export interface AuthorityInfo {
  subject: string
  /** SHA-256, hexadecimal with colons. */
  fingerprint: string
  /** ISO 8601, UTC. */
  validUntil: string
  pem: string
  der: Buffer
}

/** Key and certificate chain for node:tls, both PEM. */
export interface ServerIdentity {
  key: string
  cert: string
  /** ISO 8601, UTC: look again before. */
  validUntil: string
}

/** The certificate authority of this laptop, for HTTPS to boxes that can be given it (TR-069 3.3). */
export interface LocalCa {
  /** The authority; made at the first call, once for ever. */
  authority(): Promise<AuthorityInfo>
  /** A certificate for all these names: the kept one, or a new one where names have changed or it ends within 30 days. */
  serverIdentity(names: ServerNames): Promise<ServerIdentity>
}

const authorityName = 'tls.authority'
const serverName = 'tls.server'
const renewBeforeMs = 30 * 86_400_000

/** Opens the authority whose keys are in `keys`. Throws SECRETS_UNAVAILABLE where they cannot be kept. */
export function createLocalCa(keys: KeyKeeper, now: () => number = Date.now): LocalCa {
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time, so that two callers never make two authorities. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task)
    queue = result.catch(() => {})
    return result
  }

  async function openAuthority(): Promise<Identity> {
    const kept = readIdentity(keys.get(authorityName))
    if (kept && validUntil(kept) > now() + renewBeforeMs) return kept
    const { makeAuthority } = await loadCertificates()
    const made = await makeAuthority(now())
    keys.set(authorityName, JSON.stringify(made))
    return made
  }

  async function openServer(names: ServerNames): Promise<ServerIdentity> {
    const wanted = cleanNames(names)
    const authority = await openAuthority()
    const { doesServe, makeServerCertificate } = await loadCertificates()
    let server = readIdentity(keys.get(serverName))
    if (!server || !doesServe(server.certificate, authority, wanted, now() + renewBeforeMs)) {
      server = await makeServerCertificate(authority, wanted, now())
      keys.set(serverName, JSON.stringify(server))
    }
    return {
      key: server.key,
      cert: `${server.certificate.trim()}\n${authority.certificate.trim()}\n`,
      validUntil: new Date(validUntil(server)).toISOString(),
    }
  }

  return {
    authority: () => inTurn(openAuthority).then(describeAuthority),
    serverIdentity: (names) => inTurn(() => openServer(names)),
  }
}

/** The library takes a tenth of a second to load: only those who use HTTPS wait for it. */
function loadCertificates(): Promise<typeof import('./certificates.ts')> {
  return import('./certificates.ts')
}

function cleanNames({ addresses, dnsNames }: ServerNames): ServerNames {
  const plain = addresses.map(normaliseAddress).filter((address) => isIP(address) !== 0)
  const names = dnsNames.map((name) => name.trim().toLowerCase()).filter((name) => /^[a-z0-9.-]+$/.test(name))
  return { addresses: [...new Set(plain)], dnsNames: [...new Set(names)] }
}

function readIdentity(text: string | null): Identity | null {
  if (text === null) return null
  try {
    const { key, certificate } = JSON.parse(text) as Partial<Identity>
    return key && certificate && new X509Certificate(certificate) ? { key, certificate } : null
  } catch {
    return null
  }
}

function validUntil({ certificate }: Identity): number {
  return Date.parse(new X509Certificate(certificate).validTo)
}

function describeAuthority({ certificate }: Identity): AuthorityInfo {
  const { subject, fingerprint256, validTo, raw } = new X509Certificate(certificate)
  return {
    subject,
    fingerprint: fingerprint256,
    validUntil: new Date(validTo).toISOString(),
    pem: certificate,
    der: raw,
  }
}
