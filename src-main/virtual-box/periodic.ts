/**
 * Seconds to the next periodic Inform: the interval, or what is left of it when PeriodicInformTime sets the phase
 * (TR-098 ManagementServer.PeriodicInformTime; the unknown time 0001-01-01 sets none).
 */
export function periodicDelay(interval: number, phase: string, now: Date): number {
  const reference = Date.parse(phase)
  if (phase.startsWith('0001') || Number.isNaN(reference)) {
    return interval
  }
  const since = ((now.getTime() - reference) / 1000) % interval
  return interval - (since < 0 ? since + interval : since)
}
