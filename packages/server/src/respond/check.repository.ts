import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import { goalInstrument } from '@weerklank/core/feedback/goal'
import type { Answers } from '@weerklank/core/feedback/instrument'
import type { SignalFinding, SignalRule } from '@weerklank/core/feedback/signal'
import type {
  AgreementId,
  ContactId,
  InvitationId,
  MemberId,
  MutualPictureId,
  ParticipantId,
  PersonId,
  RelationId,
  ResponseId,
  SignalId,
} from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { tellOfAnswer } from '../access/access.ts'
import { type AuditRecord, linkAnd } from '../audit/audit.ts'
import type { InvitationTokenTable, ResponseTable } from '../feedback/feedback.table.ts'
import { betweenVoicesKind } from '../feedback/signal-recompute.ts'
import type { Trx } from '../schema.ts'

export type TokenRow = Selectable<InvitationTokenTable>

/** The link that a token belongs to, whoever asks: the context holds the token's hash and nothing else. */
export async function findToken(trx: Trx, hash: string): Promise<TokenRow | undefined> {
  return trx.selectFrom('invitation_token').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

/** How many links of an invitation there are, without those that a newer one came in the place of. */
export async function countTokens(trx: Trx, invitation: InvitationId): Promise<number> {
  const row = await trx
    .selectFrom('invitation_token')
    .select(sql<string>`count(*)`.as('count'))
    .where('invitation_id', '=', invitation)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export type CheckRow = {
  id: InvitationId
  response_id: ResponseId
  contact_id: ContactId | null
  instrument_id: string
  instrument_version: number
  sent_at: Instant
  revoked_at: Instant | null
  own_words: string | null
  contact_at: Instant | null
  workspace_name: string
  time_zone: string
  answered_at: Instant | null
  answers: Answers | null
  open_text: string | null
  drawing: string | null
  /** In which language and wording she was asked; null without an answer. */
  answer_language: RespondLanguage | null
  wording: number | null
  /** The answer is half a mutual picture that is still shut; null without an answer. */
  sealed: boolean | null
  /** The mutual picture of which this is one half. */
  picture_id: MutualPictureId | null
  /** She keeps it to some, or to herself. */
  is_kept_apart: boolean | null
  device_hash: string | null
  /** Who typed it over from paper. */
  entered_by: MemberId | null
  stored_at: Instant | null
}

/** What an invitation asks, of which contact, in which workspace, and what was answered. */
export async function findCheck(trx: Trx, invitation: InvitationId): Promise<CheckRow | undefined> {
  return trx
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.workspace_id', 'invitation.workspace_id')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'invitation.workspace_id')
        .onRef('contact.id', '=', 'invitation.contact_id'),
    )
    .leftJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'invitation.workspace_id')
        .onRef('response.id', '=', 'invitation.response_id'),
    )
    .select([
      'invitation.id',
      'invitation.response_id',
      'invitation.contact_id',
      'invitation.instrument_id',
      'invitation.instrument_version',
      'invitation.sent_at',
      'invitation.revoked_at',
      'invitation.own_words',
      'contact.at as contact_at',
      'workspace.name as workspace_name',
      'workspace.time_zone',
      'response.answered_at',
      'response.answers',
      'response.open_text',
      'response.drawing',
      'response.language as answer_language',
      'response.wording',
      'response.sealed',
      'response.device_hash',
      'response.entered_by',
      'response.stored_at',
      sql<boolean | null>`response.readers is not null`.as('is_kept_apart'),
      sql<MutualPictureId | null>`(select m.id from mutual_picture m where m.workspace_id = invitation.workspace_id
        and m.response_id = invitation.response_id)`.as('picture_id'),
    ])
    .where('invitation.id', '=', invitation)
    .executeTakeFirst()
}

/** An earlier answer of the same person: to the same instrument, or about her goal. */
export type EarlierAnswer = { answers: Answers; at: Instant; instrument: string; version: number }

/**
 * What an answer is read against and compared with: all agreements of this person, and ALL her earlier answers, oldest
 * first: what is usual for her rests on the first of them.
 */
