import type { AuditLine } from '@weerklank/core/audit/audit.contract'
import type { auditText } from './audit.text.ts'

type Texts = (typeof auditText)['nl']

/** The end of an identifier, which tells most: the beginning is the time at which it was made. */
export function shortId(id: string): string {
  return id.slice(-6)
}

/** Who did it, as far as the log may say it. */
export function actorWords({ actor, basis }: Pick<AuditLine, 'actor' | 'basis'>, text: Texts): string {
  switch (actor.kind) {
    case 'member':
      return actor.name ?? text.formerMember
    case 'participant':
      return text.participant(shortId(actor.id))
    case 'person':
      return text.ownPage(shortId(actor.id))
    case 'link':
      return text.link
    case 'system':
      return basis === 'command-line' ? text.operator : text.system
    case 'other':
      return text.unknown
  }
}
