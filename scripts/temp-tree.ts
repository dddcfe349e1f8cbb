/** A small project on the disk for one test; `using` removes it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type TempTree = { root: string; at: (path: string) => string } & Disposable

/** Paths with their contents; a function gives the mode of a program. */
export function tempTree(files: Record<string, string>): TempTree {
  const root = mkdtempSync(join(tmpdir(), 'weerklank-tree-'))
  const at = (path: string) => join(root, path)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true })
    // What starts like a program can be run like one.
    writeFileSync(at(path), content, { mode: content.startsWith('#!') ? 0o755 : 0o644 })
  }
  return { root, at, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}
