import type { BoxFacts, ModelName } from './spec.ts'

const MAKERS: Readonly<
  Record<
    ModelName,
    Omit<BoxFacts, 'index' | 'serialNumber' | 'macAddress' | 'address' | 'acsUrl'> & {
      readonly prefix: string
      readonly macByte: number
    }
  >
> = {
  stb: {
    manufacturer: 'ACME',
    oui: 'ACDE48',
    productClass: 'STB-4K200',
    hardwareVersion: 'HW2.1',
    softwareVersion: 'V2.3.5',
    prefix: 'AS4K',
    macByte: 0x10,
  },
  gateway181: {
    manufacturer: 'ACME',
    oui: 'ACDE48',
    productClass: 'GW-AX3000',
    hardwareVersion: 'R1A',
    softwareVersion: '3.10.4',
    prefix: 'AGAX',
    macByte: 0x40,
  },
  gateway098: {
    manufacturer: 'ACME',
    oui: 'ACDE48',
    productClass: 'HG-E910',
    hardwareVersion: 'V1.0',
    softwareVersion: 'V3.0.10P02',
    prefix: 'AHGE',
    macByte: 0x80,
  },
}

/** Identity of the box number `index` (from 1) of a model: the same index always gives the same box. */
export function boxFacts(model: ModelName, index: number, address: string, acsUrl: string): BoxFacts {
  const { prefix, macByte, ...maker } = MAKERS[model]
  const low = (macByte * 0x10000 + index) & 0xffffff
  const tail = low.toString(16).padStart(6, '0').toUpperCase().match(/../g) ?? []
  return {
    ...maker,
    index,
    serialNumber: `${prefix}2407${String(index).padStart(8, '0')}`,
    macAddress: ['AC', 'DE', '48', ...tail].join(':'),
    address,
    acsUrl,
  }
}
