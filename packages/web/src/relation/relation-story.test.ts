import type { Contact } from '@weerklank/core/relation/relation.contract'
import { contactKindWord } from '@weerklank/core/relation/relation.words'
import { describe, expect, it } from 'vitest'
import type { Seen } from '../language/use-seen.ts'
import { relationPageText } from './relation-page.text.ts'
import { relationStory, repairTalks } from './relation-story.ts'

const seen: Seen = {
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-19T08:30:00.000Z',
  today: '2026-11-19',
}
const text = relationPageText.nl
const words = {
  contactKind: (kind: Contact['kind']) => contactKindWord(kind, 'nl'),
  atPlace: text.atPlace,
  started: text.started,
  closed: text.ended,
}
const contact = (parts: Partial<Contact>) =>
  ({ id: 'c', kind: 'contact', at: '2026-11-17T09:00:00Z', place: '', summary: '', ...parts }) as Contact

function story(
  contacts: Contact[],
  parts: { closedAt?: string; answered?: string[]; events?: unknown[] } = {},
) {
  const relation = { contacts, startedAt: '2026-09-01T09:00:00Z', closedAt: parts.closedAt ?? null }
  const events = (parts.events ?? []) as Parameters<typeof relationStory>[0]['told']['events']
  const told = { events, contacts: new Set(parts.answered ?? []) }
  return relationStory({ relation, told, seen, words }).map(({ date, title, text, tone }) => ({
    date,
    title,
    ...(text === undefined ? {} : { text }),
    ...(tone === undefined ? {} : { tone }),
  }))
}

const start = { date: '1 sep', title: 'Begin van de samenwerking' }

describe('relationStory', () => {
  it.each([
    ['a contact', contact({}), [], [{ date: '17 nov', title: 'Contact', tone: 'plain' }]],
    [
      'where it was',
      contact({ place: 'thuis' }),
      [],
      [{ date: '17 nov', title: 'Contact · thuis', tone: 'plain' }],
    ],
    ['not when an answer tells about it', contact({}), ['c'], []],
    [
      'but what was said is told',
      contact({ summary: 'Over stage.' }),
      ['c'],
      [{ date: '17 nov', title: 'Contact', text: 'Over stage.', tone: 'plain' }],
    ],
    [
      'a repair talk always',
      contact({ kind: 'repair-talk', place: 'thuis aan tafel' }),
      ['c'],
      [{ date: '17 nov', title: 'Herstelgesprek · thuis aan tafel', tone: 'kept' }],
    ],
    ['not what is still to come', contact({ at: '2026-11-24T09:00:00Z' }), [], []],
  ])('tells %s', (_, one, answered, expected) => {
    expect(story([one], { answered })).toEqual([...expected, start])
  })

  it('puts all of it newest first, with begin and end', () => {
    const events = [
      {
        id: 'e',
        at: '2026-10-01T10:00:00Z',
        date: '1 okt',
        icon: 'people',
        title: 'Lina vulde de vragen in',
      },
    ]
    const titles = story([contact({})], { events, closedAt: '2026-11-18T10:00:00Z' }).map(
      ({ title }) => title,
    )
    expect(titles).toEqual([
      'Samenwerking afgesloten',
      'Contact',
      'Lina vulde de vragen in',
      'Begin van de samenwerking',
    ])
  })
})

it('gives the picture the repair talks that have been', () => {
  const contacts = [
    contact({ kind: 'repair-talk', at: '2026-11-24T09:00:00Z' }),
    contact({ kind: 'repair-talk', at: '2026-10-23T09:00:00Z' }),
    contact({}),
  ]
  expect(repairTalks(contacts, seen, 'Herstelgesprek')).toEqual([
    { at: '2026-10-23T09:00:00Z', label: 'Herstelgesprek', dateLabel: '23 oktober', kind: 'repair' },
  ])
})
