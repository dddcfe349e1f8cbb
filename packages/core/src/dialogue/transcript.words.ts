import type { Bilingual, Language } from '../shared/language.ts'
import type { TranscriptNoteCode, TranscriptProblem } from './transcript.shape.ts'

const noteWords: Readonly<Record<TranscriptNoteCode, Bilingual>> = {
  'time-missing': {
    nl: 'Hier staat geen tijd bij. De woorden zijn er wel.',
    en: 'No time stands here. The words are kept.',
  },
  'time-unreadable': {
    nl: 'Deze tijd kunnen we niet lezen. De woorden zijn er wel.',
    en: 'We cannot read this time. The words are kept.',
  },
  'time-overlaps': {
    nl: 'Hier spreken mensen door elkaar. De volgorde van het bestand blijft.',
    en: 'People speak at once here. The order of the file stays.',
  },
  'time-backwards': {
    nl: 'De tijd springt hier terug. De volgorde van het bestand blijft.',
    en: 'The time jumps back here. The order of the file stays.',
  },
  'nobody-named': {
    nl: 'Hier staat geen naam bij. Zet er een naam en een dubbele punt voor.',
    en: 'No name stands here. Put a name and a colon in front.',
  },
  'remark-left-out': {
    nl: 'Dit is een opmerking van een programma. Die nemen we niet mee.',
    en: 'This is a remark of a program. We leave it out.',
  },
  'unreadable-sign': {
    nl: 'Hier stond een teken dat we niet kunnen lezen.',
    en: 'A sign stood here that we cannot read.',
  },
}

const problemWords: Readonly<Record<TranscriptProblem, Bilingual>> = {
  empty: {
    nl: 'In dit bestand staan geen woorden. Kies een ander bestand.',
    en: 'There are no words in this file. Choose another file.',
  },
  'too-long': {
    nl: 'Dit bestand is te groot. Verdeel het over meer bestanden.',
    en: 'This file is too large. Split it into more files.',
  },
  'not-text': {
    nl: 'Dit bestand kunnen we niet lezen. Bewaar het als tekst, .vtt, .srt of Word.',
    en: 'We cannot read this file. Save it as text, .vtt, .srt or Word.',
  },
  'not-word': {
    nl: 'Dit lijkt Word, maar er staat geen leesbare tekst in. Bewaar het opnieuw als .docx.',
    en: 'This looks like Word, but holds no readable text. Save it again as .docx.',
  },
  'unpacks-too-large': {
    nl: 'Uitgepakt is dit bestand te groot. Bewaar alleen de tekst en probeer het nog eens.',
    en: 'Unpacked, this file is too large. Save only the text and try again.',
  },
}

/** What stood out at a line of a transcript, and what that means for the words. */
export function transcriptNoteWords(code: TranscriptNoteCode, language: Language): string {
  return noteWords[code][language]
}

/** Why a transcript was not taken in, and what to do. Nothing of the file is kept then. */
export function transcriptProblemWords(problem: TranscriptProblem, language: Language): string {
  return problemWords[problem][language]
}
