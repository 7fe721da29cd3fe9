import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { LaunchError, projectNode, root, run, runMain, say, toolEnv } from './context.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { ensurePackages } from './ensure-packages.mjs'
import { source } from './fallback-electron.mjs'
import { packConfig } from './pack-config.mjs'

/** `npm run pack`: a folder in dist/ with the app ready to run; resolves to the exit code. */
async function pack() {
  await ensurePackages()
  const runtime = await ensureElectron()
  await ensureBuilt()
  const config = path.join(root, 'out/electron-builder.json')
  await mkdir(path.dirname(config), { recursive: true })
  await writeFile(config, JSON.stringify(packConfig(runtime)))
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  const args = process.argv.length > 2 ? process.argv.slice(2) : ['--dir']
  const { code } = await run(projectNode(), [builder, ...args, '--config', config, '--publish', 'never'], {
    env: toolEnv(),
  })
  if (code !== 0) {
    throw new LaunchError(
      `electron-builder failed (exit code ${code}), see above.`,
      'Installers need tools from github.com; "npm run pack" alone makes the plain folder without them.',
    )
  }
  if (runtime.kind === 'fallback') {
    // What started the app folder in development has no place in a packed app.
    await rm(path.join(root, 'dist/linux-unpacked/resources/app'), { recursive: true, force: true })
    say(`Packed with Electron ${source.electron} from the npm registry: good for trying out, not for release.`)
  }
  say('The packed app is in dist/.')
  return 0
}

await runMain(pack)
