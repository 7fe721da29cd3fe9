import { describe, expect, it } from 'vitest'
import { parseQuirk } from '../../../src-main/virtual-box/cli.ts'
import { addEvent, afterFailure, afterReboot, inOrder } from '../../../src-main/virtual-box/events.ts'
import { cookieHeader, storeCookies } from '../../../src-main/virtual-box/http/cookies.ts'
import { encodeGbk } from '../../../src-main/virtual-box/http/gbk.ts'
import { boxFacts } from '../../../src-main/virtual-box/model/facts.ts'
import { periodicDelay } from '../../../src-main/virtual-box/periodic.ts'
import { decodeStunAnswer, encodeBindingRequest } from '../../../src-main/virtual-box/reach/stun-message.ts'
import { checkUdpRequest } from '../../../src-main/virtual-box/reach/udp-request.ts'
import { drawWait, retryRange } from '../../../src-main/virtual-box/retry.ts'
import { parseXml, XmlError } from '../../../src-main/virtual-box/soap/xml.ts'
import { buildImage, checkImage } from '../../../src-main/virtual-box/transfer/firmware-image.ts'

describe('session retry (TR-069 3.2.1.1)', () => {
  it.each([
    [1, 5, 10],
    [2, 10, 20],
    [3, 20, 40],
    [4, 40, 80],
    [5, 80, 160],
    [6, 160, 320],
    [7, 320, 640],
    [8, 640, 1280],
    [9, 1280, 2560],
    [10, 2560, 5120],
    [25, 2560, 5120],
  ])('after failure %i waits %i to %i s', (attempt, min, max) => {
    expect(retryRange(attempt)).toEqual({ min, max })
    const wait = drawWait({ min, max })
    expect(wait).toBeGreaterThanOrEqual(min)
    expect(wait).toBeLessThanOrEqual(max)
  })

  it('follows the parameters', () => expect(retryRange(3, 10, 3000)).toEqual({ min: 90, max: 270 }))
})

describe('UDP connection request', () => {
  const who = { username: 'acs', password: 'secret' }
  const request = (changes: Readonly<Record<string, string>> = {}) => {
    const query = {
      ts: '1700000000',
      id: '1',
      un: 'acs',
      cn: '0123456789abcdef',
      sig: '0D1BBAF18DD8975930B8C735E1D262E13E20AA74',
      ...changes,
    }
    return `GET http://192.168.1.20:40000?${new URLSearchParams(query).toString()} HTTP/1.1\r\nHost: 192.168.1.20:40000\r\n\r\n`
  }

  it('takes the vector of spec 04', () => {
    expect(checkUdpRequest(request(), who, undefined)).toEqual({
      kind: 'accepted',
      request: { ts: 1_700_000_000, id: '1' },
    })
  })

  it('takes the signature in lower case', () => {
    const lower = request({ sig: '0d1bbaf18dd8975930b8c735e1d262e13e20aa74' })
    expect(checkUdpRequest(lower, who, undefined).kind).toBe('accepted')
  })

  it.each([
    ['another user', request({ un: 'you' }), undefined],
    ['a wrong signature', request({ sig: '0D1BBAF18DD8975930B8C735E1D262E13E20AA75' }), undefined],
    ['a later time without a new signature', request({ ts: '1700000001' }), undefined],
    ['a missing nonce', request({ cn: '' }), undefined],
    ['its own copy', request(), { ts: 1_700_000_000, id: '1' }],
    ['an older one', request(), { ts: 1_700_000_009, id: '7' }],
    ['a path before the query', request().replace('?', '/?'), undefined],
    ['a POST', request().replace('GET', 'POST'), undefined],
  ])('drops %s', (_, datagram, last) => expect(checkUdpRequest(datagram, who, last).kind).toBe('dropped'))
})

describe('STUN', () => {
  const transactionId = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')

  it('encodes the request vector of spec 04', () => {
    expect(encodeBindingRequest({ transactionId, isChange: false }).toString('hex')).toBe(
      '00010018000102030405060708090a0b0c0d0e0fc001001464736c666f72756d2e6f72672f54522d31313120',
    )
  })

  it('adds BINDING-CHANGE without a value', () => {
    expect(encodeBindingRequest({ transactionId, isChange: true }).toString('hex').endsWith('c0020000')).toBe(true)
  })

  it('signs last, user name padded to a multiple of four', () => {
    const message = encodeBindingRequest({
      transactionId,
      isChange: false,
      credentials: { username: 'ab', password: 'pw' },
    })
    expect(message.subarray(20, 28).toString('hex')).toBe('0006000461622020')
    expect(message.readUInt16BE(message.length - 24)).toBe(0x0008)
    expect(message.readUInt16BE(2)).toBe(message.length - 20)
  })

  it('reads the response vector of spec 04, and a 401', () => {
    const mapped = Buffer.from('0101000c000102030405060708090a0b0c0d0e0f0001000800019c40c0a80114', 'hex')
    expect(decodeStunAnswer(mapped)).toMatchObject({ kind: 'mapped', address: '192.168.1.20', port: 40_000 })
    const error = Buffer.from('01110008000102030405060708090a0b0c0d0e0f0009000400000401', 'hex')
    expect(decodeStunAnswer(error)).toMatchObject({ kind: 'error', code: 401 })
    expect(decodeStunAnswer(Buffer.from('0101'))).toBeUndefined()
  })
})

