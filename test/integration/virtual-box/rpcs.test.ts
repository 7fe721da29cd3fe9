import { describe, expect, it } from 'vitest'
import type { VirtualBoxOptions } from '../../../src-main/virtual-box/options.ts'
import { startBench, until } from '../../support/bench-box.ts'
import { getNames, getValues, messageOf, setValues, textOf, valueIn } from '../../support/script-acs.ts'

/** Plays RPCs in one session and returns the answers, in order. */
async function play(rpcs: readonly string[], options: Partial<VirtualBoxOptions> = {}) {
  const bench = await startBench(rpcs, options)
  const { acs, events } = bench
  await until(() => events.some((event) => event.kind === 'session' && event.state === 'ended'), 'session end')
  const answers = acs.posts.map(({ body }) => body).filter((body) => !['', 'Inform'].includes(messageOf(body)))
  return { ...bench, answers }
}

const cpeFault = (envelope: string): number => Number(/<cwmp:Fault><FaultCode>(\d+)/.exec(envelope)?.[1] ?? 0)
const badParameters = (envelope: string): string[] =>
  [...envelope.matchAll(/<ParameterName>([^<]*)<\/ParameterName><FaultCode>(\d+)/g)].map(
    ([, name, code]) => `${name} ${code}`,
  )
const names = (envelope: string): string[] =>
  [...envelope.matchAll(/<Name>([^<]*)<\/Name>/g)].map((match) => match[1] ?? '')
const addObject = (path: string, key = ''): string =>
  `<cwmp:AddObject><ObjectName>${path}</ObjectName><ParameterKey>${key}</ParameterKey></cwmp:AddObject>`
const deleteObject = (path: string): string =>
  `<cwmp:DeleteObject><ObjectName>${path}</ObjectName><ParameterKey></ParameterKey></cwmp:DeleteObject>`

describe('GetParameterNames', () => {
  it('lists one level, objects with their dot and what AddObject allows', async () => {
    const { answers } = await play([getNames('Device.LAN.', 1)])
    expect(names(answers[0] ?? '')).toContain('Device.LAN.DHCPOption.')
    expect(names(answers[0] ?? '')).not.toContain('Device.LAN.DHCPOption.1.')
    expect(answers[0]).toContain('<Name>Device.LAN.DHCPOption.</Name><Writable>1</Writable>')
    expect(answers[0]).toContain('<Name>Device.LAN.Stats.</Name><Writable>0</Writable>')
  })

  it('lists a whole subtree with its root, a parameter alone, and everything for an empty path', async () => {
    const { answers, box } = await play([
      getNames('Device.LAN.DHCPOption.', 0),
      getNames('Device.LAN.IPAddress', 0),
      getNames('', 0),
      getNames('', 1),
    ])
    expect(names(answers[0] ?? '').slice(0, 3)).toEqual([
      'Device.LAN.DHCPOption.',
      'Device.LAN.DHCPOption.1.',
      'Device.LAN.DHCPOption.1.Request',
    ])
    expect(names(answers[1] ?? '')).toEqual(['Device.LAN.IPAddress'])
    expect(names(answers[2] ?? '').filter((name) => !name.endsWith('.'))).toHaveLength(box.state.parameterCount)
    expect(names(answers[3] ?? '')).toEqual(['Device.'])
  })

  it.each([
    ['an unknown path', getNames('Device.Nope.', 0), 9005],
    ['an object without its dot', getNames('Device.LAN', 0), 9005],
    ['a full name with NextLevel', getNames('Device.LAN.IPAddress', 1), 9003],
  ])('refuses %s', async (_, rpc, code) => {
    const { answers } = await play([rpc])
    expect(cpeFault(answers[0] ?? '')).toBe(code)
  })
})

