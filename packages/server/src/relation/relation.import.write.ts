import type { ImportedRelation } from '@weerklank/core/relation/relation-import'
import type { relationImportDone } from '@weerklank/core/relation/relation-import.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, RelationId, RelationImportId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { Insertable } from 'kysely'
import type { z } from 'zod'
import type { MemberSession } from '../access/access.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { RelationDeps } from './relation.deps.ts'
import { insertRelations, refreshDerivedOf, titlesOf } from './relation.import.repository.ts'
import { batchSize, importedId, judge } from './relation.import.ts'
import { insertPeople, newParticipants } from './relation.people.ts'
import type { RelationTable } from './relation.table.ts'

type Of = { deps: RelationDeps; id: RelationImportId; relations: readonly ImportedRelation[] }
type Placed = ImportedRelation & { id: RelationId }

/**
 * Takes in what is new; what she has already is passed over. A repeat of the same import, also when two come at once,
 * answers as the first did; the same identifier with another file is refused.
 */
export async function takeIn(
  trx: Trx,
  session: MemberSession,
  of: Of,
): Promise<z.input<typeof relationImportDone>> {
  const placed = of.relations.map(
    (relation, at): Placed => ({ ...relation, id: importedId(of.id, `relation ${at}`) }),
  )
  const titled = await titlesOf(trx, session.member.id)
  const own = new Map(titled.map(({ id, title }) => [id, title]))
  const before = placed.filter(({ id }) => own.has(id))
  const isRepeat = before.length > 0
  // Of a repeat, what it made itself is not "there already".
  const { judged } = await judge(trx, session, {
    own: titled,
    found: isRepeat ? placed.filter(({ id }) => !own.has(id)) : placed,
  })
  const passed = judged.filter(({ status }) => status === 'there').length
  const fresh = (judged as (Placed & { status: string })[]).filter(({ status }) => status !== 'there')
  if (isRepeat && (fresh.length > 0 || before.some(({ id, title }) => own.get(id) !== title)))
    throw new AppError('conflict')
  for (let at = 0; at < fresh.length; at += batchSize) {
    await takeBatch(trx, session, { ...of, batch: fresh.slice(at, at + batchSize) })
  }
  const all = isRepeat ? before : fresh
  const people = all.reduce((sum, relation) => sum + relation.people.length, 0)
  return { relations: all.length, people, there: passed }
}

async function takeBatch(
  trx: Trx,
  session: MemberSession,
  of: Of & { batch: readonly Placed[] },
): Promise<void> {
  const { deps, batch } = of
  const { world } = deps
  await setContext(trx, session.context)
  const made = await insertRelations(
    trx,
    batch.map((relation) => relationRow(session, world, relation)),
  )
  // Somebody else's, or sent twice at the same moment: then the other one did it.
  if (made.length < batch.length) throw new AppError('conflict')
  await setContext(trx, { ...session.context, relations: made })
  const rows = batch.flatMap((relation) =>
    newParticipants(
      { session, relation: relation.id, world },
      relation.people.map(({ line: _, ...person }, at) => ({
        ...person,
        id: importedId<ParticipantId>(of.id, `${relation.id} person ${at}`),
        member: null,
      })),
    ),
  )
  await insertPeople(trx, world, rows)
  await refreshDerivedOf(trx, made)
  for (const { id, checkEveryDays } of batch) {
    const firstAt = addDays(world.now(), checkEveryDays)
    await deps.planWindowCheck(trx, { workspace: session.workspace.id, relation: id, firstAt })
  }
  await recordMade(trx, session, { world, made })
}

/** As if each was begun by itself. */
async function recordMade(
  trx: Trx,
  session: MemberSession,
  { world, made }: { world: World; made: readonly RelationId[] },
): Promise<void> {
  const { workspace, member, token } = session
  const line = { workspace: workspace.id, actor: member.id, roles: member.roles, token }
  await writeRecords(
    trx,
    made.map((relation) =>
      recordOf(world, {
        ...line,
        ...{ basis: 'takes-part', action: 'relation.created', relation },
        subject: { kind: 'relation', id: relation },
      }),
    ),
  )
  for (const relation of made) session.changed.add(relation)
}

function relationRow(session: MemberSession, world: World, of: Placed): Insertable<RelationTable> {
  const { id, title, kind, context, situation, purpose, checkEveryDays } = of
  return {
    ...{ workspace_id: session.workspace.id, id, title, kind, context, situation, purpose },
    check_every_days: checkEveryDays,
    started_at: world.now(),
    closed_at: null,
    version: 1,
    created_by: session.member.id,
    member_ids: [session.member.id],
    search_text: '',
    attention_at: null,
  }
}
