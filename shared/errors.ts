import { z } from 'zod'

/** Values that an error carries for its text: numbers, addresses, names. Never secrets. */
export type ErrorParams = Record<string, string | number | boolean>

/**
 * Every error code that can cross to the user, with the remedy that is offered. Texts for both live in the
 * dictionaries under `errors.<code>` and `remedies.<remedy>`. CWMP faults of a box are codes of the form `CWMP_9005`
 * and take their remedy from the fault table.
 */
export const errorTable = {
  INTERNAL: 'reportBug',
  BAD_REQUEST: 'checkInput',
  NOT_FOUND: 'refresh',
  DEVICE_NOT_FOUND: 'refresh',
  JOB_NOT_FOUND: 'refresh',
  JOB_NOT_CANCELLABLE: 'waitForJob',
  JOB_CANCELLED: 'startAgain',
  JOB_INTERRUPTED: 'startAgain',
  JOB_DEADLINE: 'wakeBox',
  SESSION_LOST: 'retry',
  SESSION_TIMEOUT: 'retry',
  RPC_UNANSWERED: 'retry',
  UNEXPECTED_ANSWER: 'seeTrace',
  PORT_IN_USE: 'choosePort',
  PORT_FORBIDDEN: 'choosePort',
  ADDRESS_NOT_AVAILABLE: 'chooseAdapter',
  ADAPTER_UNKNOWN: 'chooseAdapter',
  DATA_DIR_UNUSABLE: 'chooseDataDir',
  DATA_DIR_IN_USE: 'closeOtherApp',
  DISK_FULL: 'freeDiskSpace',
  FILE_NOT_WRITABLE: 'saveElsewhere',
  DATABASE_NEWER: 'updateApp',
  DATABASE_CORRUPT: 'moveDatabaseAway',
  DATABASE_READ_ONLY: 'fixPermissions',
  SECRETS_UNAVAILABLE: 'unlockKeyStore',
  FIRMWARE_NOT_FOUND: 'addFileAgain',
  FIRMWARE_UNREADABLE: 'chooseOtherFile',
  FIRMWARE_EMPTY: 'chooseOtherFile',
  FIRMWARE_DAMAGED: 'addFileAgain',
  FIRMWARE_TOO_LARGE: 'chooseOtherFile',
  FIRMWARE_WRONG_KIND: 'chooseOtherFile',
  FIRMWARE_NOT_CHOSEN: 'chooseOtherFile',
  FIRMWARE_IN_USE: 'waitForJob',
  FIRMWARE_BLOCKED: 'chooseOtherFile',
  FIRMWARE_INSTALLING: 'waitForJob',
  FIRMWARE_NOT_FETCHED: 'seeTrace',
  FIRMWARE_NOT_APPLIED: 'checkImageOrRestart',
  FIRMWARE_UNPROVEN: 'wakeBox',
  FIRMWARE_BATCH_STOPPED: 'startAgain',
  FILE_SERVER_OFF: 'switchFileServerOn',
  NO_ADDRESS_FOR_BOX: 'chooseAdapter',
  TLS_CLIENT_CA_MISSING: 'chooseClientCa',
  CONNECTION_REQUEST_NO_MEANS: 'waitForInform',
  CONNECTION_REQUEST_NO_ROUTE: 'checkCableAndSubnet',
  CONNECTION_REQUEST_BLOCKED: 'checkFirewall',
  CONNECTION_REQUEST_REFUSED: 'rebootBox',
  CONNECTION_REQUEST_TIMEOUT_CONNECT: 'checkCableAndSubnet',
  CONNECTION_REQUEST_TIMEOUT_ANSWER: 'rebootBox',
  CONNECTION_REQUEST_CLOSED: 'retry',
  CONNECTION_REQUEST_WRONG_PASSWORD: 'setConnectionRequestCredentials',
  CONNECTION_REQUEST_NO_CREDENTIALS: 'setConnectionRequestCredentials',
  CONNECTION_REQUEST_BASIC_ONLY: 'allowBasic',
  CONNECTION_REQUEST_UNKNOWN_CHALLENGE: 'waitForInform',
  CONNECTION_REQUEST_BUSY: 'waitAndRetry',
  CONNECTION_REQUEST_NOT_FOUND: 'waitForInform',
  CONNECTION_REQUEST_REJECTED: 'waitForInform',
  CONNECTION_REQUEST_BAD_URL: 'waitForInform',
  CONNECTION_REQUEST_PROTOCOL_ERROR: 'waitForInform',
  CONNECTION_REQUEST_CANCELLED: 'startAgain',
  /** The box accepted, or datagrams were sent, but no Inform followed in time. */
  CONNECTION_REQUEST_NO_INFORM: 'checkAcsUrl',
  BOOT_NOT_SEEN: 'wakeBox',
  RESET_NOT_SEEN: 'enterAcsUrl',
  /** Said while a box is away after a factory reset. */
  ACS_URL_MAY_BE_LOST: 'enterAcsUrl',
  SCHEDULED_INFORM_NOT_SEEN: 'wakeBox',
  IDENTIFY_NOT_POSSIBLE: 'identifyOtherwise',
  NO_CREDENTIALS_STORED: 'storeCredentials',
  TEMPLATE_FILE_INVALID: 'checkFile',
  TEMPLATE_READY_MADE: 'copyTemplate',
  TEMPLATE_IN_USE: 'changeDependants',
  TEMPLATE_PROBLEMS: 'correctValues',
  NOTHING_TO_RESTORE: 'chooseSnapshot',
  CONFIG_FILE_NOT_SENT: 'useParameters',
  DATA_MODEL_NOT_XML: 'checkFile',
  DATA_MODEL_NOT_ONE: 'checkFile',
  DATA_MODEL_TOO_LARGE: 'checkFile',
  DATA_MODEL_FILE_UNREADABLE: 'checkFile',
  DATA_MODEL_IMPORTS_MISSING: 'addImports',
  DIAGNOSTIC_WITHOUT_STATE: 'seeTrace',
  BULK_DATA_NOT_SUPPORTED: 'monitorBySessions',
  UPLOAD_NOT_COME: 'checkFirewall',
  UPLOAD_ONLY_REPORTED: 'checkUploadPath',
  UPLOAD_BROKE_OFF: 'checkUploadPath',
  UPLOAD_REFUSED: 'retry',
  UPLOAD_TOO_LARGE: 'raiseLimit',
  UPLOAD_GIVEN_UP: 'checkUploadPath',
  EVIDENCE_TOO_LARGE: 'leaveFilesOut',
  EVIDENCE_NOT_WRITTEN: 'chooseOtherPlace',
  PDF_NOT_HERE: 'saveAsHtml',
  LOG_UNREADABLE: 'chooseOtherFile',
  TOO_MANY_LOGS: 'closeLogs',
  HEARTBEAT_NOT_SUPPORTED: 'useHttpRequests',
  HEARTBEAT_NOT_HEARD: 'checkUdpPath',
  UDP_REQUEST_NO_INFORM: 'checkUdpCredentials',
  HAND_OVER_URL_UNKNOWN: 'enterOperatorUrl',
  HAND_OVER_OWN_URL: 'enterOperatorUrl',
  HAND_OVER_NOT_TAKEN: 'enterUrlOnBox',
  HAND_OVER_STILL_HERE: 'stopLeadingHere',
  TR064_NOT_OFFERED: 'pointByHand',
  TR064_LOGIN_WRONG: 'enterBoxPassword',
  TR064_BASIC_ONLY: 'pointByHand',
  TR064_REFUSED: 'pointByHand',
  TR064_NO_ANSWER: 'checkCableAndSubnet',
  DHCP_OTHER_SERVER: 'useOtherServer',
  DHCP_NO_NETWORK: 'chooseAdapter',
} as const satisfies Record<string, string>

export type ErrorCode = keyof typeof errorTable | `CWMP_${number}`

/** An error as it crosses IPC and JSON-RPC. */
export const ErrorData = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  remedy: z.string(),
})
export type ErrorData = z.infer<typeof ErrorData>

/** The one error class for everything a user can meet; anything else thrown is a bug and becomes INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

/** Turns anything thrown into what may cross to the user. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof AppError) return { code: error.code, params: error.params, remedy: remedyOf(error.code) }
  return {
    code: 'INTERNAL',
    params: { detail: error instanceof Error ? error.message : String(error) },
    remedy: errorTable.INTERNAL,
  }
}

/** The remedy offered for a code; a fault code of a box is explained by the fault table (`shared/cwmp/faults.ts`). */
export function remedyOf(code: string): string {
  return Object.hasOwn(errorTable, code) ? errorTable[code as keyof typeof errorTable] : 'explainFault'
}