describe('GetParameterValues', () => {
  it('gives types and values, secrets empty, counters moving', async () => {
    const { answers } = await play([getValues('Device.ManagementServer.', 'Device.DeviceInfo.UpTime')], {
      password: 'hush',
    })
    const [answer = ''] = answers
    expect(answer).toContain('<Name>Device.ManagementServer.Password</Name><Value xsi:type="xsd:string"></Value>')
    expect(answer).toContain(
      '<Name>Device.ManagementServer.PeriodicInformInterval</Name><Value xsi:type="xsd:unsignedInt">3600<',
    )
    expect(answer).toContain('<Name>Device.ManagementServer.STUNEnable</Name><Value xsi:type="xsd:boolean">0<')
    expect(answer).not.toContain('hush')
  })

  it('gives an empty list for a table without rows, and fails whole over one bad name', async () => {
    const { answers } = await play([
      getValues('Device.X_00E0FC.Alarm.'),
      getValues('Device.DeviceInfo.UpTime', 'Device.DeviceInfo.Nope'),
    ])
    expect(answers[0]).toContain('cwmp:ParameterValueStruct[0]')
    expect(cpeFault(answers[1] ?? '')).toBe(9005)
  })

  it('carries a tree of 20 000 parameters', async () => {
    const { answers, box } = await play([getValues('')], { model: 'gateway181', parameterCount: 20_000 })
    expect(box.state.parameterCount).toBeGreaterThanOrEqual(20_000)
    expect(names(answers[0] ?? '')).toHaveLength(box.state.parameterCount)
  })
})

describe('SetParameterValues', () => {
  it('applies all, stores the ParameterKey, and reads back', async () => {
    const { answers } = await play([
      setValues(
        [
          ['Device.Time.NTPServer1', 'string', 'a &amp; b'],
          ['Device.ManagementServer.PeriodicInformInterval', 'unsignedInt', '600'],
          ['Device.ManagementServer.PeriodicInformEnable', 'boolean', 'true'],
        ],
        'key-1',
      ),
      getValues('Device.Time.NTPServer1', 'Device.ManagementServer.'),
    ])
    expect(answers[0]).toContain('<cwmp:SetParameterValuesResponse><Status>0</Status>')
    expect(valueIn(answers[1] ?? '', 'Device.Time.NTPServer1')).toBe('a &amp; b')
    expect(valueIn(answers[1] ?? '', 'Device.ManagementServer.PeriodicInformInterval')).toBe('600')
    expect(valueIn(answers[1] ?? '', 'Device.ManagementServer.PeriodicInformEnable')).toBe('1')
    expect(valueIn(answers[1] ?? '', 'Device.ManagementServer.ParameterKey')).toBe('key-1')
  })

  it('is atomic: names every bad parameter with its own code and changes nothing', async () => {
    const { answers } = await play([
      setValues(
        [
          ['Device.Time.NTPServer1', 'string', 'changed'],
          ['Device.Time.NTPServer9', 'string', 'x'],
          ['Device.DeviceInfo.SoftwareVersion', 'string', 'x'],
          ['Device.ManagementServer.PeriodicInformInterval', 'string', '60'],
          ['Device.LAN.AddressingType', 'string', 'Magic'],
          ['Device.LAN.IPAddress', 'string', '300.1.1.1'],
          ['Device.ManagementServer.STUNServerPort', 'unsignedInt', '65536'],
          ['Device.ManagementServer.STUNEnable', 'boolean', 'yes'],
          ['Device.Time.NTPServer1', 'string', 'again'],
        ],
        'lost',
      ),
      getValues('Device.Time.NTPServer1', 'Device.ManagementServer.ParameterKey'),
    ])
    expect(cpeFault(answers[0] ?? '')).toBe(9003)
    expect(badParameters(answers[0] ?? '')).toEqual([
      'Device.Time.NTPServer9 9005',
      'Device.DeviceInfo.SoftwareVersion 9008',
      'Device.ManagementServer.PeriodicInformInterval 9006',
      'Device.LAN.AddressingType 9007',
      'Device.LAN.IPAddress 9007',
      'Device.ManagementServer.STUNServerPort 9007',
      'Device.ManagementServer.STUNEnable 9007',
      'Device.Time.NTPServer1 9003',
    ])
    expect(valueIn(answers[1] ?? '', 'Device.Time.NTPServer1')).toBe('ntp1.example.net')
    expect(valueIn(answers[1] ?? '', 'Device.ManagementServer.ParameterKey')).toBe('')
  })
})

