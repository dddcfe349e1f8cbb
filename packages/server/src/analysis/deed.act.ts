import { type DeedRefusal, patchOf } from '@weerklank/core/analysis/deed'
import type { AnalysisChange, DeedId } from '@weerklank/core/analysis/deed.contract'
import type { Patch } from '@weerklank/core/analysis/patch'
import { AppError } from '@weerklank/core/shared/errors'
import type { PassageId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInAnalysis } from './analysis.record.ts'
import { type AnalysisRow, nextSeq } from './analysis.repository.ts'
import { dropUndone, insertDeed } from './deed.repository.ts'
import { decidedPlace } from './round.repository.ts'
import { bookFor, documentIds, passageFacts, writePatch } from './workbook.repository.ts'

/**
 * Does what an analyst asks, keeps it as a deed and writes it down; refused with the reason where it cannot be. The row of the
 * analysis is held. Gives what was changed.
 */
export async function carryOut(
  trx: Trx,
  session: MemberSession,
  of: { world: World; row: AnalysisRow; id: DeedId; change: AnalysisChange },
): Promise<Patch> {
  const { world, row, id, change } = of
  const at = world.now()
  const analysis = row.id
  // What changes codings of others stays in their name, and takes the memos on them along: also those kept to oneself.
  const takesAlong = ['remove-code', 'merge-codes', 'split-code', 'take-decision'].includes(change.kind)
  if (takesAlong) await setContext(trx, { ...session.context, purpose: 'undo' })
  const patch = await plan(trx, row, { session, change, at })
  await writePatch(trx, patch, { workspace: session.workspace.id, analysis })
  if (takesAlong) await setContext(trx, session.context)
  await dropUndone(trx, { analysis, member: session.member.id })
  await insertDeed(
    trx,
    {
      ...{ id, member_id: session.member.id, seq: await nextSeq(trx, analysis, at), at },
      ...{ kind: change.kind, about: aboutOf(patch), state: 'done', undone_at: null },
    },
    { workspace: session.workspace.id, analysis, patch },
  )
  await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.worked' })
  return patch
}

/** What a change comes to; refused with the reason where it cannot be made. */
async function plan(
  trx: Trx,
  row: AnalysisRow,
  of: { session: MemberSession; change: AnalysisChange; at: string },
): Promise<Patch> {
  const { session, change, at } = of
  const book = await bookFor(trx, row.id, change)
  const selected: PassageId[] =
    change.kind === 'add-codings'
      ? change.codings.map(({ passage }) => passage)
      : change.kind === 'change-coding'
        ? book.codings.filter(({ id }) => id === change.coding).map(({ passage }) => passage)
        : change.kind === 'take-decision'
          ? [change.passage]
          : []
  const isOnDocument = change.kind === 'add-memo' && change.on.kind === 'document'
  const planned = patchOf(book, change, {
    ...{ member: session.member.id, at, sealed: new Set(row.sealed_documents) },
    passages: await passageFacts(trx, row.id, selected),
    documents: isOnDocument ? await documentIds(trx, row.id) : new Set(),
    place: change.kind === 'take-decision' ? await decidedPlace(trx, row.id, change) : undefined,
  })
  if (!planned.allowed) refuse(planned.reason)
  return planned.patch
}

function refuse(reason: DeedRefusal): never {
  // What stands elsewhere by now: her screen is behind, and loading again shows it.
  const isBehind = reason === 'taken' || reason === 'blind-round' || reason.startsWith('unknown')
  throw new AppError(isBehind ? 'conflict' : 'invalid-input', { fields: { change: reason } })
}

/** The name of the code a deed was about, where it was about one. */
function aboutOf(patch: Patch): string {
  const codes = patch.flatMap((change) => (change.row === 'code' ? [change.after ?? change.before] : []))
  return codes.length === 1 ? (codes[0]?.name ?? '') : ''
}
