import { describe, expect, it } from 'vitest'
import { startAcs, startBench, startBox, until } from '../../support/bench-box.ts'
import {
  acsEnvelope,
  eventsOf,
  getNames,
  getValues,
  idOf,
  messageOf,
  namespaceOf,
  ScriptAcs,
  send,
  textOf,
  valueIn,
} from '../../support/script-acs.ts'

describe('first contact', () => {
  it('informs of BOOTSTRAP and BOOT with identity and forced parameters', async () => {
    const { acs, box } = await startBench([], { isBootstrapped: false })
    const inform = await acs.wait('Inform')
    expect(eventsOf(inform)).toEqual(['0 BOOTSTRAP', '1 BOOT'])
    expect(textOf(inform, 'SerialNumber')).toBe(box.facts.serialNumber)
    expect(textOf(inform, 'OUI')).toMatch(/^[0-9A-F]{6}$/)
    expect(textOf(inform, 'RetryCount')).toBe('0')
    expect(textOf(inform, 'CurrentTime')).toMatch(/\+08:00$/)
    expect(valueIn(inform, 'Device.DeviceInfo.SoftwareVersion')).toBe('V2.3.5')
    expect(valueIn(inform, 'Device.LAN.IPAddress')).toBe('127.0.0.1')
    expect(valueIn(inform, 'Device.ManagementServer.ConnectionRequestURL')).toBe(box.state.connectionRequestUrl)
  })

  it('plays a session to its end on one connection, with the cookie and SOAPAction', async () => {
    const { acs, events } = await startBench([getNames('Device.', 1), getValues('Device.DeviceInfo.')])
    await until(() => events.some((event) => event.kind === 'session' && event.state === 'ended'))
    expect(acs.posts.map(({ body }) => messageOf(body))).toEqual([
      'Inform',
      '',
      'GetParameterNamesResponse',
      'GetParameterValuesResponse',
    ])
    expect(new Set(acs.posts.map(({ connection }) => connection)).size).toBe(1)
    const [inform, empty, names] = acs.posts
    expect(inform?.headers.cookie).toBeUndefined()
    expect(inform?.headers.soapaction).toBe('')
    expect(empty?.headers.cookie).toBe('session=abc123')
    expect(empty?.headers['content-type']).toBeUndefined()
    expect(empty?.headers['content-length']).toBe('0')
    expect(idOf(names?.body ?? '')).toBe('rpc1')
  })

  it.each([
    ['1.0', 'urn:dslforum-org:cwmp-1-0', false, false],
    ['1.1', 'urn:dslforum-org:cwmp-1-1', false, false],
    ['1.2', 'urn:dslforum-org:cwmp-1-2', false, false],
    ['1.3', 'urn:dslforum-org:cwmp-1-2', true, false],
    ['1.4', 'urn:dslforum-org:cwmp-1-2', true, true],
  ] as const)('speaks CWMP %s', async (cwmpVersion, namespace, hasTimeout, hasVersions) => {
    const { acs } = await startBench([], { cwmpVersion })
    const inform = await acs.wait('Inform')
    expect(namespaceOf(inform)).toBe(namespace)
    expect(inform.includes('cwmp:SessionTimeout')).toBe(hasTimeout)
    expect(inform.includes('cwmp:SupportedCWMPVersions')).toBe(hasVersions)
  })

  it('goes down to the version the ACS chose', async () => {
    const acs = await startAcs([getValues('Device.DeviceInfo.UpTime')])
    acs.intercept = ({ body }, response) => {
      if (messageOf(body) !== 'Inform') {
        return false
      }
      const use = '<cwmp:UseCWMPVersion SOAP-ENV:mustUnderstand="1">1.0</cwmp:UseCWMPVersion>'
      const answer = '<cwmp:InformResponse><MaxEnvelopes>1</MaxEnvelopes></cwmp:InformResponse>'
      send(response, acsEnvelope(answer, idOf(body), namespaceOf(body), use))
      return true
    }
    await startBox(acs, { model: 'gateway181' })
    expect(namespaceOf(await acs.wait('GetParameterValuesResponse'))).toBe('urn:dslforum-org:cwmp-1-0')
  })
})

