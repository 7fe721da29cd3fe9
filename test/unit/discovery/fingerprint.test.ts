import { expect, it } from 'vitest'
import { factOfAnswer } from '../../../src-main/discovery/http/fingerprint.ts'

const answer = (server: string, realm = '') => factOfAnswer('10.0.0.1', { port: 7547, status: 401, server, realm }, 0)

it('tells makers by the words of their stacks', () => {
  expect(answer('', 'HuaweiHomeGateway')).toMatchObject({ manufacturer: 'Huawei', kind: 'router', services: ['cwmp'] })
  expect(answer('ZTE STB')).toMatchObject({ manufacturer: 'ZTE', kind: 'box' })
  expect(answer('RomPager/4.07')).toMatchObject({ kind: 'router' })
  expect(answer('gSOAP/2.7').manufacturer).toBeUndefined()
})
