/** Where it lies. Asked on three levels; work pressure is named on each of them, so the level is of the mention. */
export const mentionLevels = ['person', 'team', 'organisation'] as const
export type MentionLevel = (typeof mentionLevels)[number]

/** The levels as they are asked, or team and organisation together, as monitors often show them. */
export const levelViews = ['three', 'two'] as const
export type LevelView = (typeof levelViews)[number]
export type ShownLevel = MentionLevel | 'team-organisation'

/** The levels of a view, in their order. */
export const shownLevels: Readonly<Record<LevelView, readonly ShownLevel[]>> = {
  three: mentionLevels,
  two: ['person', 'team-organisation'],
}

/** Under which heading of a view a mention stands. */
export function levelIn(view: LevelView, level: MentionLevel): ShownLevel {
  return view === 'two' && level !== 'person' ? 'team-organisation' : level
}
