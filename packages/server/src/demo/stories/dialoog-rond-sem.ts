import { agreed, met, noted, planned, type Story, said, silent, talked } from '../story.ts'

/** A network round one family: school, neighbourhood team, health care, kin and an expert by experience at one table. */
export const dialoogRondSem: Story = {
  key: 'dialoog-rond-sem',
  title: 'Open dialoog rond Sem',
  setting: { kind: 'interprofessional', context: 'meso', situation: 'case-consultation' },
  purpose: 'één verhaal rond Sem, en niemand die het alleen moet dragen.',
  checkEveryDays: 90,
  starts: '-26 mon 09.00',
  by: 'noor',
  people: [
    { key: 'yara', name: 'Yara', voice: 'mother' },
    { key: 'fons', name: 'Fons', voice: 'partner', detail: 'wijkteam' },
    { member: 'farid', voice: 'colleague' },
    { key: 'sem', name: 'Sem', voice: 'child', detail: '9' },
    { key: 'ria', name: 'Oma Ria', voice: 'kin' },
    { key: 'ellen', name: 'Ellen', voice: 'partner', detail: 'school' },
    { key: 'roos', name: 'Roos', voice: 'partner', detail: 'jeugdgezondheid' },
    { key: 'jet', name: 'Jet', voice: 'expert-by-experience' },
  ],
  happened: [
    met('-25 thu 14.00', 'Buurthuis, grote zaal', {
      summary: 'Eerste keer met z’n allen. Iedereen vertelde wat hij van Sem ziet.',
      checks: [
        said('yara', 7.2, { open: 'Ik was bang dat ik alleen zou zitten. Dat was niet zo.' }),
        said('ria', 6.9),
        said('fons', 7.4),
        said('ellen', 7.0),
        silent('roos'),
        said('jet', 7.6, { open: 'De kring was goed. Laat de tafels weg.' }),
      ],
    }),
    noted('-25 thu 16.00', 'helps', {
      text: 'In een kring zitten, zonder tafels ertussen.',
      toldBy: 'Jet',
    }),
    noted('-25 thu 16.01', 'hinders', {
      text: 'Afkortingen. Wie er een gebruikt, legt hem uit.',
      toldBy: 'Oma Ria',
    }),
    met('-20 thu 14.00', 'Buurthuis, grote zaal', {
      summary: 'Veel plannen op één middag. De familie zei weinig.',
      checks: [
        said('yara', [6.7, 6.4, 6.6, 6.9]),
        said('ria', [4.9, 6.1, 5.6, 6.0], { open: 'Er werd veel over ons gepraat, en weinig met ons.' }),
        said('fons', 7.5),
        said('ellen', 7.3, { open: 'Prettig dat we nu weten wie wat doet.' }),
        said('roos', 7.1),
        said('jet', 6.8, { open: 'Tel eens wie er praat. Ik hoorde drie mensen.' }),
      ],
    }),
    agreed('-19 tue 10.00', 'familie-eerst', {
      text: 'Oma Ria en Yara spreken als eersten.',
      people: ['ria', 'yara', 'noor'],
      settles: 'ria',
    }),
    met('-14 thu 14.00', 'Buurthuis, grote zaal', {
      checks: [
        said('yara', 7.5, { echo: { 'familie-eerst': 'a-bit' } }),
        said('ria', 7.0, {
          open: 'Beter. Alleen het eind ging weer snel.',
          echo: { 'familie-eerst': 'a-bit' },
        }),
        said('fons', [6.4, 5.9, 6.0, 6.1], { open: 'Alle vragen kwamen bij mij uit. Dat is veel.' }),
        said('ellen', 6.6, { open: 'Wie mailt nu wie? Ik raak het kwijt.' }),
        silent('roos'),
        said('jet', 7.7),
      ],
    }),
    talked('-14 fri 09.30', 'fons', {
      outcome: 'discussed',
      note: 'Gebeld met Fons. We maakten een lijst van wie wat doet, en Ellen nam twee dingen over.',
    }),
    met('-8 thu 14.00', 'Buurthuis, grote zaal', {
      summary: 'Sem kwam het eerste kwartier. Hij had een tekening voor iedereen.',
      checks: [
        said('yara', 7.9, { open: 'Sem was trots.', echo: { 'familie-eerst': 'a-bit' }, hours: 1 }),
        said('ria', 8.2, {
          open: 'Wij begonnen. En het bleef rustig.',
          echo: { 'familie-eerst': 'changed' },
          hours: 5,
        }),
        said('fons', 7.6),
        said('ellen', 7.8),
        said('roos', 7.4, { open: 'Volgende keer graag een korte lijst na afloop.' }),
        said('jet', 8.0),
      ],
    }),
    met('-4 thu 14.00', 'Buurthuis, grote zaal', {
      checks: [
        silent('yara'),
        said('ria', 8.0, { open: 'Yara was moe. Vraag haar ook eens zonder al die mensen.' }),
        said('fons', 7.9),
        said('ellen', 7.6),
        said('roos', 7.5),
        said('jet', [7.9, 7.2, null, 7.8], { open: 'Het gaat goed. Wie zegt het als het niet goed gaat?' }),
      ],
    }),
    agreed('-4 thu 15.50', 'kaart', {
      text: 'Na elk gesprek krijgt Sem een kaart met wat er is afgesproken.',
      people: ['yara', 'farid', 'noor'],
      askBack: false,
    }),
    planned('today 14.00', 'Buurthuis, negen mensen, 90 minuten'),
  ],
}
