import path from 'node:path'
import { app } from 'electron'

/** Scheme and host under which the packaged page is served (see `page-protocol.ts`). */
export const pageScheme = 'app'
const packagedOrigin = `${pageScheme}://fieldacs`

/** Origin of the app's own page: the packaged files, or the development server of `npm run dev`. */
export function pageOrigin(): string {
  const devServer = process.env.ELECTRON_RENDERER_URL
  return devServer && !app.isPackaged ? new URL(devServer).origin : packagedOrigin
}

/** Whether a URL belongs to the app's own page. */
export function isOwnUrl(url: string): boolean {
  // `new URL('app://x').origin` is "null" outside Chromium, hence the comparison of prefixes.
  return url === pageOrigin() || url.startsWith(`${pageOrigin()}/`)
}

/** Folder of the built renderer, beside the built main process. */
export function pageFolder(): string {
  return path.join(__dirname, '../renderer')
}

/** What the page is told by its address, because it must know before its first call. */
export interface PageOptions {
  /** Stands in for the language of the system (`--lang`); the settings go first. */
  lang?: string
  /** An ErrorData in JSON: the app could not start, and the page shows nothing else. */
  fatal?: string
}

/** The address of the page with its options. */
export function pageUrl(options: PageOptions): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(options)) if (value) query.set(key, value)
  return `${pageOrigin()}/index.html?${query}`
}
