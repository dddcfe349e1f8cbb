import { describe, expect, it } from 'vitest'
import { voices } from '../relation/relation.ts'
import { type Asked, fittingInstruments } from './fitting.ts'

const mother: Asked = {
  voice: 'mother',
  age: null,
  kind: 'with-help-seekers',
  situation: 'guidance',
  singleContact: false,
  contacts: 1,
  contactsSinceCollaboration: null,
}

describe('which check is chosen for someone', () => {
  const rows: [string, Partial<Asked>, string, string][] = [
    ['a mother after a first talk', {}, 'contact-check', 'usual'],
    ['a client without a known age', { voice: 'client' }, 'contact-check', 'usual'],
    ['a child of nine', { voice: 'child', age: 9 }, 'contact-check-child', 'child'],
    ['a child without a known age', { voice: 'child' }, 'contact-check-child', 'child'],
    ['a child of five', { voice: 'child', age: 5 }, 'contact-check-young-child', 'young-child'],
    ['a child of six', { voice: 'child', age: 6 }, 'contact-check-child', 'child'],
    ['a child of twelve', { voice: 'youth', age: 12 }, 'contact-check-child', 'child'],
    ['a youth of thirteen', { voice: 'child', age: 13 }, 'contact-check-youth', 'youth'],
    ['a youth of seventeen', { voice: 'youth', age: 17 }, 'contact-check-youth', 'youth'],
    ['a youth who is of age by now', { voice: 'youth', age: 18 }, 'contact-check', 'usual'],
    ['one contact only', { singleContact: true, contacts: 1 }, 'single-contact', 'one-contact'],
    [
      'a child, also after one contact only',
      { voice: 'child', singleContact: true },
      'contact-check-child',
      'child',
    ],
    [
      'a youth after one contact only',
      { voice: 'youth', singleContact: true },
      'single-contact',
      'one-contact',
    ],
    ['a group', { situation: 'course', contacts: 4 }, 'contact-check-group', 'group'],
    ['a group that learns together', { situation: 'psychoeducation' }, 'contact-check-group', 'group'],
    ['after many contacts', { contacts: 9 }, 'contact-check', 'usual'],
    ['an evaluation', { situation: 'evaluation', contacts: 2 }, 'collaboration-check', 'time-to-look-back'],
    ['a professional of another organisation', { voice: 'partner', contacts: 9 }, 'network-check', 'network'],
    [
      'a colleague round one family',
      { voice: 'colleague', kind: 'interprofessional' },
      'network-check',
      'network',
    ],
    [
      'two colleagues between themselves',
      { voice: 'colleague', kind: 'interpersonal', situation: null },
      'contact-check',
      'usual',
    ],
  ]
  it.each(rows)('%s', (_, asked, instrument, reason) => {
    expect(fittingInstruments({ ...mother, ...asked })[0]).toEqual({ instrument, reason })
  })
})

describe('what else is offered', () => {
  it('lets an adult choose something wider, shorter or in her own words', () => {
    expect(fittingInstruments(mother).map(({ instrument }) => instrument)).toEqual([
      'contact-check',
      'collaboration-check',
      'single-contact',
      'own-question',
      'own-goal',
    ])
  })

  it.each([
    ['after two contacts', { contacts: 2 }, 'wider'],
    ['after three contacts', { contacts: 3 }, 'time-to-look-back'],
    ['soon after it was asked', { contacts: 7, contactsSinceCollaboration: 4 }, 'wider'],
    ['five contacts later', { contacts: 8, contactsSinceCollaboration: 5 }, 'time-to-look-back'],
  ])('says when it is time to look back: %s', (_, asked, reason) => {
    const found = fittingInstruments({ ...mother, ...asked })
    expect(found).toContainEqual({ instrument: 'collaboration-check', reason })
  })

  it('offers a child nothing but faces', () => {
    expect(fittingInstruments({ ...mother, voice: 'child', age: 9, contacts: 9 })).toHaveLength(1)
    expect(fittingInstruments({ ...mother, voice: 'child', age: 3, contacts: 9 })).toHaveLength(1)
  })

  it('names nothing twice, whoever is asked', () => {
    for (const voice of voices) {
      for (const singleContact of [true, false]) {
        const found = fittingInstruments({ ...mother, voice, singleContact, contacts: 3 })
        const ids = found.map(({ instrument }) => instrument)
        expect(new Set(ids).size).toBe(ids.length)
      }
    }
  })
})
