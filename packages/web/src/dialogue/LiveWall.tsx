import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { liveText } from './live.text.ts'
import { useLive, useOwn, useStepNow } from './live-context.ts'

/** What lies open of this step, for everybody the same; and for who leads the button that opens it. */
export function LiveWall() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { now, meant } = useStepNow()
  const { mine } = useOwn()
  const { texts, more } = view.wall
  const isVote = now.input === 'vote'
  const mayOpen = view.own.leads && now.isSealed && !now.isOpen && now.input !== 'none'
  const nameOf = (place: string | null) =>
    view.room.people.find((one) => one.place === place)?.name ?? text.nobody
  return (
    <>
      {mayOpen && (
        <p className="wk-live__reveal">
          <Button icon="eye" onClick={() => void line.ask({ do: 'reveal', ...meant })}>
            {text.reveal}
          </Button>
        </p>
      )}
      {texts.length > 0 && (
        <section className="wk-live__wall" aria-labelledby="open-teksten">
          <h2 id="open-teksten">{text.wall}</h2>
          {isVote && <p className="wk-muted">{text.dots(mine?.dotsLeft ?? 0)}</p>}
          <ul>
            {texts.map(({ key, body, place, votes }) => (
              <li key={key}>
                <p className="wk-live__said-by">{body}</p>
                <p className="wk-live__said-by wk-muted wk-small">
                  {nameOf(place)}
                  {isVote && ` · ${text.votes(votes)}`}
                </p>
                {isVote && mine?.may && (
                  <TextButton onClick={() => line.write({ ...meant, body: key })}>{text.dot}</TextButton>
                )}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="wk-muted">{text.more(more)}</p>}
        </section>
      )}
    </>
  )
}
