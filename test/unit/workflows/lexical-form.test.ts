import { describe, expect, it } from 'vitest'
import { meansSame } from '#shared/cwmp/same-value.ts'
import { standardQuirks } from '#shared/model/quirk.ts'
import { alternativeForm, likeBox, taughtBy } from '../../../src-main/workflows/lexical-form.ts'

describe('the form in which a value is sent', () => {
  it.each([
    ['boolean', 'true', '0', {}, '1'],
    ['boolean', '1', 'false', {}, 'true'],
    ['boolean', 'TRUE', null, {}, '1'],
    ['boolean', 'true', '0', { booleanForm: 'word' }, 'true'],
    ['boolean', 'false', 'true', { booleanForm: 'digit' }, '0'],
    ['boolean', 'maybe', '0', {}, 'maybe'],
    ['dateTime', '2026-01-02T03:04:05Z', '2025-01-01T00:00:00.000Z', {}, '2026-01-02T03:04:05.000Z'],
    ['dateTime', '2026-01-02T03:04:05.5+08:00', '2025-01-01T00:00:00Z', {}, '2026-01-02T03:04:05+08:00'],
    ['dateTime', '2026-01-02T03:04:05Z', '0001-01-01T00:00:00Z', {}, '2026-01-02T03:04:05Z'],
    ['dateTime', '2026-01-02T03:04:05Z', null, { dateTimeMilliseconds: 'with' }, '2026-01-02T03:04:05.000Z'],
    ['string', ' true ', '0', {}, ' true '],
    ['unsignedInt', '5', '1', {}, '5'],
  ] as const)('%s %s after %s with %j is %s', (type, value, old, quirks, expected) => {
    expect(likeBox({ value, type }, old, { ...standardQuirks, ...quirks })).toEqual({ value: expected, type })
  })

  it.each([
    ['boolean', '1', 'boolean', { value: 'true', type: 'boolean' }],
    ['boolean', 'false', null, { value: '0', type: 'boolean' }],
    ['dateTime', '2026-01-02T03:04:05Z', 'dateTime', { value: '2026-01-02T03:04:05.000Z', type: 'dateTime' }],
    ['boolean', '1', 'string', { value: '1', type: 'string' }],
    ['string', 'x', 'string', undefined],
    ['string', 'x', null, undefined],
    ['dateTime', '', 'dateTime', undefined],
  ])('of %s %s, own type %s, the other form is %j', (type, value, ownType, expected) => {
    expect(alternativeForm({ value, type }, ownType)).toEqual(expected)
  })

  it('teaches what was accepted', () => {
    expect(taughtBy({ type: 'boolean', value: 'true' })).toEqual({ booleanForm: 'word' })
    expect(taughtBy({ type: 'dateTime', value: '2026-01-02T03:04:05.000Z' })).toEqual({ dateTimeMilliseconds: 'with' })
    expect(taughtBy({ type: 'string', value: 'true' })).toEqual({})
  })
})

describe('whether two values mean the same', () => {
  it.each([
    ['boolean', '1', 'true', true],
    ['boolean', '0', 'true', false],
    ['unsignedInt', '+7', '7', true],
    ['unsignedLong', '18446744073709551615', '18446744073709551614', false],
    ['int', '-0', '0', true],
    ['dateTime', '2026-01-02T08:00:00+08:00', '2026-01-02T00:00:00Z', true],
    ['dateTime', '2026-01-02T08:00:00', '2026-01-02T08:00:00Z', false],
    ['hexBinary', 'AB', 'ab', true],
    ['base64', 'QU\nJD', 'QUJD', true],
    ['string', 'a', 'A', false],
    ['string', 'a ', 'a', false],
    ['boolean', 'x', 'y', false],
  ])('%s %s and %s: %s', (type, a, b, expected) => expect(meansSame(a, b, type)).toBe(expected))
})
