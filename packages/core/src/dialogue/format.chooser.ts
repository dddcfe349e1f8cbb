import { nextChoice, rulesHeld } from '../shared/choosing.ts'
import type { Bilingual } from '../shared/language.ts'

/**
 * "I want to pause, but do not know how": a few questions, and one or more formats with the reason. The rules are data
 * (domain.md §5.3): for every set of answers exactly one rule holds, and a question is asked only while rules differ on it.
 */

/** The questions in the order in which they are asked, with what one can answer. */
export const chooserQuestions = {
  topic: ['question', 'incident', 'moral', 'someone', 'tension', 'family', 'client', 'team', 'goal'],
  power: ['yes', 'no'],
  time: ['short', 'longer'],
  group: ['new', 'safe'],
} as const
export type ChooserQuestion = keyof typeof chooserQuestions
/** What was answered so far. */
export type ChooserAnswers = { readonly [Q in ChooserQuestion]?: (typeof chooserQuestions)[Q][number] }

/** When a rule holds: of each question named, one of these answers. */
export type ChooserWhen = {
  readonly [Q in ChooserQuestion]?: readonly (typeof chooserQuestions)[Q][number][]
}

/** What a rule leads to: formats by key, the best first; or nobody of the organisation itself can lead this. */
export type ChooserOutcome =
  | {
      readonly kind: 'formats'
      readonly formats: readonly [string, ...string[]]
      readonly externalLeader?: true
    }
  | { readonly kind: 'mediator' }

export type ChooserRule = {
  readonly id: string
  readonly when: ChooserWhen
  readonly outcome: ChooserOutcome
  readonly why: Bilingual
}

const formats = (first: string, ...more: string[]): ChooserOutcome => ({
  kind: 'formats',
  formats: [first, ...more],
})

