import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { purposeWord } from '@weerklank/core/consent/purpose.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ConsentAsk } from './ConsentAsk.tsx'
import { ConsentSaid } from './ConsentSaid.tsx'
import { ConsentWording } from './ConsentWording.tsx'
import { consentText } from './consent.text.ts'
import { consentPageText } from './consent-page.text.ts'
import { stateShown } from './consent-view.ts'

type Props = {
  relation: string
  person: RelationPerson
  choices: readonly ConsentChoice[]
  mayWrite: boolean
}

/** All that is asked of one person, each apart. */
export function ConsentChoices({ relation, person, choices, mayWrite }: Props) {
  const [asked, setAsked] = useState<string | null>(null)
  const choice = choices.find(({ purpose }) => purpose === asked)
  return (
    <>
      <ul className="wk-lines">
        {choices.map((one) => (
          <Choice
            key={one.purpose}
            choice={one}
            name={person.name}
            onAsk={mayWrite ? () => setAsked(one.purpose) : undefined}
          />
        ))}
      </ul>
      <ConsentAsk relation={relation} person={person} choice={choice} onClose={() => setAsked(null)} />
    </>
  )
}

type ChoiceProps = { choice: ConsentChoice; name: string; onAsk: (() => void) | undefined }

function Choice({ choice, name, onAsk }: ChoiceProps) {
  const words = useText(consentText)
  const text = useText(consentPageText)
  const language = useLanguage()
  const { purpose, status, content } = choice
  const title = purposeWord(purpose, language)
  const state = stateShown(choice, words, language)
  const isOpen = status.state === 'not-asked' || status.state === 'waiting'
  return (
    <li className="wk-consent-choice">
      <div className="wk-row">
        <h3>{title}</h3>
        <Chip tone={state.tone}>{state.words}</Chip>
      </div>
      <ConsentSaid choice={choice} />
      {content !== 'in-use' && isWorthSaying(choice) && (
        <p className="wk-small wk-muted">{text.content[content]}</p>
      )}
      <div className="wk-actions wk-consent-deeds">
        {onAsk !== undefined && (
          <Button
            variant="quiet"
            aria-label={isOpen ? text.askNamed(title, name) : text.changeNamed(title, name)}
            onClick={onAsk}
          >
            {isOpen ? text.ask : text.change}
          </Button>
        )}
        <Disclosure label={text.readText(choice.text.version)}>
          <ConsentWording text={choice.text} />
        </Disclosure>
      </div>
    </li>
  )
}

/** Of what was never given there is nothing to keep or to remove. */
function isWorthSaying({ status, deciders }: ConsentChoice): boolean {
  return (
    status.state === 'withdrawn' || (status.state === 'waiting' && deciders.some(({ said }) => said !== null))
  )
}
