import { describe, expect, it } from 'vitest'
import { decodeBody, WARNING_CODES } from '../../../../src-main/cwmp/codec/index.ts'
import type { CodecWarning, CpeMessage, Decoded } from '../../../../src-main/cwmp/codec/messages.ts'
import { arrayOf, envelopeOf, INFORM_PARTS, informBody, valueStruct } from '../../../support/bodies.ts'

/** What is expected of the message, next to the codes of the warnings. */
type Expected = Partial<Record<string, unknown>>
type Row = [title: string, body: string | Buffer, codes: string[], expected: Expected, contentType?: string]

const INFORM: Expected = {
  name: 'Inform',
  deviceId: { manufacturer: 'ACME', oui: '00A900', productClass: 'STB-1', serialNumber: 'S0001' },
}
const plain = informBody()
const CWMP = 'urn:dslforum-org:cwmp-1-0'

function inform(title: string, part: Partial<typeof INFORM_PARTS>, codes: string[], expected: Expected): Row {
  return [title, informBody(part), codes, expected]
}

/** An Inform with one parameter, whose struct is given. */
function parameter(title: string, struct: string, codes: string[], parameters: unknown[]): Row {
  return inform(title, { parameterList: arrayOf('ParameterList', 'ParameterValueStruct', [struct]) }, codes, {
    parameters,
  })
}

function event(title: string, inside: string, codes: string[], events: unknown[]): Row {
  return inform(title, { event: arrayOf('Event', 'EventStruct', [inside]) }, codes, { events })
}

function eventCode(code: string, codes: string[]): Row {
  const struct = `<EventStruct><EventCode>${code}</EventCode><CommandKey/></EventStruct>`
  return event(`event ${code}`, struct, codes, [{ code, commandKey: '' }])
}

function header(title: string, inside: string, codes: string[]): Row {
  return [title, plain.replace(/<cwmp:ID.*?<\/cwmp:ID>/, inside), codes, INFORM]
}

function response(title: string, inside: string, codes: string[], expected: Expected): Row {
  return [title, envelopeOf(inside), codes, expected]
}

function fault(title: string, inside: string, codes: string[], expected: Expected): Row {
  return response(title, `<SOAP-ENV:Fault>${inside}</SOAP-ENV:Fault>`, codes, { name: 'Fault', ...expected })
}

const DETAIL = '<detail><cwmp:Fault><FaultCode>9005</FaultCode><FaultString>no</FaultString></cwmp:Fault></detail>'
const CODES = '<faultcode>Client</faultcode><faultstring>CWMP fault</faultstring>'
const X: string = 'Device.X'
const list = (attributes: string, inside: string): string => `<ParameterList ${attributes}>${inside}</ParameterList>`
const A_VALUE = valueStruct(X, '1')
const A_PARAMETER = [{ name: X, value: '1', type: 'string' }]

/** A plain Inform whose manufacturer is given in bytes. */
function informWith(manufacturer: number[], declaration = ''): Buffer {
  const [before = '', after = ''] = plain.split('ACME')
  return Buffer.concat([Buffer.from(declaration + before), Buffer.from(manufacturer), Buffer.from(after)])
}
const made = (manufacturer: string): Expected => ({
  deviceId: { manufacturer, oui: '00A900', productClass: 'STB-1', serialNumber: 'S0001' },
})

