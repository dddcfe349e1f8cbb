import type { MeetingPart } from './fit.place.ts'

/** What is known of the step that a meeting is at. */
export type StepNow = {
  readonly key: string
  readonly isShadow?: boolean | undefined
  /** Its place, from 1 on, and how many there are. */
  readonly at: number
  readonly of: number
}

/** Keys of steps in content/formats, by what people do there; a step of an organisation's own is at the table. */
const agreeing = [
  'agree',
  'agreement',
  'old-agreements',
  'tasks',
  'deciding',
  'next-step',
  'next',
  'try',
  'experiment',
  'decision',
  'conclusions',
  'when',
  'date',
]
const ofCase = [
  'cases',
  'case',
  'choose',
  'sketch',
  'facts',
  'information',
  'explore',
  'question',
  'introduction',
  'what-happened',
]

/** What a meeting is doing at a step: the last one closes, unless one agrees on something there. */
export function meetingPart({ key, isShadow, at, of }: StepNow): MeetingPart {
  if (isShadow === true) return 'shadow'
  if (agreeing.includes(key)) return 'agreeing'
  if (at >= of) return 'closing'
  return ofCase.includes(key) ? 'case' : 'table'
}
