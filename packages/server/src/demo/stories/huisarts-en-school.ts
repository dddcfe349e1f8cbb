import { agreed, chose, met, noted, type Story, said } from '../story.ts'

/** Partners who agreed to be brief, and found that they had less of each other. */
export const huisartsEnSchool: Story = {
  key: 'huisarts-en-school',
  title: 'Huisarts, school en De Linde',
  setting: { kind: 'interprofessional', context: 'meso', situation: 'coordination-meeting' },
  purpose: 'dat een gezin zijn verhaal maar één keer hoeft te doen.',
  checkEveryDays: 60,
  starts: '-39 mon 09.00',
  by: 'bram',
  people: [
    { key: 'gerda', name: 'Gerda', voice: 'partner', detail: 'huisartsenpraktijk' },
    { key: 'sietse', name: 'Sietse', voice: 'partner', detail: 'school' },
    { key: 'hilde', name: 'Hilde', voice: 'partner', detail: 'jeugdgezondheid' },
  ],
  happened: [
    met('-38 wed 08.30', 'De Linde, kamer 1', {
      summary: 'Eerste overleg. Ieder bracht een gezin mee dat ja had gezegd.',
      checks: [
        said('gerda', 7.6, { open: 'Ik weet nu wie er achter de naam zit.' }),
        said('sietse', 7.2),
        said('hilde', 7.5),
      ],
    }),
    chose('-38 wed 12.00', 'gerda', { purpose: 'research', isYes: true }),
    chose('-38 wed 12.30', 'sietse', { purpose: 'research', isYes: true }),
    chose('-38 thu 17.00', 'hilde', { purpose: 'research', isYes: true }),
    noted('-38 thu 09.00', 'helps', { text: 'Voor de eerste les, met koffie.', toldBy: 'Sietse' }),
    met('-34 wed 08.30', 'School', {
      checks: [said('gerda', 7.8), said('sietse', 7.4), said('hilde', 7.3)],
    }),
    met('-30 wed 08.30', 'Huisartsenpraktijk', {
      summary: 'Het liep uit. Gerda miste haar spreekuur.',
      checks: [
        said('gerda', 7.7, { open: 'Goed overleg. Alleen te lang voor mij.' }),
        said('sietse', 7.3),
        said('hilde', 7.6),
      ],
    }),
    agreed('-30 fri 09.00', 'half-uur', {
      text: 'Een overleg duurt een half uur, met drie gezinnen.',
      people: ['gerda', 'sietse', 'hilde', 'bram'],
    }),
    met('-26 wed 08.30', 'De Linde, kamer 1', {
      checks: [
        said('gerda', 7.2, { echo: { 'half-uur': 'a-bit' } }),
        said('sietse', 7.3, { echo: { 'half-uur': 'a-bit' } }),
        said('hilde', 7.1, {
          open: 'We keken meer op de klok dan naar elkaar.',
          echo: { 'half-uur': 'a-bit' },
        }),
      ],
    }),
    met('-22 wed 08.30', 'School', {
      checks: [
        said('gerda', 7.4),
        said('sietse', 7.4, { echo: { 'half-uur': 'changed' } }),
        said('hilde', 7.0),
      ],
    }),
    met('-18 wed 08.30', 'De Linde, kamer 1', {
      summary: 'Teruggekeken. Kort is handig, en we misten het verhaal erachter.',
      checks: [
        said('gerda', 7.3, { open: 'Dan liever wat langer, en minder vaak.' }),
        said('sietse', 7.2),
        said('hilde', 7.2),
      ],
    }),
    { at: '-17 mon 09.30', kind: 'agreement-ended', key: 'half-uur' },
    // They go on within the neighbourhood team.
    { at: '-17 mon 09.40', kind: 'closed' },
  ],
}
