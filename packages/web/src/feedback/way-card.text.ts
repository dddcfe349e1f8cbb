import type { AddressForm } from '@weerklank/core/shared/language'

/** What stands on a card, for the one who gets it. */
type CardWords = {
  title: string
  scan: string
  type: string
  may: string
  until: (day: string) => string
  from: (workspace: string) => string
  qr: string
}

const words: Record<'nl-u' | 'nl-je' | 'en', CardWords> = {
  'nl-u': {
    title: 'Een korte vraag voor u',
    scan: 'Scan de code met uw telefoon.',
    type: 'Of typ deze link over:',
    may: 'Antwoorden mag, het hoeft niet.',
    until: (day) => `De link werkt tot ${day}.`,
    from: (workspace) => `Van ${workspace}`,
    qr: 'QR-code met de link',
  },
  'nl-je': {
    title: 'Een korte vraag voor jou',
    scan: 'Scan de code met je telefoon.',
    type: 'Of typ deze link over:',
    may: 'Antwoorden mag, het hoeft niet.',
    until: (day) => `De link werkt tot ${day}.`,
    from: (workspace) => `Van ${workspace}`,
    qr: 'QR-code met de link',
  },
  en: {
    title: 'A short question for you',
    scan: 'Scan the code with your phone.',
    type: 'Or type this link:',
    may: 'You may answer. You need not.',
    until: (day) => `The link works until ${day}.`,
    from: (workspace) => `From ${workspace}`,
    qr: 'QR code with the link',
  },
}

/** In the language and the form of address of whoever gets the card, not of whoever prints it. */
export function cardWords({ language, address }: { language: string; address: AddressForm }): CardWords {
  return words[language === 'en' ? 'en' : (`nl-${address}` as const)]
}
