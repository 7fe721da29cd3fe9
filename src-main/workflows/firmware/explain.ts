import type { Explanation } from '#shared/model/firmware-push.ts'
import type { ServedProtocol, TransferFinding } from '#shared/model/transfer.ts'

/** What an explanation may name. */
export interface ExplainFacts {
  /** Where the link led: address and port. */
  server: string
  protocol: ServedProtocol
  /** The box's fault, 0 where it gave none. */
  fault: number
  finding: TransferFinding
}

/** What a fault means in the light of what our server saw; the finding alone speaks where a fault adds nothing. */
const byFault: Partial<Record<TransferFinding['type'], Partial<Record<number, string>>>> = {
  neverAsked: {
    9001: 'refusedAtOnce',
    9002: 'refusedAtOnce',
    9003: 'argumentsRefused',
    9004: 'queueFull',
    9012: 'askedElsewhere',
    9013: 'protocolUnsupported',
    9016: 'askedElsewhere',
    // It found fault with something that it must have fetched.
    9017: 'askedElsewhere',
    9018: 'askedElsewhere',
    9019: 'askedElsewhere',
  },
  refused: { 9012: 'loginRefused' },
  tookAll: {
    9001: 'tookAllRefused',
    9010: 'tookAllRefused',
    9016: 'tookAllRefused',
    9017: 'tookAllNotKept',
    9018: 'tookAllCorrupt',
    9019: 'tookAllUntrusted',
  },
}

/** Why a push ended as it did, by the fault of the box and the log of our own server (field.md pain 14). */
export function explainPush({ server, protocol, fault, finding }: ExplainFacts): Explanation {
  const code = byFault[finding.type]?.[fault] ?? finding.type
  return { code, params: { server, protocol, fault, ...paramsOf(finding) } }
}

function paramsOf(finding: TransferFinding): Explanation['params'] {
  const { type: _type, ...rest } = finding
  return Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, string | number] => pair[1] !== null))
}
