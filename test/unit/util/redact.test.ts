import { describe, expect, it } from 'vitest'
import { isSecret } from '../../../shared/dictionary/secret.ts'
import { maskData, maskHeaders, maskSecrets } from '../../../src-main/util/redact.ts'
import { isSecretKey } from '../../../src-main/util/secret-names.ts'

const secret = 'S3cret!'

const struct = (name: string, value = secret) =>
  `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:string">${value}</Value></ParameterValueStruct>`

describe('names of parameters', () => {
  it.each([
    'Device.ManagementServer.Password',
    'Device.ManagementServer.ConnectionRequestPassword',
    'Device.ManagementServer.STUNPassword',
    'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.KeyPassphrase',
    'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.PreSharedKey.1.PreSharedKey',
    'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.WEPKey.1.WEPKey',
    'Device.Users.User.1.X_EXAMPLE_UserPassword',
    'Device.Services.STBService.1.X_CTC_IPTV.ServiceInfo.UserPassWord',
    'Device.RADIUS.SharedSecret',
    'Device.X_EXAMPLE.AdminPasswd',
    'Device.X_EXAMPLE.TelnetPwd',
    'Device.X_EXAMPLE.WPAPSK',
    'Device.X_EXAMPLE.AccessToken',
    'Device.WiFi.AccessPoint.1.Security.SAEPassphrase',
    'Device.WiFi.AccessPoint.1.WPS.PIN',
    'Password',
  ])('secret: %s', (name) => expect(isSecret(name)).toBe(true))

  it.each([
    'Device.ManagementServer.ParameterKey',
    'Device.ManagementServer.Username',
    'InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.PreSharedKey.1.AssociatedDeviceMACAddress',
    'Device.Users.User.1.PasswordHint.Enable',
    'Device.DeviceInfo.SerialNumber',
    'Device.IP.Diagnostics.IPPing.Host',
    'Device.Mapping',
    '',
  ])('open: %s', (name) => expect(isSecret(name)).toBe(false))
})

describe('SOAP bodies: the secret goes', () => {
  const cases: [string, string][] = [
    ['plain', struct('Device.ManagementServer.Password')],
    ['prefixes', struct('A.Password').replaceAll(/<(\/?)(?=[A-Z])/g, '<$1cwmp:')],
    [
      'blanks and line ends',
      `<Name >\r\n\t A.Password \n</Name >\n\n<Value\n\txsi:type = 'xsd:string'\n>${secret}</Value\n>`,
    ],
    ['no space at all', `<Name>A.KeyPassphrase</Name><Value>${secret}</Value>`],
    [
      'Value before Name',
      `<ParameterValueStruct><Value>${secret}</Value><Name>A.Password</Name></ParameterValueStruct>`,
    ],
    ['a comment in between', `<Name>A.Password</Name><!-- <Value>no</Value> --><Value>${secret}</Value>`],
    ['CDATA', struct('A.Password', `<![CDATA[${secret}</Value>${secret}]]>`)],
    ['CDATA in the name', struct('<![CDATA[A.Password]]>')],
    ['character references in the name', struct('A.Pass&#119;or&#x64;')],
    ['markup inside the value', struct('A.Password', `<b>${secret}</b>${secret}`)],
    ['an attribute with >', `<Name>A.Password</Name><Value a="x>y">${secret}</Value>`],
    ['a body that ends in the value', `<Name>A.Password</Name><Value>${secret}`],
    ['a body that ends in the password', `<Download><Password>${secret}`],
    ['a value without its end tag', `<Name>A.Password</Name><Value>${secret}</Name>${secret}`],
    ['a Download', `<cwmp:Download><Username>u</Username><Password>${secret}</Password></cwmp:Download>`],
    ['a prefix on Password', `<x:Password xsi:type="xsd:string">${secret}</x:Password>`],
    ['a URL', `<URL>ftp://user:${secret}@192.0.2.1/a.bin</URL>`],
    ['Chinese around it', `<Name>设备.Password</Name><Value>${secret}密码</Value>`],
    ['two in a row', struct('A.Password') + struct('A.WEPKey')],
    ['a name without its end tag', `<Name>A.Password<Value>${secret}</Value>`],
    ['names of elements in the wrong case', `<NAME>A.Password</NAME><value>${secret}</value>`],
    ['a struct cut off before it', `<ParameterValueStruct><Name>A.B${struct('A.Password')}`],
  ]
  it.each(cases)('%s', (_, xml) => {
    const masked = maskSecrets(xml)
    expect(masked).not.toContain(secret)
    expect(masked).toContain('********')
  })
})

