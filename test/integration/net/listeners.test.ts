import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import type { ListenerName } from '#shared/model/network.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { listen } from '../../../src-main/net/listen.ts'
import { Listeners } from '../../../src-main/net/listeners.ts'

const address = '127.0.0.1'
const off = { acs: null, acsTls: null, files: null, filesTls: null, ftp: null, tftp: null, stun: null }
let server: Server
let starts: number
let options: string
let listeners: Listeners

beforeEach(() => {
  starts = 0
  options = 'a'
  listeners = new Listeners({
    services: [
      {
        name: 'files',
        protocol: 'tcp',
        mayMove: true,
        options: () => options,
        async start(at, port) {
          server = createServer()
          await listen(server, at, port)
          starts += 1
          return portOf(server)
        },
        stop: () => new Promise<void>((resolve) => (server?.listening ? server.close(() => resolve()) : resolve())),
      },
    ],
    onChange: () => {},
    log: silentLog,
  })
})
afterEach(() => listeners.stop())

const portOf = (one: Server) => (one.address() as AddressInfo).port
const bind = (files: number | null, how = {}) => listeners.bind(address, { ...off, files }, how)
const port = (name: ListenerName = 'files') => listeners.get(name).port

it('a free port that was found is kept, however it is asked for again', async () => {
  await bind(0)
  const found = port()
  await bind(0)
  await bind(found)
  await bind(0)
  expect({ starts, port: port() }).toEqual({ starts: 1, port: found })
})

it('a server that had to move stays where it is until another port is asked for', async () => {
  const other = createServer()
  await listen(other, address, 0)
  const taken = portOf(other)
  await bind(taken)
  const moved = port()
  await bind(taken)
  expect({ starts, moved: moved !== taken, port: port() }).toEqual({ starts: 1, moved: true, port: moved })
  await new Promise((resolve) => other.close(resolve))
  await bind(taken, { anew: true })
  expect(port()).toBe(taken)
})

it('other options, another port, off and on again start it anew', async () => {
  await bind(0)
  const first = port()
  options = 'b'
  await bind(first)
  expect(starts).toBe(2)
  await bind(null)
  expect(listeners.get('files')).toMatchObject({ state: 'off', port: 0 })
  await bind(first)
  expect(starts).toBe(3)
  expect(listeners.listening('files')).toEqual({ address, port: first })
})

it('a port that cannot be had is a state, and is tried again', async () => {
  await listeners.bind('192.0.2.77', { ...off, files: 0 })
  expect(listeners.get('files')).toMatchObject({ state: 'failed', error: { code: 'ADDRESS_NOT_AVAILABLE' } })
  await bind(0)
  expect(listeners.get('files')).toMatchObject({ state: 'listening', error: null })
  expect(() => listeners.get('ftp')).toThrow(AppError)
})
