import { describe, expect, it } from 'vitest'
import type { Alarm } from '#shared/model/alarm.ts'
import { alarmsIn } from '../../../src-main/faults/alarm-rows.ts'
import { alarmsFromInform } from '../../../src-main/faults/from-inform.ts'
import { mergeAlarms } from '../../../src-main/faults/merge.ts'
import { type AlarmReport, readSeverity, reportOf } from '../../../src-main/faults/report.ts'

const row = (path: string, leaves: Record<string, string>) =>
  Object.entries(leaves).map(([leaf, value]) => ({ name: path + leaf, value, type: 'string' }))
const inform = (events: string[], parameters: ReturnType<typeof row> = []) => ({
  name: 'Inform' as const,
  deviceId: { manufacturer: '', oui: '', productClass: '', serialNumber: '' },
  events: events.map((code) => ({ code, commandKey: '' })),
  maxEnvelopes: 1,
  currentTime: '',
  retryCount: 0,
  parameters,
})

describe('severities', () => {
  it.each([
    ['1', 'critical'],
    ['2', 'major'],
    ['5', 'indeterminate'],
    ['6', 'cleared'],
    ['Cleared', 'cleared'],
    ['MAJOR', 'major'],
    [' Warning ', 'warning'],
    ['', 'indeterminate'],
    ['99', 'indeterminate'],
    ['0', 'indeterminate'],
  ])('%j is %s', (text, severity) => expect(readSeverity(text)).toBe(severity))
})

describe('rows of alarms', () => {
  const platform = 'Device.X_00E0FC.Alarm.3.'
  const telecom = 'Device.DeviceInfo.X_CTC_IPTV_Alarm.7.'
  it.each([
    [
      'platform, raised',
      row(platform, { AlarmCode: '9', PerceivedSeverity: '1', AlarmRaisedTime: '20260102030405' }),
      [{ kind: 'raise', severity: 'critical', specificProblem: '9' }],
    ],
    ['platform, severity cleared', row(platform, { AlarmCode: '9', PerceivedSeverity: '6' }), [{ kind: 'clear' }]],
    [
      'platform, with a clear time',
      row(platform, { AlarmCode: '9', PerceivedSeverity: '2', AlarmClearedTime: '20260102030410' }),
      [{ kind: 'clear', boxTime: '20260102030410' }],
    ],
    [
      'platform, clear time of zeros',
      row(platform, { AlarmCode: '9', PerceivedSeverity: '2', AlarmClearedTime: '00000000000000' }),
      [{ kind: 'raise' }],
    ],
    [
      'telecom',
      row(telecom, { AlarmType: '1', AlarmLevel: '3', AlarmReason: '12', AlarmDetail: 'CPU 95%' }),
      [{ kind: 'raise', severity: 'minor', text: 'CPU 95%' }],
    ],
    ['telecom, its switches', row('Device.DeviceInfo.X_CTC_IPTV_Alarm.', { AlarmSwitch: '1' }), []],
    [
      'unicom',
      row('Device.X_CU_STB.Alarm.', { AlarmReason: '2', PacketsLost: '40' }),
      [{ kind: 'raise', text: 'PacketsLost = 40' }],
    ],
    ['unicom, nothing wrong', row('Device.X_CU_STB.Alarm.', { EnabledAlarm: '1' }), []],
    [
      'error code',
      row('Device.X_00E0FC.ErrorCode.1.', { ErrorCodeValue: '105501', ErrorDesc: '频道播放超时' }),
      [{ kind: 'note', specificProblem: '105501', text: '频道播放超时' }],
    ],
    ['unused event', row('Device.FaultMgmt.ExpeditedEvent.1.', { EventTime: '0001-01-01T00:00:00Z' }), []],
    [
      'event',
      row('InternetGatewayDevice.FaultMgmt.QueuedEvent.1.', {
        EventTime: '2026-01-02T00:00:00Z',
        AlarmIdentifier: 'a',
        NotificationType: 'ClearedAlarm',
        PerceivedSeverity: 'Cleared',
      }),
      [{ kind: 'clear', key: 'faultMgmt:a' }],
    ],
    ['other parameters', row('Device.DeviceInfo.', { UpTime: '5' }), []],
  ])('%s', (_, values, expected) => expect(alarmsIn(values)).toMatchObject(expected))

  it('are in the order of their times, what stands now last', () => {
    const event = (index: number, time: string, type: string) =>
      row(`Device.FaultMgmt.HistoryEvent.${index}.`, { EventTime: time, AlarmIdentifier: 'a', NotificationType: type })
    const values = [
      ...row('Device.FaultMgmt.CurrentAlarm.1.', { AlarmIdentifier: 'b', AlarmRaisedTime: '2026-01-01T00:00:00Z' }),
      ...event(1, '2026-01-02T10:00:00Z', 'ClearedAlarm'),
      ...event(2, '2026-01-02T09:00:00+08:00', 'NewAlarm'),
    ]
    expect(alarmsIn(values).map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'faultMgmt:a raise',
      'faultMgmt:a clear',
      'faultMgmt:b raise',
    ])
  })
})

