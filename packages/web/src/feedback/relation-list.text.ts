import { countWord } from '@weerklank/core/shared/number-words'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { dictionary } from '../language/dictionary.ts'

const nl = new Intl.NumberFormat('nl-NL')
const en = new Intl.NumberFormat('en-GB')

/** A count that begins a sentence: in words while it is small. */
function countIn(language: 'nl' | 'en', count: number): string {
  if (count > 10) return (language === 'nl' ? nl : en).format(count)
  return sentenceStart(countWord(count, language))
}

export const relationListText = dictionary({
  nl: {
    list: 'Samenwerkingen',
    listIntro: 'Met wie je samenwerkt. Bovenaan staat wie nu aandacht vraagt.',
    closedIntro: 'Wat is afgerond. Alles wat er is gezegd, staat er nog.',
    newRelation: 'Nieuwe samenwerking',
    fromFile: 'Mensen inlezen',
    takeAlong: 'Checks meenemen',
    caseload: 'Wie vraagt aandacht?',
    supervision: 'Meekijken',
    which: 'Welke samenwerkingen',
    open: 'Lopend',
    closed: 'Afgerond',
    attention: 'Vraagt aandacht',
    others: 'De andere samenwerkingen',
    found: (count: number, search: string) =>
      count === 1
        ? `Eén samenwerking gevonden met ‘${search}’.`
        : `${countIn('nl', count)} samenwerkingen gevonden met ‘${search}’.`,
    showAll: 'Toon alle samenwerkingen',
    emptyTitle: 'Nog geen samenwerkingen',
    emptyText: 'Hier komen de mensen met wie je samenwerkt, en hoe zij dat vinden. Begin met één.',
    noneClosedTitle: 'Nog niets afgerond',
    noneClosedText: 'Rond je een samenwerking af? Dan vind je haar hier terug, met alles wat er is gezegd.',
    nothingTitle: 'Niets gevonden',
    nothingText: (search: string) =>
      `Geen lopende samenwerking past bij ‘${search}’. Zoek op een deel van de naam.`,
    nothingClosedText: (search: string) =>
      `Geen afgeronde samenwerking past bij ‘${search}’. Zoek op een deel van de naam.`,
    searchClosed: 'Zoek bij wat is afgerond',
    searchOpen: 'Zoek bij wat loopt',
    emergency: 'Moet je er met spoed bij?',
    lastAnswer: (day: string) => `Laatste antwoord: ${day}`,
    noAnswer: 'Nog geen antwoord',
    nextContact: (moment: string) => `Volgende contact: ${moment}`,
    closedOn: (day: string) => `Afgerond: ${day}`,
    gone: 'iemand die niet meer meedoet',
    person: (name: string, voice: string) => `${name} (${voice})`,
    andMore: (count: number) => `nog ${countWord(count, 'nl')}`,
    shown: (shown: number, total: number) =>
      `Je ziet ${nl.format(shown)} van de ${nl.format(total)} samenwerkingen.`,
    loadMore: (count: number) => `Toon er nog ${nl.format(count)}`,
    loadFailed: 'Meer ophalen lukte niet. Wat er staat, blijft staan. Probeer het zo weer.',
  },
  en: {
    list: 'Collaborations',
    listIntro: 'Whom you work with. Whoever asks for attention now comes first.',
    closedIntro: 'What has ended. All that was said is still there.',
    newRelation: 'New collaboration',
    fromFile: 'Take in people',
    takeAlong: 'Take checks along',
    caseload: 'Who asks for attention?',
    supervision: 'Looking along',
    which: 'Which collaborations',
    open: 'Going on',
    closed: 'Ended',
    attention: 'Asks for attention',
    others: 'The other collaborations',
    found: (count: number, search: string) =>
      count === 1
        ? `One collaboration found with ‘${search}’.`
        : `${countIn('en', count)} collaborations found with ‘${search}’.`,
    showAll: 'Show all collaborations',
    emptyTitle: 'No collaborations yet',
    emptyText: 'The people you work with come here, and how they experience it. Begin with one.',
    noneClosedTitle: 'Nothing ended yet',
    noneClosedText: 'When you end a collaboration you find it here, with all that was said.',
    nothingTitle: 'Nothing found',
    nothingText: (search: string) =>
      `No collaboration that is going on fits ‘${search}’. Search for a part of the name.`,
    nothingClosedText: (search: string) =>
      `No ended collaboration fits ‘${search}’. Search for a part of the name.`,
    searchClosed: 'Search what has ended',
    searchOpen: 'Search what is going on',
    emergency: 'Must you look in an emergency?',
    lastAnswer: (day: string) => `Last answer: ${day}`,
    noAnswer: 'No answer yet',
    nextContact: (moment: string) => `Next contact: ${moment}`,
    closedOn: (day: string) => `Ended: ${day}`,
    gone: 'someone who no longer takes part',
    person: (name: string, voice: string) => `${name} (${voice})`,
    andMore: (count: number) => `${countWord(count, 'en')} more`,
    shown: (shown: number, total: number) =>
      `You see ${en.format(shown)} of the ${en.format(total)} collaborations.`,
    loadMore: (count: number) => `Show ${en.format(count)} more`,
    loadFailed: 'Fetching more did not work. What is here stays here. Please try again soon.',
  },
})