describe('AddObject and DeleteObject', () => {
  it('adds a disabled row, counts it, deletes it, and never uses its number again', async () => {
    const { answers } = await play(
      [
        addObject('Device.NAT.PortMapping.', 'k'),
        getValues('Device.NAT.'),
        deleteObject('Device.NAT.PortMapping.1.'),
        getValues('Device.NAT.PortMappingNumberOfEntries'),
        addObject('Device.NAT.PortMapping.'),
      ],
      { model: 'gateway181' },
    )
    expect(answers[0]).toContain('<InstanceNumber>1</InstanceNumber><Status>0</Status>')
    expect(valueIn(answers[1] ?? '', 'Device.NAT.PortMappingNumberOfEntries')).toBe('1')
    expect(valueIn(answers[1] ?? '', 'Device.NAT.PortMapping.1.Enable')).toBe('0')
    expect(answers[2]).toContain('<cwmp:DeleteObjectResponse><Status>0</Status>')
    expect(valueIn(answers[3] ?? '', 'Device.NAT.PortMappingNumberOfEntries')).toBe('0')
    expect(textOf(answers[4] ?? '', 'InstanceNumber')).toBe('2')
  })

  it.each([
    ['adding to what is no table', addObject('Device.Time.'), 9005],
    ['adding to a fixed table', addObject('Device.Hosts.Host.'), 9005],
    ['adding without the dot', addObject('Device.NAT.PortMapping'), 9005],
    ['deleting what is not there', deleteObject('Device.NAT.PortMapping.4.'), 9005],
    ['deleting a fixed row', deleteObject('Device.Hosts.Host.1.'), 9005],
    ['a ParameterKey of 33 characters', addObject('Device.NAT.PortMapping.', 'x'.repeat(33)), 9003],
  ])('refuses %s', async (_, rpc, code) => {
    const { answers } = await play([rpc], { model: 'gateway181' })
    expect(cpeFault(answers[0] ?? '')).toBe(code)
  })

  it('is full at some point', async () => {
    const { answers } = await play(
      [...Array(8).keys()].map(() => addObject('Device.WiFi.SSID.')),
      { model: 'gateway181' },
    )
    expect(answers.map(cpeFault)).toEqual([0, 0, 0, 0, 0, 0, 9004, 9004])
  })
})

describe('attributes', () => {
  const setAttributes = (name: string, notification: number): string =>
    '<cwmp:SetParameterAttributes><ParameterList SOAP-ENC:arrayType="cwmp:SetParameterAttributesStruct[1]"><SetParameterAttributesStruct>' +
    `<Name>${name}</Name><NotificationChange>1</NotificationChange><Notification>${notification}</Notification>` +
    '<AccessListChange>1</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[1]"><string>Subscriber</string></AccessList>' +
    '</SetParameterAttributesStruct></ParameterList></cwmp:SetParameterAttributes>'
  const getAttributes = (name: string): string =>
    `<cwmp:GetParameterAttributes><ParameterNames SOAP-ENC:arrayType="xsd:string[1]"><string>${name}</string></ParameterNames></cwmp:GetParameterAttributes>`

  it('are kept and read back', async () => {
    const { answers } = await play([
      setAttributes('Device.Time.NTPServer1', 1),
      getAttributes('Device.Time.NTPServer1'),
    ])
    expect(answers[1]).toContain('<Name>Device.Time.NTPServer1</Name><Notification>1</Notification>')
    expect(answers[1]).toContain('<string>Subscriber</string>')
  })

  it.each([
    ['active notification of a counter', 'Device.DeviceInfo.UpTime', 2, 9009],
    ['silencing SoftwareVersion', 'Device.DeviceInfo.SoftwareVersion', 0, 9009],
    ['an unknown name', 'Device.Nope', 1, 9005],
    ['a notification of 7', 'Device.Time.NTPServer1', 7, 9003],
  ])('refuses %s', async (_, name, notification, code) => {
    const { answers } = await play([setAttributes(name, notification)])
    expect(cpeFault(answers[0] ?? '')).toBe(code)
  })
})

