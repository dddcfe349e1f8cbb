import type { Bilingual, Language } from './language.ts'

/**
 * Every way a request can end badly, once. The server maps a code to an HTTP status in one table,
 * screens show `errorText`. Wording: what happened, what was kept, what to do; no blame. Colleagues are addressed with
 * `je`; what a respondent may read too addresses nobody.
 */
export const errorTexts = {
  'not-signed-in': {
    nl: 'Je bent niet (meer) ingelogd. Log opnieuw in en ga verder.',
    en: 'You are not signed in (any more). Sign in again to go on.',
  },
  'second-factor-needed': {
    nl: 'Er is nog een tweede stap nodig om in te loggen.',
    en: 'One more step is needed to sign in.',
  },
  'session-locked': {
    nl: 'Je was even weg. Laat zien dat jij het bent en ga verder waar je was.',
    en: 'You were away for a while. Show that it is you and go on where you were.',
  },
  'proof-needed': {
    nl: 'Laat eerst nog een keer zien dat jij het bent.',
    en: 'First show once more that it is you.',
  },
  'proof-wrong': {
    nl: 'Dat klopt niet. Kijk het na en probeer het nog een keer.',
    en: 'That is not right. Check it and try again.',
  },
  'not-allowed': {
    nl: 'Dit kun je hier niet bekijken of veranderen.',
    en: 'You may not see or change this.',
  },
  'purpose-refused': {
    nl: 'Hiervoor geven we geen gegevens. Wat mensen hier vertellen is om samen over te praten en van te leren, niet om iemand te beoordelen of zorg in te kopen.',
    en: 'We give no data for this. What people tell here is there to talk about and learn from, not to judge someone or to buy care by.',
  },
  'checks-refused': {
    nl: 'Deze persoon wil niet gevraagd worden hoe het was. Er is geen vraag gemaakt. De hulp gaat gewoon door.',
    en: 'This person does not want to be asked how it was. No question was made. The help simply goes on.',
  },
  'not-found': {
    nl: 'Dit bestaat niet, of je hoort er niet bij.',
    en: 'This does not exist, or you do not belong to it.',
  },
  'invalid-input': {
    nl: 'Nog niet alles klopt. Kijk bij de gemarkeerde velden.',
    en: 'Something is not right yet. Look at the marked fields.',
  },
  'unreadable-body': {
    nl: 'We konden dit niet lezen. Probeer het nog een keer.',
    en: 'We could not read this. Please try again.',
  },
  'too-large': {
    nl: 'Dit is te veel in één keer. Maak de tekst korter.',
    en: 'This is too much at once. Make the text shorter.',
  },
  'wrong-media-type': {
    nl: 'Dit soort bericht kunnen we niet lezen.',
    en: 'We cannot read this kind of message.',
  },
  'too-many': {
    nl: 'Dat ging erg vaak achter elkaar. Wacht een minuut en probeer het dan weer.',
    en: 'That was many times in a row. Wait a minute, then try again.',
  },
  conflict: {
    nl: 'Iemand anders heeft dit net veranderd. Je tekst staat er nog. Laad opnieuw en vergelijk.',
    en: 'Someone else has just changed this. Your text is still here. Reload and compare.',
  },
  'cross-site': {
    nl: 'Dit verzoek kwam van een andere website. We hebben niets veranderd.',
    en: 'This request came from another website. We changed nothing.',
  },
  'link-unknown': {
    nl: 'Deze link kennen we niet.',
    en: 'We do not know this link.',
  },
  'link-expired': {
    nl: 'Deze link is verlopen.',
    en: 'This link has expired.',
  },
  'link-revoked': {
    nl: 'Deze link is ingetrokken.',
    en: 'This link was withdrawn.',
  },
  unavailable: {
    nl: 'Het lukt nu even niet. Er is niets verloren. Probeer het zo weer.',
    en: 'It does not work right now. Nothing is lost. Please try again soon.',
  },
  internal: {
    nl: 'Er ging iets mis bij ons. Probeer het zo weer.',
    en: 'Something went wrong on our side. Please try again soon.',
  },
} as const satisfies Record<string, Bilingual>

export type ErrorCode = keyof typeof errorTexts
export const errorCodes = Object.keys(errorTexts) as ErrorCode[]

/** The one wording of an error code. */
export function errorText(code: ErrorCode, language: Language): string {
  return errorTexts[code][language]
}

/** Thrown where a request cannot go on; `fields` names what the person can mend, `cause` never leaves the server. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ErrorCode, options: { fields?: Record<string, string>; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields ?? {}
  }
}
