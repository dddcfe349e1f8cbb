import { dictionary } from '../language/dictionary.ts'

export const ownItemsText = dictionary({
  nl: {
    back: 'Kennis',
    title: 'Eigen kaarten',
    intro: 'Wat jullie zelf schreven, ook wat nog in de maak is.',
    write: 'Kaart schrijven',
    status: { draft: 'in de maak', published: 'te vinden', withdrawn: 'weggehaald' },
    emptyTitle: 'Nog geen eigen kaarten',
    emptyText: 'Schrijf op wat bij jullie werkt, of maak een kaart van een die er al is.',
    bring: 'Kaarten inlezen',
    bringIntro: 'Een JSON-bestand dat uit Kennis is meegenomen. Elke kaart komt hier als concept.',
    file: 'Bestand',
    fileMissing: 'Kies eerst een bestand.',
    fileWrong: 'Dit is geen bestand dat uit Kennis is meegenomen.',
    read: 'Lees in',
    taken: (count: number) => (count === 1 ? 'Eén kaart is ingelezen.' : `${count} kaarten zijn ingelezen.`),
    refused: 'Deze kaarten konden we niet inlezen:',
    refusal: (at: number, title: string, field: string) =>
      `Kaart ${at}${title === '' ? '' : ` (${title})`}: er klopt iets niet bij ‘${field}’.`,
    noSource: (at: number, title: string) =>
      `Kaart ${at}${title === '' ? '' : ` (${title})`}: er staat geen bron bij. Noem een bron en probeer het weer.`,
  },
  en: {
    back: 'Library',
    title: 'Own cards',
    intro: 'What you wrote yourselves, also what is still being made.',
    write: 'Write a card',
    status: { draft: 'being made', published: 'can be found', withdrawn: 'withdrawn' },
    emptyTitle: 'No own cards yet',
    emptyText: 'Write down what works for you, or make a card of one that is there.',
    bring: 'Read cards in',
    bringIntro: 'A JSON file that was taken from the library. Each card comes here as a draft.',
    file: 'File',
    fileMissing: 'Choose a file first.',
    fileWrong: 'This is no file that was taken from the library.',
    read: 'Read in',
    taken: (count) => (count === 1 ? 'One card was read in.' : `${count} cards were read in.`),
    refused: 'These cards could not be read in:',
    refusal: (at, title, field) =>
      `Card ${at}${title === '' ? '' : ` (${title})`}: something is wrong at ‘${field}’.`,
    noSource: (at, title) =>
      `Card ${at}${title === '' ? '' : ` (${title})`}: it names no source. Name one and try again.`,
  },
})
