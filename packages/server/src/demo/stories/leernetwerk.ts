import { agreed, met, noted, planned, type Story, said, silent } from '../story.ts'

/** People of five organisations who learn together, with its shadow side: who is a colleague, and who is an example? */
export const leernetwerk: Story = {
  key: 'leernetwerk',
  title: 'Leernetwerk Luisteren in de wijk',
  setting: { kind: 'interprofessional', context: 'exo', situation: 'learning-network' },
  purpose: 'van elkaar leren hoe wij beter luisteren naar jongeren in de wijk.',
  checkEveryDays: 120,
  starts: '-44 mon 09.00',
  by: 'farid',
  people: [
    { key: 'jet', name: 'Jet', voice: 'expert-by-experience' },
    { key: 'ineke', name: 'Ineke', voice: 'manager', detail: 'welzijnswerk' },
    { key: 'sanne', name: 'Sanne', voice: 'partner', detail: 'huisartsenpraktijk' },
    { key: 'mo', name: 'Mo', voice: 'partner', detail: 'jongerenwerk' },
    { member: 'bram', voice: 'colleague' },
  ],
  happened: [
    met('-43 wed 15.00', 'Bibliotheek, leeszaal', {
      checks: [
        said('jet', 6.8, { open: 'Ik ken hier niemand nog. Een naambordje helpt.' }),
        said('ineke', 8.6),
        said('sanne', 7.2),
        said('mo', 7.5),
      ],
    }),
    noted('-43 wed 17.30', 'helps', { text: 'Elke keer op een andere plek, bij een van ons.', toldBy: 'Mo' }),
    met('-37 wed 15.00', 'Jongerencentrum', {
      summary: 'Veel over modellen en subsidies. Weinig over jongeren.',
      checks: [
        said('jet', [4.2, 6.0, 5.1, 5.6], {
          open: 'Er werd vaktaal gesproken. Ik was een voorbeeld, geen collega.',
        }),
        said('ineke', 9.0, { open: 'Heel inspirerend weer.' }),
        said('sanne', 7.0),
        said('mo', 6.7, { open: 'Ik had mijn jongeren willen meenemen.' }),
      ],
    }),
    agreed('-36 mon 13.00', 'jet-opent', {
      text: 'Jet opent elke bijeenkomst met een vraag van haar.',
      people: ['jet', 'farid', 'bram'],
      settles: 'jet',
    }),
    met('-31 wed 15.00', 'Huisartsenpraktijk, wachtkamer', {
      checks: [
        said('jet', 7.1, {
          open: 'De vraag kwam aan. Daarna praatte de rest weer door.',
          echo: { 'jet-opent': 'a-bit' },
        }),
        said('ineke', 8.8),
        said('sanne', 7.6, { open: 'Bijzonder om jullie in onze wachtkamer te zien zitten.' }),
        said('mo', 7.3),
      ],
    }),
    met('-25 wed 15.00', 'Jongerencentrum', {
      summary: 'Twee jongeren van Mo deden mee. Zij stelden de vragen.',
      checks: [
        said('jet', 8.1, { open: 'Nu was ik deel van de groep.', echo: { 'jet-opent': 'changed' } }),
        said('ineke', 9.1),
        said('sanne', 7.8),
        said('mo', 8.4, { open: 'De jongeren vroegen wanneer ze weer mogen komen.' }),
      ],
    }),
    met('-15 wed 15.00', 'Bibliotheek, leeszaal', {
      checks: [said('jet', 7.9), said('ineke', 9.0), said('sanne', 7.5), silent('mo')],
    }),
    met('-9 wed 15.00', 'De Linde, tuin', {
      checks: [
        said('jet', 8.0),
        said('ineke', 8.9, { open: 'Wanneer schrijven we hier iets over?' }),
        said('sanne', 7.4),
        said('mo', 7.7),
      ],
    }),
    met('-2 wed 15.00', 'Huisartsenpraktijk, wachtkamer', {
      checks: [
        said('jet', 7.8),
        said('ineke', 9.2),
        said('sanne', [6.2, 5.3, 6.4, 6.1], {
          open: 'Wij praten veel en doen weinig. In mijn praktijk merkt nog niemand er iets van.',
          hours: 7,
        }),
        said('mo', 7.6),
      ],
    }),
    planned('next wed 15.00', 'Jongerencentrum'),
  ],
}
