/** The sections of a report about what people said: only of people whose consent is in force, and of the anonymous survey. */
import { fill, say } from '../shared/spoken.ts'
import { answerScales } from './moment-form.ts'
import type { Answered, MonitorMentionLine } from './monitor.shape.ts'
import { goalsCaution } from './monitor.words.ts'
import { counted, said, table } from './report.blocks.ts'
import type { ReportFacts, ReportQuote } from './report.facts.ts'
import { countOf } from './report.numbers.ts'
import type { ReportBlock } from './report.shape.ts'
import { reportWords } from './report.words.ts'
import { surveyItems } from './survey.ts'

const text = (value: number) => String(value)

export function goalsSection({ language, monitor }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const { registered, both, onlyT2, same, changed, stored } = monitor.goals
  const caution = goalsCaution(monitor, language)
  return [
    counted(
      fill(words.goalsRegistered, { n: text(registered.value), without: text(registered.withoutConsent) }),
      ...(['register', registered.value] as const),
    ),
    counted(
      fill(words.goalsBoth, {
        ...{ n: text(both.value), consented: text(both.consented), only: text(onlyT2.value) },
      }),
      ...(['register', both.value] as const),
    ),
    ...(same.value === null || changed.value === null
      ? []
      : [
          counted(
            fill(words.goalsKept, { same: text(same.value), changed: text(changed.value) }),
            ...(['consented', stored.n - stored.none] as const),
          ),
          said(words.both),
        ]),
    ...(caution === null ? [] : [said(caution, 'box')]),
  ]
}

export function countsSection({ language, monitor }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const blocks = monitor.reviews.flatMap(({ moment, respondents, applied, attained, noticed }) => {
    const n = respondents.value
    if (n === 0) return []
    const row = (question: string, of: Answered) => [
      question,
      ...of.answers.map(({ count }) => countOf(count.value, n, language)),
      text(of.none.value),
    ]
    const heading = (of: Answered) => [
      words.question,
      ...of.answers.map(({ answer }) => words.answers[answer] ?? answer),
      words.noAnswer,
    ]
    return [
      table({
        ...{
          caption: fill(words.countsTable, { moment }),
          heading: heading(applied),
          source: 'consented',
          n,
        },
        rows: [row(words.applied, applied), row(words.attained, attained)],
      }),
      table({
        ...{
          caption: fill(words.noticedTable, { moment }),
          heading: heading(noticed),
          source: 'consented',
          n,
        },
        rows: [row(words.noticed, noticed)],
      }),
    ]
  })
  return blocks.length === 0 ? [said(words.noCounts)] : blocks
}

/**
 * Whether it was applied, by function, as the monitor has it: no group below five, nor one that follows from the others and the
 * counts over everybody.
 */
export function byFunctionSection({ language, monitor: { byFunction } }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  if (byFunction === null) return [said(words.noCounts)]
  const { moment, k, groups } = byFunction
  const rows = groups.map(({ name, applied }) => [
    name === '' ? words.unsaid : name,
    ...(applied === null
      ? [words.hidden, ...answerScales.three.map(() => '–')]
      : [text(applied.n.value), ...applied.answers.map(({ count }) => text(count.value))]),
  ])
  const shown = groups.flatMap(({ applied }) => applied?.n.value ?? [])
  return [
    table({
      caption: fill(words.byFunctionTable, { moment }),
      heading: [
        ...[words.function, 'n'],
        ...answerScales.three.map((answer) => words.answers[answer] ?? answer),
      ],
      rows,
      note: fill(words.byFunctionNote, { k: text(k) }),
      source: 'consented',
      n: shown.length < groups.length ? null : shown.reduce((sum, one) => sum + one, 0),
    }),
  ]
}

