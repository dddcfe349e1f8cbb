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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [withoutZod(), react()],
  server: { proxy: { '/api': server, '/f': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The content policy allows nothing inline: no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
