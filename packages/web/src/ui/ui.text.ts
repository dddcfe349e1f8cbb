import { dictionary } from '../language/dictionary.ts'

export const uiText = dictionary({
  nl: {
    optional: '(niet verplicht)',
    busy: 'Even wachten',
    loading: 'Dit wordt opgehaald.',
    close: 'Sluiten',
    undo: 'Ongedaan maken',
    errorHeading: 'Dit lukte niet',
    kept: 'Wat je eerder bewaarde, staat er nog.',
    retry: 'Probeer het opnieuw',
    home: 'Naar het begin',
    stale: 'Nieuwe gegevens ophalen lukt nu niet. Je ziet hoe het eerder was.',
    summary: (count: number) =>
      count === 1 ? 'Eén ding klopt nog niet' : `${count} dingen kloppen nog niet`,
    choose: 'Maak een keuze',
    notices: 'Meldingen',
  },
  en: {
    optional: '(optional)',
    busy: 'One moment',
    loading: 'Fetching this.',
    close: 'Close',
    undo: 'Undo',
    errorHeading: 'This did not work',
    kept: 'What you kept before is still there.',
    retry: 'Try again',
    home: 'To the start',
    stale: 'New data cannot be fetched right now. You see how it was before.',
    summary: (count: number) =>
      count === 1 ? 'One thing is not right yet' : `${count} things are not right yet`,
    choose: 'Make a choice',
    notices: 'Notices',
  },
})