describe('reasons for a session', () => {
  it('informs periodically at the interval it was given', async () => {
    const { acs } = await startBench([], {
      timeScale: 0.01,
      values: { 'Device.ManagementServer.PeriodicInformInterval': '10' },
    })
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['2 PERIODIC'])
    expect(eventsOf(await acs.wait('Inform', 3))).toEqual(['2 PERIODIC'])
    const [first, second] = acs.posts.filter(({ body }) => body.includes('2 PERIODIC'))
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(95)
  })

  it('tells an actively watched change at once, a passive one with the next Inform', async () => {
    const { acs, box } = await startBench([
      '<cwmp:SetParameterAttributes><ParameterList SOAP-ENC:arrayType="cwmp:SetParameterAttributesStruct[2]">' +
        ['Device.Time.NTPServer1', 'Device.Time.NTPServer2']
          .map(
            (name, i) =>
              `<SetParameterAttributesStruct><Name>${name}</Name><NotificationChange>1</NotificationChange><Notification>${2 - i}</Notification><AccessListChange>0</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[0]"/></SetParameterAttributesStruct>`,
          )
          .join('') +
        '</ParameterList></cwmp:SetParameterAttributes>',
    ])
    await acs.wait('SetParameterAttributesResponse')
    await until(() => !box.state.isInSession)
    box.setParameter('Device.Time.NTPServer2', 'passive.example')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(acs.all('Inform')).toHaveLength(1)
    box.setParameter('Device.Time.NTPServer1', 'active.example')
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['4 VALUE CHANGE'])
    expect(valueIn(inform, 'Device.Time.NTPServer1')).toBe('active.example')
    expect(valueIn(inform, 'Device.Time.NTPServer2')).toBe('passive.example')
  })

  it('reboots when told: 1 BOOT and M Reboot with its key', async () => {
    const { acs } = await startBench(['<cwmp:Reboot><CommandKey>rb-7</CommandKey></cwmp:Reboot>'])
    await acs.wait('RebootResponse')
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['1 BOOT', 'M Reboot'])
    expect(inform).toContain('<CommandKey>rb-7</CommandKey>')
  })

  it('comes back new after FactoryReset', async () => {
    const { acs, box } = await startBench([], { isBootstrapped: true })
    await acs.wait('Inform')
    await until(() => !box.state.isInSession)
    box.setParameter('Device.DeviceInfo.ProvisioningCode', 'TMP')
    await acs.wait('Inform', 2)
    await until(() => !box.state.isInSession)
    acs.script.push('<cwmp:FactoryReset/>')
    box.inform(['2 PERIODIC'])
    await acs.wait('FactoryResetResponse')
    expect(eventsOf(await acs.wait('Inform', 4))).toEqual(['0 BOOTSTRAP', '1 BOOT'])
    expect(box.getParameter('Device.DeviceInfo.ProvisioningCode')).toBe('')
  })

  it('keeps an appointment made by ScheduleInform', async () => {
    const { acs } = await startBench(
      ['<cwmp:ScheduleInform><DelaySeconds>5</DelaySeconds><CommandKey>si</CommandKey></cwmp:ScheduleInform>'],
      { timeScale: 0.01 },
    )
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['3 SCHEDULED', 'M ScheduleInform'])
    expect(inform).toContain('<CommandKey>si</CommandKey>')
  })

  it('reports an alarm with the values of its new row', async () => {
    const { acs, box } = await startBench()
    await acs.wait('Inform')
    box.raiseAlarm({ code: 30_001, text: 'CPU above limit', severity: 1, event: 'X CT-COM ALARM' })
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['X CT-COM ALARM'])
    expect(valueIn(inform, 'Device.X_00E0FC.Alarm.1.AlarmCode')).toBe('30001')
  })

  it('starts over with a new ACS when the URL is changed', async () => {
    const other = await startAcs()
    const { acs } = await startBench()
    await acs.wait('Inform')
    acs.script.push(
      `<cwmp:SetParameterValues><ParameterList SOAP-ENC:arrayType="cwmp:ParameterValueStruct[1]"><ParameterValueStruct><Name>Device.ManagementServer.URL</Name><Value xsi:type="xsd:string">${other.url}</Value></ParameterValueStruct></ParameterList><ParameterKey></ParameterKey></cwmp:SetParameterValues>`,
    )
    expect(eventsOf(await other.wait('Inform'))).toEqual(['0 BOOTSTRAP'])
  })
})

