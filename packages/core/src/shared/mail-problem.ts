import type { Bilingual } from './language.ts'

/** Why a mail did not arrive at the mail server: what happened, what one can do. For whoever looks after the installation. */
export const mailProblems = {
  'no-server': {
    nl: 'Er is geen mailserver ingesteld. Staat er een tekst bij, kopieer die dan en geef hem zelf door.',
    en: 'No mail server is set. Where there is a text, copy it and pass it on yourself.',
  },
  away: {
    nl: 'De mailserver antwoordt niet. We proberen het vanzelf opnieuw.',
    en: 'The mail server does not answer. We try again by ourselves.',
  },
  login: {
    nl: 'De mailserver kent onze naam of ons wachtwoord niet. Kijk naar SMTP_URL.',
    en: 'The mail server does not know our name or password. Look at SMTP_URL.',
  },
  tls: {
    nl: 'De verbinding met de mailserver is niet te vertrouwen. Er is niets verstuurd. Kijk naar SMTP_URL.',
    en: 'The connection with the mail server cannot be trusted. Nothing was sent. Look at SMTP_URL.',
  },
  address: {
    nl: 'De mailserver neemt dit adres niet aan. Kijk of het klopt.',
    en: 'The mail server does not take this address. See whether it is right.',
  },
  refused: {
    nl: 'De mailserver neemt dit bericht niet aan.',
    en: 'The mail server does not take this message.',
  },
  interrupted: {
    nl: 'Weerklank stopte tijdens het versturen. Misschien is de mail aangekomen. Vraag het na.',
    en: 'Weerklank stopped while it was sending. The mail may have arrived. Ask whether it did.',
  },
  'too-old': {
    nl: 'Deze mail lag langer dan een week te wachten. We sturen hem niet meer vanzelf.',
    en: 'This mail waited for more than a week. We do not send it by ourselves any more.',
  },
} as const satisfies Record<string, Bilingual>

export type MailProblem = keyof typeof mailProblems
