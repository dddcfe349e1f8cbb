/** Which project file imports which: relative paths and the workspaces' own package names. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Visitor } from 'vite'
import { lineAt, type Source } from './sources.ts'

/** `to` is a path in the project; `types` counts as much as values, because a reader follows both. */
export type Edge = { from: string; to: string; specifier: string; line: number }

type Exports = Record<string, string>
type Found = { specifier: string; offset: number }

export function importEdges(root: string, sources: Source[]): Edge[] {
  const exports = readExports(root)
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, offset }) => {
      const to = targetOf(source.path, specifier, exports)
      return to === undefined ? [] : [{ from: source.path, to, specifier, line: lineAt(source, offset) }]
    }),
  )
}

function readExports(root: string): Exports {
  const path = join(root, 'packages/core/package.json')
  if (!existsSync(path)) return {}
  const manifest: { exports?: Exports } = JSON.parse(readFileSync(path, 'utf8'))
  return manifest.exports ?? {}
}

function importsOf(source: Source): Found[] {
  const { module, program } = source.parsed
  const found: Found[] = module.staticImports.map((entry) => ({
    specifier: entry.moduleRequest.value,
    offset: entry.start,
  }))
  for (const { entries, start } of module.staticExports) {
    const origins = new Set(
      entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    )
    for (const specifier of origins) found.push({ specifier, offset: start })
  }
  const visitor = new Visitor({
    ImportExpression({ source: origin, start }) {
      if (origin.type === 'Literal' && typeof origin.value === 'string')
        found.push({ specifier: origin.value, offset: start })
    },
    TSImportType({ source: origin, start }) {
      found.push({ specifier: origin.value, offset: start })
    },
  })
  visitor.visit(program)
  return found
}

function targetOf(from: string, specifier: string, exports: Exports): string | undefined {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path)
  if (path.startsWith('@weerklank/core')) return coreTarget(path.slice('@weerklank/core/'.length), exports)
  if (path.startsWith('@weerklank/web')) return `packages/web/src${path.slice('@weerklank/web'.length)}`
  if (path === 'weerklank' || path.startsWith('weerklank/'))
    return `packages/server${path.slice('weerklank'.length)}`
  return undefined
}

/** Node's own rule for the `exports` map: the longest matching key wins and every `*` of the target is filled in. */
function coreTarget(name: string, exports: Exports): string {
  const keys = Object.keys(exports).sort((a, b) => b.length - a.length)
  for (const key of keys) {
    const [before = '', after = '', ...more] = key.slice(2).split('*')
    const target = exports[key]
    if (target === undefined || more.length > 0) continue
    if (!name.startsWith(before) || !name.endsWith(after) || name.length < before.length + after.length)
      continue
    const part = name.slice(before.length, name.length - after.length)
    return posix.join('packages/core', target.replaceAll('*', part))
  }
  return `packages/core/src/${name}.ts`
}
