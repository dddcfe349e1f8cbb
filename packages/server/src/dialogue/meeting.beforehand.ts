import type { PreparedQuestion } from '@weerklank/core/dialogue/meeting'
import { AppError } from '@weerklank/core/shared/errors'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import * as repository from './meeting.repository.ts'

/** The key under which an expectation is kept: there is one for each place. */
export const expectationKey = 'expectation'

type Said = {
  attends: 'yes' | 'no' | null
  answers: readonly { key: string; text: string }[]
  expectation: string | null
}

/** What one place said beforehand that could not be kept any more, because it was opened already. */
export type Late = { late: readonly string[] }

/**
 * Keeps what somebody says beforehand from her own place: whether she comes, her answers, what she expects. An empty text
 * takes hers back. Nothing of it is seen by others before it opens. Her place must be in reach.
 */
export async function keepSaid(
  trx: Trx,
  of: { world: World; meeting: repository.MeetingRow; place: repository.PlaceRow },
  said: Said,
): Promise<Late> {
  const { world, meeting, place } = of
  if (meeting.status === 'cancelled') throw new AppError('conflict')
  const unknown = said.answers.find((answer) => !isAsked(meeting.questions, answer.key))
  if (unknown !== undefined) throw new AppError('invalid-input', { fields: { [unknown.key]: 'unknown' } })
  if (said.attends !== null && said.attends !== place.attends) {
    await repository.updatePlace(trx, place.id, { attends: said.attends, changed_at: world.now() })
  }
  const texts = [
    ...said.answers.map((answer) => ({ ...answer, kind: 'preparation' as const })),
    ...(said.expectation === null
      ? []
      : [{ key: expectationKey, text: said.expectation, kind: 'expectation' as const }]),
  ]
  const known = await repository.textsOf(trx, {
    ...{ meeting: meeting.id, kinds: ['preparation', 'expectation'], place: place.id },
  })
  const late: string[] = []
  for (const { key, kind, text } of texts) {
    const row = known.find((one) => one.kind === kind && one.step_key === key)
    if (text === (row?.body ?? '')) continue
    if (!(await keepOne(trx, of, { key, kind, text, row }))) late.push(key)
  }
  return { late }
}

const isAsked = (questions: readonly PreparedQuestion[], key: string) =>
  questions.some((question) => question.key === key)

/** False when it was opened already: then it stays as the others read it. */
async function keepOne(
  trx: Trx,
  { world, meeting, place }: { world: World; meeting: repository.MeetingRow; place: repository.PlaceRow },
  of: {
    key: string
    kind: 'preparation' | 'expectation'
    text: string
    row: repository.TextRow | undefined
  },
): Promise<boolean> {
  if (of.row !== undefined && of.row.revealed_at !== null) return false
  // What comes in after it opened is read at once: it was asked for the table.
  const opened = of.kind === 'preparation' ? meeting.started_at : meeting.ended_at
  if (of.text === '') {
    if (of.row !== undefined) await repository.removeText(trx, of.row.id)
    return true
  }
  const now = world.now()
  return repository.keepBeforehand(trx, {
    ...{ workspace_id: place.workspace_id, id: world.newId(), meeting_id: meeting.id },
    ...{ place_id: place.id, person_id: place.person_id, step_key: of.key, round: 0, kind: of.kind },
    ...{ body: of.text, at: now, changed_at: now, is_anonymous: false },
    revealed_at: opened === null ? null : now,
  })
}
