/** What a program can be let to do in the name of a member: never more than she may herself. */
export const scopes = [
  'forms:read',
  'forms:write',
  'responses:read',
  'responses:write',
  'relations:read',
  'relations:write',
  'export:read',
  'webhooks:manage',
] as const
export type Scope = (typeof scopes)[number]
