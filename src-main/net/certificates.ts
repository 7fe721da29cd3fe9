// The polyfill must be there before the library asks for it.
import 'reflect-metadata'
import { createPrivateKey, KeyObject, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'

/** A private key and its certificate, both PEM. */
export interface Identity {
  key: string
  certificate: string
}

/** What a server certificate is for; the first of all names is the common name, for boxes that know nothing else. */
export interface ServerNames {
  addresses: readonly string[]
  dnsNames: readonly string[]
}

/** Old boxes know RSA only. */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
/** A box that has not got the time yet lives in 1970 or 2000, and would refuse a certificate of today. */
const notBefore = new Date('1970-01-02T00:00:00Z')
const dayMs = 86_400_000
const authorityDays = 3650
const serverDays = 730
const serverAuthentication = '1.3.6.1.5.5.7.3.1'

/** Makes a certificate authority of its own, named so that those of several laptops can be told apart (RFC 5280 4.2). */
export async function makeAuthority(now: number): Promise<Identity> {
  const keys = await makeKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=FieldACS local CA ${randomBytes(4).toString('hex')}, O=FieldACS`,
    notBefore,
    notAfter: new Date(now + authorityDays * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: toPem(keys.privateKey), certificate: certificate.toString('pem') }
}

/** Makes a server certificate with addresses and names (RFC 5280 4.2.1.6), signed by the authority. */
export async function makeServerCertificate(authority: Identity, names: ServerNames, now: number): Promise<Identity> {
  const keys = await makeKeys()
  const issuer = new x509.X509Certificate(authority.certificate)
  const alternatives: x509.JsonGeneralName[] = [
    ...names.addresses.filter((address) => isIP(address) !== 0).map((value) => ({ type: 'ip' as const, value })),
    ...names.dnsNames.map((value) => ({ type: 'dns' as const, value })),
  ]
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    issuer: issuer.subject,
    subject: [{ CN: [alternatives[0]?.value ?? 'FieldACS'] }],
    notBefore,
    notAfter: new Date(Math.min(now + serverDays * dayMs, issuer.notAfter.getTime())),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      // Encipherment is for the RSA key exchange of TLS 1.0.
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([serverAuthentication]),
      new x509.SubjectAlternativeNameExtension(alternatives),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: toPem(keys.privateKey), certificate: certificate.toString('pem') }
}

/** Whether a server certificate still serves: of this authority, for all of these names, good until then. */
export function doesServe(certificate: string, authority: Identity, names: ServerNames, until: number): boolean {
  try {
    const parsed = new X509Certificate(certificate)
    const isOurs = parsed.verify(new X509Certificate(authority.certificate).publicKey)
    const hasAddresses = names.addresses.every((address) => parsed.checkIP(address) !== undefined)
    const hasNames = names.dnsNames.every((name) => parsed.checkHost(name) !== undefined)
    return isOurs && hasAddresses && hasNames && Date.parse(parsed.validTo) > until
  } catch {
    return false
  }
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}

function toPem(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Positive and never beginning with zero, as DER wants it. */
function serialNumber(): string {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0)
  return bytes.toString('hex')
}
