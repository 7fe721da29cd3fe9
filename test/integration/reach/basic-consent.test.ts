import { afterEach, expect, it } from 'vitest'
import type { Job } from '#shared/model/job.ts'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { RawBox } from '../../support/raw-box.ts'
import { type OddBox, playBox } from './odd-box.ts'

let acs: TestAcs
let port: OddBox
afterEach(async () => {
  await acs.stop()
  await port.stop()
})

/** `bait` answers 200 as well as it asks for a password. */
function basicOnly(status: string): Promise<OddBox> {
  return playBox(async ({ request, send }) => {
    for (;;) {
      const head = await request()
      if (head === '') return
      const isProven = head.includes(`Authorization: Basic ${Buffer.from('acs:secret').toString('base64')}`)
      send(
        isProven
          ? 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
          : `HTTP/1.1 ${status}\r\nWWW-Authenticate: Basic realm="b"\r\nContent-Length: 0\r\n\r\n`,
      )
    }
  })
}

async function knownBox(serialNumber: string, url: string): Promise<RawBox> {
  const box = await RawBox.connect(acs, serialNumber)
  const parameter = (name: string, value: string) =>
    `<ParameterValueStruct><Name>Device.${name}</Name><Value xsi:type="xsd:string">${value}</Value></ParameterValueStruct>`
  const inform = informBody(serialNumber).replace(
    '<ParameterValueStruct>',
    `${parameter('ManagementServer.ConnectionRequestURL', url)}<ParameterValueStruct>`,
  )
  await box.post(envelope('1', inform))
  await box.post('')
  box.cookie = ''
  return box
}

async function start(status: string): Promise<void> {
  acs = await startAcs()
  port = await basicOnly(status)
  const login = { username: 'acs', password: 'secret' }
  await acs.call('credentials.set', { scope: { kind: 'default' }, direction: 'connectionRequest', ...login })
}

const authorizations = () => port.requests.filter((head) => /^authorization:/im.test(head))
const waiting =
  (code: string) =>
  ({ name, data }: { name: string; data: unknown }) =>
    name === 'job.changed' && (data as Job).notice?.code === code

it('sends no password by Basic unasked; the waiting job calls at once when it is allowed, until it is taken back', async () => {
  await start('401 Unauthorized')
  const box = await knownBox('B1', port.url)
  const refused = acs.event(waiting('CONNECTION_REQUEST_BASIC_ONLY'))
  const jobId = await box.startRead(['Device.DeviceInfo.UpTime'])
  const { data } = await refused
  expect((data as Job).notice?.remedy).toBe('allowBasic')
  expect(authorizations()).toEqual([])

  const called = acs.event(({ name, data: job }) => name === 'job.changed' && (job as Job).step === 'calledBox')
  const scope = { kind: 'device', deviceId: box.deviceId } as const
  const consent = await acs.call('basicConsents.allow', { scope })
  await called
  expect(authorizations()).toHaveLength(1)
  await acs.call('jobs.cancel', { id: jobId })

  // Another box of the same model has not been spoken of.
  const other = await knownBox('B2', port.url)
  const toOther = await acs.call('reach.call', { id: other.deviceId })
  expect(toOther).toMatchObject({ isTaken: false, error: { code: 'CONNECTION_REQUEST_BASIC_ONLY' } })
  await acs.call('basicConsents.allow', { scope: { kind: 'model', model: '0A0B0C-BOX' } })
  expect(await acs.call('reach.call', { id: other.deviceId })).toMatchObject({ isTaken: true })

  for (const { id } of await acs.call('basicConsents.list', {})) await acs.call('basicConsents.revoke', { id })
  expect(await acs.call('basicConsents.list', {})).toEqual([])
  expect((await acs.call('reach.call', { id: box.deviceId })).error.code).toBe('CONNECTION_REQUEST_BASIC_ONLY')
  await expect(acs.call('basicConsents.revoke', { id: consent.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it.each([false, true])('a bait, 200 and a challenge in one go, gets no password (consent %s)', async (isAllowed) => {
  await start('200 OK')
  const box = await knownBox('B1', port.url)
  if (isAllowed) await acs.call('basicConsents.allow', { scope: { kind: 'device', deviceId: box.deviceId } })
  expect(await acs.call('reach.call', { id: box.deviceId })).toMatchObject({ isTaken: true })
  expect(authorizations()).toEqual([])
})
