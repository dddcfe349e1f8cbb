import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Setting } from '@weerklank/core/relation/relation'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { atHandText } from './at-hand.text.ts'
import { practiceCountQuery } from './practice.queries.ts'

/** What colleagues shared of a setting like this one: how many stories, and the way to them. Nothing where there is none. */
export function PracticeHere({ setting }: { setting: Setting }) {
  const text = useText(atHandText)
  const words = useRelationWords()
  const { data } = useQuery(practiceCountQuery(setting))
  if (data === undefined || data.count === 0) return null
  const { count, kind, context, situation } = data
  const search = { soort: kind, context: context ?? undefined, situatie: situation ?? undefined }
  return (
    <Link to="/kennis/praktijk" search={search}>
      {text.stories(count, words.setting({ kind, context, situation }).join(', '))}
    </Link>
  )
}
