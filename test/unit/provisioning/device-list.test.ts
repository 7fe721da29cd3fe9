import { describe, expect, it } from 'vitest'
import { TemplateVariable } from '#shared/model/template.ts'
import { boxByKey, parseDeviceList } from '#shared/provisioning/device-list.ts'

const variables = [
  { name: 'account', label: { 'zh-CN': 'IPTV 账号', en: 'IPTV account' }, required: true },
  { name: 'vlan', label: 'VLAN', type: 'unsignedInt', min: 1, max: 4094 },
].map((one) => TemplateVariable.parse(one))
const boxes = (text: string) => parseDeviceList(text, variables).boxes.map(({ key, values }) => [key, values])
const errors = (text: string) => parseDeviceList(text, variables).errors.map(({ line, code }) => [line, code])

describe('a list of boxes', () => {
  it('is what a spreadsheet saves, in either language', () => {
    expect(boxes('\uFEFF序列号,IPTV 账号,VLAN\r\nF0001,0755001,41\r\nF0002,0755002,\r\n')).toEqual([
      ['F0001', { account: '0755001', vlan: '41' }],
      ['F0002', { account: '0755002' }],
    ])
    expect(boxes('vlan;ACCOUNT;S/N\n41;"a;b""c";"F0001"\n')).toEqual([['F0001', { account: 'a;b"c', vlan: '41' }]])
    expect(boxes('SN\tIPTV account\nF1\ta\n\n# a note\nF2\tb')).toEqual([
      ['F1', { account: 'a' }],
      ['F2', { account: 'b' }],
    ])
  })

  it('is what a scanner types: a number on each line, with whatever the label puts before it', () => {
    expect(boxes("SN: F0001\r\nS/N F0002\n*F0003*\n'0012345\nSN9001\n").map(([key]) => key)).toEqual([
      'F0001',
      'F0002',
      'F0003',
      '0012345',
      'SN9001',
    ])
  })

  it('tells each bad line, and keeps the good ones', () => {
    const text = [
      'SN,account,vlan,colour',
      'F1,a,41',
      ',b',
      'F1,c',
      'F2,,41',
      'F3,d,9999',
      'F4,e,1,red,too,much',
      'F5,f',
    ].join('\n')
    expect(boxes(text).map(([key]) => key)).toEqual(['F1', 'F5'])
    expect(errors(text)).toEqual([
      [1, 'unknownColumn'],
      [3, 'noKey'],
      [4, 'keyTwice'],
      [5, 'valueMissing'],
      [6, 'valueInvalid'],
      [7, 'tooManyCells'],
    ])
    expect(errors('SN,account\nF1,"open\nF2,b')).toEqual([[2, 'openQuote']])
    expect(parseDeviceList('', variables)).toEqual({ boxes: [], errors: [] })
  })

  it('counts lines through quoted line breaks', () => {
    expect(errors('SN,account\nF1,"a\nb"\n,c')).toEqual([[4, 'noKey']])
  })
})

describe('boxByKey', () => {
  const known = [
    {
      id: 'a',
      serialNumber: 'F0001',
      informParameters: [
        { name: 'Device.X_CTC_IPTV.STBID', value: '00100399007018900001F00000000001', type: 'string' },
      ],
    },
    {
      id: 'b',
      serialNumber: 'F0002',
      informParameters: [{ name: 'Device.LAN.MACAddress', value: '00:E0:FC:00:00:02', type: 'string' }],
    },
    { id: 'c', serialNumber: 'F0003' },
    { id: 'd', serialNumber: 'f0003' },
  ]
  it.each([
    ['f0001', 'a'],
    ['00100399007018900001F00000000001', 'a'],
    ['00-e0-fc-00-00-02', 'b'],
    ['F0003', undefined],
    ['F9', undefined],
  ])('%s is %s', (key, id) => expect(boxByKey(key, known)?.id).toBe(id))
})
