import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { idOf, methodOf, RawBox, valuesAnswer } from '../../support/raw-box.ts'
import { cookieOf } from '../../support/raw-client.ts'

const uptime = 'Device.DeviceInfo.UpTime'
const transferComplete =
  '<cwmp:TransferComplete><CommandKey>k</CommandKey><FaultStruct><FaultCode>0</FaultCode><FaultString></FaultString></FaultStruct><StartTime>2026-01-02T03:04:05Z</StartTime><CompleteTime>2026-01-02T03:04:06Z</CompleteTime></cwmp:TransferComplete>'

let acs: TestAcs
beforeEach(async () => {
  acs = await startAcs()
})
afterEach(() => acs.stop())

const codes = async () => (await acs.lastSession()).warnings.map(({ code }) => code)

describe('sessions as real clients hold them (wire.md)', () => {
  it('7: keeps the connection, sets one short cookie, always says Content-Length', async () => {
    const box = await RawBox.connect(acs, 'W7')
    const { headers } = await box.inform()
    expect(headers.connection).toBe('keep-alive')
    expect(headers['set-cookie']).toMatch(/^sid=[0-9a-f]{32}; Path=\/$/)
    expect(headers['content-length']).toMatch(/^\d+$/)
    expect(headers['transfer-encoding']).toBeUndefined()
  })

  it('8: answers an empty POST before any Inform with 204 and records no session', async () => {
    const before = (await acs.sessions()).length
    const client = await acs.connect()
    expect((await client.post('')).status).toBe(204)
    expect((await acs.sessions()).length).toBe(before)
  })

  it('9: asks again after an empty POST in place of an answer, and takes the answer that follows', async () => {
    const { box, jobId, request } = await RawBox.asked(acs, 'W9A')
    const again = await box.post('')
    expect(again.body).toBe(request.body)
    await box.post(valuesAnswer(idOf(again), { [uptime]: '5' }))
    expect((await box.job(jobId)).result).toMatchObject({ values: [{ name: uptime, value: '5' }] })
    expect(await codes()).toContain('emptyInsteadOfAnswer')
  })

  it('9: gives a request up after the second empty POST and goes on with the next', async () => {
    const { box, jobId } = await RawBox.asked(acs, 'W9B', [uptime, 'Device.A.B'])
    await box.post('')
    const next = await box.post('')
    expect(methodOf(next)).toBe('GetParameterValues')
    expect(next.body).toContain(uptime)
    expect(next.body).not.toContain('Device.A.B')
    await box.post(valuesAnswer(idOf(next), { [uptime]: '6' }))
    await box.post('')
    await box.post('')
    expect((await box.job(jobId)).result).toMatchObject({
      values: [{ name: uptime }],
      failed: [{ name: 'Device.A.B' }],
    })
  })

  it.each([
    ['the same connection', false],
    ['another connection', true],
  ])('10: a new Inform on %s replaces the session, and its work is done in the new one', async (_, isOther) => {
    const serialNumber = `W10${isOther}`
    const { box, jobId } = await RawBox.asked(acs, serialNumber)
    const [old] = await acs.sessions()
    if (isOther) await box.reconnect()
    box.cookie = ''
    expect(methodOf(await box.inform())).toBe('InformResponse')
    expect(await acs.call('sessions.get', { id: old?.id ?? '' })).toMatchObject({
      outcome: 'replaced',
      reason: 'newInform',
    })
    const request = await box.post('')
    expect(methodOf(request)).toBe('GetParameterValues')
    await box.post(valuesAnswer(idOf(request), { [uptime]: '7' }))
    expect((await box.job(jobId)).state).toBe('succeeded')
    expect((await acs.lastSession()).outcome).toBe('completed')
  })

  it('10: two boxes at one time on one address are told apart by cookie, then by connection', async () => {
    const one = await RawBox.asked(acs, 'W10C', ['Device.One'])
    const two = await RawBox.asked(acs, 'W10D', ['Device.Two'])
    two.box.cookie = ''
    await two.box.post(valuesAnswer(idOf(two.request), { 'Device.Two': '2' }))
    await one.box.reconnect()
    await one.box.post(valuesAnswer(idOf(one.request), { 'Device.One': '1' }))
    expect((await one.box.job(one.jobId)).result).toMatchObject({ values: [{ value: '1' }] })
    expect((await two.box.job(two.jobId)).result).toMatchObject({ values: [{ value: '2' }] })
  })

  it.each([
    ['no cookie', () => ''],
    ['attributes echoed', (cookie: string) => `${cookie}; Path=/`],
    ['the attribute first', (cookie: string) => `$Path=/; ${cookie}`],
    ['several joined by comma', (cookie: string) => `a=b,${cookie},c=d`],
    [';Version=1', (cookie: string) => `$Version="1"; ${cookie};Version=1`],
    ['quotes', (cookie: string) => `${cookie.replace('=', '="')}"`],
    ['a stale one before ours', (cookie: string) => `sid=0123456789abcdef01234567; ${cookie}`],
  ])('11: takes a cookie with %s', async (name, form) => {
    const { box, jobId, request } = await RawBox.asked(acs, `W11${name}`.replaceAll(/[^A-Za-z0-9]/g, ''))
    box.cookie = form(box.cookie)
    expect((await box.post(valuesAnswer(idOf(request), { [uptime]: '8' }))).status).toBe(204)
    expect((await box.job(jobId)).state).toBe('succeeded')
  })

  it('11: a stale cookie on a new Inform begins a new session', async () => {
    const box = await RawBox.known(acs, 'W11STALE')
    box.cookie = 'sid=00112233445566778899aabb'
    const reply = await box.inform()
    expect(cookieOf(reply)).not.toBe('sid=00112233445566778899aabb')
    expect(methodOf(reply)).toBe('InformResponse')
  })

  it('goes on by source address alone, in a new connection without a cookie', async () => {
    const { box, jobId, request } = await RawBox.asked(acs, 'ADDRESS')
    await box.reconnect()
    box.cookie = ''
    expect((await box.post(valuesAnswer(idOf(request), { [uptime]: '9' }))).status).toBe(204)
    expect((await box.job(jobId)).state).toBe('succeeded')
  })

  it('13: serves TransferComplete under the ID of the Inform, GetRPCMethods and RequestDownload before the empty POST', async () => {
    const box = await RawBox.connect(acs, 'W13')
    await box.inform()
    const done = await box.post(envelope('1', transferComplete))
    expect([methodOf(done), idOf(done)]).toEqual(['TransferCompleteResponse', '1'])
    expect(methodOf(await box.post(envelope('1', transferComplete)))).toBe('TransferCompleteResponse')
    const methods = await box.post(envelope('2', '<cwmp:GetRPCMethods/>'))
    expect(methods.body).toContain('<string>TransferComplete</string>')
    const wanted = '<cwmp:RequestDownload><FileType>1 x</FileType><FileTypeArg></FileTypeArg></cwmp:RequestDownload>'
    expect(methodOf(await box.post(envelope('3', wanted)))).toBe('RequestDownloadResponse')
    expect((await box.post('')).status).toBe(204)
    expect((await acs.lastSession()).outcome).toBe('completed')
  })

  it('14: skips an HTTP response with a fault after the 204, and says so', async () => {
    const box = await RawBox.known(acs, 'W14')
    const soap = envelope('1', '<soap:Fault><faultcode>Client</faultcode></soap:Fault>')
    box.client.write(`HTTP/1.1 500 Internal Server Error\r\nContent-Length: ${soap.length}\r\n\r\n${soap}`)
    expect(methodOf(await box.inform())).toBe('InformResponse')
    const told = (await acs.sessions()).filter(({ deviceId }) => deviceId === box.deviceId).flatMap((s) => s.warnings)
    expect(told.map(({ code }) => code)).toContain('bytesSkipped')
  })

  it('15: takes an Inform without events and without cwmp:ID', async () => {
    const box = await RawBox.connect(acs, 'W15')
    const inform = informBody('W15').replace(/<Event .*<\/Event>/, '')
    const reply = await box.post(envelope('1', inform).replace(/<soap:Header>.*<\/soap:Header>/, ''))
    expect(methodOf(reply)).toBe('InformResponse')
    expect(await codes()).toEqual(expect.arrayContaining(['eventsMissing', 'idMissing']))
  })

  it('takes an answer under a wrong ID when one request is outstanding', async () => {
    const { box, jobId } = await RawBox.asked(acs, 'WRONGID')
    await box.post(valuesAnswer('nonsense', { [uptime]: '1' }))
    expect((await box.job(jobId)).state).toBe('succeeded')
    expect(await codes()).toContain('wrongId')
  })

  it('24: settles a request that was answered by a response of another kind', async () => {
    const { box, jobId, request } = await RawBox.asked(acs, 'OTHERKIND')
    const other = '<cwmp:SetParameterValuesResponse><Status>0</Status></cwmp:SetParameterValuesResponse>'
    expect((await box.post(envelope(idOf(request), other))).status).toBe(204)
    expect((await box.job(jobId)).result).toMatchObject({ failed: [{ name: uptime }] })
    expect(await codes()).toContain('wrongAnswer')
  })

  it('serves a request of the box in the middle of our turn, then takes the answer', async () => {
    const { box, jobId, request } = await RawBox.asked(acs, 'MIDTURN')
    expect(methodOf(await box.post(envelope('9', transferComplete)))).toBe('TransferCompleteResponse')
    await box.post(valuesAnswer(idOf(request), { [uptime]: '3' }))
    expect((await box.job(jobId)).state).toBe('succeeded')
  })

  it('28: an RPC without any Inform gets an empty answer and opens nothing', async () => {
    const before = (await acs.sessions()).length
    const client = await acs.connect()
    expect((await client.post(envelope('1', transferComplete))).status).toBe(204)
    expect((await acs.sessions()).length).toBe(before)
  })

  it('answers stray empty POSTs after the end with 204', async () => {
    const box = await RawBox.connect(acs, 'STRAY')
    await box.inform()
    await box.post('')
    expect((await box.post('')).status).toBe(204)
    await box.reconnect()
    expect((await box.post('')).status).toBe(204)
    expect((await acs.lastSession()).outcome).toBe('completed')
  })
})
