import type { ByteRange, Transfer, TransferFinding } from '#shared/model/transfer.ts'

/**
 * Explains a download by what our servers saw of it: the requests of its link, and the requests of the same address that
 * fitted no link. Ranges are united, so resumed and parallel requests count once. `isOver`: the box itself has said that it
 * is through, so that a request still open is a connection that it left behind.
 */
export function explainDownload(
  sizeBytes: number,
  requests: readonly Transfer[],
  strays: readonly Transfer[] = [],
  isOver = false,
): TransferFinding {
  const hasEnded = ({ endedAt }: Transfer): boolean => isOver || endedAt !== null
  const served = requests.filter((request) => request.state !== 'refused' && request.method !== 'HEAD')
  const bytes = coveredBytes(served.map(rangeTaken))
  const isEmptyFileTaken = sizeBytes === 0 && served.some((request) => request.state === 'done')
  if ((bytes >= sizeBytes && sizeBytes > 0) || isEmptyFileTaken) {
    if (served.some(hasEnded)) {
      return { type: 'tookAll', total: sizeBytes, requests: served.length }
    }
  }
  if (!served.every(hasEnded)) return { type: 'inProgress', bytes, total: sizeBytes }
  if (served.length > 0) return { type: 'stopped', bytes, total: sizeBytes }
  return explainNothingServed(requests, strays)
}

function explainNothingServed(requests: readonly Transfer[], strays: readonly Transfer[]): TransferFinding {
  const refused = requests.filter((request) => request.state === 'refused')
  const real = refused.findLast((request) => request.reason !== 'wrongName')
  // A 401 is the first half of every digest login, so a path error tells more than it does.
  const misses = [...refused.filter((request) => request.reason === 'wrongName'), ...strays]
  const lastMiss = misses.at(-1)
  if (lastMiss !== undefined && (real === undefined || real.reason === 'credentials')) {
    return { type: 'wrongPath', path: lastMiss.path, count: misses.length }
  }
  if (real?.reason) return { type: 'refused', reason: real.reason, status: real.httpStatus }
  if (requests.length > 0) return { type: 'onlyProbed' }
  return { type: 'neverAsked' }
}

function rangeTaken(request: Transfer): ByteRange {
  const start = request.range?.start ?? 0
  return { start, end: start + request.bytesSent - 1 }
}

/** How many bytes the ranges cover together. */
export function coveredBytes(ranges: readonly ByteRange[]): number {
  let covered = 0
  let reached = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, reached)
    if (end < from) continue
    covered += end - from + 1
    reached = end + 1
  }
  return covered
}
