import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import { screenLanguage } from '@weerklank/core/shared/language'
import { clock, type Instant, weekdayDate } from '@weerklank/core/shared/time'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

type Said = { from: string; when: string }
type Words = Omit<Letter, 'language' | 'link'> & { label: string }

/** That there is a meeting and when; never what it is about or who comes: somebody else may read the mail. */
const words: Record<'nl-u' | 'nl-je' | 'en', (said: Said) => Words> = {
  'nl-u': ({ from, when }) => ({
    subject: 'Een uitnodiging voor een gesprek',
    greeting: 'Goedendag,',
    before: [`U bent uitgenodigd voor een gesprek op ${when} uur.`],
    label: 'Bekijk de uitnodiging',
    after: [
      'U kiest zelf of u komt. Een account is niet nodig.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte uw adres in. Het wordt niet bewaard.',
      'Deze link is alleen voor u. Stuur hem niet door.',
    ],
  }),
  'nl-je': ({ from, when }) => ({
    subject: 'Een uitnodiging voor een gesprek',
    greeting: 'Hallo,',
    before: [`Je bent uitgenodigd voor een gesprek op ${when} uur.`],
    label: 'Bekijk de uitnodiging',
    after: [
      'Je kiest zelf of je komt. Een account is niet nodig.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte je adres in. Het wordt niet bewaard.',
      'Deze link is alleen voor jou. Stuur hem niet door.',
    ],
  }),
  en: ({ from, when }) => ({
    subject: 'An invitation to a meeting',
    greeting: 'Hello,',
    before: [`You are invited to a meeting on ${when}.`],
    label: 'Look at the invitation',
    after: [
      'You choose whether you come. You need no account.',
      `This mail comes from ${from}.`,
      'Somebody there typed your address. It is not kept.',
      'This link is for you only. Please do not pass it on.',
    ],
  }),
}

/** The letter with the link to one's place at a table. */
export function placeMail(of: {
  to: string
  url: string
  publicUrl: string
  workspace: { name: string; timeZone: string }
  plannedAt: Instant
  listener: { language: RespondLanguage; address: AddressForm }
}): Mail {
  const language = screenLanguage(of.listener.language)
  const { timeZone } = of.workspace
  const at = clock(of.plannedAt, language, timeZone)
  const when = `${weekdayDate(of.plannedAt, language, timeZone)}${language === 'en' ? ' at ' : ' om '}${at}`
  const kind = language === 'en' ? 'en' : (`nl-${of.listener.address}` as const)
  const { label, ...said } = words[kind]({ from: nameInMail(of.workspace.name), when })
  return letterMail({
    to: { name: '', address: of.to },
    publicUrl: of.publicUrl,
    letters: [{ language, ...said, link: { label, url: of.url } }],
  })
}
