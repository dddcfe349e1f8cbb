/** Under which keys answers are kept, so that an event and a mutation can say what is out of date. */
export const keys = {
  me: ['me'],
  signInOptions: ['sign-in-options'],
  session: ['session'],
  sessions: ['sessions'],
  secondFactor: ['second-factor'],
  passkeys: ['passkeys'],
  colleagues: ['colleagues'],
  places: ['places'],
  settings: ['settings'],
  today: ['today'],
  relations: ['relations'],
  /** Everything about one relation; parts add their name behind it: `[...keys.relation(id), 'feedback']`. */
  relation: (id: string) => ['relation', id] as const,
  /** Everything about the team or network that a relation is. */
  circle: (relation: string) => ['circle', relation] as const,
} as const
