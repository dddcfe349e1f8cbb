import { met, noted, planned, type Story, said, silent } from '../story.ts'

/** What a child of nine is asked. */
const faces = 'contact-check-child'

/**
 * A child who answers with faces, his mother and the worker look differently at one contact. After it she leaves two questions
 * without an answer: does this way of asking still fit?
 */
export const yaraEnSem: Story = {
  key: 'yara-en-sem',
  title: 'Yara en Sem',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  purpose: 'dat het ’s ochtends rustig is thuis, en Sem op tijd op school is.',
  checkEveryDays: 28,
  starts: '-22 mon 09.00',
  by: 'noor',
  people: [
    { key: 'yara', name: 'Yara', voice: 'mother' },
    { key: 'sem', name: 'Sem', voice: 'child', detail: '9' },
  ],
  happened: [
    met('-21 thu 15.30', 'Speeltuin bij school', {
      summary: 'Kennisgemaakt op het bankje. Sem liet zien hoe hoog hij kan schommelen.',
      checks: [said('yara', 7.4, { open: 'Fijn dat Sem gewoon kon spelen.' })],
    }),
    noted('-21 thu 17.00', 'helps', {
      text: 'Yara stuurt liever een spraakbericht dan een mail.',
      toldBy: 'Yara',
    }),
    noted('-21 thu 17.01', 'hinders', { text: 'Bellen onder werktijd lukt niet.', toldBy: 'Yara' }),
    noted('-21 thu 17.02', 'earlier-care', {
      text: 'Yara las een keer in een verslag wat niemand haar had verteld. Ze wil het eerst zelf horen.',
      toldBy: 'Yara',
    }),
    met('-19 thu 15.30', 'Bij hen thuis', { checks: [said('yara', 7.8)] }),
    met('-17 thu 15.30', 'Bij hen thuis', {
      checks: [said('yara', 7.1, { open: 'Ik wil graag weten wat jullie opschrijven.' })],
    }),
    met('-14 thu 15.30', 'Speeltuin bij school', {
      summary: 'Samen het verslag gelezen. Yara veranderde twee zinnen.',
      checks: [
        said('yara', 7.6, { open: 'Goed dat ik mocht meelezen.' }),
        said('sem', [7.5, 10, 7.5, 7.5], { instrument: faces, open: 'De schommel was leuk.' }),
      ],
    }),
    met('-12 thu 15.30', 'Bij hen thuis', { checks: [said('yara', 8.0, { waited: 3 })] }),
    met('-10 thu 15.30', 'Bij hen thuis', {
      checks: [said('yara', 7.3), said('sem', [7.5, 7.5, 7.5, 10], { instrument: faces })],
    }),
    met('-7 thu 15.30', 'Bij hen thuis', {
      summary: 'Een lang gesprek over de ochtenden. Sem zat erbij.',
      checks: [
        said('yara', [7.2, 6.6, 6.9, 7.3], {
          open: 'Het is veel nu. Berichtjes lees ik pas laat.',
          hours: 6,
          picture: {
            by: 'noor',
            marks: [7.0, 8.8, 6.4, 7.4],
            guess: [6.9, 8.8, 7.1, 7.5],
            open: 'Ik dacht dat het schema hielp. Misschien is het er een bij.',
          },
        }),
        said('sem', [5, 7.5, 2.5, 5], {
          instrument: faces,
          open: 'Jullie praatten heel lang. Mama was moe.',
        }),
      ],
    }),
    met('-5 thu 15.30', 'Aan de deur', {
      summary: 'Kort contact. Sem liet zijn nieuwe fiets zien.',
      checks: [silent('yara')],
    }),
    met('-3 thu 15.30', 'Aan de deur', {
      summary: 'Yara moest zo naar haar werk. Sem had een tand gewisseld.',
      checks: [silent('yara'), said('sem', [7.5, 7.5, 10, 7.5], { instrument: faces })],
    }),
    planned('next wed 15.30', 'Speeltuin bij school'),
  ],
}
