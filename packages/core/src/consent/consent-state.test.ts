import { describe, expect, it } from 'vitest'
import type { ConsentEventId, PersonId } from '../shared/ids.ts'
import type { ConsentDecision, ConsentEvent, ConsentMethod, Purpose } from './consent.ts'
import { consentState } from './consent-state.ts'

const sam = 'sam' as PersonId
const mother = 'mother' as PersonId
const father = 'father' as PersonId

// Sam is 11 until 2024-06-01, 12 from then on, 16 from 2028-06-01.
const bornOn = '2012-06-01'
type Said = [
  day: string,
  by: PersonId,
  decision: ConsentDecision,
  textVersion?: number,
  method?: ConsentMethod,
]
type Facts = {
  said: Said[]
  today: string
  purpose?: Purpose
  parents?: PersonId[]
  born?: string | null
  asksAgainFrom?: number
}

function stateOf({
  said,
  today,
  purpose = 'research',
  parents = [mother, father],
  born = bornOn,
  ...rest
}: Facts) {
  const events = said.map(
    ([day, decidedBy, decision, textVersion = 1, method = 'own-page'], index): ConsentEvent => ({
      id: `event-${index}` as ConsentEventId,
      purpose,
      decision,
      textVersion,
      decidedBy,
      method,
      at: `${day}T10:00:00.000Z`,
    }),
  )
  const person = { id: sam, bornOn: born, parents }
  const asksAgainFrom = rest.asksAgainFrom ?? 1
  return consentState(events, { person, purpose, today, timeZone: 'Europe/Amsterdam', asksAgainFrom })
}

/** A state in a few words. */
function brief(facts: Facts): string {
  const status = stateOf(facts)
  const open = 'assentOpen' in status && status.assentOpen ? ', child not asked' : ''
  switch (status.state) {
    case 'not-offered':
      return `not-offered: ${status.why}`
    case 'not-asked':
      return `not-asked${open}`
    case 'waiting': {
      const who = status.waitingFor.map(({ person, why }) => `${person ?? 'no parent known'} (${why})`)
      return `waiting for ${who.join(', ')}${open}`
    }
    default:
      return `${status.state} ${status.since.slice(0, 10)} by ${status.by.join(', ')}${open}`
  }
}

const bothYes: Said[] = [
  ['2023-01-01', mother, 'given'],
  ['2023-01-02', father, 'given'],
]

describe('under 12', () => {
  const today = '2024-05-31'
  const rows: [string, Said[], string][] = [
    ['nothing was said', [], 'not-asked, child not asked'],
    [
      'one of two parents',
      [['2023-01-01', mother, 'given']],
      'waiting for father (not-answered), child not asked',
    ],
    ['both parents', bothYes, 'given 2023-01-02 by mother, father, child not asked'],
    [
      'both parents and the child: since the last yes that was needed',
      [...bothYes, ['2023-02-01', sam, 'given']],
      'given 2023-01-02 by mother, father, sam',
    ],
    ['the child says no', [...bothYes, ['2023-02-01', sam, 'refused']], 'refused 2023-02-01 by sam'],
    [
      'the child only',
      [['2023-02-01', sam, 'given']],
      'waiting for mother (not-answered), father (not-answered)',
    ],
    ['one parent refuses', [...bothYes, ['2023-02-01', father, 'refused']], 'refused 2023-02-01 by father'],
    [
      'one parent withdraws',
      [...bothYes, ['2023-02-01', father, 'withdrawn']],
      'withdrawn 2023-02-01 by father',
    ],
    [
      'two say no: ended by the first',
      [...bothYes, ['2023-02-01', father, 'withdrawn'], ['2023-03-01', mother, 'refused']],
      'withdrawn 2023-02-01 by father, mother',
    ],
    [
      'the same parent comes back',
      [...bothYes, ['2023-02-01', father, 'withdrawn'], ['2023-03-01', father, 'given']],
      'given 2023-03-01 by mother, father, child not asked',
    ],
    [
      'the other parent cannot take a no back',
      [...bothYes, ['2023-02-01', father, 'withdrawn'], ['2023-03-01', mother, 'given']],
      'withdrawn 2023-02-01 by father',
    ],
  ]
  it.each(rows)('%s', (_, said, expected) => {
    expect(brief({ said, today })).toBe(expected)
  })

  it('is never given when no parent with authority is known', () => {
    expect(brief({ said: [['2023-01-01', sam, 'given']], today, parents: [] })).toBe(
      'waiting for no parent known (not-answered)',
    )
  })
  it('nor for a youth who says yes herself', () => {
    const said: Said[] = [['2025-01-01', sam, 'given']]
    expect(brief({ said, today: '2025-01-02', parents: [] })).toBe(
      'waiting for no parent known (not-answered)',
    )
  })
  it('a parent alone with authority decides alone; a guardian who came has to be asked', () => {
    const said: Said[] = [['2023-01-01', mother, 'given']]
    expect(brief({ said, today, parents: [mother] })).toBe('given 2023-01-01 by mother, child not asked')
    const guardian = 'guardian' as PersonId
    expect(brief({ said, today, parents: [mother, guardian] })).toBe(
      'waiting for guardian (not-answered), child not asked',
    )
  })
  it('the no of a parent who lost authority holds until the others said yes after it', () => {
    const no: Said[] = [...bothYes, ['2023-02-01', father, 'refused']]
    expect(brief({ said: no, today, parents: [mother] })).toBe(
      'waiting for mother (said-no-since), child not asked',
    )
    const again: Said[] = [...no, ['2023-03-01', mother, 'given']]
    expect(brief({ said: again, today, parents: [mother] })).toBe(
      'given 2023-03-01 by mother, child not asked',
    )
  })
})

