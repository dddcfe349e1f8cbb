import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { say } from '@weerklank/core/shared/spoken'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { checkText } from './check.text.ts'

type Props = {
  instrument: Instrument
  person: Participant
  professional: string
  client: string
  ownWords: string | undefined
}

/** The questions in the words of the version that was answered, as they were said to this person. */
export function CheckWording({ instrument, person, professional, client, ownWords }: Props) {
  const names = { professional, client, ...(ownWords !== undefined && { own: ownWords }) }
  const text = useText(checkText)
  const language = useLanguage()
  return (
    <Disclosure label={text.asItRead} className="wk-no-print">
      <div className="wk-wording" lang={person.language}>
        <ol>
          {instrument.items.map(({ id, question, low, high }) => (
            <li key={id}>
              {say(question, person, names)}{' '}
              <span className="wk-muted">
                ({say(low, person, names)} – {say(high, person, names)})
              </span>
            </li>
          ))}
          <li>{say(instrument.open.question, person, names)}</li>
        </ol>
        <p className="wk-muted" lang={language}>
          {say(instrument.caution, { language, address: 'je' })}
        </p>
      </div>
    </Disclosure>
  )
}
