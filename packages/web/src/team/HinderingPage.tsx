import './hindering.css'
import { Link, useParams } from '@tanstack/react-router'
import type { HinderingCard } from '@weerklank/core/team/hindering.schema'
import { useRef, useState } from 'react'
import content from '../../../../content/team/hindering.json'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { hinderingText } from './hindering.text.ts'

/** What hinders us, as cards that are drawn one at a time: questions about us, never labels. On paper all of them. */
export function HinderingPage() {
  const { relation } = useParams({ from: '/members/team/$relation/hindernissen' })
  const text = useText(hinderingText)
  const { cards, source } = content
  const [drawn, setDrawn] = useState<number | null>(null)
  const card = useRef<HTMLHeadingElement>(null)
  function draw() {
    // The first by chance, then each in turn: all five come by before one comes again.
    setDrawn((before) =>
      before === null ? Math.floor(Math.random() * cards.length) : (before + 1) % cards.length,
    )
    requestAnimationFrame(() => card.current?.focus())
  }
  const back = (
    <Link to="/team/$relation/spanningen" params={{ relation }}>
      {text.back}
    </Link>
  )
  const print = (
    <Button icon="print" variant="quiet" onClick={() => window.print()}>
      {text.print}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} back={back} actions={print} />
      <div className="wk-hindering">
        {cards.map((one, at) => (
          <Card
            key={one.key}
            card={one}
            relation={relation}
            place={text.card(at + 1, cards.length)}
            isDrawn={at === drawn}
            heading={at === drawn ? card : undefined}
          />
        ))}
      </div>
      <div className="wk-actions wk-no-print">
        <Button variant={drawn === null ? 'primary' : 'outline'} onClick={draw}>
          {drawn === null ? text.first : text.draw}
        </Button>
      </div>
      <p className="wk-muted wk-small">
        {text.source}: {source.text}
      </p>
    </>
  )
}

type Props = {
  card: HinderingCard
  relation: string
  place: string
  isDrawn: boolean
  heading: React.RefObject<HTMLHeadingElement | null> | undefined
}

function Card({ card, relation, place, isDrawn, heading }: Props) {
  const text = useText(hinderingText)
  const language = useLanguage()
  const id = `card-${card.key}`
  return (
    <article
      className={isDrawn ? 'wk-hindering__card' : 'wk-hindering__card wk-hindering__card--other'}
      aria-labelledby={id}
    >
      <p className="wk-muted wk-small">{place}</p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {card.title[language]}
      </h2>
      <p>{card.about[language]}</p>
      <h3>{text.questions}</h3>
      <ul>
        {card.questions.map((question) => (
          <li key={question.nl}>
            <p>{question[language]}</p>
            <p className="wk-small wk-no-print">
              <Link to="/gesprekken/nieuw" search={{ samenwerking: relation, vraag: question[language] }}>
                {text.take}
                <span className="wk-sr-only">: {question[language]}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <h3>{text.shadow}</h3>
      <p>{card.shadow[language]}</p>
    </article>
  )
}