export const chooserRules: readonly ChooserRule[] = [
  {
    id: 'power-difference',
    when: { topic: ['someone', 'tension'], power: ['yes'] },
    outcome: { kind: 'mediator' },
    why: {
      nl: 'De één kan hier meer beslissen dan de ander. Dan is een gesprek met stappen niet veilig genoeg. Vraag iemand van buiten om te bemiddelen.',
      en: 'One of you can decide more than the other here. Then a talk in steps is not safe enough. Ask somebody from outside to mediate.',
    },
  },
  {
    id: 'say-it',
    when: { topic: ['someone'], power: ['no'] },
    outcome: formats('card-4g'),
    why: {
      nl: 'Je wilt iets zeggen tegen één ander, en jullie zijn gelijk. Vier zinnen op een kaart helpen om het zonder verwijt te doen.',
      en: 'You want to say something to one other person, and you are equals. Four sentences on a card help to do it without blame.',
    },
  },
  {
    id: 'tension',
    when: { topic: ['tension'], power: ['no'] },
    outcome: { kind: 'formats', formats: ['outsider-witness', 'open-dialogue'], externalLeader: true },
    why: {
      nl: 'Er is spanning, en ieder zit er zelf in. In deze vormen luistert een deel van de groep stil, zodat ieder gehoord wordt.',
      en: 'There is tension, and everyone is part of it. In these formats some of you listen in silence, so that everyone is heard.',
    },
  },
  {
    id: 'moral',
    when: { topic: ['moral'] },
    outcome: formats('moral-deliberation'),
    why: {
      nl: 'Je vraagt je af of iets mag, of wat goed is om te doen. Een moreel beraad helpt om samen te wegen. Neem er de tijd voor; korter kan niet goed.',
      en: 'You wonder whether something is allowed, or what is right to do. A moral deliberation helps to weigh it together. Take the time; it cannot be done well in less.',
    },
  },
  {
    id: 'incident-longer',
    when: { topic: ['incident'], time: ['longer'] },
    outcome: formats('incident', 'incident-ten-rounds'),
    why: {
      nl: 'Er is iets gebeurd. De incidentmethode gaat van feiten naar raad, zonder schuldige.',
      en: 'Something happened. The incident method goes from facts to advice, without anybody to blame.',
    },
  },
  {
    id: 'incident-short',
    when: { topic: ['incident'], time: ['short'] },
    outcome: formats('debrief', 'fail-forward'),
    why: {
      nl: 'Er is iets gebeurd en er is weinig tijd. In vijf minuten vertel je de feiten, zie je wie zorg nodig heeft, en kies je één ding. In een half uur komt ook de bedoeling aan bod.',
      en: 'Something happened and there is little time. In five minutes you tell the facts, see who needs care, and choose one thing. In half an hour there is room for the intention too.',
    },
  },
  {
    id: 'family-longer',
    when: { topic: ['family'], time: ['longer'] },
    outcome: formats('stilstaan'),
    why: {
      nl: 'Jullie werken met elkaar rond één gezin. In deze vorm hoort ieder de vragen van de ander, zonder elkaar te overtuigen.',
      en: 'You work together round one family. In this format everyone hears the questions of the others, without convincing each other.',
    },
  },
  {
    id: 'family-short',
    when: { topic: ['family'], time: ['short'] },
    outcome: formats('stilstaan-short'),
    why: {
      nl: 'Jullie werken met elkaar rond één gezin en er is weinig tijd. In twintig minuten hoort ieder één vraag van de ander.',
      en: 'You work together round one family and there is little time. In twenty minutes everyone hears one question of the others.',
    },
  },
  {
    id: 'with-client',
    when: { topic: ['client'] },
    outcome: formats('open-dialogue', 'reflecting-team', 'outsider-witness', 'mdi-client'),
    why: {
      nl: 'Het gaat over het samenwerken met een cliënt die erbij is. In deze vormen praat niemand over iemand die er niet bij mag zijn.',
      en: 'It is about working together with a client who is there. In these formats nobody talks about somebody who may not be present.',
    },
  },
  {
    id: 'question-short',
    when: { topic: ['question'], time: ['short'] },
    outcome: formats('consultation', 'buddy-talk-short'),
    why: {
      nl: 'Je hebt een vraag uit je werk en weinig tijd. Met één collega kom je in een half uur een stap verder.',
      en: 'You have a question from your work and little time. With one colleague you get one step further in half an hour.',
    },
  },
  {
    id: 'question-new',
    when: { topic: ['question'], time: ['longer'], group: ['new'] },
    outcome: formats('five-steps', 'ten-steps'),
    why: {
      nl: 'De groep doet dit nog niet lang. Deze vormen hebben duidelijke stappen, zodat ieder weet wat er komt.',
      en: 'The group have not done this for long. These formats have clear steps, so that everyone knows what comes.',
    },
  },
  {
    id: 'question-safe',
    when: { topic: ['question'], time: ['longer'], group: ['safe'] },
    outcome: formats('gossip', 'balint', 'reflecting-team'),
    why: {
      nl: 'De groep kent elkaar en voelt zich veilig. Dan kan een vorm die dichterbij komt.',
      en: 'The group know each other and feel safe. Then a format that comes closer is possible.',
    },
  },
  {
    id: 'team-longer',
    when: { topic: ['team'], time: ['longer'] },
    outcome: formats('retrospective', 'team-agreement'),
    why: {
      nl: 'Jullie willen als team kijken hoe het samen gaat. Kijk terug en kies één proef, of leg samen vast hoe je werkt.',
      en: 'As a team you want to look at how it goes together. Look back and choose one experiment, or write down how you work.',
    },
  },
  {
    id: 'team-short',
    when: { topic: ['team'], time: ['short'] },
    outcome: formats('fail-forward'),
    why: {
      nl: 'Jullie willen als team kijken hoe het gaat, en er is weinig tijd. Neem één ding dat anders liep en leer daarvan.',
      en: 'As a team you want to look at how it goes, and there is little time. Take one thing that went otherwise, and learn from it.',
    },
  },
  {
    id: 'goal-longer',
    when: { topic: ['goal'], time: ['longer'] },
    outcome: formats('buddy-talk'),
    why: {
      nl: 'Je wilt stilstaan bij je eigen doel. Met een buddy vertelt ieder even lang.',
      en: 'You want to think about your own goal. With a buddy, each tells for as long.',
    },
  },
  {
    id: 'goal-short',
    when: { topic: ['goal'], time: ['short'] },
    outcome: formats('buddy-talk-short'),
    why: {
      nl: 'Je wilt stilstaan bij je eigen doel, en er is weinig tijd. Met een buddy lukt dat in een half uur.',
      en: 'You want to think about your own goal, and there is little time. With a buddy it can be done in half an hour.',
    },
  },
]

/** What comes next: a question with the answers to choose from, or the rule that holds. */
export type ChooserStep =
  | { readonly kind: 'question'; readonly question: ChooserQuestion; readonly options: readonly string[] }
  | { readonly kind: 'end'; readonly rule: ChooserRule }

/** Every rule that holds for these answers; with all questions answered it is exactly one. */
export function rulesThatHold(answers: ChooserAnswers): readonly ChooserRule[] {
  return rulesHeld(chooserRules, answers)
}

/** The next question, only while the rules that may still hold differ on it; else the rule that holds. */
export function chooserStep(answers: ChooserAnswers): ChooserStep {
  const step = nextChoice(chooserQuestions, chooserRules, answers)
  return step.kind === 'end' ? step : { ...step, question: step.question as ChooserQuestion }
}
