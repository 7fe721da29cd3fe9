import { z } from 'zod'
import { CollectResult, type EvidenceItem } from '#shared/model/collect.ts'
import { DiagnoseResult, type DiagnosticResult } from '#shared/model/diagnose.ts'
import { FirmwareResult } from '#shared/model/firmware-push.ts'
import type { Job } from '#shared/model/job.ts'
import {
  BulkDataResult,
  FactoryResetResult,
  IdentifyResult,
  ReadResult,
  RebootResult,
} from '#shared/model/job-kinds.ts'
import { ProvisionedValue } from '#shared/model/provision.ts'

/** One value before and after, and what became of it: `accepted` where a secret cannot be read back, `read` where it was only read. */
export interface ReportChange {
  name: string
  old: string | null
  value: string
  outcome: ProvisionedValue['status'] | 'accepted' | 'read'
}

/** Something else worth saying, worded under `report.facts.<key>`. */
export interface ReportFact {
  key:
    | 'versionBefore'
    | 'versionAfter'
    | 'file'
    | 'sha256'
    | 'verified'
    | 'override'
    | 'events'
    | 'acsUrl'
    | 'lights'
    | 'profile'
  value: string
}

/** What a report says of one job. */
export interface ReportEntry {
  job: Job
  changes: ReportChange[]
  facts: ReportFact[]
  tests: DiagnosticResult[]
  items: EvidenceItem[]
}

const WithValues = z.object({ values: z.array(ProvisionedValue) })
const yes = '✓'
const no = '✗'

/** Takes from a job what can be proven by it: values before and after, versions, figures, files. */
export function entryOf(job: Job): ReportEntry {
  const { kind, result } = job
  const entry: ReportEntry = { job, changes: [], facts: [], tests: [], items: [] }
  switch (kind) {
    case 'firmware': {
      const push = FirmwareResult.safeParse(result).data
      const { from = '', to = '', fileName = '', sha256 = '', verified } = push ?? {}
      const override = push?.override?.reason ?? ''
      entry.facts = factsOf({ versionBefore: from, versionAfter: to, file: fileName, sha256, override })
      if (verified !== undefined) entry.facts.push({ key: 'verified', value: verified ? yes : no })
      return entry
    }
    case 'diagnose':
      return { ...entry, tests: DiagnoseResult.safeParse(result).data?.results ?? [] }
    case 'collect':
      return { ...entry, items: CollectResult.safeParse(result).data?.items ?? [] }
    case 'read': {
      const values = ReadResult.safeParse(result).data?.values ?? []
      return { ...entry, changes: values.map(({ name, value }) => ({ name, old: null, value, outcome: 'read' })) }
    }
    case 'reboot': {
      const { events = [], softwareVersion = '' } = RebootResult.safeParse(result).data ?? {}
      return { ...entry, facts: factsOf({ events: events.join(', '), versionAfter: softwareVersion }) }
    }
    case 'factoryReset': {
      const { events = [], softwareVersion = '', acsUrl = '' } = FactoryResetResult.safeParse(result).data ?? {}
      return { ...entry, facts: factsOf({ events: events.join(', '), versionAfter: softwareVersion, acsUrl }) }
    }
    case 'identify':
      return { ...entry, facts: factsOf({ lights: IdentifyResult.safeParse(result).data?.lights.join(', ') ?? '' }) }
    case 'bulkData':
      return { ...entry, facts: factsOf({ profile: BulkDataResult.safeParse(result).data?.profile ?? '' }) }
    default: {
      const values = WithValues.safeParse(result).data?.values ?? []
      return { ...entry, changes: values.map(changeOf) }
    }
  }
}

/** What reads back otherwise is told as it reads. */
function changeOf({ name, old, value, status, readBack, hidden }: ProvisionedValue): ReportChange {
  const outcome = status === 'verified' && hidden === true ? 'accepted' : status
  return { name, old, value: status === 'different' && readBack !== undefined ? readBack : value, outcome }
}

function factsOf(values: Partial<Record<ReportFact['key'], string>>): ReportFact[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [{ key: key as ReportFact['key'], value }],
  )
}
