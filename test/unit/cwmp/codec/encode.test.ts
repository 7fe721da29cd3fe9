import { describe, expect, it } from 'vitest'
import { ACS_RPCS, CPE_RPCS, encodeEnvelope, hasIllegalXmlCharacters } from '../../../../src-main/cwmp/codec/index.ts'
import type { AcsMessage } from '../../../../src-main/cwmp/codec/messages.ts'
import { ACS_FAULT, ACS_MESSAGES, ACS_REQUESTS, ACS_RESPONSES } from '../../../support/acs-messages.ts'
import { isWellFormed, readWithOracle } from '../../../support/xml-oracle.ts'

const namespace = 'urn:dslforum-org:cwmp-1-1'
const encode = (message: AcsMessage): string => encodeEnvelope({ id: '7', namespace, message })
const bodyOf = (message: AcsMessage): string => /<SOAP-ENV:Body>(.*)<\/SOAP-ENV:Body>/s.exec(encode(message))?.[1] ?? ''

describe('the safe form', () => {
  it('is exactly this', () => {
    expect(encode(ACS_REQUESTS.GetParameterNames)).toBe(
      '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"' +
        ' xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"' +
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cwmp="urn:dslforum-org:cwmp-1-1">' +
        '<SOAP-ENV:Header><cwmp:ID SOAP-ENV:mustUnderstand="1">7</cwmp:ID></SOAP-ENV:Header><SOAP-ENV:Body>' +
        '<cwmp:GetParameterNames><ParameterPath>Device.</ParameterPath><NextLevel>1</NextLevel></cwmp:GetParameterNames>' +
        '</SOAP-ENV:Body></SOAP-ENV:Envelope>',
    )
  })

  it.each(ACS_MESSAGES)('$name is well-formed ASCII without a declaration', (message) => {
    const envelope = encode(message)
    expect(isWellFormed(envelope)).toBe(true)
    expect(envelope).toMatch(/^<SOAP-ENV:Envelope [\t\n\x20-\x7e]*$/)
    expect(envelope).not.toMatch(/>(?:true|false)</)
  })

  it('has no header without an ID, and an empty ID where the request had one', () => {
    const message = ACS_RESPONSES.InformResponse
    expect(encodeEnvelope({ id: null, namespace, message })).not.toContain('Header')
    expect(encodeEnvelope({ id: '', namespace, message })).toContain('<cwmp:ID SOAP-ENV:mustUnderstand="1"></cwmp:ID>')
  })

  it('names the version to use in the header', () => {
    const envelope = encodeEnvelope({ id: null, namespace, useVersion: '1.4', message: ACS_RESPONSES.InformResponse })
    expect(envelope).toContain(
      '<SOAP-ENV:Header><cwmp:UseCWMPVersion SOAP-ENV:mustUnderstand="1">1.4</cwmp:UseCWMPVersion></SOAP-ENV:Header>',
    )
  })

  it('escapes whatever a box might stumble over, and any parser reads it back', () => {
    const key = 'a & b <c> "d" \'e\' 中文 😀 é\r\n\t~'
    const body = bodyOf({ name: 'Reboot', commandKey: key })
    expect(body).toBe(
      "<cwmp:Reboot><CommandKey>a &amp; b &lt;c&gt; &quot;d&quot; 'e' &#20013;&#25991; &#128512; &#233;&#13;\n\t~</CommandKey></cwmp:Reboot>",
    )
    expect(readWithOracle(body).children[0]?.text).toBe(key)
  })

  it('drops what XML cannot hold, and can say so beforehand', () => {
    expect(bodyOf({ name: 'Reboot', commandKey: 'a\u0000\u0008\u000b\ud800\ufffeb' })).toContain(
      '<CommandKey>ab</CommandKey>',
    )
    expect(['a\u0001', '\ud83d', '\uffff'].map(hasIllegalXmlCharacters)).toEqual([true, true, true])
    expect(['', 'a\t\r\n', '中😀'].map(hasIllegalXmlCharacters)).toEqual([false, false, false])
  })

  it('escapes a hostile namespace and ID', () => {
    const envelope = encodeEnvelope({ id: '<x>', namespace: 'a"b', message: ACS_REQUESTS.FactoryReset })
    expect(isWellFormed(envelope)).toBe(true)
  })
})

