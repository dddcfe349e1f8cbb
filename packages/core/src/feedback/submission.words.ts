import type { Spoken } from '../shared/spoken.schema.ts'
import { type Listener, say } from '../shared/spoken.ts'
import { openTextAtMost, type SubmissionProblem } from './submission.ts'

const texts: Record<SubmissionProblem, Spoken> = {
  'unknown-field': {
    nl: {
      u: 'Hier zit iets bij dat we niet kennen. Open de link nog een keer.',
      je: 'Hier zit iets bij dat we niet kennen. Open de link nog een keer.',
    },
    en: 'There is something in this that we do not know. Please open the link again.',
  },
  'wrong-key': {
    nl: {
      u: 'Dit formulier hoort niet bij deze link. Open de link nog een keer.',
      je: 'Dit formulier hoort niet bij deze link. Open de link nog een keer.',
    },
    en: 'This form does not belong to this link. Please open the link again.',
  },
  'repeated-field': {
    nl: {
      u: 'Deze vraag kwam twee keer binnen. Kies één antwoord.',
      je: 'Deze vraag kwam twee keer binnen. Kies één antwoord.',
    },
    en: 'This question came in twice. Please choose one answer.',
  },
  'not-a-number': {
    nl: {
      u: 'Dit kunnen we niet lezen. Kies een plek op de lijn.',
      je: 'Dit kunnen we niet lezen. Kies een plek op de lijn.',
    },
    en: 'We cannot read this. Please choose a place on the line.',
  },
  'out-of-range': {
    nl: {
      u: 'Dit ligt naast de lijn. Kies een plek op de lijn.',
      je: 'Dit ligt naast de lijn. Kies een plek op de lijn.',
    },
    en: 'This lies beside the line. Please choose a place on the line.',
  },
  'too-fine': {
    nl: {
      u: 'Zo precies kan het niet. Kies een plek op de lijn.',
      je: 'Zo precies kan het niet. Kies een plek op de lijn.',
    },
    en: 'This is more exact than we can keep. Please choose a place on the line.',
  },
  'unknown-choice': {
    nl: {
      u: 'Dit antwoord kennen we niet. Kies een van de antwoorden.',
      je: 'Dit antwoord kennen we niet. Kies een van de antwoorden.',
    },
    en: 'We do not know this answer. Please choose one of the answers.',
  },
  'too-long': {
    nl: {
      u: 'Uw tekst is te lang. Schrijf hoogstens {max} tekens.',
      je: 'Je tekst is te lang. Schrijf hoogstens {max} tekens.',
    },
    en: 'Your text is too long. Please write at most {max} characters.',
  },
  unreadable: {
    nl: {
      u: 'Een teken in uw tekst kunnen we niet bewaren. Haal het weg, of typ opnieuw.',
      je: 'Een teken in je tekst kunnen we niet bewaren. Haal het weg, of typ opnieuw.',
    },
    en: 'We cannot keep one character in your text. Please take it out, or type again.',
  },
  'no-drawing': {
    nl: {
      u: 'Deze tekening kunnen we niet bewaren. Wis de tekening, en begin opnieuw.',
      je: 'Deze tekening kunnen we niet bewaren. Wis de tekening, en begin opnieuw.',
    },
    en: 'We cannot keep this drawing. Please wipe it, and draw again.',
  },
  'nothing-answered': {
    nl: {
      u: 'U hebt nog niets ingevuld. Beantwoord één vraag, of schrijf iets op.',
      je: 'Je hebt nog niets ingevuld. Beantwoord één vraag, of schrijf iets op.',
    },
    en: 'Nothing is filled in yet. Please answer one question, or write something.',
  },
}

/** The one wording of a problem: what is the matter and what to do, without blame. */
export function problemText(problem: SubmissionProblem, listener: Listener): string {
  return say(texts[problem], listener, { max: String(openTextAtMost) })
}
