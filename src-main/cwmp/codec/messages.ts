import type { ParameterInfo, ParameterValue } from '#shared/model/parameter.ts'

/** DeviceIdStruct (TR-069 A.3.3.1); strings are empty where the box left them out. */
export interface DeviceId {
  manufacturer: string
  oui: string
  productClass: string
  serialNumber: string
}

/** EventStruct; `code` is the raw text of the box, misspelt or not. */
export interface EventStruct {
  code: string
  commandKey: string
}

/** FaultStruct of a transfer; code 0 is success. */
export interface FaultStruct {
  code: number
  message: string
}

/** Lexical dateTime as sent; see `shared/cwmp/date-time.ts` for its meanings (unknown time, no zone). */
export type DateTime = string

/** Reply status of a change: 0 applied, 1 stored and applied later (TR-069 A.3.2.1). */
export type ApplyStatus = 0 | 1

export interface OpResult {
  uuid: string
  deploymentUnitRef: string
  version: string
  currentState: string
  resolved: boolean
  executionUnitRefList: string
  startTime: DateTime
  completeTime: DateTime
  fault: FaultStruct
  /** Only in the autonomous form. */
  operationPerformed?: string
}

/** What a box asks of the ACS (TR-069 A.3.3, A.4.2; spec 2.2). */
export type CpeRequest =
  | {
      name: 'Inform'
      deviceId: DeviceId
      events: EventStruct[]
      maxEnvelopes: number
      currentTime: DateTime
      retryCount: number
      parameters: ParameterValue[]
    }
  | { name: 'GetRPCMethods' }
  | { name: 'TransferComplete'; commandKey: string; fault: FaultStruct; startTime: DateTime; completeTime: DateTime }
  | {
      name: 'AutonomousTransferComplete'
      announceUrl: string
      transferUrl: string
      isDownload: boolean
      fileType: string
      fileSize: number
      targetFileName: string
      fault: FaultStruct
      startTime: DateTime
      completeTime: DateTime
    }
  | { name: 'RequestDownload'; fileType: string; args: { name: string; value: string }[] }
  | { name: 'Kicked'; command: string; referer: string; arg: string; next: string }
  | { name: 'DUStateChangeComplete'; results: OpResult[]; commandKey: string }
  | { name: 'AutonomousDUStateChangeComplete'; results: OpResult[] }

export type Inform = Extract<CpeRequest, { name: 'Inform' }>
export type TransferComplete = Extract<CpeRequest, { name: 'TransferComplete' }>

/** What the ACS answers to a CpeRequest; `name` is the request's name with `Response`. */
export type AcsResponse =
  | { name: 'InformResponse'; maxEnvelopes: 1 }
  | { name: 'GetRPCMethodsResponse'; methods: string[] }
  | { name: 'TransferCompleteResponse' }
  | { name: 'AutonomousTransferCompleteResponse' }
  | { name: 'RequestDownloadResponse' }
  | { name: 'KickedResponse'; nextUrl: string }
  | { name: 'DUStateChangeCompleteResponse' }
  | { name: 'AutonomousDUStateChangeCompleteResponse' }

export interface SetAttribute {
  name: string
  /** undefined: leave the notification as it is (NotificationChange = 0). */
  notification?: number
  /** undefined: leave the access list as it is (AccessListChange = 0). */
  accessList?: string[]
}

export interface TimeWindow {
  startSeconds: number
  endSeconds: number
  mode: string
  userMessage: string
  maxRetries: number
}

export type DuOperation =
  | { kind: 'install'; url: string; uuid?: string; username?: string; password?: string; executionEnvRef?: string }
  | { kind: 'update'; uuid?: string; version?: string; url?: string; username?: string; password?: string }
  | { kind: 'uninstall'; uuid: string; version?: string; executionEnvRef?: string }

/** What the ACS asks of a box (TR-069 A.3.2, A.4.1; spec 2.3, 2.4). */
export type AcsRequest =
  | { name: 'GetRPCMethods' }
  | { name: 'GetParameterNames'; path: string; nextLevel: boolean }
  | { name: 'GetParameterValues'; names: string[] }
  | { name: 'SetParameterValues'; parameters: ParameterValue[]; parameterKey: string }
  | { name: 'GetParameterAttributes'; names: string[] }
  | { name: 'SetParameterAttributes'; attributes: SetAttribute[] }
  | { name: 'AddObject'; objectName: string; parameterKey: string }
  | { name: 'DeleteObject'; objectName: string; parameterKey: string }
  | {
      name: 'Download'
      commandKey: string
      fileType: string
      url: string
      username: string
      password: string
      /** Bytes; 0 is unknown. */
      fileSize: number
      targetFileName: string
      delaySeconds: number
      successUrl: string
      failureUrl: string
    }
  | {
      name: 'ScheduleDownload'
      commandKey: string
      fileType: string
      url: string
      username: string
      password: string
      fileSize: number
      targetFileName: string
      windows: TimeWindow[]
    }
  | {
      name: 'Upload'
      commandKey: string
      fileType: string
      url: string
      username: string
      password: string
      delaySeconds: number
    }
  | { name: 'Reboot'; commandKey: string }
  | { name: 'FactoryReset' }
  | { name: 'ScheduleInform'; delaySeconds: number; commandKey: string }
  | { name: 'GetQueuedTransfers' }
  | { name: 'GetAllQueuedTransfers' }
  | { name: 'CancelTransfer'; commandKey: string }
  | { name: 'ChangeDUState'; operations: DuOperation[]; commandKey: string }
  | { name: 'SetVouchers'; vouchersBase64: string[] }
  | { name: 'GetOptions'; optionName: string }

