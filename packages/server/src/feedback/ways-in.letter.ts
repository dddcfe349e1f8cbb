import { screenLanguage } from '@weerklank/core/shared/language'
import type { Reader } from '@weerklank/core/shared/spoken'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'
import { furtherLetter } from './further.letter.ts'
import { type Asks, waits } from './letter.words.ts'

type Words = Omit<Letter, 'language' | 'link'> & { label: string }

/** What the letter says: that a question waits, and that one need not answer. Never about whom or what. */
const words: Record<'nl-u' | 'nl-je' | 'en', (from: string, asks: Asks) => Words> = {
  'nl-u': (from, asks) => ({
    subject: `Er staat ${waits.nl[asks].what} voor u klaar`,
    greeting: 'Goedendag,',
    before: [`Er staat ${waits.nl[asks].what} voor u klaar.`],
    label: waits.nl[asks].label,
    after: [
      'Antwoorden mag, het hoeft niet.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte uw adres in. Het wordt niet bewaard.',
      'Kent u dit niet? Dan kunt u deze mail weggooien.',
    ],
  }),
  'nl-je': (from, asks) => ({
    subject: `Er staat ${waits.nl[asks].what} voor je klaar`,
    greeting: 'Hallo,',
    before: [`Er staat ${waits.nl[asks].what} voor je klaar.`],
    label: waits.nl[asks].label,
    after: [
      'Antwoorden mag, het hoeft niet.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte je adres in. Het wordt niet bewaard.',
      'Ken je dit niet? Dan kun je deze mail weggooien.',
    ],
  }),
  en: (from, asks) => ({
    subject: `${waits.en[asks].what} waits for you`,
    greeting: 'Hello,',
    before: [`${waits.en[asks].what} waits for you.`],
    label: waits.en[asks].label,
    after: [
      'You may answer. You need not.',
      `This mail comes from ${from}.`,
      'Somebody there typed your address. It is not kept.',
      'Does this mean nothing to you? Then throw this mail away.',
    ],
  }),
}

/** The letter with a link that somebody has sent by hand: no name of hers, nothing of what is asked. */
export function linkMail(of: {
  to: string
  url: string
  publicUrl: string
  workspace: string
  asks: Asks
  listener: Reader
}): Mail {
  const { address } = of.listener
  const language = screenLanguage(of.listener.language)
  const kind = language === 'en' ? 'en' : (`nl-${address}` as const)
  const { label, ...said } = words[kind](nameInMail(of.workspace), of.asks)
  const usual: Letter = { language, ...said, link: { label, url: of.url } }
  // Who typed the address is told in the letter below it.
  const own = furtherLetter(of.listener, { url: of.url, isReminder: false, from: null, mayStop: false })
  return letterMail({
    to: { name: '', address: of.to },
    publicUrl: of.publicUrl,
    letters: own === null ? [usual] : [own, usual],
  })
}
