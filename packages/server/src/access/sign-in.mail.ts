import { letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

/** The mail with a link to sign in, in both languages: who asks for it is not known yet. */
export function signInMail(of: { to: string; name: string; url: string; publicUrl: string }): Mail {
  const name = nameInMail(of.name)
  return letterMail({
    to: { name, address: of.to },
    publicUrl: of.publicUrl,
    letters: [
      {
        language: 'nl',
        subject: 'Uw link om in te loggen bij Weerklank',
        greeting: name === '' ? 'Goedendag,' : `Dag ${name},`,
        before: ['U vroeg om een link om in te loggen. De link werkt één keer, een kwartier lang.'],
        link: { label: 'Inloggen bij Weerklank', url: of.url },
        after: ['Vroeg u hier niet om? Dan hoeft u niets te doen. Geef de link aan niemand door.'],
      },
      {
        language: 'en',
        subject: 'Your link to sign in to Weerklank',
        greeting: name === '' ? 'Hello,' : `Hello ${name},`,
        before: [
          'You asked for a link to sign in. It is the link above. It works once, for a quarter of an hour.',
          'You did not ask for it? Then you need not do anything. Do not pass the link on.',
        ],
      },
    ],
  })
}
