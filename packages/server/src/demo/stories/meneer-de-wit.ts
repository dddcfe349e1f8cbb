import { agreed, chose, met, noted, planned, type Story, said, silent, talked } from '../story.ts'

/** Full marks, again and again: a reason to ask what may still be better. */
export const meneerDeWit: Story = {
  key: 'meneer-de-wit',
  title: 'Meneer De Wit',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'therapy' },
  purpose: 'dat meneer De Wit weer onder de mensen komt, op zijn eigen tempo.',
  checkEveryDays: 35,
  starts: '-30 mon 10.00',
  by: 'noor',
  people: [{ key: 'wit', name: 'Meneer De Wit', voice: 'client', detail: '71' }],
  happened: [
    met('-29 wed 11.15', 'De Linde, kamer 3', {
      summary: 'Eerste gesprek. Meneer De Wit had een foto van zijn volkstuin bij zich.',
      checks: [said('wit', [6.8, 6.6, 7.2, 7.0], { open: 'U luistert goed. Ik moet nog wennen.' })],
    }),
    chose('-29 wed 20.00', 'wit', { purpose: 'research', isYes: true }),
    noted('-29 wed 13.00', 'helps', { text: 'Eerst koffie, dan pas praten.', toldBy: 'Meneer De Wit' }),
    noted('-29 wed 13.01', 'hinders', {
      text: 'Een gesprek voor tien uur ’s ochtends is te vroeg.',
      toldBy: 'Meneer De Wit',
    }),
    noted('-29 wed 13.02', 'earlier-care', {
      text: 'Op een andere plek kreeg hij steeds iemand anders. Hij wil van tevoren weten wie er komt.',
      toldBy: 'Meneer De Wit',
    }),
    met('-27 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 7.2)] }),
    met('-25 wed 11.15', 'De Linde, kamer 3', {
      checks: [said('wit', 7.6, { open: 'Ik hoefde me niet groot te houden.' })],
    }),
    met('-23 wed 11.15', 'De Linde, kamer 3', {
      summary: 'Meneer De Wit moest eerder weg, voor de bus.',
      checks: [silent('wit')],
    }),
    met('-21 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 8.0)] }),
    met('-19 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 8.1, { hours: 26 })] }),
    met('-17 wed 11.15', 'In de volkstuin', {
      summary: 'Op bezoek in zijn tuin. Hij gaf boontjes mee.',
      checks: [said('wit', 8.4, { open: 'Buiten praat ik makkelijker.' })],
    }),
    noted('-17 wed 14.00', 'helps', {
      text: 'Samen iets doen, dan komt het praten vanzelf.',
      toldBy: 'Meneer De Wit',
    }),
    met('-15 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 8.6)] }),
    met('-13 wed 11.15', 'De Linde, kamer 3', {
      checks: [
        said('wit', [8.4, 8.2, 7.8, 8.4], { open: 'Er waren veel vragen achter elkaar. Mag het stiller?' }),
      ],
    }),
    met('-11 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 8.9)] }),
    met('-9 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', 9.2)] }),
    agreed('-9 wed 16.00', 'stilte', {
      text: 'We beginnen elk gesprek met vijf minuten stilte.',
      people: ['wit', 'noor'],
    }),
    met('-7 wed 11.15', 'De Linde, kamer 3', {
      checks: [said('wit', [10, 10, 10, 10], { open: 'Alles goed.', echo: { stilte: 'a-bit' } })],
    }),
    met('-5 wed 11.15', 'De Linde, kamer 3', {
      checks: [said('wit', [10, 10, 10, 10], { open: 'Prima zo.', echo: { stilte: 'a-bit' } })],
    }),
    met('-3 wed 11.15', 'De Linde, kamer 3', { checks: [said('wit', [10, 10, 10, 10])] }),
    talked('-3 thu 09.00', 'wit', {
      outcome: 'not-applicable',
      note: 'Zijn zus was over, hij was in zijn nopjes. De volgende keer vragen we ernaar.',
    }),
    met('-1 wed 11.15', 'De Linde, kamer 3', {
      checks: [
        said('wit', [10, 10, 10, 10], {
          open: 'Niets. U doet het goed.',
          echo: { stilte: 'changed' },
        }),
      ],
    }),
    planned('today 11.15', 'De Linde, kamer 3'),
    planned('next wed 11.15', 'De Linde, kamer 3'),
  ],
}
