import {
  agreed,
  chose,
  family,
  met,
  noted,
  planned,
  repaired,
  type Story,
  said,
  silent,
  talked,
} from '../story.ts'

/** A rupture, its repair that took time, and a silence in between. */
export const ruben: Story = {
  key: 'ruben',
  title: 'Ruben',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'therapy' },
  purpose: 'dat Ruben zelf kiest wat hij met wie bespreekt.',
  checkEveryDays: 28,
  starts: '-30 mon 09.00',
  by: 'farid',
  people: [{ key: 'ruben', name: 'Ruben', voice: 'youth', detail: '17' }],
  happened: [
    met('-29 fri 15.00', 'De Linde, kamer 4', {
      checks: [said('ruben', [6.9, 6.5, 7.1, 6.9], { open: 'chill gesprek' })],
    }),
    family('-29 fri 16.45', 'ruben', { age: 17, parents: [] }),
    chose('-29 fri 16.50', 'ruben', { purpose: 'research', isYes: false }),
    noted('-29 fri 17.00', 'helps', {
      text: 'Iets in zijn handen hebben tijdens het praten.',
      toldBy: 'Ruben',
    }),
    met('-26 fri 15.00', 'De Linde, kamer 4', { checks: [said('ruben', 7.3)] }),
    met('-23 fri 15.00', 'De Linde, kamer 4', {
      checks: [said('ruben', 7.8, { open: 'je zegt niet steeds wat ik moet doen' })],
    }),
    met('-20 fri 15.00', 'De Linde, kamer 4', {
      summary: 'Ruben hoorde van zijn mentor wat hij alleen hier had verteld.',
      checks: [
        said('ruben', [3.9, 4.6, 4.2, 4.5], {
          open: 'dat was tussen ons. en jij schrijft het op voor school',
        }),
      ],
    }),
    repaired('-19 wed 17.00', 'Trappen achter De Linde', {
      summary: 'Farid: “Ik had het eerst aan jou moeten vragen.” Ruben: “Ik weet niet of ik nog wat zeg.”',
    }),
    talked('-19 wed 18.30', 'ruben', {
      outcome: 'discussed',
      note: 'Farid zei sorry en belde de mentor, met Ruben erbij. Het is niet meteen weer goed.',
    }),
    noted('-19 thu 09.00', 'hinders', {
      text: 'Iets doorvertellen zonder het eerst aan hem te vragen.',
      toldBy: 'Ruben',
    }),
    met('-17 fri 15.00', 'De Linde, kamer 4', {
      checks: [said('ruben', [6.1, 5.7, 6.4, 6.0], { open: 'ik kijk het nog even aan' })],
    }),
    agreed('-17 fri 20.30', 'eerst-vragen', {
      text: 'Farid vraagt het eerst aan Ruben, voordat hij iets aan school vertelt.',
      people: ['ruben', 'farid'],
      settles: 'ruben',
    }),
    met('-15 fri 15.00', 'De Linde, kamer 4', { checks: [silent('ruben')] }),
    met('-13 fri 15.00', 'De Linde, kamer 4', { checks: [silent('ruben')] }),
    talked('-11 wed 12.00', 'ruben', {
      outcome: 'discussed',
      note: 'Gevraagd hoe hij het liever doet. Ruben vult voortaan in als hij in de bus zit.',
    }),
    met('-11 fri 15.00', 'De Linde, kamer 4', {
      checks: [
        said('ruben', 7.0, { open: 'bus is beter', echo: { 'eerst-vragen': 'a-bit' }, hours: 1, waited: 2 }),
      ],
    }),
    met('-9 fri 15.00', 'Sporthal', {
      checks: [said('ruben', 7.4, { echo: { 'eerst-vragen': 'a-bit' }, hours: 1, waited: 1 })],
    }),
    met('-7 fri 15.00', 'De Linde, kamer 4', {
      checks: [
        said('ruben', 7.9, {
          open: 'je appte of het mocht. ik zei nee en dat was ok',
          echo: { 'eerst-vragen': 'changed' },
        }),
      ],
    }),
    met('-5 fri 15.00', 'De Linde, kamer 4', {
      summary: 'Kort gesprek. Ruben had zijn hoofd bij de toetsen.',
      checks: [said('ruben', [6.9, 5.9, 6.7, 7.0], { hours: 2 })],
    }),
    talked('-4 mon 09.15', 'ruben', {
      outcome: 'not-applicable',
      note: 'Het is toetsweek. We vragen het de volgende keer.',
    }),
    met('-3 fri 15.00', 'De Linde, kamer 4', {
      checks: [said('ruben', 7.8, { open: 'toetsen klaar. nu weer praten' })],
    }),
    met('-1 fri 15.00', 'Sporthal', { checks: [said('ruben', 8.1, { hours: 1 })] }),
    planned('next fri 15.00', 'De Linde, kamer 4'),
  ],
}
