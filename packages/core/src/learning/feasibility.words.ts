import type { Bilingual, Language } from '../shared/language.ts'
import { fill } from '../shared/spoken.ts'
import type { Advice, Feasibility, Obstacle } from './feasibility.ts'

const outcomes: Readonly<Record<Feasibility['outcome'], Bilingual>> = {
  unknown: {
    nl: '{answered} van de {asked} mensen vertelden hoe hun werk is. Dat is nog te weinig om op te plannen.',
    en: '{answered} of {asked} people told how their work is. That is too little to plan on.',
  },
  most: {
    nl: 'Bij {fits} van de {see} mensen die cliënten zien, past deze meting in het werk.',
    en: 'For {fits} of the {see} people who see clients this measure fits their work.',
  },
  some: {
    nl: 'Bij {fits} van de {see} mensen die cliënten zien, past deze meting in het werk. Bij de anderen niet.',
    en: 'For {fits} of the {see} people who see clients this measure fits their work. For the others it does not.',
  },
  none: {
    nl: 'Bij niemand van de {answered} mensen past deze meting in het werk.',
    en: 'For none of the {answered} people this measure fits their work.',
  },
}

/** For one person, and for more. */
const obstacleTexts: Readonly<Record<Obstacle, { one: Bilingual; more: Bilingual }>> = {
  'no-clients': {
    one: { nl: '1 mens ziet zelf geen cliënten.', en: '1 person sees no clients.' },
    more: { nl: '{people} mensen zien zelf geen cliënten.', en: '{people} people see no clients.' },
  },
  'seen-once': {
    one: { nl: '1 mens ziet anderen maar één keer.', en: '1 person sees others only once.' },
    more: { nl: '{people} mensen zien anderen maar één keer.', en: '{people} people see others only once.' },
  },
  'too-early': {
    one: {
      nl: 'Bij 1 mens is het samenwerken nog maar net begonnen.',
      en: 'For 1 person working together has only just begun.',
    },
    more: {
      nl: 'Bij {people} mensen is het samenwerken nog maar net begonnen.',
      en: 'For {people} people working together has only just begun.',
    },
  },
  'few-parents': {
    one: { nl: '1 mens spreekt ouders zelden.', en: '1 person seldom talks with parents.' },
    more: { nl: '{people} mensen spreken ouders zelden.', en: '{people} people seldom talk with parents.' },
  },
}

const adviceTexts: Readonly<Record<Advice, Bilingual>> = {
  'ask-first': {
    nl: 'Vraag eerst hoe het werk van de anderen is. Dat kan in één minuut, ook op papier of aan de telefoon.',
    en: 'First ask how the others work. It takes a minute, on paper or by telephone too.',
  },
  go: {
    nl: 'Plan de meting. Spreek af met wie je de uitkomst bespreekt.',
    en: 'Plan the measure. Agree with whom you talk about what comes out.',
  },
  'only-who-can': {
    nl: 'Plan de meting alleen bij wie het past. Vergelijk hen niet met de anderen.',
    en: 'Plan the measure only where it fits. Do not compare them with the others.',
  },
  'one-contact': {
    nl: 'Vraag na dat ene contact twee dingen, met de vragen voor één contact. Dan is een tweede keer niet nodig.',
    en: 'After that one contact ask two things, with the questions for a single contact. Then no second time is needed.',
  },
  wait: {
    nl: 'Wacht tot het samenwerken op gang is. Kijk over zes weken opnieuw.',
    en: 'Wait until working together is on its way. Look again in six weeks.',
  },
  'ask-in-talk': {
    nl: 'Vraag het in het gesprek zelf: wat hielp vandaag, en wat niet? Daar is geen lijst voor nodig.',
    en: 'Ask it in the talk itself: what helped today, and what did not? That needs no questionnaire.',
  },
  drop: {
    nl: 'Laat de meting weg, of kies er een die wel past. Een lijst die niemand kan invullen, kost vertrouwen.',
    en: 'Leave the measure out, or choose one that fits. A questionnaire that nobody can fill in costs trust.',
  },
}

/** What came out, in words and counts; never a number alone. */
export function feasibilitySentence(found: Feasibility, language: Language): string {
  return fill(outcomes[found.outcome][language], {
    ...{ asked: String(found.asked), answered: String(found.answered) },
    ...{ fits: String(found.fits), see: String(found.seeClients) },
  })
}

/** What stands in the way for how many people. */
export function obstacleSentence(of: Feasibility['obstacles'][number], language: Language): string {
  const texts = obstacleTexts[of.obstacle]
  return fill((of.people === 1 ? texts.one : texts.more)[language], { people: String(of.people) })
}

/** One piece of advice as a sentence. */
export function adviceSentence(advice: Advice, language: Language): string {
  return adviceTexts[advice][language]
}
