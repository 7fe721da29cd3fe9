import { describe, expect, it } from 'vitest'
import { joinPath, parseCommand, parseEprt, parsePort } from '../../../src-main/transfer/ftp/command.ts'
import { type FtpContext, type FtpState, initialState, step } from '../../../src-main/transfer/ftp/machine.ts'
import { createView } from '../../../src-main/transfer/ftp/view.ts'
import { LinkRegistry } from '../../../src-main/transfer/links.ts'
import { seeded } from '../../random.ts'

const registry = new LinkRegistry()
const open = registry.publish({
  source: { type: 'buffer', data: Buffer.from('abc') },
  fileName: 'a.bin',
  sizeBytes: 3,
  sha256: '0',
})
const locked = registry.accept({
  directory: '/nowhere',
  fileName: 'log',
  maxBytes: 9,
  credentials: { username: 'u', password: 'p' },
})
const context: FtpContext = { view: createView(registry), peer: '192.0.2.7' }

const run = (...lines: string[]) => {
  let state: FtpState = initialState
  const seen: string[] = []
  for (const line of lines) {
    const next = step(state, parseCommand(Buffer.from(line)), context)
    state = next.state
    for (const effect of next.effects) seen.push(effect.type === 'reply' ? String(effect.code) : effect.type)
  }
  return { state, seen }
}

describe('dialogues', () => {
  it.each([
    [['USER x', 'PASS y', 'TYPE I', 'EPSV', `RETR /${open.token}/a.bin`], '331 230 200 listenPassive send'],
    [['USER u', 'PASS wrong', 'PWD'], '331 refused 530 530'],
    [['USER u', 'PASS p', 'PASV', `CWD ${locked.token}`, 'STOR x.log'], '331 230 listenPassive 250 receive'],
    [['USER x', 'PASS y', 'EPSV', `STOR /${locked.token}/x.log`], '331 230 listenPassive refused 553'],
    [['USER x', 'PASS y', `RETR /${open.token}/a.bin`], '331 230 425'],
    [['USER x', 'PASS y', 'REST 2', 'PASV', `RETR /${open.token}/a.bin`], '331 230 350 listenPassive send'],
    [['USER x', 'PASS y', 'REST 4', 'PASV', `RETR /${open.token}/a.bin`], '331 230 350 listenPassive refused 554'],
    [['USER x', 'PASS y', 'PORT 192,0,2,7,4,0', 'LIST'], '331 230 200 list'],
    [['USER x', 'PASS y', 'PORT 192,0,2,8,4,0'], '331 230 504'],
    [['USER x', 'PASS y', 'EPSV ALL', 'PORT 192,0,2,7,4,0', 'EPSV 3'], '331 230 200 501 522'],
    [['PASS y', 'QUIT'], '503 221 close'],
    [['valueOf', '__proto__', 'TYPE', ''], '502 500 530 500'],
  ])('%j', (lines, expected) => {
    expect(run(...lines).seen.join(' ')).toBe(expected)
  })

  it('shows a guest nothing of a locked link', () => {
    const guest = context.view.entryAt(`/${locked.token}/log`, { username: 'g', password: '' })
    expect(guest.type).toBe('denied')
    expect(context.view.entryAt('/', { username: 'g', password: '' })).toEqual({ type: 'directory', link: null })
  })
})

describe('arguments', () => {
  it.each([
    ['127,0,0,1,4,1', { address: '127.0.0.1', port: 1025 }],
    ['127,0,0,1,4', null],
    ['127,0,0,256,4,1', null],
    ['a,b,c,d,e,f', null],
  ])('PORT %s', (text, expected) => expect(parsePort(text)).toEqual(expected))
  it.each([
    ['|1|127.0.0.1|1025|', { address: '127.0.0.1', port: 1025 }],
    ['!2!::1!9!', { address: '::1', port: 9 }],
    ['|1|::1|9|', null],
    ['|1|127.0.0.1|70000|', null],
    ['', null],
  ])('EPRT %s', (text, expected) => expect(parseEprt(text)).toEqual(expected))
  it.each([
    ['/a', '../../..', '/'],
    ['/a', 'b/./c', '/a/b/c'],
    ['/a', '/b//c/', '/b/c'],
  ])('%s and %s', (directory, path, expected) => expect(joinPath(directory, path)).toBe(expected))
})

it('takes 2,000 hostile lines without a throw and never leaves the links', () => {
  const random = seeded(959)
  const verbs = [
    'USER',
    'PASS',
    'CWD',
    'RETR',
    'STOR',
    'APPE',
    'PORT',
    'EPRT',
    'EPSV',
    'PASV',
    'REST',
    'SIZE',
    'MDTM',
    'LIST',
    'TYPE',
    'OPTS',
    'ABOR',
    'x',
  ]
  const words = [
    '..',
    '/',
    '../',
    open.token,
    locked.token,
    'a.bin',
    '%2e%2e',
    '%00',
    '\\',
    '1',
    '-1',
    '99999999999999999999',
    ',',
    '|',
    'u',
    'p',
    '\u0000',
    '认',
  ]
  let state = initialState
  for (let index = 0; index < 2000; index += 1) {
    const text = `${random.pick(verbs)} ${Array.from({ length: random.below(6) }, () => random.pick(words)).join('')}`
    const next = step(state, parseCommand(Buffer.concat([Buffer.from(text), random.bytes(random.below(4))])), context)
    state = next.state
    expect(next.effects.length).toBeGreaterThan(0)
    expect(state.directory).toMatch(/^\/(?!.*\/\.\.)/)
    for (const effect of next.effects) {
      if (effect.type === 'send') expect(effect.link).toBe(open)
      if (effect.type === 'receive')
        expect(state.user).toMatchObject({ at: 'in', credentials: { username: 'u', password: 'p' } })
    }
  }
})
