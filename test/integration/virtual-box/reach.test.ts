import { createHash, createHmac } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { describe, expect, it } from 'vitest'
import { onCleanup, startBench, until } from '../../support/bench-box.ts'
import { eventsOf, setValues, valueIn } from '../../support/script-acs.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const credentials = {
  'Device.ManagementServer.ConnectionRequestUsername': 'acs',
  'Device.ManagementServer.ConnectionRequestPassword': 'secret',
}

/** Signs a GET as an ACS does, from the challenge. */
function authorize(challenge: string, uri: string, password: string): string {
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? ''
  const ha1 = md5(`acs:${part('realm')}:${password}`)
  const response = md5(`${ha1}:${part('nonce')}:00000001:c1:auth:${md5(`GET:${uri}`)}`)
  return `Digest username="acs", realm="${part('realm')}", nonce="${part('nonce')}", uri="${uri}", qop=auth, nc=00000001, cnonce="c1", response="${response}"`
}

async function requestWithDigest(url: string, password: string): Promise<number> {
  const first = await fetch(url)
  expect(first.status).toBe(401)
  const challenge = first.headers.get('www-authenticate') ?? ''
  const answer = await fetch(url, { headers: { authorization: authorize(challenge, new URL(url).pathname, password) } })
  expect(await answer.text()).toBe('')
  return answer.status
}

describe('HTTP connection request', () => {
  it('takes the right digest and opens a session with event 6', async () => {
    const { acs, box } = await startBench([], { values: credentials })
    await acs.wait('Inform')
    expect(await requestWithDigest(box.state.connectionRequestUrl, 'secret')).toBe(200)
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['6 CONNECTION REQUEST'])
  })

  it('refuses a wrong password, a made-up nonce, another path, another method; none opens a session', async () => {
    const { acs, box, events } = await startBench([], { values: credentials })
    await acs.wait('Inform')
    const url = box.state.connectionRequestUrl
    expect(await requestWithDigest(url, 'wrong')).toBe(401)
    const forged = authorize('realm="r", nonce="made-up"', new URL(url).pathname, 'secret')
    expect((await fetch(url, { headers: { authorization: forged } })).status).toBe(401)
    expect((await fetch(`${url}x`)).status).toBe(404)
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
    expect(events.filter(({ kind }) => kind === 'connectionRequest')).toHaveLength(2)
    expect(acs.all('Inform')).toHaveLength(1)
  })

  it('needs no credentials when it has none, uses new ones as soon as they are set', async () => {
    const { acs, box } = await startBench([
      setValues([
        ['Device.ManagementServer.ConnectionRequestUsername', 'string', 'acs'],
        ['Device.ManagementServer.ConnectionRequestPassword', 'string', 'new'],
      ]),
    ])
    await acs.wait('SetParameterValuesResponse')
    expect(await requestWithDigest(box.state.connectionRequestUrl, 'new')).toBe(200)
  })

  it('in mid-session is answered, and served by one more session afterwards', async () => {
    const { acs, box } = await startBench()
    let release: () => void = () => undefined
    acs.intercept = ({ body }, response) => {
      if (body !== '' || acs.all('Inform').length > 1) {
        return false
      }
      release = () => void response.writeHead(204).end()
      return true
    }
    await acs.wait('')
    expect((await fetch(box.state.connectionRequestUrl)).status).toBe(200)
    expect((await fetch(box.state.connectionRequestUrl)).status).toBe(200)
    expect(acs.all('Inform')).toHaveLength(1)
    release()
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['6 CONNECTION REQUEST'])
    await until(() => !box.state.isInSession)
    expect(acs.all('Inform')).toHaveLength(2)
  })

  it('busyConnectionRequest: turns the first ones away with 503', async () => {
    const { acs, box } = await startBench([], { quirks: { busyConnectionRequest: 2 } })
    await acs.wait('Inform')
    const answers = [0, 1, 2].map(async () => (await fetch(box.state.connectionRequestUrl)).status)
    expect((await Promise.all(answers)).toSorted()).toEqual([200, 503, 503])
  })

  it('closesAfterChallenge: hangs up after its 401', async () => {
    const { box } = await startBench([], { values: credentials, quirks: { closesAfterChallenge: true } })
    await until(() => box.state.power === 'on')
    const answer = await fetch(box.state.connectionRequestUrl)
    expect(answer.headers.get('connection')).toBe('close')
  })
})

interface StunServer {
  readonly port: number
  readonly socket: Socket
  readonly requests: { message: Buffer; port: number }[]
}