describe('other methods', () => {
  it('lists what it can, and refuses the rest with 9000', async () => {
    const { answers } = await play([
      '<cwmp:GetRPCMethods/>',
      '<cwmp:SetVouchers><VoucherList SOAP-ENC:arrayType="SOAP-ENC:base64[0]"/></cwmp:SetVouchers>',
      '<cwmp:GetOptions><OptionName></OptionName></cwmp:GetOptions>',
      '<cwmp:X_ACME_Dance/>',
    ])
    expect(answers[0]).toContain('<string>Download</string>')
    expect(answers[0]).not.toContain('SetVouchers')
    expect(answers.slice(1).map(cpeFault)).toEqual([9000, 9000, 9000])
  })

  it('has the deprecated ones on the old gateway', async () => {
    const { answers } = await play(
      [
        '<cwmp:SetVouchers><VoucherList SOAP-ENC:arrayType="SOAP-ENC:base64[0]"/></cwmp:SetVouchers>',
        '<cwmp:GetOptions><OptionName></OptionName></cwmp:GetOptions>',
        '<cwmp:GetQueuedTransfers/>',
      ],
      { model: 'gateway098' },
    )
    expect(answers.map(messageOf)).toEqual(['SetVouchersResponse', 'GetOptionsResponse', 'GetQueuedTransfersResponse'])
  })

  it.each([
    [
      'ScheduleInform without delay',
      '<cwmp:ScheduleInform><DelaySeconds>0</DelaySeconds><CommandKey/></cwmp:ScheduleInform>',
      9003,
    ],
    ['Reboot without CommandKey', '<cwmp:Reboot/>', 9003],
  ])('refuses %s', async (_, rpc, code) => {
    const { answers } = await play([rpc])
    expect(cpeFault(answers[0] ?? '')).toBe(code)
  })

  it('answers a header it must understand and does not with MustUnderstand', async () => {
    const { acs, events } = await startBench()
    acs.intercept = ({ body }, response) => {
      if (messageOf(body) !== '') {
        return false
      }
      const odd = '<x:Odd xmlns:x="urn:x" SOAP-ENV:mustUnderstand="1">1</x:Odd>'
      const xml = `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:cwmp="urn:dslforum-org:cwmp-1-0"><SOAP-ENV:Header>${odd}</SOAP-ENV:Header><SOAP-ENV:Body><cwmp:GetRPCMethods/></SOAP-ENV:Body></SOAP-ENV:Envelope>`
      response.writeHead(200, { 'Content-Length': String(Buffer.byteLength(xml)) }).end(xml)
      return true
    }
    expect(await acs.wait('Fault')).toContain('<faultcode>soap:MustUnderstand</faultcode>')
    await until(() => events.some((event) => event.kind === 'session' && event.state === 'ended'))
  })

  it('installs a deployment unit and reports it in a later session', async () => {
    const { acs } = await startBench(
      [
        '<cwmp:ChangeDUState><Operations xsi:type="cwmp:InstallOpStruct"><URL>http://127.0.0.1/app.ipk</URL><UUID>12345678-1234-1234-1234-123456789abc</UUID></Operations><CommandKey>du</CommandKey></cwmp:ChangeDUState>',
      ],
      { model: 'gateway181' },
    )
    const report = await acs.wait('DUStateChangeComplete')
    expect(report).toContain('<CurrentState>Installed</CurrentState>')
    expect(report).toContain('<DeploymentUnitRef>Device.SoftwareModules.DeploymentUnit.1</DeploymentUnitRef>')
    const inform = await acs.wait('Inform', 2)
    expect(inform).toContain('11 DU STATE CHANGE COMPLETE')
    expect(inform).toContain('<CommandKey>du</CommandKey>')
  })
})
