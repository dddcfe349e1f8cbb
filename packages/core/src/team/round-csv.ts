import { csvText } from '../shared/csv.ts'
import type { Language } from '../shared/language.ts'
import { leftOutNames, roundWords } from './round.words.ts'
import { agreementOverAll, alikeInGroup, likenessOfItem } from './round-agreement.ts'
import type { GroupOutcome, GroupView, RoundOutcome } from './team.contract.ts'

const heads = {
  nl: ['groep', 'vraag', 'getoond', 'mensen', 'niet meegeteld', 'antwoord', 'aantal', 'uitleg'],
  en: ['group', 'question', 'shown', 'people', 'not counted', 'answer', 'count', 'explanation'],
} as const satisfies Record<Language, readonly string[]>

const said = {
  nl: {
    whole: 'Iedereen samen',
    yes: 'ja',
    no: 'nee',
    answered: 'Hoeveel mensen antwoordden',
    words: 'Eigen woorden',
    together: 'Hoe gelijk jullie dit zien',
    over: (from: string, about: string) => `${from} over ${about}`,
  },
  en: {
    whole: 'Everybody together',
    yes: 'yes',
    no: 'no',
    answered: 'How many people answered',
    words: 'Own words',
    together: 'How alike you see this',
    over: (from: string, about: string) => `${from} about ${about}`,
  },
} as const

type Row = readonly (string | number)[]

/**
 * The outcome as a table for a spreadsheet: one row per answer that was given, and one for each thing that is not shown,
 * with the reason; and in words whether people see a question alike, with what to think of that. It knows nothing but the outcome, so it can tell nothing that the screen does not.
 */
export function roundCsv(outcome: RoundOutcome, language: Language): string {
  const rows = [
    heads[language],
    ...outcome.groups.flatMap((group) => rowsOfGroup({ outcome, group }, language)),
    ...rowsOfAgreement(outcome, language),
    ...outcome.views.flatMap((view) => rowsOfView({ outcome, view }, language)),
    ...rowsOfWords(outcome, language),
  ]
  return csvText(rows.map((row) => row.map(String)))
}

function rowsOfGroup(of: { outcome: RoundOutcome; group: GroupOutcome }, language: Language): Row[] {
  const { outcome, group } = of
  const { whole, yes, no, answered } = said[language]
  const name = group.name === '' ? whole : group.name
  const hidden = (
    question: string,
    reason: 'too-few' | 'protects-groups' | 'group-hidden' | 'too-low',
  ): Row => [...[name, question, no, '', '', '', ''], roundWords[language].hidden[reason](outcome.k)]
  const left = (ids: readonly string[]) => leftOutNames(outcome, ids).join(', ')
  const total = group.answered
  return [
    total.status === 'hidden'
      ? hidden(answered, total.reason)
      : [name, answered, yes, total.n, left(total.leftOut), '', '', ''],
    ...group.items.flatMap(({ item, result }): Row[] => {
      const question = outcome.instrument.items.find(({ id }) => id === item)?.label[language] ?? item
      if (result.status === 'hidden') return [hidden(question, result.reason)]
      const start = [name, question, yes, result.n, left(result.leftOut)]
      const alike = alikeInGroup({ outcome, group, item }, language)
      return [
        ...result.tally.map(({ value, count }) => [...start, value, count, '']),
        ...(alike === null ? [] : [[...start, '', '', alike]]),
      ]
    }),
  ]
}

/** Over all questions together, and per question what the groups say; as it stands behind "how we reckoned this". */
function rowsOfAgreement(outcome: RoundOutcome, language: Language): Row[] {
  const [group] = outcome.groups
  if (group?.answered.status !== 'shown' || group.items.length === 0) return []
  const { whole, together, yes } = said[language]
  const row = (sentence: string): Row => [whole, together, yes, '', '', '', '', sentence]
  return [
    ...agreementOverAll(outcome, language).map(row),
    ...outcome.instrument.items.flatMap(({ id, label }) =>
      likenessOfItem(outcome, id, language).map((sentence) => row(`${label[language]}: ${sentence}`)),
    ),
  ]
}

function rowsOfView(of: { outcome: RoundOutcome; view: GroupView }, language: Language): Row[] {
  const { outcome, view } = of
  const { yes, no, over } = said[language]
  const nameOf = (id: string) => outcome.groups.find((group) => group.id === id)?.name ?? ''
  const name = over(nameOf(view.from), nameOf(view.about))
  return view.items.flatMap(({ item, result }): Row[] => {
    const question = outcome.instrument.items.find(({ id }) => id === item)?.label[language] ?? item
    if (result.status === 'hidden') {
      return [[name, question, no, '', '', '', '', roundWords[language].viewHidden[result.reason]]]
    }
    return result.tally.map(({ value, count }) => [name, question, yes, result.n, '', value, count, ''])
  })
}

function rowsOfWords({ words, k }: RoundOutcome, language: Language): Row[] {
  const { whole, yes, no, words: question } = said[language]
  if (words.status === 'shown') return words.texts.map((text) => [whole, question, yes, '', '', text, '', ''])
  return [[whole, question, no, '', '', '', '', roundWords[language].wordsHidden[words.reason](k)]]
}
