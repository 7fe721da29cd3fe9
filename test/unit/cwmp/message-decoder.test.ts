import { afterEach, expect, it } from 'vitest'
import { decodeMessage, type EncodedMessage } from '../../../src-main/cwmp/decode-message.ts'
import { MessageDecoder } from '../../../src-main/cwmp/message-decoder.ts'
import { valuesBody } from '../../support/bodies.ts'

const message = (values: number): EncodedMessage => ({
  bytes: new TextEncoder().encode(valuesBody(values)),
  encoding: undefined,
  contentType: 'text/xml',
})

const decoder = new MessageDecoder()
afterEach(() => decoder.stop())

it('decodes small messages at once', () => {
  expect(decoder.decode(message(10))).toEqual(decodeMessage(message(10)))
})

it('decodes large messages elsewhere, to the same, in their order', async () => {
  const sizes = [4000, 3000, 2000]
  const decoded = await Promise.all(sizes.map((size) => decoder.decode(message(size))))
  expect(decoded).toEqual(sizes.map((size) => decodeMessage(message(size))))
})

it('gives up a message that breaks the thread, and goes on with the next', async () => {
  const broken = { ...message(1), bytes: { byteLength: 1e9 } as Uint8Array }
  const all = [decoder.decode(message(3000)), decoder.decode(broken), decoder.decode(message(3000))]
  expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(['message', 'problem', 'message'])
})

it('answers what waits when it is stopped', async () => {
  const waiting = decoder.decode(message(20_000))
  await decoder.stop()
  expect(await waiting).toEqual({ kind: 'problem', code: 'tooLarge' })
})
