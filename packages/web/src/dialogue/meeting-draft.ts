import { type MeetingRole, meetingRoles } from '@weerklank/core/dialogue/dialogue'
import { mayPlanAt, type PreparedQuestion } from '@weerklank/core/dialogue/meeting'
import type { MeetingDetails, MeetingPlan, PlaceInput } from '@weerklank/core/dialogue/meeting.contract'
import { defaultAddressForm, type Voice } from '@weerklank/core/relation/relation'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { readWallTime, wallTime } from '@weerklank/core/shared/wall-clock'

/** Somebody at the table as she is typed in. */
export type SeatDraft = {
  id: string
  name: string
  voice: Voice
  role: MeetingRole
  member: string | null
  participant: string | null
  bornOn: string
  /** Of a child or youth whom only this table knows: places of her parents with authority. */
  parents: readonly string[]
  /** Who has a place already keeps how she is spoken to. */
  spoken?: { address: AddressForm; language: RespondLanguage }
  /** Is there already: who she is does not change. */
  known?: true
}

/** A plan as it is typed in; a list is one thing a line. */
export type MeetingDraft = {
  relation: string | null
  format: string
  title: string
  purpose: string
  day: string
  time: string
  place: string
  videoUrl: string
  themes: string
  questions: string
  warmText: string
  warmUrl: string
  shadow: string
  seats: readonly SeatDraft[]
}

/** What is wrong, by field; of a seat by its identifier. */
export type DraftProblem =
  | 'title'
  | 'format'
  | 'day'
  | 'time'
  | 'skipped'
  | 'in-the-past'
  | 'too-far'
  | 'videoUrl'
  | 'warmUrl'
  | 'shadow'
  | 'name'
  | 'bornOn'
export type DraftProblems = Readonly<Record<string, DraftProblem>>

/** The fields that each step of planning asks for, in their order. */
export const stepFields = [
  ['title', 'format'],
  ['day', 'time', 'videoUrl'],
  ['seats'],
  ['warmUrl', 'shadow'],
] as const

export function newDraft(of: {
  relation: string | null
  seat: SeatDraft
  shadow: string
  questions: readonly string[]
}): MeetingDraft {
  return {
    ...{
      relation: of.relation,
      format: '',
      title: '',
      purpose: '',
      day: '',
      time: '',
      place: '',
      videoUrl: '',
    },
    ...{ themes: '', questions: of.questions.join('\n'), warmText: '', warmUrl: '', shadow: of.shadow },
    seats: [of.seat],
  }
}

/** The draft of a meeting that is there already. */
export function draftOf(meeting: MeetingDetails, timeZone: string): MeetingDraft {
  const { day, time } = wallTime(meeting.plannedAt, timeZone)
  return {
    ...{ relation: meeting.relation, format: meeting.format.key, title: meeting.title },
    ...{ purpose: meeting.purpose, day, time, place: meeting.place, videoUrl: meeting.videoUrl },
    themes: meeting.themes.join('\n'),
    questions: meeting.questions.map((question) => question.text).join('\n'),
    ...{ warmText: meeting.warmUp?.text ?? '', warmUrl: meeting.warmUp?.url ?? '' },
    shadow: meeting.shadowQuestion,
    seats: meeting.places
      .filter((place) => place.active)
      .map(({ id, name, voice, role, member, participant, address, language, parents }) => ({
        ...{ id, name, voice, role, member, participant, parents, bornOn: '', known: true as const },
        spoken: { address, language },
      })),
  }
}

type Read = { plan: MeetingPlan; places: PlaceInput[] }

/** The plan that a draft says, or what is wrong with it. A meeting that keeps its time may lie in the past. */
export function readDraft(
  draft: MeetingDraft,
  of: { timeZone: string; now: Instant; language: RespondLanguage; before?: MeetingDetails },
): { read: Read } | { problems: DraftProblems } {
  const moment = readWallTime(draft, of.timeZone)
  const problems: Record<string, DraftProblem> = {
    ...wordProblems(draft),
    ...('at' in moment ? tooEarly(moment.at, of) : timeProblem(draft, moment.problem)),
    ...Object.fromEntries(draft.seats.flatMap(seatProblem)),
  }
  if (!('at' in moment) || Object.keys(problems).length > 0) return { problems }
  const warmUp = { text: draft.warmText.trim(), url: draft.warmUrl.trim() }
  const plan: MeetingPlan = {
    ...{ title: draft.title, purpose: draft.purpose, plannedAt: moment.at, place: draft.place },
    ...{ videoUrl: draft.videoUrl.trim(), themes: linesOf(draft.themes), shadowQuestion: draft.shadow },
    questions: questionsOf(draft.questions, of.before?.questions ?? []),
    warmUp: warmUp.text === '' && warmUp.url === '' ? null : warmUp,
  }
  return { read: { plan, places: draft.seats.map((seat) => inputOf(seat, draft.seats, of.language)) } }
}

