import type { TlsOptions } from 'node:tls'
import { AppError } from '#shared/errors.ts'

export interface TlsChoice {
  /** TLS 1.0 and 1.1, SHA-1 signatures and small keys: for old boxes, by choice only. */
  oldTls: boolean
  /** Whether boxes are asked for a certificate; `ask` lets those without one in. */
  clientCertificates: 'no' | 'ask' | 'require'
  /** PEM of the authorities that signed the boxes' certificates; without it none can be proven. */
  clientCa?: string | undefined
}

/**
 * Options of node:https for boxes, beside `key` and `cert`. Throws TLS_CLIENT_CA_MISSING where certificates are required
 * and nothing could prove them: the public authorities, which Node would take instead, sign no boxes.
 */
export function tlsOptions({ oldTls, clientCertificates, clientCa }: TlsChoice): TlsOptions {
  if (clientCertificates === 'require' && !clientCa) throw new AppError('TLS_CLIENT_CA_MISSING')
  return {
    ...(oldTls ? { minVersion: 'TLSv1', ciphers: oldCiphers } : { minVersion: 'TLSv1.2' }),
    requestCert: clientCertificates !== 'no',
    rejectUnauthorized: clientCertificates === 'require',
    ...(clientCa && clientCertificates !== 'no' ? { ca: clientCa } : {}),
  }
}

/**
 * Electron's BoringSSL says version 0.0.0. It knows no security levels (the word is an error) and no DHE, but TLS 1.0 and
 * even 3DES, which Node's own OpenSSL is built without: a box with 3DES only is served by the app, not by headless mode.
 * Seen with Electron 33 and Node 24.
 */
const isBoringSsl = process.versions.openssl === '0.0.0'
const oldCiphers = isBoringSsl ? 'ALL:!aNULL:!eNULL:DES-CBC3-SHA' : 'ALL:!aNULL:!eNULL:@SECLEVEL=0'
