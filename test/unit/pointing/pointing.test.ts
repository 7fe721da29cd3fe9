import { describe, expect, it } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import type { Device } from '#shared/model/device.ts'
import { DiscoverySource, NeighbourService, NextStep } from '#shared/model/discovery.ts'
import type { Job } from '#shared/model/job.ts'
import { handStepMakers, handStepsFor, type OperatorSettings, PointingMethod } from '#shared/model/pointing.ts'
import { isOwnUrl, valuesBefore } from '../../../src-main/pointing/operator-values.ts'
import { Operators } from '../../../src-main/pointing/operators.ts'
import { planActions } from '../../../src-main/pointing/tr064/management-server.ts'
import { buildAction, parseActions, parseAnswer } from '../../../src-main/pointing/tr064/soap.ts'
import { seeded } from '../../random.ts'

const service = 'urn:dslforum-org:service:ManagementServer:1'
const fault = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError xmlns="urn:dslforum-org:control-1-0"><errorCode>606</errorCode><errorDescription>Action Not Authorized</errorDescription></UPnPError></detail></s:Fault></s:Body></s:Envelope>`
const info = `<?xml version="1.0"?><s:Envelope><s:Body><u:GetInfoResponse xmlns:u="${service}"><NewURL>http://a/?x=1&amp;y=2</NewURL><NewUsername></NewUsername><NewPeriodicInformEnable>1</NewPeriodicInformEnable></u:GetInfoResponse></s:Body></s:Envelope>`

