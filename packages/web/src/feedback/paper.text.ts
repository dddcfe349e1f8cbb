import { dictionary } from '../language/dictionary.ts'

const problemsNl: Readonly<Record<string, string>> = {
  'in-the-future': 'Deze dag moet nog komen. Kies vandaag of eerder.',
  'before-it-began': 'Toen werkten jullie hier nog niet samen. Kies een latere dag.',
  'not-a-number': 'Typ een getal, zoals 7 of 7,5.',
  'out-of-range': 'Dit getal staat niet op de lijn. Kijk op het papier.',
  'too-fine': 'Eén cijfer achter de komma is genoeg.',
  'nothing-answered': 'Typ minstens één antwoord over.',
  'too-long': 'Deze tekst is te lang. Maak hem korter.',
}
const problemsEn: Readonly<Record<string, string>> = {
  'in-the-future': 'This day is still to come. Choose today or earlier.',
  'before-it-began': 'You did not work together here yet. Choose a later day.',
  'not-a-number': 'Type a number, such as 7 or 7.5.',
  'out-of-range': 'This number is not on the line. Look at the paper.',
  'too-fine': 'One decimal is enough.',
  'nothing-answered': 'Type over at least one answer.',
  'too-long': 'This text is too long. Make it shorter.',
}

/** Typing over what was written on paper: fetched with it. */
export const paperText = dictionary({
  nl: {
    openPages: 'Open de vragenlijst',
    openHint: (name: string) =>
      `De vragenlijst opent op deze plek. Wat je overtypt, telt als antwoord van ${name}. Jouw naam staat erbij.`,
    day: 'Op welke dag is het ingevuld?',
    dayHint: 'De dag die op het papier staat.',
    dayMissing: 'Kies de dag die op het papier staat.',
    line: (low: string, high: string) => `Een getal. Laag: ${low}. Hoog: ${high}. Leeg is overgeslagen.`,
    agreed: (text: string) => `“${text}” Is dat veranderd?`,
    whose: (name: string) => `${name} ziet op de eigen pagina dat jij dit overtypte.`,
    send: 'Bewaar het antwoord',
    problem: (code: string) => problemsNl[code] ?? 'Kijk dit na.',
  },
  en: {
    openPages: 'Open the form',
    openHint: (name: string) =>
      `The form opens in this place. What you type over counts as the answer of ${name}. Your name stands with it.`,
    day: 'On which day was it filled in?',
    dayHint: 'The day that stands on the paper.',
    dayMissing: 'Choose the day that stands on the paper.',
    line: (low: string, high: string) => `A number. Low: ${low}. High: ${high}. Empty is passed over.`,
    agreed: (text: string) => `“${text}” Did that change?`,
    whose: (name: string) => `${name} sees on the own page that you typed this over.`,
    send: 'Keep the answer',
    problem: (code: string) => problemsEn[code] ?? 'Look at this.',
  },
})
