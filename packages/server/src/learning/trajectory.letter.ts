import { type AddressForm, type RespondLanguage, screenLanguage } from '@weerklank/core/shared/language'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

type Words = Omit<Letter, 'language' | 'link'> & { label: string }
type Form = 'nl-u' | 'nl-je' | 'en'
type LetterKind = 'invitation' | 'reminder'

/** That there are pages, never what stands on them: somebody else may read the mail. A reminder blames nobody. */
const words: Record<LetterKind, Record<Form, (from: string) => Words>> = {
  invitation: {
    'nl-u': (from) => ({
      ...{ subject: 'Uw pagina’s bij een leertraject', greeting: 'Goedendag,', label: 'Open uw pagina’s' },
      before: ['U doet mee aan een leertraject. Er staan eigen pagina’s voor u klaar.'],
      after: [
        'Een account is niet nodig. U kiest zelf wat u schrijft.',
        `Deze mail komt van ${from}.`,
        'Deze link is alleen voor u. Stuur hem niet door.',
      ],
    }),
    'nl-je': (from) => ({
      ...{ subject: 'Jouw pagina’s bij een leertraject', greeting: 'Hallo,', label: 'Open je pagina’s' },
      before: ['Je doet mee aan een leertraject. Er staan eigen pagina’s voor je klaar.'],
      after: [
        'Een account is niet nodig. Je kiest zelf wat je schrijft.',
        `Deze mail komt van ${from}.`,
        'Deze link is alleen voor jou. Stuur hem niet door.',
      ],
    }),
    en: (from) => ({
      ...{ subject: 'Your pages in a learning trajectory', greeting: 'Hello,', label: 'Open your pages' },
      before: ['You take part in a learning trajectory. Pages of your own are ready.'],
      after: [
        'You need no account. You choose what you write.',
        `This mail comes from ${from}.`,
        'This link is for you only. Please do not pass it on.',
      ],
    }),
  },
  reminder: {
    'nl-u': (from) => ({
      ...{ subject: 'Uw pagina’s staan nog klaar', greeting: 'Goedendag,', label: 'Open uw pagina’s' },
      before: ['Op uw pagina’s staat nog iets open. Een paar minuten is genoeg.'],
      after: [
        'Lukt het nu niet? Dan kan het later.',
        `Deze mail komt van ${from}.`,
        'Deze link is alleen voor u.',
      ],
    }),
    'nl-je': (from) => ({
      ...{ subject: 'Je pagina’s staan nog klaar', greeting: 'Hallo,', label: 'Open je pagina’s' },
      before: ['Op je pagina’s staat nog iets open. Een paar minuten is genoeg.'],
      after: [
        'Lukt het nu niet? Dan kan het later.',
        `Deze mail komt van ${from}.`,
        'Deze link is alleen voor jou.',
      ],
    }),
    en: (from) => ({
      ...{ subject: 'Your pages are still ready', greeting: 'Hello,', label: 'Open your pages' },
      before: ['Something on your pages is still open. A few minutes are enough.'],
      after: [
        'Not a good moment? Then later is fine.',
        `This mail comes from ${from}.`,
        'This link is for you only.',
      ],
    }),
  },
}

/** The letter with the link to a learner's own pages. */
export function learnerMail(of: {
  kind: LetterKind
  to: { name: string; address: string }
  url: string
  publicUrl: string
  workspace: string
  listener: { language: RespondLanguage; address: AddressForm }
}): Mail {
  const language = screenLanguage(of.listener.language)
  const form: Form = language === 'en' ? 'en' : `nl-${of.listener.address}`
  const { label, ...said } = words[of.kind][form](nameInMail(of.workspace))
  return letterMail({
    to: of.to,
    publicUrl: of.publicUrl,
    letters: [{ language, ...said, link: { label, url: of.url } }],
  })
}