describe('becoming 12', () => {
  it('the day before her birthday the parents are enough, on it she is asked', () => {
    expect(brief({ said: bothYes, today: '2024-05-31' })).toContain('given')
    expect(brief({ said: bothYes, today: '2024-06-01' })).toBe('waiting for sam (not-answered)')
  })
  it('what she said as a child is not her own decision; a no is', () => {
    const assent: Said[] = [...bothYes, ['2024-05-31', sam, 'given']]
    expect(brief({ said: assent, today: '2024-06-01' })).toBe('waiting for sam (came-of-age)')
    const no: Said[] = [...bothYes, ['2024-05-31', sam, 'refused']]
    expect(brief({ said: no, today: '2024-06-01' })).toBe('refused 2024-05-31 by sam')
  })
  it('her own yes opens it again; the parents need not say it twice', () => {
    const said: Said[] = [...bothYes, ['2024-06-01', sam, 'given']]
    expect(brief({ said, today: '2024-06-01' })).toBe('given 2024-06-01 by mother, father, sam')
  })
  it('the local day decides: 23:30 UTC on the eve is her birthday in Amsterdam', () => {
    const event = {
      id: 'e' as ConsentEventId,
      purpose: 'parents-read',
      decision: 'given',
      textVersion: 1,
      method: 'own-page',
    } as const
    const events = [{ ...event, decidedBy: sam, at: '2024-05-31T23:30:00.000Z' }]
    const about = {
      person: { id: sam, bornOn, parents: [] },
      purpose: 'parents-read',
      asksAgainFrom: 1,
    } as const
    const seen = (timeZone: string) => consentState(events, { ...about, today: '2024-06-02', timeZone }).state
    expect([seen('Europe/Amsterdam'), seen('UTC')]).toEqual(['given', 'waiting'])
  })
})

describe('12 to 15', () => {
  const today = '2028-05-31'
  it.each<[string, Said[], string]>([
    [
      'only the youth',
      [['2025-01-01', sam, 'given']],
      'waiting for mother (not-answered), father (not-answered)',
    ],
    [
      'one parent refuses, whatever the youth wants',
      [
        ['2025-01-01', sam, 'given'],
        ['2025-01-02', mother, 'given'],
        ['2025-01-03', father, 'refused'],
      ],
      'refused 2025-01-03 by father',
    ],
    ['all', [...bothYes, ['2025-01-01', sam, 'given']], 'given 2025-01-01 by mother, father, sam'],
  ])('%s', (_, said, expected) => {
    expect(brief({ said, today })).toBe(expected)
  })
})

