import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { explainDownload } from '../../../src-main/transfer/finding.ts'
import { FtpServer } from '../../../src-main/transfer/ftp/ftp-server.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { allEnded, hasTool, makeDirectory, publishBuffer, requestsWhen, runTool, sha256, testBytes } from './support.ts'

const registry = new LinkRegistry()
const server = new FtpServer({ registry, address: '127.0.0.1', port: 0, idleTimeoutMs: 5000 })
const root = makeDirectory()
const data = testBytes(2_000_003)
const credentials = { username: 'box7', password: 's3cret' }
let port = 0
let inbox = ''
let count = 0

beforeAll(async () => {
  port = (await server.start()).port
})
beforeEach(() => {
  inbox = join(root.path, `inbox-${++count}`)
  mkdirSync(inbox)
})
afterAll(async () => {
  await server.stop()
  root.remove()
})

const accept = (maxBytes = 5_000_000) =>
  registry.accept({ directory: inbox, fileName: 'log.txt', maxBytes, credentials })

describe.skipIf(!hasTool('curl'))('curl (skipped where curl is missing)', () => {
  const modes: [string, string[]][] = [
    ['EPSV', []],
    ['PASV', ['--disable-epsv']],
    ['EPRT', ['-P', '-']],
    ['PORT', ['-P', '-', '--disable-eprt']],
  ]
  it.each(modes)('downloads and uploads with %s', async (_, args) => {
    const link = publishBuffer(registry, data, { credentials, fileName: '固件 1.bin' })
    const out = join(root.path, 'got')
    const url = `ftp://127.0.0.1:${port}`
    const got = await runTool('curl', ['-sS', ...args, '-u', 'box7:s3cret', '-o', out, url + link.path])
    expect(got).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ protocol: 'ftp', state: 'done', bytesSent: data.length, warnings: [] })
    const slot = accept()
    const sent = await runTool('curl', [
      '-sS',
      ...args,
      '-u',
      'box7:s3cret',
      '-T',
      out,
      `${url}/${slot.token}/运行.log`,
    ])
    expect(sent).toMatchObject({ status: 0 })
    expect(readFileSync(join(inbox, '运行.log')).equals(data)).toBe(true)
  })

  it('resumes with REST', async () => {
    const link = publishBuffer(registry, data)
    const out = join(root.path, 'resumed')
    writeFileSync(out, data.subarray(0, 1_500_000))
    const got = await runTool('curl', ['-sS', '-C', '-', '-o', out, `ftp://127.0.0.1:${port}${link.path}`])
    expect(got).toMatchObject({ status: 0 })
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    const [request] = await requestsWhen(registry, link.id, allEnded)
    expect(request).toMatchObject({ range: { start: 1_500_000, end: data.length - 1 }, bytesSent: 500_003 })
  })

  it('knows wrong passwords, foreign tokens and wrong names', async () => {
    const link = publishBuffer(registry, data, { credentials: { username: 'box8', password: 'x' } })
    const code = async (url: string, user: string) =>
      (await runTool('curl', ['-sS', '-o', '/dev/null', '-u', user, url])).status
    const base = `ftp://127.0.0.1:${port}`
    expect(await code(base + link.path, 'box8:wrong')).toBe(67)
    expect(await code(base + link.path, 'anonymous:x')).not.toBe(0)
    expect(await code(`${base}/${link.token}/other.bin`, 'box8:x')).toBe(78)
    expect(explainDownload(data.length, registry.requestsOf(link.id))).toMatchObject({ type: 'wrongPath', count: 1 })
    expect(await code(`${base}/${'0'.repeat(32)}/image.bin`, 'box8:x')).not.toBe(0)
  })

  it('refuses more than the link takes and leaves nothing', async () => {
    const file = join(root.path, 'big')
    writeFileSync(file, data)
    const slot = accept(1000)
    const sent = await runTool('curl', ['-s', '-u', 'box7:s3cret', '-T', file, `ftp://127.0.0.1:${port}${slot.path}`])
    expect(sent.status).not.toBe(0)
    await requestsWhen(registry, slot.id, allEnded)
    expect(readdirSync(inbox)).toEqual([])
  })
})

