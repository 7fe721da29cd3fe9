import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const from = (file: string) => path.resolve(import.meta.dirname, file)

/** Each entry becomes one CJS file, out/main/<name>.cjs or out/preload/<name>.cjs; a worker is one more line here. */
const mainEntries = { main: from('src-main/main.ts'), 'decode-worker': from('src-main/cwmp/decode-worker.ts') }
const preloadEntries = { preload: from('src-main/preload.ts') }

// The oldest Electron the app runs on (33: Node 20.18, Chromium 130), not the newest one in package.json.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

function commonJs(entry: Record<string, string>, outDir: string) {
  return {
    outDir,
    target: nodeTarget,
    lib: { entry, formats: ['cjs' as const], fileName: (_format: unknown, name: string) => `${name}.cjs` },
    // Files that ship beside the app are read from disk, so that what fails in the field names a line that can be found.
    minify: false,
    sourcemap: true,
  }
}

/** The development server writes an inline script into the page, which the page's own policy forbids. */
const inlineScriptsInDevelopment: Plugin = {
  name: 'inline-scripts-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
}

export default defineConfig({
  main: {
    // better-sqlite3 alone stays outside: it finds its binary by its own place. All else is bundled.
    // The native parts of ssh2 are optional, and it goes on without them.
    build: {
      ...commonJs(mainEntries, 'out/main'),
      externalizeDeps: true,
      // Strict: what entries share lies beside main.cjs. A worker that required main.cjs itself would start the app anew.
      rollupOptions: { external: ['cpu-features', /sshcrypto\.node$/], preserveEntrySignatures: 'strict' },
    },
  },
  preload: {
    build: { ...commonJs(preloadEntries, 'out/preload'), externalizeDeps: false },
  },
  renderer: {
    root: 'src-renderer',
    base: './',
    plugins: [react(), inlineScriptsInDevelopment],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      emptyOutDir: true,
      // The page forbids inline scripts and data: fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      // One file, read from disk at once.
      chunkSizeWarningLimit: 4000,
      sourcemap: true,
      rollupOptions: { input: from('src-renderer/index.html') },
    },
  },
})
