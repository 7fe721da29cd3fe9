import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isIntegrityRight } from '../../../src-main/reach/stun/integrity.ts'
import {
  decodeAddress,
  decodeStun,
  encodeAddress,
  encodeStun,
  encodeXorAddress,
  findAttribute,
  type StunAttribute,
  stunAttributes,
  stunTypes,
} from '../../../src-main/reach/stun/message.ts'
import { decideStun, type StunDecision } from '../../../src-main/reach/stun/responder.ts'
import { seeded } from '../../random.ts'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')
const oldId = hex('000102030405060708090a0b0c0d0e0f')
const newId = hex('2112a442b7e7a701bc34d686fa87dfae')
const source = { address: '192.168.1.20', port: 40_000 }
const own = { address: '192.168.1.10', port: 3478 }
const binding = { type: stunAttributes.connectionRequestBinding, value: Buffer.from('dslforum.org/TR-111 ') }
const bindingChange = { type: stunAttributes.bindingChange, value: Buffer.alloc(0) }
const text = (type: number, value: string): StunAttribute => ({ type, value: Buffer.from(value) })
const request = (attributes: StunAttribute[] = [], id = oldId) => encodeStun(stunTypes.bindingRequest, id, attributes)

function answered(decision: StunDecision) {
  if (decision.kind !== 'answer') throw new Error(`not answered: ${decision.reason}`)
  const message = decodeStun(decision.bytes)
  if (!message) throw new Error('the answer is no STUN')
  const address = (type: number) => decodeAddress(findAttribute(message, type) ?? Buffer.alloc(0))
  return { ...decision, message, address, types: message.attributes.map(({ type }) => type) }
}

describe('codec', () => {
  it('vectors of spec/04', () => {
    const vector = hex('00010018 000102030405060708090a0b0c0d0e0f c0010014 64736c666f72756d2e6f72672f54522d31313120')
    expect(request([binding])).toEqual(vector)
    expect(decodeStun(vector)).toMatchObject({ type: 1, hasCookie: false, attributes: [{ ...binding, offset: 20 }] })
    expect(
      encodeStun(stunTypes.bindingResponse, oldId, [
        { type: stunAttributes.mappedAddress, value: encodeAddress(source) },
      ]),
    ).toEqual(hex('0101000c 000102030405060708090a0b0c0d0e0f 00010008 0001 9c40 c0a80114'))
  })

  it('vectors of RFC 5769 2.2 and 2.3', () => {
    const v4 = { address: '192.0.2.1', port: 32_853 }
    const v6 = { address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32_853 }
    expect(encodeXorAddress(v4, newId)).toEqual(hex('0001a147e112a643'))
    expect(encodeXorAddress(v6, newId)).toEqual(hex('0002a147 0113a9faa5d3f179bc25f4b5bed2b9d9'))
  })

  it.each<[string, string]>([
    ['2001:db8::1', '20010db8000000000000000000000001'],
    ['::', '00000000000000000000000000000000'],
    ['fe80::1%eth0', 'fe800000000000000000000000000001'],
    ['::ffff:1.2.3.4', '00000000000000000000ffff01020304'],
  ])('IPv6 %s', (address, bytes) => {
    expect(encodeAddress({ address, port: 1 }).subarray(4)).toEqual(hex(bytes))
  })

  const nineteen = 'dslforum.org/TR-111'
  it.each<[string, string, number]>([
    ['padded', `c0010013${Buffer.from(nineteen).toString('hex')}00 c0020000`, 2],
    ['not padded', `c0010013${Buffer.from(nineteen).toString('hex')} c0020000`, 2],
    ['last one not padded', `c0010013${Buffer.from(nineteen).toString('hex')}`, 1],
  ])('19 bytes, %s', (_name, body, count) => {
    const bytes = hex(body)
    const length = bytes.length.toString(16).padStart(4, '0')
    const message = decodeStun(Buffer.concat([hex(`0001${length}`), oldId, bytes]))
    expect(message?.attributes).toHaveLength(count)
    expect(message && findAttribute(message, stunAttributes.connectionRequestBinding)?.toString()).toBe(nineteen)
  })

  it.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['short', Buffer.alloc(19)],
    ['a connection request', Buffer.from('GET http://192.168.1.20:40000?ts=1 HTTP/1.1\r\n\r\n')],
    ['longer than it is', hex('00010018 000102030405060708090a0b0c0d0e0f c0010014')],
    ['attribute beyond the end', hex('00010004 000102030405060708090a0b0c0d0e0f c0010014')],
  ])('not STUN: %s', (_name, bytes) => {
    expect(decodeStun(bytes)).toBeNull()
  })
})