describe.skipIf(!hasTool('lftp'))('lftp (skipped where lftp is missing)', () => {
  it('lists, gets in parallel segments and puts', async () => {
    const link = publishBuffer(registry, data, { credentials })
    const slot = accept()
    const script = [
      'set ftp:ssl-allow no; set xfer:clobber yes; set cmd:fail-exit yes',
      `open -u box7,s3cret ftp://127.0.0.1:${port}`,
      `cd /${link.token}; cls -l; pget -n 3 image.bin -o ${root.path}/lftp.bin`,
      `cd /${slot.token}; put ${root.path}/lftp.bin -o a.bin; bye`,
    ].join('; ')
    const got = await runTool('lftp', ['-c', script])
    expect(got).toMatchObject({ status: 0 })
    expect(got.stdout).toContain('image.bin')
    expect(sha256(readFileSync(join(root.path, 'lftp.bin')))).toBe(link.sha256)
    expect(readFileSync(join(inbox, 'a.bin')).equals(data)).toBe(true)
    const requests = await requestsWhen(registry, link.id, allEnded)
    expect(explainDownload(data.length, requests).type).toBe('tookAll')
  })
})

describe.skipIf(!hasTool('tnftp'))('tnftp (skipped where tnftp is missing)', () => {
  it.each([
    ['passive', ['-p']],
    ['active', ['-A']],
  ])('gets and puts in %s mode', async (_, args) => {
    const link = publishBuffer(registry, data, { credentials })
    const slot = accept()
    const out = join(root.path, 'tnftp.bin')
    const script = [
      'user box7 s3cret',
      'binary',
      `cd ${link.token}`,
      `get image.bin ${out}`,
      `cd ../${slot.token}`,
      `put ${out} tnftp.log`,
      'quit',
      '',
    ].join('\n')
    const got = await runTool('tnftp', [...args, '-v', '-n', '127.0.0.1', String(port)], { input: script })
    expect(got.stdout + got.stderr).toContain('226')
    expect(sha256(readFileSync(out))).toBe(link.sha256)
    expect(readFileSync(join(inbox, 'tnftp.log')).equals(data)).toBe(true)
  })
})

