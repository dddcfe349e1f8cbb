import { z } from 'zod'
import type { Language } from '../shared/language.ts'
import { requiredText } from '../shared/text-input.ts'
import type { Day } from '../shared/time.ts'
import { momentForm } from './moment-form.schema.ts'
import { standardForms } from './moment-form.standard.ts'
import type { MomentForm } from './moment-form.ts'
import type { TrajectoryPlan } from './trajectory.contract.ts'
import { dayLater, daysApart, momentAt } from './trajectory.plan.ts'
import { eventKinds, type MomentKind, momentKinds, trajectoryComponents } from './trajectory.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const words = (max: number) => z.strictObject({ nl: requiredText(max), en: requiredText(max) })
const count = (max: number) => z.int().min(0).max(max).exactOptional()

/** So much after the first day, or after the day of an event or the opening of a moment that stands before it in the file. */
const later = z.strictObject({
  after: z.string().max(40).exactOptional(),
  months: count(36),
  weeks: count(156),
  days: count(1_000),
})
type LaterThan = z.infer<typeof later>

const event = z.strictObject({
  key,
  kind: z.enum(eventKinds),
  title: words(120),
  about: words(2_000),
  on: later,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(1).max(1_440),
  hours: z.number().min(0).max(999),
  isOpen: z.literal(true).exactOptional(),
})

const moment = z.strictObject({
  key: z.string().regex(/^(T\d{1,2}|exit)$/),
  kind: z.enum(momentKinds),
  title: words(120),
  opens: later,
  /** Days that it stays open, the first included. */
  days: z.int().min(1).max(1_000),
  /** The questions of these kinds of moments one after the other; of its own kind when nothing is said. */
  asks: z.array(z.enum(momentKinds)).min(1).exactOptional(),
})

const component = z.strictObject({
  component: z.enum(trajectoryComponents),
  by: words(500),
  /** Keys of events and moments. */
  planned: z.array(z.string()),
})

const body = z.strictObject({
  key,
  version: z.int().min(1),
  name: words(120),
  about: words(500),
  purpose: words(1_000),
  events: z.array(event).max(60),
  moments: z.array(moment).min(1).max(20),
  components: z.array(component).max(trajectoryComponents.length),
  /** Where it comes from. */
  source: requiredText(500),
})
export type TrajectoryTemplate = z.infer<typeof body>

/** A trajectory as data: what stands when, counted from its first day. A shipped file; a broken one stops the start. */
export const trajectoryTemplateShape = body.superRefine((template, report) => {
  for (const problem of templateProblems(template)) report.addIssue({ code: 'custom', message: problem })
})

function templateProblems(template: TrajectoryTemplate): string[] {
  const steps = [
    ...template.events.map((one) => ({ key: one.key, on: one.on })),
    ...template.moments.map((one) => ({ key: one.key, on: one.opens })),
  ]
  const keys = steps.map((step) => step.key)
  const early = steps.filter(({ on }, at) => on.after !== undefined && !keys.slice(0, at).includes(on.after))
  const loose = template.components.flatMap(({ planned }) => planned.filter((one) => !keys.includes(one)))
  const doubled = keys.filter((one, at) => keys.indexOf(one) < at)
  return [
    ...doubled.map((one) => `${one} is there twice`),
    ...early.map((step) => `${step.key} comes after ${step.on.after}, which does not stand before it`),
    ...loose.map((one) => `a component is planned at ${one}, which is not there`),
    ...template.moments.flatMap(({ key: of, kind, asks }) =>
      momentForm.safeParse(formOf(asks ?? [kind])).success
        ? []
        : [`the questions of ${of} do not fit together`],
    ),
  ]
}

/** The questions of several kinds of moments as one form, each once. */
function formOf(kinds: readonly MomentKind[]): MomentForm {
  const all = kinds.flatMap((kind) => standardForms[kind])
  return all.filter(({ key: one }, at) => all.findIndex((other) => other.key === one) === at)
}

type Composing = {
  startsOn: Day
  timeZone: string
  language: Language
  newId: () => string
}

/** The plan that a template makes from a first day on: dates of the calendar, times on the clock of the place. */
export function planFromTemplate(template: TrajectoryTemplate, of: Composing): Omit<TrajectoryPlan, 'title'> {
  const { startsOn, timeZone, language, newId } = of
  const days = daysOf(template, startsOn)
  const ids = new Map([...days.keys()].map((one) => [one, newId()]))
  const dayOf = (one: string) => days.get(one) ?? startsOn
  const idOf = (one: string) => ids.get(one) ?? ''
  return {
    purpose: template.purpose[language],
    startsOn,
    events: template.events.map(({ key: one, on: _, time, title, about, isOpen = false, ...rest }) => ({
      ...rest,
      ...{ id: idOf(one) as never, title: title[language], about: about[language], isOpen },
      ...{ at: momentAt(dayOf(one), time, timeZone), place: '', videoUrl: '' },
    })),
    moments: template.moments.map(({ key: one, kind, title, days: open, asks }) => ({
      ...{ id: idOf(one) as never, key: one, kind, title: title[language], form: formOf(asks ?? [kind]) },
      ...{ opensOn: dayOf(one), closesOn: dayLater(dayOf(one), { days: open - 1 }) },
    })),
    components: template.components.map(({ component: of, by, planned }) => ({
      ...{ component: of, by: by[language], planned: planned.map(idOf) },
    })),
  }
}

function daysOf({ events, moments }: TrajectoryTemplate, startsOn: Day): Map<string, Day> {
  const days = new Map<string, Day>()
  const dayOf = ({ after, ...by }: LaterThan) => dayLater((after && days.get(after)) || startsOn, by)
  // Who begins on a weekday meets on weekdays.
  const atWork = (day: Day) => (isWeekend(startsOn) ? day : dayLater(day, { days: daysToMonday(day) }))
  for (const { key: one, on } of events) days.set(one, atWork(dayOf(on)))
  for (const { key: one, opens } of moments) days.set(one, dayOf(opens))
  return days
}

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay()
const isWeekend = (day: Day) => weekday(day) === 0 || weekday(day) === 6
const daysToMonday = (day: Day) => (isWeekend(day) ? (8 - weekday(day)) % 7 : 0)

/** Days from the first to the last event or opening of a moment, as a template is offered. */
export function templateDays(template: TrajectoryTemplate): number {
  const first = '2027-01-01'
  const all = [...daysOf(template, first)].flatMap(([one, day]) => (one === 'exit' ? [] : [day]))
  return Math.max(0, ...all.map((day) => daysApart(first, day)))
}
