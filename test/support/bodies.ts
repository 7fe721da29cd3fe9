/** Ordinary bodies of a box, for tests and benches. */

const OPEN =
  '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"' +
  ' xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"' +
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cwmp="urn:dslforum-org:cwmp-1-0">'

/** An envelope around the inside of a Body, with a cwmp:ID. */
export function envelopeOf(body: string, id = '1'): string {
  const header = `<SOAP-ENV:Header><cwmp:ID SOAP-ENV:mustUnderstand="1">${id}</cwmp:ID></SOAP-ENV:Header>`
  return `${OPEN}${header}<SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>`
}

export function arrayOf(name: string, type: string, members: readonly string[]): string {
  return `<${name} SOAP-ENC:arrayType="cwmp:${type}[${members.length}]">${members.join('')}</${name}>`
}

/** One ParameterValueStruct; `value` is written as it is given. */
export function valueStruct(name: string, value: string, type = 'xsd:string'): string {
  return `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="${type}">${value}</Value></ParameterValueStruct>`
}

const INFORM_VALUES: [string, string][] = [
  ['DeviceSummary', 'InternetGatewayDevice:1.4[](Baseline:1, EthernetLAN:1, WiFiLAN:1, IPPing:1, Time:1)'],
  ['DeviceInfo.SpecVersion', '1.0'],
  ['DeviceInfo.HardwareVersion', 'P-2601HN-F1'],
  ['DeviceInfo.SoftwareVersion', 'V1.00(AACB.3)'],
  ['DeviceInfo.ProvisioningCode', ''],
  ['ManagementServer.ConnectionRequestURL', 'http://192.168.1.64:7547/CWMP/ConnectionRequest'],
  ['ManagementServer.ParameterKey', 'unset'],
  ['WANDevice.1.WANConnectionDevice.1.WANIPConnection.1.ExternalIPAddress', '192.168.1.64'],
]

/** The inside of a DeviceId, and all else an Inform holds; each can be replaced. */
export const INFORM_PARTS = {
  deviceId:
    '<DeviceId><Manufacturer>ACME</Manufacturer><OUI>00A900</OUI><ProductClass>STB-1</ProductClass><SerialNumber>S0001</SerialNumber></DeviceId>',
  event: arrayOf('Event', 'EventStruct', [
    '<EventStruct><EventCode>2 PERIODIC</EventCode><CommandKey></CommandKey></EventStruct>',
  ]),
  maxEnvelopes: '<MaxEnvelopes>1</MaxEnvelopes>',
  currentTime: '<CurrentTime>2026-01-02T03:04:05+08:00</CurrentTime>',
  retryCount: '<RetryCount>0</RetryCount>',
  parameterList: arrayOf(
    'ParameterList',
    'ParameterValueStruct',
    INFORM_VALUES.map(([name, value]) => valueStruct(`InternetGatewayDevice.${name}`, value)),
  ),
}

/** A whole Inform of about 2.2 kB, of which parts may be replaced by others. */
export function informBody(parts: Partial<typeof INFORM_PARTS> = {}): string {
  return envelopeOf(`<cwmp:Inform>${Object.values({ ...INFORM_PARTS, ...parts }).join('')}</cwmp:Inform>`)
}

const KINDS: [type: string, value: (index: number) => string][] = [
  ['xsd:string', (index) => `value number ${index}`],
  ['xsd:unsignedInt', (index) => String(index * 4_001)],
  ['xsd:boolean', (index) => String(index % 2)],
  ['xsd:string', (index) => `00:1A:2B:3C:4D:${(index % 256).toString(16).padStart(2, '0')}`],
  ['xsd:int', (index) => String(-index)],
]

function nameOf(index: number): string {
  return `Device.WiFi.AccessPoint.${1 + Math.floor(index / 10)}.AssociatedDevice.${1 + (index % 10)}.SignalStrength${index}`
}

/** A GetParameterValuesResponse of so many parameters of several types; 1,000 are about 165 kB. */
export function valuesBody(count: number): string {
  const members = Array.from({ length: count }, (_, index) => {
    const [type, value] = KINDS[index % KINDS.length] ?? ['xsd:string', String]
    return valueStruct(nameOf(index), value(index), type)
  })
  const list = arrayOf('ParameterList', 'ParameterValueStruct', members)
  return envelopeOf(`<cwmp:GetParameterValuesResponse>${list}</cwmp:GetParameterValuesResponse>`)
}

/** A GetParameterNamesResponse of so many names. */
export function namesBody(count: number): string {
  const members = Array.from(
    { length: count },
    (_, index) =>
      `<ParameterInfoStruct><Name>${nameOf(index)}</Name><Writable>${index % 2}</Writable></ParameterInfoStruct>`,
  )
  const list = arrayOf('ParameterList', 'ParameterInfoStruct', members)
  return envelopeOf(`<cwmp:GetParameterNamesResponse>${list}</cwmp:GetParameterNamesResponse>`)
}
