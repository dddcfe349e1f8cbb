import { agreed, chose, met, noted, planned, type Story, said, silent, talked } from '../story.ts'

/** A foster family, a boy and his mother: many voices, and one that fell silent for a while. */
export const pleeggezinRondDaan: Story = {
  key: 'pleeggezin-rond-daan',
  title: 'Pleeggezin rond Daan',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'evaluation' },
  purpose: 'dat Daan op twee plekken thuis kan zijn.',
  checkEveryDays: 45,
  starts: '-48 mon 09.00',
  by: 'farid',
  people: [
    { key: 'daan', name: 'Daan', voice: 'child', detail: '11' },
    { key: 'anneke', name: 'Anneke', voice: 'kin', detail: 'pleegmoeder' },
    { key: 'henk', name: 'Henk', voice: 'kin', detail: 'pleegvader' },
    { key: 'petra', name: 'Petra', voice: 'mother' },
    { member: 'noor', voice: 'colleague' },
  ],
  happened: [
    met('-47 mon 15.30', 'Bij Anneke en Henk thuis', {
      summary: 'Daan liet zijn kamer zien. Petra belde in.',
      checks: [said('anneke', 7.2, { open: 'Fijn dat u ook naar de kamer van Daan keek.' })],
    }),
    noted('-47 mon 17.30', 'helps', { text: 'Buiten praten, met een bal erbij.', toldBy: 'Daan' }),
    noted('-47 mon 17.31', 'helps', {
      text: 'Een week van tevoren weten waar het over gaat.',
      toldBy: 'Petra',
    }),
    noted('-47 mon 17.32', 'earlier-care', {
      text: 'Petra zat eerder tegenover vijf mensen aan één tafel. Zij vraagt: niet meer dan drie.',
      toldBy: 'Petra',
    }),
    chose('-47 tue 20.00', 'anneke', { purpose: 'research', isYes: true }),
    chose('-39 tue 21.00', 'petra', { purpose: 'research', isYes: true }),
    met('-43 mon 15.30', 'Bij Anneke en Henk thuis', { checks: [said('anneke', 7.4)] }),
    met('-39 mon 15.30', 'De Linde, kamer 2', {
      checks: [said('anneke', 7.6), said('petra', 6.8, { open: 'Het was minder streng dan ik dacht.' })],
    }),
    met('-35 mon 15.30', 'De Linde, kamer 2', {
      checks: [said('anneke', 7.5), said('petra', 7.2)],
    }),
    met('-31 mon 15.30', 'Bij Anneke en Henk thuis', {
      summary: 'Petra was er niet bij. Zij werkt nu op maandag.',
      checks: [said('anneke', 7.8), silent('petra')],
    }),
    met('-27 mon 15.30', 'Bij Anneke en Henk thuis', { checks: [said('anneke', 7.3), silent('petra')] }),
    talked('-26 tue 12.00', 'petra', {
      outcome: 'discussed',
      note: 'Petra gebeld. Maandag past niet meer, en de link kwam in haar oude mail. We gaan naar donderdag.',
    }),
    met('-22 thu 15.30', 'De Linde, tuin', {
      checks: [
        said('daan', 7.0, { open: 'de limonade was lekker' }),
        said('anneke', 7.4),
        said('petra', 7.1, { open: 'Goed dat u zelf belde.' }),
      ],
    }),
    met('-17 thu 15.30', 'De Linde, kamer 2', {
      summary: 'Het ging over het weekend bij Petra, en weinig over thuis bij Anneke en Henk.',
      checks: [
        said('daan', 6.9),
        said('anneke', [5.8, 6.3, 6.2, 6.5], { open: 'Wij doen dit dag en nacht. Dat hoor ik niet terug.' }),
        said('petra', 7.6),
      ],
    }),
    talked('-16 mon 10.00', 'anneke', {
      outcome: 'discussed',
      note: 'Langsgegaan met taart. Anneke vertelde over de nachten. We vragen er nu elke keer naar.',
    }),
    met('-13 thu 15.30', 'De Linde, kamer 2', {
      checks: [
        said('daan', [6.8, 6.0, 4.5, 6.3], { open: 'jullie praten heel lang. ik wil eerst voetballen' }),
        said('anneke', 7.2, { open: 'Dank voor het vragen.' }),
        said('petra', 7.5),
      ],
    }),
    agreed('-13 fri 16.00', 'kwartier', {
      text: 'Daan is er het eerste kwartier bij. Daarna gaat hij voetballen.',
      people: ['daan', 'anneke', 'petra', 'farid'],
      settles: 'daan',
    }),
    met('-9 thu 15.30', 'De Linde, tuin', {
      checks: [
        said('daan', 8.3, { open: 'ik heb 3 keer gescoord', echo: { kwartier: 'changed' }, hours: 3 }),
        said('anneke', 7.7, { echo: { kwartier: 'a-bit' }, hours: 1 }),
        said('petra', 7.8, { hours: 5 }),
      ],
    }),
    met('-5 thu 15.30', 'De Linde, tuin', {
      checks: [
        said('daan', 7.9),
        said('anneke', 7.9, { open: 'Henk wil ook wel eens meepraten. Vraag hem gerust.' }),
        said('petra', 7.4, { waited: 4 }),
      ],
    }),
    met('-1 thu 15.30', 'Bij Anneke en Henk thuis', {
      checks: [
        said('daan', 8.1),
        said('anneke', 8.0),
        said('petra', 7.7, { open: 'Daan vertelt mij nu zelf wat er is besproken.' }),
      ],
    }),
    planned('next thu 15.30', 'De Linde, tuin'),
  ],
}
