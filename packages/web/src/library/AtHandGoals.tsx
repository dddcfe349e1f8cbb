import { goalTopics } from '@weerklank/core/library/goal-topics'
import { AtHandFold } from './AtHandFold.tsx'

/** What is at hand for goals that may be read here. Their words are looked at here and stay here; only topics are asked by. */
export function AtHandGoals({ goals }: { goals: readonly string[] }) {
  const topics = goalTopics(goals.join(' '))
  return topics.length === 0 ? null : <AtHandFold place={{ at: 'goal', topics, codes: [], levels: [] }} />
}