describe('SOAP bodies: the rest stays to the letter', () => {
  const cases: [string, string][] = [
    ['an ordinary value', struct('Device.DeviceInfo.SerialNumber')],
    ['an empty password', struct('A.Password', '')],
    ['a blank password', struct('A.Password', ' \n ')],
    ['an empty element', '<Password/><Name>A.Password</Name><Value/><Value2>x</Value2>'],
    [
      'a name without a value',
      '<string>A.Password</string><ParameterInfoStruct><Name>A.Password</Name><Writable>1</Writable></ParameterInfoStruct>',
    ],
    [
      'names only, then an ordinary struct',
      `<ParameterInfoStruct><Name>A.Password</Name></ParameterInfoStruct>${struct('A.B')}`,
    ],
    [
      'a fault for a password',
      '<SetParameterValuesFault><ParameterName>A.Password</ParameterName><FaultCode>9007</FaultCode></SetParameterValuesFault>',
    ],
    ['a URL without credentials', '<URL>http://192.0.2.1:7547/a@b</URL>'],
    ['no XML', 'HTTP/1.1 Password: < > & nothing'],
    ['nothing', ''],
    ['a lone <', '<'],
  ]
  it.each(cases)('%s', (_, xml) => expect(maskSecrets(xml)).toBe(xml))

  it('keeps everything around what it masks', () => {
    expect(maskSecrets(`a${struct('X.Password')}b${struct('X.Y')}`)).toBe(
      `a${struct('X.Password', '********')}b${struct('X.Y')}`,
    )
  })
})

describe('speed', () => {
  const large = 400_000
  const nasty: [string, string][] = [
    ['a million open brackets', '<'.repeat(large)],
    ['names never closed', '<Name>'.repeat(large / 6)],
    ['values never closed', '<Value>'.repeat(large / 7)],
    ['passwords never closed', '<Password>'.repeat(large / 10)],
    ['pairs never closed', '<Name>A.Password<Value>'.repeat(large / 23)],
    ['comments never closed', '<!--'.repeat(large / 4)],
    ['CDATA never closed', '<Name><![CDATA['.repeat(large / 15)],
    ['one endless tag', `<${'a'.repeat(large)}`],
    ['endless blanks', `<Name${' '.repeat(large)}>A.Password</Name>`],
    ['colons', `<${':'.repeat(large)}>`],
    ['URLs', '://a:'.repeat(large / 5)],
    ['URLs without end', `://${'a'.repeat(large)}:${'b'.repeat(large)}`],
    ['ampersands', `<Name>${'&#'.repeat(large / 2)}</Name>`],
    ['many structs', struct('A.Password').repeat(4000)],
  ]
  it.each(nasty)('%s: linear', (_, xml) => {
    const start = performance.now()
    maskSecrets(xml)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('headers', () => {
  const cases: [string, string, string][] = [
    ['Authorization', `Basic ${Buffer.from('user:pa:ss').toString('base64')}`, 'Basic user:********'],
    ['authorization', 'Basic !!!', 'Basic :********'],
    [
      'Authorization',
      'Digest username="a,b", realm="FieldACS", nonce="n0", uri="/acs", response="0123", qop=auth, nc=00000001, cnonce="c"',
      'Digest username="a,b", realm="FieldACS", nonce="********", uri="/acs", response="********", qop=auth, nc=00000001, cnonce="********"',
    ],
    ['Authorization', 'Digest garbage', 'Digest ********'],
    ['Proxy-Authorization', 'Bearer abc.def', 'Bearer ********'],
    ['Authorization', 'justonetoken', '********'],
    ['Authorization', '', ''],
    ['Cookie', 'session=abc; x=y=z; bare', 'session=********; x=********;********'],
    ['Set-Cookie', 'session=abc; Path=/; HttpOnly', 'session=********; Path=/; HttpOnly'],
    ['WWW-Authenticate', 'Digest realm="r", nonce="n"', 'Digest realm="r", nonce="n"'],
    ['SOAPAction', '"Password"', '"Password"'],
  ]
  it.each(cases)('%s: %s', (name, value, expected) => expect(maskHeaders([[name, value]])).toEqual([[name, expected]]))

  it('are linear in a hostile header', () => {
    const start = performance.now()
    maskHeaders([
      ['Authorization', `Digest ${'a'.repeat(100_000)} ${'a="'.repeat(20_000)}`],
      ['Authorization', ' '.repeat(100_000)],
    ])
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('data of the log', () => {
  it.each(['password', 'wifiPassword', 'clientSecret', 'Authorization', 'cookie', 'apiKey', 'key', 'access_token'])(
    'masks %s',
    (key) => expect(isSecretKey(key)).toBe(true),
  )
  it.each(['commandKey', 'ParameterKey', 'monkeys', 'keyCount', 'path', 'deviceId'])('leaves %s', (key) =>
    expect(isSecretKey(key)).toBe(false),
  )

  it('masks at any depth, leaves what was given as it was, and stops at circles', () => {
    const error = new Error('boom')
    const given = { user: 'u', auth: { password: secret, list: [{ key: secret }] }, empty: { password: '' }, error }
    expect(maskData(given)).toEqual({
      user: 'u',
      auth: { password: '********', list: [{ key: '********' }] },
      empty: { password: '' },
      error,
    })
    expect(given.auth.password).toBe(secret)
    expect(maskData({ bytes: Buffer.from(secret) })).toEqual({ bytes: '7 bytes' })
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(JSON.stringify(maskData(circle))).toContain('…')
  })
})
