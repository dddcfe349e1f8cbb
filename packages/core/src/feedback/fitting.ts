import type { RelationKind, Situation, Voice } from '../relation/relation.ts'

/** Whom a set of questions is chosen for, as far as that is known. */
export type Asked = {
  voice: Voice
  /** Whole years; null when no day of birth is known. */
  age: number | null
  /** Of the collaboration. */
  kind: RelationKind
  situation: Situation | null
  /** The collaboration is one contact: nothing returns. */
  singleContact: boolean
  /** Contacts so far, that of today included. */
  contacts: number
  /** Contacts since this person was last asked the collaboration check; null when she never was. */
  contactsSinceCollaboration: number | null
}

export const fittingReasons = [
  'young-child',
  'child',
  'youth',
  'one-contact',
  'group',
  'network',
  'time-to-look-back',
  'usual',
  'wider',
  'short',
  'own-words',
  'goal',
] as const
export type FittingReason = (typeof fittingReasons)[number]

/** An instrument that fits someone, and why. */
export type Fitting = { instrument: string; reason: FittingReason }

/** From so many contacts on someone can say how the working together goes (domain.md §2.5: at contact 3 to 5). */
export const collaborationFrom = 3
/** After so many more contacts it is asked again. */
export const collaborationEvery = 5

const groupSituations: readonly Situation[] = ['course', 'psychoeducation']
const amongColleagues: readonly Voice[] = ['professional', 'colleague', 'partner', 'manager']

/**
 * The own checks that fit someone, the first of them the one to choose (domain.md §2.5, §9.4). Age goes before voice. A young
 * child and a child are asked with faces only. Everyone else may always choose something shorter or in her own words.
 */
export function fittingInstruments(asked: Asked): [Fitting, ...Fitting[]] {
  const group = ageGroup(asked)
  if (group === 'young-child') return [{ instrument: 'contact-check-young-child', reason: 'young-child' }]
  if (group === 'child') return [{ instrument: 'contact-check-child', reason: 'child' }]
  const usual: Fitting =
    group === 'youth'
      ? { instrument: 'contact-check-youth', reason: 'youth' }
      : { instrument: 'contact-check', reason: 'usual' }
  const first = special(asked)
  const rest: Fitting[] = [
    ...(isAmongColleagues(asked) ? [] : [wider(asked)]),
    { instrument: 'single-contact', reason: 'short' },
    ...(isAmongColleagues(asked) ? [] : own),
  ]
  const [chosen = usual, ...others] = [...first, usual, ...rest]
  const isOther = (one: Fitting) => one.instrument !== chosen.instrument
  return [chosen, ...others.filter(isOther)]
}

/** The usual check goes on after each contact; the wider one comes beside it, and says when it is time. */
function wider({ contacts, contactsSinceCollaboration: since }: Asked): Fitting {
  const isTime = contacts >= collaborationFrom && (since === null || since >= collaborationEvery)
  return { instrument: 'collaboration-check', reason: isTime ? 'time-to-look-back' : 'wider' }
}

const own: readonly Fitting[] = [
  { instrument: 'own-question', reason: 'own-words' },
  { instrument: 'own-goal', reason: 'goal' },
]

/** What goes before the usual check, because of how one works together now. */
function special(asked: Asked): Fitting[] {
  const { singleContact, situation } = asked
  if (singleContact) return [{ instrument: 'single-contact', reason: 'one-contact' }]
  if (isAmongColleagues(asked)) return [{ instrument: 'network-check', reason: 'network' }]
  if (situation !== null && groupSituations.includes(situation)) {
    return [{ instrument: 'contact-check-group', reason: 'group' }]
  }
  // In an evaluation one looks back anyway.
  return situation === 'evaluation'
    ? [{ instrument: 'collaboration-check', reason: 'time-to-look-back' }]
    : []
}

/** Professionals of a network round someone; in a pair of colleagues each is asked as anyone else. */
function isAmongColleagues({ kind, voice }: Asked): boolean {
  return kind !== 'interpersonal' && amongColleagues.includes(voice)
}

function ageGroup({ voice, age }: Asked): 'young-child' | 'child' | 'youth' | 'adult' {
  if (age !== null) return age <= 5 ? 'young-child' : age <= 12 ? 'child' : age < 18 ? 'youth' : 'adult'
  if (voice === 'child') return 'child'
  return voice === 'youth' ? 'youth' : 'adult'
}
