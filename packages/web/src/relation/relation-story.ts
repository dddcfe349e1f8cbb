import type { RunChartAnnotation } from '@weerklank/core/charts/run-chart-input'
import type { Contact, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { millis, shortDate } from '@weerklank/core/shared/time'
import type { Seen } from '../language/use-seen.ts'
import type { TimelineItem } from '../ui/Timeline.tsx'

export type StoryWords = {
  contactKind: (kind: Contact['kind']) => string
  atPlace: (what: string, place: string) => string
  started: string
  closed: string
}

type Source = {
  relation: Pick<RelationDetails, 'contacts' | 'startedAt' | 'closedAt'>
  /** What checks tell. */
  told: { events: readonly TimelineItem[]; contacts: ReadonlySet<string> }
  seen: Seen
  words: StoryWords
}

/**
 * Everything that happened, newest first. An ordinary contact of which nothing was written down and that an answer tells
 * about already is left out: the story tells, it does not log.
 */
export function relationStory({ relation, told, seen, words }: Source): TimelineItem[] {
  const { startedAt, closedAt } = relation
  const bound = (id: string, at: string, title: string): TimelineItem => ({
    id,
    at,
    date: shortDate(at, seen.language, seen.timeZone),
    icon: 'today',
    title,
  })
  return [
    ...told.events,
    ...pastContacts(relation.contacts, seen)
      .filter((contact) => isNews(contact) || !told.contacts.has(contact.id))
      .map((contact) => contactEvent(contact, seen, words)),
    bound('start', startedAt, words.started),
    ...(closedAt === null ? [] : [bound('end', closedAt, words.closed)]),
  ].sort((a, b) => millis(b.at) - millis(a.at))
}

/** The talks about the working together itself, for the picture. */
export function repairTalks(contacts: readonly Contact[], seen: Seen, label: string): RunChartAnnotation[] {
  return pastContacts(contacts, seen)
    .filter(({ kind }) => kind === 'repair-talk')
    .map(({ at }) => ({ at, label, dateLabel: shortDay(at, seen), kind: 'repair' }))
}

function pastContacts(contacts: readonly Contact[], { now }: Seen): Contact[] {
  return contacts.filter(({ at }) => millis(at) <= millis(now))
}

function isNews({ kind, summary }: Contact): boolean {
  return kind === 'repair-talk' || summary !== ''
}

function contactEvent(
  { id, kind, at, place, summary }: Contact,
  seen: Seen,
  words: StoryWords,
): TimelineItem {
  const what = words.contactKind(kind)
  const isRepair = kind === 'repair-talk'
  return {
    id,
    at,
    date: shortDate(at, seen.language, seen.timeZone),
    icon: 'talk',
    tone: isRepair ? 'kept' : 'plain',
    title: place === '' ? what : words.atPlace(what, place),
    ...(summary === '' ? {} : { text: summary }),
  }
}
