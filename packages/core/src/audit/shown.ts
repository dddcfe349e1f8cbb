import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Instant } from '../shared/time.ts'
import { groupOf } from './audit.groups.ts'
import type { AuditBasis } from './audit.ts'

/** The person who reads on her own page what was done with what is hers. */
export type Reader = { person: string; participants: readonly string[] }

/** A line about one of her collaborations or about her; `isHers`: what it was done to belongs to her as a participant. */
export type LineToShow = {
  actor: string
  action: string
  subject: string
  subjectId: string
  relation: string | null
  person: string | null
  isHers: boolean
}

export type NotShown = 'other-person' | 'other-client' | 'other-subject' | 'private'

/** What belongs to all who take part: a deed with it says nothing of one of the others. */
const ofAll: readonly string[] = [
  ...[
    'relation',
    'note',
    'contact',
    'feedback',
    'agreement',
    'emergency',
    'supervision',
    'guest',
    'member',
    'audit',
    'retention',
  ],
  'working-note',
]

/**
 * Whether the person may read a line of the record. Hers are what she did herself, what was done with her own data, and what
 * those who work with her did with the collaboration as a whole. What another client did stays between her and those who work
 * with her: a mother does not read when her sixteen-year-old answered, nor that something was seen in his answers.
 */
export function shownTo(reader: Reader, line: LineToShow): Decision<NotShown> {
  if (isSelf(reader, line.actor)) return allowed
  if (line.person !== null && line.person !== reader.person) return refused('other-person')
  if (line.person === reader.person) return allowed
  if (isClient(line.actor)) return refused('other-client')
  // Personal notes of a colleague are hers alone, until she shares one.
  if (groupOf(line.action) === 'working-note' && line.action !== 'working-note.shared')
    return refused('private')
  const isOfAll = ofAll.includes(line.subject) || line.subjectId === line.relation
  return isOfAll || line.isHers ? allowed : refused('other-subject')
}

/** Whether the person herself did it, by whichever way she came: her page, a check link, or as a colleague. */
export function isSelf(reader: Reader, actor: string): boolean {
  const own = [
    reader.person,
    `person:${reader.person}`,
    ...reader.participants.map((id) => `participant:${id}`),
  ]
  return own.includes(actor)
}

/** By a link: of another client, or of nobody who is known. */
function isClient(actor: string): boolean {
  return actor === 'link' || actor.includes(':')
}

/** Who did something, as the person reads it. A colleague without a name is no longer known here. */
export type Who = 'self' | 'program' | 'operator' | 'other' | { name: string | null }

/** A line as it is shown: what one did for one reason in one collaboration, with how often that was on the day. */
export type LookedAt = {
  /** The last time on that day. */
  at: Instant
  who: Who
  action: string
  basis: AuditBasis | null
  /** What the collaboration is called, where it was in one. */
  relation: string | null
  /** Why there was an emergency. */
  reason: string | null
  times: number
}

/**
 * Lines that say the same of the same day become one, with how many they are. The latest comes first, as in `lines`.
 * @param dayOf the calendar day of a moment, where the reader is
 */
export function grouped(
  lines: readonly Omit<LookedAt, 'times'>[],
  dayOf: (at: Instant) => string,
): LookedAt[] {
  const groups = new Map<string, LookedAt>()
  for (const line of lines) {
    const { at, ...said } = line
    const key = JSON.stringify([dayOf(at), said.who, said.action, said.basis, said.relation, said.reason])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { ...line, times: 1 })
    else known.times += 1
  }
  return [...groups.values()]
}
