import { describe, expect, it } from 'vitest'
import { type KeptZeroTouchRule, ZeroTouchRule } from '#shared/model/provision.ts'
import type { DeviceFacts } from '#shared/templates/conditions.ts'
import { nextStep, ruleFor, type ZeroTouchPast } from '#shared/templates/zero-touch.ts'

const box: DeviceFacts = {
  manufacturer: 'ACME',
  oui: '00E0FC',
  productClass: 'STB',
  serialNumber: 'F0001',
  modelName: 'STB-1',
  hardwareVersion: 'A',
  softwareVersion: '1.0',
  dataModel: 'tr106',
}
const rule = (more: object = {}): KeptZeroTouchRule => ({
  ...ZeroTouchRule.parse({ id: 'r', template: 't', ...more }),
  changedAt: '2026-01-01T00:00:00.000Z',
})
const past = (more: Partial<ZeroTouchPast> = {}): ZeroTouchPast => ({ firmware: 'none', provision: 'none', ...more })

describe('which rule', () => {
  it('is the first enabled one that means the box and lists it', () => {
    const rules = [
      rule({ id: 'off', enabled: false }),
      rule({ id: 'other', condition: { oui: ['FFFFFF'] } }),
      rule({ id: 'list', rows: [{ serialNumber: ' f0001 ' }] }),
      rule({ id: 'any' }),
    ]
    expect(ruleFor(rules, box)?.id).toBe('list')
    expect(ruleFor(rules, { ...box, serialNumber: 'F0002' })?.id).toBe('any')
    expect(ruleFor(rules.slice(0, 2), box)).toBeUndefined()
  })
})

describe('the next step', () => {
  it('is the template, with the values of the rule and those of the row', () => {
    const one = rule({ values: { a: '1', b: '1' }, rows: [{ serialNumber: 'F0001', values: { b: '2' } }] })
    expect(nextStep(one, box, past(), false)).toEqual({ kind: 'provision', template: 't', values: { a: '1', b: '2' } })
  })

  it('is the firmware first, then the parameters', () => {
    const one = rule({ firmware: { firmwareId: 'fw', version: '2.0' } })
    expect(nextStep(one, box, past(), true)).toEqual({ kind: 'firmware', firmwareId: 'fw' })
    expect(nextStep(one, { ...box, softwareVersion: '2.0' }, past({ firmware: 'succeeded' }), false)?.kind).toBe(
      'provision',
    )
    expect(nextStep(one, { ...box, softwareVersion: '2.0' }, past(), false)?.kind).toBe('provision')
  })

  it('is none where a person must look, or all is done', () => {
    const one = rule({ firmware: { firmwareId: 'fw', version: '2.0' } })
    expect(nextStep(one, box, past({ firmware: 'failed' }), false)).toBeNull()
    expect(nextStep(one, box, past({ firmware: 'succeeded' }), false)).toBeNull()
    expect(nextStep(rule(), box, past({ provision: 'failed' }), true)).toBeNull()
    expect(nextStep(rule(), box, past({ provision: 'succeeded' }), false)).toBeNull()
  })

  it('is the template again for a box that was reset', () => {
    expect(nextStep(rule(), box, past({ provision: 'succeeded' }), true)?.kind).toBe('provision')
  })
})
