import { agreed, met, noted, planned, type Story, said, silent } from '../story.ts'

/** Someone who speaks English, and a voice in between. */
export const grace: Story = {
  key: 'grace',
  title: 'Grace',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'intake' },
  purpose: 'dat Grace haar weg vindt, in haar eigen woorden.',
  checkEveryDays: 35,
  starts: '-17 mon 09.00',
  by: 'bram',
  people: [
    { key: 'grace', name: 'Grace', voice: 'client', language: 'en' },
    { key: 'selma', name: 'Selma', voice: 'partner', detail: 'tolk' },
  ],
  happened: [
    met('-16 wed 13.00', 'De Linde, kamer 2', {
      summary: 'Kennisgemaakt met een tolk aan de telefoon.',
      checks: [said('grace', [6.9, 6.7, 6.6, 7.0], { open: 'You were kind. The phone was hard to hear.' })],
    }),
    noted('-16 wed 15.00', 'helps', {
      text: 'Dezelfde tolk, in de kamer en niet aan de telefoon.',
      toldBy: 'Grace',
    }),
    noted('-16 wed 15.01', 'helps', { text: 'Korte zinnen, en tijd om na te denken.', toldBy: 'Grace' }),
    met('-14 wed 13.00', 'De Linde, kamer 2', {
      checks: [said('grace', 7.3, { open: 'Selma was with us in the room. Much better.' })],
    }),
    met('-12 wed 13.00', 'De Linde, kamer 2', {
      summary: 'Selma was verhinderd. Er kwam een andere tolk.',
      checks: [
        said('grace', [5.3, 6.2, 5.6, 5.9], {
          open: 'Another interpreter again. I had to tell it all over.',
        }),
      ],
    }),
    agreed('-12 fri 11.00', 'zelfde-tolk', {
      text: 'If Selma cannot come, then we choose another day.',
      people: ['grace', 'bram'],
      settles: 'grace',
    }),
    met('-10 wed 13.00', 'De Linde, kamer 2', {
      checks: [said('grace', 7.5, { echo: { 'zelfde-tolk': 'a-bit' } })],
    }),
    met('-8 wed 13.00', 'Wandeling door de wijk', {
      summary: 'De school, de markt en de bibliotheek bekeken. Grace zocht een boek uit voor haar zoon.',
      checks: [
        said('grace', 8.1, {
          open: 'We waited for Selma, and then we walked. Nobody was in a hurry.',
          echo: { 'zelfde-tolk': 'changed' },
        }),
      ],
    }),
    met('-6 wed 13.00', 'De Linde, kamer 2', { checks: [silent('grace')] }),
    met('-4 wed 13.00', 'De Linde, kamer 2', {
      checks: [said('grace', 7.7, { open: 'I lost the first link. Thank you for asking again.' })],
    }),
    met('-2 wed 13.00', 'De Linde, kamer 2', {
      checks: [said('grace', 8.0, { open: 'Can my neighbour come with me one time?' })],
    }),
    planned('next wed 13.00', 'De Linde, kamer 2'),
  ],
}
