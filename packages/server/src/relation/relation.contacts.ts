import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { presentContact } from './relation.presenter.ts'
import * as repository from './relation.repository.ts'

/** Contacts: planned, moved, written up, or cancelled as long as no check belongs to them. */
export function serveContacts(to: MemberApi, world: World): void {
  serveInRelation(to, relationEndpoints.planContact, async (session, { params, body }, trx) => {
    const { relation } = params
    const place = { workspace_id: session.workspace.id, relation_id: relation }
    if (await repository.insertContact(trx, { ...place, ...body, created_by: session.member.id })) {
      await recordDeed(trx, world, { session, relation, action: 'contact.planned', subject: body.id })
    }
    const row = await repository.findContact(trx, relation, body.id)
    // The identifier belongs to a contact of another relation.
    if (row === undefined) throw new AppError('conflict')
    return presentContact(row)
  })
  serveInRelation(to, relationEndpoints.editContact, async (session, { params, body }, trx) => {
    const { relation, contact } = params
    await repository.updateContact(trx, { id: contact, relation_id: relation }, body)
    const row = await repository.findContact(trx, relation, contact)
    if (row === undefined) throw new AppError('not-found')
    await recordDeed(trx, world, { session, relation, action: 'contact.edited', subject: contact })
    return presentContact(row)
  })
  serveInRelation(to, relationEndpoints.removeContact, async (session, { params }, trx) => {
    const { relation, contact } = params
    if (await repository.hasInvitation(trx, relation, contact)) throw new AppError('conflict')
    if (!(await repository.deleteContact(trx, relation, contact))) throw new AppError('not-found')
    await recordDeed(trx, world, { session, relation, action: 'contact.removed', subject: contact })
    return { done: true as const }
  })
}
