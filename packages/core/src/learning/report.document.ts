/** The report as it reads now: the writer's parts, filled with what is stored at this moment. */
import { fill } from '../shared/spoken.ts'
import { monitorCaution } from './monitor.words.ts'
import {
  byFunctionSection,
  countsSection,
  goalsSection,
  lectureSection,
  mentionsSection,
  quotesOf,
  quotesSection,
  tipsSection,
} from './report.answers.ts'
import { dayWords, said } from './report.blocks.ts'
import type { ReportFacts } from './report.facts.ts'
import type { ReportNumber } from './report.numbers.ts'
import {
  buddySection,
  completenessSection,
  exchangeSection,
  methodSection,
  responseSection,
  stoppedSection,
  whySection,
} from './report.people.ts'
import type { ReportBlock, ReportDocument } from './report.shape.ts'
import type { ReportDraft, ReportSection } from './report.ts'
import { reportWords } from './report.words.ts'

const sections: Readonly<Record<ReportSection, (facts: ReportFacts) => ReportBlock[]>> = {
  why: whySection,
  method: methodSection,
  response: responseSection,
  completeness: completenessSection,
  goals: goalsSection,
  counts: countsSection,
  'by-function': byFunctionSection,
  mentions: mentionsSection,
  buddies: buddySection,
  exchange: exchangeSection,
  quotes: quotesSection,
  'tips-tops': tipsSection,
  stopped: (facts) => [...stoppedSection(facts), ...quotesOf(facts, ['why-left', 'would-have-liked'])],
  lecture: lectureSection,
  conclusions: conclusionsSection,
}

/**
 * A report with all its numbers, tables and quotes, each with where it comes from and over how many people. What stands in it depends
 * on nothing but its arguments: somebody's consent that ends takes her out of it the next time it is read. The caution about
 * small numbers comes by itself.
 */
export function reportDocumentOf(facts: ReportFacts, draft: ReportDraft): ReportDocument {
  const { language, workspace, today, monitor } = facts
  return {
    title: draft.title,
    about: [fill(reportWords[language].about, { workspace, day: dayWords(today, language) })],
    caution: [monitorCaution(monitor, language)],
    parts: draft.parts.flatMap((part): ReportDocument['parts'] => {
      if (part.kind === 'words')
        return part.words === '' ? [] : [{ kind: 'words', paragraphs: paragraphsOf(part.words) }]
      const { section } = part
      const heading = reportWords[language].sections[section]
      return [{ kind: 'section', section, heading, blocks: sections[section](facts) }]
    }),
    numbers: numbersOf(facts),
  }
}

/** Words of the writer: an empty line divides, and a line that begins with `# ` is a heading. */
function paragraphsOf(words: string): { look: 'heading' | 'text'; text: string }[] {
  return words.split(/\n+/).flatMap((line): { look: 'heading' | 'text'; text: string }[] => {
    const text = line.trim()
    if (text === '' || text === '#') return []
    return text.startsWith('# ')
      ? [{ look: 'heading', text: text.slice(2).trim() }]
      : [{ look: 'text', text }]
  })
}

function conclusionsSection({ language, monitor, survey }: ReportFacts): ReportBlock[] {
  const words = reportWords[language]
  const { stopped, withoutConsent } = monitor.people
  const missing = { stopped: String(stopped.value), without: String(withoutConsent.value) }
  return [
    said(monitorCaution(monitor, language), 'box'),
    {
      kind: 'list',
      items: [
        ...[words.mayOne, words.mayTwo, words.mayNotCause, words.mayNotOthers],
        ...(stopped.value + withoutConsent.value === 0 ? [] : [fill(words.mayNotMissing, missing)]),
        ...(survey.n === null ? [] : [words.mayNotJoin]),
        words.mayNotPerson,
      ],
    },
  ]
}

/** The numbers that are kept with a file that leaves. */
function numbersOf({ monitor, survey, language, quotes }: ReportFacts): ReportNumber[] {
  const words = reportWords[language]
  const { people, goals, pairs, respondents, reviews, buddyEvaluation } = monitor
  const one = (key: string, label: string, value: number | null): ReportNumber => ({ key, label, value })
  const all = <Of extends Record<string, unknown>>(group: string, counts: Of) =>
    Object.entries(counts).flatMap(([name, count]) =>
      isCount(count) ? [one(`${group}.${name}`, numberLabel(language, `${group}.${name}`), count.value)] : [],
    )
  return [
    ...all('people', people),
    ...all('goals', goals),
    ...all('pairs', pairs),
    ...all('buddies', buddyEvaluation),
    ...respondents.map(({ moment, count }) =>
      one(`respondents.${moment}`, `${words.respondents}: ${moment}`, count.value),
    ),
    ...reviews.flatMap((review) =>
      (['applied', 'attained', 'noticed'] as const).flatMap((item) =>
        review[item].answers.map(({ answer, count }) =>
          one(
            `${item}.${review.moment}.${answer}`,
            `${words[item]}, ${review.moment}: ${words.answers[answer] ?? answer}`,
            count.value,
          ),
        ),
      ),
    ),
    one('quotes', words.sections.quotes, quotes.length),
    one('lecture', words.sections.lecture, survey.n),
  ]
}

const isCount = (value: unknown): value is { value: number | null } =>
  typeof value === 'object' && value !== null && 'value' in value

const labels: Readonly<Record<string, { nl: string; en: string }>> = {
  'people.participants': { nl: 'Deelnemers', en: 'Participants' },
  'people.stopped': { nl: 'Gestopt', en: 'Stopped' },
  'people.withoutConsent': { nl: 'Zonder toestemming', en: 'Without consent' },
  'people.complete': { nl: 'Compleet', en: 'Complete' },
  'people.incomplete': { nl: 'Niet compleet', en: 'Not complete' },
  'people.used': { nl: 'Te gebruiken', en: 'May be used' },
  'goals.registered': { nl: 'Leerdoel ingeleverd', en: 'Handed in a goal' },
  'goals.both': { nl: 'Leerdoel op beide momenten', en: 'A goal at both moments' },
  'goals.onlyT2': { nl: 'Leerdoel alleen bij het tweede', en: 'A goal only at the second' },
  'goals.same': { nl: 'Leerdoel gelijk gebleven', en: 'Goal stayed the same' },
  'goals.changed': { nl: 'Leerdoel veranderd', en: 'Goal changed' },
  'pairs.formed': { nl: 'Duo’s gevormd', en: 'Pairs formed' },
  'pairs.memberStopped': { nl: 'Duo’s waarin iemand stopte', en: 'Pairs in which somebody stopped' },
  'pairs.withoutConsent': { nl: 'Duo’s zonder toestemming', en: 'Pairs without consent' },
  'pairs.full': { nl: 'Duo’s die heel bleven', en: 'Pairs that stayed whole' },
  'pairs.exchangedBetween': {
    nl: 'Duo’s die tussendoor uitwisselden',
    en: 'Pairs that exchanged in between',
  },
  'buddies.talk': { nl: 'Gesprek over het maatje: wel', en: 'Buddy talk: held' },
  'buddies.mail': { nl: 'Gesprek over het maatje: per mail', en: 'Buddy talk: by mail' },
  'buddies.none': { nl: 'Gesprek over het maatje: niet', en: 'Buddy talk: not' },
}

const numberLabel = (language: ReportFacts['language'], key: string) => labels[key]?.[language] ?? key
