import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the app keeps its data unless told otherwise: the place that each system has for it. */
export function defaultDataDir(): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'FieldACS')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'FieldACS')
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'FieldACS')
  }
}
