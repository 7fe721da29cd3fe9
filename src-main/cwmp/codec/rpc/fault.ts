import type { CwmpFault } from '../messages.ts'
import { type Context, findField, readInteger, readOptional, trimmedText } from '../read.ts'
import { field } from '../write.ts'
import { findChild, type XmlElement } from '../xml-tree.ts'

/** Reads a SOAP fault with its CWMP detail (TR-069 A.5); code 0 where a box sent only SOAP. */
export function decodeFault(element: XmlElement, cx: Context): CwmpFault {
  const detail = findDetail(element, cx)
  if (detail === undefined) cx.warn('faultDetailMissing', element.offset)
  return {
    name: 'Fault',
    faultCode: readSoapField(element, 'faultcode', 'Client', cx),
    faultString: readSoapField(element, 'faultstring', 'CWMP fault', cx),
    code: detail === undefined ? 0 : readInteger(detail, 'FaultCode', cx),
    message: detail === undefined ? '' : readOptional(detail, 'FaultString', cx),
    setParameterValuesFaults: (detail?.children ?? [])
      .filter(({ name }) => name === 'SetParameterValuesFault')
      .map((item) => ({
        parameterName: readOptional(item, 'ParameterName', cx).trim(),
        code: readInteger(item, 'FaultCode', cx),
        message: readOptional(item, 'FaultString', cx),
      })),
  }
}

function readSoapField(element: XmlElement, name: string, fallback: string, cx: Context): string {
  const found = findField(element, name, cx)
  const text = found === undefined ? '' : trimmedText(found, cx)
  if (text === '') cx.warn('faultFieldMissing', element.offset, { field: name })
  return text === '' ? fallback : text
}

/** The cwmp:Fault in the detail; boxes also put the detail inside faultstring, or leave one of the two layers out. */
function findDetail(element: XmlElement, cx: Context): XmlElement | undefined {
  const detail = findChild(element, 'detail') ?? findChild(element, 'Detail')
  if (detail !== undefined) return faultIn(detail)
  for (const child of [element, ...element.children]) {
    const inner = findChild(child, 'detail')
    const found = inner === undefined ? faultIn(child) : faultIn(inner)
    if (found === undefined) continue
    cx.warn('faultDetailMisplaced', found.offset, { element: child.name })
    return found
  }
  return undefined
}

function faultIn(detail: XmlElement): XmlElement | undefined {
  const fault = findChild(detail, 'Fault') ?? detail
  return findChild(fault, 'FaultCode') === undefined ? undefined : fault
}

/** Writes what stands inside SOAP-ENV:Fault. */
export function encodeFault(fault: CwmpFault): string {
  const parameters = fault.setParameterValuesFaults.map(
    ({ parameterName, code, message }) =>
      `<SetParameterValuesFault>${field('ParameterName', parameterName)}${field('FaultCode', code)}${field('FaultString', message)}</SetParameterValuesFault>`,
  )
  const detail = `${field('FaultCode', fault.code)}${field('FaultString', fault.message)}${parameters.join('')}`
  return `${field('faultcode', fault.faultCode)}${field('faultstring', fault.faultString)}<detail><cwmp:Fault>${detail}</cwmp:Fault></detail>`
}