export async function findHistory(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; instrument: string },
): Promise<{ agreements: { id: AgreementId; text: string }[]; earlier: EarlierAnswer[] }> {
  const { rows } = await sql<{ agreements: { id: AgreementId; text: string }[]; earlier: EarlierColumns }>`
    select
      (select coalesce(json_agg(json_build_object('id', a.id, 'text', a.body)), '[]')
        from agreement a join agreement_participant p
          on p.workspace_id = a.workspace_id and p.agreement_id = a.id and p.participant_id = ${of.participant}
        where a.relation_id = ${of.relation}) as agreements,
      -- By column: five hundred answers cost a third less than as objects.
      (select json_build_array(json_agg(r.answers), json_agg(r.answered_at), json_agg(r.instrument_id),
          json_agg(r.instrument_version))
        from (select answers, answered_at, instrument_id, instrument_version from response
          where relation_id = ${of.relation} and participant_id = ${of.participant} and not sealed
            -- What is not for all is restated in no signal that all read.
            and readers is null
            and instrument_id in (${of.instrument}, ${goalInstrument})
          order by answered_at) r) as earlier
  `.execute(trx)
  const [found] = rows
  if (found === undefined) throw new Error('A query without a table gives one row')
  return { agreements: found.agreements, earlier: earlierOf(found.earlier) }
}

/** The same answers, a list for each column; null when there are none. */
type EarlierColumns = [Answers[] | null, Instant[] | null, string[] | null, number[] | null]

function earlierOf([answers, ats, instruments, versions]: EarlierColumns): EarlierAnswer[] {
  return (answers ?? []).flatMap((one, i) => {
    const [at, instrument, version] = [ats?.[i], instruments?.[i], versions?.[i]]
    if (at === undefined || instrument === undefined || version === undefined) return []
    return [{ answers: one, at, instrument, version }]
  })
}

/** Everything that one answer leads to, in one statement: all of it is stored, or, when the answer is there already, none. */
export async function insertAnswer(trx: Trx, answer: AnswerRows): Promise<boolean> {
  const { response: r, echoes, signals, record } = answer
  const { rows } = await sql<{ stored: string }>`
    with stored as (
      insert into response (workspace_id, id, relation_id, participant_id, contact_id, instrument_id, instrument_version,
        answers, open_text, drawing, language, wording, answered_at, stored_at, sealed, device_hash, entered_by)
      values (${r.workspace_id}, ${r.id}, ${r.relation_id}, ${r.participant_id}, ${r.contact_id}, ${r.instrument_id},
        ${r.instrument_version}, ${r.answers}, ${r.open_text}, ${r.drawing ?? null}, ${r.language}, ${r.wording ?? null},
        ${r.answered_at}, ${r.stored_at}, ${answer.sealed}::boolean, ${r.device_hash ?? null}, ${r.entered_by ?? null})
      on conflict (workspace_id, id) do nothing
      returning workspace_id, id, relation_id, participant_id, answered_at
    ), echoed as (
      insert into agreement_echo (workspace_id, agreement_id, response_id, relation_id, participant_id, answer, at,
        sealed)
      select s.workspace_id, e.agreement, s.id, s.relation_id, s.participant_id, e.answer, s.answered_at, ${answer.sealed}::boolean
      from stored s, jsonb_to_recordset(${JSON.stringify(echoes)}::jsonb) e(agreement uuid, answer text)
      returning 1
    ), opened as (
      insert into signal (workspace_id, id, relation_id, participant_id, response_id, rule, occasion, finding, opened_at)
      select s.workspace_id, f.id, s.relation_id, s.participant_id, s.id, f.rule, s.id::text, f.finding, s.answered_at
      from stored s, jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) f(id uuid, rule text, finding jsonb)
      returning 1
    ), raised as (
      update relation set attention_at = greatest(attention_at, ${r.answered_at}::timestamptz)
      where id = ${r.relation_id} and ${signals.length > 0}::boolean and exists (select from stored)
      returning id
    ), looked as (${betweenStatement(answer)}
    ), received as (${momentStatement(answer.person)}
    ), material as (${materialStatement(answer)}
    ), told as (${tellOfAnswer(r.stored_at)}
    ), ${linkAnd(record, sql`stored, (${allElse}) all_else where all_else.rows >= 0`)}
    select count(*) as stored from stored
  `.execute(trx)
  return rows[0]?.stored === '1'
}

