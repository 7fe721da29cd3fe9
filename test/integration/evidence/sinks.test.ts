import { execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ssh2 from 'ssh2'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import { type Sink, Sinks } from '../../../src-main/collect/sinks.ts'
import { HttpFileServer } from '../../../src-main/transfer/http-file-server.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { createHostKey } from '../../../src-main/transfer/sftp/host-key.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { canRun } from '../../support/tools.ts'

const run = promisify(execFile)
const host = '127.0.0.1'
const hostKey = createHostKey()
const has = { sftp: false, lftp: false, curl: false, logger: false, rsyslog: false }

beforeAll(async () => {
  has.sftp = await canRun('sftp', 'openssh-client')
  has.lftp = await canRun('lftp', 'lftp')
  has.curl = await canRun('curl', 'curl')
  has.logger = await canRun('logger', 'bsdutils')
  has.rsyslog = has.logger && (await canRun('rsyslogd', 'rsyslog'))
}, 120_000)

async function open(): Promise<{ sinks: Sinks; links: LinkRegistry; folder: string }> {
  const links = new LinkRegistry()
  const server = new HttpFileServer({ registry: links, address: host, port: 0 })
  const { port } = await server.start()
  const folder = join(temporaryFolder(), 'evidence')
  const sinks = new Sinks({ links, address: () => host, filesPort: () => port, hostKey: () => hostKey }, folder)
  onTestFinished(async () => {
    await sinks.stop()
    await server.stop()
  })
  return { sinks, links, folder }
}

async function sent(sink: Sink): Promise<{ name: string; sha256: string }> {
  const { path, sha256 } = await sink.received(AbortSignal.timeout(15_000))
  expect(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ).toBe(sha256)
  return { name: path.split('/').at(-1) ?? '', sha256 }
}

async function sample(sizeBytes = 300_000): Promise<{ path: string; sha256: string }> {
  const path = join(temporaryFolder(), 'log.txt')
  const data = randomBytes(sizeBytes)
  await writeFile(path, data)
  return { path, sha256: createHash('sha256').update(data).digest('hex') }
}

/** OpenSSH asks a program for the password when it has no terminal. */
async function openSsh(sink: Sink, batch: string): Promise<void> {
  const folder = temporaryFolder()
  const [ask, commands] = [join(folder, 'ask'), join(folder, 'commands')]
  await writeFile(ask, `#!/bin/sh\necho '${sink.credentials.password}'\n`)
  await writeFile(commands, batch)
  await chmod(ask, 0o700)
  const { port } = new URL(sink.urlFor(host))
  const options = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'PreferredAuthentications=password']
  await run(
    'sftp',
    [
      ...options.flatMap((one) => ['-o', one]),
      '-oBatchMode=no',
      '-b',
      commands,
      '-P',
      port || '22',
      `${sink.credentials.username}@${host}`,
    ],
    { env: { ...process.env, SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' }, timeout: 20_000 },
  )
}

describe('sinks take files of real senders', () => {
  it('sftp (OpenSSH)', async ({ skip }) => {
    if (!has.sftp) return skip('OpenSSH is not here')
    const { sinks } = await open()
    const sink = await sinks.open('sftp', 'log.txt', 1_000_000)
    const { path, sha256 } = await sample()
    const token = new URL(sink.urlFor(host)).pathname
    await openSsh(sink, `put ${path} ${token}\nls\nbye\n`)
    expect(await sent(sink)).toEqual({ name: 'log.txt', sha256 })
  })

  it('ftp (lftp) and with the login in the URL', async ({ skip }) => {
    if (!has.lftp) return skip('lftp is not here')
    const { sinks } = await open()
    const sink = await sinks.open('ftp', 'log.txt', 1_000_000)
    const { path, sha256 } = await sample()
    const { origin, pathname, port } = new URL(sink.urlFor(host))
    expect(origin).toContain(port)
    const { username, password } = sink.credentials
    await run('lftp', [
      '-u',
      `${username},${password}`,
      '-p',
      port || '21',
      '-e',
      `put ${path} -o ${pathname}; bye`,
      host,
    ])
    expect((await sent(sink)).sha256).toBe(sha256)
    expect(sink.urlWithLoginFor(host)).toContain(`${username}:${password}@`)
  })

  it.for(['http', 'tftp', 'ftp'] as const)('%s (curl)', async (protocol, { skip }) => {
    if (!has.curl) return skip('curl is not here')
    const { sinks } = await open()
    const sink = await sinks.open(protocol, 'log.txt', 1_000_000)
    const { path, sha256 } = await sample()
    await run('curl', ['-sS', '-T', path, sink.urlWithLoginFor(host)])
    expect((await sent(sink)).sha256).toBe(sha256)
  })

  it('a form over POST (curl), whatever it calls its file', async ({ skip }) => {
    if (!has.curl) return skip('curl is not here')
    const { sinks, folder } = await open()
    const sink = await sinks.open('http', 'log.txt', 1_000_000)
    const { path, sha256 } = await sample()
    await run('curl', ['-sS', '-F', `f=@${path};filename=../../etc/passwd`, sink.urlFor(host)])
    expect(await sent(sink)).toEqual({ name: 'passwd', sha256 })
    expect(readdirSync(folder)).toEqual(['passwd'])
  })

  it('syslog (logger), of the one box only', async ({ skip }) => {
    if (!has.logger) return skip('logger is not here')
    const { sinks } = await open()
    const messages: SyslogMessage[] = []
    let tell = (): void => {}
    const port = await sinks.syslog(
      (message) => {
        messages.push(message)
        if (messages.length >= 2) tell()
      },
      (address) => address === host,
    )
    const both = new Promise<void>((resolve) => {
      tell = resolve
    })
    await run('logger', ['-n', host, '-P', String(port), '-d', '-t', 'stb', '--rfc3164', '频道播放超时'])
    await run('logger', ['-n', host, '-P', String(port), '-T', '-t', 'stb', '--rfc5424', 'over tcp'])
    await both
    expect(
      messages.map(({ transport, text }) => [transport, text]).sort((a, b) => String(a).localeCompare(String(b))),
    ).toEqual([
      ['tcp', 'over tcp'],
      ['udp', '频道播放超时'],
    ])
  })
})

describe('syslog of rsyslog', () => {
  it.for(['udp', 'tcp'] as const)('over %s, in the form of RFC 5424', async (protocol, { skip }) => {
    if (!has.rsyslog) return skip('rsyslog is not here')
    const { sinks } = await open()
    const folder = temporaryFolder()
    const [socket, config] = [join(folder, 'log'), join(folder, 'rsyslog.conf')]
    let take = (_: SyslogMessage): void => {}
    const received = new Promise<SyslogMessage>((resolve) => {
      take = resolve
    })
    const port = await sinks.syslog(
      (message) => {
        if (message.text.includes('over rsyslog')) take(message)
      },
      () => true,
    )
    await writeFile(
      config,
      `module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="${socket}")
*.* action(type="omfwd" target="${host}" port="${port}" protocol="${protocol}" template="RSYSLOG_SyslogProtocol23Format" TCP_Framing="octet-counted")
`,
    )
    const daemon = spawn('rsyslogd', ['-n', '-f', config, '-i', join(folder, 'pid')], { stdio: 'ignore' })
    const ended = new Promise((resolve) => daemon.once('exit', resolve))
    onTestFinished(async () => {
      daemon.kill()
      await ended
    })
    while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 50))
    await run('logger', ['-u', socket, '-t', 'stb', '-p', 'user.err', '播放失败 over rsyslog'])
    expect(await received).toMatchObject({
      format: 'rfc5424',
      severity: 'error',
      app: 'stb',
      transport: protocol,
    })
  })
})

