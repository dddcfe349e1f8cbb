import type { DeciderRole } from '@weerklank/core/consent/consent'
import type { ConsentChoice, RecordedDecision } from '@weerklank/core/consent/consent.contract'

export type AskWay = 'own-page' | 'spoken' | 'paper'

/** What is filled in so far; nothing is chosen beforehand, but who decides when there is only one who can. */
export type AskDraft = { way: AskWay | null; decider: string | null; answer: 'yes' | 'no' | null }

export type AskField = 'way' | 'decider' | 'answer'

export function emptyAsk({ deciders }: Pick<ConsentChoice, 'deciders'>): AskDraft {
  const [only, ...others] = deciders
  return { way: null, decider: others.length === 0 ? (only?.person ?? null) : null, answer: null }
}

/** What is still missing, in the order of the form. On one's own page the answer comes later. */
export function missingOf({ way, decider, answer }: AskDraft): AskField[] {
  return [
    ...(decider === null ? (['decider'] as const) : []),
    ...(way === null ? (['way'] as const) : []),
    ...(answer === null && way !== null && way !== 'own-page' ? (['answer'] as const) : []),
  ]
}

type Recorded = Omit<RecordedDecision, 'id' | 'decidedBy'> & { decidedBy: string }

/** The word as it is sent; null while something is missing. Whether a no is a refusal or a withdrawal, the server knows. */
export function recordedOf(choice: ConsentChoice, { way, decider, answer }: AskDraft): Recorded | null {
  const by = choice.deciders.find(({ person }) => person === decider)
  if (by === undefined || answer === null || way === null || way === 'own-page') return null
  const { version, level, language } = by.text
  const decidedAs: DeciderRole = by.as
  return {
    ...{ purpose: choice.purpose, textVersion: version, readingLevel: level, language, method: way },
    ...{ decidedAs, decidedBy: by.person, decision: answer === 'yes' ? 'given' : 'refused' },
  }
}

/** Whether a yes that is written down waits for this decider herself: a parent's, where consent is the ground. */
export function needsConfirming(
  { basis }: Pick<ConsentChoice, 'basis'>,
  { as }: Pick<ConsentChoice['deciders'][number], 'as'>,
): boolean {
  return basis === 'consent' && as !== 'self'
}

/** The page of one choice, on the own page of whoever decides. */
export function choiceUrl(url: string, about: { person: string; decider: string; purpose: string }): string {
  const { person, decider, purpose } = about
  const below = decider === person ? '' : `/kind/${person}`
  return `${url}${below}/keuze/${purpose}`
}
