import type { WitnessAnswers, WitnessQuestion } from '@weerklank/core/dialogue/after'
import type { LetterChoice, WorthAnswer } from '@weerklank/core/dialogue/after-words'
import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import type { Voice } from '@weerklank/core/relation/relation'
import type { MemberKey } from './people.ts'

/**
 * Who sat at the open dialogue of the demo and what they said, in words of our own. Thirteen of the sentences carry a theme:
 * counted by theme and voice they are the table of the study (domain.md §1.1). The two youths were there and said nothing.
 */

export type DialogueTheme = 'equality' | 'difference' | 'original' | 'shadow' | 'synergy'

type Sentence = { words: string; theme?: DialogueTheme }

export type DialoguePerson = {
  key: string
  name: string
  voice: Voice
  role: MeetingRole
  address: 'u' | 'je'
  member?: MemberKey
  age?: number
  /** What was said about being laid beside others; nothing said: not asked. */
  analysis?: 'yes' | 'no'
  expects?: string
  /** At the table, by step. */
  said?: readonly (Sentence & { step: string })[]
  /** The same evening, by question. */
  wrote?: Partial<Record<WitnessQuestion, Sentence>>
  outcome?: string
  letter?: LetterChoice
  worth?: WorthAnswer
}

export const dialoguePeople: readonly DialoguePerson[] = [
  {
    ...{
      key: 'noor',
      name: 'Noor Bakker',
      voice: 'professional',
      role: 'host',
      address: 'je',
      member: 'noor',
    },
    ...{ analysis: 'yes', expects: 'Dat het warm wordt, en dat niemand iets lastigs zegt.' },
    wrote: { 'stood-out': { words: 'Dat er iemand buiten stond, en dat ik dat niet wist.' } },
    ...{ outcome: 'Het werd warm én lastig. Dat kon naast elkaar.', worth: 'yes' },
  },
  {
    ...{
      key: 'bram',
      name: 'Bram Visser',
      voice: 'professional',
      role: 'host',
      address: 'je',
      member: 'bram',
    },
    ...{ analysis: 'yes', expects: 'Ik wil horen of wij te veel samen waren.' },
  },
  {
    ...{
      key: 'farid',
      name: 'Farid Amrani',
      voice: 'professional',
      role: 'facilitator',
      address: 'je',
      member: 'farid',
    },
    ...{ analysis: 'yes', letter: 'named', worth: 'yes' },
    wrote: {
      'stood-out': {
        words: 'De lastige opmerkingen kwamen rustig op tafel, en bleven daar even liggen.',
        theme: 'shadow',
      },
    },
  },
  {
    ...{ key: 'mirjam', name: 'Mirjam', voice: 'mother', role: 'client', address: 'u', analysis: 'yes' },
    expects: 'Een kring met koffie, en dat ik niet hoef te huilen.',
    said: [
      {
        step: 'value',
        words: 'Jullie vroegen wat wij dachten, en deden daar dan ook iets mee.',
        theme: 'equality',
      },
      {
        step: 'characteristics',
        words: 'De een maakte een grap, de ander bleef ernstig, en allebei mocht.',
        theme: 'difference',
      },
      {
        step: 'characteristics',
        words: 'Ik hoefde bij jullie niet iemand anders te zijn dan thuis.',
        theme: 'difference',
      },
      {
        step: 'shadow',
        words: 'Soms wilde ik zeggen dat het te snel ging, maar jullie waren al samen verder.',
        theme: 'shadow',
      },
    ],
    wrote: {
      image: { words: 'Twee roeiers in één boot, en wij mochten mee aan de riemen.', theme: 'synergy' },
    },
    ...{ outcome: 'Ik huilde wel even. Dat was goed.', letter: 'named', worth: 'yes' },
  },
  {
    ...{ key: 'koen', name: 'Koen', voice: 'father', role: 'client', address: 'u', analysis: 'no' },
    said: [{ step: 'value', words: 'Ik was er niet altijd bij. Ik zag het aan de kinderen.' }],
    wrote: { moves: { words: 'Ik ga vaker mee.' } },
    ...{ letter: 'no', worth: 'partly' },
  },
  { key: 'tess', name: 'Tess', voice: 'youth', role: 'client', address: 'je', age: 17, analysis: 'yes' },
  { key: 'milan', name: 'Milan', voice: 'youth', role: 'client', address: 'je', age: 18, analysis: 'yes' },
  {
    ...{ key: 'job', name: 'Job', voice: 'colleague', role: 'participant', address: 'je', analysis: 'yes' },
    said: [
      {
        step: 'value',
        words: 'Bij jullie werd een kapotte koffiekan ineens een oefening voor de hele groep.',
        theme: 'original',
      },
      { step: 'shadow', words: 'Ik stond wel eens buiten en wist niet hoe ik erin kwam.', theme: 'shadow' },
    ],
    wrote: {
      'stood-out': {
        words: 'Samen kregen jullie iets los wat ik in mijn eentje nooit hoorde.',
        theme: 'synergy',
      },
      own: { words: 'Het deed me denken aan een team waar ik ook de derde was.', theme: 'shadow' },
      moves: { words: 'Ik ga mijn collega vragen wat zij van ons samenwerken merkt.', theme: 'synergy' },
    },
    ...{ letter: 'unnamed', worth: 'yes' },
  },
  {
    ...{ key: 'ineke', name: 'Ineke', voice: 'manager', role: 'participant', address: 'je', analysis: 'yes' },
    wrote: {
      moves: { words: 'Ik wil ruimte maken voor koppels die over zichzelf durven praten.', theme: 'synergy' },
    },
    worth: 'yes',
  },
  {
    ...{ key: 'wim', name: 'Wim', voice: 'partner', role: 'witness', address: 'je', analysis: 'yes' },
    wrote: { image: { words: 'Door de lens zag ik een kring die vanzelf bleef draaien.', theme: 'synergy' } },
    ...{ letter: 'unnamed', worth: 'partly' },
  },
]

/** What somebody wrote, by question, as it is kept. */
export function answersOf({ wrote = {} }: DialoguePerson): WitnessAnswers {
  return Object.fromEntries(Object.entries(wrote).map(([question, { words }]) => [question, words]))
}
