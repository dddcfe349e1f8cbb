import type { Kysely, Transaction } from 'kysely'
import type { MembershipTable, MemberTable, UserTable, WorkspaceTable } from './access/access.table.ts'
import type { AuditEventTable } from './audit/audit.table.ts'
import type {
  AgreementEchoTable,
  AgreementParticipantTable,
  AgreementTable,
  InstrumentVersionTable,
  InvitationTable,
  InvitationTokenTable,
  ResponseTable,
  SignalTable,
} from './feedback/feedback.table.ts'
import type { JobTable } from './jobs/job.table.ts'
import type {
  ContactTable,
  ParticipantTable,
  RelationNoteTable,
  RelationTable,
} from './relation/relation.table.ts'

/** All tables, each described in its own room. */
export type Schema = {
  workspace: WorkspaceTable
  member: MemberTable
  'auth.membership': MembershipTable
  'auth.user': UserTable
  relation: RelationTable
  participant: ParticipantTable
  relation_note: RelationNoteTable
  contact: ContactTable
  instrument_version: InstrumentVersionTable
  invitation: InvitationTable
  invitation_token: InvitationTokenTable
  response: ResponseTable
  signal: SignalTable
  agreement: AgreementTable
  agreement_participant: AgreementParticipantTable
  agreement_echo: AgreementEchoTable
  audit_event: AuditEventTable
  job: JobTable
}

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>
