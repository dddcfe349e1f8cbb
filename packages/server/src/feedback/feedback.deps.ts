import type { World } from '../deps.ts'
import type { Scorer } from '../fhir/score.ts'
import type { Content } from './instruments.ts'

export type FeedbackDeps = {
  world: World
  content: Content
  /** The address under which respondents reach this server, without a slash at the end. */
  publicUrl: string
  /** Whether there is a mail server; without one no letter is offered. */
  canSendMail?: boolean
  /** Looks over the expressions of forms that are brought in; without it they are said not to be looked at. */
  scorer?: Scorer
}
