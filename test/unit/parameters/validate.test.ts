import { describe, expect, it } from 'vitest'
import type { ValueRule } from '#shared/dictionary/index.ts'
import { lookup, ruleOf } from '#shared/dictionary/index.ts'
import { dictionaries } from '#shared/i18n/index.ts'
import { wantsEncryption } from '#shared/parameters/encryption.ts'
import { validateValue } from '#shared/parameters/validate.ts'

const string = (more: Partial<ValueRule> = {}): ValueRule => ({ type: 'string', ...more })

describe('validateValue', () => {
  it.each<[string, ValueRule, string, string, string]>([
    ['a boolean as the box writes it', { type: 'boolean' }, 'TRUE', 'true', 'false'],
    ['a boolean of an old box', { type: 'boolean' }, 'true', '1', '0'],
    ['a number without its plus and zeros', { type: 'unsignedInt' }, ' +0041 ', '41', '7'],
    ['a negative number', { type: 'int', min: -1 }, '-1', '-1', ''],
    ['text as it stands, blanks too', string(), ' a b ', ' a b ', ''],
    ['an address', string({ format: 'ip' }), ' 10.0.0.1 ', '10.0.0.1', ''],
    ['an IPv6 address', string({ format: 'ip' }), 'fe80::1', 'fe80::1', ''],
    ['an IPv4 address in IPv6', string({ format: 'ip' }), '::ffff:10.0.0.1', '::ffff:10.0.0.1', ''],
    ['addresses by commas', string({ format: 'ipList' }), '10.0.0.1; 10.0.0.2', '10.0.0.1,10.0.0.2', ''],
    ['nothing, to take an address away', string({ format: 'ip' }), '', '', '10.0.0.1'],
    [
      'a MAC in the spelling of the box',
      string({ format: 'mac' }),
      '00-e0-fc-12-34-5a',
      '00:E0:FC:12:34:5A',
      '00:E0:FC:00:00:0A',
    ],
    ['a MAC in lower case', string({ format: 'mac' }), '00E0FC12345A', '00:e0:fc:12:34:5a', 'ab:cd:ef:01:02:03'],
    ['a MAC with dashes', string({ format: 'mac' }), '00E0FC12345A', '00-E0-FC-12-34-5A', 'AB-CD-EF-01-02-03'],
    ['a URL', string({ format: 'url' }), 'http://10.0.0.1:8080/acs?x=1', 'http://10.0.0.1:8080/acs?x=1', ''],
    ['a time with a blank', { type: 'dateTime' }, '2026-01-31 08:30:00', '2026-01-31T08:30:00', ''],
    ['hex in the case of the box', { type: 'hexBinary', maxLength: 4 }, 'AB cd', 'abcd', '0f'],
    ['base64', { type: 'base64', maxLength: 3 }, 'YWJj', 'YWJj', ''],
    ['a value that is allowed', string({ values: [{ value: 'Static' }] }), 'Static', 'Static', ''],
    ['characters, not code units', string({ maxLength: 2 }), '🙂🙂', '🙂🙂', ''],
    ['anything, under a broken pattern', string({ pattern: '(' }), 'x', 'x', ''],
    ['a type that nobody knows', { type: 'odd' }, 'x', 'x', ''],
  ])('takes %s', (_name, rule, text, lexical, like) => {
    expect(validateValue(rule, text, like)).toEqual({ ok: true, lexical })
  })

  it.each<[string, ValueRule, string]>([
    ['boolean', { type: 'boolean' }, 'yes'],
    ['integer', { type: 'unsignedInt' }, '4.5'],
    ['integer', { type: 'int' }, ''],
    ['number', { type: 'decimal' }, 'x'],
    ['range', { type: 'unsignedInt' }, '-1'],
    ['range', { type: 'unsignedInt' }, '4294967296'],
    ['range', { type: 'unsignedInt', min: 1, max: 4094 }, '4095'],
    ['tooLong', string({ maxLength: 3 }), 'abcd'],
    ['tooShort', string({ minLength: 8 }), 'short'],
    ['tooLong', { type: 'hexBinary', maxLength: 1 }, 'abcd'],
    ['tooLong', { type: 'base64', maxLength: 2 }, 'YWJj'],
    ['notAllowed', string({ values: [{ value: 'A' }] }), 'a'],
    ['ip', string({ format: 'ip' }), '10.0.0.256'],
    ['ip', string({ format: 'ip' }), 'fe80:::1'],
    ['ipv4', string({ format: 'ipv4' }), '10.0.0'],
    ['ipv4', string({ format: 'ipv4' }), '10.0.0.01'],
    ['ip', string({ format: 'ipList' }), '10.0.0.1,x'],
    ['mac', string({ format: 'mac' }), '00:E0:FC:12:34'],
    ['url', string({ format: 'url' }), '10.0.0.1/acs'],
    ['dateTime', { type: 'dateTime' }, 'tomorrow'],
    ['hex', { type: 'hexBinary' }, 'abc'],
    ['base64', { type: 'base64' }, 'abc'],
    ['pattern', string({ pattern: '[A-Z][A-Z]' }), 'CHN'],
    ['controlCharacter', string(), 'a\u0000b'],
  ])('refuses by %s: %o %s', (code, rule, text) => {
    expect(validateValue(rule, text)).toMatchObject({ ok: false, code })
  })

  it('names both ends of a range that a model leaves open on one side', () => {
    expect(validateValue({ type: 'unsignedInt', min: 1 }, '0')).toMatchObject({ params: { min: 1, max: '4294967295' } })
    expect(validateValue({ type: 'int', max: 9 }, '10')).toMatchObject({ params: { min: '-2147483648', max: 9 } })
  })

  it('has words for each reason, in both languages', () => {
    for (const { validation } of Object.values(dictionaries))
      for (const code of ['boolean', 'range', 'tooLong', 'controlCharacter'] as const)
        expect(validation[code]).not.toBe('')
  })

  it('works with the dictionary: a Wi-Fi password needs eight characters, a VLAN has its range', () => {
    const rule = (path: string): ValueRule => {
      const entry = lookup(path)
      if (!entry) throw new Error(path)
      return ruleOf(entry)
    }
    expect(validateValue(rule('Device.WiFi.AccessPoint.1.Security.KeyPassphrase'), 'short')).toMatchObject({
      code: 'tooShort',
      params: { min: 8 },
    })
    expect(validateValue(rule('Device.Ethernet.VLANTermination.1.VLANID'), '4095')).toMatchObject({ code: 'range' })
    expect(
      validateValue(rule('InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.1.MaxBitRate'), 'Auto').ok,
    ).toBe(true)
  })
})

