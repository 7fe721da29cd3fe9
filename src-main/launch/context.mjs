import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A failure the user can mend: `message` says what happened, `remedy` what to do. Printed without a stack. */
export class LaunchError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message)
    this.remedy = remedy
  }
}

/**
 * Prints one line for the user, always on stderr: stdout belongs to the app (in headless mode it is pure JSON-RPC).
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`[fieldacs] ${line}\n`)
}

/**
 * Where things too big for the repository are kept between runs: FIELDACS_CACHE, else the user's cache folder.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env = process.env) {
  if (env.FIELDACS_CACHE) return path.resolve(env.FIELDACS_CACHE)
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'fieldacs')
}

export const isRoot = process.getuid?.() === 0

/**
 * The Node that came with the packages; the tools need a newer one than the machine may have.
 * @throws {LaunchError} when the package `node` brought no binary and the machine's own Node is too old.
 */
export function projectNode() {
  const folder = path.join(root, 'node_modules/node/bin')
  const found = ['node', 'node.exe'].map((name) => path.join(folder, name)).find((file) => existsSync(file))
  if (found) return found
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new LaunchError(
    `Node ${process.versions.node} is too old, and the package "node" brought no newer one (its install script did not run).`,
    'Run: npm rebuild node',
  )
}

/**
 * Environment for child processes, with the project's own tools and Node first on PATH.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(extra = {}) {
  const bin = path.join(root, 'node_modules/.bin')
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra }
}

/**
 * Runs a command to its end and resolves to its exit code and, if `capture` is set, all that it printed.
 * Its stdout goes to our stderr, see `say`. Rejects only when the command cannot be started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ capture?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, toStdout?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { capture = false, env = process.env, cwd = root, toStdout = false } = options
  return new Promise((resolve, reject) => {
    const sink = capture ? 'pipe' : toStdout ? 'inherit' : 2
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', sink, capture ? 'pipe' : 2] })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs npm, in whatever way this machine has it, see `run`.
 * @param {string[]} args
 * @param {{ capture?: boolean, cwd?: string }} options
 */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options)
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/**
 * Runs a launcher's main function: a LaunchError is printed as two plain lines, anything else with its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (error instanceof LaunchError) {
      say(error.message)
      say(error.remedy)
    } else {
      console.error(error)
    }
    process.exitCode = 1
  }
}