describe('Informs', () => {
  const config = row('InternetGatewayDevice.DeviceInfo.X_CT-COM_Alarm.AlarmConfig.1.', {
    ParaList: 'A.B',
    'Limit-Max': '9',
    'Limit-Min': '1',
  })
  const alarm = row('Device.X_00E0FC.Alarm.1.', { AlarmCode: '9', PerceivedSeverity: '2' })
  it.each([
    [
      'X CT-COM ALARM',
      inform(['X CT-COM ALARM'], [...config, { name: 'A.B', value: '12', type: 'int' }]),
      [{ kind: 'raise', parameter: 'A.B', text: '12 (1 … 9)' }],
    ],
    ['its settings without the event', inform(['2 PERIODIC'], config), []],
    ['X_CU_ALARM', inform(['X_CU_ALARM'], row('A.', { Rate: '7' })), [{ source: 'vendorEvent', text: 'A.Rate = 7' }]],
    ['X00E0FCAlarm', inform(['X00E0FCAlarm'], alarm), [{ kind: 'raise', specificProblem: '9' }]],
    ['X CTC CLEARALARM', inform(['X CTC CLEARALARM'], alarm), [{ kind: 'clear', specificProblem: '9' }]],
    ['X CTC CLEARALARM alone', inform(['X CTC CLEARALARM']), [{ kind: 'clear', key: 'vendorEvent:XCTCALARM' }]],
    ['M X_CTC_SHUT_DOWN', inform(['M X_CTC_SHUT_DOWN']), [{ kind: 'note', type: 'M X_CTC_SHUT_DOWN' }]],
    ['X CMCC Shutdown', inform(['X CMCC Shutdown']), [{ kind: 'note' }]],
    ['X CT-COM BIND', inform(['X CT-COM BIND']), []],
    [
      '4 VALUECHANGE down',
      inform(['4 VALUECHANGE'], row('Device.Optical.Interface.1.', { Status: 'Down' })),
      [{ kind: 'raise', severity: 'critical' }],
    ],
    [
      '4 VALUE CHANGE up',
      inform(['4 VALUE CHANGE'], row('Device.Optical.Interface.1.', { Status: 'Up' })),
      [{ kind: 'clear' }],
    ],
    [
      'the same value in a periodic Inform',
      inform(['2 PERIODIC'], row('Device.Optical.Interface.1.', { Status: 'Down' })),
      [],
    ],
  ])('%s', (_, given, expected) => {
    const found = alarmsFromInform(given)
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })
})

describe('merging', () => {
  const options = { deviceId: 'd', now: '2026-01-01T00:00:00.000Z' }
  const told = (patch: Partial<AlarmReport>): AlarmReport => reportOf({ key: 'k', source: 'faultMgmt', ...patch })
  const play = (...steps: { reports: AlarmReport[]; complete?: ['faultMgmt'] }[]): Alarm[] => {
    let known: Alarm[] = []
    for (const { reports, complete } of steps) {
      const changed = mergeAlarms(known, reports, { ...options, ...(complete ? { complete } : {}) })
      known = [...known.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed]
    }
    return known
  }
  const raise = told({ boxTime: '2026-01-01T10:00:00Z' })
  const clear = told({ kind: 'clear', boxTime: '2026-01-01T11:00:00Z' })
  const again = told({ boxTime: '2026-01-01T12:00:00Z' })
  it.each([
    ['raised', [{ reports: [raise] }], ['standing']],
    ['raised twice', [{ reports: [raise] }, { reports: [raise] }], ['standing']],
    ['raised and cleared', [{ reports: [raise, clear] }], ['cleared']],
    ['the whole story told again', [{ reports: [raise, clear] }, { reports: [raise, clear] }], ['cleared']],
    [
      'raised anew after a clear',
      [{ reports: [raise, clear] }, { reports: [raise, clear, again] }],
      ['cleared', 'standing'],
    ],
    ['a clear of nothing', [{ reports: [clear] }], []],
    ['an old clear', [{ reports: [again] }, { reports: [clear] }], ['standing']],
    [
      'gone from the table',
      [{ reports: [raise] }, { reports: [], complete: ['faultMgmt'] as ['faultMgmt'] }],
      ['cleared'],
    ],
    [
      'still in the table',
      [{ reports: [raise] }, { reports: [raise], complete: ['faultMgmt'] as ['faultMgmt'] }],
      ['standing'],
    ],
    [
      'no times: raised, cleared, raised',
      [{ reports: [told({})] }, { reports: [told({ kind: 'clear' })] }, { reports: [told({})] }],
      ['cleared', 'standing'],
    ],
    ['a note', [{ reports: [told({ kind: 'note' })] }], ['cleared']],
  ])('%s', (_, steps, expected) => {
    expect(
      play(...steps)
        .map(({ clearedAt }) => (clearedAt === null ? 'standing' : 'cleared'))
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(expected)
  })

  it('a change of severity changes the alarm, and the first time stays', () => {
    const worse = { ...raise, severity: 'critical' as const, boxTime: '2026-01-01T10:30:00Z' }
    expect(play({ reports: [raise] }, { reports: [worse] })).toMatchObject([
      { severity: 'critical', boxTime: raise.boxTime },
    ])
  })
})
