import type { PersonId } from '../shared/ids.ts'
import { type Day, localDay, millis } from '../shared/time.ts'
import { type AgeBand, ageBand, aloneFrom } from './age.ts'
import type { Awaited, AwaitedWhy, ConsentEvent, ConsentStatus, Purpose } from './consent.ts'
import {
  type AgeAndParents,
  ageAndParents,
  type ConsentNeeded,
  type ConsentPerson,
  consentNeeded,
  decidersOf,
} from './consent-needed.ts'

/** Of whom, for what, seen from which day. */
export type ConsentAbout = {
  person: ConsentPerson
  purpose: Purpose
  today: Day
  /** The zone in which days begin and end (IANA name). */
  timeZone: string
  /** The newest text version that asks again; a yes to an older one no longer counts. 1 when none does. */
  asksAgainFrom: number
}

/** An event with the age the person had when it was said. */
type Word = ConsentEvent & { band: AgeBand }
/** Everything said about one person and purpose, and who has a say at one moment. */
type Case = { words: readonly Word[]; person: ConsentPerson; needed: ConsentNeeded; about: ConsentAbout }

/**
 * Where a person stands for a purpose, folded from everything that was ever said about it, in whatever order it is given.
 * - The last word of each decider counts. Any decider's no ends it at once; only she herself can take that back.
 * - A no never gets too old. A yes that a child said under 12 is an assent: at 12 she is asked for her own decision, and
 *   consent that only the parents gave waits for it. At 16 a youth's own yes from 12 on goes on if everyone had agreed until
 *   then; otherwise she is asked anew: with time alone nothing ever opens.
 * - A parent's no ends with her say. Whoever has a say after that must have said yes since.
 * - What a parent said aloud or on paper for a child counts when it is a no; a yes waits until she says it on her own page.
 *   For oneself a yes may be written down.
 * - A new text ends nothing, unless it asks again.
 */
export function consentState(events: readonly ConsentEvent[], about: ConsentAbout): ConsentStatus {
  const now = ageAndParents(about.person, about.today)
  return stateAt(wordsOf(events, about), about, now)
}

function wordsOf(events: readonly ConsentEvent[], about: ConsentAbout): Word[] {
  return events
    .filter((event) => event.purpose === about.purpose)
    .map((event) => {
      const { age } = ageAndParents(about.person, localDay(event.at, about.timeZone))
      return { ...event, band: ageBand(age) }
    })
    .toSorted(inTime)
}

/** In order of time. At one moment a no comes last, so that it wins; the id settles the rest. */
function inTime(a: ConsentEvent, b: ConsentEvent): number {
  const later = millis(a.at) - millis(b.at) || Number(isNo(a)) - Number(isNo(b))
  return later || (a.id < b.id ? -1 : 1)
}

const isNo = ({ decision }: ConsentEvent) => decision !== 'given'

function stateAt(words: readonly Word[], about: ConsentAbout, of: AgeAndParents): ConsentStatus {
  const needed = consentNeeded(of, about.purpose)
  if (!needed.needed && needed.why !== 'part-of-care') return { state: 'not-offered', why: needed.why }
  const it: Case = { words, person: about.person, needed, about }
  const people = peopleWithSay(it)
  const standing = lastWords(words).filter((word) => people.includes(word.decidedBy))
  const [firstNo, ...otherNos] = standing.filter(isNo)
  if (firstNo !== undefined) {
    const by = [firstNo, ...otherNos].map((no) => no.decidedBy)
    return { state: firstNo.decision === 'refused' ? 'refused' : 'withdrawn', since: firstNo.at, by }
  }
  return withoutNo(it, standing)
}

