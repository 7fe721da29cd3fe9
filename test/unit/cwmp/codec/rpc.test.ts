import { describe, expect, it } from 'vitest'
import { ACS_RPCS, CPE_RPCS, decodeBody, describe as sumUp } from '../../../../src-main/cwmp/codec/index.ts'
import type { CpeEnvelope, CpeMessage } from '../../../../src-main/cwmp/codec/messages.ts'
import { ACS_MESSAGES } from '../../../support/acs-messages.ts'
import { arrayOf, envelopeOf, informBody, valueStruct } from '../../../support/bodies.ts'

function decode(body: string): CpeEnvelope {
  const decoded = decodeBody(Buffer.from(body), {})
  if (decoded.kind !== 'envelope') throw new Error(JSON.stringify(decoded))
  return decoded.envelope
}

const T1 = '2026-01-02T03:04:05Z'
const T2 = '2026-01-02T03:05:00+08:00'
const TIMES = `<StartTime>${T1}</StartTime><CompleteTime>${T2}</CompleteTime>`
const FAULT = '<FaultCode>9016</FaultCode><FaultString>404</FaultString>'
const strings = (name: string, ...items: string[]): string =>
  `<${name} SOAP-ENC:arrayType="xsd:string[${items.length}]">${items.map((item) => `<string>${item}</string>`).join('')}</${name}>`
const RESULT = `<UUID>u</UUID><DeploymentUnitRef>d</DeploymentUnitRef><Version>1</Version><CurrentState>Installed</CurrentState><Resolved>1</Resolved><ExecutionUnitRefList>e</ExecutionUnitRefList>${TIMES}<Fault>${FAULT}</Fault>`
const OP_RESULT = {
  uuid: 'u',
  deploymentUnitRef: 'd',
  version: '1',
  currentState: 'Installed',
  resolved: true,
  executionUnitRefList: 'e',
  startTime: T1,
  completeTime: T2,
  fault: { code: 9016, message: '404' },
}
const DONE = { startTime: T1, completeTime: T2 }

