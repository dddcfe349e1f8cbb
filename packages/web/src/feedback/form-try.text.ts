import { dictionary } from '../language/dictionary.ts'

/** Trying a form out, in the builder and on the page of a form. */
export const formTryText = dictionary({
  nl: {
    title: 'Probeer het als degene die antwoordt',
    intro: 'Vul in en ga verder, net als wie antwoordt. Er wordt niets bewaard of verstuurd.',
    frame: 'Proef van de vragenlijst',
    language: 'Taal van de proef',
    level: 'In de woorden voor',
    levels: {
      parent: 'iedereen (gewone tekst)',
      child: 'kinderen',
      professional: 'professionals',
    },
    address: 'Aangesproken met',
    restart: 'Begin de proef opnieuw',
    outcome: 'Wat de proef laat zien',
    scores: 'Zo wordt gerekend',
    noScores: 'Deze vragenlijst rekent niets uit.',
    score: (name: string, value: string) => `${name}: ${value}`,
    why: {
      open: 'nog niets, want nog niet alles is ingevuld',
      time: 'niets, want het duurt te lang',
      memory: 'niets, want het vraagt te veel geheugen',
      context: 'niets, want er is meer voor nodig dan de antwoorden',
      error: 'niets, want de formule klopt niet',
      kind: 'niets, want er komt iets anders uit dan een antwoord',
    },
    sum: (value: string, answered: number, of: number) =>
      `Som van de keuzes: ${value} (${answered} van ${of} vragen)`,
    problems: 'Dit houdt versturen nog tegen',
    noProblems: 'Zo kan het verstuurd worden.',
    hints: 'Dit vraagt de vragenlijst nog eens na te kijken',
    whole: 'De hele vragenlijst',
    gaps: (count: number) =>
      count === 1 ? 'Op 1 plaats staan andere woorden' : `Op ${count} plaatsen staan andere woorden`,
    gap: { level: 'de gewone tekst', language: 'nog niet vertaald' },
    sent: 'Verstuurd in de proef: er is niets bewaard.',
  },
  en: {
    title: 'Try it as who answers',
    intro: 'Fill it in and go on, as who answers does. Nothing is kept or sent.',
    frame: 'Try of the form',
    language: 'Language of the try',
    level: 'In the words for',
    levels: { parent: 'everybody (plain text)', child: 'children', professional: 'professionals' },
    address: 'Spoken to (in Dutch) with',
    restart: 'Begin the try again',
    outcome: 'What the try shows',
    scores: 'How it is computed',
    noScores: 'This form computes nothing.',
    score: (name: string, value: string) => `${name}: ${value}`,
    why: {
      open: 'nothing yet, for not everything is filled in',
      time: 'nothing, for it takes too long',
      memory: 'nothing, for it asks for too much memory',
      context: 'nothing, for it needs more than the answers',
      error: 'nothing, for the formula is wrong',
      kind: 'nothing, for what comes out is no answer',
    },
    sum: (value: string, answered: number, of: number) =>
      `Sum of the choices: ${value} (${answered} of ${of} questions)`,
    problems: 'What still keeps it from being sent',
    noProblems: 'It can be sent like this.',
    hints: 'What the form asks to look at again',
    whole: 'The form as a whole',
    gaps: (count: number) =>
      count === 1 ? 'In 1 place there are other words' : `In ${count} places there are other words`,
    gap: { level: 'the plain text', language: 'not translated yet' },
    sent: 'Sent in the try: nothing was kept.',
  },
})
