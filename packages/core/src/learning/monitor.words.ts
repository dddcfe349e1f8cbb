import { assertNever } from '../shared/assert-never.ts'
import type { Language } from '../shared/language.ts'
import { countWord } from '../shared/number-words.ts'
import type { BuddyRow, CompletenessRow, Explanation, Monitor, MonitorColumn } from './monitor.shape.ts'
import type { MomentKind } from './trajectory.ts'

type Cell = CompletenessRow['cells'][number]

const words = {
  nl: {
    first: ['Deelnemer', 'Toestemmingsverklaring'],
    buddies: ['Proefpersoon nr.', 'Buddy evaluatie', 'Toelichting'],
    column: {
      ...{ start: 'Start', goals: 'Leerdoelen', review: 'Leerdoelen' },
      ...{ buddy: 'Buddy evaluatie', closing: 'Slotevaluatie', exit: 'Exitgesprek' },
    },
    weeks: ['week', 'weken'],
    months: ['maand', 'maanden'],
    after: 'na',
    consent: { yes: 'Ja', no: 'Nee' },
    cell: { 'came-in': 'Ja', mail: 'Via mail enkele reflecties', stopped: 'Gestopt', none: 'Nee' },
    evaluation: { talk: 'Ja', mail: 'Via email enkele reflecties', none: 'Nee' },
    and: 'en',
  },
  en: {
    first: ['Participant', 'Consent form'],
    buddies: ['Participant no.', 'Buddy evaluation', 'Explanation'],
    column: {
      ...{ start: 'Start', goals: 'Learning goals', review: 'Learning goals' },
      ...{ buddy: 'Buddy evaluation', closing: 'Closing evaluation', exit: 'Exit talk' },
    },
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    after: 'after',
    consent: { yes: 'Yes', no: 'No' },
    cell: { 'came-in': 'Yes', mail: 'Some thoughts by mail', stopped: 'Stopped', none: 'No' },
    evaluation: { talk: 'Yes', mail: 'Some thoughts by email', none: 'No' },
    and: 'and',
  },
} as const satisfies Record<
  Language,
  {
    column: Record<MomentKind, string>
    cell: Record<Cell, string>
    evaluation: Record<BuddyRow['evaluation'], string>
    [other: string]: unknown
  }
>

/** The heading of a moment in the completeness table: `Leerdoelen T2 (6 weken na T1)`. */
export function columnWord({ key, kind, interval }: MonitorColumn, language: Language): string {
  const of = words[language]
  // There is one talk between buddies and one closing; goals are asked at several moments.
  const name = kind === 'buddy' || kind === 'closing' ? of.column[kind] : `${of.column[kind]} ${key}`
  if (interval === null) return name
  const unit = of[interval.unit][interval.count === 1 ? 0 : 1]
  return `${name} (${interval.count} ${unit} ${of.after} ${interval.after})`
}

/** Whether something came in, as the completeness table says it. */
export function cellWord(cell: Cell, language: Language): string {
  return words[language].cell[cell]
}

/** Whether she consents, as the completeness table says it. */
export function consentWord(hasConsent: boolean, language: Language): string {
  return words[language].consent[hasConsent ? 'yes' : 'no']
}

/** How the talk between buddies was told of. */
export function evaluationWord(evaluation: BuddyRow['evaluation'], language: Language): string {
  return words[language].evaluation[evaluation]
}

/** Why the talk between buddies is told of as it is; empty when there is nothing to explain. */
export function explanationWord(why: Explanation, language: Language): string {
  const isDutch = language === 'nl'
  switch (why.kind) {
    case 'none':
      return ''
    case 'no-consent':
      return isDutch ? 'Geen toestemming' : 'No consent'
    case 'no-consent-both':
      return isDutch
        ? `Buddy met ${people(why.partners, language)} (en zelf ook geen toestemming gegeven)`
        : `Buddy of ${people(why.partners, language)} (and gave no consent herself either)`
    case 'stopped':
      return isDutch ? 'Gestopt' : 'Stopped'
    case 'partner-stopped':
      return isDutch ? stoppedInDutch(why) : stoppedInEnglish(why)
    case 'not-exchanged':
      return isDutch ? 'Niet tussentijds uitgewisseld' : 'Did not exchange in between'
    default:
      return assertNever(why)
  }
}

type PartnerStopped = Extract<Explanation, { kind: 'partner-stopped' }>

function stoppedInDutch({ partners, hasMet, wasHeard }: PartnerStopped): string {
  const buddy = `Buddy met ${people(partners, 'nl')}`
  if (hasMet === null) return `${buddy} (gestopt)`
  if (!hasMet) return `${buddy} (geen buddy gesprek met elkaar gehad)`
  return `${buddy} wel met elkaar gesproken${wasHeard ? '' : ', niet met onderzoeker'}.`
}

