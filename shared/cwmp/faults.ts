/** What a person or the app can do about a fault; the renderer words each and may make it a button. */
export type RemedyAction =
  | 'retry'
  | 'waitAndRetry'
  | 'reboot'
  | 'browse'
  | 'readFirst'
  | 'readFaultList'
  | 'smallerRequest'
  | 'checkMethods'
  | 'checkValue'
  | 'checkImage'
  | 'checkFileName'
  | 'checkFileServer'
  | 'checkUploadFolder'
  | 'changeCredentials'
  | 'changeProtocol'
  | 'openFirewallHelp'
  | 'useCable'
  | 'useUnicast'
  | 'useDownload'
  | 'pollValue'
  | 'freeSpace'
  | 'checkDeploymentUnit'
  | 'waitForTransfer'
  | 'showRawText'
  | 'none'

export interface FaultEntry {
  code: number
  /** Name in the standard (TR-069 A.5), for the trace and the report. */
  name: string
  /** Who reports it. */
  by: 'cpe' | 'acs'
  /** Key of the likely cause, `faults.<key>.cause`, and of the advice, `faults.<key>.remedy`. */
  key: string
  actions: readonly RemedyAction[]
}

type Row = [code: number, name: string, ...actions: RemedyAction[]]

const ACS_ROWS: Row[] = [
  [8000, 'Method not supported', 'none'],
  [8001, 'Request denied', 'none'],
  [8002, 'Internal error', 'retry'],
  [8003, 'Invalid arguments', 'none'],
  [8004, 'Resources exceeded', 'waitAndRetry'],
  [8005, 'Retry request', 'waitAndRetry'],
  [8006, 'ACS version incompatible with CPE', 'none'],
]

const CPE_ROWS: Row[] = [
  [9000, 'Method not supported', 'checkMethods'],
  [9001, 'Request denied', 'waitAndRetry', 'reboot'],
  [9002, 'Internal error', 'retry', 'reboot', 'smallerRequest'],
  [9003, 'Invalid arguments', 'readFaultList'],
  [9004, 'Resources exceeded', 'smallerRequest', 'waitForTransfer'],
  [9005, 'Invalid parameter name', 'browse'],
  [9006, 'Invalid parameter type', 'readFirst'],
  [9007, 'Invalid parameter value', 'checkValue'],
  [9008, 'Attempt to set a non-writable parameter', 'none'],
  [9009, 'Notification request rejected', 'pollValue'],
  [9010, 'File transfer failure', 'checkImage', 'checkFileServer', 'retry'],
  [9011, 'Upload failure', 'checkUploadFolder'],
  [9012, 'File transfer server authentication failure', 'changeCredentials'],
  [9013, 'Unsupported protocol for file transfer', 'changeProtocol'],
  [9014, 'File transfer failure: unable to join multicast group', 'useUnicast'],
  [9015, 'File transfer failure: unable to contact file server', 'openFirewallHelp', 'checkFileServer'],
  [9016, 'File transfer failure: unable to access file', 'checkFileName'],
  [9017, 'File transfer failure: unable to complete download', 'useCable', 'retry'],
  [9018, 'File transfer failure: file corrupted', 'checkImage', 'retry'],
  [9019, 'File transfer failure: file authentication failure', 'checkImage'],
  [9020, 'File transfer failure: unable to complete download within specified time windows', 'useDownload'],
  [9021, 'Cancelation of file transfer not permitted in current transfer state', 'waitForTransfer'],
  [9022, 'Invalid UUID format', 'checkDeploymentUnit'],
  [9023, 'Unknown execution environment', 'browse'],
  [9024, 'Disabled execution environment', 'checkDeploymentUnit'],
  [9025, 'Deployment unit to execution environment mismatch', 'checkDeploymentUnit'],
  [9026, 'Duplicate deployment unit', 'checkDeploymentUnit'],
  [9027, 'System resources exceeded', 'freeSpace'],
  [9028, 'Unknown deployment unit', 'checkDeploymentUnit'],
  [9029, 'Invalid deployment unit state', 'waitAndRetry'],
  [9030, 'Invalid deployment unit update: downgrade not permitted', 'checkDeploymentUnit'],
  [9031, 'Invalid deployment unit update: version not specified', 'checkDeploymentUnit'],
  [9032, 'Invalid deployment unit update: version already exists', 'none'],
]

const toEntry =
  (by: FaultEntry['by']) =>
  ([code, name, ...actions]: Row): FaultEntry => ({ code, name, by, key: String(code), actions })

/** The fault codes of TR-069 A.5 (spec 03 sections 2 and 3). */
export const FAULTS: readonly FaultEntry[] = [...ACS_ROWS.map(toEntry('acs')), ...CPE_ROWS.map(toEntry('cpe'))]

const BY_CODE = new Map(FAULTS.map((fault) => [fault.code, fault]))

/**
 * The entry of a code. A code outside the table gets one of its range: `cpeVendor` (9800-9899), `acsVendor`
 * (8800-8899), `soap` (0: the box sent no code), `unknown` (anything else).
 */
export function faultOf(code: number): FaultEntry {
  const by = code >= 8000 && code < 9000 ? 'acs' : 'cpe'
  const isVendor = (code >= 9800 && code <= 9899) || (code >= 8800 && code <= 8899)
  const key = isVendor ? `${by}Vendor` : code === 0 ? 'soap' : 'unknown'
  return BY_CODE.get(code) ?? { code, name: '', by, key, actions: ['showRawText'] }
}

/** Every `key` that a fault can have, for the check that each has its words. */
export const FAULT_KEYS: readonly string[] = [
  ...FAULTS.map(({ key }) => key),
  'cpeVendor',
  'acsVendor',
  'soap',
  'unknown',
]
