import { constants } from 'node:os'

/**
 * Passes SIGTERM, SIGINT and SIGHUP on to a child until it ends, and resolves to the exit code that tells how it ended.
 * Rejects when the child cannot be started.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function superviseChild(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => void child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward)
  })
}
