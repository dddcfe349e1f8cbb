import type { Place } from './fit.place.ts'

/** The query that tells of a place: `placeOf` of the contract makes the same place of it. */
export function queryOf(where: Place): Record<string, string> {
  const said = Object.entries(where).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ])
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}