function wordProblems(draft: MeetingDraft): Record<string, DraftProblem> {
  return {
    ...(draft.title.trim() === '' && { title: 'title' as const }),
    ...(draft.format === '' && { format: 'format' as const }),
    ...(!isWebAddress(draft.videoUrl) && { videoUrl: 'videoUrl' as const }),
    ...(!isWebAddress(draft.warmUrl) && { warmUrl: 'warmUrl' as const }),
    ...(draft.shadow.trim() === '' && { shadow: 'shadow' as const }),
  }
}

function timeProblem({ day }: MeetingDraft, problem: 'missing' | 'skipped'): Record<string, DraftProblem> {
  if (problem === 'skipped') return { time: 'skipped' }
  return /^\d{4}-\d\d-\d\d$/.test(day) ? { time: 'time' } : { day: 'day' }
}

function tooEarly(at: Instant, of: { now: Instant; before?: MeetingDetails }): Record<string, DraftProblem> {
  if (of.before?.plannedAt === at) return {}
  const decision = mayPlanAt(at, of.now)
  return decision.allowed ? {} : { day: decision.reason }
}

function seatProblem(seat: SeatDraft): [string, DraftProblem][] {
  if (seat.name.trim() === '') return [[seat.id, 'name']]
  return asksBirthday(seat) && !/^\d{4}-\d\d-\d\d$/.test(seat.bornOn) ? [[seat.id, 'bornOn']] : []
}

/** A child or youth whom only this table knows: her parents are named here. */
export function isChildHere({ voice, member, participant }: SeatDraft): boolean {
  return (voice === 'child' || voice === 'youth') && member === null && participant === null
}

/** Who at the table can be a parent of hers: grown up, and not working here. */
export function mayBeParents(seats: readonly SeatDraft[], child: SeatDraft): SeatDraft[] {
  const isYoung = ({ voice }: SeatDraft) => voice === 'child' || voice === 'youth'
  return seats.filter((one) => one.id !== child.id && one.member === null && !isYoung(one))
}

/** Of a child or youth whom nobody here knows yet: who decides depends on her age. */
export function asksBirthday({ voice, member, participant, known }: SeatDraft): boolean {
  const isYoung = voice === 'child' || voice === 'youth'
  return isYoung && member === null && participant === null && known !== true
}

function isWebAddress(text: string): boolean {
  if (text.trim() === '') return true
  return URL.canParse(text.trim()) && new URL(text.trim()).protocol === 'https:'
}

/** One thing a line, without what is empty. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Questions keep their key while their words stay, so that what was answered stays with them. */
export function questionsOf(text: string, before: readonly PreparedQuestion[]): PreparedQuestion[] {
  const taken = new Set(before.map(({ key }) => key))
  return linesOf(text).map((line) => {
    const known = before.find((question) => question.text === line)
    if (known !== undefined) return known
    let number = 1
    while (taken.has(`q-${number}`)) number += 1
    taken.add(`q-${number}`)
    return { key: `q-${number}`, text: line }
  })
}

function inputOf(seat: SeatDraft, seats: readonly SeatDraft[], language: RespondLanguage): PlaceInput {
  const spoken = seat.spoken ?? { address: defaultAddressForm(seat.voice), language }
  const { id, name, voice, role, member, participant } = seat
  return {
    ...{ id, name, voice, role, member, participant, ...spoken },
    bornOn: seat.bornOn === '' ? null : seat.bornOn,
    ...(isChildHere(seat) && {
      parents: mayBeParents(seats, seat)
        .map((one) => one.id)
        .filter((one) => seat.parents.includes(one)),
    }),
  } as PlaceInput
}

type Roles = readonly { role: MeetingRole; min: number; max: number }[]

/** What a colleague may be asked to be before she just takes part. */
const forColleagues: readonly MeetingRole[] = ['facilitator', 'host', 'interviewer', 'presenter', 'recorder']

/**
 * The role that somebody who comes to a table gets until another is chosen: of a colleague what is still needed, of a client
 * and her people what the format calls them.
 */
export function nextRole(
  roles: Roles,
  seats: readonly { role: MeetingRole }[],
  comes: { voice: Voice; isColleague: boolean },
): MeetingRole {
  const needed = ({ role, min }: Roles[number]) => seats.filter((seat) => seat.role === role).length < min
  const offered = roles.filter(({ role }) => forColleagues.includes(role) === comes.isColleague)
  const isClient = ['client', 'youth', 'child'].includes(comes.voice)
  const usual = isClient && roles.some(({ role }) => role === 'client') ? 'client' : 'participant'
  if (!comes.isColleague)
    return roles.length === 0 || roles.some(({ role }) => role === usual)
      ? usual
      : (offered[0]?.role ?? usual)
  return offered.find(needed)?.role ?? usual
}

/** The roles that somebody can choose: those of the format, once it is known. */
export function rolesOf(format: readonly { role: MeetingRole }[] | undefined): readonly MeetingRole[] {
  return format === undefined || format.length === 0 ? meetingRoles : format.map(({ role }) => role)
}