export type AcsRequestName = AcsRequest['name']

export interface QueuedTransfer {
  commandKey: string
  state: number
  isDownload?: boolean
  fileType?: string
  fileSize?: number
  targetFileName?: string
}

export interface OptionStruct {
  optionName: string
  voucherSn: number
  state: number
  mode: number
  startDate: DateTime
  expirationDate: DateTime
  isTransferable: boolean
}

/** What a box answers; `name` is the request's name with `Response`. */
export type CpeResponse =
  | { name: 'GetRPCMethodsResponse'; methods: string[] }
  | { name: 'GetParameterNamesResponse'; parameters: ParameterInfo[] }
  | { name: 'GetParameterValuesResponse'; parameters: ParameterValue[] }
  | { name: 'SetParameterValuesResponse'; status: ApplyStatus }
  | {
      name: 'GetParameterAttributesResponse'
      attributes: { name: string; notification: number; accessList: string[] }[]
    }
  | { name: 'SetParameterAttributesResponse' }
  | { name: 'AddObjectResponse'; instanceNumber: number; status: ApplyStatus }
  | { name: 'DeleteObjectResponse'; status: ApplyStatus }
  | { name: 'DownloadResponse'; status: ApplyStatus; startTime: DateTime; completeTime: DateTime }
  | { name: 'ScheduleDownloadResponse' }
  | { name: 'UploadResponse'; status: ApplyStatus; startTime: DateTime; completeTime: DateTime }
  | { name: 'RebootResponse' }
  | { name: 'FactoryResetResponse' }
  | { name: 'ScheduleInformResponse' }
  | { name: 'GetQueuedTransfersResponse'; transfers: QueuedTransfer[] }
  | { name: 'GetAllQueuedTransfersResponse'; transfers: QueuedTransfer[] }
  | { name: 'CancelTransferResponse' }
  | { name: 'ChangeDUStateResponse' }
  | { name: 'SetVouchersResponse' }
  | { name: 'GetOptionsResponse'; options: OptionStruct[] }

/** The response that answers a request of the ACS. */
export type ResponseTo<R extends AcsRequest> = Extract<CpeResponse, { name: `${R['name']}Response` }>

/** A SOAP fault with its CWMP detail (TR-069 A.5); code 0 where a box sent only SOAP. */
export interface CwmpFault {
  name: 'Fault'
  faultCode: string
  faultString: string
  code: number
  message: string
  setParameterValuesFaults: { parameterName: string; code: number; message: string }[]
}

/** A method we do not know (a vendor's, or misspelt), kept for the trace. */
export interface UnknownMessage {
  name: 'Unknown'
  element: string
}

export type CpeMessage = CpeRequest | CpeResponse | CwmpFault | UnknownMessage
export type AcsMessage = AcsRequest | AcsResponse | CwmpFault

/** CWMP version as negotiated (spec/01 section 1). */
export type CwmpVersion = '1.0' | '1.1' | '1.2' | '1.3' | '1.4'

/**
 * A deviation that was understood all the same: a stable code (the codec's are in `warnings.ts`) with parameters,
 * worded in the renderer (`warnings.<code>`), and where in the body it stands. The codec gives each code once, with
 * the first example and `params.count`.
 */
export interface CodecWarning {
  code: string
  params: Record<string, string | number>
  /** Byte offset in the decoded body, where known. */
  offset?: number
}

/** One decoded envelope of a box. */
export interface CpeEnvelope {
  /** cwmp:ID, null where there is none. */
  id: string | null
  /** The cwmp namespace exactly as the box wrote it, null where it declared none: our answers repeat it. */
  namespace: string | null
  sessionTimeoutSeconds: number | null
  supportedVersions: CwmpVersion[]
  holdRequests: boolean
  message: CpeMessage
  warnings: CodecWarning[]
}

/** What decoding a request body gives. `empty` covers no body, blanks, an empty envelope and an empty Body. */
export type Decoded =
  | { kind: 'empty'; warnings: CodecWarning[] }
  | { kind: 'envelope'; envelope: CpeEnvelope }
  | { kind: 'malformed'; problem: MalformedBody; warnings: CodecWarning[] }

/**
 * Why a body could not be understood: a code, the byte offset, and the up to 40 bytes on either side of it for the
 * screen, one character a byte (Latin-1).
 */
export interface MalformedBody {
  code: 'truncated' | 'notXml' | 'notSoap' | 'tooDeep' | 'tooLarge' | 'noMessage' | 'noDeviceId'
  offset: number
  excerpt: string
}

/** What is needed to write an envelope to a box. */
export interface AcsEnvelope {
  id: string | null
  namespace: string
  /** Sent in InformResponse only, and only to a box that sent SupportedCWMPVersions (spec/01 section 1). */
  useVersion?: CwmpVersion | undefined
  message: AcsMessage
}
