import { agreed, chose, mended, met, noted, type Story, said, strained } from '../story.ts'

/** An agreement that gave a mother room, and her son less of it. */
export const haddadEnIlyas: Story = {
  key: 'haddad-en-ilyas',
  title: 'Mevrouw Haddad en Ilyas',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  purpose: 'dat mevrouw Haddad haar eigen post doet, met Ilyas naast zich.',
  checkEveryDays: 45,
  starts: '-41 mon 09.00',
  by: 'bram',
  people: [
    { key: 'haddad', name: 'Mevrouw Haddad', voice: 'client', detail: '60' },
    { key: 'ilyas', name: 'Ilyas', voice: 'kin', detail: 'zoon' },
  ],
  happened: [
    met('-40 thu 10.00', 'Bij mevrouw Haddad thuis', {
      summary: 'Twee tassen vol brieven op tafel. Eerst thee.',
      checks: [
        said('haddad', 7.0, { open: 'U lachte niet om mijn tassen.' }),
        said('ilyas', 7.4, { open: 'Eindelijk doet iemand mee.' }),
      ],
    }),
    chose('-40 thu 19.00', 'haddad', { purpose: 'research', isYes: true }),
    chose('-40 thu 19.10', 'ilyas', { purpose: 'research', isYes: true }),
    noted('-40 fri 09.00', 'helps', {
      text: 'Grote letters, en één brief tegelijk.',
      toldBy: 'Mevrouw Haddad',
    }),
    met('-38 thu 10.00', 'Bij mevrouw Haddad thuis', { checks: [said('haddad', 7.2), said('ilyas', 7.2)] }),
    met('-36 thu 10.00', 'Bij mevrouw Haddad thuis', { checks: [said('haddad', 7.2), said('ilyas', 7.5)] }),
    met('-34 thu 10.00', 'Bij mevrouw Haddad thuis', {
      summary: 'Ilyas las voor en tekende. Mevrouw Haddad zei weinig.',
      checks: [
        said('haddad', [7.2, 5.9, 7.2, 7.1], { open: 'Jullie gaan snel. Het zijn mijn brieven.' }),
        said('ilyas', 7.3),
      ],
    }),
    strained('-34 thu 16.00', 'haddad', {
      rupture: 'withdrawal',
      markers: ['W2', 'W7'],
      text: 'Mevrouw Haddad knikte alleen nog. Wij gingen in het tempo van Ilyas.',
    }),
    mended('-34 fri 13.30', 'haddad', {
      outcome: 'solved',
      heard: '“Ik ben geen kind.” Ik zei dat zij gelijk had, en vroeg hoe zij het wil.',
    }),
    agreed('-34 fri 14.00', 'haar-tempo', {
      text: 'Mevrouw Haddad leest elke brief zelf. Wij wachten tot zij iets vraagt.',
      people: ['haddad', 'ilyas', 'bram'],
      settles: 'haddad',
    }),
    met('-32 thu 10.00', 'Bij mevrouw Haddad thuis', {
      checks: [
        said('haddad', 7.4, { echo: { 'haar-tempo': 'a-bit' } }),
        said('ilyas', 7.0, { echo: { 'haar-tempo': 'a-bit' } }),
      ],
    }),
    met('-30 thu 10.00', 'Bij mevrouw Haddad thuis', {
      checks: [
        said('haddad', 7.7, {
          open: 'Ik vond zelf de fout in de rekening.',
          echo: { 'haar-tempo': 'changed' },
        }),
        said('ilyas', 6.9, { open: 'Goed voor mijn moeder. Ik zit er nu vooral bij.' }),
      ],
    }),
    strained('-30 thu 16.00', 'ilyas', {
      rupture: 'withdrawal',
      markers: ['W3'],
      text: 'Ilyas keek op zijn telefoon en liep vroeg weg.',
    }),
    mended('-29 tue 18.00', 'ilyas', {
      outcome: 'partly',
      heard: '“Ik snap het, en toch mis ik het samen puzzelen.” Hij houdt voortaan de data bij.',
    }),
    met('-28 thu 10.00', 'Bij mevrouw Haddad thuis', { checks: [said('haddad', 7.6), said('ilyas', 7.1)] }),
    met('-26 thu 10.00', 'Bij mevrouw Haddad thuis', { checks: [said('haddad', 7.9), said('ilyas', 7.2)] }),
    met('-24 thu 10.00', 'Bibliotheek', {
      summary: 'Laatste keer, bij het spreekuur waar mevrouw Haddad nu zelf heen gaat.',
      checks: [said('haddad', 8.0), said('ilyas', 7.3, { open: 'Ik had wel meer willen doen.' })],
    }),
    { at: '-23 mon 09.30', kind: 'agreement-ended', key: 'haar-tempo' },
    { at: '-23 mon 09.40', kind: 'closed' },
  ],
}
