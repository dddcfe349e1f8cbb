import type { NoteKind } from '@weerklank/core/relation/relation'
import { dictionary } from '../language/dictionary.ts'

const kindNl: Record<NoteKind, string> = {
  helps: 'Dit helpt',
  hinders: 'Dit helpt niet',
  'earlier-care': 'Eerdere ervaring met zorg',
  'shared-note': 'Gedeelde aantekening',
}
const kindEn: Record<NoteKind, string> = {
  helps: 'This helps',
  hinders: 'This does not help',
  'earlier-care': 'Earlier experience with care',
  'shared-note': 'Shared note',
}

export const noteText = dictionary({
  nl: {
    kind: kindNl,
    title: 'Wat helpt in ons contact',
    earlier: 'Eerder met zorg',
    shared: 'Gedeelde aantekeningen',
    sharedBy: (name: string, day: string) => `Gedeeld door ${name}, ${day}`,
    none: 'Nog niets opgeschreven. Vraag eens: wat helpt jou om te praten, en wat niet?',
    change: 'Aanpassen',
    done: 'Klaar met aanpassen',
    told: (names: string, day: string) => `Gezegd door ${names}, ${day}`,
    written: (day: string) => `Opgeschreven op ${day}`,
    remove: 'Weghalen',
    removeOf: (note: string) => `: ${note}`,
    removed: 'Weggehaald.',
    putBack: 'Het staat er weer.',
    add: 'Erbij zetten',
    added: 'Het staat erbij.',
    whichKind: 'Wat wil je opschrijven?',
    text: 'In hun eigen woorden',
    textMissing: 'Schrijf op wat er gezegd is',
    toldBy: 'Wie zei dit?',
    failed: 'Dat lukte niet. Er is niets veranderd. Probeer het zo weer.',
  },
  en: {
    kind: kindEn,
    title: 'What helps in our contact',
    earlier: 'Earlier, with care',
    shared: 'Shared notes',
    sharedBy: (name: string, day: string) => `Shared by ${name}, ${day}`,
    none: 'Nothing written down yet. Ask: what helps you to talk, and what does not?',
    change: 'Change',
    done: 'Done changing',
    told: (names: string, day: string) => `Said by ${names}, ${day}`,
    written: (day: string) => `Written down on ${day}`,
    remove: 'Take away',
    removeOf: (note: string) => `: ${note}`,
    removed: 'Taken away.',
    putBack: 'It is back.',
    add: 'Add it',
    added: 'It is added.',
    whichKind: 'What do you want to write down?',
    text: 'In their own words',
    textMissing: 'Write down what was said',
    toldBy: 'Who said this?',
    failed: 'That did not work. Nothing has changed. Please try again soon.',
  },
})
