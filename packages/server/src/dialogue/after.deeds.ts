import { isLate, takesReflection, type WitnessAnswers } from '@weerklank/core/dialogue/after'
import type { LetterChoice, WorthAnswer } from '@weerklank/core/dialogue/after-words'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingQuoteId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { queueCorpus } from '../analysis/analysis.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { isChangeable, stateOf, windowOf } from './after.read.ts'
import * as after from './after.repository.ts'
import type { MeetingRow, PlaceRow } from './meeting.repository.ts'

/** What people do afterwards, whichever way they came: with an account or by a link. The context acts as their place. */

/** Whose place it is, in which transaction. */
export type AtPlace = {
  workspace: { id: WorkspaceId; timeZone: string }
  context: Context
  meeting: MeetingRow
  place: PlaceRow
  world: World
}

export type Written = {
  answers: WitnessAnswers
  outcome: string
  letter: LetterChoice
  /** Only in time: what comes late is not counted, and whoever answered once is not counted again. */
  worth?: WorthAnswer | undefined
}

/**
 * Keeps what somebody wrote, the newest words: until the end of the window they can be changed. Late words are taken and
 * marked. `conflict` before the meeting is over, after the end, and for whoever took her words back.
 */
export async function keepReflection(trx: Trx, at: AtPlace, written: Written): Promise<void> {
  const { place, meeting, workspace, world } = at
  const now = world.now()
  const wrap = await after.findWrap(trx, meeting.id)
  const window = windowOf(meeting, wrap, workspace.timeZone)
  const row = await after.changeReflection(trx, place, {})
  const state = stateOf(window, row, now)
  if (window === null || state === null) throw new AppError('conflict')
  const mayChange = state === 'answered' && isChangeable(window, now)
  if (!mayChange && !takesReflection(state)) throw new AppError('conflict')
  const said = Object.entries(written.answers).filter(([, words]) => words !== '')
  const counts = written.worth !== undefined && !row.worth_given && !isLate(now, window)
  await after.changeReflection(trx, place, {
    answers: JSON.stringify(Object.fromEntries(said)),
    ...{ outcome: written.outcome, letter: written.letter },
    // When it first came: a change does not make it late.
    ...(row.answered_at === null && { answered_at: now, is_late: isLate(now, window) }),
    ...(counts && { worth_given: true }),
  })
  if (counts && written.worth !== undefined) await count(trx, at, written.worth)
  await queueCorpus(trx, world, { workspace: workspace.id, news: { meeting: meeting.id } })
}

/** By the program: who came by a link changes nothing of the meeting as a whole. */
async function count(trx: Trx, { context, meeting }: AtPlace, answer: WorthAnswer): Promise<void> {
  const workspace = context.workspace
  await setContext(trx, { workspace, actor: 'system', relations: [], meetings: [meeting.id] })
  await after.changeWrap(trx, { workspace, meeting: meeting.id }, {})
  await after.countWorth(trx, { workspace, meeting: meeting.id }, answer)
  await setContext(trx, context)
}

/** Takes back everything that somebody wrote: nothing of it is kept, and it leaves the letter and every analysis. */
export async function withdrawReflection(trx: Trx, at: AtPlace): Promise<void> {
  const { place, meeting, workspace, world } = at
  await after.changeReflection(trx, place, {
    ...{ answers: null, answered_at: null, outcome: '', letter: 'no', is_late: false },
    withdrawn_at: world.now(),
  })
  await queueCorpus(trx, world, { workspace: workspace.id, news: { meeting: meeting.id } })
}

export type QuoteWord = { decision: 'yes' | 'changed' | 'no' | 'withdraw'; words: string }

/**
 * What the speaker says of showing her words. A no, or taking them back, leaves no words; what was taken back stays so. The
 * same word again changes nothing.
 */
export async function decideQuote(
  trx: Trx,
  at: AtPlace,
  { id, ...word }: QuoteWord & { id: MeetingQuoteId },
): Promise<'meeting.quote-decided' | 'meeting.quote-withdrawn'> {
  const row = (await after.quotesOf(trx, [at.meeting.id])).find((one) => one.id === id)
  // Somebody else's words are nobody's to decide about.
  if (row === undefined || row.place_id !== at.place.id) throw new AppError('not-found')
  if (word.decision === 'changed' && word.words === '') {
    throw new AppError('invalid-input', { fields: { words: 'too_small' } })
  }
  const isGone = row.withdrawn_at !== null || row.decision === 'no'
  if (word.decision === 'withdraw' || word.decision === 'no') {
    if (!isGone) await after.changeQuote(trx, id, goneBy(row, word.decision, at.world.now()))
    return word.decision === 'no' ? 'meeting.quote-decided' : 'meeting.quote-withdrawn'
  }
  if (isGone) throw new AppError('conflict')
  await after.changeQuote(trx, id, {
    ...{ decision: word.decision, decided_at: at.world.now() },
    own_words: word.decision === 'changed' ? word.words : null,
  })
  return 'meeting.quote-decided'
}

function goneBy(row: after.QuoteRow, decision: 'no' | 'withdraw', now: Instant) {
  const gone = { asked_words: null, own_words: null }
  if (decision === 'no' && row.decision === null) return { ...gone, decision: 'no' as const, decided_at: now }
  return { ...gone, withdrawn_at: now }
}

/** What somebody says of the newest minutes; `conflict` when there is a newer version than the one she read. */
export async function sayOfMinutes(
  trx: Trx,
  at: AtPlace,
  { version, ...say }: { version: number; says: 'yes' | 'change'; words: string },
): Promise<void> {
  const newest = (await after.minutesOf(trx, at.meeting.id))[0]
  if (newest === undefined) throw new AppError('not-found')
  if (newest.version !== version) throw new AppError('conflict')
  const { says, words } = say
  await after.sayOfMinutes(
    trx,
    { meeting: at.meeting.id, version, place: at.place.id },
    { says, words: says === 'yes' ? '' : words, at: at.world.now() },
  )
}
