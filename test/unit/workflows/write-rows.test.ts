import { describe, expect, it } from 'vitest'
import { standardQuirks } from '#shared/model/quirk.ts'
import type { CwmpFault } from '../../../src-main/cwmp/codec/messages.ts'
import {
  judgeAccepted,
  judgeRefused,
  planRows,
  suspects,
  type WriteRow,
  wasApplied,
} from '../../../src-main/workflows/write-rows.ts'

const row = (name: string, old: string | null, value: string, type = 'string'): WriteRow => ({
  name,
  old,
  value,
  type,
  ownType: type,
})
const read = (...values: [name: string, value: string][]) => ({
  values: values.map(([name, value]) => ({ name, value, type: 'string' })),
  failed: [],
})
const fault = (code: number, ...names: [name: string, code: number][]): CwmpFault => ({
  name: 'Fault',
  faultCode: 'Client',
  faultString: '',
  code,
  message: 'no',
  setParameterValuesFaults: names.map(([parameterName, own]) => ({ parameterName, code: own, message: `f${own}` })),
})

describe('rows of a write', () => {
  it('take type and form from the box, the type from the order where one is given', () => {
    const wanted = [
      { name: 'D.E', value: 'true' },
      { name: 'D.N', value: '5', type: 'int' },
      { name: 'D.X', value: 'x' },
    ]
    const now = {
      values: [
        { name: 'D.E', value: '0', type: 'boolean' },
        { name: 'D.N', value: '1', type: 'string' },
      ],
      failed: [{ name: 'D.X', code: 9005, message: '' }],
    }
    expect(planRows(wanted, now, standardQuirks)).toEqual([
      { name: 'D.E', old: '0', ownType: 'boolean', value: '1', type: 'boolean' },
      { name: 'D.N', old: '1', ownType: 'string', value: '5', type: 'int' },
      { name: 'D.X', old: null, ownType: null, value: 'x', type: 'string' },
    ])
  })

  it.each([
    ['reads back the same', row('D.A', 'a', 'b'), 'b', 0, { status: 'verified', readBack: 'b' }],
    [
      'reads back in another form',
      row('D.A', '0', '1', 'boolean'),
      'true',
      0,
      { status: 'verified', readBack: 'true' },
    ],
    ['reads back otherwise', row('D.A', 'a', 'b'), 'a', 0, { status: 'different', readBack: 'a' }],
    ['waits for a reboot', row('D.A', 'a', 'b'), 'a', 1, { status: 'different', readBack: 'a', pending: true }],
    ['hides a secret', row('D.Password', '', 'b'), '', 0, { status: 'verified', readBack: '', hidden: true }],
    ['masks a secret', row('D.Password', '***', 'b'), '******', 0, { status: 'verified', hidden: true }],
    ['was ignored', row('D.A', '', 'b'), '', 0, { status: 'different', readBack: '' }],
    ['cannot be read', row('D.A', null, 'b'), null, 0, { status: 'different', code: 0 }],
  ] as const)('that the box accepted: %s', (_title, one, readBack, status, expected) => {
    const now = readBack === null ? read() : read([one.name, readBack])
    expect(judgeAccepted([one], now, status)).toMatchObject([expected])
  })

  it('that the box refused: those it names, and those held back with them', () => {
    const rows = [row('D.A', 'a', 'b'), row('D.B', 'a', 'b')]
    expect(judgeRefused(rows, fault(9003, ['D.B', 9007]))).toMatchObject([
      { name: 'D.A', status: 'failed', code: 9003, heldBack: true },
      { name: 'D.B', status: 'failed', code: 9007, message: 'f9007' },
    ])
    expect(judgeRefused(rows, fault(9001)).map(({ code, heldBack }) => [code, heldBack])).toEqual([
      [9001, undefined],
      [9001, undefined],
    ])
  })

  it.each<[CwmpFault, string[]]>([
    [fault(9003), ['D.A', 'D.B']],
    [fault(9007), ['D.A', 'D.B']],
    [fault(9001), []],
    [fault(9003, ['D.A', 9007]), ['D.A']],
    [fault(9003, ['D.A', 9008]), []],
    [fault(9003, ['D.B', 9006]), ['D.B']],
  ])('whose form may be to blame: %j', (one, expected) => {
    const rows = [row('D.A', 'a', 'b'), row('D.B', 'a', 'b')]
    expect(suspects(rows, one).map(({ name }) => name)).toEqual(expected)
  })

  it.each([
    [
      'the key says so',
      [row('D.A', 'a', 'b')],
      [
        ['D.ManagementServer.ParameterKey', 'k'],
        ['D.A', 'a'],
      ],
      true,
    ],
    [
      'a value changed',
      [row('D.A', 'a', 'b')],
      [
        ['D.ManagementServer.ParameterKey', ''],
        ['D.A', 'b'],
      ],
      true,
    ],
    [
      'nothing changed',
      [row('D.A', 'a', 'b')],
      [
        ['D.ManagementServer.ParameterKey', 'old'],
        ['D.A', 'a'],
      ],
      false,
    ],
    ['the value was the same before', [row('D.A', 'b', 'b')], [['D.A', 'b']], null],
    ['only a secret was written', [row('D.Password', '', 'b')], [['D.Password', '']], null],
    ['nothing can be read', [row('D.A', 'a', 'b')], [], null],
  ] as const)('tells whether a lost request took effect: %s', (_title, rows, now, expected) => {
    const values = now.map(([name, value]) => ({ name, value, type: 'string' }))
    expect(wasApplied(rows, values, 'k')).toBe(expected)
  })
})
