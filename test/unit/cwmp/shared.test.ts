import { describe, expect, it } from 'vitest'
import { isClockSet, parseDateTime } from '../../../shared/cwmp/date-time.ts'
import { eventCodeOf, normaliseEvent, STANDARD_EVENTS } from '../../../shared/cwmp/events.ts'
import { FAULT_KEYS, FAULTS, faultOf } from '../../../shared/cwmp/faults.ts'
import {
  dataModelOf,
  genericPathOf,
  instanceNumbersOf,
  instancesIn,
  isBelow,
  isPartialPath,
  lastNameOf,
  parentOf,
  rootOf,
} from '../../../shared/cwmp/paths.ts'
import { nearestWord } from '../../../shared/cwmp/spelling.ts'
import { fitsType, formatBoolean, parseBoolean, parseValue } from '../../../shared/cwmp/values.ts'

describe('dateTime', () => {
  const time = (iso: string, hasZone = true) => ({ kind: 'time', iso, hasZone })
  it.each([
    ['2026-01-02T03:04:05Z', time('2026-01-02T03:04:05Z')],
    ['2026-01-02T03:04:05+08:00', time('2026-01-01T19:04:05Z')],
    ['2026-01-02T03:04:05+0800', time('2026-01-01T19:04:05Z')],
    ['2026-01-02T03:04:05-04', time('2026-01-02T07:04:05Z')],
    ['2026-01-02T03:04:05.337z', time('2026-01-02T03:04:05.337Z')],
    ['2026-01-02T03:04:05', time('2026-01-02T03:04:05', false)],
    [' 2026-01-02 03:04 ', time('2026-01-02T03:04:00', false)],
    ['2026-1-2', time('2026-01-02T00:00:00', false)],
    ['1970-01-02T00:08:34', time('1970-01-02T00:08:34', false)],
    ['9999-12-31T23:59:59Z', time('9999-12-31T23:59:59Z')],
    ['0001-01-01T00:00:00Z', { kind: 'unknown' }],
    ['0001-01-01T00:00:00', { kind: 'unknown' }],
    ['0000-00-00T00:00:00', { kind: 'invalid' }],
    ['', { kind: 'unknown' }],
    ['0001-01-02T00:00:10', { kind: 'relative', seconds: 86_410 }],
    ['2026-02-30T00:00:00Z', { kind: 'invalid' }],
    ['2026-01-02T25:00:00Z', { kind: 'invalid' }],
    ['soon', { kind: 'invalid' }],
  ])('%j', (text, expected) => {
    expect(parseDateTime(text)).toEqual(expected)
  })

  it.each([
    ['1970-01-02T00:08:34', false],
    ['2000-01-01T00:01:20Z', false],
    ['2015-01-21T14:46:07', true],
    ['', false],
  ])('clock of %j is set: %s', (text, expected) => {
    expect(isClockSet(parseDateTime(text))).toBe(expected)
  })
})

describe('events', () => {
  it.each(STANDARD_EVENTS)('$code', ({ code, number }) => {
    expect(normaliseEvent(code)).toMatchObject({ kind: 'standard', number, isMisspelt: false })
  })

  const vendor = (name: string, text: string, isMisspelt = false) => ({
    kind: 'vendor',
    vendor: name,
    text,
    isMisspelt,
  })
  it.each([
    ['4 VALUECHANGE', { kind: 'standard', number: 4, name: 'VALUE CHANGE', isMisspelt: true }],
    ['8 DIAGNOSTIC COMPLETE', { kind: 'standard', number: 8, name: 'DIAGNOSTICS COMPLETE', isMisspelt: true }],
    [
      '10 AUTONMOUS TRANSFER COMPLETE',
      { kind: 'standard', number: 10, name: 'AUTONOMOUS TRANSFER COMPLETE', isMisspelt: true },
    ],
    ['7 TRANSFERCOMPLETE', { kind: 'standard', number: 7, name: 'TRANSFER COMPLETE', isMisspelt: true }],
    ['M TRANSFERCOMPLETE', { kind: 'standard', number: 7, name: 'TRANSFER COMPLETE', isMisspelt: true }],
    ['1 Boot', { kind: 'standard', number: 1, name: 'BOOT', isMisspelt: true }],
    ['M Download', { kind: 'method', method: 'Download', isMisspelt: false }],
    ['M REBOOT', { kind: 'method', method: 'Reboot', isMisspelt: true }],
    ['M  Schedule Inform', { kind: 'method', method: 'ScheduleInform', isMisspelt: true }],
    ['X CT-COM BIND', vendor('CT-COM', 'BIND')],
    ['X 00E0FC Alarm', vendor('00E0FC', 'Alarm')],
    ['M X_CTC_SHUT_DOWN', vendor('CTC', 'SHUT_DOWN')],
    ['X_CU_ALARM', vendor('CU', 'ALARM', true)],
    ['X00E0FCAlarm', vendor('00E0FC', 'Alarm', true)],
    ['M CTC LOG_PERIODIC', vendor('CTC', 'LOG_PERIODIC', true)],
    ['99 FUTURE', { kind: 'unknown', text: '99 FUTURE' }],
    ['', { kind: 'unknown', text: '' }],
  ])('%j', (code, expected) => {
    expect(normaliseEvent(code)).toEqual(expected)
  })
})

