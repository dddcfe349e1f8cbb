/** The main file of the room of learning: the words and lists by which other rooms name what somebody learns. */

import type { Exercise } from './exercise.ts'

export { type GoalTheme, goalThemes } from './buddy.ts'
export { themeWord } from './buddy.words.ts'
export { mentionLevels } from './mention.levels.ts'

/** Exercises by key, each in its newest version, in the order of the list. */
export type Exercises = ReadonlyMap<string, Exercise>
