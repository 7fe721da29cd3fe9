import path from 'node:path'
import { parseArgs } from 'node:util'

/** What the app can be told when it is started. */
export interface CommandLine {
  dataDir?: string
  bind?: string
  acsPort?: number
  demo: boolean
  /** Stand-ins for the language and theme of the system. */
  language?: string
  theme?: string
}

/** Reads the app's own options; Chromium's are left to Chromium. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      'data-dir': { type: 'string' },
      bind: { type: 'string' },
      'acs-port': { type: 'string' },
      demo: { type: 'boolean' },
      lang: { type: 'string' },
      theme: { type: 'string' },
    },
  })
  const text = (name: keyof typeof values) => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const dataDir = text('data-dir')
  const bind = text('bind')
  const acsPort = text('acs-port')
  const language = text('lang')
  const theme = text('theme')
  return {
    demo: values.demo === true,
    ...(dataDir !== undefined && { dataDir: path.resolve(dataDir) }),
    ...(bind !== undefined && { bind }),
    ...(acsPort !== undefined && /^\d+$/.test(acsPort) && { acsPort: Number(acsPort) }),
    ...(language !== undefined && { language }),
    ...(theme !== undefined && { theme }),
  }
}
