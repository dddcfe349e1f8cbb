import { dictionary } from '../language/dictionary.ts'

export const relationListText = dictionary({
  nl: {
    list: 'Samenwerkingen',
    listIntro: 'Met wie je samenwerkt. Bovenaan staat wie nu aandacht vraagt.',
    found: (count: number, search: string) =>
      count === 1 ? `Eén samenwerking gevonden met ‘${search}’.` : `${count} gevonden met ‘${search}’.`,
    emptyTitle: 'Nog geen samenwerkingen',
    emptyText: 'Hier komen de mensen met wie je samenwerkt, en hoe zij dat vinden.',
    nothingTitle: 'Niets gevonden',
    nothingText: (search: string) =>
      `Geen samenwerking of mens past bij ‘${search}’. Zoek op een deel van de naam.`,
    showAll: 'Toon alle samenwerkingen',
  },
  en: {
    list: 'Collaborations',
    listIntro: 'Whom you work with. Whoever asks for attention now comes first.',
    found: (count: number, search: string) =>
      count === 1 ? `One collaboration found with ‘${search}’.` : `${count} found with ‘${search}’.`,
    emptyTitle: 'No collaborations yet',
    emptyText: 'The people you work with come here, and how they experience it.',
    nothingTitle: 'Nothing found',
    nothingText: (search: string) =>
      `No collaboration or person fits ‘${search}’. Search for a part of the name.`,
    showAll: 'Show all collaborations',
  },
})
