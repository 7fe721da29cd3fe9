import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether a program is here; one that is missing is installed where that is possible (Debian, root). */
export async function canRun(program: string, packageName: string): Promise<boolean> {
  const isHere = () =>
    run('sh', ['-c', `command -v ${program}`]).then(
      () => true,
      () => false,
    )
  if (await isHere()) return true
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['install', '-y', '--no-install-recommends', packageName], { env, timeout: 90_000 })
  } catch {
    return false
  }
  return await isHere()
}
