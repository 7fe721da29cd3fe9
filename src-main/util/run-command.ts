import { execFile } from 'node:child_process'

/** What a tool of the system said; `missing` where it is not installed, `failed` with its own words. */
export type CommandResult =
  | { kind: 'done'; stdout: string }
  | { kind: 'missing' }
  | { kind: 'failed'; exitCode: number | null; text: string }

/** Runs a program of the system without a shell, in the C locale, with bounded output and time. Never throws. */
export function runCommand(file: string, args: readonly string[], timeoutMs = 8000): Promise<CommandResult> {
  const env = { ...process.env, LC_ALL: 'C', PATH: `${process.env.PATH ?? ''}${extraPath}` }
  return new Promise((resolve) => {
    execFile(
      file,
      args,
      { timeout: timeoutMs, maxBuffer: 4 * 1024 * 1024, windowsHide: true, env },
      (error, out, err) => {
        if (error === null) return resolve({ kind: 'done', stdout: out })
        const { code } = error as NodeJS.ErrnoException | { code?: number | string }
        if (code === 'ENOENT') return resolve({ kind: 'missing' })
        resolve({
          kind: 'failed',
          exitCode: typeof code === 'number' ? code : null,
          text: `${err}${out}`.slice(0, 2000),
        })
      },
    )
  })
}

/** Where the tools of administrators lie; a user's PATH on Debian leaves them out. */
const extraPath = process.platform === 'win32' ? '' : ':/usr/sbin:/sbin'
