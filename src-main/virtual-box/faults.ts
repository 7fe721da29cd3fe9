/** Fault codes of the CPE (TR-069 table "CPE fault codes"; spec 03, section 3) with the standard's names. */
export const FAULTS = {
  9000: 'Method not supported',
  9001: 'Request denied',
  9002: 'Internal error',
  9003: 'Invalid arguments',
  9004: 'Resources exceeded',
  9005: 'Invalid parameter name',
  9006: 'Invalid parameter type',
  9007: 'Invalid parameter value',
  9008: 'Attempt to set a non-writable parameter',
  9009: 'Notification request rejected',
  9010: 'File transfer failure',
  9011: 'Upload failure',
  9012: 'File transfer server authentication failure',
  9013: 'Unsupported protocol for file transfer',
  9015: 'File transfer failure: unable to contact file server',
  9016: 'File transfer failure: unable to access file',
  9017: 'File transfer failure: unable to complete download',
  9018: 'File transfer failure: file corrupted',
  9019: 'File transfer failure: file authentication failure',
  9020: 'File transfer failure: unable to complete within specified time windows',
  9021: 'Cancelation of file transfer not permitted in current transfer state',
  9022: 'Invalid UUID format',
  9023: 'Unknown execution environment',
  9026: 'Duplicate deployment unit',
  9028: 'Unknown deployment unit',
} as const

export type FaultCode = keyof typeof FAULTS

/** One bad item of a SetParameterValues. */
export interface ParameterFault {
  readonly name: string
  readonly code: FaultCode
  readonly text: string
}

/** An RPC that the box refuses; becomes the SOAP fault of the answer. */
export class CpeFault extends Error {
  readonly code: FaultCode
  readonly parameters: readonly ParameterFault[]

  constructor(code: FaultCode, detail = '', parameters: readonly ParameterFault[] = []) {
    super(detail === '' ? FAULTS[code] : `${FAULTS[code]}: ${detail}`)
    this.code = code
    this.parameters = parameters
  }
}

const CLIENT_FAULTS: readonly FaultCode[] = [9003, 9005, 9006, 9007, 9008]

/** The SOAP faultcode that goes with a CPE fault: whose mistake it was. */
export const faultSide = (code: FaultCode): 'Client' | 'Server' => (CLIENT_FAULTS.includes(code) ? 'Client' : 'Server')
