import { dictionary } from '../language/dictionary.ts'

const nl = new Intl.NumberFormat('nl-NL')
const en = new Intl.NumberFormat('en-GB')

export const caseloadText = dictionary({
  nl: {
    title: 'Wie vraagt nu aandacht?',
    intro: 'Bovenaan wat een gesprek waard is, daarna wie je lang niet zag. Alleen jij ziet deze lijst.',
    toList: 'Terug naar Samenwerkingen',
    open: 'Wie vraagt nu aandacht?',
    asking: (count: number) => `${nl.format(count)} met iets om over te praten`,
    unseen: (count: number) => `${nl.format(count)} die je 30 dagen of langer niet zag`,
    calm: 'Er is nu niets dat om aandacht vraagt.',
    lastSeen: (days: number) =>
      days === 0
        ? 'Vandaag gezien'
        : days === 1
          ? 'Eén dag niet gezien'
          : `${nl.format(days)} dagen niet gezien`,
    notYet: (days: number) =>
      days === 0 ? 'Vandaag begonnen' : `Nog niet gezien, ${nl.format(days)} dagen na het begin`,
    next: (moment: string) => `Volgende contact: ${moment}`,
    plan: 'Maak een plan voor een contact',
    gone: 'iemand die niet meer meedoet',
    coverage: 'Hoe vaak je het hoorde',
    coverageIntro: 'Alleen voor jou. Niemand anders kan dit zien of vergelijken.',
    count: 'Tel het voor mij',
    none: (days: number) => `In de afgelopen ${days} dagen staat er geen contact.`,
    counts: (checked: number, contacts: number, days: number) =>
      `In de afgelopen ${days} dagen hoorde je bij ${checked} van de ${contacts} contacten hoe het was.`,
    share: (percent: number) => `Dat is ongeveer ${percent} op de 100.`,
    shown: (shown: number, total: number) => `Je ziet ${nl.format(shown)} van de ${nl.format(total)}.`,
    more: (count: number) => `Toon er nog ${nl.format(count)}`,
    emptyTitle: 'Nog geen samenwerkingen',
    emptyText: 'Hier komt wie aandacht vraagt, en wie je lang niet zag.',
  },
  en: {
    title: 'Who asks for attention now?',
    intro: 'First what is worth a talk, then whom you did not see for long. Only you see this list.',
    toList: 'Back to Collaborations',
    open: 'Who asks for attention now?',
    asking: (count: number) => `${en.format(count)} with something to talk about`,
    unseen: (count: number) => `${en.format(count)} whom you did not see for 30 days or more`,
    calm: 'Nothing asks for attention now.',
    lastSeen: (days: number) =>
      days === 0
        ? 'Seen today'
        : days === 1
          ? 'Not seen for one day'
          : `Not seen for ${en.format(days)} days`,
    notYet: (days: number) =>
      days === 0 ? 'Began today' : `Not seen yet, ${en.format(days)} days after it began`,
    next: (moment: string) => `Next contact: ${moment}`,
    plan: 'Plan a contact',
    gone: 'someone who no longer takes part',
    coverage: 'How often you heard it',
    coverageIntro: 'For you alone. Nobody else can see or compare this.',
    count: 'Count it for me',
    none: (days: number) => `There is no contact in the last ${days} days.`,
    counts: (checked: number, contacts: number, days: number) =>
      `In the last ${days} days you heard of ${checked} of the ${contacts} contacts how it was.`,
    share: (percent: number) => `That is about ${percent} in 100.`,
    shown: (shown: number, total: number) => `You see ${en.format(shown)} of the ${en.format(total)}.`,
    more: (count: number) => `Show ${en.format(count)} more`,
    emptyTitle: 'No collaborations yet',
    emptyText: 'Who asks for attention comes here, and whom you did not see for long.',
  },
})