describe('SOAP', () => {
  it('writes a call and reads the answer', () => {
    const call = buildAction(service, 'SetManagementServerURL', { NewURL: 'http://a/?x=1&y=<2>' })
    expect(call).toContain(
      `<u:SetManagementServerURL xmlns:u="${service}"><NewURL>http://a/?x=1&amp;y=&lt;2&gt;</NewURL>`,
    )
    const answer = parseAnswer(info, 'GetInfo')
    expect(answer?.kind === 'done' && Object.fromEntries(answer.values)).toEqual({
      NewURL: 'http://a/?x=1&y=2',
      NewUsername: '',
      NewPeriodicInformEnable: '1',
    })
    expect(parseAnswer('<x:SetURLResponse/>', 'SetURL')).toEqual({ kind: 'done', values: new Map() })
  })

  it('reads faults, and says null of what is neither', () => {
    expect(parseAnswer(fault, 'GetInfo')).toEqual({ kind: 'fault', code: 606, text: 'Action Not Authorized' })
    expect(parseAnswer('<html>404</html>', 'GetInfo')).toBeNull()
  })

  it('never throws and stays quick (2,000 cases)', () => {
    const random = seeded(64)
    const from = performance.now()
    for (let n = 0; n < 2000; n++) {
      const bytes = Buffer.from(random.pick([fault, info]))
      for (let k = 0; k < 8; k++) bytes[random.below(bytes.length)] = random.below(256)
      parseAnswer(bytes.toString('latin1'), 'GetInfo')
      parseActions(bytes.toString('latin1'))
    }
    parseAnswer('<UPnPError>'.repeat(10_000), 'GetInfo')
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  it('plans the calls that the box lists, with its own argument names, the URL last', () => {
    const scpd = `<scpd><actionList><action><name>SetManagementServerURL</name><argumentList><argument><name>NewURL</name><direction>in</direction></argument></argumentList></action>
      <action><name>SetManagementServerPassword</name><argumentList><argument><name>NewACSPassword</name><direction>in</direction></argument></argumentList></action></actionList></scpd>`
    const wanted = { url: 'http://a', username: 'u', password: 'p', periodicInformInterval: 60 }
    expect(planActions(parseActions(scpd), wanted, { periodicInformEnable: true })).toEqual([
      { action: 'SetManagementServerPassword', args: { NewACSPassword: 'p' } },
      { action: 'SetManagementServerURL', args: { NewURL: 'http://a' } },
    ])
  })
})

const written = (name: string, old: string | null, value: string, status = 'verified') => ({
  name,
  old,
  value,
  type: 'string',
  status,
})
const job = (kind: Job['kind'], ...values: ReturnType<typeof written>[]) => ({ kind, result: { values } })
const isOurs = (url: string) => isOwnUrl(url, ['192.168.1.10'])

describe('what is remembered', () => {
  it('keeps the values of ManagementServer that a job overwrote', () => {
    const root = 'Device.ManagementServer.'
    const done = job(
      'write',
      written(`${root}URL`, 'http://op:7547/', 'http://192.168.1.10:7547/acs'),
      written(`${root}Username`, 'op', 'me'),
      written(`${root}Password`, '', 'secret'),
      written(`${root}PeriodicInformInterval`, '300', '300'),
      written(`${root}STUNEnable`, '0', '1', 'failed'),
      written('Device.Time.NTPServer1', 'a', 'b'),
    )
    expect(valuesBefore(done, isOurs)).toEqual({ URL: 'http://op:7547/', Username: 'op' })
  })

  it('leaves out our own URL and jobs that write nothing', () => {
    const own = written('Device.ManagementServer.URL', 'http://192.168.1.10:7547/', 'http://x/')
    expect(valuesBefore(job('write', own), isOurs)).toEqual({})
    expect(valuesBefore(job('read', own), isOurs)).toEqual({})
    expect(valuesBefore({ kind: 'write', result: null }, isOurs)).toEqual({})
    expect(
      ['http://localhost/', 'http://[::1]/', 'http://acs.example/', 'nonsense'].map((url) => isOwnUrl(url, ['::1'])),
    ).toEqual([true, true, false, false])
  })
})

describe('Operators', () => {
  const device = (patch: Partial<Device>): Device =>
    ({
      id: 'd1',
      serialNumber: 'SN-1',
      modelName: 'M',
      virtual: false,
      lastInformAt: new Date().toISOString(),
      ...patch,
    }) as Device
  function bench(devices: Device[] = [device({})]) {
    const kept = new Map<string, OperatorSettings>()
    const records = { list: () => [...kept.values()], set: (one: OperatorSettings) => void kept.set(one.id, one) }
    return new Operators({ records, devices: () => devices, onChange: () => {} })
  }
  const whose = { deviceId: 'd1', serialNumber: 'SN-1' }

  it('keeps what stood there before the first change, whatever changes later', () => {
    const operators = bench()
    operators.remember({ deviceId: null, serialNumber: 'SN-1' }, { URL: 'http://op/' }, 'tr064')
    operators.remember(whose, { URL: 'http://second/', Username: 'op' }, 'cwmp')
    expect(operators.find(whose)).toMatchObject({
      deviceId: 'd1',
      values: { URL: 'http://op/', Username: 'op' },
      source: 'tr064',
    })
    expect(operators.pending()).toMatchObject([{ deviceId: 'd1', operatorUrl: 'http://op/' }])
  })

  it('starts anew after a hand-over', () => {
    const operators = bench([device({ lastInformAt: new Date(Date.now() - 1000).toISOString() })])
    operators.remember(whose, { URL: 'http://op/' }, 'cwmp')
    operators.handedOver(whose)
    expect(operators.pending()).toEqual([])
    operators.remember(whose, { URL: 'http://new/' }, 'cwmp')
    expect(operators.find(whose)?.values).toEqual({ URL: 'http://new/' })
  })

  it('waits for no demo box and none that is long gone', () => {
    const old = new Date(Date.now() - 2 * 86_400_000).toISOString()
    expect(
      bench([device({ virtual: true }), device({ lastInformAt: old }), device({ lastInformAt: null })]).pending(),
    ).toEqual([])
  })
})

describe('words', () => {
  it('are there for every code', () => {
    for (const maker of handStepMakers) expect(en.pointing.hand).toHaveProperty(maker)
    for (const id of PointingMethod.shape.id.options) expect(en.pointing.methods).toHaveProperty(id)
    for (const reason of ['noTr064', 'noAdapter', 'foreignDhcp']) expect(en.pointing.reasons).toHaveProperty(reason)
    for (const source of DiscoverySource.options) expect(en.discovery.sources).toHaveProperty(source)
    for (const step of NextStep.options) expect(en.discovery.nextSteps).toHaveProperty(step)
    for (const one of NeighbourService.options) expect(en.discovery.services).toHaveProperty(one)
    expect([handStepsFor('zte'), handStepsFor('konka'), handStepsFor(null)]).toEqual(['zte', 'generic', 'generic'])
  })
})
