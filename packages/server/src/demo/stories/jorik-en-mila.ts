import { agreed, chose, met, noted, planned, type Story, said, silent } from '../story.ts'

/** A young father who wants to be asked as well. */
export const jorikEnMila: Story = {
  key: 'jorik-en-mila',
  title: 'Jorik en Mila',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'course' },
  purpose: 'dat Jorik zich thuis voelt als vader van Mila.',
  checkEveryDays: 35,
  starts: '-24 mon 10.00',
  by: 'bram',
  people: [
    { key: 'jorik', name: 'Jorik', voice: 'father', detail: '19', address: 'je' },
    { key: 'mila', name: 'Mila', voice: 'child', detail: 'acht maanden' },
  ],
  happened: [
    met('-23 tue 19.00', 'Buurthuis', {
      summary: 'Eerste avond van de vadergroep. Mila sliep in de draagzak.',
      checks: [said('jorik', [6.6, 6.8, 7.0, 6.9], { open: 'Ik kende niemand. Het eten was goed.' })],
    }),
    chose('-23 tue 22.00', 'jorik', { purpose: 'research', isYes: true }),
    noted('-23 wed 10.00', 'helps', { text: 'Liever appen dan bellen.', toldBy: 'Jorik' }),
    noted('-23 wed 10.01', 'helps', { text: 'Mila mag altijd mee.', toldBy: 'Jorik' }),
    met('-21 tue 19.00', 'Buurthuis', { checks: [said('jorik', 7.2)] }),
    met('-19 tue 19.00', 'Buurthuis', {
      checks: [said('jorik', 7.6, { open: 'Samen koken praat makkelijker dan een kring.' })],
    }),
    met('-17 tue 19.00', 'Buurthuis', { checks: [said('jorik', [7.8, null, 7.5, 7.7])] }),
    met('-15 tue 19.00', 'Buurthuis', {
      summary: 'Jorik was er niet: Mila had koorts.',
      checks: [silent('jorik')],
    }),
    met('-13 tue 19.00', 'Buurthuis', {
      checks: [
        said('jorik', 7.9, { open: 'Je stuurde een kaartje toen Mila ziek was. Dat vergeet ik niet.' }),
      ],
    }),
    met('-11 tue 10.00', 'Op het consultatiebureau', {
      summary: 'Samen heen. De vragen gingen steeds naar de moeder van Mila.',
      checks: [
        said('jorik', [5.6, 6.1, 5.2, 5.9], { open: 'Ze keken steeds langs mij heen. En jij zei niets.' }),
      ],
    }),
    noted('-11 tue 16.00', 'hinders', {
      text: 'Praten alsof hij er niet bij zit.',
      toldBy: 'Jorik',
    }),
    agreed('-10 mon 12.00', 'vader-vraagt', {
      text: 'Als wij samen ergens heen gaan, dan stelt Jorik de eerste vraag.',
      people: ['jorik', 'bram'],
      settles: 'jorik',
    }),
    met('-9 tue 19.00', 'Buurthuis', {
      checks: [
        said('jorik', 7.1, { open: 'Goed dat je erop terugkwam.', echo: { 'vader-vraagt': 'not-yet' } }),
      ],
    }),
    met('-7 tue 10.00', 'Op het consultatiebureau', {
      summary: 'Jorik had drie vragen opgeschreven. Alle drie kwamen aan bod.',
      checks: [
        said('jorik', 8.0, {
          open: 'Ik deed het woord. Mijn moeder was trots.',
          echo: { 'vader-vraagt': 'changed' },
        }),
      ],
    }),
    met('-5 tue 19.00', 'Buurthuis', { checks: [said('jorik', 7.8, { waited: 2 })] }),
    met('-3 tue 19.00', 'Buurthuis', { checks: [said('jorik', 8.2)] }),
    met('-1 tue 19.00', 'Buurthuis', {
      checks: [said('jorik', 7.9, { open: 'Kunnen we het eens over werk en geld hebben?' })],
    }),
    planned('today 16.00', 'Bij Jorik thuis'),
    planned('next tue 19.00', 'Buurthuis'),
  ],
}
