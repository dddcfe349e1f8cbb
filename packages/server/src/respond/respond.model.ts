import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Answers } from '@weerklank/core/feedback/instrument'
import type { CheckForm } from '@weerklank/core/feedback/submission'
import type { Reader } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Device } from './device.ts'

/** What every page of the respondent knows. */
export type PageFrame = {
  listener: Reader
  /** Shown in the header; null while nothing is known about the link, then the product's name stands there. */
  workspace: string | null
  /** The page's own path without query, `/f/<token>`: links for language and way out are made from it. */
  path: string
}

/** A contact as the page speaks of it: "today" or "on Tuesday 17 November" is decided in the workspace's time zone. */
export type ContactMoment = { at: Instant; now: Instant; timeZone: string }

/** What came in with an answer that could not be taken: shown again, with what is the matter. */
export type Refill = {
  /** The posted values by field name; of repeated fields the last. */
  values: Readonly<Record<string, string>>
  /** Sentences by field name. */
  errors: Readonly<Record<string, string>>
}

export type CheckPageModel = PageFrame & {
  form: CheckForm
  /** How the person is called on her own page. */
  name: string
  /** The professionals who read the answer. */
  seenBy: readonly string[]
  /** Who looks along for supervision, and reads it for a time. */
  lookingAlong: readonly string[]
  /** Others of the collaboration, who do not. */
  unseenBy: readonly string[]
  /** One half of a mutual picture: nobody reads it before the other half is there. */
  isMutual?: boolean
  /** Her own question or goal, where the check asks it. */
  ownWords: string | null
  /** The contact it is about, or null when it is about working together as such. */
  contact: ContactMoment | null
  refill: Refill | null
}

export type AnsweredPageModel = PageFrame & {
  form: CheckForm
  name: string
  seenBy: readonly string[]
  unseenBy: readonly string[]
  /** One half of a mutual picture: nobody reads it before the other half is there. */
  isMutual?: boolean
  /** It is shut still. Whoever asked for it holds this link too, so that the page does not tell what was answered. */
  isSealed?: boolean
  ownWords: string | null
  answers: Answers
  openText: string
  /** What was drawn, where the check asks for it. */
  drawing?: string | null
  echoes: readonly { agreement: string; answer: EchoAnswer }[]
  /**
   * She keeps it to some or to herself: whoever holds the link is not told what was answered, but on the device that
   * answered. It stands on her own page.
   */
  isElsewhere?: boolean
  /** On whose device it is read while the link leads on to the person's own page, if that is hers; null when it does not. */
  toOwnPage: Device | null
  /** The next planned contact, if there is one. */
  nextContact: { at: Instant; timeZone: string } | null
  /** The working together stays at one contact: no next time is promised, and nothing is asked back later. */
  staysAtOne?: boolean
}

/** Why a link does not lead to the questions. */
export type LinkProblem =
  | { kind: 'unknown' }
  | { kind: 'expired' }
  | { kind: 'ended'; seenBy: readonly string[] }
  /** `by`: who withdrew it, null when that is not known any more. */
  | { kind: 'revoked'; by: string | null }
  /** `resend`: the fields of a form that was posted without script, so that it can be sent again from here; null on a GET. */
  | { kind: 'unavailable'; resend: readonly (readonly [name: string, value: string])[] | null }
  | { kind: 'too-large' }
  /** `key`: whose draft this device may forget; `until`: when the link expires. */
  | { kind: 'not-now'; key: string; until: { at: Instant; timeZone: string } }

export type LinkProblemModel = PageFrame & { problem: LinkProblem }
