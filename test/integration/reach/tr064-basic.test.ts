import { afterEach, expect, it } from 'vitest'
import { callAction } from '../../../src-main/pointing/tr064/tr064-client.ts'
import { type OddBox, playBox } from './odd-box.ts'

let box: OddBox
afterEach(() => box.stop())

it('sends the password of a box to no TR-064 service that offers Basic alone, and says why', async () => {
  box = await playBox(async ({ request, send }) => {
    while ((await request()) !== '')
      send('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="tr064"\r\nContent-Length: 0\r\n\r\n')
  })
  const service = { type: 'urn:dslforum-org:service:ManagementServer:1', controlUrl: box.url, scpdUrl: box.url }
  const target = { service, localAddress: '127.0.0.1', login: { username: 'dslf-config', password: 'geheim' } }
  await expect(callAction(target, 'GetInfo')).rejects.toMatchObject({ code: 'TR064_BASIC_ONLY' })
  expect(box.requests.join()).not.toMatch(/authorization/i)
})
