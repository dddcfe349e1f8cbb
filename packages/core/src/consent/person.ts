/** What someone is to a child in law. Only with authority does one decide, or read along. */
export const authorities = ['parent', 'guardian', 'none'] as const
export type Authority = (typeof authorities)[number]

/** Whether someone has authority over the child; a guardian counts as a parent. */
export function hasAuthority(authority: Authority): boolean {
  return authority !== 'none'
}

/** A link to one's own page works so many days; whoever holds it can make a new one until then. */
export const ownPageDays = 30
