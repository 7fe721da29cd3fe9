import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalCa, type LocalCa } from '../../../src-main/net/local-ca.ts'
import { type TlsChoice, tlsOptions } from '../../../src-main/net/tls-options.ts'

const names = { addresses: ['127.0.0.1', '::1', 'fe80::1%eth0'], dnsNames: ['acs.local'] }
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const day = 86_400_000
const clock = { now: Math.floor(Date.now() / 1000) * 1000 }
const store = new Map<string, string>()
const keeper = {
  get: (name: string) => store.get(name) ?? null,
  set: (name: string, value: string) => void store.set(name, value),
}
let ca: LocalCa
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'local-ca-'))
  ca = createLocalCa(keeper, () => clock.now)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('LocalCa', () => {
  it('is made once, also for two callers at a time and after a restart', async () => {
    const [first, second] = await Promise.all([ca.authority(), ca.authority()])
    expect(second).toEqual(first)
    expect(await createLocalCa(keeper, () => clock.now).authority()).toEqual(first)
    expect(first.subject).toMatch(
      /^O=FieldACS\nCN=FieldACS local CA [0-9a-f]{8}$|^CN=FieldACS local CA [0-9a-f]{8}\nO=FieldACS$/,
    )
    const parsed = new X509Certificate(first.der)
    expect(parsed.ca).toBe(true)
    expect(parsed.fingerprint256).toBe(first.fingerprint)
    expect(first.pem).not.toContain('PRIVATE')
  })

  it('certifies addresses and names, for boxes of 1970 too', async () => {
    const { cert } = await ca.serverIdentity(names)
    const parsed = new X509Certificate(cert)
    expect(parsed.subject).toBe('CN=127.0.0.1')
    expect(parsed.subjectAltName).toContain('IP Address:127.0.0.1')
    expect(parsed.checkIP('::1')).toBeDefined()
    expect(parsed.checkIP('fe80::1')).toBeDefined()
    expect(parsed.checkHost('acs.local')).toBeDefined()
    expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.parse('1970-02-01'))
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  it('keeps its certificate until names are missing or it ends soon', async () => {
    const first = await ca.serverIdentity(names)
    expect(await ca.serverIdentity({ addresses: ['127.0.0.1'], dnsNames: [] })).toEqual(first)
    const moved = await ca.serverIdentity({ ...names, addresses: [...names.addresses, '192.168.1.10'] })
    expect(moved.cert).not.toBe(first.cert)
    clock.now += 701 * day
    const renewed = await ca.serverIdentity(names)
    expect(renewed.cert).not.toBe(moved.cert)
    expect(Date.parse(renewed.validUntil)).toBe(clock.now + 730 * day)
    clock.now -= 701 * day
  })

  it('starts anew where the kept keys are lost or damaged', async () => {
    const before = await ca.authority()
    const kept = store.get('tls.authority') ?? ''
    store.set('tls.authority', '{"key":"x","certificate":"y"}')
    const after = await ca.authority()
    expect(after.fingerprint).not.toBe(before.fingerprint)
    const { cert } = await ca.serverIdentity(names)
    expect(new X509Certificate(cert).verify(new X509Certificate(after.pem).publicKey)).toBe(true)
    store.set('tls.authority', kept)
  })

  it.runIf(hasOpenssl)('OpenSSL finds the chain in order', async () => {
    const { cert } = await ca.serverIdentity(names)
    writeFileSync(path.join(folder, 'ca.pem'), (await ca.authority()).pem)
    writeFileSync(path.join(folder, 'server.pem'), cert)
    const check = ['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_ip', '127.0.0.1', '-CAfile', 'ca.pem']
    const said = execFileSync('openssl', [...check, 'server.pem'], { cwd: folder }).toString()
    expect(said.trim()).toBe('server.pem: OK')
  })
})

/** Serves HTTPS under a choice while `use` runs; the page tells what the server saw of the client. */
async function serving<T>(choice: TlsChoice, use: (port: number) => Promise<T>): Promise<T> {
  const { key, cert } = await ca.serverIdentity(names)
  const server = createServer({ key, cert, ...tlsOptions(choice) }, (request, response) => {
    const socket = request.socket as TLSSocket
    response.end(`${socket.getProtocol()} ${socket.getPeerCertificate().subject?.CN ?? '-'} ${socket.authorized}`)
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** A self-signed client certificate, as a box has one. */
function boxIdentity(name: string): { key: string; cert: string } {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`]
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=A1B2C3-STB-${name}`, ...files]
  execFileSync('openssl', request, { cwd: folder, stdio: 'ignore' })
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  return { key: read(`${name}.key`), cert: read(`${name}.pem`) }
}

/** The page, or the reason why there was none. */
function fetchPage(port: number, options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ...options }, () => {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    })
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    socket.on('close', () => resolve(text.split('\r\n\r\n')[1]?.replace(/^\w+\r\n|\r\n0$/g, '') ?? ''))
  })
}

