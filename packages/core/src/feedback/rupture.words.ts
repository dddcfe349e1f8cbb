import type { Bilingual, Language } from '../shared/language.ts'
import type { StepRefusal } from './rupture.path.ts'
import type { RuptureKind, RuptureOutcome, RuptureStep } from './rupture.ts'

const kinds: Record<RuptureKind, Bilingual> = {
  withdrawal: { nl: 'Iemand trekt zich terug', en: 'Someone withdraws' },
  confrontation: { nl: 'Iemand gaat ertegenin', en: 'Someone pushes back' },
}

const steps: Record<RuptureStep, Bilingual> = {
  pause: { nl: 'Even stilstaan', en: 'Pause' },
  invite: { nl: 'Uitnodigen', en: 'Invite' },
  listen: { nl: 'Luisteren', en: 'Listen' },
  'own-part': { nl: 'Je eigen aandeel', en: 'Your own part' },
  renegotiate: { nl: 'Opnieuw kiezen: doel, werkwijze of tempo', en: 'Choose again: goal, way or pace' },
  agree: { nl: 'Afspreken, en een dag om terug te kijken', en: 'Agree, and a day to look back' },
  outcome: { nl: 'Hoe is het nu?', en: 'How is it now?' },
}

const outcomes: Record<RuptureOutcome, Bilingual> = {
  solved: { nl: 'Opgelost', en: 'Solved' },
  partly: { nl: 'Deels opgelost', en: 'Partly solved' },
  'not-solved': { nl: 'Niet opgelost', en: 'Not solved' },
  'not-discussed': { nl: 'Niet besproken', en: 'Not discussed' },
}

const refusals: Record<StepRefusal, Bilingual> = {
  ended: {
    nl: 'Hier staat al hoe het is afgelopen. Haal dat eerst weg als je verder wilt.',
    en: 'It says here already how it ended. Take that away first if you want to go on.',
  },
  'listen-first': {
    nl: 'Luister eerst, of schrijf op waarom dat niet kan.',
    en: 'Listen first, or write down why that is not possible.',
  },
  'talk-first': {
    nl: 'Zonder gesprek is nog niet te zeggen of het is opgelost. Vul eerst ‘Luisteren’ in.',
    en: 'Without a talk one cannot say yet whether it is solved. Fill in ‘Listen’ first.',
  },
  'agreement-missing': { nl: 'Schrijf op wat jullie afspreken.', en: 'Write down what you agree on.' },
  'review-missing': {
    nl: 'Kies een dag na vandaag om terug te kijken.',
    en: 'Choose a day after today to look back.',
  },
  'reason-missing': {
    nl: 'Schrijf in een paar woorden waarom je dit overslaat.',
    en: 'Write in a few words why you pass this over.',
  },
  'not-to-skip': {
    nl: 'Er is altijd een antwoord dat klopt: kies ‘Niet besproken’.',
    en: 'There is always an answer that is true: choose ‘Not discussed’.',
  },
  'not-taken': { nl: 'Deze stap staat al open.', en: 'This step is open already.' },
  'others-build-on-it': {
    nl: 'Een latere stap bouwt hierop. Haal die eerst weg.',
    en: 'A later step builds on this. Take that away first.',
  },
}

/** Withdrawal or confrontation, as a screen says it. */
export function ruptureKindWord(kind: RuptureKind, language: Language): string {
  return kinds[kind][language]
}

/** A step of repair. */
export function ruptureStepWord(step: RuptureStep, language: Language): string {
  return steps[step][language]
}

/** How it ended. */
export function ruptureOutcomeWord(outcome: RuptureOutcome, language: Language): string {
  return outcomes[outcome][language]
}

/** Why a step cannot be done, and what to do instead. */
export function stepRefusalWord(reason: StepRefusal, language: Language): string {
  return refusals[reason][language]
}
