import type { Mail } from '../mail/mail.ts'

/** The mail with a link to sign in, in both languages: who asks for it is not known yet. */
export function signInMail(of: { to: string; name: string; url: string }): Mail {
  return {
    to: of.to,
    subject: 'Uw link om in te loggen bij Weerklank',
    text: [
      `Dag ${of.name},`,
      '',
      'Met deze link logt u in bij Weerklank. De link werkt één keer, een kwartier lang.',
      of.url,
      '',
      'Vroeg u hier niet om? Dan hoeft u niets te doen.',
      '',
      'With this link you sign in to Weerklank. It works once, for a quarter of an hour.',
    ].join('\n'),
  }
}
