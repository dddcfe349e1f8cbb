/** Teams and learners with something before and after a deed, put in as they are kept: each by its own way would be a test by itself. */
import type { RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { asMaintenance } from '../db/maintenance.ts'
import type { BuiltRelation } from '../test-factories.ts'
import type { Person } from '../test-member.ts'
import type { Running } from '../test-running.ts'

const [before, deed, after] = ['2026-03-01T09:00:00Z', '2026-04-01T09:00:00Z', '2026-05-01T09:00:00Z']

/** Makes a team of a collaboration, with an agreement of everybody in it half-way. */
export async function asTeam(app: Running, team: BuiltRelation): Promise<void> {
  const [circle, side, agreement] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const of = sql`workspace_id = ${app.workspace} and relation_id = ${team.id}`
  await asMaintenance(app.owner, async (trx) => {
    await sql`insert into circle (workspace_id, id, relation_id, kind, question, starts_on, created_by, created_at, changed_at, version)
      select workspace_id, ${circle}, id, 'team', '', '2026-01-01', created_by, ${before}, ${before}, 1 from relation
      where workspace_id = ${app.workspace} and id = ${team.id}`.execute(trx)
    await sql`insert into circle_side values (${app.workspace}, ${side}, ${circle}, ${team.id}, 'Wij', false, 0)`.execute(
      trx,
    )
    await sql`insert into agreement (workspace_id, id, relation_id, body, ask_back, made_at, created_by)
      select workspace_id, ${agreement}, id, 'Rondje aan het begin', false, ${deed}, created_by from relation
      where workspace_id = ${app.workspace} and id = ${team.id}`.execute(trx)
    await sql`insert into agreement_participant (workspace_id, agreement_id, participant_id, relation_id)
      select workspace_id, ${agreement}, id, relation_id from participant where ${of}`.execute(trx)
  })
}

/** Two anonymous rounds of a team, one on each side of the agreement, in which everybody of eleven chose the same. */
export async function roundsAroundIt(
  app: Running,
  team: RelationId,
  [was, is]: [number, number],
): Promise<void> {
  const ends = { [before]: was, [after]: is }
  for (const [at, value] of Object.entries(ends)) {
    const [round, group] = [crypto.randomUUID(), crypto.randomUUID()]
    await asMaintenance(app.owner, async (trx) => {
      await sql`insert into round (workspace_id, id, title, instrument_id, instrument_version, k, takes_words, created_by, member_ids,
          opened_at, closes_at, closed_at, circle_relation_id, circle_id)
        select workspace_id, ${round}, 'Hoe gaat het', 'team-check', 1, 5, false, created_by, '{}', ${at}::timestamptz,
          ${at}::timestamptz + interval '7 days', ${at}::timestamptz + interval '7 days', relation_id, id
        from circle where workspace_id = ${app.workspace} and relation_id = ${team}`.execute(trx)
      await sql`insert into round_group (workspace_id, id, round_id, name, invited, answered)
        values (${app.workspace}, ${group}, ${round}, '', 11, 11)`.execute(trx)
      await sql`insert into round_tally (workspace_id, round_id, group_id, item_id, value, n)
        values (${app.workspace}, ${round}, ${group}, 'cost', ${value}, 11)`.execute(trx)
    })
  }
}

/** Two confidential checks of a team, one on each side of the agreement, open, and answered by everybody in it. */
export async function checksAroundIt(
  app: Running,
  team: RelationId,
  [was, is]: [number, number],
): Promise<void> {
  for (const [at, value] of [
    [before, was],
    [after, is],
  ] as const) {
    const check = crypto.randomUUID()
    await asMaintenance(app.owner, async (trx) => {
      await sql`insert into circle_check (workspace_id, id, circle_id, relation_id, instrument_id, instrument_version, asks_from, closes_at,
          talk_on, min_share, asked_ids, opened_at, opened_by, created_by, created_at, version)
        select workspace_id, ${check}, id, relation_id, 'midcourse', 1, ${at}::timestamptz, ${at}::timestamptz + interval '7 days',
          '2026-06-01', 60, array(select p.id from participant p where p.relation_id = ${team}), ${at}, 'all-in', created_by, ${at}, 1
        from circle where workspace_id = ${app.workspace} and relation_id = ${team}`.execute(trx)
      await sql`insert into circle_answer (workspace_id, check_id, participant_id, circle_id, relation_id, side_id, marks, words, answered_at,
          sealed)
        select p.workspace_id, ${check}, p.id, s.circle_id, p.relation_id, s.id, ${JSON.stringify({ along: value })}::jsonb, '', ${at}, false
        from participant p join circle_side s on s.workspace_id = p.workspace_id and s.relation_id = p.relation_id
        where p.workspace_id = ${app.workspace} and p.relation_id = ${team}`.execute(trx)
    })
  }
}

/** Consent to research of everybody in a collaboration, as it stands in force. */
export async function everybodyConsents(app: Running, of: { relation: RelationId }): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    await sql`insert into consent_event select workspace_id, gen_random_uuid(), person_id, 'research', 'given', 1, 'parent', 'nl', person_id,
        'self', 'paper', ${before}, 'system' from participant
      where workspace_id = ${app.workspace} and relation_id = ${of.relation}`.execute(trx)
    await sql`insert into consent_grant (workspace_id, person_id, purpose, event_id, since)
      select e.workspace_id, e.person_id, 'research', e.id, ${before} from consent_event e
        join participant p on p.workspace_id = e.workspace_id and p.person_id = e.person_id
      where p.workspace_id = ${app.workspace} and p.relation_id = ${of.relation} and e.purpose = 'research'
      on conflict do nothing`.execute(trx)
  })
}