const XML: Row[] = [
  ['an ordinary Inform', plain, [], INFORM],
  ['no declaration, byte order mark', Buffer.from(`\ufeff${plain}`), [], INFORM],
  ['blank lines first', `\r\n\n${plain}`, [], INFORM],
  ['declaration after a blank line', `\n<?xml version="1.0"?>${plain}`, ['declarationNotFirst'], INFORM],
  ['text first', `POST ${plain}`, ['leadingData'], INFORM],
  ['a NUL behind', `${plain}\0`, ['trailingData'], INFORM],
  ['two envelopes', plain + plain.replace('S0001', 'S0002'), ['trailingData'], INFORM],
  ['blanks behind', `${plain}\r\n\r\n`, [], INFORM],
  ['cut in the last end tag, as a wrong Content-Length does', plain.slice(0, -6), ['truncatedTail'], INFORM],
  ['CDATA', plain.replace('ACME', '<![CDATA[A & <B>]]>'), [], made('A & <B>')],
  ['comments', plain.replace('ACME', 'A<!-- x -->B').replace('<DeviceId>', '<!-- y --><DeviceId>'), [], made('AB')],
  ['raw ampersand', plain.replace('ACME', 'A & B'), ['rawAmpersand'], made('A & B')],
  ['unknown entity', plain.replace('ACME', 'A&nbsp;B'), ['unknownEntity'], made('A&nbsp;B')],
  ['numeric references', plain.replace('ACME', '&#20013;&#x6587;&#xD83D;&#xDE00;'), [], made('中文😀')],
  ['reference to no character', plain.replace('ACME', '&#0;'), ['badCharacterReference'], made('&#0;')],
  ['control characters', plain.replace('ACME', 'A\u0001'), ['controlCharacters'], made('A\u0001')],
  ['unescaped less-than', plain.replace('ACME', '1 < 2'), ['strayLessThan'], made('1 < 2')],
  ['markup in a value', plain.replace('ACME', 'a<b>c</b>'), ['markupInText'], made('a<b>c</b>')],
  [
    'DOCTYPE with an external entity',
    `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${plain.replace('ACME', '&x;')}`,
    ['doctypeIgnored', 'unknownEntity'],
    made('&x;'),
  ],
  [
    'attribute twice',
    plain.replace('<cwmp:ID ', '<cwmp:ID SOAP-ENV:mustUnderstand="1" '),
    ['duplicateAttribute'],
    INFORM,
  ],
  ['attribute without quotes', plain.replace('mustUnderstand="1"', 'mustUnderstand=1'), ['damagedTag'], INFORM],
  ['single quotes', plain.replaceAll('"', "'"), [], INFORM],
  ['damaged end tag', plain.replace('</OUI>', '</ OUI="OUI">'), ['damagedEndTag'], INFORM],
  ['misspelt end tag', plain.replace('</OUI>', '</OIU>'), ['unmatchedEndTag'], INFORM],
  [
    'missing end tag',
    plain.replace('</ParameterValueStruct></ParameterList>', '</ParameterList>'),
    ['unclosedElement'],
    INFORM,
  ],
  ['undeclared prefixes', plain.replace(/ xmlns:(?:xsi|xsd)="[^"]*"/g, ''), ['undeclaredPrefix'], INFORM],
  [
    'undeclared cwmp prefix',
    plain.replace(/ xmlns:cwmp="[^"]*"/, ''),
    ['undeclaredPrefix', 'namespaceMissing'],
    INFORM,
  ],
  [
    'default namespace',
    plain
      .replace(/ xmlns:cwmp="[^"]*"/, '')
      .replace('<cwmp:Inform>', `<Inform xmlns="${CWMP}">`)
      .replace('</cwmp:Inform>', '</Inform>')
      .replaceAll('cwmp:ID', 'ID'),
    [],
    INFORM,
  ],
  [
    'children with prefixes',
    plain
      .replaceAll('DeviceId>', 'cwmp:DeviceId>')
      .replaceAll('</cwmp:cwmp:', '</cwmp:')
      .replaceAll('</cwmp:DeviceId>', '</cwmp:DeviceId>'),
    ['elementQualified'],
    INFORM,
  ],
  [
    'other prefixes',
    plain
      .replaceAll('SOAP-ENV', 's')
      .replaceAll('cwmp:', 'c:')
      .replaceAll('xmlns:cwmp', 'xmlns:c')
      .replaceAll('"c:', '"cwmp:'),
    [],
    INFORM,
  ],
  ['1999 schema', plain.replace('2001/XMLSchema-instance', '1999/XMLSchema-instance'), ['namespaceVariant'], INFORM],
  [
    'SOAP 1.2',
    plain.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    ['soap12'],
    INFORM,
  ],
  ['cwmp-1-4', plain.replace(CWMP, 'urn:dslforum-org:cwmp-1-4'), ['namespaceUnknown'], INFORM],
]

const CHARSETS: Row[] = [
  ['UTF-16LE with mark', Buffer.from(`\ufeff${plain}`, 'utf16le'), [], INFORM],
  ['UTF-16LE without', Buffer.from(plain.replace('ACME', '中'), 'utf16le'), [], made('中')],
  ['UTF-16BE', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16(), [], INFORM],
  [
    'GB2312 as declared',
    informWith([0xd6, 0xd0, 0xce, 0xc4], '<?xml version="1.0" encoding="GB2312"?>'),
    [],
    made('中文'),
  ],
  ['GBK by HTTP header', informWith([0xd6, 0xd0, 0xce, 0xc4]), [], made('中文'), 'text/xml; charset="gbk"'],
  [
    'GBK under UTF-8',
    informWith([0xd6, 0xd0, 0xce, 0xc4]),
    ['charsetFallback'],
    made('中文'),
    'text/xml; charset=utf-8',
  ],
  [
    'UTF-8 under ISO-8859-1',
    informWith([0xe4, 0xb8, 0xad]),
    ['charsetFallback'],
    made('中'),
    'text/xml; charset=iso-8859-1',
  ],
  ['ISO-8859-1 as declared', informWith([0x54, 0xe9, 0x6c, 0xe9]), [], made('Télé'), 'text/xml; charset=iso-8859-1'],
  [
    'Latin-1 under UTF-8',
    informWith([0x54, 0xe9, 0x6c, 0xe9]),
    ['charsetFallback'],
    made('Télé'),
    'text/xml; charset=utf-8',
  ],
  [
    'unknown charset',
    informWith([0xd6, 0xd0, 0xce, 0xc4]),
    ['charsetUnknown'],
    made('中文'),
    'text/xml; charset=unknown-8bit',
  ],
  ['UTF-16 declared in ASCII bytes', `<?xml version="1.0" encoding="utf-16"?>${plain}`, [], INFORM],
]

const SOAP: Row[] = [
  [
    'no envelope',
    '<cwmp:Inform><DeviceId><OUI>00A900</OUI><SerialNumber>1</SerialNumber></DeviceId></cwmp:Inform>',
    [
      'envelopeMissing',
      'undeclaredPrefix',
      'namespaceMissing',
      'idMissing',
      'fieldMissing',
      'deviceIdIncomplete',
      'eventsMissing',
      'timeUnknown',
    ],
    { name: 'Inform', maxEnvelopes: 1, retryCount: 0, events: [], parameters: [], currentTime: '' },
  ],
  ['no Body', plain.replace('<SOAP-ENV:Body>', '').replace('</SOAP-ENV:Body>', ''), ['bodyMissing'], INFORM],
  ['two messages', plain.replace('</SOAP-ENV:Body>', '<cwmp:Kicked/></SOAP-ENV:Body>'), ['severalMessages'], INFORM],
  header('no cwmp:ID', '', ['idMissing']),
  header('empty cwmp:ID', '<cwmp:ID/>', ['idEmpty']),
  header('mustUnderstand true', '<cwmp:ID SOAP-ENV:mustUnderstand="true">1</cwmp:ID>', ['mustUnderstandForm']),
  header('mustUnderstand empty, in no namespace', '<cwmp:ID mustUnderstand="">1</cwmp:ID>', ['mustUnderstandForm']),
  header('HoldRequests', '<cwmp:ID>1</cwmp:ID><cwmp:HoldRequests>0</cwmp:HoldRequests>', ['headerNotForCpe']),
  header('NoMoreRequests', '<cwmp:ID>1</cwmp:ID><cwmp:NoMoreRequests>0</cwmp:NoMoreRequests>', ['headerObsolete']),
  header('unknown header', '<cwmp:ID>1</cwmp:ID><x:Y xmlns:x="y" SOAP-ENV:mustUnderstand="1"/>', [
    'mustUnderstandUnknown',
  ]),
  header('SessionTimeout in words', '<cwmp:ID>1</cwmp:ID><cwmp:SessionTimeout>long</cwmp:SessionTimeout>', [
    'headerInvalid',
  ]),
  response('method misspelt', '<cwmp:RebootRespone/>', ['methodMisspelt'], { name: 'RebootResponse' }),
  response('method of nobody', '<cwmp:X_ACME_Ping/>', ['methodUnknown'], { name: 'Unknown', element: 'X_ACME_Ping' }),
]

const FIELDS: Row[] = [
  response(
    '<Staus>',
    '<cwmp:SetParameterValuesResponse><Staus>1</Staus></cwmp:SetParameterValuesResponse>',
    ['elementMisspelt'],
    { status: 1 },
  ),
  response('no Status', '<cwmp:DeleteObjectResponse/>', ['fieldMissing'], { status: 0 }),
  response(
    'Status in words',
    '<cwmp:DeleteObjectResponse><Status>ok</Status></cwmp:DeleteObjectResponse>',
    ['fieldInvalid'],
    { status: 0 },
  ),
  response(
    'Status with blanks',
    '<cwmp:SetParameterValuesResponse><Status> 1 </Status></cwmp:SetParameterValuesResponse>',
    ['blanksRemoved'],
    { status: 1 },
  ),
  response('no times', '<cwmp:DownloadResponse><Status>1</Status></cwmp:DownloadResponse>', ['fieldMissing'], {
    status: 1,
    startTime: '0001-01-01T00:00:00Z',
    completeTime: '0001-01-01T00:00:00Z',
  }),
  response(
    'TransferComplete with nothing but a fault',
    '<cwmp:TransferComplete><FaultStruct><FaultCode>9010</FaultCode></FaultStruct><StartTime>soon</StartTime></cwmp:TransferComplete>',
    ['fieldMissing', 'timeInvalid'],
    { commandKey: '', fault: { code: 9010, message: '' }, startTime: 'soon' },
  ),
  inform('no arrayType', { parameterList: list('', A_VALUE) }, ['arrayTypeMissing'], { parameters: A_PARAMETER }),
  inform(
    'wrong struct name',
    { parameterList: list('SOAP-ENC:arrayType="cwmp:Value[1]"', A_VALUE) },
    ['arrayTypeWrong'],
    { parameters: A_PARAMETER },
  ),
  inform(
    'wrong count',
    { parameterList: list('SOAP-ENC:arrayType="cwmp:ParameterValueStruct[16]"', A_VALUE) },
    ['arrayCountWrong'],
    { parameters: A_PARAMETER },
  ),
  inform(
    'count with leading zeros',
    { parameterList: list('SOAP-ENC:arrayType="cwmp:ParameterValueStruct[0001]"', A_VALUE) },
    [],
    { parameters: A_PARAMETER },
  ),
  inform(
    'arrayType in the envelope namespace',
    { parameterList: list('SOAP-ENV:arrayType="cwmp:ParameterValueStruct[1]"', A_VALUE) },
    ['arrayTypeNamespace'],
    { parameters: A_PARAMETER },
  ),
  inform(
    'members called item',
    {
      parameterList: list(
        'SOAP-ENC:arrayType="cwmp:ParameterValueStruct[1]"',
        A_VALUE.replaceAll('ParameterValueStruct', 'item'),
      ),
    },
    ['arrayMemberName'],
    { parameters: A_PARAMETER },
  ),
  inform('nil list', { parameterList: list('xsi:nil="true"', '') }, ['listNil'], { parameters: [] }),
  inform('no list', { parameterList: '' }, ['fieldMissing'], { parameters: [] }),
  parameter(
    'no name',
    '<ParameterValueStruct><Value xsi:type="xsd:string">1</Value></ParameterValueStruct>',
    ['parameterNameEmpty'],
    [],
  ),
  parameter(
    'no Value',
    `<ParameterValueStruct><Name>${X}</Name></ParameterValueStruct>`,
    ['valueMissing'],
    [{ name: X, value: '', type: 'string' }],
  ),
  parameter(
    'no xsi:type',
    `<ParameterValueStruct><Name>${X}</Name><Value>1</Value></ParameterValueStruct>`,
    ['typeMissing'],
    A_PARAMETER,
  ),
  parameter('length in the type', valueStruct(X, '1', 'xsd:string(64)'), ['typeForm'], A_PARAMETER),
  parameter('type without prefix', valueStruct(X, '1', 'string'), ['typeForm'], A_PARAMETER),
  parameter(
    'type misspelt',
    valueStruct(X, '1', 'xsd:unsigendInt'),
    ['typeForm'],
    [{ name: X, value: '1', type: 'unsignedInt' }],
  ),
  parameter('type of nobody', valueStruct(X, '1', 'xsd:widget'), ['typeUnknown'], A_PARAMETER),
  parameter(
    'value not of its type',
    valueStruct(X, 'n/a', 'xsd:int'),
    ['valueNotOfType'],
    [{ name: X, value: 'n/a', type: 'int' }],
  ),
  parameter(
    'blanks in the name, kept in the value',
    valueStruct(' Device.\n  X ', ' 1 '),
    ['blanksRemoved'],
    [{ name: X, value: ' 1 ', type: 'string' }],
  ),
  inform(
    'the same name twice',
    { parameterList: arrayOf('ParameterList', 'ParameterValueStruct', [A_VALUE, A_VALUE]) },
    ['parameterRepeated'],
    { parameters: [...A_PARAMETER, ...A_PARAMETER] },
  ),
  response(
    'Writable in words',
    `<cwmp:GetParameterNamesResponse>${arrayOf('ParameterList', 'ParameterInfoStruct', ['<ParameterInfoStruct><Name>Device.</Name><Writable>no way</Writable></ParameterInfoStruct>', '<ParameterInfoStruct><Name>Device.Y.</Name><Writable>TRUE</Writable></ParameterInfoStruct>'])}</cwmp:GetParameterNamesResponse>`,
    ['entrySkipped'],
    { parameters: [{ name: 'Device.Y.', writable: true }] },
  ),
]

const INFORMS: Row[] = [
  inform(
    'empty OUI and serial',
    {
      deviceId:
        '<DeviceId><Manufacturer>M</Manufacturer><OUI></OUI><ProductClass></ProductClass><SerialNumber/></DeviceId>',
    },
    ['deviceIdIncomplete'],
    { deviceId: { manufacturer: 'M', oui: '', productClass: '', serialNumber: '' } },
  ),
  inform(
    'more in DeviceId than belongs there',
    { deviceId: INFORM_PARTS.deviceId.replace('</DeviceId>', '<WanIPAddress>1</WanIPAddress></DeviceId>') },
    [],
    INFORM,
  ),
  inform(
    'no DeviceId',
    {
      deviceId: '',
      parameterList: arrayOf('ParameterList', 'ParameterValueStruct', [
        valueStruct('Device.DeviceInfo.SerialNumber', 'S9'),
      ]),
    },
    ['fieldMissing', 'deviceIdFromParameters'],
    { deviceId: { manufacturer: '', oui: '', productClass: '', serialNumber: 'S9' } },
  ),
  inform('letter O in the OUI', { deviceId: INFORM_PARTS.deviceId.replace('00A900', 'OOA9OO') }, ['ouiForm'], {}),
  inform(
    'odd characters in the ids',
    { deviceId: INFORM_PARTS.deviceId.replace('STB-1', 'a+b %/c').replace('S0001', 'X'.repeat(32)) },
    [],
    { deviceId: { manufacturer: 'ACME', oui: '00A900', productClass: 'a+b %/c', serialNumber: 'X'.repeat(32) } },
  ),
  inform('no event', { event: arrayOf('Event', 'EventStruct', []) }, ['eventsMissing'], { events: [] }),
  event(
    'EventStruct without EventCode',
    '<EventStruct><CommandKey/></EventStruct>',
    ['eventCodeMissing', 'eventsMissing'],
    [],
  ),
  event(
    'EventStruct without CommandKey',
    '<EventStruct><EventCode>1 BOOT</EventCode></EventStruct>',
    ['fieldMissing'],
    [{ code: '1 BOOT', commandKey: '' }],
  ),
  event(
    'EventCode straight inside Event',
    '<EventCode>1 BOOT</EventCode>',
    ['eventWithoutStruct', 'arrayMemberName'],
    [{ code: '1 BOOT', commandKey: '' }],
  ),
  eventCode('4 VALUECHANGE', ['eventMisspelt']),
  eventCode('8 DIAGNOSTIC COMPLETE', ['eventMisspelt']),
  eventCode('M TRANSFERCOMPLETE', ['eventMisspelt']),
  eventCode('M REBOOT', ['eventMisspelt']),
  eventCode('1 Boot', ['eventMisspelt']),
  eventCode('M CTC LOG_PERIODIC', ['eventMisspelt']),
  eventCode('M X_CTC_SHUT_DOWN', []),
  eventCode('X CT-COM BIND', []),
  eventCode('7 TRANSFER COMPLETE', []),
  eventCode('whatever', ['eventUnknown']),
  inform('MaxEnvelopes 0', { maxEnvelopes: '<MaxEnvelopes>0</MaxEnvelopes>' }, ['maxEnvelopes'], { maxEnvelopes: 0 }),
  inform(
    'no RetryCount, MaxEnvelopes, CurrentTime',
    { retryCount: '', maxEnvelopes: '', currentTime: '' },
    ['fieldMissing', 'timeUnknown'],
    { retryCount: 0, maxEnvelopes: 1, currentTime: '' },
  ),
  inform('time unknown', { currentTime: '<CurrentTime>0001-01-01T00:00:00Z</CurrentTime>' }, ['timeUnknown'], {}),
  inform(
    'time without zone',
    { currentTime: '<CurrentTime>2026-01-02T03:04:05</CurrentTime>' },
    ['timeWithoutZone'],
    {},
  ),
  inform('zone without colon', { currentTime: '<CurrentTime>2026-01-02T03:04:05+0000</CurrentTime>' }, [], {}),
  inform('1970', { currentTime: '<CurrentTime>1970-01-02T00:08:34Z</CurrentTime>' }, ['clockNotSet'], {}),
  inform('2000', { currentTime: '<CurrentTime>2000-01-01T00:01:20Z</CurrentTime>' }, ['clockNotSet'], {}),
  inform('time in words', { currentTime: '<CurrentTime>noon</CurrentTime>' }, ['timeInvalid'], { currentTime: 'noon' }),
]

const FAULTS: Row[] = [
  fault('an ordinary fault', CODES + DETAIL, [], { code: 9005, message: 'no', faultCode: 'Client' }),
  fault('empty FaultString', CODES + DETAIL.replace('no', ''), [], { code: 9005, message: '' }),
  fault('no detail', CODES, ['faultDetailMissing'], { code: 0, faultString: 'CWMP fault' }),
  fault(
    'detail inside faultstring',
    `<faultcode>Client</faultcode><faultstring>CWMP fault${DETAIL}</faultstring>`,
    ['faultDetailMisplaced'],
    { code: 9005, faultString: 'CWMP fault' },
  ),
  fault('no detail element', `${CODES}<cwmp:Fault><FaultCode>9001</FaultCode></cwmp:Fault>`, ['faultDetailMisplaced'], {
    code: 9001,
  }),
  fault('no faultcode', DETAIL, ['faultFieldMissing'], { faultCode: 'Client', faultString: 'CWMP fault', code: 9005 }),
]

const ROWS = [...XML, ...CHARSETS, ...SOAP, ...FIELDS, ...INFORMS, ...FAULTS]

function decode([, body, , , contentType]: Row): Decoded {
  return decodeBody(typeof body === 'string' ? Buffer.from(body) : body, { contentType })
}

function resultOf(row: Row): { message: CpeMessage; warnings: CodecWarning[] } {
  const decoded = decode(row)
  if (decoded.kind !== 'envelope') throw new Error(JSON.stringify(decoded))
  return { message: decoded.envelope.message, warnings: decoded.envelope.warnings }
}

describe('what boxes send is understood, and every deviation is told', () => {
  it.each(ROWS)('%s', (...row) => {
    const { message, warnings } = resultOf(row)
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(row[2]))
    expect(message).toMatchObject(row[3])
  })
})

