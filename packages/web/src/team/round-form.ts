import type { Language } from '@weerklank/core/shared/language'
import type { Day } from '@weerklank/core/shared/time'
import {
  mayBeSentOut,
  mayLookAtEachOther,
  type RoundForm,
  type ViewingGroup,
} from '@weerklank/core/team/round'
import { roundWords } from '@weerklank/core/team/round.words'
import {
  mayBeAnonymous,
  type PlannedGroup,
  peopleIn,
  roundDays,
  roundThreshold,
} from '@weerklank/core/team/team'
import type { RoundInstrument, teamEndpoints } from '@weerklank/core/team/team.contract'
import type { Sent } from '../api/client.ts'

/** A line of the form: a group or a part of one, with the number as it was typed. */
export type GroupLine = { id: string; name: string; people: string }
/** `about`: in a swap, the group that it guesses about. */
export type GroupDraft = GroupLine & { parts: readonly GroupLine[]; about: string | null }

export type RoundDraft = {
  id: string
  title: string
  groups: readonly GroupDraft[]
  k: number
  days: number
  takesWords: boolean
  readers: readonly string[]
  form: RoundForm
  instrument: string
  /** The day of the talk as it was typed, or the meeting in which it is; the meeting wins. */
  talkOn: string
  talkMeeting: string | null
  circle: string | null
  follows: string | null
}

export type RoundBody = Sent<typeof teamEndpoints.makeRound>['body']

/** What can be done with the draft. `id` names a group or a part. */
export type RoundAction =
  | { type: 'changed'; change: Partial<Omit<RoundDraft, 'id' | 'groups' | 'readers'>> }
  | { type: 'about'; id: string; about: string | null }
  | { type: 'reader'; id: string; reads: boolean }
  | { type: 'line'; id: string; change: Partial<Pick<GroupLine, 'name' | 'people'>> }
  | { type: 'group-added'; id: string }
  | { type: 'part-added'; group: string; id: string }
  | { type: 'removed'; id: string }

const emptyLine = (id: string): GroupLine => ({ id, name: '', people: '' })

/** A draft with one group; the ids come from outside. */
export function emptyRound(id: string, group: string): RoundDraft {
  const groups = [{ ...emptyLine(group), parts: [], about: null }]
  return {
    id,
    title: '',
    groups,
    k: roundThreshold.usual,
    days: roundDays.usual,
    takesWords: true,
    readers: [],
    ...{
      form: 'check',
      instrument: 'team-check',
      talkOn: '',
      talkMeeting: null,
      circle: null,
      follows: null,
    },
  }
}

export function roundReducer(draft: RoundDraft, action: RoundAction): RoundDraft {
  switch (action.type) {
    case 'changed':
      return { ...draft, ...action.change }
    case 'reader': {
      const others = draft.readers.filter((id) => id !== action.id)
      return { ...draft, readers: action.reads ? [...others, action.id] : others }
    }
    case 'about': {
      const groups = draft.groups.map((group) =>
        group.id === action.id ? { ...group, about: action.about } : group,
      )
      return { ...draft, groups }
    }
    case 'line': {
      const change = <Line extends GroupLine>(line: Line) =>
        line.id === action.id ? { ...line, ...action.change } : line
      const groups = draft.groups.map((group) => ({ ...change(group), parts: group.parts.map(change) }))
      return { ...draft, groups }
    }
    case 'group-added':
      return { ...draft, groups: [...draft.groups, { ...emptyLine(action.id), parts: [], about: null }] }
    case 'part-added': {
      const groups = draft.groups.map((group) =>
        group.id === action.group
          ? { ...group, people: '', parts: [...group.parts, emptyLine(action.id)] }
          : group,
      )
      return { ...draft, groups }
    }
    case 'removed': {
      const keeps = ({ id }: GroupLine) => id !== action.id
      const groups = draft.groups.filter(keeps).map((group) => ({
        ...group,
        parts: group.parts.filter(keeps),
        about: group.about === action.id ? null : group.about,
      }))
      return { ...draft, groups }
    }
  }
}

const numberOf = (people: string): number =>
  /^\d{1,4}$/.test(people.trim()) ? Number(people.trim()) : Number.NaN

/** The groups as the rules see them; a number that is none counts as nobody. */
export function plannedGroups(draft: RoundDraft): PlannedGroup[] {
  const line = ({ name, people }: GroupLine) => ({ name: name.trim(), invited: numberOf(people) || 0 })
  return draft.groups.map((group) => ({
    ...(group.parts.length > 0 ? { ...line(group), invited: 0 } : line(group)),
    parts: group.parts.map(line),
  }))
}

