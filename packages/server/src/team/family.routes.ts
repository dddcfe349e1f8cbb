import { AppError } from '@weerklank/core/shared/errors'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { type MemberApi, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { type CircleDeps, momentOf } from './circle.deps.ts'
import { loadCircle } from './circle.load.ts'
import { circleToAsk, heldCircle } from './circle.open.ts'
import * as repository from './family.repository.ts'
import { keepWord, tellWord } from './family.ts'

/** What a network asks or tells the family, written down by a colleague of the house. */
export function serveFamilyWords(to: MemberApi, deps: CircleDeps): void {
  const { world } = deps
  serveInRelation(to, circleEndpoints.addFamilyWord, async (session, { params, body }, trx) => {
    const { relation } = params
    const at = { session, deps, relation }
    const circle = await circleToAsk(trx, relation, momentOf(at))
    const own = circle.people.find(({ member_id }) => member_id === session.member.id)
    if (own === undefined) throw new AppError('not-allowed')
    await keepWord(trx, { circle, by: own.participant_id, now: world.now() }, body)
    await recordDeed(trx, world, { session, relation, action: 'circle.family-told', subject: body.id })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.setFamilyWord, async (session, { params, body }, trx) => {
    const { relation, word } = params
    const at = { session, deps, relation }
    const circle = await circleToAsk(trx, relation, momentOf(at))
    await tellWord(trx, { circle, now: world.now() }, { id: word, ...body })
    await recordDeed(trx, world, { session, relation, action: 'circle.family-told', subject: word })
    return loadCircle(trx, at)
  })
  serveInRelation(to, circleEndpoints.removeFamilyWord, async (session, { params }, trx) => {
    const { relation, word } = params
    const at = { session, deps, relation }
    const circle = await heldCircle(trx, relation, momentOf(at))
    if ((await repository.findFamilyWord(trx, circle.row.id, word)) === undefined)
      throw new AppError('not-found')
    // What was said to people is not unsaid by taking it off a list.
    if (!(await repository.removeFamilyWord(trx, word))) throw new AppError('conflict')
    await recordDeed(trx, world, { session, relation, action: 'circle.family-untold', subject: word })
    return loadCircle(trx, at)
  })
}
