import type { AddressForm } from '@weerklank/core/shared/language'
import type { Asked } from './asked.ts'

/** What stands on a card, for the one who gets it. */
type CardWords = {
  title: Record<Asked['kind'], string>
  scan: string
  type: string
  may: string
  until: (day: string) => string
  from: (workspace: string) => string
  qr: string
}

const words: Record<'nl-u' | 'nl-je' | 'en', CardWords> = {
  'nl-u': {
    title: { check: 'Een korte vraag voor u', form: 'Een vragenlijst voor u' },
    scan: 'Scan de code met uw telefoon.',
    type: 'Of typ deze link over:',
    may: 'Antwoorden mag, het hoeft niet.',
    until: (day) => `De link werkt tot ${day}.`,
    from: (workspace) => `Van ${workspace}`,
    qr: 'QR-code met de link',
  },
  'nl-je': {
    title: { check: 'Een korte vraag voor jou', form: 'Een vragenlijst voor jou' },
    scan: 'Scan de code met je telefoon.',
    type: 'Of typ deze link over:',
    may: 'Antwoorden mag, het hoeft niet.',
    until: (day) => `De link werkt tot ${day}.`,
    from: (workspace) => `Van ${workspace}`,
    qr: 'QR-code met de link',
  },
  en: {
    title: { check: 'A short question for you', form: 'A list of questions for you' },
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
