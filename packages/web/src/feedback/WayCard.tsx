import './way-card.css'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMe } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import type { Asked, MadeLink } from './asked.ts'
import { cardWords } from './way-card.text.ts'
import { waysInText } from './ways-in.text.ts'

type Size = 'a6' | 'a5'
type Props = { kind: Asked['kind']; person: Participant; made: MadeLink; seen: Seen }

/** A card to give along, as it will be printed: in the words of whoever gets it, without a name. */
export function WayCard({ kind, person, made, seen }: Props) {
  const text = useText(waysInText)
  const [size, setSize] = useState<Size>('a6')
  const card = <Card kind={kind} person={person} made={made} seen={seen} />
  useEffect(() => forgetPrinting, [])
  return (
    <div className="wk-stack">
      <p>{text.cardIntro(kind)}</p>
      <RadioGroup<Size>
        id="weg-kaart"
        label={text.size}
        value={size}
        options={(['a6', 'a5'] as const).map((value) => ({ value, label: text.sizes[value] }))}
        onChange={setSize}
      />
      <div className={`wk-card-paper wk-card-paper--${size}`}>{card}</div>
      <div className="wk-actions">
        <Button icon="print" onClick={printCard}>
          {text.print}
        </Button>
      </div>
      {createPortal(
        <div className={`wk-card-sheet wk-card-sheet--${size}`} aria-hidden="true">
          {card}
        </div>,
        document.body,
      )}
    </div>
  )
}

const printing = 'wk-printing-card'

/** Prints the card and nothing of the page. */
function printCard() {
  document.documentElement.classList.add(printing)
  window.addEventListener('afterprint', forgetPrinting, { once: true })
  window.print()
}

function forgetPrinting() {
  document.documentElement.classList.remove(printing)
}

function Card({ kind, person, made, seen }: Props) {
  const { workspace } = useMe()
  const words = cardWords(person)
  // Who answers in another language gets the card in Dutch: so others can help to read it.
  const language = person.language === 'en' ? 'en' : 'nl'
  return (
    <div className="wk-card-face" lang={language}>
      <p className="wk-card-face__title">{words.title[kind]}</p>
      <QrCode url={made.url} label={words.qr} failed="" />
      <p>{words.scan}</p>
      <p>{words.type}</p>
      <p className="wk-card-face__link">{made.url}</p>
      <p>
        {words.may} {words.until(fullDay(made.expiresAt, { ...seen, language }))}
      </p>
      <p className="wk-card-face__from">{words.from(workspace.name)}</p>
    </div>
  )
}
