import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { PersonId } from '../shared/ids.ts'
import type { Day } from '../shared/time.ts'
import { type AgeBand, ageBand, ageOn } from './age.ts'
import { type DeciderRole, legalBasis, type Purpose } from './consent.ts'

/**
 * Who must say yes. `self` with `assent`: the child is asked too; her yes is not needed, her no is respected.
 * `parent`: all parents and guardians with authority, also after a divorce; with `known: 0` nobody can say yes yet.
 */
export type Decider = { who: 'self'; assent: boolean } | { who: 'parent'; all: true; known: number }

export type ConsentNeeded =
  /** No consent, but voluntary: each of these can say no. */
  | { needed: false; why: 'part-of-care'; mayRefuse: readonly ('self' | 'parent')[] }
  /** Nobody can give or refuse it. */
  | { needed: false; why: 'no-names-kept' | 'under-12' | 'from-16' }
  | { needed: true; deciders: readonly Decider[] }

/** Of whom: age in whole years (`null`: grown up) and how many parents or guardians with authority are known. */
export type AgeAndParents = { age: number | null; parents: number }

/**
 * Who decides, after Dutch law (domain.md §8.2): under 12 all parents with authority, and the child is asked too; from 12 to
 * 15 the youth and all parents with authority; from 16 the youth alone. Whether parents may read along is the youth's own
 * decision from 12 to 15; it does not exist before or after.
 */
export function consentNeeded(of: AgeAndParents, purpose: Purpose): ConsentNeeded {
  const band = ageBand(of.age)
  if (purpose === 'parents-read') return parentsReadNeeded(band)
  const basis = legalBasis(purpose)
  if (basis === 'information') return { needed: false, why: 'no-names-kept' }
  if (basis === 'care') {
    const mayRefuse = band === 'alone' ? (['self'] as const) : (['self', 'parent'] as const)
    return { needed: false, why: 'part-of-care', mayRefuse }
  }
  if (band === 'alone') return { needed: true, deciders: [{ who: 'self', assent: false }] }
  const self: Decider = { who: 'self', assent: band === 'child' }
  return { needed: true, deciders: [self, { who: 'parent', all: true, known: of.parents }] }
}

function parentsReadNeeded(band: AgeBand): ConsentNeeded {
  if (band === 'child') return { needed: false, why: 'under-12' }
  if (band === 'alone') return { needed: false, why: 'from-16' }
  return { needed: true, deciders: [{ who: 'self', assent: false }] }
}

/** Whose consent it is. `parents`: those with authority, guardians included. No birth date: grown up. */
export type ConsentPerson = { id: PersonId; bornOn: Day | null; parents: readonly PersonId[] }

export type DeciderRefusal = 'not-offered' | 'not-herself' | 'no-authority' | 'decides-alone'

/** Whether someone may say yes or no for a person, now. What she may say about, she may also withdraw. */
export function mayDecide(
  by: { person: PersonId; as: DeciderRole },
  about: { person: ConsentPerson; purpose: Purpose; today: Day },
): Decision<DeciderRefusal> {
  const { person, purpose, today } = about
  const roles = decidersOf(consentNeeded(ageAndParents(person, today), purpose))
  if (roles.length === 0) return refused('not-offered')
  if (by.as === 'self') return by.person === person.id ? allowed : refused('not-herself')
  if (!roles.includes('parent')) return refused('decides-alone')
  return person.parents.includes(by.person) ? allowed : refused('no-authority')
}

/** Whose word counts, whether a yes is needed or only a no is possible. */
export function decidersOf(needed: ConsentNeeded): readonly ('self' | 'parent')[] {
  if (needed.needed) return needed.deciders.map((decider) => decider.who)
  return needed.why === 'part-of-care' ? needed.mayRefuse : []
}

/** A person as `consentNeeded` asks for her. */
export function ageAndParents(person: ConsentPerson, today: Day): AgeAndParents {
  const age = person.bornOn === null ? null : ageOn(person.bornOn, today)
  return { age, parents: person.parents.length }
}
