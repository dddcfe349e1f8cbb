import type { AuditAction } from '@weerklank/core/audit/audit'
import type { RelationId } from '@weerklank/core/shared/ids'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type AtCircle, memberAt } from './circle.at.ts'
import * as glossary from './glossary.ts'

type Deed = { relation: RelationId; action: AuditAction; subject?: string }

/** The shared glossary of a team or network, for its colleagues with an account. */
export function serveGlossary(to: MemberApi, { world }: { world: World }): void {
  serveWords(to, world)
  serveMeanings(to, world)
}

/** Does something at the glossary, writes it down, and gives the glossary as it is then. */
async function doing(
  trx: Trx,
  { session, world, ...deed }: Deed & { session: MemberSession; world: World },
  act: (at: AtCircle) => Promise<unknown>,
) {
  const at = await memberAt(trx, session, { world, relation: deed.relation })
  await act(at)
  await recordDeed(trx, world, { session, ...deed })
  return glossary.loadGlossary(trx, at)
}

function serveWords(to: MemberApi, world: World): void {
  serveInRelation(to, glossaryEndpoints.getGlossary, (session, { params: { relation } }, trx) =>
    doing(trx, { session, world, relation, action: 'circle.glossary-read' }, async () => undefined),
  )
  serveInRelation(to, glossaryEndpoints.addGlossaryWord, (session, { params: { relation }, body }, trx) => {
    const deed = { relation, action: 'circle.word-added', subject: body.id } as const
    return doing(trx, { session, world, ...deed }, (at) => glossary.addWord(trx, at, body))
  })
  serveInRelation(to, glossaryEndpoints.carryGlossaryCards, (session, { params: { relation } }, trx) =>
    doing(trx, { session, world, relation, action: 'circle.words-carried' }, (at) =>
      glossary.carryCards(trx, at),
    ),
  )
  serveInRelation(to, glossaryEndpoints.removeGlossaryWord, async (session, { params }, trx) => {
    const { relation, word } = params
    await glossary.removeWord(trx, await memberAt(trx, session, { world, relation }), word)
    await recordDeed(trx, world, { session, relation, action: 'circle.word-removed', subject: word })
    return { done: true as const }
  })
}

function serveMeanings(to: MemberApi, world: World): void {
  serveInRelation(to, glossaryEndpoints.giveMeaning, (session, { params: { relation, word }, body }, trx) => {
    // Who handed something to the table stands nowhere: the record only says that she looked.
    const deed =
      body.from === 'me'
        ? { relation, action: 'circle.meaning-given' as const, subject: word }
        : { relation, action: 'circle.glossary-read' as const }
    return doing(trx, { session, world, ...deed }, (at) => glossary.giveMeaning(trx, at, { word, ...body }))
  })
  serveInRelation(to, glossaryEndpoints.sayDiffers, (session, { params: { relation, word }, body }, trx) =>
    doing(trx, { session, world, relation, action: 'circle.word-differs', subject: word }, (at) =>
      glossary.sayDiffers(trx, at, { word, ...body }),
    ),
  )
  serveInRelation(
    to,
    glossaryEndpoints.agreeOnMeaning,
    (session, { params: { relation, word }, body }, trx) =>
      doing(trx, { session, world, relation, action: 'circle.meaning-agreed', subject: word }, (at) =>
        glossary.agreeOn(trx, at, { word, ...body }),
      ),
  )
  serveInRelation(to, glossaryEndpoints.removeMeaning, async (session, { params }, trx) => {
    const { relation, meaning } = params
    await glossary.removeMeaning(trx, await memberAt(trx, session, { world, relation }), meaning)
    await recordDeed(trx, world, { session, relation, action: 'circle.meaning-removed', subject: meaning })
    return { done: true as const }
  })
}
