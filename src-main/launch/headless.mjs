import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectNode, root, runMain } from './context.mjs'
import { ensurePackages } from './ensure-packages.mjs'
import { superviseChild } from './supervise.mjs'

/**
 * Runs the core without a window, as JSON-RPC on stdin and stdout; resolves to its exit code. Nothing is built: the
 * project's Node runs the TypeScript as it stands.
 * @param {string[]} args
 */
export async function startHeadless(args) {
  await ensurePackages()
  const script = path.join(root, 'src-main/headless.ts')
  return superviseChild(spawn(projectNode(), [script, ...args], { stdio: 'inherit' }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(() => startHeadless(process.argv.slice(2)))
