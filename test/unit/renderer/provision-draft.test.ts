import { describe, expect, it } from 'vitest'
import { TemplateVariable } from '#shared/model/template.ts'
import {
  addKeys,
  emptyDraft,
  fillDraft,
  forNextBox,
  resolveKeys,
  toggleBox,
} from '../../../src-renderer/stores/provision-draft.ts'

const variables = [
  { name: 'account', label: 'Account', required: true },
  { name: 'accountPassword', label: { 'zh-CN': '密码', en: 'Password' }, required: true, secret: true },
  { name: 'vlan', label: 'VLAN', type: 'unsignedInt', max: 4094 },
].map((variable) => TemplateVariable.parse(variable))

const two = addKeys(emptyDraft, [
  { key: 'SN1', deviceId: 'd1' },
  { key: 'SN2', deviceId: 'd2' },
]).draft

describe('keys that a scanner types', () => {
  it('are told apart: taken, there already by number or by box, not seen yet', () => {
    const { draft, outcomes } = addKeys(two, [
      { key: 'sn-1', deviceId: 'd1' },
      { key: '00:E0:FC:00:00:02', deviceId: 'd2' },
      { key: 'SN3', deviceId: null },
      { key: 'SN3', deviceId: null },
    ])
    expect(outcomes).toEqual([
      { key: 'sn-1', kind: 'twice', position: 1 },
      { key: '00:E0:FC:00:00:02', kind: 'twice', position: 2 },
      { key: 'SN3', kind: 'unknown' },
      { key: 'SN3', kind: 'twice', position: 3 },
    ])
    expect(draft.boxes.map(({ deviceId }) => deviceId)).toEqual(['d1', 'd2', null])
  })

  it('become boxes when these come, and not twice', () => {
    const { draft } = addKeys(two, [
      { key: 'SN3', deviceId: null },
      { key: 'MAC2', deviceId: null },
    ])
    const resolved = resolveKeys(draft, [
      { key: 'SN3', deviceId: 'd3' },
      { key: 'MAC2', deviceId: 'd2' },
    ])
    expect(resolved.boxes.map(({ key, deviceId }) => [key, deviceId])).toEqual([
      ['SN1', 'd1'],
      ['SN2', 'd2'],
      ['SN3', 'd3'],
    ])
  })

  it('can be ticked off again', () => {
    expect(toggleBox(two, 'SN1', 'd1').boxes).toHaveLength(1)
    expect(toggleBox(toggleBox(two, 'SN1', 'd1'), 'SN1', 'd1').boxes).toHaveLength(2)
  })
})

describe('values of the boxes', () => {
  it('have a column of their own where they belong to a customer, and are common else', () => {
    const draft = {
      ...two,
      values: { vlan: '85', account: 'common' },
      boxes: two.boxes.map((box) => ({ ...box, values: { account: `a-${box.key}`, accountPassword: 'p' } })),
    }
    const filled = fillDraft(draft, variables)
    expect(filled.columns).toEqual(['account', 'accountPassword'])
    expect(filled.boxes.map(({ all }) => all)).toEqual([
      { account: 'a-SN1', accountPassword: 'p', vlan: '85' },
      { account: 'a-SN2', accountPassword: 'p', vlan: '85' },
    ])
    expect(filled.isComplete).toBe(true)
  })

  it('are not complete while one box lacks one, or has a wrong one', () => {
    const missing = fillDraft({ ...two, values: { vlan: '85' } }, variables)
    expect(missing.isComplete).toBe(false)
    expect(missing.boxes[0]?.problems.map(({ code }) => code)).toEqual(['variableMissing', 'variableMissing'])
    const [one] = two.boxes
    const single = { ...two, boxes: one ? [one] : [], values: { account: 'a', accountPassword: 'p', vlan: '5000' } }
    expect(fillDraft(single, variables).boxes[0]?.problems.map(({ code }) => code)).toEqual(['variableInvalid'])
    expect(fillDraft({ ...single, values: { ...single.values, vlan: '' } }, variables).isComplete).toBe(true)
  })

  it('come from a list by the number of the box; what is typed wins; its bad lines are told', () => {
    const text = 'serial,account,密码,vlan\nsn1,a1,p1,85\nSN2,a2,p2,9999\n'
    const [first, second] = two.boxes
    if (!first || !second) throw new Error('two boxes')
    const draft = { ...two, list: { name: 'l.csv', text }, boxes: [{ ...first, values: { vlan: '86' } }, second] }
    const filled = fillDraft(draft, variables)
    expect(filled.boxes[0]?.all).toEqual({ account: 'a1', accountPassword: 'p1', vlan: '86' })
    expect(filled.list.errors).toMatchObject([{ line: 3, code: 'valueInvalid' }])
    expect(filled.boxes[1]?.all).toEqual({})
    expect(filled.isComplete).toBe(false)
  })

  it('of the customer are forgotten for the next box, the rest is kept', () => {
    const draft = { ...two, templateId: 't', values: { account: 'a', accountPassword: 'p', vlan: '85' } }
    expect(forNextBox(draft, variables)).toMatchObject({ boxes: [], templateId: 't', values: { vlan: '85' } })
    expect(Object.keys(forNextBox(draft, variables).values)).toEqual(['vlan'])
  })
})
