import { ageBand } from '@weerklank/core/consent/age'
import {
  contentEffect,
  type DeciderRole,
  legalBasis,
  mayUse,
  type Purpose,
  purposes,
} from '@weerklank/core/consent/consent'
import type { ConsentChoice, ConsentReceipt, PersonConsent } from '@weerklank/core/consent/consent.contract'
import {
  ageAndParents,
  type ConsentNeeded,
  consentNeeded,
  decidersOf,
} from '@weerklank/core/consent/consent-needed'
import { defaultReadingLevel, newestText, wordingOf } from '@weerklank/core/consent/consent-text'
import { purposeRule } from '@weerklank/core/consent/purpose'
import { receiptLines } from '@weerklank/core/consent/receipt.words'
import type { Language } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import type { Withdrawn } from './consent.effects.ts'
import { asConsentPerson, type Family } from './consent.person.ts'
import type { EventRow } from './consent.repository.ts'
import type { ConsentDeps, Hand } from './consent.status.ts'
import { statusOf } from './consent.status.ts'

/** One person as her choices are told: whose they are, what was said, and in which words they are read. */
export type Told = {
  deps: ConsentDeps
  hand: Pick<Hand, 'workspace'>
  family: Family
  /** Everything said about her, whatever the purpose. */
  events: readonly EventRow[]
  name: string
  isMember: boolean
  language: Language
  /** Who reads: she herself, or a parent. */
  as: 'self' | 'parent'
}

/** All choices of one person, as she (or who reads with her) is told. */
export function presentPerson(told: Told): PersonConsent {
  const { age } = ageNow(told)
  return {
    person: told.family.person.id,
    name: told.name,
    ageBand: ageBand(age),
    choices: purposes.map((purpose) => presentChoice(told, purpose)),
  }
}

function ageNow({ family, deps, hand }: Told) {
  return ageAndParents(asConsentPerson(family), localDay(deps.world.now(), hand.workspace.timeZone))
}

/** One purpose of one person. */
export function presentChoice(told: Told, purpose: Purpose): ConsentChoice {
  const { deps, family, hand } = told
  const events = told.events.filter((row) => row.purpose === purpose)
  const at: Instant = deps.world.now()
  const status = statusOf({ deps, hand, family, events, at }, purpose)
  const { age } = ageNow(told)
  const newest = newestText(deps.consentTexts.values(), purpose)
  /** Whoever decides reads it as it is written for her: a mother not in the words of her child. */
  const textFor = (as: DeciderRole): ConsentChoice['text'] => {
    const level = defaultReadingLevel({ age, as, isMember: told.isMember })
    const { language } = told
    return { version: newest.version, level, language, wording: wordingOf(newest, level, language) }
  }
  return {
    purpose,
    basis: legalBasis(purpose),
    asking: purposeRule(purpose).asking,
    text: textFor(told.as),
    status: status as ConsentChoice['status'],
    deciders: askedOf(told, { purpose, events }).map((one) => ({ ...one, text: textFor(one.as) })),
    mayUse: mayUse(purpose, status.state).allowed,
    content: contentEffect(purpose, status.state),
  }
}

function askedOf(
  told: Told,
  of: { purpose: Purpose; events: readonly EventRow[] },
): Omit<ConsentChoice['deciders'][number], 'text'>[] {
  const needed = consentNeeded(ageNow(told), of.purpose)
  const { person, parents } = told.family
  const roles = decidersOf(needed)
  const self = { person: person.id, name: told.name, as: 'self' as const, assent: hasAssent(needed) }
  const others = parents.flatMap(({ parent_id, name, authority }) =>
    authority !== 'none' ? [{ person: parent_id, name, as: authority, assent: false }] : [],
  )
  const all = [...(roles.includes('self') ? [self] : []), ...(roles.includes('parent') ? others : [])]
  return all.map((decider) => ({ ...decider, said: lastWord(of.events, decider.person) }))
}

function hasAssent(needed: ConsentNeeded): boolean {
  return needed.needed && needed.deciders.some((decider) => decider.who === 'self' && decider.assent)
}

function lastWord(events: readonly EventRow[], person: string) {
  const word = events.findLast((row) => row.decided_by === person)
  if (word === undefined) return null
  return { decision: word.decision, at: word.at, method: word.method, textVersion: word.text_version }
}

/** What a withdrawal did, in the reader's words. */
export function presentReceipt(of: Withdrawn, reader: Listener & { timeZone: string }): ConsentReceipt {
  return {
    at: of.at,
    plan: { ...of.plan, cannotUndo: [...of.plan.cannotUndo] },
    lines: receiptLines(of.plan, reader),
  }
}
