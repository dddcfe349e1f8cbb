import { AppError } from '@weerklank/core/shared/errors'
import type { FamilyWordId, ParticipantId } from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { isOfFamily, type OpenCircle, personIn } from './circle.open.ts'
import * as repository from './family.repository.ts'

type Word = {
  id: FamilyWordId
  kind: 'ask' | 'tell'
  text: string
  saidBy: ParticipantId
  plannedOn: Day | null
}

/** Keeps something to ask or tell the family; the same once more changes nothing. */
export async function keepWord(
  trx: Trx,
  { circle, by, now }: { circle: OpenCircle; by: ParticipantId; now: Instant },
  word: Word,
): Promise<void> {
  enforceSays(circle, word.saidBy)
  const { row } = circle
  const isNew = await repository.insertFamilyWord(trx, {
    ...{ workspace_id: row.workspace_id, relation_id: row.relation_id, circle_id: row.id, id: word.id },
    ...{ kind: word.kind, text: word.text, participant_id: by, said_by: word.saidBy },
    ...{
      planned_on: word.plannedOn,
      said_at: null,
      answer: '',
      created_at: now,
      changed_at: now,
      version: 1,
    },
  })
  if (!isNew && (await repository.findFamilyWord(trx, row.id, word.id)) === undefined)
    throw new AppError('conflict')
}

/**
 * Changes it, or writes down that it was said and what the family answered: from then on the family sees it. What was said
 * keeps its words.
 */
export async function tellWord(
  trx: Trx,
  { circle, now }: { circle: OpenCircle; now: Instant },
  { id, version, said, answer, ...word }: Word & { version: number; said: boolean; answer: string },
): Promise<void> {
  const row = await repository.findFamilyWord(trx, circle.row.id, id)
  if (row === undefined) throw new AppError('not-found')
  const isSaid = row.said_at !== null
  if (isSaid && (!said || word.text !== row.text || word.kind !== row.kind)) throw new AppError('conflict')
  if (!said && answer !== '') throw new AppError('invalid-input', { fields: { answer: 'not-said' } })
  if (word.saidBy !== row.said_by) enforceSays(circle, word.saidBy)
  const change = {
    ...{ kind: word.kind, text: word.text, said_by: word.saidBy, planned_on: word.plannedOn, answer },
    ...{ said_at: said ? (row.said_at ?? now) : null, changed_at: now },
  }
  if (!(await repository.updateFamilyWord(trx, { id, version }, change))) throw new AppError('conflict')
}

/** Who says it is there, and not of the family itself. */
function enforceSays(circle: OpenCircle, participant: ParticipantId): void {
  const person = personIn(circle, participant)
  if (person === undefined || isOfFamily(circle, person))
    throw new AppError('invalid-input', { fields: { saidBy: 'unknown' } })
}
