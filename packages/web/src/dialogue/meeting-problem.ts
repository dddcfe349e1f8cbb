import { ApiError } from '../api/api-error.ts'
import type { MeetingText } from './meeting.text.ts'

/** What stands in the way of a change, in words. */
export function meetingProblem(
  error: Error,
  text: MeetingText & { wrong?: Readonly<Record<string, string>> },
): string {
  if (!(error instanceof ApiError)) return text.failed
  if (error.code === 'conflict') return text.conflict
  const said = Object.values(error.fields)
  const words: Readonly<Record<string, string>> = { ...text.wrong, ...text.refusals }
  const known = said.map((code) => words[code]).find((sentence) => sentence !== undefined)
  if (known !== undefined) return known
  return 'places' in error.fields ? (text.wrong?.places ?? error.message) : error.message
}
