import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId, NoteId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { planWindowCheck } from '../feedback/window-check.ts'
import { firstPeople } from '../relation/relation.people.ts'
import { insertContact, insertNote, insertRelation, setClosed } from '../relation/relation.repository.ts'
import type { Stage } from './stage.ts'
import type { Happening } from './story.ts'
import { learnPeople, peopleOfStory } from './story-people.ts'

/** What members do in a collaboration besides asking and talking, as the routes of the relation room do it. */

export async function openRelation(stage: Stage): Promise<void> {
  const { trx, world, story, place, relation } = stage
  const { title, setting, purpose, checkEveryDays } = story
  const fields = { title, ...setting, purpose, checkEveryDays, participants: peopleOfStory(stage) }
  const { id, participants, ...body } = relationEndpoints.createRelation.body.parse({
    id: relation,
    ...fields,
  })
  const member = place.members[story.by]
  const session = await openSession(trx, { workspace: place.workspace, member, now: world.now() }, 'self')
  await insertRelation(trx, {
    workspace_id: place.workspace,
    id,
    title: body.title,
    kind: body.kind,
    context: body.context,
    situation: body.situation,
    purpose: body.purpose,
    check_every_days: body.checkEveryDays,
    started_at: world.now(),
    closed_at: null,
    version: 1,
    created_by: member,
    member_ids: [member],
    search_text: '',
    attention_at: null,
  })
  await setContext(trx, { ...session.context, relations: [relation] })
  await firstPeople(trx, { session, relation, world }, participants)
  const firstAt = addDays(world.now(), checkEveryDays)
  await planWindowCheck(trx, world, { workspace: place.workspace, relation, firstAt })
  await recordDeed(trx, world, { session, relation, action: 'relation.created' })
  await learnPeople(stage)
}

export async function addNote(stage: Stage, note: Extract<Happening, { kind: 'note' }>): Promise<void> {
  const { trx, world, place, relation, story } = stage
  const session = await stage.as(story.by)
  const { id, kind, text, toldBy } = relationEndpoints.addNote.body.parse({
    id: world.newId<NoteId>(),
    kind: note.note,
    text: note.text,
    toldBy: note.toldBy,
  })
  await insertNote(trx, {
    workspace_id: place.workspace,
    relation_id: relation,
    id,
    kind,
    body: text,
    told_by: toldBy,
    at: world.now(),
    created_by: session.member.id,
  })
  await recordDeed(trx, world, { session, relation, action: 'note.added', subject: id })
}

type Contact = { id: ContactId; at: Instant; place: string; summary: string; isRepair: boolean }

export async function addContact(stage: Stage, contact: Contact): Promise<void> {
  const { trx, world, relation, story } = stage
  const session = await stage.as(story.by)
  const body = relationEndpoints.planContact.body.parse({
    id: contact.id,
    kind: contact.isRepair ? 'repair-talk' : 'contact',
    at: contact.at,
    place: contact.place,
    summary: contact.summary,
  })
  const at = { workspace_id: stage.place.workspace, relation_id: relation }
  await insertContact(trx, { ...at, ...body, created_by: session.member.id })
  await recordDeed(trx, world, { session, relation, action: 'contact.planned', subject: contact.id })
}

export async function closeRelation(stage: Stage): Promise<void> {
  const { trx, world, relation, story } = stage
  const session = await stage.as(story.by)
  await setClosed(trx, relation, world.now())
  await recordDeed(trx, world, { session, relation, action: 'relation.closed' })
}
