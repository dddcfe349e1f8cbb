import { agreed, chose, met, noted, planned, type Story, said } from '../story.ts'

/** A mother and the daughter who cares for her; an agreement that changed something. */
export const jokeEnFemke: Story = {
  key: 'joke-en-femke',
  title: 'Joke en Femke',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'psychoeducation' },
  purpose: 'dat Joke thuis kan blijven wonen, en Femke ook dochter mag zijn.',
  checkEveryDays: 35,
  starts: '-23 mon 10.00',
  by: 'noor',
  people: [
    { key: 'joke', name: 'Joke', voice: 'client', detail: '82' },
    { key: 'femke', name: 'Femke', voice: 'kin', detail: 'dochter' },
  ],
  happened: [
    met('-22 fri 10.30', 'Bij Joke thuis', {
      summary: 'Aan de grote tafel. Joke liet foto’s van haar winkel zien.',
      checks: [
        said('joke', 7.6, { open: 'U had de tijd.' }),
        said('femke', 7.0, { open: 'Prettig. Mag ik de volgende keer later beginnen, vanwege werk?' }),
      ],
    }),
    chose('-22 fri 19.00', 'joke', { purpose: 'research', isYes: true }),
    chose('-22 fri 19.10', 'femke', { purpose: 'research', isYes: true }),
    noted('-22 fri 12.30', 'helps', { text: 'Eén onderwerp per keer.', toldBy: 'Joke' }),
    noted('-22 fri 12.31', 'hinders', {
      text: 'Door elkaar praten: dan hoort Joke het niet meer.',
      toldBy: 'Joke',
    }),
    met('-19 fri 16.30', 'Bij Joke thuis', {
      checks: [
        said('joke', [8.0, null, 7.7, 7.9], { open: 'De tweede vraag snapte ik niet.' }),
        said('femke', 7.4),
      ],
    }),
    met('-16 fri 16.30', 'Bij Joke thuis', { checks: [said('joke', 8.2), said('femke', 7.1)] }),
    met('-13 fri 10.30', 'Bij Joke thuis', {
      summary: 'Femke kon niet. Joke en Noor spraken over hulp in de ochtend.',
      checks: [
        said('joke', 8.3),
        said('femke', [4.9, 6.3, 5.7, 6.0], {
          open: 'Ik regel alles, en hoor achteraf van de buurvrouw wat er is besproken.',
          hours: 30,
        }),
      ],
    }),
    agreed('-12 mon 17.00', 'bericht', {
      text: 'Na elk gesprek krijgt Femke een kort bericht. Joke leest eerst wat erin staat.',
      people: ['joke', 'femke', 'noor'],
      settles: 'femke',
    }),
    met('-10 fri 16.30', 'Bij Joke thuis', {
      checks: [
        said('joke', 8.0, { echo: { bericht: 'a-bit' } }),
        said('femke', 7.2, {
          open: 'Het bericht kwam. Alleen pas na drie dagen.',
          echo: { bericht: 'a-bit' },
        }),
      ],
    }),
    met('-7 fri 10.30', 'Bij Joke thuis', {
      checks: [
        said('joke', 8.4, { open: 'Femke vroeg mij nu hoe het was. Dat was lang geleden.', hours: 1 }),
        said('femke', 8.1, {
          open: 'Ik las het in de trein terug. En ik belde mijn moeder gewoon om te kletsen.',
          echo: { bericht: 'changed' },
          hours: 4,
        }),
      ],
    }),
    met('-4 fri 16.30', 'Bij Joke thuis', {
      summary: 'Over de nachten. Femke slaapt met de telefoon onder haar kussen.',
      checks: [
        said('joke', 8.3),
        said('femke', [8, 7.5, 8.5, 8, 7.2, 7.6, 8], {
          instrument: 'collaboration-check',
          open: 'Wie vraagt er aan mij hoe het gaat? Vandaag u. Dank.',
        }),
      ],
    }),
    met('-1 fri 16.30', 'Bij Joke thuis', { checks: [said('joke', 8.1), said('femke', 7.9)] }),
    planned('next fri 16.30', 'Bij Joke thuis'),
  ],
}
