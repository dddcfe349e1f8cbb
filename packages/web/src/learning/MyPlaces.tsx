import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { myPlacesQuery, useOpenMyPages } from './paper.queries.ts'
import { paperText } from './paper.text.ts'

/** The way to one's own pages, for a colleague who takes part as a learner herself; nothing for who does not. */
export function MyPlaces() {
  const text = useText(paperText)
  const { data } = useQuery(myPlacesQuery)
  const open = useOpenMyPages()
  if (data === undefined || data.trajectories.length === 0) return null
  async function handleOpen(trajectory: string) {
    const made = await open.mutateAsync(trajectory).catch(() => null)
    if (made !== null) location.assign(made.url)
  }
  return (
    <Section title={text.mine}>
      <ul className="wk-lines">
        {data.trajectories.map(({ id, title }) => (
          <li key={id}>
            <TextButton onClick={() => handleOpen(id)}>{text.openMine(title)}</TextButton>
          </li>
        ))}
      </ul>
      {open.error !== null && <p role="alert">{open.error.message}</p>}
    </Section>
  )
}
