import { useQuery } from '@tanstack/react-query'
import { goalTopics } from '@weerklank/core/library/goal-topics'
import { themesLike } from '@weerklank/core/library/theme-words'
import { AtHandFold } from './AtHandFold.tsx'
import { fitThemesQuery } from './fit.queries.ts'

/**
 * What is at hand for a theme: by its name where it came from a codebook to begin with, else by known themes that it is like and
 * what it seems to be about. Its name is compared here and is not sent; where it is like nothing, nothing is shown.
 */
export function AtHandTheme({ name }: { name: string }) {
  const { data } = useQuery(fitThemesQuery)
  if (data === undefined) return null
  const plain = name.trim().toLocaleLowerCase()
  const theme = data.themes.find(({ name: known }) =>
    [known.nl, known.en].some((one) => one.toLocaleLowerCase() === plain),
  )
  const like = theme === undefined ? themesLike(name, data.themes).slice(0, likeAtMost) : []
  const topics = theme === undefined ? goalTopics(name) : []
  if (theme === undefined && like.length === 0 && topics.length === 0) return null
  return <AtHandFold place={{ at: 'theme', code: theme?.key ?? null, like, topics }} />
}

const likeAtMost = 40