describe('tlsOptions', () => {
  const plain: TlsChoice = { oldTls: false, clientCertificates: 'no' }
  const oldClient: ConnectionOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }

  it('a client that has the CA trusts the server, others do not', async () => {
    const { pem } = await ca.authority()
    await serving(plain, async (port) => {
      expect(await fetchPage(port, { ca: pem })).toContain('TLSv1.3 - ')
      expect(await fetchPage(port, { ca: pem, host: '127.0.0.1', servername: 'acs.local' })).toContain('TLSv1.3')
      expect(await fetchPage(port, {})).toBe('SELF_SIGNED_CERT_IN_CHAIN')
    })
  })

  it('TLS 1.0 by choice only', async () => {
    const { pem } = await ca.authority()
    expect(await serving(plain, (port) => fetchPage(port, { ca: pem, ...oldClient }))).toMatch(/PROTOCOL_VERSION/)
    const old = { ...plain, oldTls: true }
    expect(await serving(old, (port) => fetchPage(port, { ca: pem, ...oldClient }))).toContain('TLSv1 - ')
    const rsaOnly = { ...oldClient, ciphers: 'AES128-SHA:@SECLEVEL=0' }
    expect(await serving(old, (port) => fetchPage(port, { ca: pem, ...rsaOnly }))).toContain('TLSv1 - ')
    expect(await serving(old, (port) => fetchPage(port, { ca: pem }))).toContain('TLSv1.3 - ')
  })

  it.runIf(hasOpenssl)('TLS 1.0 with the OpenSSL client', async () => {
    writeFileSync(path.join(folder, 'ca.pem'), (await ca.authority()).pem)
    const shown = await serving({ ...plain, oldTls: true }, async (port) => {
      const to = ['-connect', `127.0.0.1:${port}`, '-tls1', '-cipher', 'AES128-SHA:@SECLEVEL=0']
      const child = promisify(execFile)('openssl', ['s_client', ...to, '-CAfile', path.join(folder, 'ca.pem')])
      child.child.stdin?.end()
      return (await child).stdout
    })
    expect(shown).toContain('Verify return code: 0 (ok)')
    expect(shown).toMatch(/Protocol\s*:\s*TLSv1\b/)
  })

  it('certificates cannot be required without something to prove them by', () => {
    expect(() => tlsOptions({ ...plain, clientCertificates: 'require' })).toThrow('TLS_CLIENT_CA_MISSING')
  })

  it.runIf(hasOpenssl)('client certificates: asked for, required, proven by the given CA only', async () => {
    const box = boxIdentity('box')
    const stranger = boxIdentity('stranger')
    const { pem } = await ca.authority()
    const asked: TlsChoice = { ...plain, clientCertificates: 'ask', clientCa: box.cert }
    await serving(asked, async (port) => {
      expect(await fetchPage(port, { ca: pem })).toContain('TLSv1.3 - false')
      expect(await fetchPage(port, { ca: pem, ...box })).toContain('TLSv1.3 A1B2C3-STB-box true')
      expect(await fetchPage(port, { ca: pem, ...stranger })).toContain('TLSv1.3 A1B2C3-STB-stranger false')
    })
    await serving({ ...asked, clientCertificates: 'require' }, async (port) => {
      expect(await fetchPage(port, { ca: pem, ...box })).toContain('TLSv1.3 A1B2C3-STB-box true')
      expect(await fetchPage(port, { ca: pem })).not.toContain('TLSv1.3')
      expect(await fetchPage(port, { ca: pem, ...stranger })).not.toContain('TLSv1.3')
    })
  })
})