describe('what stands inside', () => {
  it('SetParameterValues carries types and the blanks of values', () => {
    expect(bodyOf(ACS_REQUESTS.SetParameterValues)).toBe(
      '<cwmp:SetParameterValues><ParameterList SOAP-ENC:arrayType="cwmp:ParameterValueStruct[6]">' +
        '<ParameterValueStruct><Name>Device.WiFi.SSID.1.SSID</Name><Value xsi:type="xsd:string"> &#23458;&#21381; &lt;&amp;&quot;&gt; </Value></ParameterValueStruct>' +
        '<ParameterValueStruct><Name>Device.ManagementServer.PeriodicInformEnable</Name><Value xsi:type="xsd:boolean">1</Value></ParameterValueStruct>' +
        '<ParameterValueStruct><Name>Device.ManagementServer.PeriodicInformInterval</Name><Value xsi:type="xsd:unsignedInt">3600</Value></ParameterValueStruct>' +
        '<ParameterValueStruct><Name>Device.Time.CurrentLocalTime</Name><Value xsi:type="xsd:dateTime">2026-01-02T03:04:05Z</Value></ParameterValueStruct>' +
        '<ParameterValueStruct><Name>Device.X_ACME_Blob</Name><Value xsi:type="SOAP-ENC:base64">AAEC</Value></ParameterValueStruct>' +
        '<ParameterValueStruct><Name>Device.X_ACME_Hex</Name><Value xsi:type="xsd:hexBinary">00ff</Value></ParameterValueStruct>' +
        '</ParameterList><ParameterKey>visit-3</ParameterKey></cwmp:SetParameterValues>',
    )
  })

  it('SetParameterAttributes says what to leave as it is', () => {
    expect(bodyOf(ACS_REQUESTS.SetParameterAttributes)).toBe(
      '<cwmp:SetParameterAttributes><ParameterList SOAP-ENC:arrayType="cwmp:SetParameterAttributesStruct[2]">' +
        '<SetParameterAttributesStruct><Name>Device.DeviceInfo.SoftwareVersion</Name><NotificationChange>1</NotificationChange><Notification>2</Notification>' +
        '<AccessListChange>0</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[0]"></AccessList></SetParameterAttributesStruct>' +
        '<SetParameterAttributesStruct><Name>Device.DeviceInfo.ProvisioningCode</Name><NotificationChange>0</NotificationChange><Notification>0</Notification>' +
        '<AccessListChange>1</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[1]"><string>Subscriber</string></AccessList></SetParameterAttributesStruct>' +
        '</ParameterList></cwmp:SetParameterAttributes>',
    )
  })

  it('Download escapes its address', () => {
    expect(bodyOf(ACS_REQUESTS.Download)).toContain('<URL>http://192.168.1.2:8080/f/Ab3?name=a&amp;size=1</URL>')
  })

  it('a fault of ours has the published shape', () => {
    const fault = { ...ACS_FAULT, setParameterValuesFaults: [{ parameterName: 'Device.X', code: 9007, message: '' }] }
    expect(bodyOf(fault)).toBe(
      '<SOAP-ENV:Fault><faultcode>Server</faultcode><faultstring>CWMP fault</faultstring><detail><cwmp:Fault>' +
        '<FaultCode>8005</FaultCode><FaultString>Retry request</FaultString><SetParameterValuesFault><ParameterName>Device.X</ParameterName>' +
        '<FaultCode>9007</FaultCode><FaultString></FaultString></SetParameterValuesFault></cwmp:Fault></detail></SOAP-ENV:Fault>',
    )
  })

  it('every method of the registry has a message to test with', () => {
    expect(new Set(Object.keys(ACS_REQUESTS))).toEqual(new Set(Object.keys(ACS_RPCS)))
    expect(new Set(Object.keys(ACS_RESPONSES))).toEqual(new Set(Object.keys(CPE_RPCS).map((name) => `${name}Response`)))
  })
})
