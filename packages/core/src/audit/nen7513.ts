import { z } from 'zod'
import type { AuditBasis, AuditKind } from './audit.ts'

/** What a look at many at once showed: how many collaborations or people, and the first of them. */
export type Shown = { count: number; relations: readonly string[]; persons: readonly string[] }

/** A line as it stands in the record. */
export type RecordedLine = {
  id: string
  at: string
  actor: string
  action: string
  subject: string
  subjectId: string
  /** For what data were taken out, or would have been. */
  purpose: string | null
  relation: string | null
  kind: AuditKind | null
  roles: readonly string[]
  basis: AuditBasis | null
  person: string | null
  /** By which token, where a program did it in the name of a member. */
  token: string | null
  /** Of a look at many at once: what it showed. */
  shown: Shown | null
  /** Link, place in it and hash; null for lines from before the chains. */
  chain: { lane: number; seq: string; line: number; hash: string } | null
}

const text = z.string()

/** Field names of NEN 7513 (RFC 3881): how ours map onto them stands in docs/audit.md. Those from `Chain` on are our own. */
export const nenRow = z.object({
  EventID: text,
  EventActionCode: text,
  EventDateTime: text,
  EventOutcomeIndicator: text,
  EventTypeCode: text,
  UserID: text,
  UserName: text,
  UserIsRequestor: text,
  RoleIDCode: text,
  PurposeOfUse: text,
  ParticipantObjectTypeCode: text,
  ParticipantObjectIDTypeCode: text,
  ParticipantObjectID: text,
  ParticipantObjectDataLifeCycle: text,
  ParticipantObjectPermissionPolicySet: text,
  PatientID: text,
  behandelrelatieProtocol: text,
  AuditEnterpriseSiteID: text,
  AuditSourceID: text,
  ChainLane: text,
  ChainSequence: text,
  ChainLine: text,
  ChainHash: text,
  ByToken: text,
})
export type NenRow = z.infer<typeof nenRow>
export const nenFields = nenRow.keyof().options

/** RFC 3881, ParticipantObjectDataLifeCycle: 1 origination, 3 amendment, 6 access or use, 14 logical deletion. */
const lifeCycle: Readonly<Record<AuditKind, string>> = { C: '1', R: '6', U: '3', D: '14', E: '6' }

/** RFC 3881: 0 done, 4 refused, 8 a serious failure: a record that was found to be damaged. */
function outcome({ action, basis }: Pick<RecordedLine, 'action' | 'basis'>): string {
  if (action === 'audit.found-broken') return '8'
  return basis === 'refused' || action === 'export.refused' ? '4' : '0'
}

/** A line, and behind it one under the same identifier for each collaboration or person that it showed. */
export function eachShown(line: RecordedLine): RecordedLine[] {
  const { relations = [], persons = [] } = line.shown ?? {}
  return [
    line,
    ...relations.map((relation) => ({ ...line, subject: 'relation', subjectId: relation, relation })),
    ...persons.map((person) => ({ ...line, person })),
  ]
}

/** A line of the record under the names of NEN 7513. Empty where it has nothing to say; never any content. */
export function nenRowOf(line: RecordedLine, of: { site: string; source: string; userName: string }): NenRow {
  const { kind, chain } = line
  return {
    EventID: line.id,
    EventActionCode: kind ?? '',
    EventDateTime: line.at,
    EventOutcomeIndicator: outcome(line),
    EventTypeCode: line.action,
    UserID: line.actor,
    UserName: of.userName,
    UserIsRequestor: line.actor === 'system' ? 'false' : 'true',
    RoleIDCode: line.roles.join(' '),
    PurposeOfUse: [line.basis, line.purpose].filter((one) => one !== null).join(' '),
    // RFC 3881: 1 a person, 2 a system object.
    ParticipantObjectTypeCode: line.subject === 'person' || line.subject === 'member' ? '1' : '2',
    ParticipantObjectIDTypeCode: line.subject,
    ParticipantObjectID: line.subjectId,
    ParticipantObjectDataLifeCycle: kind === null ? '' : lifeCycle[kind],
    ParticipantObjectPermissionPolicySet: line.basis === 'emergency' ? 'emergency' : '',
    PatientID: line.person ?? '',
    behandelrelatieProtocol: line.relation ?? '',
    AuditEnterpriseSiteID: of.site,
    AuditSourceID: of.source,
    ChainLane: chain === null ? '' : String(chain.lane),
    ChainSequence: chain?.seq ?? '',
    ChainLine: chain === null ? '' : String(chain.line),
    ChainHash: chain?.hash ?? '',
    ByToken: line.token ?? '',
  }
}
