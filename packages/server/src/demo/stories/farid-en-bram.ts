import { agreed, met, noted, planned, type Story, said, silent, talked } from '../story.ts'

/** Two colleagues who look at their own work together; nobody else reads along. */
export const faridEnBram: Story = {
  key: 'farid-en-bram',
  title: 'Farid en Bram',
  setting: { kind: 'interpersonal', context: null, situation: null },
  purpose: 'elkaars spiegel zijn, ook als het even niet fraai is.',
  checkEveryDays: 60,
  starts: '-36 mon 09.00',
  by: 'farid',
  people: [{ member: 'bram', voice: 'colleague' }],
  happened: [
    met('-34 wed 12.15', 'Wandeling om het gebouw', {
      checks: [said('bram', 7.4), said('farid', 7.6, { open: 'Je vroeg door. Daar had ik wat aan.' })],
    }),
    noted('-34 wed 14.00', 'helps', { text: 'Eerst vragen, dan pas raad geven.', toldBy: 'Farid en Bram' }),
    met('-28 wed 12.15', 'Wandeling om het gebouw', {
      checks: [
        said('bram', 7.6),
        said('farid', [7.4, null, null, 7.2], { open: 'Te kort om de rest in te vullen.' }),
      ],
    }),
    met('-21 wed 12.15', 'De Linde, keuken', {
      checks: [
        said('bram', [6.8, 5.7, 6.9, 6.7], { open: 'We lachten veel. Mijn vraag bleef liggen.' }),
        said('farid', 8.1, { open: 'Heerlijk gelachen.' }),
      ],
    }),
    talked('-20 mon 09.30', 'bram', {
      outcome: 'discussed',
      note: 'Farid schrok ervan. Grappen maken is ook wegkijken. We beginnen nu met de vraag.',
    }),
    agreed('-20 mon 09.40', 'vraag-eerst', {
      text: 'Om de beurt: eerst de vraag van de één, dan pas de ander.',
      people: ['farid', 'bram'],
    }),
    met('-15 wed 12.15', 'Wandeling om het gebouw', {
      checks: [
        said('bram', 7.5, { echo: { 'vraag-eerst': 'a-bit' } }),
        said('farid', 7.7, { echo: { 'vraag-eerst': 'a-bit' } }),
      ],
    }),
    met('-8 wed 12.15', 'Wandeling om het gebouw', {
      checks: [
        said('farid', 7.9, {
          open: 'Een half uur alleen jouw vraag. Ik leerde er meer van dan jij, denk ik.',
          hours: 1,
        }),
        said('bram', 8.2, { echo: { 'vraag-eerst': 'changed' }, hours: 3 }),
      ],
    }),
    met('-3 wed 12.15', 'De Linde, keuken', { checks: [said('bram', 8.0), silent('farid')] }),
    planned('next wed 12.15', 'Wandeling om het gebouw'),
  ],
}
