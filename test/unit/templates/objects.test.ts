import { describe, expect, it } from 'vitest'
import { Template } from '#shared/model/template.ts'
import { placeIn } from '#shared/templates/objects.ts'
import { branchesToRead, resolveTemplate } from '#shared/templates/resolve.ts'

const device = {
  manufacturer: 'ACME',
  oui: '00E0FC',
  productClass: 'GW',
  serialNumber: 'S1',
  modelName: 'GW-1',
  hardwareVersion: 'A',
  softwareVersion: '1.0',
  dataModel: 'tr098' as const,
}
const wan = 'InternetGatewayDevice.WANDevice.1.WANConnectionDevice.'

const template = Template.parse({
  id: 't',
  name: 'Bridge',
  variables: [{ name: 'vlan', label: 'VLAN', type: 'unsignedInt' }],
  objects: [
    {
      name: 'iptv',
      table: `${wan}{i}.WANPPPConnection.`,
      known: [{ where: 'X_CT-COM_ServiceList', is: 'OTHER', contains: 'iptv' }],
    },
  ],
  values: [
    { path: 'ConnectionType', object: 'iptv', value: 'PPPoE_Bridged' },
    { concept: 'ponVlan.id', object: 'iptv', value: '{{vlan}}' },
  ],
})

function resolve(service: string, placed?: ReadonlyMap<string, string>) {
  const known = new Map(
    [2, 5].flatMap((number) => [
      [`${wan}${number}.X_CT-COM_WANGponLinkConfig.VLANIDMark`, { value: '41', type: 'unsignedInt' }],
      [`${wan}${number}.WANPPPConnection.1.ConnectionType`, { value: 'IP_Routed', type: 'string' }],
      [
        `${wan}${number}.WANPPPConnection.1.X_CT-COM_ServiceList`,
        { value: number === 5 ? service : 'INTERNET', type: 'string' },
      ],
    ]),
  )
  return resolveTemplate({
    template,
    library: () => undefined,
    variables: { vlan: '85' },
    device,
    known,
    ...(placed && { placed }),
  })
}

describe('an object of a template', () => {
  it.each(['OTHER', 'TR069,IPTV'])('is the instance that fits, here by %s, with the instances around it', (service) => {
    const { changes, creations, problems } = resolve(service)
    expect(problems).toEqual([])
    expect(creations).toEqual([])
    expect(changes.map(({ name, value }) => [name, value])).toEqual([
      [`${wan}5.WANPPPConnection.1.ConnectionType`, 'PPPoE_Bridged'],
      [`${wan}5.X_CT-COM_WANGponLinkConfig.VLANIDMark`, '85'],
    ])
  })

  it('is to be added where none fits, with what it is known by, in the types of its siblings', () => {
    const { changes, creations, problems } = resolve('VOICE')
    expect([changes, problems]).toEqual([[], []])
    expect(creations).toEqual([
      {
        object: 'iptv',
        table: `${wan}{i}.WANPPPConnection.`,
        values: [
          { name: `${wan}{i}.WANPPPConnection.{i}.X_CT-COM_ServiceList`, value: 'OTHER', type: 'string' },
          { name: `${wan}{i}.WANPPPConnection.{i}.ConnectionType`, value: 'PPPoE_Bridged', type: 'string' },
          { name: `${wan}{i}.X_CT-COM_WANGponLinkConfig.VLANIDMark`, value: '85', type: 'unsignedInt' },
        ],
      },
    ])
  })

  it('is filled where it was added', () => {
    const { changes, creations } = resolve('VOICE', new Map([['iptv', `${wan}5.WANPPPConnection.1.`]]))
    expect(creations).toEqual([])
    expect(changes.map(({ name, value }) => [name.slice(wan.length), value])).toEqual([
      ['5.WANPPPConnection.1.X_CT-COM_ServiceList', 'OTHER'],
      ['5.WANPPPConnection.1.ConnectionType', 'PPPoE_Bridged'],
      ['5.X_CT-COM_WANGponLinkConfig.VLANIDMark', '85'],
    ])
  })

  it('has its table read, and a value for one that is not there is told', () => {
    expect(branchesToRead(template, () => undefined, device, 'narrow')).toEqual([wan])
    const bad = { ...template, objects: [] }
    const { problems } = resolveTemplate({
      template: bad,
      library: () => undefined,
      variables: {},
      device,
      known: null,
    })
    expect(problems.map(({ code }) => code)).toContain('objectUnknown')
  })

  it('gives its numbers to patterns that lead through it, and to no others', () => {
    expect(placeIn('A.2.B.1.', 'A.{i}.B.{i}.C')).toBe('A.2.B.1.C')
    expect(placeIn('A.2.B.1.', 'A.{i}.D.E')).toBe('A.2.D.E')
    expect(placeIn('A.2.B.1.', 'A.{i}.X.{i}.C')).toBeNull()
    expect(placeIn('A.2.B.1.', 'A.{i}.B.{i}.C.{i}.D')).toBeNull()
    expect(placeIn('A.2.B.1.', 'A.D')).toBeNull()
  })
})
