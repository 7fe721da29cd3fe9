import { describe, expect, it } from 'vitest'
import type { Quirks } from '../../../src-main/virtual-box/quirks.ts'
import { startAcs, startBench, startBox, until } from '../../support/bench-box.ts'
import { acsEnvelope, eventsOf, getValues, idOf, messageOf, send, setValues } from '../../support/script-acs.ts'

const run = async (quirks: Quirks, script: readonly string[] = [getValues('Device.DeviceInfo.')]) => {
  const bench = await startBench(script, { quirks })
  await until(() => bench.events.some((event) => event.kind === 'session' && event.state === 'ended'), 'session end')
  return bench
}
const kinds = (acs: { posts: readonly { body: string }[] }): string[] => acs.posts.map(({ body }) => messageOf(body))

describe('misbehaviour on the wire', () => {
  it('none: the well-behaved box shows nothing of what follows', async () => {
    const { acs } = await run({})
    const [inform, , answer] = acs.posts
    expect(kinds(acs)).toEqual(['Inform', '', 'GetParameterValuesResponse'])
    expect(inform?.httpVersion).toBe('1.1')
    expect(inform?.headers['content-encoding']).toBeUndefined()
    expect(inform?.headers['transfer-encoding']).toBeUndefined()
    expect(idOf(answer?.body ?? '')).toBe('rpc1')
  })

  it('noCookies', async () => {
    const { acs } = await run({ noCookies: true })
    expect(acs.posts.every(({ headers }) => headers.cookie === undefined)).toBe(true)
  })

  it('newConnectionPerRequest', async () => {
    const { acs } = await run({ newConnectionPerRequest: true })
    expect(acs.posts.map(({ connection }) => connection)).toEqual([1, 2, 3])
  })

  it('staleCookie', async () => {
    const { acs, box } = await run({ staleCookie: true })
    box.inform(['2 PERIODIC'])
    await acs.wait('Inform', 2)
    const second = acs.posts.filter(({ body }) => messageOf(body) === 'Inform')[1]
    expect(second?.headers.cookie).toBe('session=abc123')
  })

  it('wrongId and missingId', async () => {
    const wrong = await run({ wrongId: true })
    expect(idOf(await wrong.acs.wait('GetParameterValuesResponse'))).toBe('rpc1-x')
    const missing = await run({ missingId: true })
    expect(await missing.acs.wait('Inform')).not.toContain('cwmp:ID')
  })

  it('noXsiType and lengthInType', async () => {
    const none = await run({ noXsiType: true })
    expect(await none.acs.wait('GetParameterValuesResponse')).not.toContain('xsi:type')
    const length = await run({ lengthInType: true })
    expect(await length.acs.wait('GetParameterValuesResponse')).toMatch(/xsi:type="xsd:string\(\d+\)"/)
  })

  it('booleanForm true', async () => {
    const { acs } = await run({ booleanForm: 'true' }, [getValues('Device.ManagementServer.')])
    const answer = await acs.wait('GetParameterValuesResponse')
    expect(answer).toContain('xsi:type="xsd:boolean">true<')
    expect(answer).not.toContain('xsi:type="xsd:boolean">1<')
  })

  it('misspeltEvents', async () => {
    const { acs } = await run({ misspeltEvents: true }, ['<cwmp:Reboot><CommandKey>k</CommandKey></cwmp:Reboot>'])
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['1 BOOT', 'M REBOOT'])
  })

  it('stausTypo', async () => {
    const { acs } = await run({ stausTypo: true }, [setValues([['Device.Time.NTPServer1', 'string', 'x']])])
    expect(await acs.wait('SetParameterValuesResponse')).toContain('<Staus>0</Staus>')
  })

  it('gbkUnderUtf8', async () => {
    const { acs } = await run({ gbkUnderUtf8: true }, [getValues('Device.UserInterface.ISPName')])
    await acs.wait('GetParameterValuesResponse')
    const post = acs.posts.find(({ body }) => messageOf(body) === 'GetParameterValuesResponse')
    expect(post?.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(new TextDecoder('gbk').decode(post?.bytes)).toContain('演示网络')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(post?.bytes)).toThrow()
  })

  it('gzipRequests, chunkedRequests, http10', async () => {
    const zipped = await run({ gzipRequests: true })
    expect(zipped.acs.posts[0]?.headers['content-encoding']).toBe('gzip')
    const chunked = await run({ chunkedRequests: true })
    expect(chunked.acs.posts[0]?.headers['transfer-encoding']).toBe('chunked')
    const old = await run({ http10: true })
    expect(old.acs.posts.map(({ httpVersion, connection }) => [httpVersion, connection])).toEqual([
      ['1.0', 1],
      ['1.0', 2],
      ['1.0', 3],
    ])
  })

  it('mustUnderstand oddities', async () => {
    const word = await run({ mustUnderstand: 'true' })
    expect(await word.acs.wait('Inform')).toContain('<cwmp:ID soap:mustUnderstand="true">')
    const empty = await run({ mustUnderstand: 'empty' })
    expect(await empty.acs.wait('Inform')).toContain('<cwmp:ID soap:mustUnderstand="">')
    const none = await run({ mustUnderstand: 'none' })
    expect(await none.acs.wait('Inform')).toMatch(/<cwmp:ID>\d+</)
  })

  it('redirectFollow false', async () => {
    const acs = await startAcs()
    acs.intercept = (_, response) => {
      response.writeHead(307, { Location: '/other', 'Content-Length': '0' }).end()
      return true
    }
    const { box } = await startBox(acs, { quirks: { redirectFollow: false } })
    await until(() => box.state.failedAttempts === 1)
    expect(acs.posts).toHaveLength(1)
  })
})

