import { runCommand } from '../../util/run-command.ts'
import type { FirewallVerdict } from './verdict.ts'

const tool = '/usr/libexec/ApplicationFirewall/socketfilterfw'

/** What the application firewall of macOS says of itself and of this program. */
export interface MacTexts {
  globalState: string
  blockAll: string
  appBlocked: string
}

/** The firewall lists apps by their bundle; a program without one (Node) by itself. */
function bundleOf(program: string): string {
  return program.replace(/\.app\/Contents\/MacOS\/[^/]+$/, '.app')
}

/** Asks the application firewall; null where it does not answer. */
export async function readMacTexts(program: string): Promise<MacTexts | null> {
  const ask = async (...args: string[]): Promise<string | null> => {
    const result = await runCommand(tool, args)
    return result.kind === 'done' ? result.stdout : null
  }
  const globalState = await ask('--getglobalstate')
  if (globalState === null) return null
  return {
    globalState,
    blockAll: (await ask('--getblockall')) ?? '',
    appBlocked: (await ask('--getappblocked', bundleOf(program))) ?? '',
  }
}

/** What the texts mean. A program that is on no list is asked about when it first listens. Pure. */
export function judgeMac(texts: MacTexts | null, program: string): FirewallVerdict {
  const name = 'macOS'
  const app = bundleOf(program)
  const command = `sudo ${tool} --add "${app}" && sudo ${tool} --unblockapp "${app}"`
  if (texts === null) return { kind: 'unreadable', name, command }
  if (/disabled|State = 0/i.test(texts.globalState)) return { kind: 'none' }
  const blocksAll = /block all.*(?:enabled|set to ON)|blocking all|State = 2/i.test(
    `${texts.blockAll}\n${texts.globalState}`,
  )
  if (blocksAll)
    return { kind: 'blocked', name, zone: 'blockAll', command: `sudo ${tool} --setblockall off && ${command}` }
  if (/is (?:permitted|not blocked)|permits|ALLOW/i.test(texts.appBlocked)) return { kind: 'open', name }
  if (/is blocked|BLOCK(?:ED)?\b/.test(texts.appBlocked)) return { kind: 'blocked', name, zone: '', command }
  return { kind: 'unreadable', name, command }
}
