import { describe, expect, it } from 'vitest'
import type { DataModel } from '#shared/model/device.ts'
import { Template, type TemplatePreview } from '#shared/model/template.ts'
import type { DeviceFacts } from '#shared/templates/conditions.ts'
import { readyMadeTemplates } from '#shared/templates/ready-made.ts'
import { branchesToRead, type ResolveInput, resolveTemplate } from '#shared/templates/resolve.ts'
import type { KnownValues } from '#shared/templates/targets.ts'

const facts = (dataModel: DataModel): DeviceFacts => ({
  manufacturer: 'ACME',
  oui: '00E0FC',
  productClass: 'GW',
  serialNumber: 'S1',
  modelName: 'GW-1',
  hardwareVersion: 'A',
  softwareVersion: '1.0',
  dataModel,
})

const known = (values: Record<string, string | boolean | number>): KnownValues =>
  new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      {
        value: String(value),
        type: { string: 'string', boolean: 'boolean', number: 'unsignedInt' }[typeof value as 'string'],
      },
    ]),
  )

const library = (id: string) => readyMadeTemplates.find((one) => one.id === id)

function resolve(template: object, more: Partial<ResolveInput> = {}): TemplatePreview {
  return resolveTemplate({
    template: Template.parse({ id: 't', name: 't', ...template }),
    library,
    variables: {},
    device: facts('tr098'),
    known: null,
    ...more,
  })
}

function ready(
  id: string,
  variables: Record<string, string>,
  dataModel: DataModel,
  values: KnownValues | null,
): TemplatePreview {
  const template = library(id)
  if (!template) throw new Error(id)
  const { readyMade: _made, changedAt: _at, ...plain } = template
  return resolve(plain, { variables, device: facts(dataModel), known: values })
}

const changes = ({ changes: all }: TemplatePreview) => all.map(({ name, value, old, same }) => [name, value, old, same])
const codes = ({ problems }: TemplatePreview) => problems.map(({ code }) => code)

const wlan = 'InternetGatewayDevice.LANDevice.1.WLANConfiguration.'

