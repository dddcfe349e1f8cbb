import type { Bilingual, Language } from '../shared/language.ts'
import type { AgreementState, EchoAnswer } from './agreement.ts'
import type { SignalOutcome, SignalRule } from './signal.ts'

const openTheTalk: Bilingual = { nl: 'Open het gesprek', en: 'Open the talk' }

const ruleWords: Record<SignalRule, { name: Bilingual; action: Bilingual }> = {
  'low-item': { name: { nl: 'Eén antwoord viel op', en: 'One answer stood out' }, action: openTheTalk },
  drop: { name: { nl: 'Lager dan de vorige keer', en: 'Lower than last time' }, action: openTheTalk },
  'below-cutoff': { name: { nl: 'Een gesprek waard', en: 'Worth a talk' }, action: openTheTalk },
  ceiling: {
    name: { nl: 'Steeds het hoogste', en: 'The highest every time' },
    action: { nl: 'Bekijk een vraag hiervoor', en: 'See a question for this' },
  },
  'no-check': {
    name: { nl: 'Al een tijd geen antwoord', en: 'No answer for a while' },
    action: { nl: 'Kies hoe je vraagt', en: 'Choose how to ask' },
  },
  'mutual-difference': {
    name: { nl: 'Jullie beelden verschillen', en: 'Your pictures differ' },
    action: openTheTalk,
  },
  'voices-differ': { name: { nl: 'De stemmen verschillen', en: 'The voices differ' }, action: openTheTalk },
  'own-limits': { name: { nl: 'Anders dan anders', en: 'Not as usual' }, action: openTheTalk },
  'no-change': { name: { nl: 'Een tijd hetzelfde', en: 'The same for a while' }, action: openTheTalk },
  'rupture-open': { name: { nl: 'Het schuurt nog', en: 'Still some strain' }, action: openTheTalk },
  'own-challenge': {
    name: { nl: 'Iets van jezelf', en: 'Something of your own' },
    action: { nl: 'Bekijk een vraag hiervoor', en: 'See a question for this' },
  },
}

const outcomeWords: Record<SignalOutcome, Bilingual> = {
  discussed: { nl: 'Besproken', en: 'Talked about' },
  agreed: { nl: 'Afgesproken', en: 'Agreed' },
  'not-applicable': { nl: 'Niet van toepassing', en: 'Not applicable' },
}

const echoWords: Record<EchoAnswer, Bilingual> = {
  changed: { nl: 'Ja, dat is veranderd', en: 'Yes, that has changed' },
  'a-bit': { nl: 'Een beetje', en: 'A bit' },
  'not-yet': { nl: 'Nee, nog niet', en: 'No, not yet' },
}

const agreementStateWords: Record<AgreementState, Bilingual> = {
  'to-ask': { nl: 'Volgende keer terugvragen', en: 'Asked back next time' },
  asked: { nl: 'Nog een keer terugvragen', en: 'Asked back once more' },
  changed: { nl: 'Het is veranderd', en: 'It has changed' },
  ended: { nl: 'Afgesloten', en: 'Ended' },
  kept: { nl: 'Blijft staan', en: 'Stays in place' },
}

/** A rule in a few words, as a heading. */
export function ruleName(rule: SignalRule, language: Language): string {
  return ruleWords[rule].name[language]
}

/** What one can do with a signal of this rule, as it stands on the button. */
export function actionWord(rule: SignalRule, language: Language): string {
  return ruleWords[rule].action[language]
}

/** How a signal was closed. */
export function outcomeWord(outcome: SignalOutcome, language: Language): string {
  return outcomeWords[outcome][language]
}

/** An answer to "did it change?", as the respondent chooses it and everyone reads it. */
export function echoWord(answer: EchoAnswer, language: Language): string {
  return echoWords[answer][language]
}

/** Where an agreement stands, as it is written beside it. */
export function agreementStateWord(state: AgreementState, language: Language): string {
  return agreementStateWords[state][language]
}
