import type { BoxCore } from '../core.ts'
import { factsOf, momentOf } from '../core.ts'
import { logText } from '../model/log-text.ts'
import { currentValue, findParameter, parametersOf } from '../model/tree.ts'
import { checkValue, storedForm } from '../model/values.ts'

const TITLE = '# ACME configuration 1'

/** The vendor configuration file: every writable parameter that is no secret, `path=value` per line. */
export function writeConfig(core: BoxCore): string {
  const lines = [...parametersOf(core.tree.root)]
    .filter(({ spec }) => spec.writable && !spec.hidden && spec.live === undefined)
    .map((node) => `${node.path}=${JSON.stringify(currentValue(core.tree, node, momentOf(core)))}`)
  return `${[TITLE, ...lines].join('\n')}\n`
}

/** Takes a configuration file; false when it is not one of this maker. Lines the model does not know are skipped. */
export function readConfig(core: BoxCore, text: string): boolean {
  const [title, ...lines] = text.split(/\r?\n/)
  if (title?.trim() !== TITLE) {
    return false
  }
  for (const line of lines) {
    const at = line.indexOf('=')
    const node = findParameter(core.tree, line.slice(0, Math.max(at, 0)))
    const value = node && parseValue(line.slice(at + 1))
    if (node !== undefined && value !== undefined && node.spec.writable && checkValue(node.spec, value) === undefined) {
      node.value = storedForm(node.spec.type, value)
      core.afterwards.push({ kind: 'written', path: node.path })
    }
  }
  return true
}

function parseValue(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** What an Upload of this file type sends. */
export function uploadContent(core: BoxCore, fileType: string): Buffer {
  const isLog = /log/i.test(fileType) || !/config/i.test(fileType)
  const text = isLog ? `${logText({ now: new Date(), facts: factsOf(core) }, 400)}\n` : writeConfig(core)
  return Buffer.from(text)
}
