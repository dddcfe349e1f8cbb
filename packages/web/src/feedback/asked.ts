/** A check or a form that was asked: the ways to it are the same. */
export type Asked = { kind: 'check' | 'form'; relation: string; invitation: string }

/** One with its link, which is known only right after it was made. */
export type MadeLink = { id: string; participant: string; url: string; expiresAt: string }
