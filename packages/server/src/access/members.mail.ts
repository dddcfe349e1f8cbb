import type { Language } from '@weerklank/core/shared/language'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

type Invitation = {
  to: { name: string; address: string }
  by: string
  workspace: string
  publicUrl: string
}

/** The mail to someone who was let in. It holds no secret: it leads to the page on which she asks for a link of her own. */
export function invitationMail(of: Invitation): Mail {
  return letterMail({ to: of.to, publicUrl: of.publicUrl, letters: [letter('nl', of), letter('en', of)] })
}

function letter(language: Language, of: Invitation): Letter {
  const [name, by, workspace] = [of.to.name, of.by, of.workspace].map(nameInMail)
  const url = new URL('/inloggen', of.publicUrl).href
  if (language === 'nl') {
    return {
      language,
      subject: `U kunt nu inloggen bij Weerklank`,
      greeting: `Dag ${name},`,
      before: [
        `${by} heeft u toegang gegeven tot Weerklank, bij ${workspace}.`,
        'Vul op de inlogpagina dit e-mailadres in. Dan krijgt u een link om in te loggen.',
      ],
      link: { label: 'Naar de inlogpagina', url },
      after: ['Kent u ons niet? Dan hoeft u niets te doen.'],
    }
  }
  return {
    language,
    subject: 'You can now sign in to Weerklank',
    greeting: `Hello ${name},`,
    before: [
      `${by} gave you access to Weerklank, at ${workspace}. Fill in this e-mail address on the sign-in page above. You then get a link.`,
      'You do not know us? Then you need not do anything.',
    ],
  }
}
