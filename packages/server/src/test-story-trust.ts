/** Consent, research and an emergency for the people of a story, so that those tables hold rows of it too. */
import { createHash } from 'node:crypto'
import { emergencyEndsAt } from '@weerklank/core/access/emergency'
import { withdrawalPlan } from '@weerklank/core/consent/purpose'
import type {
  ConsentEventId,
  MailMessageId,
  MemberId,
  ParticipantId,
  PersonId,
  PersonRequestId,
  RelationId,
  TakeawayId,
  WorkingNoteId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { asMaintenance } from './access/accounts.ts'
import { recordOf, writeRecords } from './audit/audit.ts'
import { chainStart } from './audit/chain.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[] }

/** For each client: a link of her own, consent for research, the material of her answers, an export, a receipt. */
export async function buildTrust(
  app: Running,
  of: Of,
): Promise<{ request: PersonRequestId; workingNote: WorkingNoteId }> {
  const at = app.clock.now()
  const file = app.world.newId<string>()
  const row = { workspace_id: app.workspace }
  return asMaintenance(app.owner, async (trx) => {
    const text = { purpose: 'research', version: 1, definition: '{}' }
    await trx
      .insertInto('consent_text')
      .values(text)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const persons = await personsOf(trx, of.clients)
    const [child, parent] = persons
    if (child === undefined || parent === undefined) throw new Error('Both clients are persons')
    const family = { child_id: child, parent_id: parent, authority: 'parent' as const }
    await beginRecord(trx, app, { by: of.by, shown: [[`r:${of.relation}`], persons.map((id) => `p:${id}`)] })
    await trx
      .insertInto('person_parent')
      .values({ ...row, ...family, created_at: at })
      .execute()
    const emergency = { reason: 'De vaste hulpverlener is ziek.', at, ends_at: emergencyEndsAt(at) }
    const who = { id: app.world.newId<string>(), relation_id: of.relation, member_id: of.by }
    await trx
      .insertInto('emergency_access')
      .values({ ...row, ...who, ...emergency })
      .execute()
    const made = { made_at: at, made_by: of.by, rows: 2, published_at: null }
    await trx
      .insertInto('research_export')
      .values({ ...row, id: file, title: 'Voorjaar', ...made })
      .execute()
    for (const person of persons) {
      await decide(trx, app, { person, at })
      await linkAccount(trx, app, { person, at })
      await study(trx, app, { person, file })
    }
    await leaveMail(trx, app)
    await ask(trx, app, { person: child, relation: of.relation })
    const workingNote = await keep(trx, app, of)
    return { request: await ask(trx, app, { person: parent, relation: of.relation }), workingNote }
  })
}

/** No link of the record was removed yet; a colleague looked at many at once, twice. */
async function beginRecord(
  trx: Trx,
  app: Running,
  of: { by: MemberId; shown: readonly string[][] },
): Promise<void> {
  const look = { workspace: app.workspace, actor: of.by, action: 'today.read' as const, relation: null }
  for (const shown of of.shown) {
    const line = recordOf(app.world, { ...look, subject: { kind: 'member', id: of.by }, basis: 'takes-part' })
    await writeRecords(trx, [{ ...line, shown }])
  }
  await trx
    .insertInto('audit_anchor')
    .values({ workspace_id: app.workspace, lane: 0, seq: '0', hash: chainStart(0) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A mail that waits to be sent; planned by nobody, so that no test sends it. */
async function leaveMail(trx: Trx, app: Running): Promise<void> {
  const now = app.clock.now()
  const open = { claimed_until: null, sent_at: null, given_up_at: null, last_error: null }
  const to = { to_address: 'lina@thuis.example', to_name: 'Lina', subject: 'Een bericht' }
  const text = { body_text: 'Dag Lina,', body_html: '', created_at: now, waiting_since: now }
  const row = { workspace_id: app.workspace, id: app.world.newId<MailMessageId>(), kind: 'notice' }
  await trx
    .insertInto('mail_message')
    .values({ ...row, ...to, ...text, ...open })
    .execute()
}

/** What everybody in the collaboration noted for herself, and what the workspace keeps and takes along. */
async function keep(trx: Trx, app: Running, of: Of): Promise<WorkingNoteId> {
  const own = await noteForThemselves(trx, app, of)
  const row = { workspace_id: app.workspace }
  const at = app.clock.now()
  await trx
    .insertInto('retention_rule')
    .values({ ...row, kind: 'sent-mail', days: 14 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const run = { id: app.world.newId<string>(), kind: 'sent-mail' as const, at, removed: 3, soon: 1 }
  await trx
    .insertInto('retention_run')
    .values({ ...row, ...run })
    .execute()
  const asked = { reason: 'Wij stappen over.', asked_by: of.by, asked_at: at }
  await trx
    .insertInto('takeaway')
    .values({ ...row, ...asked, id: app.world.newId<TakeawayId>() })
    .execute()
  return own
}

async function noteForThemselves(trx: Trx, app: Running, of: Of): Promise<WorkingNoteId> {
  const row = { workspace_id: app.workspace }
  const at = app.clock.now()
  const authors = await trx
    .selectFrom('participant')
    .select('member_id')
    .where('relation_id', '=', of.relation)
    .where('member_id', 'is not', null)
    .execute()
  const own = app.world.newId<WorkingNoteId>()
  for (const { member_id: author } of authors) {
    if (author === null) continue
    const note = {
      id: author === of.by ? own : app.world.newId<WorkingNoteId>(),
      body: 'Volgende keer naar de vijver?',
      version: 1,
    }
    await trx
      .insertInto('working_note')
      .values({
        ...row,
        ...note,
        author_id: author,
        relation_id: of.relation,
        moment: null,
        rupture_id: null,
        created_at: at,
        changed_at: at,
      })
      .execute()
  }
  return own
}

async function personsOf(trx: Trx, clients: readonly ParticipantId[]): Promise<PersonId[]> {
  const rows = await trx
    .selectFrom('participant')
    .select(['id', 'person_id'])
    .where('id', 'in', [...clients])
    .execute()
  return clients.flatMap((client) => rows.find((row) => row.id === client)?.person_id ?? [])
}

async function decide(trx: Trx, app: Running, of: { person: PersonId; at: string }): Promise<void> {
  const row = { workspace_id: app.workspace, person_id: of.person }
  const event = app.world.newId<ConsentEventId>()
  const text = { text_version: 1, reading_level: 'parent' as const, language: 'nl' as const }
  const by = { decided_by: of.person, decided_as: 'self' as const, method: 'own-page' as const }
  await trx
    .insertInto('consent_event')
    .values({
      ...row,
      ...text,
      ...by,
      id: event,
      purpose: 'research',
      decision: 'given',
      at: of.at,
      recorded_by: 'person',
    })
    .execute()
  await trx
    .insertInto('consent_grant')
    .values({ ...row, purpose: 'research', event_id: event, since: of.at, held_at: null })
    .execute()
  const facts = { contentCount: 2, published: [], exports: [{ title: 'Voorjaar', at: of.at }] }
  const report = JSON.stringify(withdrawalPlan('research', facts))
  const secret = createHash('sha256').update(of.person).digest('hex')
  const link = { token_hash: secret, created_at: of.at, expires_at: addDays(of.at, 30), revoked_at: null }
  await trx
    .insertInto('person_link')
    .values({ ...row, ...link })
    .execute()
  await trx
    .insertInto('receipt')
    .values({ ...row, id: app.world.newId<string>(), kind: 'withdrawal', at: of.at, report })
    .execute()
}

/** An account of her own, with which she opens her page. */
async function linkAccount(trx: Trx, app: Running, of: { person: PersonId; at: string }): Promise<void> {
  const user = app.world.newId<string>()
  const account = { id: user, name: '', email: `${of.person}@thuis.example`, emailVerified: true }
  await trx.insertInto('auth.user').values(account).execute()
  const row = { workspace_id: app.workspace, person_id: of.person, user_id: user }
  await trx.insertInto('auth.person_place').values(row).execute()
  await trx
    .insertInto('person_account')
    .values({ ...row, linked_at: of.at })
    .execute()
}

async function study(trx: Trx, app: Running, of: { person: PersonId; file: string }): Promise<void> {
  const row = { workspace_id: app.workspace, person_id: of.person }
  const at = app.clock.now()
  const register = trx.selectFrom('research_register').where('workspace_id', '=', app.workspace)
  const { known } = await register
    .select(({ fn }) => fn.countAll<string>().as('known'))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('research_register')
    .values({ ...row, code: `P0${Number(known) + 1}`, consent: 'given', consent_at: at })
    .execute()
  await trx
    .insertInto('research_code')
    .values({ workspace_id: app.workspace, last: Number(known) + 1 })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet(({ ref }) => ({ last: ref('excluded.last') })),
    )
    .execute()
  await trx
    .insertInto('research_moment')
    .values({ ...row, kind: 'check', month: '2026-11-01', received: 2 })
    .execute()
  await sql`
    insert into research_answer (workspace_id, id, person_id, response_id, voice, kind, context, situation, instrument_id,
      instrument_version, answers, answered_on)
    select r.workspace_id, gen_random_uuid(), p.person_id, r.id, p.voice, c.kind, c.context, c.situation, r.instrument_id,
      r.instrument_version, r.answers, r.answered_at::date
    from response r
    join participant p on p.workspace_id = r.workspace_id and p.id = r.participant_id
    join relation c on c.workspace_id = r.workspace_id and c.id = r.relation_id
    where p.person_id = ${of.person}`.execute(trx)
  await sql`
    insert into works_trace (workspace_id, source, person_id, subject_id, instrument_id, relation_id, deed, kind, context, situation,
      colleague_ids, done_at, before_count, after_count, nap, tau_u)
    select p.workspace_id, 'collaboration', p.person_id, gen_random_uuid(), 'contact-check', c.id, 'agreement', c.kind, c.context, c.situation,
      c.member_ids, c.started_at, 3, 3, 0.5, 0
    from participant p join relation c on c.workspace_id = p.workspace_id and c.id = p.relation_id
    where p.person_id = ${of.person}`.execute(trx)
  await trx
    .insertInto('works_told')
    .values({
      workspace_id: row.workspace_id,
      source: 'collaboration',
      deed: 'agreement',
      groups: '[]',
      told_at: '2026-11-01T03:00:00.000Z',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('research_export_person')
    .values({ ...row, export_id: of.file, withdrawn_at: null })
    .execute()
}

async function ask(
  trx: Trx,
  app: Running,
  of: { person: PersonId; relation: RelationId },
): Promise<PersonRequestId> {
  const asked = { kind: 'correction' as const, body: 'Mijn naam klopt niet.', at: app.clock.now() }
  const handling = { outcome: null, answer: '', handled_at: null, handled_by: null }
  const id = app.world.newId<PersonRequestId>()
  const whose = { person_id: of.person, relation_id: of.relation, asked_by: of.person }
  await trx
    .insertInto('person_request')
    .values({ workspace_id: app.workspace, id, ...whose, ...asked, ...handling })
    .execute()
  return id
}