describe("an event in the standard's words", () => {
  it.each([
    ['8 DIAGNOSTIC COMPLETE', '8 DIAGNOSTICS COMPLETE'],
    ['M REBOOT', 'M Reboot'],
    ['X_CU_ALARM', 'X CU ALARM'],
    ['whatever', 'whatever'],
  ])('%s is %s', (code, expected) => {
    expect(eventCodeOf(normaliseEvent(code))).toBe(expected)
  })
})

describe('faults', () => {
  it('every code is there once, with a name and something to do', () => {
    expect(new Set(FAULTS.map(({ code }) => code)).size).toBe(FAULTS.length)
    expect(FAULTS.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 7 }, (_, n) => 8000 + n),
      ...Array.from({ length: 33 }, (_, n) => 9000 + n),
    ])
    for (const fault of FAULTS)
      expect(fault).toMatchObject({ name: expect.stringMatching(/./), actions: { 0: expect.any(String) } })
  })

  it.each([
    [9005, { name: 'Invalid parameter name', by: 'cpe', key: '9005' }],
    [9850, { by: 'cpe', key: 'cpeVendor' }],
    [8850, { by: 'acs', key: 'acsVendor' }],
    [0, { key: 'soap' }],
    [12345, { key: 'unknown' }],
  ])('%i', (code, expected) => {
    expect(faultOf(code)).toMatchObject(expected)
    expect(FAULT_KEYS).toContain(faultOf(code).key)
  })
})

describe('values', () => {
  it.each([
    ['5', 'int', 5],
    ['-5', 'int', -5],
    ['+5', 'int', 5],
    ['4294967295', 'unsignedInt', 4294967295],
    ['-1', 'unsignedInt', '-1'],
    ['5000000000', 'int', '5000000000'],
    ['18446744073709551615', 'unsignedLong', '18446744073709551615'],
    ['9007199254740991', 'long', 9007199254740991],
    ['1.5', 'decimal', 1.5],
    ['1', 'boolean', true],
    ['FALSE', 'boolean', false],
    ['maybe', 'boolean', 'maybe'],
    ['', 'int', ''],
    ['007', 'string', '007'],
    [' x ', 'string', ' x '],
    ['2026-01-01T00:00:00Z', 'dateTime', '2026-01-01T00:00:00Z'],
    ['5', 'constructor', '5'],
  ])('%j as %s', (text, type, expected) => {
    expect(parseValue(text, type)).toBe(expected)
  })

  it.each([
    ['00ff', 'hexBinary', true],
    ['0f0', 'hexBinary', false],
    ['noon', 'dateTime', false],
    ['', 'dateTime', true],
    ['x', 'float', false],
    ['anything', 'base64', true],
    [' 7 ', 'int', true],
  ])('%j fits %s: %s', (text, type, expected) => {
    expect(fitsType(text, type)).toBe(expected)
  })

  it('booleans go back in the form they came', () => {
    expect([
      formatBoolean(true),
      formatBoolean(true, 'false'),
      formatBoolean(false, '1'),
      formatBoolean(false, 'True'),
    ]).toEqual(['1', 'true', '0', 'false'])
    expect([parseBoolean(' 1 '), parseBoolean('True'), parseBoolean('no'), parseBoolean('constructor')]).toEqual([
      true,
      true,
      undefined,
      undefined,
    ])
  })
})

describe('paths', () => {
  it('fall into their parts', () => {
    expect([rootOf('Device.IP.'), rootOf('Device'), rootOf('')]).toEqual(['Device', 'Device', ''])
    expect([parentOf('Device.IP.Interface.1.'), parentOf('Device.X'), parentOf('Device.')]).toEqual([
      'Device.IP.Interface.',
      'Device.',
      '',
    ])
    expect([lastNameOf('Device.IP.'), lastNameOf('Device.A.B')]).toEqual(['IP', 'B'])
    expect([isPartialPath(''), isPartialPath('Device.'), isPartialPath('Device.X')]).toEqual([true, true, false])
    expect([isBelow('Device.IP.X', 'Device.IP.'), isBelow('Device.IPX', 'Device.IP'), isBelow('A', '')]).toEqual([
      true,
      false,
      true,
    ])
    expect(instanceNumbersOf('A.1.B.[alias].C.12.D')).toEqual([1, 12])
    expect(genericPathOf('A.1.B.[alias].C')).toBe('A.{i}.B.{i}.C')
    expect(instancesIn('A.', ['A.10.X', 'A.2.', 'A.2.Y', 'A.Name', 'B.1.'])).toEqual([2, 10])
  })

  it.each([
    [['InternetGatewayDevice.DeviceSummary'], 'tr098'],
    [['Device.DeviceSummary', 'Device.RootDataModelVersion'], 'tr181'],
    [['Device.DeviceInfo.X', 'Device.IP.Interface.1.Enable'], 'tr181'],
    [['Device.LAN.IPAddress'], 'tr106'],
    [['Device.DeviceInfo.SoftwareVersion'], 'unknown'],
    [[], 'unknown'],
  ])('%j is %s', (paths, expected) => {
    expect(dataModelOf(paths)).toBe(expected)
  })
})

describe('spelling', () => {
  it.each([
    ['Staus', ['Status', 'StartTime'], 'Status'],
    ['unsigendInt', ['unsignedInt', 'unsignedLong'], 'unsignedInt'],
    ['BetParameterValues', ['GetParameterValues', 'SetParameterValues'], undefined],
    ['Reboot', ['Download'], undefined],
    ['a'.repeat(100_000), ['b'.repeat(100_000)], undefined],
  ])('%.20s', (word, candidates, expected) => {
    expect(nearestWord(word, candidates)).toBe(expected)
  })
})
