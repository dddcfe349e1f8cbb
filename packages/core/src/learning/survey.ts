/**
 * The survey after a lecture that is open to all (S002): everybody in the room by one link, nobody by name. An answer is no
 * row: it raises counts, and words stand among the words of others (ADR 0014). Nothing joins two answers of one person, or
 * any of them to a learner.
 */
import { reportGroups } from '../shared/small-groups.ts'
import type { Group, OwnAnswers, Tally } from '../shared/small-groups.types.ts'
import type { Spoken } from '../shared/spoken.schema.ts'
import { readable, tidy } from '../shared/text-input.ts'

/** Below so many people nothing is told of a survey. */
export const surveyFrom = 5

/** The greatest length of words, in Unicode code points. */
export const surveyWordsAtMost = 600

const said = (nl: string, en: string): Spoken => ({ nl: { u: nl, je: nl }, en })
const asked = (u: string, je: string, en: string): Spoken => ({ nl: { u, je }, en })

export type SurveyItem =
  | { readonly key: string; readonly kind: 'words'; readonly question: Spoken }
  | {
      readonly key: string
      readonly kind: 'choice'
      readonly question: Spoken
      readonly choices: readonly { readonly key: string; readonly label: Spoken }[]
    }

/** What is asked, in our own words. The last one asks for what went less well. */
export const surveyItems: readonly SurveyItem[] = [
  {
    key: 'working-together',
    kind: 'choice',
    question: asked(
      'Hoe gaat het samenwerken nu, daar waar u werkt of hulp krijgt?',
      'Hoe gaat het samenwerken nu, daar waar je werkt of hulp krijgt?',
      'How does working together go now, where you work or get help?',
    ),
    choices: [
      { key: 'well', label: said('goed', 'well') },
      { key: 'mixed', label: said('soms goed, soms niet', 'sometimes well, sometimes not') },
      { key: 'hard', label: said('moeizaam', 'with difficulty') },
      { key: 'unknown', label: said('weet ik niet', 'I do not know') },
    ],
  },
  {
    key: 'take-along',
    kind: 'words',
    question: asked(
      'Wat neemt u mee? Wat gaat u anders doen?',
      'Wat neem je mee? Wat ga je anders doen?',
      'What do you take along? What will you do differently?',
    ),
  },
  {
    key: 'needed',
    kind: 'words',
    question: asked('Wat hebt u daarvoor nodig?', 'Wat heb je daarvoor nodig?', 'What do you need for that?'),
  },
  {
    key: 'missed',
    kind: 'words',
    question: asked(
      'Wat miste u, of wat schuurde er?',
      'Wat miste je, of wat schuurde er?',
      'What did you miss, or what rubbed?',
    ),
  },
]

/** The name of a field of the form. */
export const surveyField = (item: string): string => `a.${item}`
/** The field that makes one page of questions count once, however often it is sent. */
export const slipField = 'slip'

/** What is counted of one form. */
export type SurveyAnswer = {
  readonly choices: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, string>>
}
/** `nothing`: no answer at all. `wrong`: no form of ours. */
export type SurveyProblem = 'nothing' | 'too-long' | 'wrong'

/** Reads a posted form, whatever it holds; never throws. */
export function readSurvey(
  posted: readonly (readonly [name: string, value: string])[],
): { ok: true; answer: SurveyAnswer } | { ok: false; problem: SurveyProblem } {
  const fields = new Map(posted)
  const known = [slipField, ...surveyItems.map(({ key }) => surveyField(key))]
  if (fields.size !== posted.length || [...fields.keys()].some((name) => !known.includes(name)))
    return { ok: false, problem: 'wrong' }
  const choices: Record<string, string> = {}
  const words: Record<string, string> = {}
  for (const item of surveyItems) {
    const value = tidy(fields.get(surveyField(item.key)) ?? '')
    if (value === '') continue
    if (item.kind === 'choice') {
      if (!item.choices.some(({ key }) => key === value)) return { ok: false, problem: 'wrong' }
      choices[item.key] = value
    } else {
      if (!readable(value)) return { ok: false, problem: 'wrong' }
      if ([...value].length > surveyWordsAtMost) return { ok: false, problem: 'too-long' }
      words[item.key] = value
    }
  }
  if (Object.keys({ ...choices, ...words }).length === 0) return { ok: false, problem: 'nothing' }
  return { ok: true, answer: { choices, words } }
}

/** All that is kept of one survey that is closed. `usedElsewhere`: only how many of an earlier, anonymous one were used. */
export type SurveyFacts = {
  readonly event: string
  readonly title: string
  readonly n: number
  readonly usedElsewhere: boolean
  readonly tallies: Readonly<Record<string, Tally>>
  readonly words: Readonly<Record<string, readonly string[]>>
}

export type SurveyOutcome = {
  readonly k: number
  readonly lectures: readonly {
    readonly event: string
    readonly title: string
    /** Null when it may not be told. */
    readonly n: number | null
    readonly usedElsewhere: boolean
  }[]
  /** Everybody together, of the lectures that may be told of; null when nothing may be. */
  readonly n: number | null
  /** Lectures whose people are in no number, though they answered or may have. */
  readonly leftOut: readonly string[]
  readonly choices: readonly { readonly item: string; readonly n: number | null; readonly tally: Tally }[]
  /** In an order of their own. Empty when fewer than k wrote any. */
  readonly words: readonly { readonly item: string; readonly texts: readonly string[] }[]
}

/**
 * The one way from what is stored of the surveys of a trajectory to what anybody sees: nothing below five people, also not by
 * subtraction (core/shared/small-groups). Depends on the counts alone, not on the order in which rows are read.
 */
export function surveyOutcome(read: readonly SurveyFacts[]): SurveyOutcome {
  const facts = read.toSorted((a, b) =>
    a.title === b.title ? (a.event < b.event ? -1 : 1) : a.title < b.title ? -1 : 1,
  )
  const choiceItems = surveyItems.filter(({ kind }) => kind === 'choice').map(({ key }) => key)
  const root: Group = {
    id: 'all',
    subgroups: facts.map((one) => ({ id: one.event, own: ownOf(one, choiceItems), subgroups: [] })),
  }
  const report = reportGroups({ root, items: choiceItems, k: surveyFrom })
  const whole = report.groups.find(({ group }) => group === 'all')
  const shownOf = (event: string) => {
    const answered = report.groups.find(({ group }) => group === event)?.answered
    return answered?.status === 'shown' ? answered.n : null
  }
  const isTold = whole?.answered.status === 'shown'
  const leftOut: readonly string[] = whole?.answered.status === 'shown' ? whole.answered.leftOut : []
  return {
    k: surveyFrom,
    lectures: facts.map(({ event, title, usedElsewhere }) => ({
      event,
      title,
      usedElsewhere,
      n: shownOf(event),
    })),
    n: whole?.answered.status === 'shown' ? whole.answered.n : null,
    leftOut,
    choices: (whole?.items ?? []).map(({ item, result }) =>
      result.status === 'shown' ? { item, n: result.n, tally: result.tally } : { item, n: null, tally: {} },
    ),
    words: surveyItems.flatMap(({ key, kind }) => {
      if (kind !== 'words') return []
      const texts = facts.flatMap((one) => (leftOut.includes(one.event) ? [] : (one.words[key] ?? [])))
      return [{ item: key, texts: isTold && texts.length >= surveyFrom ? texts.toSorted() : [] }]
    }),
  }
}

function ownOf({ n, tallies }: SurveyFacts, items: readonly string[]): OwnAnswers {
  return { n, items: Object.fromEntries(items.map((item) => [item, tallies[item] ?? {}])) }
}