function withoutNo(it: Case, standing: readonly Word[]): ConsentStatus {
  const isAssent = ({ decidedBy }: Word) => hasAssent(it.needed) && decidedBy === it.person.id
  const assentOpen = hasAssent(it.needed) && !standing.some(isAssent)
  const waitingFor = awaitedOf(it)
  const lastSaid = it.words.at(-1)
  const lastYes = standing.findLast((yes) => !isAssent(yes))
  if (lastSaid === undefined || (lastYes === undefined && !it.needed.needed)) {
    return { state: 'not-asked', waitingFor, assentOpen }
  }
  if (waitingFor.length > 0 || lastYes === undefined) {
    return { state: 'waiting', since: lastSaid.at, waitingFor, assentOpen }
  }
  return { state: 'given', since: lastYes.at, by: standing.map((yes) => yes.decidedBy), assentOpen }
}

function hasAssent(needed: ConsentNeeded): boolean {
  return needed.needed && needed.deciders.some((decider) => decider.who === 'self' && decider.assent)
}

function peopleWithSay({ needed, person }: Case): PersonId[] {
  const roles = decidersOf(needed)
  return [...(roles.includes('self') ? [person.id] : []), ...(roles.includes('parent') ? person.parents : [])]
}

/** The last word of each person, in order of time. */
function lastWords(words: readonly Word[]): Word[] {
  return words.filter(
    (word, index) => !words.slice(index + 1).some((later) => later.decidedBy === word.decidedBy),
  )
}

/** Everyone whose yes is needed and does not count yet. Nobody known to say yes is somebody missing, never consent. */
function awaitedOf(it: Case): Awaited[] {
  if (!it.needed.needed) return []
  return it.needed.deciders.flatMap((decider): Awaited[] => {
    if (decider.who === 'self') {
      const why = decider.assent ? null : whyAwaited(it, it.person.id)
      return why === null ? [] : [{ who: 'self', person: it.person.id, why }]
    }
    if (decider.known === 0) return [{ who: 'parent', person: null, why: 'not-answered' }]
    return it.person.parents.flatMap((person): Awaited[] => {
      const why = whyAwaited(it, person)
      return why === null ? [] : [{ who: 'parent', person, why }]
    })
  })
}

/** Why someone's yes does not count, or null when it does. */
function whyAwaited(it: Case, who: PersonId): AwaitedWhy | null {
  if (!it.words.some((word) => word.decidedBy === who)) return 'not-answered'
  const yes = confirmedYes(it, who)
  if (yes === undefined) return 'not-confirmed'
  if (yes.textVersion < it.about.asksAgainFrom) return 'new-text'
  if (who === it.person.id && !isOwnDecision(it, yes)) return 'came-of-age'
  return it.words.indexOf(yes) < lastNoOfFormer(it) ? 'said-no-since' : null
}

/** Her last yes that is hers for sure: her own, or a parent's from the parent's own page, with no no of hers since. */
function confirmedYes({ words, person }: Case, who: PersonId): Word | undefined {
  const own = words.filter((word) => word.decidedBy === who)
  const sinceNo = own.slice(own.findLastIndex(isNo) + 1)
  return sinceNo.findLast((yes) => who === person.id || yes.method === 'own-page')
}

/** Whether the person was old enough for her yes to count now, or everyone agreed until she could decide alone. */
function isOwnDecision(it: Case, yes: Word): boolean {
  if (yes.band === 'alone') return true
  if (yes.band === 'child') return false
  const decidesAlone = !decidersOf(it.needed).includes('parent') && it.about.purpose !== 'parents-read'
  return !decidesAlone || wasGivenBefore16(it)
}

function wasGivenBefore16({ words, person, about }: Case): boolean {
  const before = words.filter((word) => word.band !== 'alone')
  const of = { age: aloneFrom - 1, parents: person.parents.length }
  return stateAt(before, about, of).state === 'given'
}

/** Where in the words the last no stands of a parent who had a say then and has none now; -1 when there is none. */
function lastNoOfFormer(it: Case): number {
  if (it.about.purpose === 'parents-read') return -1
  const withSay = [it.person.id, ...it.person.parents]
  const nos = lastWords(it.words).filter((word) => isNo(word) && !withSay.includes(word.decidedBy))
  return it.words.findLastIndex((word) => nos.includes(word) && word.band !== 'alone')
}