export type RoundProblem = { field: string; message: string }
type ProblemWords = { nameMissing: string; groupNameMissing: string; peopleMissing: string }

/** What the rules ask for beside the draft: the last day of answering, and the day of the talk, that of a meeting too. */
export type ProblemsOf = { language: Language; lastDay: Day; talkOn: Day | null }

/** The questions that fit what is asked, and of those the one that is chosen. */
export function fittingInstruments(
  all: readonly RoundInstrument[],
  { form, instrument }: Pick<RoundDraft, 'form' | 'instrument'>,
): { fitting: RoundInstrument[]; chosen: RoundInstrument | undefined } {
  const fitting = all.filter(({ about }) => (about === 'others') === (form === 'between'))
  return { fitting, chosen: fitting.find(({ id }) => id === instrument) ?? fitting[0] }
}

/** The groups as they look at each other: about nobody where nobody is asked about. */
function viewingGroups(draft: RoundDraft): ViewingGroup[] {
  return plannedGroups(draft).map((group, at) => ({
    ...{ ...group, id: draft.groups[at]?.id ?? '' },
    about: draft.form === 'swap' ? (draft.groups[at]?.about ?? null) : null,
  }))
}

/** The fields of the form, in their order. */
export const roundFields = {
  title: 'peiling-naam',
  groups: 'peiling-groepen',
  talk: 'peiling-gesprek',
  name: (id: string) => `groep-${id}`,
  people: (id: string) => `mensen-${id}`,
}

/** What is still to be mended; empty when it can be sent. Of the groups as a whole only when each line is right. */
export function roundProblems(draft: RoundDraft, words: ProblemWords, of: ProblemsOf): RoundProblem[] {
  return [...groupProblems(draft, words, of.language), ...talkProblems(of)]
}

function talkProblems({ language, lastDay, talkOn }: ProblemsOf): RoundProblem[] {
  const may = mayBeSentOut(talkOn, { lastDay })
  return may.allowed ? [] : [{ field: roundFields.talk, message: roundWords[language].talk[may.reason] }]
}

function groupProblems(draft: RoundDraft, words: ProblemWords, language: Language): RoundProblem[] {
  const title = draft.title.trim() === '' ? [{ field: roundFields.title, message: words.nameMissing }] : []
  const lines = draft.groups.flatMap((group) => [
    ...lineProblems(group, {
      words,
      hasPeople: group.parts.length === 0,
      isAlone: draft.groups.length === 1,
    }),
    ...group.parts.flatMap((part) => lineProblems(part, { words, hasPeople: true, isAlone: false })),
  ])
  if (lines.length > 0) return [...title, ...lines]
  const groups = plannedGroups(draft)
  const may = mayBeAnonymous(groups, draft.k)
  if (may.allowed) {
    const see = mayLookAtEachOther(viewingGroups(draft), draft.form)
    if (see.allowed) return title
    return [...title, { field: roundFields.groups, message: roundWords[language].views[see.reason] }]
  }
  const message = roundWords[language].refusal(may.reason, { people: peopleIn(groups), k: draft.k })
  return [...title, { field: roundFields.groups, message }]
}

function lineProblems(
  line: GroupLine,
  of: { words: ProblemWords; hasPeople: boolean; isAlone: boolean },
): RoundProblem[] {
  const { words, hasPeople, isAlone } = of
  const isNameless = line.name.trim() === '' && !isAlone
  return [
    ...(isNameless ? [{ field: roundFields.name(line.id), message: words.groupNameMissing }] : []),
    ...(hasPeople && Number.isNaN(numberOf(line.people))
      ? [{ field: roundFields.people(line.id), message: words.peopleMissing }]
      : []),
  ]
}

/** The draft as it is sent. One group needs no name: it is everybody. */
export function roundBody(draft: RoundDraft): RoundBody {
  const planned = plannedGroups(draft)
  const groups = draft.groups.map((group, at) => ({
    id: group.id,
    name: planned[at]?.name || draft.title.trim(),
    invited: planned[at]?.invited ?? 0,
    about: draft.form === 'swap' ? group.about : null,
    parts: group.parts.map((part, index) => ({
      id: part.id,
      name: part.name.trim(),
      invited: planned[at]?.parts[index]?.invited ?? 0,
    })),
  }))
  const { id, k, days, takesWords, readers, form, instrument, talkOn, talkMeeting, circle, follows } = draft
  const day = talkOn === '' ? null : { on: talkOn }
  return {
    ...{ id, title: draft.title.trim(), k, days, takesWords, readers: [...readers], groups },
    ...{ form, instrument, circle, follows, talk: talkMeeting === null ? day : { meeting: talkMeeting } },
  }
}
