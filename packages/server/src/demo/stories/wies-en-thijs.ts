import { agreed, chose, mended, met, noted, type Story, said, strained } from '../story.ts'

/** Two people at one table, of whom one found little room; what was agreed helped her, and left him as he was. */
export const wiesEnThijs: Story = {
  key: 'wies-en-thijs',
  title: 'Wies en Thijs',
  setting: { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  purpose: 'dat Wies en Thijs hun dagen weer samen indelen, nu Thijs niet meer werkt.',
  checkEveryDays: 45,
  starts: '-44 mon 09.00',
  by: 'noor',
  people: [
    { key: 'wies', name: 'Wies', voice: 'client', detail: '64' },
    { key: 'thijs', name: 'Thijs', voice: 'client', detail: '67' },
  ],
  happened: [
    met('-43 wed 13.30', 'Bij hen thuis', {
      summary: 'Kennisgemaakt met koffie. Thijs vertelde, Wies vulde aan.',
      checks: [said('wies', 7.0), said('thijs', 7.0, { open: 'U bent rustig. Dat past bij ons.' })],
    }),
    chose('-43 wed 20.00', 'wies', { purpose: 'research', isYes: true }),
    chose('-43 wed 20.05', 'thijs', { purpose: 'research', isYes: true }),
    noted('-43 thu 09.00', 'helps', { text: 'Aan tafel, met de tuindeur open.', toldBy: 'Wies en Thijs' }),
    met('-40 wed 13.30', 'Bij hen thuis', { checks: [said('wies', 7.2), said('thijs', 7.2)] }),
    met('-37 wed 13.30', 'Bij hen thuis', { checks: [said('wies', 6.9), said('thijs', 7.1)] }),
    met('-34 wed 13.30', 'Bij hen thuis', {
      summary: 'Over de werkplaats van Thijs. Wies keek vaak naar buiten.',
      checks: [
        said('wies', [6.8, 5.8, 6.9, 6.9], { open: 'Weer niet waar ík het over wilde hebben.' }),
        said('thijs', 7.1),
      ],
    }),
    strained('-34 thu 09.00', 'wies', {
      rupture: 'withdrawal',
      markers: ['W2'],
      text: 'Wies gaf korte antwoorden. Ik vroeg steeds door bij Thijs.',
    }),
    mended('-34 fri 10.30', 'wies', {
      outcome: 'solved',
      heard: 'Gebeld. “Ik wacht al mijn hele leven op mijn beurt.” Ik zei dat ik haar had overgeslagen.',
    }),
    agreed('-34 fri 11.00', 'om-de-beurt', {
      text: 'Om de beurt kiest één van ons waar het over gaat.',
      people: ['wies', 'thijs', 'noor'],
      settles: 'wies',
    }),
    met('-31 wed 13.30', 'Bij hen thuis', {
      checks: [
        said('wies', 7.3, { echo: { 'om-de-beurt': 'a-bit' } }),
        said('thijs', 7.0, { echo: { 'om-de-beurt': 'not-yet' } }),
      ],
    }),
    met('-28 wed 13.30', 'Wandeling langs de dijk', {
      checks: [
        said('wies', 7.6, { open: 'Vandaag was het mijn onderwerp. Thijs vroeg door.' }),
        said('thijs', 7.2),
      ],
    }),
    met('-25 wed 13.30', 'Bij hen thuis', {
      checks: [
        said('wies', 7.5, { echo: { 'om-de-beurt': 'changed' } }),
        said('thijs', 7.1, { open: 'Voor mij is het hetzelfde. Voor Wies niet, en dat is goed.' }),
      ],
    }),
    met('-22 wed 13.30', 'Bij hen thuis', {
      summary: 'Laatste keer. Er hangt nu een rooster op de koelkast, met twee kleuren.',
      checks: [said('wies', 7.9), said('thijs', 7.1)],
    }),
    { at: '-21 mon 09.30', kind: 'agreement-ended', key: 'om-de-beurt' },
    { at: '-21 mon 09.40', kind: 'closed' },
  ],
}
