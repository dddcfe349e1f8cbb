import { letterMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

/** The mail with the link to an account of one's own. It says neither who she is nor where: an address can be mistyped. */
export function ownAccountMail(of: { to: string; url: string; publicUrl: string }): Mail {
  return letterMail({
    to: { name: '', address: of.to },
    publicUrl: of.publicUrl,
    letters: [
      {
        language: 'nl',
        subject: 'Uw eigen account bij Weerklank',
        greeting: 'Goedendag,',
        before: [
          'U vroeg om een eigen account. Open de link. Vul daar de code in die u op uw eigen pagina zag.',
          'De link werkt één keer, een uur lang.',
        ],
        link: { label: 'Maak mijn account', url: of.url },
        after: ['Vroeg u hier niet om? Dan hoeft u niets te doen. Zonder de code doet de link niets.'],
      },
      {
        language: 'en',
        subject: 'Your own account at Weerklank',
        greeting: 'Hello,',
        before: [
          'You asked for an account of your own. Open the link above. Fill in the code that you saw on your own page.',
          'The link works once, for an hour. You did not ask for it? Then you need not do anything.',
        ],
      },
    ],
  })
}
