/** The lock file of npm: what is installed, where, and on whose word. Format: version 3. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Locked = {
  version?: string
  integrity?: string
  license?: string
  dev?: true
  devOptional?: true
  optional?: true
  link?: true
  hasInstallScript?: true
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

export type Lock = ReadonlyMap<string, Locked>

export function readLock(root: string): Lock {
  const { lockfileVersion, packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  if (lockfileVersion !== 3) throw new Error(`package-lock.json has version ${lockfileVersion}, not 3`)
  return new Map(Object.entries(packages as Record<string, Locked>))
}

/** Packages of others, by their place; workspaces and links to them are ours. */
export function packagesOf(lock: Lock): [place: string, locked: Locked][] {
  return [...lock].filter(([place, { link }]) => /(?:^|\/)node_modules\//.test(place) && link !== true)
}

/** The places of our own manifests: the project itself and its workspaces. */
export function ownPlaces(lock: Lock): string[] {
  return [...lock.keys()].filter((place) => !/(?:^|\/)node_modules\//.test(place))
}

export const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13)

/** Where a package finds another: beside it, or further up, as Node looks. */
export function placeOf(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const inside = /(?:^|\/)node_modules\//.test(folder) || folder === from ? folder : ''
    const place = inside === '' ? `node_modules/${name}` : `${inside}/node_modules/${name}`
    if (lock.has(place)) return place
    if (inside === '') return undefined
  }
}
