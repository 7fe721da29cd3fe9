import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Session } from 'electron'
import { pageFolder, pageScheme } from './page.ts'

/**
 * The page needs its own scripts, styles and pictures, and nothing else. Styles may be inline because Mantine writes its
 * CSS variables into a style element; scripts never.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }])
}

/** Serves the built renderer under its own scheme, so that the page has an origin and `file:` opens nothing. */
export function servePage(session: Session): void {
  session.protocol.handle(pageScheme, async (request) => {
    const folder = pageFolder()
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(request.url).pathname)))
    const contentType = contentTypes[path.extname(file)]
    if (!file.startsWith(folder + path.sep) || !contentType) return new Response(null, { status: 404 })
    try {
      const body = new Uint8Array(await readFile(file))
      return new Response(body, {
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