describe('resolveTemplate', () => {
  it('finds a concept where the box keeps it: one template for both data models', () => {
    const variables = { ssid: 'Home', wifiPassword: 'pass word!' }
    const gateway = known({
      [`${wlan}1.SSID`]: 'Old',
      [`${wlan}1.Enable`]: true,
      [`${wlan}1.BeaconType`]: 'Basic',
      [`${wlan}1.KeyPassphrase`]: '',
      [`${wlan}1.PreSharedKey.1.KeyPassphrase`]: '',
      [`${wlan}5.SSID`]: 'Old-5G',
    })
    expect(changes(ready('ready.wifi', variables, 'tr098', gateway))).toEqual([
      [`${wlan}1.SSID`, 'Home', 'Old', false],
      [`${wlan}1.Enable`, 'true', 'true', true],
      [`${wlan}1.BeaconType`, '11i', 'Basic', false],
      [`${wlan}1.KeyPassphrase`, 'pass word!', '', false],
    ])
    const device2 = known({
      'Device.WiFi.SSID.1.SSID': 'Home',
      'Device.WiFi.SSID.1.Enable': true,
      'Device.WiFi.AccessPoint.1.Security.ModeEnabled': 'None',
      'Device.WiFi.AccessPoint.1.Security.KeyPassphrase': '',
    })
    expect(changes(ready('ready.wifi', variables, 'tr181', device2)).map(([name]) => name)).toEqual([
      'Device.WiFi.SSID.1.SSID',
      'Device.WiFi.SSID.1.Enable',
      'Device.WiFi.AccessPoint.1.Security.ModeEnabled',
      'Device.WiFi.AccessPoint.1.Security.KeyPassphrase',
    ])
  })

  it('writes the account to the operator’s object that the box has, and warns where it wants it encrypted', () => {
    const box = known({
      'Device.X_CU_STB.AuthServiceInfo.UserID': '',
      'Device.X_CU_STB.AuthServiceInfo.UserIDPassword': '',
      'Device.X_00E0FC.IsEncryptMark': '1',
    })
    const preview = ready('ready.iptvAccount', { account: '0755123', accountPassword: 'abc' }, 'tr106', box)
    expect(changes(preview).map(([name, value]) => [name, value])).toEqual([
      ['Device.X_CU_STB.AuthServiceInfo.UserID', '0755123'],
      ['Device.X_CU_STB.AuthServiceInfo.UserIDPassword', 'abc'],
    ])
    expect(preview.problems).toEqual([
      { level: 'warning', code: 'encrypted', params: { path: 'Device.X_CU_STB.AuthServiceInfo.UserIDPassword' } },
    ])
  })

  it('chooses the connection by the service that it carries', () => {
    const connection = 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.'
    const box = known({
      [`${connection}1.WANPPPConnection.1.X_CT-COM_ServiceList`]: 'TR069,INTERNET',
      [`${connection}1.WANPPPConnection.1.X_CT-COM_LanInterface`]: 'a',
      [`${connection}1.X_CT-COM_WANGponLinkConfig.VLANIDMark`]: 41,
      [`${connection}2.WANPPPConnection.1.X_CT-COM_ServiceList`]: 'OTHER',
      [`${connection}2.WANPPPConnection.1.X_CT-COM_LanInterface`]: '',
      [`${connection}2.X_CT-COM_WANGponLinkConfig.VLANIDMark`]: 43,
    })
    expect(changes(ready('ready.gatewayIptv', { lanPort: '2', iptvVlan: '85' }, 'tr098', box))).toEqual([
      [
        `${connection}2.WANPPPConnection.1.X_CT-COM_LanInterface`,
        'InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.2',
        '',
        false,
      ],
      [`${connection}2.X_CT-COM_WANGponLinkConfig.VLANIDMark`, '85', '43', false],
    ])
  })

  it('takes all, the n-th, or a pattern with instances', () => {
    const box = known({ [`${wlan}1.SSID`]: 'a', [`${wlan}3.SSID`]: 'b', [`${wlan}10.SSID`]: 'c' })
    const names = (value: object) =>
      changes(resolve({ values: [{ value: 'x', ...value }] }, { known: box })).map(([name]) => name)
    expect(names({ concept: 'wifi.ssid', instance: 'all' })).toEqual([1, 3, 10].map((n) => `${wlan}${n}.SSID`))
    expect(names({ concept: 'wifi.ssid', instance: 2 })).toEqual([`${wlan}3.SSID`])
    expect(
      names({
        path: 'InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}.SSID',
        instance: { where: 'SSID', is: 'c' },
      }),
    ).toEqual([`${wlan}10.SSID`])
  })

  it('assumes the standard path, and says so, where the box was not read', () => {
    const preview = resolve({
      values: [
        { concept: 'wifi.ssid', value: 'x' },
        { path: 'InternetGatewayDevice.Time.Enable', value: '1' },
      ],
    })
    expect(changes(preview).map(([name]) => name)).toEqual([`${wlan}1.SSID`, 'InternetGatewayDevice.Time.Enable'])
    expect(codes(preview)).toEqual(['instanceAssumed'])
  })

  it('leaves out what was left empty, and does without what is optional', () => {
    const box = known({ [`${wlan}1.SSID`]: 'a' })
    const template = {
      variables: [{ name: 'ssid', label: 's' }],
      values: [
        { concept: 'wifi.ssid', value: '{{ssid}}' },
        { concept: 'acs.url', value: 'http://x/', optional: true },
      ],
    }
    expect(resolve(template, { known: box })).toEqual({ changes: [], creations: [], problems: [] })
  })

  it('writes a switch as the box keeps it', () => {
    const box = known({ 'Device.X_CTC_IPTV.AlarmSwitch': 0 })
    const preview = resolve(
      { values: [{ concept: 'stbAlarm.on', value: 'true' }] },
      { known: box, device: facts('tr106') },
    )
    expect(changes(preview)).toEqual([['Device.X_CTC_IPTV.AlarmSwitch', '1', '0', false]])
  })

  it.each<[string, string, object, Partial<ResolveInput>]>([
    ['another box', 'wrongDevice', { condition: { oui: ['FFFFFF'] } }, {}],
    ['a missing variable', 'variableMissing', { variables: [{ name: 'a', label: 'a', required: true }] }, {}],
    [
      'a wrong variable',
      'variableInvalid',
      { variables: [{ name: 'a', label: 'a', type: 'ip' }] },
      { variables: { a: 'x' } },
    ],
    ['an odd variable', 'variableUnknown', {}, { variables: { b: 'x' } }],
    ['an unknown concept', 'conceptUnknown', { values: [{ concept: 'no.such', value: 'x' }] }, {}],
    ['a parameter that is not there', 'notOnBox', { values: [{ path: 'Device.X', value: 'x' }] }, { known: known({}) }],
    ['a value out of range', 'valueInvalid', { values: [{ concept: 'acs.informInterval', value: '0' }] }, {}],
    [
      'a read-only parameter',
      'readOnly',
      { values: [{ path: 'Device.X', value: 'x' }] },
      { known: known({ 'Device.X': 'y' }), readOnly: new Set(['Device.X']) },
    ],
    [
      'two values for one',
      'twice',
      {
        values: [
          { path: 'Device.X', value: 'x' },
          { path: 'Device.X', value: 'y', instance: 1 },
        ],
      },
      {},
    ],
  ])('says so: %s', (_name, code, template, more) => {
    expect(codes(resolve(template, more))).toContain(code)
  })

  it('uses the limits of a loaded data model where the dictionary has none', () => {
    const preview = resolve(
      { values: [{ path: 'Device.X_ACME.Level', value: '9' }] },
      { ruleFor: () => ({ type: 'unsignedInt', max: 5 }) },
    )
    expect(codes(preview)).toEqual(['valueInvalid'])
  })

  it('tells what to read first', () => {
    const template = library('ready.wifi')
    if (!template) throw new Error('ready.wifi')
    expect(branchesToRead(template, library, facts('tr098'), 'narrow')).toEqual([wlan])
    expect(branchesToRead(template, library, facts('tr098'), 'wide')).toEqual(['InternetGatewayDevice.LANDevice.'])
    expect(new Set(branchesToRead(template, library, facts('tr181'), 'narrow'))).toEqual(
      new Set(['Device.WiFi.SSID.', 'Device.WiFi.AccessPoint.', 'Device.WiFi.Radio.']),
    )
  })
})