describe('misbehaviour in the session', () => {
  it('emptyProbeFirst', async () => {
    const { acs } = await run({ emptyProbeFirst: true }, [])
    expect(kinds(acs)).toEqual(['', 'Inform', ''])
  })

  it('emptyInsteadOfAnswer once: answers when asked again', async () => {
    const rpc = getValues('Device.DeviceInfo.UpTime')
    const { acs } = await run({ emptyInsteadOfAnswer: 'once' }, [rpc, rpc])
    expect(kinds(acs)).toEqual(['Inform', '', '', 'GetParameterValuesResponse'])
  })

  it('emptyInsteadOfAnswer unsupported: no fault for a bad path or method', async () => {
    const { acs } = await run({ emptyInsteadOfAnswer: 'unsupported' }, [
      getValues('Device.Nope'),
      '<cwmp:ChangeDUState/>',
    ])
    expect(kinds(acs)).toEqual(['Inform', '', '', ''])
  })

  it('slowAnswerMs', async () => {
    const { acs } = await run({ slowAnswerMs: 120 })
    const [, asked, answered] = acs.posts
    expect((answered?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThanOrEqual(115)
  })

  it('dieOnUnknownPath: hangs up and boots', async () => {
    const { acs, events } = await startBench([getValues('Device.Nope')], { quirks: { dieOnUnknownPath: true } })
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['1 BOOT'])
    expect(acs.all('Fault')).toHaveLength(0)
    expect(events.some((event) => event.kind === 'session' && event.state === 'failed')).toBe(true)
  })

  it('informMidSession: on the same connection, then goes on', async () => {
    const rpc = getValues('Device.DeviceInfo.UpTime')
    const { acs } = await run({ informMidSession: true }, [rpc, rpc])
    expect(kinds(acs)).toEqual(['Inform', '', 'Inform', '', 'GetParameterValuesResponse'])
    expect(new Set(acs.posts.map(({ connection }) => connection)).size).toBe(1)
  })

  it('badPathPoisons false: leaves the bad name out', async () => {
    const { acs } = await run({ badPathPoisons: false }, [getValues('Device.DeviceInfo.UpTime', 'Device.Nope')])
    expect(await acs.wait('GetParameterValuesResponse')).toContain('ParameterValueStruct[1]')
  })

  it('gpvLimit: 9004 above, an answer at the limit', async () => {
    const names = ['Manufacturer', 'SerialNumber', 'UpTime'].map((name) => `Device.DeviceInfo.${name}`)
    const { acs } = await run({ gpvLimit: 2 }, [getValues(...names), getValues(...names.slice(1))])
    expect(await acs.wait('Fault')).toContain('<FaultCode>9004</FaultCode>')
    await acs.wait('GetParameterValuesResponse')
  })

  it('unsupportedMethods: 9000, and not listed', async () => {
    const { acs } = await run({ unsupportedMethods: ['Reboot'] }, [
      '<cwmp:GetRPCMethods/>',
      '<cwmp:Reboot><CommandKey/></cwmp:Reboot>',
    ])
    expect(await acs.wait('GetRPCMethodsResponse')).not.toContain('Reboot')
    expect(await acs.wait('Fault')).toContain('<FaultCode>9000</FaultCode>')
  })

  it('a session that the ACS closes between two exchanges goes on in a new connection with its cookie', async () => {
    const acs = await startAcs([getValues('Device.DeviceInfo.UpTime')])
    acs.intercept = ({ body }, response) => {
      if (messageOf(body) !== 'Inform') {
        return false
      }
      const answer = '<cwmp:InformResponse><MaxEnvelopes>1</MaxEnvelopes></cwmp:InformResponse>'
      send(response, acsEnvelope(answer, idOf(body)), { Connection: 'close' })
      return true
    }
    const { box } = await startBox(acs)
    await acs.wait('GetParameterValuesResponse')
    expect(acs.posts.map(({ connection }) => connection)).toEqual([1, 2, 2])
    expect(acs.posts[1]?.headers.cookie).toBe('session=abc123')
    await until(() => !box.state.isInSession)
    expect(box.state.failedAttempts).toBe(0)
  })
})

describe('authentication', () => {
  const challenge =
    'Digest realm="mini-acs", qop="auth", nonce="0123456789abcdef0123456789abcdef", opaque="op", algorithm=MD5'

  it.each([
    ['digest', challenge, /^Digest username="cpe", realm="mini-acs".*uri="\/acs".*opaque="op".*nc=00000001/],
    ['basic', 'Basic realm="x"', /^Basic Y3BlOnB3$/],
  ])('answers a %s challenge on the same connection and goes on signing', async (_, header, pattern) => {
    const acs = await startAcs()
    acs.intercept = ({ headers }, response) => {
      const isNew = headers.authorization === undefined
      if (isNew) {
        response.writeHead(401, { 'WWW-Authenticate': header, 'Content-Length': '0' }).end()
      }
      return isNew
    }
    const { box } = await startBox(acs, { username: 'cpe', password: 'pw' })
    await acs.wait('')
    await until(() => !box.state.isInSession)
    expect(acs.posts.map(({ connection }) => connection)).toEqual([1, 1, 1])
    expect(acs.posts[1]?.headers.authorization).toMatch(pattern)
    expect(acs.posts[2]?.headers.authorization).toBeDefined()
    expect(acs.posts[0]?.body).toBe(acs.posts[1]?.body)
  })

  it('gives up when its answer is challenged again', async () => {
    const acs = await startAcs()
    acs.intercept = (_, response) => {
      response.writeHead(401, { 'WWW-Authenticate': challenge, 'Content-Length': '0' }).end()
      return true
    }
    const { box } = await startBox(acs)
    await until(() => box.state.failedAttempts === 1)
    expect(acs.posts).toHaveLength(2)
  })
})
