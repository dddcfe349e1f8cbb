import { createHash } from 'node:crypto'
import type { LiveText, LiveWall } from '@weerklank/core/dialogue/live.contract'
import { isOpen, isSealed, type LiveState, roundOf, stepNow } from '@weerklank/core/dialogue/live.state'
import type { ContributionId, MeetingId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import { openTextsOf } from './live.repository.ts'
import type { TextRow } from './meeting.repository.ts'

/** As much as one event carries; a room that wrote more reads the rest in the meeting afterwards. */
const signsAtMost = 60_000

/**
 * What is open of the step that is held now, the same for everybody; of a step with dots the cards that they go to. Nothing in
 * it tells when it was written where that was done in silence: keys are hashes, and their order is that of the hashes.
 */
export async function wallOf(trx: Trx, meeting: MeetingId, state: LiveState): Promise<LiveWall> {
  const shown = shownStep(state)
  if (shown === null) return { texts: [], more: 0 }
  const rows = await openTextsOf(trx, meeting, [...new Set([shown.step, state.step])])
  const texts = rows.filter((row) => isOf(row, shown) && row.kind !== 'vote')
  const votes = votesIn(rows, state)
  return atMost(inOrder(texts, state, shown.step).map((row) => toldOf(row, votes)))
}

type Shown = { step: string; round: number }

const isOf = (row: TextRow, { step, round }: Shown) => row.step_key === step && row.round === round

/** The step whose texts lie open now; with dots the last one before it that has any. */
export function shownStep(state: LiveState): Shown | null {
  const now = { step: state.step, round: roundOf(state, state.step) }
  if (stepNow(state).input !== 'vote') return isOpen(state, now) ? now : null
  const before = state.steps
    .filter(({ key, input }) => state.done.includes(key) && (input === 'cards' || input === 'text'))
    .map(({ key }) => ({ step: key, round: roundOf(state, key) }))
    .findLast((one) => isOpen(state, one))
  return before ?? null
}

/** How many dots each text got, once they may be seen. */
function votesIn(rows: readonly TextRow[], state: LiveState): ReadonlyMap<string, number> {
  const round = roundOf(state, state.step)
  const votes = new Map<string, number>()
  for (const { kind, body, ...row } of rows) {
    if (kind !== 'vote' || row.step_key !== state.step || row.round !== round) continue
    votes.set(body, (votes.get(body) ?? 0) + 1)
  }
  return votes
}

function inOrder(rows: readonly TextRow[], state: LiveState, step: string): readonly TextRow[] {
  const known = state.steps.find(({ key }) => key === step)
  const isHidden = known === undefined || isSealed(state, known)
  const place = (row: TextRow) => (isHidden ? textKey(row.id) : `${row.at} ${row.id}`)
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

function toldOf(row: TextRow, votes: ReadonlyMap<string, number>): LiveText {
  const key = textKey(row.id)
  const { step_key: step, round, place_id: place, body } = row
  return { key, step, round, place, body, votes: votes.get(key) ?? 0 }
}

function atMost(texts: readonly LiveText[]): LiveWall {
  let signs = 0
  const fitting = texts.filter(({ body }) => {
    signs += body.length
    return signs <= signsAtMost
  })
  return { texts: fitting, more: texts.length - fitting.length }
}

/** What a text is called outside: the identifier of its device would tell when it was begun. */
export function textKey(id: ContributionId): string {
  return createHash('sha256').update(`text ${id}`).digest('hex').slice(0, 16)
}

/**
 * Under what a text without a name is kept: the same for the same one, and nothing in it tells of the device or the moment
 * (the device's own identifier would).
 */
export function namelessId(meeting: MeetingId, id: ContributionId): ContributionId {
  const hex = createHash('sha256').update(`nameless ${meeting} ${id}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5') as ContributionId
}
