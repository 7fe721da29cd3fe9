import { readFileSync } from 'node:fs'
import { isRoot } from './context.mjs'

/** @param {string} name */
function kernelSetting(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * Some Linux systems deny users the namespaces that Chromium's sandbox is made of; Electron then ends at once with a
 * message that few understand. Tells what to do instead of switching the sandbox off.
 * @param {(name: string) => string | undefined} setting reads a kernel setting
 * @returns {string | undefined}
 */
export function sandboxAdvice(setting = kernelSetting, root = isRoot) {
  if (root) return undefined
  const blocks = [
    ['apparmor_restrict_unprivileged_userns', '1', '0'],
    ['unprivileged_userns_clone', '0', '1'],
  ]
  const found = blocks.find(([name = '', blocking]) => setting(name) === blocking)
  return (
    found &&
    `This system restricts Chromium's sandbox; if no window opens, run: sudo sysctl -w kernel.${found[0]}=${found[2]}`
  )
}
