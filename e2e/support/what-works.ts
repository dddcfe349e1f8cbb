/** People with checks on both sides of an agreement, put in as months of work would leave them, and the nightly job that reckons over them. */
import { randomUUID } from 'node:crypto'
import { inDatabase } from './own-circle.ts'
import type { OwnPerson } from './own-person.ts'
import type { Weerklank } from './weerklank.ts'

export type Checks = { before: readonly number[]; after: readonly number[] }

export type Followed = Checks & {
  /** The collaboration, and who asks in it. */
  title: string
  with: OwnPerson
  setting: readonly [kind: string, context: string, situation: string]
}

type Statement = readonly [sql: string, values: readonly unknown[]]

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const agreedAt = daysAgo(40)

/** A row with the workspace of the colleague, $1 by name and $2 by name of the workspace; further values from $3. */
const hers = `from member join workspace on workspace.workspace_id = member.workspace_id
  where member.name = $1 and workspace.name = $2`

function statementsFor({ title, with: colleague, setting, before, after }: Followed): Statement[] {
  const [relation, person, participant, event, agreement] = Array.from({ length: 5 }, () => randomUUID())
  const row = (into: string, values: string, ...more: readonly unknown[]): Statement => [
    `insert into ${into} select member.workspace_id, ${values} ${hers}`,
    [colleague.name, colleague.workspace, ...more],
  ]
  const check = (value: number, at: string): Statement[] => {
    const response = randomUUID()
    const answers = JSON.stringify({ heard: value, what: value, how: value, whole: value })
    return [
      row(
        `invitation (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, response_id,
          sent_at, expires_at, created_by)`,
        `gen_random_uuid(), $3::uuid, $4::uuid, 'contact-check', 1, $5::uuid, $6::timestamptz,
          $6::timestamptz + interval '14 days', member.id`,
        ...[relation, participant, response, at],
      ),
      row(
        `response (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, answers, open_text,
          language, answered_at, stored_at)`,
        `$5::uuid, $3::uuid, $4::uuid, 'contact-check', 1, $7::jsonb, '', 'nl', $6::timestamptz, $6::timestamptz`,
        ...[relation, participant, response, at, answers],
      ),
    ]
  }
  return [
    row('person (workspace_id, id, name, created_at)', '$3::uuid, $4, now()', person, title),
    row(
      `consent_event (workspace_id, person_id, purpose, id, decision, at, recorded_by, text_version, reading_level,
        language, decided_by, decided_as, method)`,
      `$3::uuid, 'research', $4::uuid, 'given', now(), 'person', 1, 'parent', 'nl', $3::uuid, 'self', 'own-page'`,
      ...[person, event],
    ),
    row(
      'consent_grant (workspace_id, person_id, purpose, event_id, since)',
      `$3::uuid, 'research', $4::uuid, now()`,
      ...[person, event],
    ),
    row(
      `relation (workspace_id, id, title, kind, context, situation, check_every_days, started_at, created_by,
        member_ids, search_text)`,
      `$3::uuid, $4, $5, $6, $7, 14, now() - interval '1 year', member.id, array[member.id], ''`,
      ...[relation, title, ...setting],
    ),
    row(
      `participant (workspace_id, id, relation_id, person_id, name, voice, detail, address, language, joined_at)`,
      `$3::uuid, $4::uuid, $5::uuid, $6, 'client', '', 'u', 'nl', now() - interval '1 year'`,
      ...[participant, relation, person, title],
    ),
    row(
      `participant (workspace_id, id, relation_id, person_id, member_id, name, voice, detail, address, language,
        joined_at)`,
      `gen_random_uuid(), $3::uuid, member.id, member.id, $1, 'professional', '', 'je', 'nl', now() - interval '1 year'`,
      relation,
    ),
    ...before.flatMap((value, at) => check(value, daysAgo(80 - at * 14))),
    row(
      'agreement (workspace_id, id, relation_id, body, ask_back, made_at, created_by)',
      `$3::uuid, $4::uuid, 'Vaker bellen', false, $5::timestamptz, member.id`,
      ...[agreement, relation, agreedAt],
    ),
    row(
      'agreement_participant (workspace_id, agreement_id, participant_id, relation_id)',
      '$3::uuid, $4::uuid, $5::uuid',
      ...[agreement, participant, relation],
    ),
    ...after.flatMap((value, at) => check(value, daysAgo(35 - at * 14))),
  ]
}

/** Puts these people in, each with a yes to research. */
export const seedFollowed = (weerklank: Weerklank, all: readonly Followed[]) =>
  inDatabase(weerklank, all.flatMap(statementsFor))

/** It becomes night: the server's own job is due. */
export const nightFalls = (weerklank: Weerklank) =>
  inDatabase(weerklank, [["update job set run_at = now() where kind = 'works'", []]])
