import { isClockSet, parseDateTime } from '#shared/cwmp/date-time.ts'
import { eventCodeOf, normaliseEvent, STANDARD_EVENTS } from '#shared/cwmp/events.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { DateTime, DeviceId, EventStruct } from '../messages.ts'
import { type Context, findField, readArray, readField, readInteger, trimmedText } from '../read.ts'
import { field } from '../write.ts'
import type { XmlElement } from '../xml-tree.ts'
import { readParameterValues } from './parameter.ts'
import type { CpeRpc } from './rpc.ts'

/** Inform (TR-069 A.3.3.1). */
export const inform: CpeRpc<'Inform'> = {
  since: '1.0',
  decode(request, cx) {
    const parameters = readParameterValues(readArray(request, 'ParameterList', 'ParameterValueStruct', cx), cx)
    return {
      name: 'Inform',
      deviceId: readDeviceId(request, parameters, cx),
      events: readEvents(request, cx),
      maxEnvelopes: readMaxEnvelopes(request, cx),
      currentTime: readCurrentTime(request, cx),
      retryCount: readInteger(request, 'RetryCount', cx),
      parameters,
    }
  },
  encode: ({ maxEnvelopes }) => field('MaxEnvelopes', maxEnvelopes),
}

const DEVICE_ID_FIELDS = {
  manufacturer: 'Manufacturer',
  oui: 'OUI',
  productClass: 'ProductClass',
  serialNumber: 'SerialNumber',
}

/** Where the same facts stand in the data model (TR-098, TR-181: DeviceInfo). */
const DEVICE_INFO = {
  manufacturer: /\.DeviceInfo\.Manufacturer$/,
  oui: /\.DeviceInfo\.ManufacturerOUI$/,
  productClass: /\.DeviceInfo\.ProductClass$/,
  serialNumber: /\.DeviceInfo\.SerialNumber$/,
}

function readDeviceId(request: XmlElement, parameters: ParameterValue[], cx: Context): DeviceId {
  const element = readField(request, 'DeviceId', cx)
  if (element === undefined) return deviceIdFrom(parameters, request, cx)
  const read = (name: string): string => {
    const child = findField(element, name, cx, Object.values(DEVICE_ID_FIELDS))
    const text = child === undefined ? '' : trimmedText(child, cx)
    // ProductClass may be empty by the standard, but not absent.
    if (text === '' && (name !== 'ProductClass' || child === undefined)) {
      cx.warn('deviceIdIncomplete', element.offset, { field: name })
    }
    return text
  }
  const oui = read(DEVICE_ID_FIELDS.oui)
  if (oui !== '' && !/^[0-9A-F]{6}$/i.test(oui)) cx.warn('ouiForm', element.offset, { value: oui })
  return {
    manufacturer: read(DEVICE_ID_FIELDS.manufacturer),
    oui,
    productClass: read(DEVICE_ID_FIELDS.productClass),
    serialNumber: read(DEVICE_ID_FIELDS.serialNumber),
  }
}

function deviceIdFrom(parameters: ParameterValue[], request: XmlElement, cx: Context): DeviceId {
  const find = (form: RegExp): string => parameters.find(({ name }) => form.test(name))?.value.trim() ?? ''
  const serialNumber = find(DEVICE_INFO.serialNumber)
  if (serialNumber !== '') cx.warn('deviceIdFromParameters', request.offset)
  return {
    manufacturer: find(DEVICE_INFO.manufacturer),
    oui: find(DEVICE_INFO.oui),
    productClass: find(DEVICE_INFO.productClass),
    serialNumber,
  }
}

const STANDARD_CODES: ReadonlySet<string> = new Set(STANDARD_EVENTS.map(({ code }) => code))

function readEvents(request: XmlElement, cx: Context): EventStruct[] {
  const events: EventStruct[] = []
  for (const member of readArray(request, 'Event', 'EventStruct', cx)) {
    const isBare = member.name === 'EventCode'
    if (isBare) cx.warn('eventWithoutStruct', member.offset)
    const element = isBare ? member : findField(member, 'EventCode', cx)
    if (member.name === 'CommandKey') continue
    const code = element === undefined ? '' : trimmedText(element, cx)
    if (code === '') {
      cx.warn('eventCodeMissing', member.offset)
      continue
    }
    checkEvent(code, member, cx)
    const commandKey = isBare ? '' : (readField(member, 'CommandKey', cx)?.text ?? '')
    events.push({ code, commandKey })
  }
  if (events.length === 0) cx.warn('eventsMissing', request.offset)
  return events
}

function checkEvent(code: string, { offset }: XmlElement, cx: Context): void {
  if (STANDARD_CODES.has(code)) return
  const event = normaliseEvent(code)
  if (event.kind === 'unknown') cx.warn('eventUnknown', offset, { found: code })
  else if (event.isMisspelt) cx.warn('eventMisspelt', offset, { found: code, expected: eventCodeOf(event) })
}

function readMaxEnvelopes(request: XmlElement, cx: Context): number {
  const value = readInteger(request, 'MaxEnvelopes', cx, 1)
  if (value !== 1) cx.warn('maxEnvelopes', request.offset, { value })
  return value
}

function readCurrentTime(request: XmlElement, cx: Context): DateTime {
  const element = readField(request, 'CurrentTime', cx)
  const value = element === undefined ? '' : trimmedText(element, cx)
  const time = parseDateTime(value)
  const offset = element?.offset
  if (time.kind === 'invalid') cx.warn('timeInvalid', offset, { field: 'CurrentTime', value })
  else if (time.kind === 'unknown') cx.warn('timeUnknown', offset)
  else if (!isClockSet(time)) cx.warn('clockNotSet', offset, { value })
  if (time.kind === 'time' && !time.hasZone) cx.warn('timeWithoutZone', offset, { value })
  return value
}