describe('a client by hand', () => {
  it('refuses the bounce attack and system ports', async () => {
    const client = await dial()
    await client.login()
    expect(await client.ask('PORT 192,0,2,1,20,20')).toMatch(/^504/)
    expect(await client.ask('EPRT |1|192.0.2.1|5555|')).toMatch(/^504/)
    expect(await client.ask('PORT 127,0,0,1,0,25')).toMatch(/^504/)
    expect(await client.ask('EPSV ALL')).toMatch(/^200/)
    expect(await client.ask('PASV')).toMatch(/^501/)
    client.close()
  })

  // Only Linux has all of 127.0.0.0/8 on its loopback.
  it.skipIf(process.platform !== 'linux')('drops a passive data connection from another address', async () => {
    const link = publishBuffer(registry, data)
    const client = await dial()
    await client.login()
    const dataPort = Number(/\|(\d+)\|/.exec(await client.ask('EPSV'))?.[1])
    const thief = connect({ port: dataPort, host: '127.0.0.1', localAddress: '127.0.0.2' })
    thief.on('error', () => undefined)
    await new Promise((resolve) => thief.on('close', resolve))
    expect(thief.bytesRead).toBe(0)
    const own = connect(dataPort, '127.0.0.1').resume()
    expect(await client.ask(`RETR ${link.path}`)).toMatch(/^150/)
    expect(await client.next()).toMatch(/^226/)
    own.destroy()
    client.close()
  })

  it('stops a transfer on ABOR, with telnet codes, and goes on', async () => {
    const link = publishBuffer(registry, testBytes(32 * 1024 * 1024))
    const client = await dial()
    await client.login()
    const dataPort = Number(/\|(\d+)\|/.exec(await client.ask('EPSV'))?.[1])
    connect(dataPort, '127.0.0.1')
      .on('error', () => undefined)
      .pause()
    expect(await client.ask(`RETR ${link.path}`)).toMatch(/^150/)
    client.send(Buffer.from([0xff, 0xf4, 0xff, 0xf2, ...Buffer.from('ABOR\r\n')]))
    expect(await client.next()).toMatch(/^426/)
    expect(await client.next()).toMatch(/^226/)
    expect(await client.ask('NOOP')).toMatch(/^200/)
    expect((await requestsWhen(registry, link.id, allEnded))[0]?.state).toBe('aborted')
    client.close()
  })

  it('sends bytes unchanged in ASCII mode and notes it', async () => {
    const link = publishBuffer(registry, data)
    const client = await dial()
    await client.login()
    expect(await client.ask('TYPE A')).toMatch(/^200/)
    const dataPort = Number(/\|(\d+)\|/.exec(await client.ask('EPSV'))?.[1])
    const chunks: Buffer[] = []
    const socket = connect(dataPort, '127.0.0.1').on('data', (chunk) => chunks.push(chunk))
    expect(await client.ask(`RETR ${link.path}`)).toMatch(/^150/)
    expect(await client.next()).toMatch(/^226/)
    if (!socket.readableEnded) await new Promise((resolve) => socket.once('end', resolve))
    expect(sha256(Buffer.concat(chunks))).toBe(link.sha256)
    expect((await requestsWhen(registry, link.id, allEnded))[0]?.warnings).toEqual(['asciiRequested'])
    client.close()
  })

  it('answers SIZE, MDTM, PWD and FEAT; wants a login first; shows no root', async () => {
    const link = publishBuffer(registry, data)
    const client = await dial()
    expect(await client.ask(`SIZE ${link.path}`)).toMatch(/^530/)
    await client.login()
    expect(await client.ask(`SIZE ${link.path}`)).toBe(`213 ${data.length}`)
    expect(await client.ask(`MDTM ${link.path}`)).toMatch(/^213 20\d{12}$/)
    expect(await client.ask(`CWD /${link.token}/../../${link.token}`)).toMatch(/^250/)
    expect(await client.ask('PWD')).toContain(`"/${link.token}"`)
    expect(await client.ask('CWD ../../etc')).toMatch(/^550/)
    expect(await client.ask('RETR image.bin')).toMatch(/^425/)
    client.send('FEAT\r\n')
    let line = await client.next()
    while (!line.startsWith('211 ')) line = await client.next()
    client.send('PASV\r\n')
    const [, high, low] = /,(\d+),(\d+)\)/.exec(await client.next()) ?? []
    const listing = connect(Number(high) * 256 + Number(low), '127.0.0.1')
    let listed = ''
    listing.on('data', (chunk) => {
      listed += chunk
    })
    expect(await client.ask('LIST /')).toMatch(/^150/)
    expect(await client.next()).toMatch(/^226/)
    expect(listed).toBe('')
    client.close()
  })

  it('hangs up on lines without end and after three wrong logins', async () => {
    publishBuffer(registry, data, { credentials: { username: 'locked', password: 'x' } })
    const client = await dial()
    client.send('x'.repeat(20_000))
    expect(await client.next()).toMatch(/^500/)
    const guesser = await dial()
    for (let tries = 0; tries < 3; tries += 1) {
      await guesser.ask('USER locked')
      expect(await guesser.ask('PASS y')).toMatch(/^530/)
    }
    await guesser.closed
  })

  it('an upload cut off by a reset leaves nothing', async () => {
    const slot = registry.accept({ directory: inbox, fileName: 'a', maxBytes: 1_000_000 })
    const client = await dial()
    await client.login()
    const listener = createServer()
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const local = (listener.address() as { port: number }).port
    expect(await client.ask(`EPRT |1|127.0.0.1|${local}|`)).toMatch(/^200/)
    const arrived = new Promise<Socket>((resolve) => listener.once('connection', resolve))
    client.send(`STOR ${slot.path}\r\n`)
    const socket = await arrived
    socket.write('half of it', () => setTimeout(() => socket.resetAndDestroy(), 50))
    expect(await client.next()).toMatch(/^150/)
    expect(await client.next()).toMatch(/^426/)
    expect(readdirSync(inbox)).toEqual([])
    listener.close()
    client.close()
  })
})

async function dial() {
  const socket = connect(port, '127.0.0.1')
  const lines: string[] = []
  const waiters: ((line: string) => void)[] = []
  let rest = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    rest += chunk.toString()
    const parts = rest.split('\r\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      const waiter = waiters.shift()
      if (waiter) waiter(line)
      else lines.push(line)
    }
  })
  const next = () =>
    new Promise<string>((resolve) => (lines.length > 0 ? resolve(lines.shift() ?? '') : waiters.push(resolve)))
  const send = (text: string | Buffer) => void socket.write(text)
  const ask = (line: string) => {
    send(`${line}\r\n`)
    return next()
  }
  expect(await next()).toMatch(/^220/)
  return {
    next,
    send,
    ask,
    closed: new Promise((resolve) => socket.once('close', resolve)),
    close: () => socket.destroy(),
    login: async () => {
      await ask('USER guest')
      expect(await ask('PASS me')).toMatch(/^230/)
    },
  }
}