describe('hostile senders stay in their limits', () => {
  it('a name with ../ ends in the folder of the job', async ({ skip }) => {
    if (!has.curl) return skip('curl is not here')
    const { sinks, folder } = await open()
    const sink = await sinks.open('http', 'log.txt', 1_000_000)
    const { path } = await sample()
    const url = sink.urlFor(host).replace(/[^/]*$/, '..%2f..%2f..%2fevil.sh')
    await run('curl', ['-sS', '--path-as-is', '-T', path, url])
    await sent(sink)
    expect(readdirSync(folder)).toEqual(['evil.sh'])
    expect(existsSync(join(folder, '..', 'evil.sh'))).toBe(false)
  })

  it('an endless stream is cut at the limit and leaves nothing', async ({ skip }) => {
    if (!has.curl) return skip('curl is not here')
    const { sinks, folder, links } = await open()
    const sink = await sinks.open('http', 'log.txt', 100_000)
    await run('sh', ['-c', `head -c 50000000 /dev/zero | curl -sS -T - '${sink.urlFor(host)}'`]).catch(() => undefined)
    expect(links.requestsOf(sink.linkId).at(-1)).toMatchObject({ state: 'refused', reason: 'tooLarge' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('sftp: a wrong login, a file too large, holes, other paths and a connection that dies', async () => {
    const { sinks, folder } = await open()
    const sink = await sinks.open('sftp', 'log.txt', 100_000)
    const { username, password } = sink.credentials
    const port = Number(new URL(sink.urlFor(host)).port || 22)
    await expect(session({ port, username, password: 'wrong' })).rejects.toThrow(/authentication/i)
    const { sftp, client } = await session({ port, username, password })
    const call = (work: (done: (error: unknown, value?: unknown) => void) => void) =>
      new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))))
    await expect(call((done) => sftp.readFile('/etc/passwd', done))).rejects.toThrow()
    await expect(call((done) => sftp.unlink('/etc/passwd', done))).rejects.toThrow()
    await expect(call((done) => sftp.writeFile('../../big', Buffer.alloc(200_000), done))).rejects.toThrow()
    const handle = (await call((done) => sftp.open('holes', 'w', done))) as Buffer
    await expect(call((done) => sftp.write(handle, Buffer.from('x'), 0, 1, 90_000, done))).rejects.toThrow()
    await call((done) => sftp.writeFile('../../good', Buffer.from('good'), done))
    expect(await sent(sink)).toMatchObject({ name: 'good' })
    await call((done) => sftp.open('half', 'w', done))
    client.destroy()
    await sinks.stop()
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['good'])
  })
})

function session(login: { port: number; username: string; password: string }) {
  return new Promise<{ sftp: ssh2.SFTPWrapper; client: ssh2.Client }>((resolve, reject) => {
    const client = new ssh2.Client()
    client
      .on('error', reject)
      .on('ready', () => client.sftp((error, sftp) => (error ? reject(error) : resolve({ sftp, client }))))
    client.connect({ host, ...login })
  })
}
