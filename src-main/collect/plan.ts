import { instancesIn } from '#shared/cwmp/paths.ts'
import type { EvidenceItem, EvidenceKind } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { type VendorSource, vendorSources } from './vendor-sources.ts'

/** A file to be had by Upload (TR-069 A.4.1.5): the file types to try, the best first. */
export interface UploadPlan {
  id: string
  kind: 'logFile' | 'configFile'
  detail: string
  fileTypes: string[]
  fileName: string
}

/** What a box can give, as its parameters show it. */
export interface EvidencePlan {
  uploads: UploadPlan[]
  vendor: VendorSource[]
  /** Name of the parameter that holds a log, null where there is none or it is empty. */
  deviceLog: string | null
  hasSyslog: boolean
  hasRealTimeLog: boolean
}

const syslogObject = 'Device.X_00E0FC.LogParaConfiguration.'
const realTimeObject = 'Device.X_CTC_IPTV.LogMsg.'

/** Plans from all values that are known of a box; `root` is its root object with the dot. */
export function planEvidence(values: readonly ParameterValue[], root: string): EvidencePlan {
  const byName = new Map(values.map(({ name, value }) => [name, value]))
  const has = (name: string): boolean => byName.has(name)
  const deviceLog = `${root}DeviceInfo.DeviceLog`
  return {
    uploads: [
      ...uploadsOf(byName, `${root}DeviceInfo.VendorConfigFile.`, 'configFile'),
      ...uploadsOf(byName, `${root}DeviceInfo.VendorLogFile.`, 'logFile'),
    ],
    vendor: vendorSources.filter(({ object, url, trigger }) => has(object + url) && has(object + trigger.leaf)),
    deviceLog: (byName.get(deviceLog) ?? '') === '' ? null : deviceLog,
    hasSyslog: has(`${syslogObject}SyslogServer`),
    hasRealTimeLog: has(`${realTimeObject}Enable`),
  }
}

const fileTypes = {
  configFile: { plain: '1 Vendor Configuration File', numbered: '3 Vendor Configuration File', name: 'config' },
  logFile: { plain: '2 Vendor Log File', numbered: '4 Vendor Log File', name: 'log' },
} as const

/** One for each instance of the table; boxes without the table may still have the one file. */
function uploadsOf(values: ReadonlyMap<string, string>, table: string, kind: UploadPlan['kind']): UploadPlan[] {
  const { plain, numbered, name } = fileTypes[kind]
  const instances = instancesIn(table, values.keys())
  if (instances.length === 0) return [{ id: kind, kind, detail: plain, fileTypes: [plain], fileName: `${name}.txt` }]
  return instances.map((instance) => ({
    id: `${kind}-${instance}`,
    kind,
    detail: values.get(`${table}${instance}.Name`) || `${numbered} ${instance}`,
    // The plain type means the first file, for boxes that know no numbers.
    fileTypes: instance === instances[0] ? [`${numbered} ${instance}`, plain] : [`${numbered} ${instance}`],
    fileName: `${name}-${instance}.txt`,
  }))
}

/** The list as it is shown at first: what was asked for, with what the box lacks marked. */
export function itemsOf(kinds: readonly EvidenceKind[], plan: EvidencePlan): EvidenceItem[] {
  return kinds.flatMap((kind) => {
    switch (kind) {
      case 'configFile':
      case 'logFile':
        return plan.uploads.filter((upload) => upload.kind === kind).map(({ id, detail }) => item(id, kind, detail))
      case 'deviceLog':
        return [item(kind, kind, plan.deviceLog ?? '', plan.deviceLog !== null)]
      case 'debugInfo':
      case 'startupInfo':
      case 'packetCapture': {
        const source = plan.vendor.find((one) => one.kind === kind)
        return [item(kind, kind, source?.object ?? '', source !== undefined)]
      }
      case 'syslog':
        return [item(kind, kind, syslogObject, plan.hasSyslog)]
      case 'realTimeLog':
        return [item(kind, kind, realTimeObject, plan.hasRealTimeLog)]
      default:
        return [item(kind, kind, '')]
    }
  })
}

/** One line of the list before anything came of it. */
export function item(id: string, kind: EvidenceKind, detail: string, isThere = true): EvidenceItem {
  const status = isThere ? 'waiting' : 'missing'
  return { id, kind, detail, status, bytes: 0, count: null, protocol: null, error: null }
}
