import { spawn } from 'node:child_process'
import { LaunchError } from '../src-main/launch/context.mjs'

/**
 * Starts a virtual screen on Linux, on a display number that Xvfb finds free itself, so that windows of tests neither
 * need nor disturb a desktop. Elsewhere the desktop is used.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 * @throws {LaunchError} when Xvfb does not come up.
 */
export async function startDisplay() {
  if (process.platform !== 'linux') return { env: {}, stop: () => undefined }
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise((resolve, reject) => {
    const fail = () => reject(new LaunchError('Xvfb did not start.', 'Run: Xvfb -displayfd 1, and see what it says.'))
    child.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('error', fail)
    child.once('exit', fail)
  })
  // On a Wayland desktop Electron would otherwise leave the virtual screen alone.
  return {
    env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', ELECTRON_OZONE_PLATFORM_HINT: 'x11' },
    stop: () => void child.kill(),
  }
}