describe('XML reader', () => {
  it('reads prefixes, CDATA, entities and comments', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><a:R xmlns:a="urn:x" t=\'1\'><V><![CDATA[<&>]]>&#x4E2D;&amp;</V></a:R>',
    )
    expect(root).toMatchObject({ name: 'R', namespace: 'urn:x' })
    expect(root.attributes.get('t')).toBe('1')
    expect(root.children[0]?.text).toBe('<&>中&')
  })

  it.each(['<a><b></a>', '<a>', '<a b=1/>', '<a/><b/>', 'x<a/>', '<a>&nope;</a>', '<x:a/>', '', '<a>1 < 2</a>'])(
    'refuses %s',
    (source) => expect(() => parseXml(source)).toThrow(XmlError),
  )
})

describe('events', () => {
  const all = [
    '0 BOOTSTRAP',
    '1 BOOT',
    '2 PERIODIC',
    '4 VALUE CHANGE',
    '6 CONNECTION REQUEST',
    '7 TRANSFER COMPLETE',
    'M Reboot',
    'X CT-COM ALARM',
  ]
  const entries = all.map((code) => ({ code, commandKey: '' }))
  const codes = (events: readonly { code: string }[]) => events.map(({ code }) => code)

  it('keeps over a reboot what the standard keeps', () => {
    expect(codes(afterReboot(entries))).toEqual(['0 BOOTSTRAP', '2 PERIODIC', '7 TRANSFER COMPLETE', 'M Reboot'])
  })

  it('does not retry a connection request', () => {
    expect(codes(afterFailure(entries))).not.toContain('6 CONNECTION REQUEST')
    expect(afterFailure(entries)).toHaveLength(all.length - 1)
  })

  it('lists single events once, M events per key, BOOTSTRAP alone', () => {
    const twice = addEvent(addEvent([], '2 PERIODIC'), '2 PERIODIC')
    expect(twice).toHaveLength(1)
    const keyed = addEvent(addEvent(twice, 'M Download', 'a'), 'M Download', 'b')
    expect(keyed).toHaveLength(3)
    expect(codes(addEvent(keyed, '0 BOOTSTRAP'))).toEqual(['0 BOOTSTRAP'])
  })

  it('orders numbers first', () => {
    expect(
      codes(
        inOrder([
          { code: 'M Reboot', commandKey: '' },
          { code: '10 X', commandKey: '' },
          { code: '1 BOOT', commandKey: '' },
        ]),
      ),
    ).toEqual(['1 BOOT', '10 X', 'M Reboot'])
  })
})

describe('firmware image', () => {
  const box = { productClass: 'STB-4K200', hardwareVersion: 'HW2.1' }
  const image = buildImage({ ...box, version: 'V9' }, 1000)

  it('is taken by the box it is for', () => expect(checkImage(image, box)).toEqual({ kind: 'good', version: 'V9' }))

  it.each([
    ['cut short', image.subarray(0, 900), 9018],
    [
      'with a changed byte',
      Buffer.concat([image.subarray(0, 200), Buffer.of(1 ^ (image[200] ?? 0)), image.subarray(201)]),
      9018,
    ],
    ['of zeros', Buffer.alloc(500), 9018],
    ['for another product', buildImage({ ...box, productClass: 'OTHER', version: 'V9' }, 10), 9019],
    ['for another hardware', buildImage({ ...box, hardwareVersion: 'HW1', version: 'V9' }, 10), 9019],
  ])('%s is refused', (_, bytes, fault) => expect(checkImage(bytes, box)).toMatchObject({ kind: 'bad', fault }))
})

describe('small things', () => {
  it('gives each index its own, lasting identity', () => {
    const [one, two] = [1, 2].map((index) => boxFacts('stb', index, '127.0.0.1', ''))
    expect(one).toEqual(boxFacts('stb', 1, '127.0.0.1', ''))
    expect(one?.serialNumber).not.toBe(two?.serialNumber)
    expect(one?.macAddress).toMatch(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/)
  })

  it('keeps cookies and drops expired ones', () => {
    const cookies = new Map<string, string>()
    storeCookies(cookies, ['a=1; Path=/', 'b=2'])
    storeCookies(cookies, ['a=; Max-Age=0'])
    expect(cookieHeader(cookies)).toBe('b=2')
  })

  it('encodes GBK', () => {
    expect(encodeGbk('演示A').toString('hex')).toBe('d1ddcabe41')
    expect(new TextDecoder('gbk').decode(encodeGbk('频道播放超时'))).toBe('频道播放超时')
  })

  it('reads quirks from the command line', () => {
    expect(parseQuirk('noCookies')).toEqual({ noCookies: true })
    expect(parseQuirk('gpvLimit=10')).toEqual({ gpvLimit: 10 })
    expect(parseQuirk('booleanForm=true')).toEqual({ booleanForm: 'true' })
    expect(() => parseQuirk('nonsense')).toThrow('no quirk')
  })
})

describe('periodic Inform', () => {
  const now = new Date('2024-07-01T00:10:00Z')
  it.each([
    ['0001-01-01T00:00:00Z', 3600],
    ['', 3600],
    ['2024-07-01T00:00:00Z', 3000],
    ['2030-01-01T00:15:00Z', 300],
  ])('with PeriodicInformTime %s comes in %i s', (phase, seconds) => {
    expect(periodicDelay(3600, phase, now)).toBe(seconds)
  })
})
