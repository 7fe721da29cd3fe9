import { hostname } from 'node:os'
import type { TlsOptions } from 'node:tls'
import type { TlsSettings } from '#shared/model/settings.ts'
import type { LocalCa } from './local-ca.ts'
import { tlsOptions } from './tls-options.ts'

/** What the HTTPS port of the ACS is opened with: the laptop's own certificate for this address, and the settings. */
export async function acsTlsOptions(ca: LocalCa, settings: TlsSettings, address: string): Promise<TlsOptions> {
  const { key, cert } = await ca.serverIdentity({ addresses: [address], dnsNames: ['localhost', hostname()] })
  return { ...tlsOptions(settings), key, cert }
}