describe('becoming 16', () => {
  const own: Said = ['2025-01-01', sam, 'given']
  it.each<[string, Said[], string]>([
    ['her own yes goes on when everyone agreed', [...bothYes, own], 'given 2025-01-01 by sam'],
    ['only the parents had said yes', bothYes, 'waiting for sam (not-answered)'],
    [
      'she had said yes as a child',
      [...bothYes, ['2024-01-01', sam, 'given']],
      'waiting for sam (came-of-age)',
    ],
    ['a parent had never answered: nothing opens by itself', [own], 'waiting for sam (came-of-age)'],
    [
      'a parent had said no: nothing opens by itself',
      [own, ['2025-02-01', mother, 'given'], ['2025-02-01', father, 'refused']],
      'waiting for sam (came-of-age)',
    ],
    [
      'a parent had said no; now she decides alone',
      [own, ['2025-02-01', father, 'refused'], ['2028-06-01', sam, 'given']],
      'given 2028-06-01 by sam',
    ],
    ['she had said no', [...bothYes, ['2025-01-01', sam, 'refused']], 'refused 2025-01-01 by sam'],
    [
      'a parent says no too late',
      [...bothYes, own, ['2028-06-01', father, 'withdrawn']],
      'given 2025-01-01 by sam',
    ],
  ])('%s', (_, said, expected) => {
    expect(brief({ said, today: '2028-06-01' })).toBe(expected)
  })
})

describe('grown up, or no date of birth', () => {
  it.each<[string, Said[], string]>([
    ['nothing said', [], 'not-asked'],
    ['yes', [['2025-01-01', sam, 'given']], 'given 2025-01-01 by sam'],
    ['no', [['2025-01-01', sam, 'refused']], 'refused 2025-01-01 by sam'],
    [
      'yes, then withdrawn',
      [
        ['2025-01-01', sam, 'given'],
        ['2025-01-08', sam, 'withdrawn'],
      ],
      'withdrawn 2025-01-08 by sam',
    ],
    [
      'no, then yes',
      [
        ['2025-01-01', sam, 'refused'],
        ['2025-01-08', sam, 'given'],
      ],
      'given 2025-01-08 by sam',
    ],
  ])('%s', (_, said, expected) => {
    expect(brief({ said, today: '2026-01-01', born: null, parents: [] })).toBe(expected)
    expect(brief({ said, today: '2026-01-01', born: '1990-02-28', parents: [] })).toBe(expected)
  })
  it('yes and no at one moment is no', () => {
    const said: Said[] = [
      ['2025-01-01', sam, 'withdrawn'],
      ['2025-01-01', sam, 'given'],
    ]
    expect(brief({ said, today: '2026-01-01', born: null })).toBe('withdrawn 2025-01-01 by sam')
  })
})

describe('purposes of their own kind', () => {
  it.each<[string, string, Said[], string]>([
    ['before 12', '2024-05-31', [], 'not-offered: under-12'],
    ['at 12', '2024-06-01', [], 'not-asked'],
    [
      'she agrees; her parents are not asked',
      '2025-01-02',
      [['2025-01-01', sam, 'given']],
      'given 2025-01-01 by sam',
    ],
    [
      'a parent who says no changes nothing',
      '2025-01-02',
      [
        ['2025-01-01', sam, 'given'],
        ['2025-01-01', mother, 'refused'],
      ],
      'given 2025-01-01 by sam',
    ],
    [
      'she stops',
      '2025-02-02',
      [
        ['2025-01-01', sam, 'given'],
        ['2025-02-01', sam, 'withdrawn'],
      ],
      'withdrawn 2025-02-01 by sam',
    ],
    ['it ends at 16', '2028-06-01', [['2025-01-01', sam, 'given']], 'not-offered: from-16'],
  ])('parents-read: %s', (_, today, said, expected) => {
    expect(brief({ said, today, purpose: 'parents-read' })).toBe(expected)
  })
  it('parents-read: nor does the no of a parent who lost authority since', () => {
    const said: Said[] = [
      ['2025-01-01', sam, 'given'],
      ['2025-01-02', mother, 'refused'],
    ]
    expect(brief({ said, today: '2025-02-01', purpose: 'parents-read', parents: [] })).toBe(
      'given 2025-01-01 by sam',
    )
  })
  it.each<[string, string, Said[], string]>([
    ['nothing said', '2025-01-02', [], 'not-asked'],
    ['yes', '2025-01-02', [['2025-01-01', sam, 'given']], 'given 2025-01-01 by sam'],
    ['no of a parent', '2025-01-02', [['2025-01-01', mother, 'refused']], 'refused 2025-01-01 by mother'],
    ['no of a child', '2024-01-02', [['2024-01-01', sam, 'refused']], 'refused 2024-01-01 by sam'],
    ['no of a parent ends with her say', '2028-06-01', [['2025-01-01', mother, 'refused']], 'not-asked'],
  ])('care-talk: %s', (_, today, said, expected) => {
    expect(brief({ said, today, purpose: 'care-talk' })).toBe(expected)
  })
  it('an anonymous survey asks nobody by name', () => {
    const said: Said[] = [['2025-01-01', sam, 'refused']]
    expect(brief({ said, today: '2026-01-01', purpose: 'anonymous-survey' })).toBe(
      'not-offered: no-names-kept',
    )
  })
  it('what was said for one purpose means nothing for another', () => {
    const event = { id: 'e' as ConsentEventId, textVersion: 1, decidedBy: sam, decision: 'given' } as const
    const events = [
      { ...event, method: 'own-page', purpose: 'quotes-team', at: '2025-01-01T10:00:00.000Z' } as const,
    ]
    const about = { person: { id: sam, bornOn: null, parents: [] }, asksAgainFrom: 1 }
    const seen = { today: '2026-01-01', timeZone: 'Europe/Amsterdam' }
    expect(consentState(events, { ...about, ...seen, purpose: 'quotes-publish' }).state).toBe('not-asked')
    expect(consentState(events, { ...about, ...seen, purpose: 'quotes-team' }).state).toBe('given')
  })
})