describe('wantsEncryption', () => {
  const password = 'Device.X_00E0FC.ServiceInfo.Password'
  const box = (values: Record<string, string>) => (path: string) => values[path]

  it('warns where the box says so, for its passwords only', () => {
    const marked = box({ 'Device.X_00E0FC.IsEncryptMark': '1' })
    expect(wantsEncryption(password, marked)).toBe(true)
    expect(wantsEncryption('Device.X_CTC_IPTV.ServiceInfo.Password', marked)).toBe(true)
    expect(wantsEncryption('Device.X_00E0FC.ServiceInfo.UserID', marked)).toBe(false)
    expect(wantsEncryption('Device.ManagementServer.Password', marked)).toBe(false)
  })

  it('keeps to the list of the box where there is one', () => {
    const listed = box({
      'Device.X_00E0FC.IsEncryptMark': '2',
      'Device.X_00E0FC.EncryptParameters': 'ServiceInfo.PPPoEPassword,ServiceInfo.UserPassword',
    })
    expect(wantsEncryption('Device.X_00E0FC.ServiceInfo.PPPoEPassword', listed)).toBe(true)
    expect(wantsEncryption(password, listed)).toBe(false)
  })

  it('does not warn where the mark is off or was never read', () => {
    expect(wantsEncryption(password, box({ 'Device.X_00E0FC.IsEncryptMark': '0' }))).toBe(false)
    expect(wantsEncryption(password, box({}))).toBe(false)
  })
})