/** A STUN server for one test; `answer` makes the reply to a Binding Request. */
async function startStun(answer: (message: Buffer, port: number) => Buffer): Promise<StunServer> {
  const socket = createSocket('udp4')
  const requests: StunServer['requests'] = []
  socket.on('message', (message, from) => {
    requests.push({ message, port: from.port })
    socket.send(answer(message, from.port), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onCleanup(() => new Promise<void>((resolve) => socket.close(() => resolve())))
  return { port: socket.address().port, socket, requests }
}

function mapped(message: Buffer, port: number, address = [127, 0, 0, 1]): Buffer {
  const reply = Buffer.concat([
    Buffer.from('0101000c', 'hex'),
    message.subarray(4, 20),
    Buffer.from('000100080001', 'hex'),
  ])
  const end = Buffer.alloc(6)
  end.writeUInt16BE(port, 0)
  end.set(address, 2)
  return Buffer.concat([reply, end])
}

const stunValues = (port: number): Readonly<Record<string, string>> => ({
  ...credentials,
  'Device.ManagementServer.STUNEnable': '1',
  'Device.ManagementServer.STUNServerAddress': '127.0.0.1',
  'Device.ManagementServer.STUNServerPort': String(port),
  'Device.ManagementServer.STUNMinimumKeepAlivePeriod': '10',
})

describe('STUN heartbeat and UDP connection request', () => {
  it('keeps its binding alive, says when it changed, and reports the address', async () => {
    const server = await startStun((message, port) => mapped(message, port))
    const { box } = await startBench([], { values: stunValues(server.port), timeScale: 0.01 })
    await until(() => server.requests.length >= 4)
    const [first, second] = server.requests
    expect(first?.message.toString('latin1')).toContain('dslforum.org/TR-111 ')
    expect(second?.message.subarray(-4).toString('hex')).toBe('c0020000')
    expect(box.state.udpConnectionRequestAddress).toBe(`127.0.0.1:${first?.port}`)
    expect(box.getParameter('Device.ManagementServer.NATDetected')).toBe('0')
  })

  it('sees a NAT, and tells a watched address at once', async () => {
    let port = 40_000
    const server = await startStun((message) => mapped(message, port, [203, 0, 113, 7]))
    const path = 'Device.ManagementServer.UDPConnectionRequestAddress'
    const watch =
      '<cwmp:SetParameterAttributes><ParameterList SOAP-ENC:arrayType="cwmp:SetParameterAttributesStruct[1]"><SetParameterAttributesStruct>' +
      `<Name>${path}</Name><NotificationChange>1</NotificationChange><Notification>2</Notification><AccessListChange>0</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[0]"/>` +
      '</SetParameterAttributesStruct></ParameterList></cwmp:SetParameterAttributes>'
    const { acs, box } = await startBench([watch], { values: stunValues(server.port), timeScale: 0.01 })
    await acs.wait('SetParameterAttributesResponse')
    await until(() => box.getParameter('Device.ManagementServer.NATDetected') === '1' && !box.state.isInSession)
    const before = acs.all('Inform').length
    port = 40_001
    const inform = await acs.wait('Inform', before + 1)
    expect(eventsOf(inform)).toEqual(['4 VALUE CHANGE'])
    expect(valueIn(inform, path)).toBe('203.0.113.7:40001')
  })

  it('signs after a 401', async () => {
    const server = await startStun((message, port) =>
      message.includes(Buffer.from('00080014', 'hex'))
        ? mapped(message, port)
        : Buffer.concat([
            Buffer.from('01110008', 'hex'),
            message.subarray(4, 20),
            Buffer.from('0009000400000401', 'hex'),
          ]),
    )
    const values = {
      ...stunValues(server.port),
      'Device.ManagementServer.STUNUsername': 'stun',
      'Device.ManagementServer.STUNPassword': 'pw',
    }
    const { box } = await startBench([], { values })
    await until(() => box.state.udpConnectionRequestAddress !== '')
    const signed = server.requests[1]?.message ?? Buffer.alloc(0)
    const text = signed.subarray(0, -24)
    const filled = Buffer.concat([text, Buffer.alloc((64 - (text.length % 64)) % 64)])
    expect(signed.subarray(-20)).toEqual(createHmac('sha1', 'pw').update(filled).digest())
  })

  it('opens a session for a signed datagram, once for its copies, not for a forged one', async () => {
    const { acs, box, events } = await startBench([], { values: credentials })
    await acs.wait('Inform')
    const address = box.state.udpConnectionRequestAddress
    const [host = '', port = ''] = address.split(':')
    const socket = createSocket('udp4')
    onCleanup(() => new Promise<void>((resolve) => socket.close(() => resolve())))
    const datagram = (ts: number, password: string) => {
      const sig = createHmac('sha1', password).update(`${ts}1acsabc`).digest('hex').toUpperCase()
      return `GET http://${address}?ts=${ts}&id=1&un=acs&cn=abc&sig=${sig} HTTP/1.1\r\nHost: ${address}\r\n\r\n`
    }
    socket.send(datagram(100, 'forged'), Number(port), host)
    for (let i = 0; i < 3; i += 1) {
      socket.send(datagram(101, 'secret'), Number(port), host)
    }
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['6 CONNECTION REQUEST'])
    await until(() => events.some((event) => event.kind === 'error'))
    expect(events.filter(({ kind }) => kind === 'connectionRequest')).toHaveLength(1)
  })

  it('starts and stops the heartbeat as the ACS says', async () => {
    const server = await startStun((message, port) => mapped(message, port))
    const { acs } = await startBench([
      setValues([
        ['Device.ManagementServer.STUNServerAddress', 'string', '127.0.0.1'],
        ['Device.ManagementServer.STUNServerPort', 'unsignedInt', String(server.port)],
        ['Device.ManagementServer.STUNEnable', 'boolean', '1'],
      ]),
    ])
    await acs.wait('SetParameterValuesResponse')
    await until(() => server.requests.length === 2)
  })
})
