import { agreed, chose, mended, met, noted, type Story, said, strained } from '../story.ts'

/** A young man with a place of his own, and a sister who wants to be no more than that. */
export const koenEnMaaike: Story = {
  key: 'koen-en-maaike',
  title: 'Koen en Maaike',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  purpose: 'dat Koen op zichzelf woont, en Maaike gewoon zijn zus kan zijn.',
  checkEveryDays: 45,
  starts: '-38 mon 09.00',
  by: 'farid',
  people: [
    { key: 'koen', name: 'Koen', voice: 'client', detail: '24', address: 'je' },
    { key: 'maaike', name: 'Maaike', voice: 'kin', detail: 'zus' },
  ],
  happened: [
    met('-37 tue 17.00', 'Bij Koen thuis', {
      summary: 'Tussen de verhuisdozen. Koen koos waar de bank komt.',
      checks: [
        said('koen', 6.9, { open: 'best ok' }),
        said('maaike', 7.4, { open: 'Fijn dat u doorvroeg bij Koen, en niet bij mij.' }),
      ],
    }),
    chose('-37 tue 21.00', 'koen', { purpose: 'research', isYes: true }),
    chose('-37 wed 20.00', 'maaike', { purpose: 'research', isYes: true }),
    noted('-37 wed 09.00', 'helps', { text: 'Een berichtje de avond van tevoren.', toldBy: 'Koen' }),
    met('-35 tue 17.00', 'Bij Koen thuis', { checks: [said('koen', 7.1), said('maaike', 7.7)] }),
    met('-33 tue 17.00', 'Bij Koen thuis', { checks: [said('koen', 6.9), said('maaike', 7.3)] }),
    met('-31 tue 17.00', 'Bij Koen thuis', {
      summary: 'Maaike had een lijst gemaakt met wat er nog moet. Koen werd stil.',
      checks: [said('koen', [6.9, 6.8, 5.7, 6.9], { open: 'het was haar lijst' }), said('maaike', 7.5)],
    }),
    strained('-31 wed 09.00', 'koen', {
      rupture: 'withdrawal',
      markers: ['W2', 'W6'],
      text: 'Koen begon over voetbal toen de lijst op tafel kwam. Ik ging door met de lijst.',
    }),
    mended('-31 thu 15.30', 'koen', {
      outcome: 'solved',
      heard: '“Het is mijn huis, niet haar project.” Ik zei dat ik dat eerder had kunnen vragen.',
    }),
    agreed('-31 thu 16.00', 'koens-lijst', {
      text: 'Koen schrijft de lijst. Maaike leest hem pas als hij dat vraagt.',
      people: ['koen', 'maaike', 'farid'],
      settles: 'koen',
    }),
    met('-29 tue 17.00', 'Bij Koen thuis', {
      checks: [
        said('koen', 7.4, { echo: { 'koens-lijst': 'a-bit' } }),
        said('maaike', 7.5, { echo: { 'koens-lijst': 'a-bit' } }),
      ],
    }),
    strained('-29 wed 10.00', 'maaike', {
      rupture: 'confrontation',
      markers: ['C1'],
      text: 'Maaike belde: zij hoort niets meer, en ik zou haar buiten de deur houden.',
    }),
    mended('-29 fri 12.00', 'maaike', {
      outcome: 'partly',
      heard: '“Ik ben alleen maar bezorgd.” Ze wil Koen de ruimte geven, en vindt dat moeilijk.',
    }),
    met('-27 tue 17.00', 'Bouwmarkt', {
      checks: [
        said('koen', 7.7, { open: 'zelf de verf gekozen. zwart', echo: { 'koens-lijst': 'changed' } }),
        said('maaike', 7.2, { open: 'Zwart! Ik heb niets gezegd.' }),
      ],
    }),
    met('-25 tue 17.00', 'Bij Koen thuis', { checks: [said('koen', 7.5), said('maaike', 7.4)] }),
    met('-23 tue 17.00', 'Bij Koen thuis', {
      summary: 'Laatste keer. Koen kookte voor ons drieën.',
      checks: [said('koen', 7.9), said('maaike', 7.2)],
    }),
    { at: '-22 mon 09.30', kind: 'agreement-ended', key: 'koens-lijst' },
    { at: '-22 mon 09.40', kind: 'closed' },
  ],
}