describe('decideStun', () => {
  it('an old client gets MAPPED-, SOURCE- and CHANGED-ADDRESS', () => {
    const { address, types, to, message } = answered(decideStun(request(), source, { own }))
    expect(types).toEqual([stunAttributes.mappedAddress, stunAttributes.sourceAddress, stunAttributes.changedAddress])
    expect(address(stunAttributes.mappedAddress)).toEqual(source)
    expect(address(stunAttributes.sourceAddress)).toEqual(own)
    expect(to).toEqual(source)
    expect(message).toMatchObject({ type: stunTypes.bindingResponse, transactionId: oldId })
  })

  it('a client with the cookie gets XOR-MAPPED-ADDRESS too', () => {
    const { message, types } = answered(decideStun(request([], newId), source, { own }))
    expect(types).toEqual([stunAttributes.xorMappedAddress, stunAttributes.mappedAddress])
    expect(findAttribute(message, stunAttributes.xorMappedAddress)).toEqual(encodeXorAddress(source, newId))
  })

  it('a heartbeat, with what boxes put into it', () => {
    const username = text(stunAttributes.username, 'box1    ')
    const { heartbeat } = answered(decideStun(request([username, binding, bindingChange]), source, { own }))
    expect(heartbeat).toEqual({
      source,
      username: 'box1',
      isBindingChange: true,
      isMarked: true,
      transactionId: oldId.toString('hex'),
    })
    expect(answered(decideStun(request(), source, { own })).heartbeat).toMatchObject({ source, isMarked: false })
    expect(answered(decideStun(request(), { ...source, address: own.address }, { own })).heartbeat).toBeNull()
    const test = { type: stunAttributes.responseAddress, value: encodeAddress({ ...source, port: 5000 }) }
    expect(answered(decideStun(request([test]), source, { own })).heartbeat).toBeNull()
    const foreign = text(stunAttributes.connectionRequestBinding, 'something else here.')
    expect(answered(decideStun(request([foreign]), source, { own })).heartbeat).toBeNull()
  })

  it('RESPONSE-ADDRESS: another port of the same host only', () => {
    const ask = (to: { address: string; port: number }) =>
      decideStun(request([{ type: stunAttributes.responseAddress, value: encodeAddress(to) }]), source, { own })
    const { to, address } = answered(ask({ ...source, port: 5000 }))
    expect(to).toEqual({ ...source, port: 5000 })
    expect(address(stunAttributes.reflectedFrom)).toEqual(source)
    expect(ask({ address: '192.168.1.99', port: 53 })).toMatchObject({ kind: 'ignore', reason: 'reflection' })
    expect(ask({ ...source, port: 0 })).toMatchObject({ kind: 'ignore', reason: 'reflection' })
  })

  it('CHANGE-REQUEST: no answer, for there is no second address', () => {
    const ask = (flags: number) =>
      decideStun(request([{ type: stunAttributes.changeRequest, value: Buffer.from([0, 0, 0, flags]) }]), source, {
        own,
      })
    expect(ask(2)).toMatchObject({ kind: 'ignore', reason: 'changeRequest' })
    expect(ask(0)).toMatchObject({ kind: 'answer', errorCode: null })
  })

  it('unknown attributes: 420 for those that must be understood', () => {
    const odd = [text(0x7001, 'x'), text(0x9001, 'y')]
    const { errorCode, message } = answered(decideStun(request(odd), source, { own }))
    expect(errorCode).toBe(420)
    expect(message.type).toBe(stunTypes.bindingError)
    expect(findAttribute(message, stunAttributes.errorCode)?.subarray(0, 4)).toEqual(Buffer.from([0, 0, 4, 20]))
    expect(findAttribute(message, stunAttributes.unknownAttributes)).toEqual(hex('70017001'))
    expect(decideStun(request([text(0x9001, 'y')]), source, { own })).toMatchObject({ errorCode: null })
  })

  it.each([stunTypes.bindingResponse, stunTypes.bindingError, 0x0002])('type %i is no request to us', (type) => {
    expect(decideStun(encodeStun(type, oldId, []), source, { own })).toMatchObject({ reason: 'notRequest' })
  })
})