describe('a new text', () => {
  const said: Said[] = [['2025-01-01', sam, 'given', 1]]
  it('ends nothing by itself, and asks again when it is marked so', () => {
    const facts = { said, today: '2026-01-01', born: null }
    expect(brief({ ...facts, asksAgainFrom: 1 })).toBe('given 2025-01-01 by sam')
    expect(brief({ ...facts, asksAgainFrom: 2 })).toBe('waiting for sam (new-text)')
  })
  it('does not make a no undone', () => {
    const no: Said[] = [['2025-01-01', sam, 'refused', 1]]
    expect(brief({ said: no, today: '2026-01-01', born: null, asksAgainFrom: 2 })).toBe(
      'refused 2025-01-01 by sam',
    )
  })
})

describe('what a parent said aloud or on paper for a child', () => {
  const spoken: Said = ['2023-02-01', mother, 'given', 1, 'spoken']
  const hers: Said = ['2023-03-01', mother, 'given', 1, 'own-page']
  const his: Said = ['2023-01-01', father, 'given']
  const today = '2024-05-31'
  const rows: [string, Said[], string][] = [
    ['a yes waits for herself', [his, spoken], 'waiting for mother (not-confirmed), child not asked'],
    [
      'also on paper',
      [his, ['2023-02-01', mother, 'given', 1, 'paper']],
      'waiting for mother (not-confirmed), child not asked',
    ],
    ['confirmed it counts', [his, spoken, hers], 'given 2023-03-01 by father, mother, child not asked'],
    [
      'written down once more it still does',
      [his, hers, ['2023-04-01', mother, 'given', 1, 'spoken']],
      'given 2023-04-01 by father, mother, child not asked',
    ],
    [
      'after a no of hers it waits again',
      [his, hers, ['2023-04-01', mother, 'withdrawn'], ['2023-05-01', mother, 'given', 1, 'spoken']],
      'waiting for mother (not-confirmed), child not asked',
    ],
    [
      'a no counts at once',
      [his, hers, ['2023-04-01', mother, 'withdrawn', 1, 'spoken']],
      'withdrawn 2023-04-01 by mother',
    ],
  ]
  it.each(rows)('%s', (_, said, expected) => expect(brief({ said, today })).toBe(expected))
  it('a youth is not asked to confirm her own', () => {
    const said: Said[] = [his, hers, ['2024-07-01', sam, 'given', 1, 'spoken']]
    expect(brief({ said, today: '2025-01-01' })).toBe('given 2024-07-01 by father, mother, sam')
  })
  it('care needs nobody to confirm anything', () => {
    expect(brief({ said: [spoken], today, purpose: 'care-talk' })).toMatch(/^given/)
  })
})
