import type { Language } from '@weerklank/core/shared/language'
import { clock, dayMonth, type Instant } from '@weerklank/core/shared/time'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'

/** What can change about how someone signs in. */
export const signInChanges = [
  'passkey-added',
  'passkey-removed',
  'app-added',
  'app-removed',
  'recovery-codes-renewed',
  'password-set',
  'single-sign-on-linked',
] as const
export type SignInChange = (typeof signInChanges)[number]

const changedNl: Record<SignInChange, string> = {
  'passkey-added': 'is een passkey toegevoegd',
  'passkey-removed': 'is een passkey weggehaald',
  'app-added': 'is een app met codes toegevoegd',
  'app-removed': 'is de app met codes weggehaald',
  'recovery-codes-renewed': 'zijn nieuwe herstelcodes gemaakt',
  'password-set': 'is een nieuw wachtwoord gekozen',
  'single-sign-on-linked': 'is het account van uw organisatie gekoppeld',
}
const changedEn: Record<SignInChange, string> = {
  'passkey-added': 'a passkey was added',
  'passkey-removed': 'a passkey was removed',
  'app-added': 'an app with codes was added',
  'app-removed': 'the app with codes was removed',
  'recovery-codes-renewed': 'new recovery codes were made',
  'password-set': 'a new password was chosen',
  'single-sign-on-linked': 'the account of your organisation was linked',
}

type Changed = {
  to: { name: string; address: string }
  language: Language
  change: SignInChange
  at: Instant
  timeZone: string
}

/**
 * The mail about a change in how someone signs in. Nothing in it can be followed or pressed: whoever sends a false one like
 * it, does so for the link.
 */
export function signInChangedMail(of: Changed): Mail {
  return letterMail({ to: of.to, publicUrl: '', letters: [letter(of)] })
}

function letter({ to, language, change, at, timeZone }: Changed): Letter {
  const name = nameInMail(to.name)
  const [day, time] = [dayMonth(at, language, timeZone), clock(at, language, timeZone)]
  if (language === 'nl') {
    return {
      language,
      subject: 'Er is iets veranderd aan uw inloggen bij Weerklank',
      greeting: `Dag ${name},`,
      before: [
        `Bij uw account ${changedNl[change]}. Dat was op ${day} om ${time} uur.`,
        'Deed u dit zelf? Dan hoeft u niets te doen.',
        'Was u dit niet? Zeg het dan meteen tegen de beheerder van Weerklank in uw organisatie.',
        'In deze mail staat met opzet geen link. Geef nooit een code of wachtwoord aan iemand anders.',
      ],
    }
  }
  return {
    language,
    subject: 'Something changed about how you sign in to Weerklank',
    greeting: `Hello ${name},`,
    before: [
      `In your account ${changedEn[change]}. That was on ${day} at ${time}.`,
      'Did you do this yourself? Then you need not do anything.',
      'Was it not you? Tell the administrator of Weerklank in your organisation at once.',
      'There is no link in this mail, on purpose. Never give a code or password to anyone else.',
    ],
  }
}
