/**
 * What can be done, for the record: create, read, update, delete or execute, after NEN 7513 (domain.md §8.4). Content
 * never stands in it: it says that something happened, to what, by whom and why that was allowed.
 */
export const auditKinds = {
  'relation.created': 'C',
  'relation.read': 'R',
  'relation.listed': 'R',
  'relation.edited': 'U',
  'relation.closed': 'U',
  'relation.reopened': 'U',
  'note.added': 'C',
  'note.removed': 'D',
  'contact.planned': 'C',
  'contact.edited': 'U',
  'contact.removed': 'D',
  'feedback.read': 'R',
  'today.read': 'R',
  'invitation.created': 'C',
  'invitation.renewed': 'U',
  'invitation.revoked': 'U',
  'check.opened': 'R',
  'response.stored': 'C',
  'signal.opened': 'C',
  'signal.closed': 'U',
  'signal.reopened': 'U',
  'agreement.made': 'C',
  'agreement.ended': 'U',
  'agreement.resumed': 'U',
  'outbox.read': 'R',
  'mail.tested': 'E',
  'mail.retried': 'E',
  'mail.removed': 'D',
  'consent.read': 'R',
  'consent.given': 'C',
  'consent.refused': 'C',
  'consent.withdrawn': 'U',
  'person.edited': 'U',
  'own-page.linked': 'C',
  'own-page.unlinked': 'U',
  'own-page.opened': 'R',
  'own-page.downloaded': 'R',
  'child-answers.read': 'R',
  'request.made': 'C',
  'request.read': 'R',
  'request.handled': 'U',
  'answers.deleted': 'D',
  'research.register-read': 'R',
  'research.answers-read': 'R',
  'research.exports-read': 'R',
  'research.exported': 'R',
  'research.published': 'U',
  'round.made': 'C',
  'round.listed': 'R',
  'round.read': 'R',
  'round.closed': 'U',
  'round.exported': 'R',
  'member.invited': 'C',
  'member.changed': 'U',
  'member.ended': 'U',
  'guest.invited': 'C',
  'guest.returned': 'U',
  'guest.ended': 'U',
  'members.read': 'R',
  'settings.changed': 'U',
  'emergency.opened': 'E',
  'emergency.ended': 'U',
  'emergency.read': 'R',
  'relation.left': 'U',
  'workspace.created': 'C',
  'account.added': 'C',
  'account.password-set': 'U',
  'account.link-made': 'E',
  'account.removed': 'D',
} as const satisfies Record<string, AuditKind>

/** Create, read, update, delete, execute. */
export type AuditKind = 'C' | 'R' | 'U' | 'D' | 'E'
export type AuditAction = keyof typeof auditKinds

/**
 * Why a deed was allowed: one takes part; there was an emergency; it was done by a person's own link or page; it belongs
 * to one's role; the program did it by itself; the machine's own administrator did it on the command line.
 */
export const auditBases = ['takes-part', 'emergency', 'own-link', 'role', 'system', 'command-line'] as const
export type AuditBasis = (typeof auditBases)[number]
