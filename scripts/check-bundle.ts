/** The JavaScript a phone loads before the first page stands there. Run after `npm run build`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { conclude, type Finding } from './findings.ts'
import { PROJECT } from './sources.ts'

/** Bytes of gzip, the larger of the two ways a browser may get it. */
export const FIRST_PAGE_BYTES = 150_000

const WHY = {
  large:
    'on a tired phone in a stairwell every 50 kB is a second of waiting; load what the first page does not show later, or do without.',
  unknown:
    'without the manifest of the build nobody knows what the first page loads: set build.manifest in packages/web/vite.config.ts.',
  noEntry: 'the manifest names no entry, so there is nothing to measure.',
}

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
type Manifest = Record<string, Chunk>

/** Every script the first page needs: the entry with all it imports, and the heaviest page that it then opens. */
export function firstPageFiles(manifest: Manifest, sizeOf: (file: string) => number): string[] {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const base = closure(manifest, entries)
  const pages = base
    .flatMap((key) => manifest[key]?.dynamicImports ?? [])
    .filter((key) => /Page\.tsx?$/.test(key))
  const files = (keys: string[]) => scripts(manifest, keys)
  const weights = pages.map((page) => files(closure(manifest, [...entries, page])))
  const sum = (list: string[]) => list.reduce((total, file) => total + sizeOf(file), 0)
  return weights.reduce((heaviest, list) => (sum(list) > sum(heaviest) ? list : heaviest), files(base))
}

function closure(manifest: Manifest, keys: string[]): string[] {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    manifest[key]?.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return [...seen]
}

function scripts(manifest: Manifest, keys: string[]): string[] {
  const files = keys.flatMap((key) => manifest[key]?.file ?? [])
  return [...new Set(files)].filter((file) => /\.m?js$/.test(file))
}

const DIST = 'packages/web/dist'

export function bundleFindings(root: string): { findings: Finding[]; looked: string } {
  const dist = join(root, DIST)
  const path = join(dist, '.vite/manifest.json')
  if (!existsSync(path))
    return { findings: [{ file: DIST, fact: 'has no manifest', why: WHY.unknown }], looked: 'no files' }
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'))
  const read = (file: string) => readFileSync(join(dist, file))
  const files = firstPageFiles(manifest, (file) => gzipSync(read(file)).length)
  if (files.length === 0)
    return { findings: [{ file: DIST, fact: 'has no entry', why: WHY.noEntry }], looked: 'no files' }
  const gzip = files.reduce((total, file) => total + gzipSync(read(file)).length, 0)
  const brotli = files.reduce((total, file) => total + brotliCompressSync(read(file)).length, 0)
  const looked = `first page ${kB(gzip)} gzip, ${kB(brotli)} brotli, of at most ${kB(FIRST_PAGE_BYTES)}, in ${files.length} files`
  const tooLarge = {
    file: DIST,
    fact: `first page loads ${kB(gzip)} of JavaScript: ${files.join(', ')}`,
    why: WHY.large,
  }
  return { findings: gzip > FIRST_PAGE_BYTES ? [tooLarge] : [], looked }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

if (import.meta.main) {
  const { findings, looked } = bundleFindings(PROJECT)
  conclude({ name: 'bundle', looked }, findings)
}
