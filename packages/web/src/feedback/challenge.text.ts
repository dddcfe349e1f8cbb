import { dictionary } from '../language/dictionary.ts'

export const challengeText = dictionary({
  nl: {
    title: 'Iets van jezelf',
    intro: 'Herken je iets bij jezelf? Dat is gewoon. Alleen jij ziet dit.',
    state: (open: number) =>
      open === 0
        ? 'Alleen jij ziet dit.'
        : open === 1
          ? 'Er staat iets open, alleen voor jou.'
          : `Er staan ${open} dingen open, alleen voor jou.`,
    recognise: 'Ik herken iets',
    which: 'Wat herken je?',
    whichMissing: 'Kies wat je herkent',
    keep: 'Zet het erbij, alleen voor mij',
    cancel: 'Toch niet',
    why: 'Waarom zie ik dit?',
    another: 'Een andere zin',
    discussed: 'Besproken',
    agree: 'Afspraak maken',
    notApplicable: 'Niet van toepassing',
    remove: 'Verwijderen',
    again: 'Weer openzetten',
    closed: (day: string, outcome: string) => `${outcome} op ${day}`,
    goes: (day: string) => `Gaat vanzelf weg op ${day}.`,
    noted: 'Het staat erbij. Alleen jij ziet het.',
    settled: (outcome: string) => `Genoteerd: ${outcome.toLowerCase()}.`,
    failed: 'Dat lukte niet. Alles staat er nog. Probeer het zo weer.',
    earlier: 'Eerder',
  },
  en: {
    title: 'Something of your own',
    intro: 'Do you recognise something in yourself? That is normal. Only you see this.',
    state: (open: number) =>
      open === 0
        ? 'Only you see this.'
        : open === 1
          ? 'Something is open, for you alone.'
          : `${open} things are open, for you alone.`,
    recognise: 'I recognise something',
    which: 'What do you recognise?',
    whichMissing: 'Choose what you recognise',
    keep: 'Keep it, for me only',
    cancel: 'Rather not',
    why: 'Why do I see this?',
    another: 'Another sentence',
    discussed: 'Talked about',
    agree: 'Make an agreement',
    notApplicable: 'Not applicable',
    remove: 'Remove',
    again: 'Open it again',
    closed: (day: string, outcome: string) => `${outcome} on ${day}`,
    goes: (day: string) => `Goes by itself on ${day}.`,
    noted: 'It is there. Only you see it.',
    settled: (outcome: string) => `Noted: ${outcome.toLowerCase()}.`,
    failed: 'That did not work. Everything is still there. Please try again soon.',
    earlier: 'Before',
  },
})
