import { describe, expect, it } from 'vitest'
import { buildQuery, dnsTypes, parseResponse } from '../../../src-main/discovery/mdns/dns-message.ts'
import { factOfRecords } from '../../../src-main/discovery/mdns/mdns-facts.ts'
import { seeded } from '../../random.ts'

const name = (text: string) =>
  Buffer.concat([
    ...text.split('.').map((label) => Buffer.concat([Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)])),
    Buffer.from([0]),
  ])
function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt32BE(120, 4)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, head, data])
}
function response(...records: Buffer[]): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(0x8400, 2)
  header.writeUInt16BE(records.length, 6)
  return Buffer.concat([header, ...records])
}
const srv = (port: number, target: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, 0, port >> 8, port & 255]), target])
const txt = (...entries: string[]) =>
  Buffer.concat(entries.map((one) => Buffer.concat([Buffer.from([one.length]), Buffer.from(one)])))

const cast = response(
  record(name('_googlecast._tcp.local'), dnsTypes.ptr, name('box-1._googlecast._tcp.local')),
  record(name('box-1._googlecast._tcp.local'), dnsTypes.txt, txt('md=UIW4020', 'fn=Wohnzimmer', 'flag')),
  record(name('box-1._googlecast._tcp.local'), dnsTypes.srv, srv(8009, name('android.local'))),
  record(name('android.local'), dnsTypes.a, Buffer.from([192, 168, 1, 30])),
)

describe('mDNS', () => {
  it('reads the records of an answer', () => {
    expect(parseResponse(cast)).toEqual([
      { type: 'ptr', name: '_googlecast._tcp.local', target: 'box-1._googlecast._tcp.local' },
      {
        type: 'txt',
        name: 'box-1._googlecast._tcp.local',
        entries: new Map([
          ['md', 'UIW4020'],
          ['fn', 'Wohnzimmer'],
        ]),
      },
      { type: 'srv', name: 'box-1._googlecast._tcp.local', target: 'android.local', port: 8009 },
      { type: 'a', name: 'android.local', address: '192.168.1.30' },
    ])
  })

  it('folds them into what they say of the sender', () => {
    expect(factOfRecords(parseResponse(cast), '192.168.1.30')).toEqual({
      address: '192.168.1.30',
      name: 'Wohnzimmer',
      model: 'UIW4020',
      manufacturer: '',
    })
    expect(factOfRecords(parseResponse(cast), '192.168.1.99')).toBeNull()
    const workstation = response(
      record(name('pc [00:11:22:33:44:55]._workstation._tcp.local'), dnsTypes.srv, srv(9, name('pc.local'))),
    )
    expect(factOfRecords(parseResponse(workstation), '10.0.0.1')).toMatchObject({ name: 'pc' })
    expect(factOfRecords([], '10.0.0.1')).toBeNull()
  })

  it('follows pointers backwards only', () => {
    const owner = name('android.local')
    const pointer = Buffer.from([0xc0, 12])
    const twice = response(
      record(owner, dnsTypes.a, Buffer.from([1, 2, 3, 4])),
      record(pointer, dnsTypes.a, Buffer.from([1, 2, 3, 4])),
    )
    expect(parseResponse(twice).map((one) => one.name)).toEqual(['android.local', 'android.local'])
    const loop = response(record(Buffer.from([0xc0, 12]), dnsTypes.a, Buffer.from([1, 2, 3, 4])))
    expect(parseResponse(loop)).toEqual([])
  })

  it('asks a question that is none to itself', () => {
    const query = buildQuery(['_http._tcp.local'], true)
    expect(query.subarray(12).toString('hex')).toBe('055f68747470045f746370056c6f63616c00000c8001')
    expect(parseResponse(query)).toEqual([])
  })

  it('never throws (2,000 cases)', () => {
    const random = seeded(5353)
    for (let n = 0; n < 2000; n++) {
      const bytes = random.below(3) ? Buffer.from(cast) : random.bytes(random.below(200))
      for (let k = 0; k < 6 && bytes.length > 0; k++) bytes[random.below(bytes.length)] = random.below(256)
      factOfRecords(parseResponse(bytes.subarray(0, random.below(bytes.length + 1))), '192.168.1.30')
    }
  })
})
