import { mustOpen } from '@weerklank/core/team/circle-check'
import { record } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { peopleOf } from './circle.repository.ts'
import { factsOf } from './circle-check.load.ts'
import * as checks from './circle-check.repository.ts'

/**
 * Opens a check when everybody who is still asked answered, or its window closed. The record names nobody: who was the last to answer
 * is nobody's business. Ends in the context it began in. The check is held (`lockCheck`).
 */
export async function openWhenDue(
  trx: Trx,
  { world }: { world: World },
  { row, context }: { row: checks.CheckRow; context: Context },
): Promise<boolean> {
  const people = await peopleOf(trx, [row.circle_id])
  const here = new Set(people.flatMap((one) => (one.left_at === null ? [one.participant_id] : [])))
  const asked = row.asked_ids.filter((one) => here.has(one))
  const program: Context = {
    ...{ workspace: row.workspace_id, actor: 'system', relations: [row.relation_id], purpose: 'reveal' },
  }
  await setContext(trx, program)
  const answered = await checks.answeredIn(trx, row.id)
  const now = world.now()
  const by = mustOpen(factsOf(row), { asked, answered, now })
  if (by !== null) {
    // Of whom the share is reckoned from now on: who leaves later moves no threshold, and who answered and left counts on both sides.
    const counted = new Set([...asked, ...answered]).size
    await checks.unseal(trx, row.id, { at: now, by, answers: answered.length, asked: counted })
    const line = { workspace: row.workspace_id, actor: 'system', relation: row.relation_id }
    await record(trx, world, {
      ...line,
      action: 'circle.check-opened',
      subject: { kind: 'circle', id: row.id },
    })
  }
  await setContext(trx, context)
  return by !== null
}
