import { agreed, met, noted, planned, repaired, type Story, said } from '../story.ts'

/** Two who lead a group together, and ask each other how that is. */
export const noorEnBram: Story = {
  key: 'noor-en-bram',
  title: 'Noor en Bram',
  setting: { kind: 'interpersonal', context: null, situation: null },
  purpose: 'de oudergroep leiden als één team, en eerlijk blijven tegen elkaar.',
  checkEveryDays: 60,
  starts: '-40 mon 09.00',
  by: 'noor',
  people: [{ member: 'bram', voice: 'colleague' }],
  happened: [
    met('-38 fri 12.30', 'Wandeling na de groep', {
      checks: [
        said('bram', 7.5, { open: 'Jij zet de toon, dat geeft mij rust.' }),
        said('noor', 7.8, { open: 'Fijn hoe je de stille vader erbij haalde.' }),
      ],
    }),
    noted('-38 fri 14.30', 'helps', {
      text: 'Na de groep eerst tien minuten zwijgen en lopen.',
      toldBy: 'Noor en Bram',
    }),
    noted('-38 fri 14.31', 'hinders', {
      text: 'Nabespreken op de gang, met anderen erbij.',
      toldBy: 'Bram',
    }),
    met('-33 fri 12.30', 'Wandeling na de groep', { checks: [said('bram', 7.7), said('noor', 7.6)] }),
    met('-28 fri 12.30', 'De Linde, keuken', {
      checks: [
        said('bram', [7.4, 6.2, 6.9, 7.1], {
          open: 'Ik merk dat ik de moeilijke vragen aan jou overlaat. Dat is makkelijk voor mij.',
        }),
        said('noor', 7.2, { open: 'We zijn het vaak eens. Soms te vaak, denk ik.' }),
      ],
    }),
    met('-23 fri 12.30', 'Wandeling na de groep', {
      summary: 'Afgesproken om te wisselen: de één leidt, de ander kijkt.',
      checks: [said('bram', 8.0), said('noor', 7.6)],
    }),
    met('-18 fri 12.30', 'De Linde, keuken', {
      summary: 'Een volle groep. Het liep door elkaar.',
      checks: [
        said('bram', 8.2, { open: 'Lekker tempo vandaag.' }),
        said('noor', [4.8, 6.0, 5.4, 5.8], {
          open: 'Je viel me twee keer in de rede. Waar de groep bij was.',
        }),
      ],
    }),
    repaired('-17 tue 16.00', 'Wandeling door het park', {
      summary: 'Noor: “Ik voelde me klein worden.” Bram: “Ik wilde helpen, en ik hoorde je niet meer.”',
    }),
    agreed('-17 tue 17.30', 'uitpraten', {
      text: 'Wie begint, maakt zijn verhaal af. De ander wacht.',
      people: ['noor', 'bram'],
      settles: 'noor',
    }),
    met('-14 fri 12.30', 'Wandeling na de groep', {
      checks: [
        said('bram', 7.3, { open: 'Ik tel nu tot vijf. Dat is lang!', echo: { uitpraten: 'a-bit' } }),
        said('noor', 7.4, { echo: { uitpraten: 'a-bit' } }),
      ],
    }),
    met('-9 fri 12.30', 'Wandeling na de groep', {
      checks: [
        said('bram', 8.0, { hours: 1 }),
        said('noor', 8.1, {
          open: 'Je keek me aan voordat je begon. Dat was genoeg.',
          echo: { uitpraten: 'changed' },
          hours: 4,
        }),
      ],
    }),
    met('-5 fri 12.30', 'De Linde, keuken', {
      checks: [
        said('bram', 8.4),
        said('noor', 8.2, { open: 'Wie van de ouders horen we bijna niet? Daar wil ik het over hebben.' }),
      ],
    }),
    planned('next fri 12.30', 'Wandeling na de groep'),
  ],
}
