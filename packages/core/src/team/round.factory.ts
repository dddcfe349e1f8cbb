/** Rounds of groups for tests: how many of each answered low and high. */
import type { RoundGroupId } from '../shared/ids.ts'
import type { RoundForm } from './round.ts'
import type { RoundFacts } from './round-facts.ts'
import type { TeamInstrument } from './team-instrument.ts'

const same = (text: string) => ({ nl: { u: text, je: text }, en: text })

const instrument: TeamInstrument = {
  ...{ id: 'team-check', version: 1, use: 'round', scale: { min: 0, max: 10 } },
  ...{
    name: { nl: 'Check', en: 'Check' },
    caution: same('Om over te praten.'),
    open: { question: same('Wat nog?') },
  },
  items: ['trust', 'responsibility', 'direction', 'tasks', 'cost'].map((id) => ({
    ...{ id, label: { nl: id, en: id }, question: same(`${id}?`), low: same('nee'), high: same('ja') },
  })),
}
export const items = instrument.items.map(({ id }) => id)
const idOf = (at: number) => `0192f3a0-0000-7000-8000-00000000000${at}` as RoundGroupId
export const ids = [1, 2, 3, 4].map(idOf)
const whole = idOf(0)

export type Counts = readonly number[]
/** Of each group: how many answered, and for each question and each other group how many chose low and high. */
export type Answers = { answered: number; own: readonly Counts[]; views: readonly (readonly Counts[])[] }

/** The facts of a closed round of these groups, k = 5; the marks are 2 and 8. */
export function factsOf(form: RoundForm, all: readonly Answers[]): RoundFacts {
  const asked = ids.slice(0, all.length)
  const nextOf = (at: number) => asked[(at + 1) % asked.length] ?? null
  const rows = <T>(counts: Counts, row: (value: number, n: number) => T): T[] =>
    counts.flatMap((n, at) => (n === 0 ? [] : [row(at === 0 ? 2 : 8, n)]))
  return {
    ...{
      title: 'Keten',
      closedAt: '2026-11-22T09:00:00.000Z',
      k: 5,
      form,
      minShare: null,
      takesWords: false,
    },
    instrument: form === 'between' ? { ...instrument, about: 'others' } : instrument,
    groups: [
      { id: whole, parent: null, about: null, name: '', invited: 0, answered: 0 },
      ...asked.map((id, at) => ({
        ...{ id, parent: whole, name: `Groep ${at}`, invited: 12, answered: all[at]?.answered ?? 0 },
        about: form === 'swap' ? nextOf(at) : null,
      })),
    ],
    tallies:
      form === 'between'
        ? []
        : all.flatMap(({ own }, at) =>
            items.flatMap((item, place) =>
              rows(own[place] ?? [], (value, n) => ({ group: asked[at] ?? '', item, value, n })),
            ),
          ),
    views: all.flatMap(({ views }, at) =>
      asked.flatMap((about, other) =>
        other === at || (form === 'swap' && about !== nextOf(at))
          ? []
          : items.flatMap((item, place) =>
              rows(views[other]?.[place] ?? [], (value, n) => ({
                ...{ group: asked[at] ?? '', about, item, value, n },
              })),
            ),
      ),
    ),
    words: [],
  }
}
