import { describe, expect, it } from 'vitest'
import { cameFrom, wayAtMost, wayBack } from './came-from.ts'

describe('the way back from an item', () => {
  it.each([
    ['/samenwerkingen/a1#gesprek', 'relation'],
    ['/gesprekken/a1/live', 'meeting'],
    ['/kennis/trust?van=%2Fsamenwerkingen%2Fa1', 'item'],
  ])('%s leads to the %s', (van, place) => expect(cameFrom(van)).toEqual({ place, href: van }))

  it.each([
    'https://elders.nl',
    '//elders.nl',
    '/\\elders.nl',
    '/samenwerkingen//elders.nl',
    '/inloggen',
    7,
    undefined,
  ])('%s leads nowhere', (van) => expect(cameFrom(van)).toBeNull())

  it('tells the page with where on it, and begins anew when the way gets too long', () => {
    const here = { pathname: '/samenwerkingen/a1', search: '', hash: '' }
    expect(wayBack(here, 'gesprek')).toBe('/samenwerkingen/a1#gesprek')
    const long = { pathname: '/kennis/trust', search: `?van=${'x'.repeat(wayAtMost)}`, hash: '' }
    expect(wayBack(long, '')).toBe('/kennis/trust')
  })
})
