import { useQuery } from '@tanstack/react-query'
import { TextButton } from '../ui/TextButton.tsx'
import { myPlacesQuery, useOpenMyPages } from './paper.queries.ts'

/**
 * From an exercise to one's own log, with that exercise chosen: a way for each trajectory in which a colleague takes part
 * herself, nothing for who takes part in none.
 */
export function PractiseLog({ exercise, label }: { exercise: string; label: string }) {
  const { data } = useQuery(myPlacesQuery)
  const open = useOpenMyPages()
  if (data === undefined || data.trajectories.length === 0) return null
  async function handleOpen(trajectory: string) {
    const made = await open.mutateAsync(trajectory).catch(() => null)
    if (made !== null) location.assign(logOf(made.url, exercise))
  }
  return (
    <>
      <ul className="wk-lines">
        {data.trajectories.map(({ id, title }) => (
          <li key={id}>
            <TextButton onClick={() => void handleOpen(id)}>{`${label}: ${title}`}</TextButton>
          </li>
        ))}
      </ul>
      {open.error !== null && <p role="alert">{open.error.message}</p>}
    </>
  )
}

/** The log on one's own pages, which begin at `url`. */
function logOf(url: string, exercise: string): string {
  const to = new URL(url, location.origin)
  to.pathname = `${to.pathname.replace(/\/$/, '')}/oefenen`
  to.searchParams.set('oefening', exercise)
  return to.href
}