/** Every message a box may send, as the standard has it, and what it is to us; none of them gives a warning. */
const MESSAGES: [inside: string, message: CpeMessage][] = [
  ['', { name: 'GetRPCMethods' }],
  [
    `<CommandKey>k</CommandKey><FaultStruct>${FAULT}</FaultStruct>${TIMES}`,
    { name: 'TransferComplete', commandKey: 'k', fault: { code: 9016, message: '404' }, ...DONE },
  ],
  [
    `<AnnounceURL>a</AnnounceURL><TransferURL>t</TransferURL><IsDownload>true</IsDownload><FileType>1 X</FileType><FileSize>12</FileSize><TargetFileName>f</TargetFileName><FaultStruct>${FAULT}</FaultStruct>${TIMES}`,
    {
      name: 'AutonomousTransferComplete',
      announceUrl: 'a',
      transferUrl: 't',
      isDownload: true,
      fileType: '1 X',
      fileSize: 12,
      targetFileName: 'f',
      fault: { code: 9016, message: '404' },
      ...DONE,
    },
  ],
  [
    `<FileType>1 X</FileType>${arrayOf('FileTypeArg', 'ArgStruct', ['<ArgStruct><Name>n</Name><Value>v</Value></ArgStruct>'])}`,
    { name: 'RequestDownload', fileType: '1 X', args: [{ name: 'n', value: 'v' }] },
  ],
  [
    '<Command>c</Command><Referer>r</Referer><Arg>a</Arg><Next>n</Next>',
    { name: 'Kicked', command: 'c', referer: 'r', arg: 'a', next: 'n' },
  ],
  [
    `<Results>${RESULT}</Results><CommandKey>k</CommandKey>`,
    { name: 'DUStateChangeComplete', results: [OP_RESULT], commandKey: 'k' },
  ],
  [
    `<Results>${RESULT}<OperationPerformed>Install</OperationPerformed></Results>`,
    { name: 'AutonomousDUStateChangeComplete', results: [{ ...OP_RESULT, operationPerformed: 'Install' }] },
  ],
  [strings('MethodList', 'Reboot', 'X_ACME_Go'), { name: 'GetRPCMethodsResponse', methods: ['Reboot', 'X_ACME_Go'] }],
  [
    arrayOf('ParameterList', 'ParameterInfoStruct', [
      '<ParameterInfoStruct><Name>Device.</Name><Writable>0</Writable></ParameterInfoStruct>',
    ]),
    { name: 'GetParameterNamesResponse', parameters: [{ name: 'Device.', writable: false }] },
  ],
  [
    arrayOf('ParameterList', 'ParameterValueStruct', [
      valueStruct('Device.A', ' a '),
      valueStruct('Device.B', '-5', 'xsd:int'),
    ]),
    {
      name: 'GetParameterValuesResponse',
      parameters: [
        { name: 'Device.A', value: ' a ', type: 'string' },
        { name: 'Device.B', value: '-5', type: 'int' },
      ],
    },
  ],
  ['<Status>1</Status>', { name: 'SetParameterValuesResponse', status: 1 }],
  [
    arrayOf('ParameterList', 'ParameterAttributeStruct', [
      `<ParameterAttributeStruct><Name>Device.A</Name><Notification>2</Notification>${strings('AccessList', 'Subscriber')}</ParameterAttributeStruct>`,
    ]),
    {
      name: 'GetParameterAttributesResponse',
      attributes: [{ name: 'Device.A', notification: 2, accessList: ['Subscriber'] }],
    },
  ],
  ['', { name: 'SetParameterAttributesResponse' }],
  ['<InstanceNumber>4</InstanceNumber><Status>0</Status>', { name: 'AddObjectResponse', instanceNumber: 4, status: 0 }],
  ['<Status>0</Status>', { name: 'DeleteObjectResponse', status: 0 }],
  [`<Status>1</Status>${TIMES}`, { name: 'DownloadResponse', status: 1, ...DONE }],
  ['', { name: 'ScheduleDownloadResponse' }],
  [`<Status>0</Status>${TIMES}`, { name: 'UploadResponse', status: 0, ...DONE }],
  ['', { name: 'RebootResponse' }],
  ['', { name: 'FactoryResetResponse' }],
  ['', { name: 'ScheduleInformResponse' }],
  [
    arrayOf('TransferList', 'QueuedTransferStruct', [
      '<QueuedTransferStruct><CommandKey>k</CommandKey><State>2</State></QueuedTransferStruct>',
    ]),
    { name: 'GetQueuedTransfersResponse', transfers: [{ commandKey: 'k', state: 2 }] },
  ],
  [
    arrayOf('TransferList', 'AllQueuedTransferStruct', [
      '<AllQueuedTransferStruct><CommandKey>k</CommandKey><State>1</State><IsDownload>1</IsDownload><FileType>t</FileType><FileSize>9</FileSize><TargetFileName>f</TargetFileName></AllQueuedTransferStruct>',
    ]),
    {
      name: 'GetAllQueuedTransfersResponse',
      transfers: [{ commandKey: 'k', state: 1, isDownload: true, fileType: 't', fileSize: 9, targetFileName: 'f' }],
    },
  ],
  ['', { name: 'CancelTransferResponse' }],
  ['', { name: 'ChangeDUStateResponse' }],
  ['', { name: 'SetVouchersResponse' }],
  [
    arrayOf('OptionList', 'OptionStruct', [
      `<OptionStruct><OptionName>o</OptionName><VoucherSN>3</VoucherSN><State>1</State><Mode>2</Mode><StartDate>${T1}</StartDate><IsTransferable>1</IsTransferable></OptionStruct>`,
    ]),
    {
      name: 'GetOptionsResponse',
      options: [
        { optionName: 'o', voucherSn: 3, state: 1, mode: 2, startDate: T1, expirationDate: '', isTransferable: true },
      ],
    },
  ],
]