export function mentionsSection({ language, monitor, codeNames }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const lines = monitor.mentions.two
  if (lines.length === 0) return [said(words.noMentions)]
  const moments = monitor.respondents
    .filter(({ moment }) => lines.some(({ people }) => people.some((one) => one.moment === moment)))
    .map(({ moment, count }) => ({ moment, n: count.value }))
  const at = (line: MonitorMentionLine, moment: string) =>
    line.people.find((one) => one.moment === moment)?.count.value ?? 0
  return (['barrier', 'resource'] as const).flatMap((kind) =>
    (['person', 'team-organisation'] as const).flatMap((level) => {
      const here = lines.filter((line) => line.kind === kind && line.level === level)
      if (here.length === 0) return []
      const coded = here.filter(({ code }) => code !== null)
      const own = here.filter(({ code }) => code === null)
      const rows = coded.map((line) => [
        codeNames.get(line.code ?? '') ?? line.code ?? '',
        ...moments.map(({ moment }) => text(at(line, moment))),
      ])
      const free = [
        words.ownWords,
        ...moments.map(({ moment }) => text(own.reduce((sum, line) => sum + at(line, moment), 0))),
      ]
      return [
        table({
          caption: fill(words.mentionsTable, { kind: words[kind], level: words.levels[level] ?? level }),
          heading: [words.named, ...moments.map(({ moment, n }) => `${moment} (n = ${n})`)],
          rows: own.length === 0 ? rows : [...rows, free],
          ...{ note: words.mentionsNote, source: 'consented', n: null },
        }),
      ]
    }),
  )
}

/** Items whose quotes stand in a section of their own. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['tips', 'tops', 'missed', 'to-spread', 'why-left', 'would-have-liked'],
])

export function quotesSection(facts: ReportFacts): ReportBlock[] {
  const { language, quotes, quotesWaiting } = facts
  const words = reportWords[language]
  const here = quotes.filter(({ item }) => !elsewhere.has(item))
  return [
    ...(here.length === 0 ? [said(words.quotesNone)] : [quoteBlock(facts, here)]),
    ...(quotesWaiting === 0
      ? []
      : [
          said(
            quotesWaiting === 1
              ? words.quotesWaitingOne
              : fill(words.quotesWaiting, { n: text(quotesWaiting) }),
            'small',
          ),
        ]),
  ]
}

function quoteBlock({ language }: ReportFacts, quotes: readonly ReportQuote[]): ReportBlock {
  const words = reportWords[language]
  return {
    kind: 'quotes',
    quotes: quotes.map(({ learner, moment, words: said }) => ({
      words: said,
      by: fill(moment === null || moment === 'exit' ? words.byAlone : words.by, {
        number: text(learner),
        moment: moment ?? '',
      }),
    })),
  }
}

/** The quotes of some questions, where there are any. */
export function quotesOf(facts: ReportFacts, items: readonly string[]): ReportBlock[] {
  const here = facts.quotes.filter(({ item }) => items.includes(item))
  return here.length === 0 ? [] : [quoteBlock(facts, here)]
}

export function tipsSection(facts: ReportFacts): ReportBlock[] {
  const words = reportWords[facts.language]
  const gave = (...items: string[]) =>
    new Set(
      facts.answers
        .filter(({ item, body }) => items.includes(item) && body !== '')
        .map(({ learner }) => learner),
    ).size
  const of = { tips: text(gave('tips')), tops: text(gave('tops')), missed: text(gave('missed')) }
  return [
    counted(fill(words.tips, of), 'consented', null),
    said(words.tipsNote, 'small'),
    ...quotesOf(facts, ['tops']),
    ...quotesOf(facts, ['tips', 'missed', 'to-spread']),
  ]
}

/** What the anonymous survey may tell: of five people or more, and of nobody in particular. */
export function lectureSection({ language, survey }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  if (survey.n === null) return [said(words.lectureNone)]
  const source = 'anonymous'
  const asked = (item: string) => {
    const found = surveyItems.find(({ key }) => key === item)
    return found === undefined ? item : say(found.question, { language, address: 'u' })
  }
  return [
    counted(fill(words.lectureN, { n: text(survey.n) }), source, survey.n),
    ...(survey.leftOut.length === 0
      ? []
      : [said(fill(words.lectureLeftOut, { k: text(survey.k) }), 'small')]),
    ...survey.choices.flatMap(({ item, n, tally }) => {
      const found = surveyItems.find(({ key }) => key === item)
      if (n === null || found?.kind !== 'choice') return []
      const rows = found.choices.map(({ key, label }) => [
        say(label, { language, address: 'u' }),
        countOf(tally[key] ?? 0, n, language),
      ])
      return [
        table({ ...{ caption: asked(item), heading: [words.lectureChoice, words.people], rows, source, n } }),
      ]
    }),
    ...survey.words.flatMap(({ item, texts }): ReportBlock[] =>
      texts.length === 0
        ? []
        : [
            counted(
              fill(words.lectureWords, { question: asked(item), n: text(texts.length) }),
              source,
              texts.length,
            ),
            { kind: 'list', items: texts.map((one) => `“${one}”`) },
          ],
    ),
  ]
}
