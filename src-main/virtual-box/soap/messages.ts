import { type CpeFault, faultSide } from '../faults.ts'
import { emptyValue, type ValueType } from '../model/spec.ts'
import { array, strings } from './envelope.ts'
import { leaf, tag } from './xml.ts'

/** How this box writes values; the well-behaved way is the default. */
export interface ValueStyle {
  readonly booleans: 'digit' | 'word'
  /** xsi:type as it should be, left out, or with a length as in `xsd:string(64)`. */
  readonly types: 'plain' | 'none' | 'length'
}

export interface NamedValue {
  readonly name: string
  readonly type: ValueType
  readonly value: string
}

const XSI_TYPES: Readonly<Partial<Record<ValueType, string>>> = { base64: 'xsd:base64Binary' }

/** ParameterValueStruct. */
export function parameterValue({ name, type, value }: NamedValue, style: ValueStyle): string {
  const shown = type === 'boolean' && style.booleans === 'word' ? (value === '1' ? 'true' : 'false') : value
  const xsiType = XSI_TYPES[type] ?? `xsd:${type}`
  const suffix = style.types === 'length' && type === 'string' ? `(${Math.max(16, value.length)})` : ''
  const attribute = style.types === 'none' ? '' : `xsi:type="${xsiType}${suffix}"`
  return tag('ParameterValueStruct', leaf('Name', name) + leaf('Value', shown, attribute))
}

export const parameterValues = (values: readonly NamedValue[], style: ValueStyle): string =>
  array(
    'ParameterList',
    'cwmp:ParameterValueStruct',
    values.map((value) => parameterValue(value, style)),
  )

export interface EventEntry {
  readonly code: string
  readonly commandKey: string
}

export interface InformContent {
  readonly manufacturer: string
  readonly oui: string
  readonly productClass: string
  readonly serialNumber: string
  readonly events: readonly EventEntry[]
  readonly currentTime: string
  readonly retryCount: number
  readonly values: readonly NamedValue[]
}

/** Inform (TR-069 A.3.3.1). */
export function inform(content: InformContent, style: ValueStyle): string {
  const device = [
    leaf('Manufacturer', content.manufacturer),
    leaf('OUI', content.oui),
    leaf('ProductClass', content.productClass),
    leaf('SerialNumber', content.serialNumber),
  ]
  const events = content.events.map(({ code, commandKey }) =>
    tag('EventStruct', leaf('EventCode', code) + leaf('CommandKey', commandKey)),
  )
  return tag(
    'cwmp:Inform',
    tag('DeviceId', device.join('')) +
      array('Event', 'cwmp:EventStruct', events) +
      leaf('MaxEnvelopes', 1) +
      leaf('CurrentTime', content.currentTime) +
      leaf('RetryCount', content.retryCount) +
      parameterValues(content.values, style),
  )
}

export interface TransferReport {
  readonly commandKey: string
  readonly faultCode: number
  readonly faultString: string
  readonly startTime: string
  readonly completeTime: string
}

const faultStruct = (code: number, text: string, name = 'FaultStruct'): string =>
  tag(name, leaf('FaultCode', code) + leaf('FaultString', text.slice(0, 256)))

/** TransferComplete (A.3.3.2). */
export const transferComplete = (report: TransferReport): string =>
  tag(
    'cwmp:TransferComplete',
    leaf('CommandKey', report.commandKey) +
      faultStruct(report.faultCode, report.faultString) +
      leaf('StartTime', report.startTime) +
      leaf('CompleteTime', report.completeTime),
  )

export interface DeploymentResult {
  readonly uuid: string
  readonly unitRef: string
  readonly version: string
  readonly state: 'Installed' | 'Uninstalled' | 'Failed'
  readonly startTime: string
  readonly completeTime: string
  readonly faultCode: number
  readonly faultString: string
}

/** DUStateChangeComplete (A.4.2.3). */
export const deploymentComplete = (results: readonly DeploymentResult[], commandKey: string): string =>
  tag(
    'cwmp:DUStateChangeComplete',
    results
      .map((result) =>
        tag(
          'Results',
          leaf('UUID', result.uuid) +
            leaf('DeploymentUnitRef', result.unitRef) +
            leaf('Version', result.version) +
            leaf('CurrentState', result.state) +
            leaf('Resolved', result.state === 'Failed' ? 0 : 1) +
            leaf('ExecutionUnitRefList', '') +
            leaf('StartTime', result.startTime) +
            leaf('CompleteTime', result.completeTime) +
            faultStruct(result.faultCode, result.faultString, 'Fault'),
        ),
      )
      .join('') + leaf('CommandKey', commandKey),
  )

/** The answer to a method that has nothing to say. */
export const emptyResponse = (method: string): string => tag(`cwmp:${method}Response`, '')

export const statusResponse = (method: string, status: number, element = 'Status'): string =>
  tag(`cwmp:${method}Response`, leaf(element, status))

/** DownloadResponse and UploadResponse for a transfer that has not been done yet: status 1, unknown times. */
export const transferAccepted = (method: 'Download' | 'Upload', element = 'Status'): string =>
  tag(
    `cwmp:${method}Response`,
    leaf(element, 1) + leaf('StartTime', emptyValue('dateTime')) + leaf('CompleteTime', emptyValue('dateTime')),
  )

export const methodList = (methods: readonly string[]): string =>
  tag('cwmp:GetRPCMethodsResponse', strings('MethodList', methods))

/** SOAP fault with the CWMP detail (spec 03, section 1). */
export function soapFault(fault: CpeFault): string {
  const parameters = fault.parameters.map(({ name, code, text }) =>
    tag('SetParameterValuesFault', leaf('ParameterName', name) + leaf('FaultCode', code) + leaf('FaultString', text)),
  )
  const detail = tag(
    'cwmp:Fault',
    leaf('FaultCode', fault.code) + leaf('FaultString', fault.message) + parameters.join(''),
  )
  return tag(
    'soap:Fault',
    leaf('faultcode', faultSide(fault.code)) + leaf('faultstring', 'CWMP fault') + tag('detail', detail),
  )
}

/** SOAP 1.1 fault for a header element that must be understood and is not. */
export const mustUnderstandFault = (): string =>
  tag('soap:Fault', leaf('faultcode', 'soap:MustUnderstand') + leaf('faultstring', 'Header element not understood'))
