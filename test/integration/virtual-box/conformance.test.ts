import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { MODEL_NAMES } from '../../../src-main/virtual-box/model/models.ts'
import type { CwmpVersion } from '../../../src-main/virtual-box/model/spec.ts'
import { onCleanup, startBench, until } from '../../support/bench-box.ts'
import { complaintsAbout } from '../../support/box-xsd.ts'
import { download, getNames, getValues, messageOf, setValues } from '../../support/script-acs.ts'
import { hasSharedData } from '../../support/shared-data.ts'

async function fileUrl(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'Content-Length': '4' }).end('junk'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onCleanup(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const attributes = (root: string): string[] => [
  '<cwmp:SetParameterAttributes><ParameterList SOAP-ENC:arrayType="cwmp:SetParameterAttributesStruct[1]"><SetParameterAttributesStruct>' +
    `<Name>${root}Time.NTPServer1</Name><NotificationChange>1</NotificationChange><Notification>2</Notification><AccessListChange>1</AccessListChange><AccessList SOAP-ENC:arrayType="xsd:string[1]"><string>Subscriber</string></AccessList>` +
    '</SetParameterAttributesStruct></ParameterList></cwmp:SetParameterAttributes>',
  `<cwmp:GetParameterAttributes><ParameterNames SOAP-ENC:arrayType="xsd:string[1]"><string>${root}Time.</string></ParameterNames></cwmp:GetParameterAttributes>`,
]

/** One of everything, faults included. */
function everything(root: string, table: string, url: string): string[] {
  return [
    '<cwmp:GetRPCMethods/>',
    getNames('', 0),
    getValues(''),
    getValues(`${root}Nope`),
    setValues([[`${root}Time.NTPServer1`, 'string', '中文 <&>"']]).replace('<&>', '&lt;&amp;&gt;'),
    setValues([
      [`${root}Nope`, 'string', 'x'],
      [`${root}ManagementServer.PeriodicInformInterval`, 'unsignedInt', '0'],
    ]),
    ...attributes(root),
    `<cwmp:AddObject><ObjectName>${table}</ObjectName><ParameterKey>k</ParameterKey></cwmp:AddObject>`,
    `<cwmp:DeleteObject><ObjectName>${table}9.</ObjectName><ParameterKey>k</ParameterKey></cwmp:DeleteObject>`,
    download(url),
    `<cwmp:Upload><CommandKey>u</CommandKey><FileType>2 Vendor Log File</FileType><URL>${url}</URL><Username/><Password/><DelaySeconds>0</DelaySeconds></cwmp:Upload>`,
    '<cwmp:GetQueuedTransfers/>',
    '<cwmp:GetAllQueuedTransfers/>',
    '<cwmp:GetOptions><OptionName/></cwmp:GetOptions>',
    '<cwmp:SetVouchers><VoucherList SOAP-ENC:arrayType="SOAP-ENC:base64[0]"/></cwmp:SetVouchers>',
    '<cwmp:CancelTransfer><CommandKey>none</CommandKey></cwmp:CancelTransfer>',
    '<cwmp:ChangeDUState><Operations xsi:type="cwmp:InstallOpStruct"><URL>http://x/y</URL><UUID>12345678-1234-1234-1234-123456789abc</UUID></Operations><Operations xsi:type="cwmp:UninstallOpStruct"><UUID>00000000-1234-1234-1234-123456789abc</UUID></Operations><CommandKey>du</CommandKey></cwmp:ChangeDUState>',
    '<cwmp:ScheduleInform><DelaySeconds>1</DelaySeconds><CommandKey>si</CommandKey></cwmp:ScheduleInform>',
    '<cwmp:Reboot><CommandKey>rb</CommandKey></cwmp:Reboot>',
  ]
}

const ROOTS = {
  stb: ['Device.', 'Device.LAN.DHCPOption.'],
  gateway181: ['Device.', 'Device.NAT.PortMapping.'],
  gateway098: ['InternetGatewayDevice.', 'InternetGatewayDevice.Layer3Forwarding.Forwarding.'],
} as const

const VERSIONS: readonly CwmpVersion[] = ['1.0', '1.1', '1.2', '1.3', '1.4']
const cases = MODEL_NAMES.flatMap((model) => VERSIONS.map((version) => [model, version] as const))
describe.skipIf(!hasSharedData)('every envelope is valid (skipped without ../shared/data)', () => {
  it.each(cases)('%s speaking CWMP %s', async (model, cwmpVersion) => {
    const [root, table] = ROOTS[model]
    const script = everything(root, table, await fileUrl())
    const { acs, box } = await startBench(script, { model, cwmpVersion, isBootstrapped: false })
    await acs.wait('RebootResponse')
    await acs.wait('Inform', 2)
    await until(() => box.state.pendingEvents.length === 0 && !box.state.isInSession)
    const envelopes = acs.posts.map(({ body }) => body).filter((body) => body !== '')
    expect(envelopes.length).toBeGreaterThan(script.length)
    expect(new Set(envelopes.map(messageOf))).toContain('TransferComplete')
    expect(await complaintsAbout(envelopes, cwmpVersion)).toEqual([])
  })

  it('and the check would notice a box that is not', async () => {
    const { acs } = await startBench([getValues('Device.DeviceInfo.')], { quirks: { lengthInType: true } })
    const answer = await acs.wait('GetParameterValuesResponse')
    expect(await complaintsAbout([answer], '1.0')).not.toEqual([])
    expect(await complaintsAbout([(await acs.wait('Inform')).replace('RetryCount', 'Retries')], '1.0')).not.toEqual([])
  })
})
