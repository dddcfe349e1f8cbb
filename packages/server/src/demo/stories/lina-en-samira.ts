import {
  agreed,
  chose,
  family,
  met,
  noted,
  planned,
  repaired,
  type Story,
  said,
  silent,
  talked,
} from '../story.ts'

/** The story of the pictures: it rises, dips, is repaired, rises again, and asks for a talk today. */
export const linaEnSamira: Story = {
  key: 'lina-en-samira',
  title: 'Lina en Samira',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  purpose: 'dat Lina weer met plezier naar school gaat.',
  checkEveryDays: 21,
  starts: '-11 mon 09.30',
  by: 'noor',
  people: [
    { key: 'lina', name: 'Lina', voice: 'youth', detail: '14' },
    { key: 'samira', name: 'Samira', voice: 'mother' },
    { key: 'fons', name: 'Fons', voice: 'partner', detail: 'wijkteam' },
  ],
  happened: [
    met('-11 thu 16.00', 'Bij hen thuis', {
      summary: 'Kennisgemaakt aan de keukentafel. Lina liet haar tekeningen zien.',
      checks: [
        said('lina', [6.4, 6.0, 5.9, 6.5], { open: 'Ik vond het een beetje eng. Je praat wel rustig.' }),
        said('samira', [7.0, 6.8, 7.2, 7.0], { open: 'Fijn dat u naar ons toe kwam.' }),
      ],
    }),
    family('-11 thu 17.25', 'lina', { age: 14, parents: ['samira'] }),
    // Yes to research, both; Samira would rather not that Lina's words go round in the team.
    chose('-11 thu 20.00', 'lina', { purpose: 'research', isYes: true, with: ['samira'] }),
    chose('-11 thu 20.05', 'lina', { purpose: 'quotes-team', isYes: true, with: ['samira'] }),
    chose('-11 thu 20.30', 'lina', { purpose: 'research', isYes: true, by: 'samira', with: ['samira'] }),
    chose('-11 thu 20.32', 'lina', { purpose: 'quotes-team', isYes: false, by: 'samira', with: ['samira'] }),
    chose('-11 thu 20.35', 'samira', { purpose: 'research', isYes: false }),
    noted('-11 thu 17.30', 'helps', {
      text: 'Wandelen praat makkelijker dan zitten.',
      toldBy: 'Lina',
    }),
    noted('-11 thu 17.31', 'helps', {
      text: 'Samira leest liever dan dat zij belt.',
      toldBy: 'Samira',
    }),
    noted('-11 thu 17.32', 'hinders', {
      text: 'Niet op maandag: dan is het druk thuis.',
      toldBy: 'Lina en Samira',
    }),
    noted('-11 thu 17.33', 'earlier-care', {
      text: 'Lina moest haar verhaal al drie keer opnieuw vertellen. Dat wil zij niet nog een keer.',
      toldBy: 'Samira',
    }),
    talked('-11 fri 11.00', 'lina', {
      outcome: 'discussed',
      note: 'Lina wil liever lopen dan zitten. De volgende keer gaan we naar buiten.',
    }),
    met('-10 thu 16.00', 'Bij hen thuis', {
      summary: 'Het regende, dus toch binnen. We hadden het lang over school.',
      checks: [
        said('lina', [6.1, 5.6, 5.8, 6.1], {
          open: 'Het ging alleen over school. Ik weet niet wat ik daaraan heb.',
        }),
      ],
    }),
    talked('-10 fri 15.00', 'lina', {
      outcome: 'discussed',
      note: 'Gevraagd waar Lina wel iets aan heeft. Ze noemde tekenen, en haar stage.',
    }),
    met('-9 thu 16.00', 'Rondje om de vijver', {
      summary: 'Gewandeld. Lina vertelde uit zichzelf over haar klas.',
      checks: [said('lina', [7.0, 6.4, 6.9, 6.9]), said('samira', 7.4)],
    }),
    met('-8 thu 16.00', 'Rondje om de vijver', {
      checks: [said('lina', [7.6, 7.2, 7.3, 7.5], { open: 'Wandelen was fijn. Zo houden.' })],
    }),
    met('-7 thu 16.00', 'Aan de telefoon', {
      summary: 'Lina was ziek. Samira belde het door.',
      checks: [
        silent('lina'),
        said('samira', 7.6, { open: 'U vroeg ook hoe het met mij ging. Dat deed goed.' }),
      ],
    }),
    met('-6 thu 16.00', 'Bij hen thuis', {
      checks: [said('lina', [7.3, 6.9, 7.0, 7.2], { hours: 5 })],
    }),
    met('-5 thu 16.00', 'Rondje om de vijver', {
      summary: 'Lina haalde haar toets. We aten een ijsje.',
      checks: [
        said('lina', [7.8, 7.5, 7.3, 7.8], { open: 'Je wist nog dat ik een toets had.' }),
        said('samira', 7.9),
      ],
    }),
    met('-4 thu 16.00', 'Op school', {
      summary: 'Gesprek met de mentor erbij. Samira en de mentor praatten het meest.',
      checks: [said('lina', [5.2, 5.8, 5.5, 5.9], { open: 'Het ging over mij. Niemand vroeg het aan mij.' })],
    }),
    repaired('-4 fri 15.30', 'Thuis aan tafel', {
      summary: 'Lina: “Ik dacht dat je alleen met mama praatte.” Noor: “Dat had ik niet gezien.”',
    }),
    talked('-4 fri 17.00', 'lina', {
      outcome: 'discussed',
      note: 'Besproken in het herstelgesprek. Noor zei sorry. Lina krijgt voortaan als eerste het woord.',
    }),
    met('-3 thu 16.00', 'Bij hen thuis', {
      checks: [
        said('lina', [7.6, 7.1, 7.0, 7.5], { open: 'Je vroeg het nu eerst aan mij.' }),
        said('samira', [8.0, 7.6, 7.8, 7.8]),
      ],
    }),
    met('-2 thu 16.00', 'Rondje om de vijver', {
      checks: [said('lina', [8.1, 7.6, 7.5, 8.0])],
    }),
    agreed('-2 thu 20.00', 'lina-begint', {
      text: 'Als we starten, dan zegt Lina eerst wat zij wil bespreken.',
      people: ['lina', 'samira', 'noor'],
    }),
    met('-1 thu 16.00', 'Bij hen thuis', {
      summary: 'Samen gelachen om de hond van de buren. Kort over de mentor.',
      checks: [
        said('lina', [8.3, 7.9, 7.4, 8.0], { open: 'Het was gezellig.' }),
        said('samira', [8.2, 7.8, 8.1, 7.9]),
      ],
    }),
    met('0 tue 16.00', 'Bij hen thuis', {
      summary: 'Alles ging over het rooster van school. We hadden weinig tijd.',
      checks: [said('lina', [8.2, 5.4, 5.0, 5.8], { open: 'Ik wil dat we ook over mijn stage praten.' })],
    }),
    planned('today 09.30', 'Bij hen thuis'),
    planned('next thu 16.00', 'Rondje om de vijver'),
  ],
}