describe('integrity', () => {
  const username = text(stunAttributes.username, 'box1')
  const passwordFor = (name: string) => (name === 'box1' ? 'secret' : null)

  /** A request signed as one of the stacks does it. */
  function signed(length: (bare: number) => number, isPadded: boolean, password = 'secret', id = oldId) {
    const plain = request([username, binding], id)
    plain.writeUInt16BE(length(plain.length - 20), 2)
    const padding = Buffer.alloc(isPadded ? (64 - (plain.length % 64)) % 64 : 0)
    const value = createHmac('sha1', password)
      .update(Buffer.concat([plain, padding]))
      .digest()
    return request([username, binding, { type: stunAttributes.messageIntegrity, value }], id)
  }

  it.each<[string, (bare: number) => number, boolean]>([
    ['final length, padded (RFC 3489)', (bare) => bare + 24, true],
    ['final length, not padded (RFC 5389)', (bare) => bare + 24, false],
    ['length without the attribute', (bare) => bare, true],
    ['length 0', () => 0, false],
    ['padding counted in the length', (bare) => Math.ceil((bare + 20) / 64) * 64 - 20, true],
  ])('takes %s', (_name, length, isPadded) => {
    const decision = answered(decideStun(signed(length, isPadded), source, { own, passwordFor }))
    expect(decision).toMatchObject({ errorCode: null, heartbeat: { username: 'box1' } })
    expect(isIntegrityRight(decision.bytes, decision.message, 'secret')).toBe(true)
  })

  it.each<[string, Buffer, number]>([
    ['none', request([binding]), 401],
    ['wrong password', signed((bare) => bare + 24, true, 'wrong'), 431],
    ['no user name', request([{ type: stunAttributes.messageIntegrity, value: Buffer.alloc(20) }]), 432],
    [
      'unknown user',
      request([
        text(stunAttributes.username, 'who?'),
        { type: stunAttributes.messageIntegrity, value: Buffer.alloc(20) },
      ]),
      401,
    ],
  ])('%s', (_name, bytes, code) => {
    const decision = decideStun(bytes, source, { own, passwordFor })
    expect(decision).toMatchObject({ kind: 'answer', errorCode: code, heartbeat: null })
  })

  it('vector of RFC 5769 2.1 (a cookie, unpadded user name, fingerprint behind)', () => {
    const bytes = hex(`0001 0058 2112a442 b7e7a701bc34d686fa87dfae
      8022 0010 5354554e 20746573 7420636c 69656e74
      0024 0004 6e0001ff 8029 0008 932ff9b1 51263b36
      0006 0009 6576746a 3a683676 59202020
      0008 0014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
      8028 0004 e57a3bcf`)
    const message = decodeStun(bytes)
    expect(message && isIntegrityRight(bytes, message, 'VOkJxbRl1RmTxUk/WvJxBt')).toBe(true)
    expect(message && isIntegrityRight(bytes, message, 'other')).toBe(false)
  })
})

it('survives 2,000 damaged datagrams', () => {
  const random = seeded(3489)
  const sound = request([text(stunAttributes.username, 'box1'), binding, bindingChange])
  for (let run = 0; run < 2000; run++) {
    const bytes = run % 4 === 0 ? random.bytes(random.below(80)) : Buffer.from(sound)
    for (let flip = random.below(6); flip >= 0 && bytes.length > 0; flip--)
      bytes[random.below(bytes.length)] = random.below(256)
    const cut = bytes.subarray(0, run % 3 === 0 ? random.below(bytes.length + 1) : bytes.length)
    const decision = decideStun(cut, source, { own, passwordFor: run % 2 ? () => 'x' : undefined })
    if (decision.kind === 'answer') expect(decision.to.address).toBe(source.address)
  }
})