function stoppedInEnglish({ partners, hasMet, wasHeard }: PartnerStopped): string {
  const buddy = `Buddy of ${people(partners, 'en')}`
  if (hasMet === null) return `${buddy} (stopped)`
  if (!hasMet) return `${buddy} (had no buddy talk together)`
  return `${buddy}: they talked together${wasHeard ? '' : ', not with the researcher'}.`
}

function people(numbers: readonly number[], language: Language): string {
  return numbers.map((number) => `pp ${number}`).join(` ${words[language].and} `)
}

/** A table as rows of text, the heading first of all. */
export type TextTable = { heading: string[]; rows: string[][] }

/** Table 1: who consents, and what came in at each moment. */
export function completenessTable({ columns, completeness }: Monitor, language: Language): TextTable {
  return {
    heading: [...words[language].first, ...columns.map((column) => columnWord(column, language))],
    rows: completeness.map(({ learner, hasConsent, cells }) => [
      ...[String(learner), consentWord(hasConsent, language)],
      ...cells.map((cell) => cellWord(cell, language)),
    ]),
  }
}

/** Table 2: how the talks between buddies were told of, and why. */
export function buddyTable({ buddies }: Monitor, language: Language): TextTable {
  return {
    heading: [...words[language].buddies],
    rows: buddies.map(({ learner, evaluation, why }) => [
      ...[String(learner), evaluationWord(evaluation, language), explanationWord(why, language)],
    ]),
  }
}

/**
 * Why it cannot be told of everybody how many kept or changed their goal, and of how many it can; null when it can. To be put
 * wherever the number stands.
 */
export function goalsCaution({ goals }: Pick<Monitor, 'goals'>, language: Language): string | null {
  const { both, same, stored } = goals
  if (same.isReproducible) return null
  const word = (count: number) => countWord(count, language)
  const lost = both.value - stored.n
  if (language === 'en') {
    const unsaid = lost === 0 ? 'them' : `the other ${word(stored.n)}`
    const open = stored.none === stored.n ? unsaid : `${word(stored.none)} of ${unsaid}`
    return [
      `By the register ${word(both.value)} wrote a goal at both moments.`,
      ...(lost > 0 ? [`What ${word(lost)} of them wrote is not kept: there was no consent.`] : []),
      ...(stored.none > 0 ? [`Of ${open} it is not kept whether the goal stayed.`] : []),
      'So the number over all of them cannot be computed from what is kept.',
    ].join(' ')
  }
  const unsaid = lost === 0 ? 'hen' : `de andere ${word(stored.n)}`
  const open = stored.none === stored.n ? unsaid : `${word(stored.none)} van ${unsaid}`
  return [
    `Volgens het register schreven ${word(both.value)} mensen op beide momenten een leerdoel.`,
    ...(lost > 0 ? [`Van ${word(lost)} is de inhoud niet bewaard: er was geen toestemming.`] : []),
    ...(stored.none > 0 ? [`Van ${open} is niet bewaard of het doel gelijk bleef.`] : []),
    'Het getal over iedereen is dus niet na te rekenen uit wat bewaard is.',
  ].join(' ')
}

/** Between which numbers of people the numbers of content lie; null without any. */
export function peopleBehind({
  respondents,
}: Pick<Monitor, 'respondents'>): { least: number; most: number } | null {
  const counts = respondents.map(({ count }) => count.value).filter((value) => value > 0)
  return counts.length === 0 ? null : { least: Math.min(...counts), most: Math.max(...counts) }
}

/** Below so many people there are counts and no percentages (product.md, promise 4). */
export const percentagesFrom = 10

/** The caution that stands above every monitor and report by itself. */
export function monitorCaution(of: Pick<Monitor, 'respondents'>, language: Language): string {
  const behind = peopleBehind(of)
  const isDutch = language === 'nl'
  if (behind === null)
    return isDutch
      ? 'Er is nog niets binnen waar toestemming voor is.'
      : 'Nothing has come in yet for which there is consent.'
  const { least, most } = behind
  const range = [...new Set([least, most])].map((count) => countWord(count, language))
  const amount = range.join(isDutch ? ' tot ' : ' to ')
  const counts =
    least < percentagesFrom
      ? isDutch
        ? ' Daarom staan er aantallen, geen procenten.'
        : ' That is why there are counts, no percentages.'
      : ''
  return isDutch
    ? `Het gaat over ${amount} ${most === 1 ? 'mens' : 'mensen'}.${counts} Ze zeggen niets over andere groepen.`
    : `It is about ${amount} ${most === 1 ? 'person' : 'people'}.${counts} They say nothing about other groups.`
}
