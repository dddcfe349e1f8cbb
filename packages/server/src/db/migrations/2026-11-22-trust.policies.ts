import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, takesPart, ownIfRespondent, memberOnly, signedIn, actorIs, token, purpose, person, role } =
  condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const own = both(relation(), ownIfRespondent)
const team = both(relation(), memberOnly)
/** A record of one's own that a link or a deletion on request may remove. */
const onRequest = both(team, purpose('deletion'))
const administrator = both(role('administrator'), signedIn)
const researcher = both(role('researcher'), signedIn)
const colleague = both(signedIn, `not ${role('guest')}`)
const system = purpose('system')

/** Every rule of the tables so far, anew: who may do what with which row. The matrix test writes it out as a table. */
export async function protectAll(db: Kysely<never>): Promise<void> {
  for (const [table, rules] of Object.entries({ ...places, ...collaborations, ...checks, ...trust })) {
    await protect(db, table, rules)
  }
  await sql.raw(`grant select on consent_text to ${appRole}`).execute(db)
}

const places: Record<string, TableRules> = {
  workspace: { select: 'true', update: administrator },
  // A guest knows the people of her own collaborations, not who else works here.
  member: {
    select: either(colleague, actorIs('id'), system),
    insert: administrator,
    update: either(actorIs('id'), administrator),
  },
}

const collaborations: Record<string, TableRules> = {
  relation: {
    // An emergency looks one up by its exact name; opening it takes a reason.
    select: either(takesPart, relation('id'), both(purpose('emergency'), colleague)),
    insert: both(colleague, actorIs('created_by'), takesPart),
    // Also by a respondent: her answer may raise the relation in the list.
    update: relation('id'),
  },
  participant: {
    select: either(relation(), both(signedIn, actorIs('member_id')), person()),
    insert: team,
    update: team,
  },
  relation_note: {
    select: both(relation(), either(memberOnly, purpose('access'))),
    insert: team,
    update: team,
    delete: team,
  },
  contact: { select: relation(), insert: team, update: team, delete: team },
  emergency_access: {
    select: either(relation(), both(signedIn, actorIs('member_id'))),
    insert: both(colleague, actorIs('member_id')),
  },
}

const checks: Record<string, TableRules> = {
  // A respondent renews her own link: she may move the end of her own invitation.
  invitation: { select: own, insert: team, update: own, delete: onRequest },
  invitation_token: { select: either(token, own), insert: own, update: own, delete: team },
  // Nobody can change an answer, and delete it only where that was asked for.
  response: { select: own, insert: own, delete: onRequest },
  signal: { select: own, insert: own, update: team, delete: onRequest },
  agreement: { select: relation(), insert: team, update: team },
  agreement_participant: { select: relation(), insert: team },
  agreement_echo: { select: own, insert: own, delete: onRequest },
}

const trust: Record<string, TableRules> = {
  person: { select: person('id'), insert: memberOnly, update: person('id') },
  person_parent: {
    select: either(person('child_id'), person('parent_id')),
    insert: both(person('child_id'), memberOnly),
    update: both(person('child_id'), memberOnly),
    delete: both(person('child_id'), memberOnly),
  },
  person_link: { select: either(token, person()), insert: person(), update: person() },
  consent_event: { select: person(), insert: person() },
  consent_grant: {
    select: either(person(), researcher),
    insert: person(),
    update: person(),
    delete: person(),
  },
  receipt: { select: person(), insert: person() },
  research_register: { select: either(researcher, person()), insert: person(), update: person() },
  research_moment: { select: either(researcher, person()), insert: person(), update: person() },
  // No right to delete: it goes when the consent goes.
  research_answer: { select: either(researcher, person()), insert: person() },
  research_export: { select: either(researcher, purpose('access')), insert: researcher, update: researcher },
  research_export_person: { select: either(researcher, person()), insert: researcher, update: person() },
  // Append-only. Read by the privacy officer, and by the person it is about.
  audit_event: {
    select: either(
      both(purpose('audit'), role('privacy-officer')),
      both(purpose('access'), either(relation(), person())),
    ),
    insert: 'true',
  },
  audit_head: { select: 'true', insert: 'true', update: 'true' },
}
