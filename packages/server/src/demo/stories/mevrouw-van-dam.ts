import { agreed, chose, met, noted, type Story, said, talked } from '../story.ts'

/** A collaboration that ended well. */
export const mevrouwVanDam: Story = {
  key: 'mevrouw-van-dam',
  title: 'Mevrouw Van Dam',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'treatment' },
  purpose: 'dat mevrouw Van Dam weer durft te slapen met het licht uit.',
  checkEveryDays: 35,
  starts: '-46 mon 09.00',
  by: 'noor',
  people: [{ key: 'dam', name: 'Mevrouw Van Dam', voice: 'client', detail: '58' }],
  happened: [
    met('-45 thu 10.00', 'De Linde, kamer 1', {
      checks: [said('dam', [6.2, 5.8, 5.9, 6.1], { open: 'U schreef veel. Ik wist niet wat.' })],
    }),
    chose('-45 thu 11.30', 'dam', { purpose: 'research', isYes: true }),
    noted('-45 thu 12.00', 'earlier-care', {
      text: 'Zij hoorde ooit op een gang wat niemand haar had verteld. Eerst haar vertellen, dan pas anderen.',
      toldBy: 'Mevrouw Van Dam',
    }),
    talked('-45 fri 11.00', 'dam', {
      outcome: 'discussed',
      note: 'Samen gelezen wat er op papier staat. Mevrouw zette er zelf een zin bij.',
    }),
    met('-42 thu 10.00', 'De Linde, kamer 1', {
      checks: [said('dam', [6.6, 6.1, 6.3, 6.6], { open: 'Beter. Het papier blijft lastig.' })],
    }),
    agreed('-42 fri 10.00', 'op-papier', {
      text: 'Noor vertelt aan het begin wat er op papier komt.',
      people: ['dam', 'noor'],
      settles: 'dam',
    }),
    met('-39 thu 10.00', 'De Linde, kamer 1', {
      checks: [said('dam', 6.9, { echo: { 'op-papier': 'a-bit' } })],
    }),
    met('-36 thu 10.00', 'De Linde, kamer 1', {
      checks: [
        said('dam', 7.4, {
          open: 'Ik weet nu wat u opschrijft. Dat scheelt.',
          echo: { 'op-papier': 'changed' },
        }),
      ],
    }),
    noted('-36 thu 12.00', 'helps', { text: 'Het raam op een kier.', toldBy: 'Mevrouw Van Dam' }),
    met('-33 thu 10.00', 'De Linde, kamer 1', { checks: [said('dam', 7.6)] }),
    met('-30 thu 10.00', 'De Linde, kamer 1', {
      summary: 'Over de avonden. Mevrouw Van Dam las een gedicht voor.',
      checks: [said('dam', 8.1, { open: 'Ik mocht zwijgen, en u bleef.' })],
    }),
    met('-27 thu 10.00', 'De Linde, kamer 1', { checks: [said('dam', 7.8)] }),
    met('-24 thu 10.00', 'De Linde, kamer 1', { checks: [said('dam', 8.4)] }),
    met('-21 thu 10.00', 'Wandeling langs het water', {
      checks: [said('dam', 8.3, { open: 'Ik sliep drie nachten door.' })],
    }),
    met('-18 thu 10.00', 'De Linde, kamer 1', { checks: [said('dam', 8.7)] }),
    met('-15 thu 10.00', 'De Linde, kamer 1', {
      summary: 'Laatste gesprek, met taart. Mevrouw Van Dam: “Ik weet nu wie ik kan bellen.”',
      checks: [said('dam', 9.1, { open: 'Dank u. Vraag het de volgende ook, van dat papier.' })],
    }),
    talked('-15 fri 10.00', 'dam', {
      outcome: 'discussed',
      note: 'Samen teruggekeken: hoger dan zij gewend was. “Ik wist steeds wat u opschreef.”',
    }),
    { at: '-14 mon 09.30', kind: 'agreement-ended', key: 'op-papier' },
    { at: '-14 mon 10.00', kind: 'closed' },
  ],
}
