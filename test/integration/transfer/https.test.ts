import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { HttpFileServer } from '../../../src-main/transfer/http-file-server.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { allEnded, hasTool, makeDirectory, publishBuffer, requestsWhen, runTool, sha256, testBytes } from './support.ts'

const root = makeDirectory()
afterAll(() => root.remove())

it.skipIf(!hasTool('openssl') || !hasTool('curl'))(
  'serves over TLS (skipped where openssl or curl is missing)',
  async () => {
    const [key, cert, out] = ['key.pem', 'cert.pem', 'out.bin'].map((name) => join(root.path, name)) as [
      string,
      string,
      string,
    ]
    const subject = ['-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2']
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject])
    const registry = new LinkRegistry()
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    const server = new HttpFileServer({ registry, address: '127.0.0.1', port: 0, tls })
    const { port } = await server.start()
    const data = testBytes(5_000_000)
    const link = publishBuffer(registry, data, { credentials: { username: 'box', password: 'x' } })
    const args = [
      '-sS',
      '-f',
      '--cacert',
      cert,
      '--digest',
      '-u',
      'box:x',
      '-o',
      out,
      `https://127.0.0.1:${port}${link.path}`,
    ]
    expect(await runTool('curl', args)).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    const requests = await requestsWhen(registry, link.id, (all) => all.length === 2 && allEnded(all))
    expect(requests[1]).toMatchObject({ protocol: 'https', state: 'done', bytesSent: data.length })
    await server.stop()
  },
)
