/** The project's own files and their syntax trees: what every check in this folder starts from. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

export type Parsed = ReturnType<typeof parseSync>
export type Source = { path: string; text: string; parsed: Parsed }

/** The folder that holds the project, wherever a check is started from. */
export const PROJECT = join(import.meta.dirname, '..')

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'data',
  '.git',
  '.vite',
  'test-results',
  'playwright-report',
])

/** Paths relative to `root`, with `/`: what git tracks or would track; without git, everything on the disk. */
export function projectFiles(root: string): string[] {
  try {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
    const listed = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
    return [...new Set(files)].sort()
  } catch {
    // No git, no repository (an unpacked archive), or one that belongs to another user: the disk knows too.
    return walk(root, '').sort()
  }
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(root, path)
    return entry.isFile() ? [path] : []
  })
}

export function readSources(root: string, wanted: (path: string) => boolean): Source[] {
  const code = projectFiles(root).filter((path) => /\.(ts|tsx|js|mjs)$/.test(path) && wanted(path))
  return code.map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Throws on a file that is not valid TypeScript: a check that reads nothing would pass. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text)
  const error = parsed.errors[0]
  if (error !== undefined) throw new Error(`${path} cannot be read: ${error.message}`)
  return { path, text, parsed }
}

export function lineAt(source: Source, offset: number): number {
  return source.text.slice(0, offset).split('\n').length
}

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path)
