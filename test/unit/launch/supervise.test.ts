import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { superviseChild } from '../../../src-main/launch/supervise.mjs'

const node = (script: string) => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })

it('tells the exit code of the child', async () => {
  expect(await superviseChild(node('process.exit(7)'))).toBe(7)
})

it('tells the signal that ended the child, as shells do', async () => {
  expect(await superviseChild(node('process.kill(process.pid, "SIGKILL")'))).toBe(137)
})

it('passes SIGTERM on and waits for a clean end', async () => {
  const child = node(
    'process.on("SIGTERM", () => setTimeout(() => process.exit(0), 50)); console.log(1); setInterval(Date, 99)',
  )
  const ended = superviseChild(child)
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  process.emit('SIGTERM')
  expect(await ended).toBe(0)
})

it('rejects when the child cannot be started', async () => {
  await expect(superviseChild(spawn('/no/such/program'))).rejects.toThrow('ENOENT')
})