/** The rows that one answer leads to. */
export type AnswerRows = {
  /** One half of a picture that is still shut: nobody else reads it, and no copy is made (see feedback/mutual.client.ts). */
  sealed: boolean
  response: Insertable<ResponseTable>
  echoes: readonly { agreement: AgreementId; answer: EchoAnswer }[]
  signals: readonly { id: SignalId; rule: SignalRule; finding: SignalFinding }[]
  record: AuditRecord[]
  person: PersonId
  /** Of the copy for research, when there is one. */
  materialId: string
  /** Of the look beside other voices, when there are any. */
  jobId: string
}

/**
 * Where others could have answered too, the system looks right after this at what was said beside each other. Planned with
 * the answer, so that it cannot be forgotten.
 */
const betweenStatement = ({ response: r, jobId }: AnswerRows) => sql`
      insert into job (id, kind, dedupe_key, payload, run_at)
      select ${jobId}::uuid, ${betweenVoicesKind}, ${`${betweenVoicesKind} ${r.id}`},
        jsonb_build_object('workspace', s.workspace_id, 'relation', s.relation_id), ${r.stored_at}::timestamptz
      from stored s where exists (select from participant p where p.workspace_id = s.workspace_id
        and p.relation_id = s.relation_id and p.id <> s.participant_id and p.member_id is null and p.left_at is null)
      on conflict (dedupe_key) do nothing
      returning 1`

/**
 * The register counts that someone took part, whatever she decided about her answers; only of those who were asked. Days and
 * months are those of the workspace.
 */
const momentStatement = (person: PersonId) => sql`
      insert into research_moment as m (workspace_id, person_id, kind, month, received)
      select s.workspace_id, g.person_id, 'check', date_trunc('month', s.answered_at at time zone w.time_zone)::date, 1
      from stored s join workspace w on w.workspace_id = s.workspace_id
      join research_register g on g.workspace_id = s.workspace_id and g.person_id = ${person}
      on conflict (workspace_id, person_id, kind, month) do update set received = m.received + 1
      returning 1`

/** The copy for research: numbers only, and only while consent is in force; the foreign key would refuse any other. */
const materialStatement = ({ response: r, person, materialId, sealed }: AnswerRows) => sql`
      insert into research_answer (workspace_id, id, person_id, response_id, voice, kind, context, situation,
        instrument_id, instrument_version, answers, answered_on)
      select s.workspace_id, ${materialId}::uuid, g.person_id, s.id, p.voice, c.kind, c.context, c.situation,
        ${r.instrument_id}, ${r.instrument_version}::integer, ${r.answers}::jsonb, (s.answered_at at time zone w.time_zone)::date
      from stored s join workspace w on w.workspace_id = s.workspace_id
      join consent_grant g on g.workspace_id = s.workspace_id and g.person_id = ${person} and g.purpose = 'research' and g.in_force
        and not ${sealed}::boolean
      join participant p on p.workspace_id = s.workspace_id and p.id = s.participant_id
      join relation c on c.workspace_id = s.workspace_id and c.id = s.relation_id
      returning 1`

// Whoever holds the end of a chain waits for nothing else: all other rows come first (audit/chain.order.test.ts). The number
// is asked for, because a part of which nothing is used is left out of the plan.
const allElse = sql`
      select count(*) as rows from (select from echoed union all select from opened union all select from raised
        union all select from looked        union all select from received union all select from material union all select from told) each`

/** What was said about earlier agreements with one response. */
export async function echoesOf(
  trx: Trx,
  response: ResponseId,
): Promise<{ id: AgreementId; text: string; answer: EchoAnswer }[]> {
  return trx
    .selectFrom('agreement_echo')
    .innerJoin('agreement', (join) =>
      join
        .onRef('agreement.workspace_id', '=', 'agreement_echo.workspace_id')
        .onRef('agreement.id', '=', 'agreement_echo.agreement_id'),
    )
    .select(['agreement.id', 'agreement.body as text', 'agreement_echo.answer'])
    .where('agreement_echo.response_id', '=', response)
    .orderBy('agreement.made_at', 'desc')
    .execute()
}
