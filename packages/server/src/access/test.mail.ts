import type { Language } from '@weerklank/core/shared/language'
import { letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

const words = {
  nl: {
    subject: 'Mail van Weerklank werkt',
    greeting: (name: string) => `Dag ${name},`,
    before: ['Je vroeg om deze mail, om te zien of versturen lukt. Het lukt.'],
    link: 'Naar Weerklank',
  },
  en: {
    subject: 'Mail from Weerklank works',
    greeting: (name: string) => `Hello ${name},`,
    before: ['You asked for this mail to see whether sending works. It does.'],
    link: 'To Weerklank',
  },
} as const satisfies Record<Language, object>

/** A mail to oneself, that says nothing but that it came. */
export function testMail(of: {
  to: { name: string; address: string }
  language: Language
  publicUrl: string
}): Mail {
  const { to, language, publicUrl } = of
  const { subject, greeting, before, link } = words[language]
  const letter = { language, subject, greeting: greeting(nameInMail(to.name)), before }
  return letterMail({ to, publicUrl, letters: [{ ...letter, link: { label: link, url: publicUrl } }] })
}
