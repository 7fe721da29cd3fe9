import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../../src-main/cwmp/codec/index.ts'
import type { CpeEnvelope } from '../../../../src-main/cwmp/codec/messages.ts'
import { hasCaptures, SHARED_DATA } from '../../../support/xsd.ts'

/** Every published body, what it is, and the deviations in it. */
const CAPTURES: [file: string, message: string, warnings: string[]][] = [
  ['01-zte-f600w-inform.xml', 'Inform', ['parameterRepeated', 'clockNotSet', 'timeWithoutZone']],
  ['02-airvana-lte-crc-inform.xml', 'Inform', ['timeWithoutZone']],
  ['03-radisys-hnb-inform.xml', 'Inform', ['idMissing', 'typeMissing']],
  ['04-utt-d915w-inform.xml', 'Inform', ['headerObsolete', 'typeForm', 'ouiForm', 'maxEnvelopes', 'timeWithoutZone']],
  [
    '05-cu-stb-inform.xml',
    'Inform',
    ['headerNotForCpe', 'headerObsolete', 'arrayTypeNamespace', 'typeForm', 'clockNotSet', 'timeWithoutZone'],
  ],
  ['06-cu-stb-transfercomplete.xml', 'TransferComplete', []],
  ['07-cu-stb-downloadresponse-typo.xml', 'DownloadResponse', ['elementMisspelt']],
  ['08-cu-stb-setparametervaluesresponse.xml', 'SetParameterValuesResponse', ['blanksRemoved']],
  [
    '09-cu-stb-getparameterattributesresponse.xml',
    'GetParameterAttributesResponse',
    ['arrayTypeWrong', 'arrayCountWrong', 'arrayTypeNamespace', 'arrayMemberName'],
  ],
  ['10-cu-stb-getparametervaluesresponse.xml', 'GetParameterValuesResponse', ['arrayTypeNamespace', 'typeForm']],
  ['11-mikrotik-hap-inform.xml', 'Inform', ['idMissing']],
  ['12-zyxel-p2601-inform.xml', 'Inform', ['headerObsolete', 'timeWithoutZone']],
  ['13-zyxel-vmg8924-inform-ipv6.xml', 'Inform', []],
  ['14-sagemcom-hgw4-inform.xml', 'Inform', []],
  ['15-cisco-spa122-gpv-no-value.xml', 'GetParameterValuesResponse', ['valueMissing']],
  ['16-transfercomplete-9015-no-key.xml', 'TransferComplete', []],
  [
    '17-event-without-struct.xml',
    'Inform',
    [
      'namespaceVariant',
      'idMissing',
      'arrayTypeNamespace',
      'arrayMemberName',
      'eventWithoutStruct',
      'maxEnvelopes',
      'timeWithoutZone',
    ],
  ],
  ['18-broadcom-968380gerg-inform.xml', 'Inform', ['clockNotSet']],
  [
    '19-broadcom-file2.xml',
    'Inform',
    ['mustUnderstandForm', 'arrayTypeMissing', 'typeMissing', 'fieldMissing', 'maxEnvelopes'],
  ],
  ['20-cisco-microcell-gpv-all.xml', 'GetParameterValuesResponse', ['arrayCountWrong', 'valueNotOfType']],
  ['21-cisco-microcell-gpn-all.xml', 'GetParameterNamesResponse', ['arrayCountWrong', 'entrySkipped']],
  [
    '22-avm-fritzbox7170-inform-damaged.txt',
    'Inform',
    [
      'damagedEndTag',
      'envelopeMissing',
      'undeclaredPrefix',
      'namespaceMissing',
      'idMissing',
      'arrayTypeNamespace',
      'blanksRemoved',
      'timeWithoutZone',
    ],
  ],
]

function decode(file: string): CpeEnvelope {
  const decoded = decodeBody(readFileSync(`${SHARED_DATA}captures/${file}`), {})
  if (decoded.kind !== 'envelope') throw new Error(JSON.stringify(decoded))
  return decoded.envelope
}

describe.skipIf(!hasCaptures)('bodies from the field (skipped without ../shared/data)', () => {
  it.each(CAPTURES)('%s', (file, message, warnings) => {
    const envelope = decode(file)
    expect(envelope.message.name).toBe(message)
    expect(new Set(envelope.warnings.map(({ code }) => code))).toEqual(new Set(warnings))
  })

  it.each([
    ['01-zte-f600w-inform.xml', 10],
    ['17-event-without-struct.xml', 2],
    ['20-cisco-microcell-gpv-all.xml', 227],
    ['21-cisco-microcell-gpn-all.xml', 226],
    ['22-avm-fritzbox7170-inform-damaged.txt', 7],
  ])('every parameter of %s is there', (file, count) => {
    expect(decode(file).message).toMatchObject({ parameters: { length: count } })
  })

  it('keeps what a damaged Inform says', () => {
    expect(decode('22-avm-fritzbox7170-inform-damaged.txt').message).toMatchObject({
      deviceId: { manufacturer: 'AVM', oui: '00040E', productClass: 'FRITZ!Box', serialNumber: '00150C492F89' },
      events: [{ code: '0 BOOTSTRAP', commandKey: '' }],
      parameters: expect.arrayContaining([
        {
          name: 'InternetGatewayDevice.DeviceInfo.SoftwareVersion',
          value: '29.05.01-release-build_1818-2904',
          type: 'string',
        },
        {
          name: 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.ExternalIPAddress',
          value: '194.175.125.104',
          type: 'string',
        },
      ]),
    })
  })
})
