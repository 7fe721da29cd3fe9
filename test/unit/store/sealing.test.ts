import { describe, expect, it } from 'vitest'
import { createSealing } from '../../../src-main/store/sealing.ts'
import type { Cipher } from '../../../src-main/store/secrets.ts'

const cipher: Cipher = {
  encrypt: (text) => Buffer.from(`x${text}`),
  decrypt(encrypted) {
    const text = encrypted.toString()
    if (!text.startsWith('x')) throw new Error('another key')
    return text.slice(1)
  },
}
const sealing = createSealing(cipher)

const document = {
  values: [
    { name: 'Device.WiFi.AccessPoint.1.Security.KeyPassphrase', value: 'wifi-key', old: 'older', type: 'string' },
    { name: 'Device.Time.NTPServer1', value: 'ntp.example', type: 'string' },
    { name: 'Device.PPP.Interface.1.Password', value: '', type: 'string' },
  ],
  password: 'ftp-password',
  commandKey: 'job-1',
  count: 3,
  nothing: null,
}

describe('sealing', () => {
  it('hides secrets by name and leaves the rest readable', () => {
    const text = JSON.stringify(sealing.seal(document))
    for (const secret of ['wifi-key', 'older', 'ftp-password']) expect(text).not.toContain(secret)
    expect(text).toContain('ntp.example')
    expect(text).toContain('"commandKey":"job-1"')
    expect(text).toContain('{"name":"Device.PPP.Interface.1.Password","value":""')
  })

  it('opens what it sealed', () => {
    expect(sealing.open(JSON.parse(JSON.stringify(sealing.seal(document))))).toEqual(document)
  })

  it('gives an empty text for what another key sealed', () => {
    expect(sealing.open({ password: { sealed: Buffer.from('other').toString('base64') } })).toEqual({ password: '' })
  })
})