describe('failed sessions', () => {
  it('retries in growing waits, counts, and starts at 0 after success', async () => {
    const acs = await startAcs()
    acs.intercept = (post, response) => {
      const isRefused = textOf(post.body, 'RetryCount') !== '' && Number(textOf(post.body, 'RetryCount')) < 3
      if (isRefused) {
        response.writeHead(503, { 'Content-Length': '0' }).end()
      }
      return isRefused
    }
    const { events, box } = await startBox(acs, { timeScale: 0.004 })
    await acs.wait('Inform', 4)
    const informs = acs.posts.filter(({ body }) => messageOf(body) === 'Inform')
    expect(informs.map(({ body }) => textOf(body, 'RetryCount'))).toEqual(['0', '1', '2', '3'])
    const waits = events.flatMap((event) =>
      event.kind === 'session' && event.state === 'failed' ? [event.retryInSeconds] : [],
    )
    expect(waits).toHaveLength(3)
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(5 * 2 ** i)
      expect(wait).toBeLessThanOrEqual(10 * 2 ** i)
      const gap = (informs[i + 1]?.at ?? 0) - (informs[i]?.at ?? 0)
      expect(gap).toBeGreaterThanOrEqual(wait * 4 - 5)
    }
    await until(() => box.state.failedAttempts === 0)
    box.inform(['2 PERIODIC'])
    expect(textOf(await acs.wait('Inform', 5), 'RetryCount')).toBe('0')
  })

  it('keeps its events, but not the connection request; a new event does not wait', async () => {
    const acs = await startAcs()
    let refused = 0
    acs.intercept = (_, response) => {
      if (refused >= 2) {
        return false
      }
      refused += 1
      response.writeHead(500, { 'Content-Length': '0' }).end()
      return true
    }
    const { box } = await startBox(acs)
    await until(() => box.state.failedAttempts === 1)
    await fetch(box.state.connectionRequestUrl)
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['1 BOOT', '6 CONNECTION REQUEST'])
    await until(() => box.state.failedAttempts === 2)
    box.inform(['2 PERIODIC'])
    const third = await acs.wait('Inform', 3)
    expect(eventsOf(third)).toEqual(['1 BOOT', '2 PERIODIC'])
    expect(textOf(third, 'RetryCount')).toBe('2')
  })

  it('sends the same request again after fault 8005', async () => {
    const acs = await startAcs()
    let asked = false
    acs.intercept = ({ body }, response) => {
      if (asked) {
        return false
      }
      asked = true
      const fault =
        '<SOAP-ENV:Fault><faultcode>Server</faultcode><faultstring>CWMP fault</faultstring><detail><cwmp:Fault><FaultCode>8005</FaultCode><FaultString>Retry request</FaultString></cwmp:Fault></detail></SOAP-ENV:Fault>'
      send(response, acsEnvelope(fault, idOf(body)))
      return true
    }
    const { box } = await startBox(acs)
    expect(await acs.wait('Inform', 2)).toBe(await acs.wait('Inform', 1))
    await acs.wait('')
    expect(box.state.failedAttempts).toBe(0)
  })

  it.each([
    ['broken XML', '<SOAP-ENV:Envelope><oops>'],
    ['SOAP 1.2', '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>'],
  ])('fails over %s', async (_, text) => {
    const acs = await startAcs()
    acs.intercept = (__, response) => {
      send(response, text)
      return true
    }
    const { box } = await startBox(acs)
    await until(() => box.state.failedAttempts === 1)
  })

  it('meets nobody: no rejection, only a failed attempt; stop is prompt', async () => {
    const dead = new ScriptAcs()
    await dead.start()
    const { url } = dead
    await dead.stop()
    const acs = await startAcs()
    const { box, events } = await startBox(acs, { acsUrl: url })
    await until(() => box.state.failedAttempts === 1)
    expect(events.find((event) => event.kind === 'session' && event.state === 'failed')).toMatchObject({
      reason: expect.stringContaining('ECONNREFUSED'),
    })
    await box.stop()
    expect(box.state.power).toBe('off')
  })
})

describe('power', () => {
  it('answers nothing while unplugged, and boots when plugged in again at the same URL', async () => {
    const { acs, box } = await startBench()
    await acs.wait('Inform')
    const url = box.state.connectionRequestUrl
    await box.unplug()
    await expect(fetch(url)).rejects.toThrow()
    await box.plug()
    expect(eventsOf(await acs.wait('Inform', 2))).toContain('1 BOOT')
    expect(box.state.power).toBe('on')
  })

  it('can be stopped in the middle of a session that hangs', async () => {
    const acs = await startAcs()
    acs.intercept = () => true
    const { box } = await startBox(acs)
    await acs.wait('Inform')
    const startedAt = Date.now()
    await box.stop()
    expect(Date.now() - startedAt).toBeLessThan(1000)
  })

  it('follows redirects with the same POST, at most five', async () => {
    const target = await startAcs()
    const acs = await startAcs()
    acs.intercept = (_, response) => {
      response.writeHead(307, { Location: target.url, 'Content-Length': '0' }).end()
      return true
    }
    await startBox(acs)
    expect(eventsOf(await target.wait('Inform'))).toEqual(['1 BOOT'])
    await target.wait('')
    const loop = await startAcs()
    loop.intercept = (_, response) => {
      response.writeHead(302, { Location: loop.url, 'Content-Length': '0' }).end()
      return true
    }
    const { box } = await startBox(loop, { index: 2 })
    await until(() => box.state.failedAttempts === 1)
    expect(loop.posts).toHaveLength(6)
  })
})
