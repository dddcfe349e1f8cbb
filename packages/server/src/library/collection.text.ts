/** What stands on the pages with cards, beside the cards themselves. */
const nl = {
  source: 'Bron',
  until: 'Deze pagina werkt tot en met {day}. Er wordt niet bijgehouden wie haar bekijkt.',
  empty: 'Hier staan nu geen kaarten.',
  unknownTitle: 'Deze link werkt niet of niet meer',
  unknownText: 'Misschien mist er een stukje van de link. Of de pagina is gesloten. Vraag een nieuwe link.',
  busyTitle: 'Het lukt nu even niet',
  busyText: 'Probeer het zo weer.',
  tryAgain: 'Probeer het nog een keer',
  search: 'Zoeken in deze kaarten',
  foundOne: 'kaart',
  found: 'kaarten',
  offline: 'Dit bestand werkt zonder internet. Gemaakt op {day}.',
  page: 'Kaarten uit Weerklank · {page} van {of}',
  again: '(vervolg)',
  leftOut: 'Niet alle kaarten',
  cut: 'Knip of vouw langs de lijnen.',
}

const en: typeof nl = {
  source: 'Source',
  until: 'This page works until {day}. Nobody keeps track of who looks at it.',
  empty: 'There are no cards here now.',
  unknownTitle: 'This link does not work, or no longer',
  unknownText: 'Perhaps a piece of the link is missing. Or the page is closed. Ask for a new link.',
  busyTitle: 'It does not work right now',
  busyText: 'Please try again in a moment.',
  tryAgain: 'Try again',
  search: 'Search these cards',
  foundOne: 'card',
  found: 'cards',
  offline: 'This file works without internet. Made on {day}.',
  page: 'Cards from Weerklank · {page} of {of}',
  again: '(continued)',
  leftOut: 'Not all cards',
  cut: 'Cut or fold along the lines.',
}

export const collectionText = { nl, en } as const
