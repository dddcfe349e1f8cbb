import { useQuery } from '@tanstack/react-query'
import { AtHandFold } from './AtHandFold.tsx'
import { fitThemesQuery } from './fit.queries.ts'

/**
 * What is at hand for a theme that came from a codebook to begin with. Its name is compared here and is not sent; for a theme
 * of one's own nothing is shown.
 */
export function AtHandTheme({ name }: { name: string }) {
  const { data } = useQuery(fitThemesQuery)
  const plain = name.trim().toLocaleLowerCase()
  const theme = data?.themes.find(({ name: known }) =>
    [known.nl, known.en].some((one) => one.toLocaleLowerCase() === plain),
  )
  return theme === undefined ? null : <AtHandFold place={{ at: 'theme', code: theme.key }} />
}
