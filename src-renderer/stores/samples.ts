/** Bytes at a time (milliseconds since the epoch). */
export interface Sample {
  at: number
  bytes: number
}

/** Speed is that of the last seconds: a box that was slow at first is not slow for ever. */
const windowMs = 10_000
/** Before that there is nothing to reckon from. */
const leastMs = 1500

/** The samples of the last seconds with one more. A transfer that starts over starts over here, too. */
export function withSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1)
  if (last && next.bytes < last.bytes) return [next]
  return [...samples.filter(({ at }) => next.at - at <= windowMs), next]
}

/** Bytes per second; null before there is enough to say. */
export function speedOf(samples: readonly Sample[]): number | null {
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < leastMs) return null
  return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000
}

/** Milliseconds until the rest is there at this speed; null where that cannot be said. */
export function restOf(speed: number | null, bytes: number, sizeBytes: number): number | null {
  return speed === null || speed <= 0 || bytes >= sizeBytes ? null : ((sizeBytes - bytes) / speed) * 1000
}
