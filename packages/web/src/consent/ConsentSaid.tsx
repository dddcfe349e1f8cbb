import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'

import { useText } from '../language/use-text.ts'
import { consentPageText } from './consent-page.text.ts'
import { waitsForUnknownParent } from './consent-view.ts'
import { useDayWords } from './use-day-words.ts'

/** Who said what, when and how; and whose word is still missing. */
export function ConsentSaid({ choice }: { choice: ConsentChoice }) {
  const text = useText(consentPageText)
  const dayWords = useDayWords()
  const { deciders, status } = choice
  const isAsked = deciders.some(({ said }) => said !== null)
  const awaited = 'waitingFor' in status ? status.waitingFor : []
  return (
    <>
      {isAsked && (
        <ul className="wk-consent-said wk-small">
          {deciders.map(({ person, name, assent, said }) => {
            const why = awaited.find((one) => one.person === person)?.why
            return (
              <li key={person}>
                {said === null && (assent ? text.assent(name) : text.notSaid(name))}
                {said !== null &&
                  `${text.said[said.decision](name, dayWords(said.at), text.method[said.method])} ${text.onText(said.textVersion)}`}
                {why !== undefined && why !== 'not-answered' && ` ${text.why[why](name)}`}
              </li>
            )
          })}
        </ul>
      )}
      {choice.asking === 'consent' && waitsForUnknownParent(choice) && (
        <p className="wk-small wk-consent-state--warm">{text.noParent}</p>
      )}
    </>
  )
}
