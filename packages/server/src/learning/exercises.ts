import { readdirSync, readFileSync } from 'node:fs'
import { type Exercise, exerciseShape, ownExercise } from '@weerklank/core/learning/exercise'
import type { Exercises } from '@weerklank/core/learning/learning'

export type { Exercises } from '@weerklank/core/learning/learning'

const content = new URL('../../../../content/learning/exercises/', import.meta.url)

/** Reads and validates the shipped exercises; a broken file stops the start and is named. */
export function loadExercises(folder: URL = content): Exercises {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readExercise(folder, name))
  const newest = new Map(all.toSorted((a, b) => a.version - b.version).map((one) => [one.key, one]))
  return new Map([...newest].toSorted(([, a], [, b]) => a.position - b.position))
}

function readExercise(folder: URL, name: string): Exercise {
  try {
    const exercise = exerciseShape.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (name !== `${exercise.key}.v${exercise.version}.json`) {
      throw new Error(`It holds ${exercise.key} version ${exercise.version}`)
    }
    // It would be taken for something that is in no list.
    if (exercise.key === ownExercise) throw new Error('Its key is that of an exercise of one’s own')
    return exercise
  } catch (cause) {
    throw new Error(`content/learning/exercises/${name} cannot be used`, { cause })
  }
}
