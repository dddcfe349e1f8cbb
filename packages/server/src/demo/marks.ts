import { answersAround, chanceOf } from './chance.ts'
import type { Marks } from './story.ts'

/** The answers that marks stand for; `key` decides what is left to chance. */
export function marksOf(marks: Marks | null, key: string): readonly (number | null)[] {
  return typeof marks === 'number' ? answersAround(marks, chanceOf(key)) : (marks ?? [])
}
