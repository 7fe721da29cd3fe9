import { say } from './context.mjs'

let shown = ''

/**
 * Shows how far a long step is: on a terminal one line counts up, in a log each fifth is a line.
 * @param {string} what
 * @param {number} share of the whole, 0 to 1; more counts as 1
 */
export function progress(what, share) {
  const step = process.stderr.isTTY ? 1 : 20
  const text = `${what} ${Math.min(100, Math.floor((share * 100) / step) * step)} %`
  if (text === shown) return
  shown = text
  if (process.stderr.isTTY) process.stderr.write(`\r[fieldacs] ${text}${share >= 1 ? '\n' : ''}`)
  else say(text)
}
