import { lastNameOf } from '#shared/cwmp/paths.ts'
import type { Job } from '#shared/model/job.ts'
import type { WriteResult } from '#shared/model/job-kinds.ts'

/** Parameters of ManagementServer that are put back at hand-over. Passwords cannot be read (TR-069 A.3.2.1). */
export const keptParameters = [
  'URL',
  'Username',
  'PeriodicInformInterval',
  'STUNEnable',
  'STUNServerAddress',
  'STUNServerPort',
  'STUNMinimumKeepAlivePeriod',
  'STUNMaximumKeepAlivePeriod',
] as const

/** Values by the last name of their parameter. */
export type OperatorValues = Readonly<Record<string, string>>

/**
 * What a job changed of these, as it stood before. Only jobs that write plain values count, and of an ACS URL only one
 * that was not ours already. Empty where nothing is to be remembered. Pure.
 */
export function valuesBefore(job: Pick<Job, 'kind' | 'result'>, isOurs: (url: string) => boolean): OperatorValues {
  if (job.kind !== 'write' && job.kind !== 'enableHeartbeat') return {}
  const rows = (job.result as Pick<WriteResult, 'values'> | null)?.values ?? []
  const kept = rows.flatMap(({ name, old, value, status }): [string, string][] => {
    const last = lastNameOf(name)
    const isKept = /\.ManagementServer\.[^.]+$/.test(name) && keptParameters.some((one) => one === last)
    const isChanged = status !== 'failed' && old !== null && old !== value
    return isKept && isChanged && !(last === 'URL' && isOurs(old)) ? [[last, old]] : []
  })
  return Object.fromEntries(kept)
}

/** Whether an ACS URL leads to this laptop, at any of its addresses and any port. */
export function isOwnUrl(url: string, addresses: readonly string[]): boolean {
  const host = URL.parse(url)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  return host === 'localhost' || addresses.includes(host)
}
