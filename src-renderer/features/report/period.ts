export const periods = ['today', 'week', 'all'] as const
export type Period = (typeof periods)[number]

/** When a period began, as ISO 8601 in UTC: today since midnight of this PC's clock; undefined for no bound. */
export function periodStart(period: Period, now: Date): string | undefined {
  if (period === 'all') return undefined
  const start = new Date(now)
  start.setHours(0, 0, 0, 0)
  if (period === 'week') start.setDate(start.getDate() - 6)
  return start.toISOString()
}
