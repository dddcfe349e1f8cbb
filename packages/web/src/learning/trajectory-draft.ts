import { standardForms } from '@weerklank/core/learning/moment-form.standard'
import type { MomentKind } from '@weerklank/core/learning/trajectory'
import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { orderOf } from '@weerklank/core/learning/trajectory.plan'
import { readWallTime, wallTime } from '@weerklank/core/shared/wall-clock'

type Details = Pick<
  TrajectoryDetails,
  'title' | 'purpose' | 'startsOn' | 'events' | 'moments' | 'components' | 'leads' | 'readers'
>
type Event = Details['events'][number]
type Moment = Details['moments'][number]

export type EventDraft = Omit<Event, 'id' | 'at' | 'hours' | 'minutes'> & {
  id: string
  day: string
  time: string
  hours: string
  minutes: string
}
export type MomentDraft = Omit<Moment, 'id' | 'window' | 'form'> & { id: string; form: Moment['form'] }
export type ComponentDraft = Details['components'][number]

/** A trajectory as it is changed on the screen: days and times apart, numbers as they are typed. */
export type TrajectoryDraft = {
  title: string
  purpose: string
  startsOn: string
  events: EventDraft[]
  moments: MomentDraft[]
  components: ComponentDraft[]
  leads: string[]
  readers: string[]
}

export function draftOf(details: Details, timeZone: string): TrajectoryDraft {
  const { title, purpose, startsOn, events, moments, components } = details
  return {
    ...{ title, purpose, startsOn, components },
    events: events.map(({ at, hours, minutes, ...event }) => ({
      ...event,
      ...wallTime(at, timeZone),
      hours: String(hours).replace('.', ','),
      minutes: String(minutes),
    })),
    moments: moments.map(({ window: _, ...moment }) => moment),
    leads: details.leads.map(({ id }) => id),
    readers: details.readers.map(({ id }) => id),
  }
}

/** Under which field something has to be mended. */
export type DraftProblem = {
  field: string
  code: 'title' | 'starts-on' | 'event' | 'when' | 'hours' | 'moment' | 'leads'
}

const numberOf = (typed: string) =>
  /^\s*\d+([.,]\d+)?\s*$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
const isDay = (typed: string) => /^\d{4}-\d\d-\d\d$/.test(typed)

/** What keeps a draft from being sent, in the order of the fields. */
export function draftProblems(draft: TrajectoryDraft, timeZone: string): DraftProblem[] {
  const found: DraftProblem[] = []
  if (draft.title.trim() === '') found.push({ field: 'title', code: 'title' })
  if (!isDay(draft.startsOn)) found.push({ field: 'starts-on', code: 'starts-on' })
  for (const { id, title, day, time, hours, minutes } of draft.events) {
    if (title.trim() === '') found.push({ field: `title-${id}`, code: 'event' })
    if (!('at' in readWallTime({ day, time }, timeZone))) found.push({ field: `day-${id}`, code: 'when' })
    if (!(numberOf(hours) <= 999) || !(numberOf(minutes) >= 1))
      found.push({ field: `hours-${id}`, code: 'hours' })
  }
  for (const { id, title, opensOn, closesOn, form } of draft.moments) {
    const isWhole = title.trim() !== '' && isDay(opensOn) && isDay(closesOn) && form.length > 0
    if (!isWhole) found.push({ field: `title-${id}`, code: 'moment' })
  }
  if (draft.leads.length === 0) found.push({ field: 'leads', code: 'leads' })
  return found
}

/** The plan as it is sent; only of a draft without problems. */
export function planOf(draft: TrajectoryDraft, timeZone: string) {
  const { title, purpose, startsOn } = draft
  return {
    ...{ title, purpose, startsOn },
    events: draft.events.map(({ day, time, hours, minutes, ...event }) => {
      const read = readWallTime({ day, time }, timeZone)
      const at = 'at' in read ? read.at : ''
      return { ...event, at, hours: numberOf(hours), minutes: Math.round(numberOf(minutes)) }
    }),
    moments: draft.moments.map(({ isAnswered: _, ...moment }) => moment),
    components: draft.components.map(({ isThere: _, ...part }) => part),
  }
}

export const newEvent = (id: string, day: string): EventDraft => ({
  ...{ id, kind: 'other', title: '', about: '', day, time: '09:30', minutes: '180', place: '' },
  ...{ videoUrl: '', hours: '3', isOpen: false },
})

/** The next moment of the row, one day after the last one opens. */
export function newMoment(id: string, draft: Pick<TrajectoryDraft, 'moments' | 'startsOn'>): MomentDraft {
  const numbers = draft.moments.filter(({ key }) => key !== 'exit').map(({ key }) => orderOf(key))
  const last = draft.moments
    .filter(({ key }) => key !== 'exit')
    .map(({ opensOn }) => opensOn)
    .sort()
    .at(-1)
  const opensOn = last ?? draft.startsOn
  return {
    ...{ id, key: `T${Math.max(0, ...numbers) + 1}`, kind: 'review', title: '', opensOn, closesOn: opensOn },
    ...{ form: [...standardForms.review], isAnswered: false },
  }
}

/** Another purpose of a moment brings its questions. */
export const withKind = (moment: MomentDraft, kind: MomentKind): MomentDraft => ({
  ...moment,
  kind,
  form: [...standardForms[kind]],
})

/** Every question that a moment can ask here: those it has, and the usual ones of its kind. */
export function offeredItems(moment: MomentDraft): MomentDraft['form'] {
  const usual = standardForms[moment.kind].filter(({ key }) => !moment.form.some((one) => one.key === key))
  return [...moment.form, ...usual]
}