/** A trajectory of one lead with learners who did an exercise half-way, between two looks at their goal. */
export async function learning(
  app: Running,
  of: { lead: Person; names: readonly string[]; shares: boolean; levels: [number, number] },
): Promise<void> {
  const trajectory = crypto.randomUUID()
  const shared = of.shares ? sql`'research'` : sql`null`
  const own = [...of.names.entries()]
  await asMaintenance(app.owner, async (trx) => {
    await sql`insert into trajectory (workspace_id, id, title, purpose, template_key, status, starts_on, components, lead_ids, member_ids,
        created_by, created_at, changed_at, version)
      values (${app.workspace}, ${trajectory}, ${`Traject ${of.lead.name}`}, '', 'own', 'running', '2026-01-01', '[]',
        array[${of.lead.member}::uuid], array[${of.lead.member}::uuid], ${of.lead.member}, ${before}, ${before}, 1)`.execute(
      trx,
    )
    for (const [at, name] of own) {
      const [person, learner, goal] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
      await sql`insert into person (workspace_id, id, name, created_at) values (${app.workspace}, ${person}, ${name}, ${before})`.execute(
        trx,
      )
      if (of.shares) {
        const event = crypto.randomUUID()
        await sql`insert into consent_event values (${app.workspace}, ${event}, ${person}, 'research', 'given', 1, 'parent', 'nl', ${person},
          'self', 'paper', ${before}, 'system')`.execute(trx)
        await sql`insert into consent_grant (workspace_id, person_id, purpose, event_id, since)
          values (${app.workspace}, ${person}, 'research', ${event}, ${before})`.execute(trx)
      }
      await sql`insert into learner (workspace_id, id, trajectory_id, number, person_id, function, organisation, voice, address, language,
          status, joined_at, exit_talk, changed_at, version, shared)
        values (${app.workspace}, ${learner}, ${trajectory}, ${at + 1}, ${person}, '', '', 'professional', 'je', 'nl', 'active', ${before},
          'none', ${before}, 1, ${shared})`.execute(trx)
      const seen = JSON.stringify({ seen: ['a', 'b', 'c', 'd', 'e'], baseline: -2 })
      await sql`insert into learning_goal (workspace_id, id, trajectory_id, learner_id, person_id, text, situation, why, first_step, notice,
          status, reason, scale, created_at, changed_at, version, shared)
        values (${app.workspace}, ${goal}, ${trajectory}, ${learner}, ${person}, 'Doorvragen', '', '', '', '', 'current', '', ${seen}::jsonb,
          ${before}, ${before}, 1, ${shared})`.execute(trx)
      for (const [day, level] of [
        ['2026-03-20', of.levels[0]],
        ['2026-04-20', of.levels[1]],
      ] as const)
        await sql`insert into learning_attainment (workspace_id, id, trajectory_id, learner_id, person_id, goal_id, level, said, day, at, shared)
          values (${app.workspace}, gen_random_uuid(), ${trajectory}, ${learner}, ${person}, ${goal}, ${level}, '', ${day}, ${after}, ${shared})`.execute(
          trx,
        )
      await sql`insert into learning_exercise (workspace_id, id, trajectory_id, learner_id, person_id, exercise_key, name, day, kind, context,
          situation, happened, insight, at, shared)
        values (${app.workspace}, gen_random_uuid(), ${trajectory}, ${learner}, ${person}, 'own', 'Navertellen', '2026-04-01',
          'with-help-seekers', 'micro', 'guidance', 'Ik vertelde na', '', ${after}, ${shared})`.execute(trx)
    }
  })
}
