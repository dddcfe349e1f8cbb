import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConsentEventId, PersonId } from '../shared/ids.ts'
import { ageOn } from './age.ts'
import { type ConsentEvent, consentDecisions, consentMethods, mayUse, purposes } from './consent.ts'
import { type ConsentAbout, consentState } from './consent-state.ts'

const sam = 'sam' as PersonId
const people = [sam, 'mother', 'father', 'guardian'] as PersonId[]
const timeZone = 'Europe/Amsterdam'
// Sam was born on 1 June 2012; days from 2022 to 2030, so that she becomes 12 and 16 on the way.
const bornOn = '2012-06-01'
const firstDay = Date.UTC(2022, 0, 1, 10)
const atDay = (day: number) => new Date(firstDay + day * 86_400_000).toISOString()
const lastDay = 365 * 8

const event = fc.record({
  id: fc.uuid().map((id) => id as ConsentEventId),
  purpose: fc.constantFrom(...purposes),
  decision: fc.constantFrom(...consentDecisions),
  textVersion: fc.integer({ min: 1, max: 3 }),
  decidedBy: fc.constantFrom(...people),
  // Mostly from one's own page: otherwise hardly anything ever comes to a yes.
  method: fc.constantFrom('own-page', 'own-page', 'own-page', ...consentMethods),
  // Coarse, so that several words fall on one moment.
  at: fc.integer({ min: 0, max: Math.floor(lastDay / 60) }).map((step) => atDay(step * 60)),
})
const uniqueEvents = fc.uniqueArray(event, { maxLength: 14, selector: ({ id }) => id })
/** All about one purpose, most of the time: otherwise hardly anything ever comes to a yes. */
const events = fc
  .tuple(uniqueEvents, fc.constantFrom(...purposes), fc.boolean())
  .map(([some, purpose, same]) => (same ? some.map((one) => ({ ...one, purpose })) : some))

const about = fc.record({
  person: fc.record({
    id: fc.constant(sam),
    bornOn: fc.constantFrom(bornOn, bornOn, null),
    parents: fc.subarray(people.slice(1)),
  }),
  purpose: fc.constantFrom(...purposes),
  today: fc.integer({ min: 0, max: lastDay }).map((day) => atDay(day).slice(0, 10)),
  timeZone: fc.constant(timeZone),
  asksAgainFrom: fc.integer({ min: 1, max: 2 }),
})
/** What the server may see: words of until today, about the purpose that is looked at. */
const cases = fc.tuple(events, about).map(([some, of]): [ConsentEvent[], ConsentAbout] => {
  const purpose = some[0]?.purpose ?? of.purpose
  return [some.filter(({ at }) => at.slice(0, 10) <= of.today), { ...of, purpose }]
})
const runs = { numRuns: 5000 }

/** Who may end it, written apart from the rules: herself, and her parents while she is under 16. */
function withSay({ person, today, purpose }: ConsentAbout): PersonId[] {
  const under16 = person.bornOn !== null && ageOn(person.bornOn, today) < 16
  return [sam, ...(under16 && purpose !== 'parents-read' ? person.parents : [])]
}

function lastWord(said: readonly ConsentEvent[], by: PersonId, of: ConsentAbout): string {
  const own = said.filter((one) => one.decidedBy === by && one.purpose === of.purpose)
  const last = own
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return own.some((one) => one.at === last && one.decision !== 'given') ? 'no' : own.length > 0 ? 'yes' : ''
}

it('reads the same from whatever order the words come in', () => {
  const shuffled = cases.chain(([said, of]) =>
    fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }), fc.constant(of)),
  )
  fc.assert(
    fc.property(shuffled, ([said, mixed, of]) => {
      expect(consentState(mixed, of)).toEqual(consentState(said, of))
    }),
    runs,
  )
})

it('is never given while the last word of anyone with a say is no', () => {
  let given = 0
  fc.assert(
    fc.property(cases, ([said, of]) => {
      if (consentState(said, of).state !== 'given') return
      given += 1
      expect(withSay(of).map((by) => lastWord(said, by, of))).not.toContain('no')
    }),
    runs,
  )
  // Otherwise nothing was tried.
  expect(given).toBeGreaterThan(runs.numRuns / 50)
})

it('is only given when everyone whose yes is needed said yes', () => {
  fc.assert(
    fc.property(cases, ([said, of]) => {
      if (consentState(said, of).state !== 'given' || of.purpose === 'care-talk') return
      const age = of.person.bornOn === null ? 99 : ageOn(of.person.bornOn, of.today)
      const needed = withSay(of).filter((by) => by !== sam || age >= 12)
      const parentsNeeded = age < 16 && of.purpose !== 'parents-read'
      expect(needed.length).toBeGreaterThan(0)
      if (parentsNeeded) expect(of.person.parents).not.toEqual([])
      for (const by of needed) {
        expect(lastWord(said, by, of)).toBe('yes')
        const own = said.filter((one) => one.decidedBy === by && one.purpose === of.purpose)
        if (by !== sam) expect(own.map(({ method }) => method)).toContain('own-page')
      }
    }),
    runs,
  )
})

it('ends at once with one no, and content may not be used any more', () => {
  const withNo = cases.chain(([said, of]) =>
    fc.tuple(
      fc.constant(said),
      fc.constant(of),
      fc.constantFrom(...withSay(of)),
      fc.constantFrom('refused' as const, 'withdrawn' as const),
    ),
  )
  fc.assert(
    fc.property(withNo, ([said, of, decidedBy, decision]) => {
      const at =
        said
          .map((one) => one.at)
          .toSorted()
          .at(-1) ?? atDay(0)
      const method = 'spoken' as const
      const no = {
        ...{ id: 'zz' as ConsentEventId, purpose: of.purpose, decision, textVersion: 1 },
        ...{ decidedBy, method, at },
      }
      const { state } = consentState([...said, no], of)
      expect(['refused', 'withdrawn', 'not-offered']).toContain(state)
      if (of.purpose !== 'anonymous-survey') expect(mayUse(of.purpose, state).allowed).toBe(false)
    }),
    runs,
  )
})

it('never opens by the passing of time alone', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: lastDay }), ([said, of], days) => {
      // Care needs no consent: there a parent's no simply ends with the parent's say, at 16.
      if (consentState(said, of).state === 'given' || of.purpose === 'care-talk') return
      const today = new Date(Date.parse(of.today) + days * 86_400_000).toISOString().slice(0, 10)
      expect(consentState(said, { ...of, today }).state).not.toBe('given')
    }),
    runs,
  )
})
