import type { TftpOptions } from './packet.ts'

/** How a transfer runs, after negotiation. */
export interface TftpTerms {
  blockBytes: number
  /** Blocks in flight (RFC 7440). */
  windowBlocks: number
  /** Milliseconds until a retransmission. */
  timeoutMs: number
  /** Bytes that the box says it will write; null where it did not say. */
  announcedBytes: number | null
  /** What the OACK must hold; empty: none is sent (RFC 2347). */
  accepted: TftpOptions
}

const maxWindowBlocks = 64
const defaultTimeoutMs = 1000

type Rule = (value: number, terms: TftpTerms, sizeBytes: number | null) => [Partial<TftpTerms>, number] | null

const rules: Record<string, Rule> = {
  // RFC 2348
  blksize: (value) => (value < 8 ? null : [{ blockBytes: Math.min(value, 65_464) }, Math.min(value, 65_464)]),
  // RFC 2349
  timeout: (value) => (value < 1 || value > 255 ? null : [{ timeoutMs: value * 1000 }, value]),
  tsize: (value, _, sizeBytes) => (sizeBytes === null ? [{ announcedBytes: value }, value] : [{}, sizeBytes]),
  // RFC 7440
  windowsize: (value) => {
    const windowBlocks = Math.min(value, maxWindowBlocks)
    return value < 1 || value > 65_535 ? null : [{ windowBlocks }, windowBlocks]
  },
}

/** Settles the options of a request; what is unknown or senseless is left out (RFC 2347). `sizeBytes` is null for a write. */
export function negotiate(requested: TftpOptions, sizeBytes: number | null): TftpTerms {
  let terms: TftpTerms = {
    blockBytes: 512,
    windowBlocks: 1,
    timeoutMs: defaultTimeoutMs,
    announcedBytes: null,
    accepted: new Map(),
  }
  const accepted = new Map<string, string>()
  for (const [name, text] of requested) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const outcome = /^\d{1,15}$/.test(text) ? rule?.(Number(text), terms, sizeBytes) : null
    if (!outcome) continue
    const [change, answer] = outcome
    terms = { ...terms, ...change }
    accepted.set(name, String(answer))
  }
  return { ...terms, accepted }
}
