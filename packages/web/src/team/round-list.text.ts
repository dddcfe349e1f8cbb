import { dictionary } from '../language/dictionary.ts'

export const roundListText = dictionary({
  nl: {
    title: 'Peilingen',
    intro: 'Vraag een team of groep hoe het samenwerken gaat. Niemand kan zien wie wat antwoordde.',
    make: 'Nieuwe peiling',
    open: 'Loopt nog',
    closed: 'Gesloten',
    invited: (people: number) => `${people} mensen gevraagd`,
    closes: (day: string) => `Open tot en met ${day}`,
    closedOn: (day: string) => `Gesloten: ${day}`,
    emptyTitle: 'Nog geen peilingen',
    emptyText:
      'Hier komt wat teams en groepen samen antwoordden. Met elf mensen of meer kan het zonder namen. Met minder mensen: kies een gesprek.',
  },
  en: {
    title: 'Rounds',
    intro: 'Ask a team or group how working together goes. Nobody can see who answered what.',
    make: 'New round',
    open: 'Still open',
    closed: 'Closed',
    invited: (people: number) => `${people} people asked`,
    closes: (day: string) => `Open until ${day}`,
    closedOn: (day: string) => `Closed: ${day}`,
    emptyTitle: 'No rounds yet',
    emptyText:
      'What teams and groups answered together comes here. With eleven people or more it can be done without names. With fewer: choose a talk.',
  },
})
