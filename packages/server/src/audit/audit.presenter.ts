import type { AuditLine } from '@weerklank/core/audit/audit.contract'
import type { RecordedLine, Shown } from '@weerklank/core/audit/nen7513'
import type { Emergency, Named } from './audit.repository.ts'

export type Known = {
  members: ReadonlyMap<string, Named>
  emergencies: readonly Emergency[]
  tokens: ReadonlyMap<string, string>
}

/** A line for the privacy officer: members by name, everybody and everything else by identifier. */
export function presentLine(line: RecordedLine, known: Known): AuditLine {
  return {
    ...{ id: line.id, at: line.at, action: line.action, kind: line.kind, basis: line.basis },
    actor: presentActor(line.actor, known.members),
    byProgram: line.token === null ? null : (known.tokens.get(line.token) ?? ''),
    roles: [...line.roles],
    reason: line.basis === 'emergency' ? reasonOf(line, known.emergencies) : null,
    subject: { kind: line.subject, id: line.subjectId },
    purpose: line.purpose,
    relation: line.relation,
    person: line.person,
    shown: line.shown && presentShown(line.shown),
  }
}

function presentShown({ count, relations, persons }: Shown): AuditLine['shown'] {
  return { count, relations: [...relations], persons: [...persons] }
}

function presentActor(actor: string, members: Known['members']): AuditLine['actor'] {
  const [kind = '', id] = actor.split(':')
  if (id === undefined) {
    if (kind === 'link' || kind === 'system') return { kind }
    const member = members.get(kind)
    return { kind: 'member', id: kind, name: member?.name ?? null, organisation: member?.organisation ?? '' }
  }
  return kind === 'participant' || kind === 'person' ? { kind, id } : { kind: 'other' }
}

/** Why there was an emergency when this was done; the latest that had begun then. */
export function reasonOf(
  line: Pick<RecordedLine, 'at' | 'actor' | 'relation'>,
  emergencies: readonly Emergency[],
): string | null {
  const open = emergencies.filter(
    (one) => one.relation === line.relation && one.member === line.actor && one.at <= line.at,
  )
  return open.at(-1)?.reason ?? null
}
