import { type AuditAction, auditKinds } from './audit.ts'

/** What an action is about: the part of its name before the dot. */
export function groupOf(action: string): string {
  return action.split('.')[0] ?? action
}

/** Every group of actions, each once, in the order of the closed list. */
export const auditGroups: readonly string[] = [...new Set(Object.keys(auditKinds).map(groupOf))]

/** Whether a text is an action of the closed list; lines of an older version may hold others. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(auditKinds, action)
}
