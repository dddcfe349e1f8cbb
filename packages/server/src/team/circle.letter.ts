import { type AddressForm, type RespondLanguage, screenLanguage } from '@weerklank/core/shared/language'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

type Words = Omit<Letter, 'language' | 'link'> & { label: string }

/** That there is a page, never of what or round whom: somebody else may read the mail. */
const words: Record<'nl-u' | 'nl-je' | 'en', (from: string) => Words> = {
  'nl-u': (from) => ({
    ...{ subject: 'Een uitnodiging om mee te doen', greeting: 'Goedendag,', label: 'Open uw pagina' },
    before: ['U bent uitgenodigd om mee te denken. Er staat een eigen pagina voor u klaar.'],
    after: [
      'Een account is niet nodig. U kiest zelf of u meedoet.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte uw adres in. Het wordt niet bewaard.',
      'Deze link is alleen voor u. Stuur hem niet door.',
    ],
  }),
  'nl-je': (from) => ({
    ...{ subject: 'Een uitnodiging om mee te doen', greeting: 'Hallo,', label: 'Open je pagina' },
    before: ['Je bent uitgenodigd om mee te denken. Er staat een eigen pagina voor je klaar.'],
    after: [
      'Een account is niet nodig. Je kiest zelf of je meedoet.',
      `Deze mail komt van ${from}.`,
      'Iemand daar typte je adres in. Het wordt niet bewaard.',
      'Deze link is alleen voor jou. Stuur hem niet door.',
    ],
  }),
  en: (from) => ({
    ...{ subject: 'An invitation to take part', greeting: 'Hello,', label: 'Open your page' },
    before: ['You are invited to think along. A page of your own is ready.'],
    after: [
      'You need no account. You choose whether you take part.',
      `This mail comes from ${from}.`,
      'Somebody there typed your address. It is not kept.',
      'This link is for you only. Please do not pass it on.',
    ],
  }),
}

/** The letter with the link to somebody's page of a team or network. */
export function circleMail(of: {
  to: string
  url: string
  publicUrl: string
  workspace: string
  listener: { language: RespondLanguage; address: AddressForm }
}): Mail {
  const language = screenLanguage(of.listener.language)
  const kind = language === 'en' ? 'en' : (`nl-${of.listener.address}` as const)
  const { label, ...said } = words[kind](nameInMail(of.workspace))
  return letterMail({
    to: { name: '', address: of.to },
    publicUrl: of.publicUrl,
    letters: [{ language, ...said, link: { label, url: of.url } }],
  })
}
