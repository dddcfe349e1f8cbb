import type { Voice } from '@weerklank/core/relation/relation'
import type { MemberKey } from './people.ts'

/** Somebody of a team or network of the demo: a colleague of De Linde, or somebody who comes by a link. */
export type CircleFigure = {
  name: string
  voice: Voice
  detail: string
  /** By the names of the sides. */
  sides: readonly string[]
  member?: MemberKey
}

/** A team or network as it began, and what happened in it. */
export type CircleTale = {
  kind: 'network' | 'team'
  title: string
  question: string
  sides: readonly string[]
  /** The side of the family. */
  family: string | null
  people: readonly CircleFigure[]
  agreements: readonly { text: string; isDone: boolean }[]
  /** What the family is asked or told, and by whom; with its answer where it was said. */
  words: readonly { kind: 'ask' | 'tell'; text: string; by: string; answer?: string }[]
}

/** Six professionals of four organisations and a mother, who is an expert by experience of the neighbourhood team too. */
export const network: CircleTale = {
  kind: 'network',
  title: 'Rond het gezin van Yara',
  question: 'Hoe staan we samen om dit gezin? Hoe hoeft niemand het twee keer te vertellen?',
  sides: ['De Linde', 'School', 'Wijkteam', 'Jeugdgezondheid', 'Het gezin'],
  family: 'Het gezin',
  people: [
    { name: 'Farid Amrani', voice: 'professional', detail: 'De Linde', sides: ['De Linde'], member: 'farid' },
    { name: 'Kim', voice: 'partner', detail: 'leerkracht', sides: ['School'] },
    { name: 'Tess', voice: 'partner', detail: 'intern begeleider', sides: ['School'] },
    { name: 'Ahmed', voice: 'partner', detail: 'wijkteam', sides: ['Wijkteam'] },
    { name: 'Joke', voice: 'partner', detail: 'jeugdarts', sides: ['Jeugdgezondheid'] },
    { name: 'Hanan', voice: 'mother', detail: 'moeder van Yara', sides: ['Het gezin', 'Wijkteam'] },
  ],
  agreements: [
    { text: 'Eén van ons belt Hanan, niet drie.', isDone: true },
    { text: 'Als we het woord “veilig” gebruiken, zeggen we erbij wat we zien.', isDone: false },
  ],
  words: [
    {
      kind: 'tell',
      text: 'Ahmed is de eerste die u kunt bellen.',
      by: 'Ahmed',
      answer: 'Dat is fijn. Dan weet ik waar ik moet zijn.',
    },
    { kind: 'ask', text: 'Op welke dag past een gesprek op school u het best?', by: 'Kim' },
  ],
}

/** A team of De Linde. */
export const team: CircleTale = {
  kind: 'team',
  title: 'Team ambulante begeleiding',
  question: 'Wat maakt dat we elkaar op tijd vragen om mee te kijken?',
  sides: ['Begeleiding', 'Ervaringsdeskundigen'],
  family: null,
  people: [
    { name: 'Bram Visser', voice: 'colleague', detail: '', sides: ['Begeleiding'], member: 'bram' },
    { name: 'Farid Amrani', voice: 'colleague', detail: '', sides: ['Begeleiding'], member: 'farid' },
    { name: 'Wim', voice: 'expert-by-experience', detail: '', sides: ['Ervaringsdeskundigen'] },
    { name: 'Sanne', voice: 'colleague', detail: '', sides: ['Begeleiding'] },
  ],
  agreements: [{ text: 'Wie vastloopt, vraagt dezelfde dag een ander.', isDone: false }],
  words: [],
}