describe('an empty POST in any form', () => {
  const none = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">'
  it.each([
    ['', []],
    [' \r\n', []],
    ['\0\0', []],
    ['\ufeff', []],
    [`${none}</s:Envelope>`, ['emptyEnvelope']],
    [`${none}<s:Header/><s:Body/></s:Envelope>`, ['emptyEnvelope']],
    [`${none}<s:Body> </s:Body></s:Envelope>`, ['emptyEnvelope']],
  ])('%j', (body, codes) => {
    const decoded = decodeBody(Buffer.from(body), {})
    expect(decoded.kind).toBe('empty')
    expect(decoded.kind === 'empty' && decoded.warnings.map(({ code }) => code)).toEqual(codes)
  })
})

describe('warnings', () => {
  it('each has a row above, or is one of an empty envelope', () => {
    const seen = new Set(ROWS.flatMap((row) => resultOf(row).warnings.map(({ code }) => code)))
    expect(WARNING_CODES.filter((code) => !seen.has(code))).toEqual(['emptyEnvelope'])
  })

  it('come once for each code, with a count', () => {
    const body = informBody().replaceAll(' xsi:type="xsd:string"', '')
    const { warnings } = resultOf(['', body, [], {}])
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'typeMissing',
        params: { name: 'InternetGatewayDevice.DeviceSummary', count: 8 },
      }),
    ])
  })

  it.each([
    ['UTF-8', Buffer.from(plain.replace('ACME', '中文😀é').replace('</OUI>', '</OIU>'))],
    [
      'GBK',
      informWith([0xd6, 0xd0, 0x41, 0xce, 0xc4, 0x81, 0x30, 0x81, 0x30]).toString('latin1').replace('</OUI>', '</OIU>'),
    ],
    ['Latin-1', informWith([0xe9]).toString('latin1').replace('</OUI>', '</OIU>')],
  ])('say where, in bytes, of %s', (_, body) => {
    const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
    const { warnings } = resultOf(['', bytes, [], {}])
    expect(warnings.find(({ code }) => code === 'unmatchedEndTag')?.offset).toBe(bytes.indexOf('</OIU>'))
  })

  it('say where, in bytes, of UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${plain.replace('ACME', '中').replace('</OUI>', '</OIU>')}`, 'utf16le')
    const { warnings } = resultOf(['', bytes, [], {}])
    expect(warnings[0]?.offset).toBe(bytes.indexOf(Buffer.from('</OIU>', 'utf16le')))
  })
})
