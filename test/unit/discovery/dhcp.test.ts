import { describe, expect, it } from 'vitest'
import { encodeOption43, encodeOption125, readIdentity } from '../../../src-main/discovery/dhcp/acs-options.ts'
import { factOfDhcp } from '../../../src-main/discovery/dhcp/dhcp-facts.ts'
import { type DhcpMessage, dhcpOptions, encodeDhcp, parseDhcp } from '../../../src-main/discovery/dhcp/dhcp-message.ts'
import { seeded } from '../../random.ts'

const option = (code: number, data: Buffer): [number, Buffer] => [code, data]
const suboptions = (...parts: [number, string][]) =>
  Buffer.concat(parts.map(([code, text]) => Buffer.concat([Buffer.from([code, text.length]), Buffer.from(text)])))
const vendor = (enterprise: number, data: Buffer) => {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(enterprise, 0)
  head.writeUInt8(data.length, 4)
  return Buffer.concat([head, data])
}
const discover = (...options: [number, Buffer][]): Omit<DhcpMessage, 'type'> => ({
  op: 'request',
  transactionId: 0x1234abcd,
  seconds: 3,
  isBroadcast: true,
  clientAddress: '0.0.0.0',
  yourAddress: '0.0.0.0',
  serverAddress: '0.0.0.0',
  relayAddress: '0.0.0.0',
  mac: '00:E0:FC:01:02:03',
  options: new Map([option(dhcpOptions.messageType, Buffer.from([1])), ...options]),
})

describe('DHCP messages', () => {
  it('go out and come back', () => {
    const message = discover(option(12, Buffer.from('stb')), option(43, Buffer.alloc(300, 7)))
    const bytes = encodeDhcp(message)
    expect(parseDhcp(bytes)).toEqual({ ...message, type: 1 })
    expect(encodeDhcp(discover()).length).toBe(300)
  })

  it('are told from anything else', () => {
    expect(parseDhcp(Buffer.alloc(300))).toBeNull()
    expect(parseDhcp(Buffer.alloc(10))).toBeNull()
  })

  it('never throw (2,000 cases)', () => {
    const random = seeded(67)
    const whole = encodeDhcp(
      discover(
        option(60, Buffer.from('dslforum.org')),
        option(125, vendor(3561, suboptions([1, '00E0FC'], [2, 'SN-1']))),
      ),
    )
    for (let n = 0; n < 2000; n++) {
      const bytes = random.below(4) ? Buffer.from(whole) : random.bytes(random.below(400))
      for (let k = 0; k < 6 && bytes.length > 0; k++) bytes[236 + random.below(64)] = random.below(256)
      const message = parseDhcp(bytes.subarray(0, random.below(4) ? bytes.length : random.below(bytes.length + 1)))
      if (message) factOfDhcp(message, 0)
    }
  })
})

describe('what a box says of itself', () => {
  it('asks for its ACS by option 60 or 124', () => {
    expect(readIdentity(new Map([option(60, Buffer.from('dslforum.org\0'))])).asksForAcs).toBe(true)
    expect(readIdentity(new Map([option(124, vendor(3561, Buffer.from('dslforum.org')))])).asksForAcs).toBe(true)
    expect(readIdentity(new Map([option(124, vendor(9, Buffer.from('dslforum.org')))])).asksForAcs).toBe(false)
  })

  it('names itself by Annex F, or as TR-124 numbers it', () => {
    const annexF = vendor(3561, suboptions([1, '00E0FC'], [2, 'SN-4711'], [3, 'STB']))
    expect(readIdentity(new Map([option(125, annexF)]))).toMatchObject({
      oui: '00E0FC',
      serial: 'SN-4711',
      productClass: 'STB',
    })
    const tr124 = Buffer.concat([
      vendor(9, Buffer.from('xx')),
      vendor(3561, suboptions([1, '00E0FC'], [2, 'IGD'], [3, 'HG8245'], [4, 'SN-4711'])),
    ])
    expect(readIdentity(new Map([option(125, tr124)]))).toMatchObject({ serial: 'SN-4711', productClass: 'HG8245' })
  })

  it('becomes a fact without an address that it only wishes for', () => {
    const message = parseDhcp(
      encodeDhcp(discover(option(60, Buffer.from('HuaweiSTB')), option(50, Buffer.from([192, 168, 1, 50])))),
    )
    expect(message && factOfDhcp(message, 5)).toMatchObject({
      mac: '00:E0:FC:01:02:03',
      model: 'HuaweiSTB',
      kind: 'box',
      address: undefined,
      claimed: '192.168.1.50',
    })
  })
})

describe('what a server tells', () => {
  it('encodes the example of the specification', () => {
    const url = 'http://192.168.1.10:7547/cwmp'
    expect(encodeOption43(url).toString('hex')).toBe('011d687474703a2f2f3139322e3136382e312e31303a373534372f63776d70')
    expect(encodeOption43(url, 'text').toString()).toBe(url)
    expect(encodeOption125(url).toString('hex')).toBe(`00000de91f0b1d${Buffer.from(url).toString('hex')}`)
  })
})
