import { describe, expect, it } from 'vitest'
import { address } from './address.ts'

describe('address', () => {
  it('fills the places of a path and keeps odd characters inside them', () => {
    expect(address('/api/relations/:relation/notes/:note', { relation: 'a/b', note: 'c d' })).toBe(
      '/api/relations/a%2Fb/notes/c%20d',
    )
  })

  it('adds the query and leaves out what has no value', () => {
    expect(address('/api/relations', {}, { search: 'Lina & Samira', from: 0, closed: undefined })).toBe(
      '/api/relations?search=Lina+%26+Samira&from=0',
    )
  })

  it('refuses a path with an open place', () => {
    expect(() => address('/api/relations/:relation')).toThrowErrorMatchingInlineSnapshot(
      `[Error: /api/relations/:relation needs "relation"]`,
    )
  })
})
