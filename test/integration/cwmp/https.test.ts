import { request } from 'node:https'
import { afterEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../shared/contract.ts'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { envelope, informBody } from '../../support/foreign-box.ts'

let acs: TestAcs
afterEach(() => acs.stop())

async function startSecure(tls: CallInput<'settings.set'>['tls'] = {}): Promise<string> {
  acs = await startAcs({ settings: { tls: { enabled: true, ...tls } } })
  return acs.app.endpoints().acsTlsUrl ?? ''
}

/** One POST over TLS; rejects where the handshake fails. */
function post(url: string, body: string, options: { ca?: string; maxVersion?: 'TLSv1' } = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { ca, maxVersion } = options
    const old = maxVersion ? { minVersion: maxVersion, maxVersion, ciphers: 'DEFAULT:@SECLEVEL=0' } : {}
    const sent = request(url, { method: 'POST', agent: false, ...(ca && { ca }), ...old }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

const inform = envelope('1', informBody('TLS0001'))

describe('HTTPS', () => {
  it('is off until it is wanted', async () => {
    acs = await startAcs()
    expect(acs.app.endpoints().acsTlsUrl).toBeNull()
    expect(acs.app.listeners().find(({ name }) => name === 'acsTls')?.state).toBe('off')
  })

  it('lets in a box that was given our authority, and no other is asked to trust us', async () => {
    const url = await startSecure()
    const { pem: ca, fingerprint } = await acs.call('tls.authority', {})
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/i)
    expect(await post(url, inform, { ca })).toBe(200)
    expect(await acs.devices()).toMatchObject([{ serialNumber: 'TLS0001' }])
    await expect(post(url, inform)).rejects.toThrow(/certificate/)
  })

  it('speaks TLS 1.0 only by choice', async () => {
    let url = await startSecure()
    const { pem: ca } = await acs.call('tls.authority', {})
    await expect(post(url, inform, { ca, maxVersion: 'TLSv1' })).rejects.toThrow()
    expect(acs.complaints).toContain('TLS handshake failed')
    await acs.call('settings.set', { tls: { oldTls: true } })
    url = acs.app.endpoints().acsTlsUrl ?? ''
    expect(await post(url, inform, { ca, maxVersion: 'TLSv1' })).toBe(200)
  })

  it('says what is missing where client certificates are required without an authority', async () => {
    await startSecure({ clientCertificates: 'require' })
    const listener = acs.app.listeners().find(({ name }) => name === 'acsTls')
    expect(listener).toMatchObject({ state: 'failed', error: { code: 'TLS_CLIENT_CA_MISSING' } })
  })
})
