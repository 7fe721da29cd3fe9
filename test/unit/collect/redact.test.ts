import { describe, expect, it } from 'vitest'
import { kindOfParameter, knownSecretsOf, Redactor } from '../../../src-main/collect/redact.ts'

const all = { passwords: true, accounts: true, keys: true }
const masked = (text: string, choice = all) => new Redactor(choice, []).line(text)

describe('what is masked', () => {
  it.each([
    ['password=secret1', 'password=********', ['passwords']],
    ['<Password>secret1</Password>', '<Password>********</Password>', ['passwords']],
    [
      '<cwmp:PPPoEPassword xsi:type="xsd:string">s3cret</cwmp:PPPoEPassword>',
      '<cwmp:PPPoEPassword xsi:type="xsd:string">********</cwmp:PPPoEPassword>',
      ['passwords'],
    ],
    ['{"Password": "secret1", "a": 1}', '{"Password": "********", "a": 1}', ['passwords']],
    [
      "Device.X_CTC_IPTV.ServiceInfo.Password='abc'",
      "Device.X_CTC_IPTV.ServiceInfo.Password='********'",
      ['passwords'],
    ],
    ['Device.X.UserPassword="abc"', 'Device.X.UserPassword="********"', ['passwords']],
    ['ftp://box:secret@192.168.1.2/x', 'ftp://box:********@192.168.1.2/x', ['passwords']],
    ['Authorization: Basic YWJjOmRlZg==', 'Authorization: Basic ********', ['passwords']],
    ['用户名：itv8800，密码：abc123', '用户名：********，密码：********', ['passwords', 'accounts']],
    ['PreSharedKey = hello-wifi', 'PreSharedKey = ********', ['keys']],
    ['wpa_passphrase: hello-wifi', 'wpa_passphrase: ********', ['passwords']],
    ['UserID=itv88000001', 'UserID=********', ['accounts']],
    ['pppoe_user : 0755abc@163.gd', 'pppoe_user : ********', ['accounts']],
    ['access_token=abcdef', 'access_token=********', ['keys']],
    ['passed=1 passenger=2', 'passed=1 passenger=2', []],
    ['GET /index.html HTTP/1.1', 'GET /index.html HTTP/1.1', []],
    ['password=', 'password=', []],
    ['Password=********', 'Password=********', []],
    ['keyboard=us monkey=1', 'keyboard=us monkey=1', []],
  ])('%s', (text, expected, kinds) => {
    expect(masked(text)).toEqual({ text: expected, kinds: expect.arrayContaining(kinds) })
    expect(masked(text).kinds).toHaveLength(kinds.length)
  })

  it('only what is chosen', () => {
    const line = 'user=abcd password=efgh'
    expect(masked(line, { passwords: false, accounts: true, keys: true }).text).toBe('user=******** password=efgh')
    expect(masked(line, { passwords: false, accounts: false, keys: false })).toEqual({ text: line, kinds: [] })
  })

  it('private keys over many lines', () => {
    const redactor = new Redactor(all, [])
    const lines = ['a', '-----BEGIN RSA PRIVATE KEY-----', 'MIIE', 'abcd', '-----END RSA PRIVATE KEY-----', 'b']
    expect(lines.map((line) => redactor.line(line).text)).toEqual([
      'a',
      '-----********-----',
      '********',
      '********',
      '********',
      'b',
    ])
  })

  it("the box's own secrets, wherever they stand", () => {
    const value = (name: string, text: string) => ({ name, value: text, type: 'string' })
    const known = knownSecretsOf([
      value('Device.X_CTC_IPTV.ServiceInfo.UserID', 'itv88000001'),
      value('Device.X_CTC_IPTV.ServiceInfo.Password', 'p+w(d'),
      value('Device.ManagementServer.Username', 'acs-login'),
      value('Device.DeviceInfo.SerialNumber', 'SN0815'),
      value('Device.ManagementServer.ConnectionRequestUsername', '0A0B0C-SN0815'),
      value('Device.UserInterface.X.Password', '123'),
      value('Device.UserInterface.X.UserName', 'admin'),
    ])
    expect(known.map((one) => one.value)).toEqual(['itv88000001', 'p+w(d', 'acs-login'])
    const line = 'auth for itv88000001 with p+w(d failed, admin 123 acs-login at 0A0B0C-SN0815'
    expect(new Redactor(all, known).line(line).text).toBe(
      'auth for ******** with ******** failed, admin 123 ******** at 0A0B0C-SN0815',
    )
  })

  it.each([
    ['Device.X_CTC_IPTV.ServiceInfo.UserID', 'accounts'],
    ['Device.X_CTC_IPTV.ServiceInfo.PPPoEID', 'accounts'],
    ['InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.Username', 'accounts'],
    ['InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.Password', 'passwords'],
    ['Device.WiFi.AccessPoint.1.Security.KeyPassphrase', 'keys'],
    ['Device.ManagementServer.Username', 'accounts'],
    ['Device.DeviceInfo.SerialNumber', null],
  ])('parameter %s: %s', (path, kind) => expect(kindOfParameter(path)).toBe(kind))

  it('costs little on hostile lines', () => {
    const line = `${'user'.repeat(15_000)} ${'a://'.repeat(10_000)} ${'<password '.repeat(5000)}`
    expect(new Redactor(all, []).line(line).text.length).toBeGreaterThan(1000)
  })
})