describe('every message of a box', () => {
  it.each(MESSAGES.map(([inside, message]) => ({ inside, message })))('$message.name', ({ inside, message }) => {
    const envelope = decode(envelopeOf(`<cwmp:${message.name}>${inside}</cwmp:${message.name}>`, '99'))
    expect(envelope).toEqual({
      id: '99',
      namespace: 'urn:dslforum-org:cwmp-1-0',
      sessionTimeoutSeconds: null,
      supportedVersions: [],
      holdRequests: false,
      message,
      warnings: [],
    })
  })

  it('is in the list above, and Inform below', () => {
    const names = [...Object.keys(CPE_RPCS), ...Object.keys(ACS_RPCS).map((name) => `${name}Response`)]
    expect(new Set([...MESSAGES.map(([, { name }]) => name), 'Inform'])).toEqual(new Set(names))
  })

  it('Inform', () => {
    const { message, warnings } = decode(informBody())
    expect(message).toMatchObject({
      name: 'Inform',
      events: [{ code: '2 PERIODIC', commandKey: '' }],
      maxEnvelopes: 1,
      currentTime: '2026-01-02T03:04:05+08:00',
      retryCount: 0,
      parameters: { length: 8 },
    })
    expect(warnings).toEqual([])
  })

  it('a fault of SetParameterValues names each parameter', () => {
    const item = `<SetParameterValuesFault><ParameterName>Device.A</ParameterName><FaultCode>9007</FaultCode><FaultString>bad</FaultString></SetParameterValuesFault>`
    const detail = `<detail><cwmp:Fault><FaultCode>9003</FaultCode><FaultString>Invalid arguments</FaultString>${item}</cwmp:Fault></detail>`
    const body = envelopeOf(
      `<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>CWMP fault</faultstring>${detail}</SOAP-ENV:Fault>`,
    )
    expect(decode(body).message).toEqual({
      name: 'Fault',
      faultCode: 'SOAP-ENV:Client',
      faultString: 'CWMP fault',
      code: 9003,
      message: 'Invalid arguments',
      setParameterValuesFaults: [{ parameterName: 'Device.A', code: 9007, message: 'bad' }],
    })
  })
})

describe('headers', () => {
  it('are read', () => {
    const body = informBody().replace(
      '</SOAP-ENV:Header>',
      '<cwmp:SessionTimeout SOAP-ENV:mustUnderstand="0">40</cwmp:SessionTimeout><cwmp:SupportedCWMPVersions SOAP-ENV:mustUnderstand="0">1.0, 1.2,1.4,2.0</cwmp:SupportedCWMPVersions></SOAP-ENV:Header>',
    )
    expect(decode(body)).toMatchObject({
      id: '1',
      sessionTimeoutSeconds: 40,
      supportedVersions: ['1.0', '1.2', '1.4'],
      warnings: [],
    })
  })

  it('HoldRequests of a box is kept, though it should not be there', () => {
    expect(
      decode(informBody().replace('</SOAP-ENV:Header>', '<cwmp:HoldRequests>1</cwmp:HoldRequests></SOAP-ENV:Header>'))
        .holdRequests,
    ).toBe(true)
  })
})

describe('a message in one line', () => {
  it.each([
    [
      decode(informBody()).message,
      { method: 'Inform', params: { events: '2 PERIODIC', serialNumber: 'S0001', retryCount: 0, count: 8 } },
    ],
    [{ name: 'Unknown', element: 'X_ACME_Go' } as const, { method: 'X_ACME_Go', params: {} }],
    [
      { name: 'AddObjectResponse', instanceNumber: 2, status: 0 } as const,
      { method: 'AddObjectResponse', params: { instanceNumber: 2, status: 0 } },
    ],
  ])('%#', (message, expected) => {
    expect(sumUp(message)).toEqual(expected)
  })

  it('is there for every message', () => {
    const all = [...MESSAGES.map(([, message]) => message), ...ACS_MESSAGES]
    for (const message of all) expect(sumUp(message).method).toBe(message.name)
  })
})
