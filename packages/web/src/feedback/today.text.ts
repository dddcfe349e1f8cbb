import { countWord } from '@weerklank/core/shared/number-words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { dictionary } from '../language/dictionary.ts'
import type { DayPart } from './today-greeting.ts'

const greetingNl: Record<DayPart, string> = {
  night: 'Hallo',
  morning: 'Goedemorgen',
  afternoon: 'Goedemiddag',
  evening: 'Goedenavond',
}
const greetingEn: Record<DayPart, string> = {
  night: 'Hello',
  morning: 'Good morning',
  afternoon: 'Good afternoon',
  evening: 'Good evening',
}

export const todayText = dictionary({
  nl: {
    greeting: (part: DayPart, name: string) => `${greetingNl[part]}, ${name}`,
    asking: (count: number) =>
      count === 0
        ? 'Er vraagt niets om aandacht.'
        : count === 1
          ? 'Eén samenwerking vraagt om aandacht.'
          : `${sentenceStart(countWord(count, 'nl'))} samenwerkingen vragen om aandacht.`,
    requests: (count: number) =>
      count === 1
        ? 'Eén vraag over gegevens wacht op antwoord.'
        : `${sentenceStart(countWord(count, 'nl'))} vragen over gegevens wachten op antwoord.`,
    coming: (count: number) =>
      count === 0
        ? ''
        : count === 1
          ? 'Er staat één gesprek gepland.'
          : `Er staan ${countWord(count, 'nl')} gesprekken gepland.`,
    attention: 'Vraagt aandacht',
    notApplicable: 'Niet van toepassing',
    why: 'Waarom zie ik dit?',
    about: (title: string) => `(${title})`,
    left: (title: string) => `${title} staat niet meer op Vandaag.`,
    back: (title: string) => `${title} staat weer op Vandaag.`,
    notApplicableFailed: (title: string) => `Dat lukte niet. ${title} staat er nog. Probeer het zo weer.`,
    undoFailed: (title: string) => `Terugzetten lukte niet. Je vindt ${title} bij Samenwerkingen.`,
    gone: 'iemand die niet meer meedoet',
    more: (count: number) =>
      count === 1
        ? 'Nog één samenwerking vraagt aandacht'
        : `Nog ${countWord(count, 'nl')} samenwerkingen vragen aandacht`,
    quiet:
      'Er vraagt nu niets om aandacht. Geeft iemand een antwoord dat een gesprek waard is? Dan staat het hier, met een zin om mee te beginnen.',
    toRelations: 'Naar je samenwerkingen',
    contacts: 'Vandaag',
    noContacts: 'Er staat vandaag niets gepland.',
    askBack: 'Vraag ook: is het veranderd?',
    agreements: 'Afgesproken, en straks teruggevraagd',
    agreed: (day: string, names: string) => `Afgesproken ${day}${names === '' ? '' : ` met ${names}`}`,
    said: (name: string, day: string, answer: string) => `${name} zei ${day}: “${answer}.”`,
    answered: (day: string, answer: string) => `Het antwoord ${day}: “${answer}.”`,
    askOn: (day: string) => `${sentenceStart(day)} terugvragen`,
    askAgainOn: (day: string) => `${sentenceStart(day)} nog eens vragen`,
    firstTitle: 'Begin met één samenwerking',
    firstSteps: [
      'Maak een samenwerking: met wie werk je samen, en waarvoor?',
      'Vraag na een contact hoe het was. Dat kost de ander één minuut.',
      'Lees hier wat een gesprek waard is, met een zin om mee te beginnen.',
    ],
    newRelation: 'Nieuwe samenwerking',
  },
  en: {
    greeting: (part: DayPart, name: string) => `${greetingEn[part]}, ${name}`,
    asking: (count: number) =>
      count === 0
        ? 'Nothing asks for attention.'
        : count === 1
          ? 'One collaboration asks for attention.'
          : `${sentenceStart(countWord(count, 'en'))} collaborations ask for attention.`,
    requests: (count: number) =>
      count === 1
        ? 'One question about data waits for an answer.'
        : `${sentenceStart(countWord(count, 'en'))} questions about data wait for an answer.`,
    coming: (count: number) =>
      count === 0
        ? ''
        : count === 1
          ? 'One talk is planned.'
          : `${sentenceStart(countWord(count, 'en'))} talks are planned.`,
    attention: 'Asks for attention',
    notApplicable: 'Not applicable',
    why: 'Why do I see this?',
    about: (title: string) => `(${title})`,
    left: (title: string) => `${title} is off Today.`,
    back: (title: string) => `${title} is back on Today.`,
    notApplicableFailed: (title: string) =>
      `That did not work. ${title} is still here. Please try again soon.`,
    undoFailed: (title: string) => `Putting it back did not work. You find ${title} under Collaborations.`,
    gone: 'someone who no longer takes part',
    more: (count: number) =>
      count === 1
        ? 'One more collaboration asks for attention'
        : `${sentenceStart(countWord(count, 'en'))} more collaborations ask for attention`,
    quiet:
      'Nothing asks for attention now. Does someone give an answer that is worth a talk? Then it comes here, with a sentence to begin.',
    toRelations: 'To your collaborations',
    contacts: 'Today',
    noContacts: 'Nothing is planned today.',
    askBack: 'Ask as well: has it changed?',
    agreements: 'Agreed, and asked back soon',
    agreed: (day: string, names: string) => `Agreed ${day}${names === '' ? '' : ` with ${names}`}`,
    said: (name: string, day: string, answer: string) => `${name} said ${day}: “${answer}.”`,
    answered: (day: string, answer: string) => `The answer ${day}: “${answer}.”`,
    askOn: (day: string) => `Ask back ${day}`,
    askAgainOn: (day: string) => `Ask again ${day}`,
    firstTitle: 'Begin with one collaboration',
    firstSteps: [
      'Make a collaboration: whom do you work with, and what for?',
      'Ask after a contact how it was. It takes the other person one minute.',
      'Read here what is worth a talk, with a sentence to begin.',
    ],
    newRelation: 'New collaboration',
  },
})
