import type { Context as HonoContext } from 'hono'
import { toAppError } from './failure.ts'
import type { Log } from './log.ts'
import { leaveUnmeasured } from './metrics.ts'
import { countedMiss } from './refusal.ts'
import { logRefusal } from './server.ts'
import { statusOf } from './status.ts'

/** What was filled in on a page, as it came. */
export type PostedFields = readonly (readonly [name: string, value: string])[]

type Unseen = {
  /** Makes the answer; `keep` what was posted as soon as it is read, so that it can be sent again. */
  act: (keep: (fields: PostedFields) => void) => Promise<Response>
  /** The page that says what went wrong: for a link that is none, or with all that was posted. */
  failed: (
    problem: { isNone: true } | { isNone: false; posted: PostedFields | null },
    status: (typeof statusOf)[keyof typeof statusOf],
  ) => Promise<Response>
}

/** Answers somebody of whom nothing may be known: no counter tells that it happened, and what goes wrong becomes a page. */
export async function answerUnseen(
  c: HonoContext,
  deps: { log: Log; countMiss: (c: HonoContext) => void },
  { act, failed }: Unseen,
): Promise<Response> {
  leaveUnmeasured(c)
  let posted: PostedFields | null = null
  try {
    return await act((fields) => {
      posted = fields
    })
  } catch (thrown) {
    const error = countedMiss(c, deps, toAppError(thrown))
    logRefusal(deps.log, error, c)
    const isNone = error.code === 'link-unknown'
    return failed(isNone ? { isNone } : { isNone, posted }, statusOf[error.code])
  }
}
