/** Where somebody came to an item from: an address of our own, told in `van`, that leads back there. */
export type CameFrom = {
  place: 'journal' | 'relation' | 'meeting' | 'analysis' | 'learning' | 'item'
  href: string
}

/** Longer than this it leads from card to card to card: then the way back begins anew. */
export const wayAtMost = 1500

const places: readonly (readonly [RegExp, CameFrom['place']])[] = [
  [/^\/samenwerkingen\/[^/?#]+\/dagboek/, 'journal'],
  [/^\/samenwerkingen\//, 'relation'],
  [/^\/gesprekken\//, 'meeting'],
  [/^\/duiden\//, 'analysis'],
  [/^\/leren\//, 'learning'],
  [/^\/kennis\//, 'item'],
]

/** Reads `van`; null for what is no address of the pages from which one comes to an item, or leads out of the program. */
export function cameFrom(van: unknown): CameFrom | null {
  if (typeof van !== 'string' || van.length > wayAtMost) return null
  // A backslash or a second slash would be an address of somebody else.
  if (/[\\\s]/.test(van) || van.includes('//')) return null
  const place = places.find(([pattern]) => pattern.test(van))?.[1]
  return place === undefined ? null : { place, href: van }
}

/** The address to tell in `van`: this page, with the way that led to it as long as that is short enough. */
export function wayBack(here: { pathname: string; search: string; hash: string }, anchor: string): string {
  const hash = anchor === '' ? here.hash : `#${anchor}`
  const whole = `${here.pathname}${here.search}${hash}`
  return whole.length > wayAtMost ? `${here.pathname}${hash}` : whole
}
