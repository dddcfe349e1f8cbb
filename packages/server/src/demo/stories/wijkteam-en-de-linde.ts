import { agreed, chose, met, noted, planned, type Story, said, silent, talked } from '../story.ts'

/** Two organisations that meet each month, and sometimes pass each other by. */
export const wijkteamEnDeLinde: Story = {
  key: 'wijkteam-en-de-linde',
  title: 'Wijkteam en De Linde',
  setting: { kind: 'interprofessional', context: 'meso', situation: 'coordination-meeting' },
  purpose: 'dat gezinnen niet tussen ons in vallen.',
  checkEveryDays: 60,
  starts: '-34 mon 09.00',
  by: 'noor',
  people: [
    { key: 'fons', name: 'Fons', voice: 'partner', detail: 'wijkteam' },
    { key: 'marit', name: 'Marit', voice: 'partner', detail: 'wijkteam' },
  ],
  happened: [
    met('-33 thu 09.00', 'Kantoor van het wijkteam', {
      checks: [said('fons', 7.3), said('marit', 7.0, { open: 'Mooi begin. Wel een volle agenda.' })],
    }),
    chose('-33 thu 16.00', 'fons', { purpose: 'research', isYes: true }),
    chose('-33 thu 16.30', 'marit', { purpose: 'research', isYes: true }),
    noted('-33 thu 11.30', 'helps', {
      text: 'Even langslopen werkt beter dan een lange mail.',
      toldBy: 'Fons',
    }),
    noted('-33 thu 11.31', 'hinders', {
      text: 'Vragen doorzetten zonder te zeggen wat er al is geprobeerd.',
      toldBy: 'Marit',
    }),
    met('-29 thu 09.00', 'De Linde, kamer 1', { checks: [said('fons', 7.5), said('marit', 7.2)] }),
    met('-24 thu 09.00', 'Kantoor van het wijkteam', {
      checks: [
        said('fons', 7.1),
        said('marit', [5.4, 6.2, 5.8, 6.0], { open: 'Ik hoorde pas achteraf dat er al een plan was.' }),
      ],
    }),
    talked('-23 mon 11.00', 'marit', {
      outcome: 'discussed',
      note: 'Koffie gedronken met Marit. Wij hadden het plan al klaar. Dat doen we niet meer zo.',
    }),
    agreed('-23 mon 11.30', 'eerst-samen', {
      text: 'Een plan voor een gezin maken we samen, met het gezin erbij.',
      people: ['fons', 'marit', 'noor'],
    }),
    met('-20 thu 09.00', 'De Linde, kamer 1', {
      checks: [
        said('fons', 7.6, { hours: 25, echo: { 'eerst-samen': 'a-bit' } }),
        said('marit', 7.3, { open: 'Nu zaten we er samen voor.', echo: { 'eerst-samen': 'a-bit' } }),
      ],
    }),
    met('-15 thu 09.00', 'Kantoor van het wijkteam', {
      checks: [said('fons', 7.8, { echo: { 'eerst-samen': 'changed' } }), silent('marit')],
    }),
    met('-13 thu 09.00', 'De Linde, kamer 1', { checks: [said('fons', 7.7), said('marit', 7.6)] }),
    { at: '-12 mon 09.30', kind: 'agreement-ended', key: 'eerst-samen' },
    met('-8 thu 09.00', 'Kantoor van het wijkteam', {
      checks: [
        said('fons', [7.4, 6.8, 7.2, 7.4], { open: 'Er gaan veel mails over hetzelfde. Bel je ook eens?' }),
        said('marit', 7.9),
      ],
    }),
    met('-3 thu 09.00', 'De Linde, kamer 1', {
      checks: [
        said('fons', 7.8, { open: 'Kort en duidelijk vandaag.', hours: 1 }),
        said('marit', 7.5, { hours: 2 }),
      ],
    }),
    agreed('-3 thu 15.00', 'eerst-bellen', {
      text: 'Eerst bellen met school, dan pas mailen.',
      people: ['fons', 'noor'],
    }),
    planned('next mon 10.00', 'Kantoor van het wijkteam'),
  ],
}
