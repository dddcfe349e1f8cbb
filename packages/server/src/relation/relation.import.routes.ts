import { mayStartRelation } from '@weerklank/core/access/access'
import { readRelationImport } from '@weerklank/core/relation/relation-import'
import { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, type MemberSession, serveOverRelations } from '../access/access.ts'
import { recordOver } from '../audit/audit.ts'
import type { RelationDeps } from './relation.deps.ts'
import { titlesOf } from './relation.import.repository.ts'
import { judge, presentPreview } from './relation.import.ts'
import { takeIn } from './relation.import.write.ts'

const { previewRelationImport, importRelations } = relationImportEndpoints

/** People and collaborations out of a file: looked at first, then all of it or nothing. */
export function serveRelationImport(to: MemberApi, deps: RelationDeps): void {
  serveOverRelations(to, previewRelationImport, async (session, { body }, trx) => {
    enforceOfTheHouse(session)
    const read = readRelationImport(body.text)
    // With a problem in it the file will be another one: what she has already is looked up then.
    const found = read.problems.length === 0 ? read.relations : []
    const { judged, matched } = await judge(trx, session, {
      own: await titlesOf(trx, session.member.id),
      found,
    })
    await recordOver(trx, deps.world, { session, action: 'relation.listed', relations: matched })
    const unjudged = read.relations.map((relation) => ({ ...relation, status: 'new' as const }))
    return presentPreview(read, read.problems.length === 0 ? judged : unjudged)
  })
  serveOverRelations(to, importRelations, async (session, { body }, trx) => {
    enforceOfTheHouse(session)
    const { relations, problems } = readRelationImport(body.text)
    if (problems.length > 0) throw new AppError('invalid-input', { fields: { text: 'problems' } })
    return takeIn(trx, session, { deps, id: body.id, relations })
  })
}

function enforceOfTheHouse(session: MemberSession): void {
  if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
}
