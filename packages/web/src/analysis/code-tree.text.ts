import { dictionary } from '../language/dictionary.ts'

export const codeTreeText = dictionary({
  nl: {
    title: 'Thema’s',
    open: (count: number) => `Thema’s en notities (${count})`,
    add: 'Thema erbij',
    give: 'Kies een thema voor deze woorden.',
    emptyTree: 'Nog geen thema’s. Kies woorden in de tekst en typ wat je erin hoort.',
    fold: (name: string) => `Klap ${name} dicht`,
    unfold: (name: string) => `Klap ${name} open`,
    quotes: (count: number) => (count === 1 ? '1 uitspraak' : `${count} uitspraken`),
  },
  en: {
    title: 'Themes',
    open: (count: number) => `Themes and notes (${count})`,
    add: 'Add a theme',
    give: 'Choose a theme for these words.',
    emptyTree: 'No themes yet. Choose words in the text and type what you hear in them.',
    fold: (name: string) => `Fold ${name}`,
    unfold: (name: string) => `Unfold ${name}`,
    quotes: (count: number) => (count === 1 ? '1 quote' : `${count} quotes`),
  },
})
