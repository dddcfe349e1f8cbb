import { screenLanguage } from '@weerklank/core/shared/language'
import type { Reader } from '@weerklank/core/shared/spoken'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'
import { furtherLetter, inLanguage } from './further.letter.ts'
import { type Asks, waits } from './letter.words.ts'

type Words = Omit<Letter, 'language' | 'link' | 'stop'> & { label: string; stop: string }

/** What a letter says: that a question waits, that one need not answer, and how to stop. Never about whom or what. */
const words: Record<'nl-u' | 'nl-je' | 'en', (asks: Asks, isReminder: boolean, from: string) => Words> = {
  'nl-u': (asks, isReminder, from) => ({
    subject: isReminder
      ? `Er staat nog ${waits.nl[asks].what} voor u klaar`
      : `Er staat ${waits.nl[asks].what} voor u klaar`,
    greeting: 'Goedendag,',
    before: [
      isReminder
        ? `U kreeg eerder deze ${waits.nl[asks].thing}. Die staat nog klaar.`
        : `Er staat ${waits.nl[asks].what} voor u klaar.`,
    ],
    label: waits.nl[asks].label,
    after: ['Antwoorden mag, het hoeft niet.', `Deze mail komt van ${from}. U gaf daar zelf dit adres voor.`],
    stop: 'Even geen mail, of helemaal niet meer',
  }),
  'nl-je': (asks, isReminder, from) => ({
    subject: isReminder
      ? `Er staat nog ${waits.nl[asks].what} voor je klaar`
      : `Er staat ${waits.nl[asks].what} voor je klaar`,
    greeting: 'Hallo,',
    before: [
      isReminder
        ? `Je kreeg eerder deze ${waits.nl[asks].thing}. Die staat nog klaar.`
        : `Er staat ${waits.nl[asks].what} voor je klaar.`,
    ],
    label: waits.nl[asks].label,
    after: [
      'Antwoorden mag, het hoeft niet.',
      `Deze mail komt van ${from}. Je gaf daar zelf dit adres voor.`,
    ],
    stop: 'Even geen mail, of helemaal niet meer',
  }),
  en: (asks, isReminder, from) => ({
    subject: isReminder
      ? `${waits.en[asks].what} still waits for you`
      : `${waits.en[asks].what} waits for you`,
    greeting: 'Hello,',
    before: [
      isReminder
        ? `You got this ${waits.en[asks].thing} before. It still waits.`
        : `${waits.en[asks].what} waits for you.`,
    ],
    label: waits.en[asks].label,
    after: ['You may answer. You need not.', `This mail comes from ${from}. You gave this address for it.`],
    stop: 'No mail for a while, or not any more',
  }),
}

/** The letter with someone's link: no name of hers, nothing of what is asked; the link alone leads to it. */
export function questionMail(of: {
  to: string
  url: string
  publicUrl: string
  workspace: string
  isReminder: boolean
  asks: Asks
  listener: Reader
}): Mail {
  const { address } = of.listener
  const language = screenLanguage(of.listener.language)
  const kind = language === 'en' ? 'en' : (`nl-${address}` as const)
  const from = nameInMail(of.workspace)
  const { label, stop, ...said } = words[kind](of.asks, of.isReminder, from)
  const usual: Letter = {
    language,
    ...said,
    link: { label, url: of.url },
    stop: { label: stop, url: inLanguage(`${of.url}/vragen`, language) },
  }
  const own = furtherLetter(of.listener, { url: of.url, isReminder: of.isReminder, from, mayStop: true })
  return letterMail({
    to: { name: '', address: of.to },
    publicUrl: of.publicUrl,
    letters: own === null ? [usual] : [own, usual],
  })
}
