import { dictionary } from '../language/dictionary.ts'

export const circleFrameText = dictionary({
  nl: {
    back: 'Alle teams en netwerken',
    none: 'Nog geen team of netwerk',
    noneText:
      'Je kunt van deze samenwerking een team of netwerk maken: dan kijken de mensen samen naar hun samenwerken.',
    make: 'Team of netwerk maken',
    parts: { team: 'Onderdelen van dit team', network: 'Onderdelen van dit netwerk' },
    tab: {
      overview: 'Overzicht',
      people: 'Mensen',
      words: 'Woorden',
      check: 'Check',
      map: 'Kaart',
      tensions: 'Spanningen',
    },
    noQuestion: { team: 'Samen kijken hoe het samenwerken gaat.', network: 'Samen om één gezin heen staan.' },
    ended: {
      done: (day: string) => `Afgerond op ${day}. Lezen kan nog, er komt niets bij.`,
      'by-itself': (day: string) => `Dit stopte vanzelf op ${day}. Lezen kan nog, er komt niets bij.`,
      'family-left': (day: string) =>
        `Dit stopte op ${day}, omdat het gezin niet meer meedoet. Lezen kan nog.`,
    },
    roundingOff: (day: string) =>
      `Het gezin doet niet meer mee. We vragen en schrijven niets nieuws. Rond het samen af, of nodig het gezin uit voor een laatste gesprek. Op ${day} stopt dit vanzelf.`,
  },
  en: {
    back: 'All teams and networks',
    none: 'No team or network yet',
    noneText:
      'You can make a team or network of this collaboration: then its people look together at their working together.',
    make: 'Make a team or network',
    parts: { team: 'Parts of this team', network: 'Parts of this network' },
    tab: {
      overview: 'Overview',
      people: 'People',
      words: 'Words',
      check: 'Check',
      map: 'Map',
      tensions: 'Tensions',
    },
    noQuestion: {
      team: 'Looking together at how working together goes.',
      network: 'Standing round one family together.',
    },
    ended: {
      done: (day: string) => `Rounded off on ${day}. It can still be read, nothing is added.`,
      'by-itself': (day: string) => `This ended by itself on ${day}. It can still be read, nothing is added.`,
      'family-left': (day: string) =>
        `This ended on ${day}, because the family no longer takes part. It can still be read.`,
    },
    roundingOff: (day: string) =>
      `The family no longer takes part. We ask and write nothing new. Round it off together, or invite the family for one last talk. On ${day} this ends by itself.`,
  },
})
