import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://localhost:3000'

/** The browser takes only types from the contracts: zod would cost every visitor some 50 kB. */
function withoutZod(): Plugin {
  return {
    name: 'without-zod',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (source === 'zod' || source.startsWith('zod/')) {
        this.error(
          `zod would enter the browser through ${importer}: use \`import type\`, or split that file.`,
        )
      }
    },
  }
}

/** Which layer wins is decided by the first style sheet that loads, and that differs per page: so each of them says it. */
function layersInOrder(): Plugin {
  return {
    name: 'layers-in-order',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => ({ code: `@layer tokens, base, ui, page, last;\n${code}`, map: null }),
    },
  }
}

// One file: they pack better together, and stay with the visitor when only our own code changes.
const libraries = /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//

export default defineConfig({
  root: import.meta.dirname,
  // The server puts a new nonce here for each answer (http/app-page.ts).
  html: { cspNonce: 'nonce-of-this-answer' },
  plugins: [withoutZod(), layersInOrder(), react()],
  server: { proxy: { '/api': server, '/f': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The content policy allows nothing inline: no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    // The entry would name every script behind every page, of hashes that do not pack: 5.7 kB before the first page stands
    // there. A page asks for its own, one turn later; style sheets must be there before it is drawn (ADR 0033).
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: libraries }] } } },
  },
})
