import './ways-in.css'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { Asked, MadeLink } from './asked.ts'
import type { InviteSource } from './invite-view.ts'
import { WayCard } from './WayCard.tsx'
import { WayHandOver } from './WayHandOver.tsx'
import { WayKiosk } from './WayKiosk.tsx'
import { WayMail } from './WayMail.tsx'
import { WayPaper } from './WayPaper.tsx'
import { waysInQuery } from './ways-in.queries.ts'
import { waysInText } from './ways-in.text.ts'

type Props = Pick<InviteSource, 'relation' | 'seen'> & { kind: Asked['kind']; made: MadeLink }

/** Ways to a check or a form beside scanning the code, each unfolding in place: the two that are needed most, and the rest together. */
export function InviteWays({ relation, seen, kind, made }: Props) {
  const text = useText(waysInText)
  const asked: Asked = { kind, relation: relation.id, invitation: made.id }
  const { data: ways } = useQuery(waysInQuery(asked))
  const person = relation.participants.find(({ id }) => id === made.participant)
  if (ways === undefined || person === undefined) return null
  const question = { asked, name: person.name }
  return (
    <ul className="wk-ways">
      <li>
        <Disclosure label={text.handOver(person.name)}>
          <WayHandOver {...question} />
        </Disclosure>
      </li>
      <li>
        <Disclosure label={text.mail}>
          <WayMail {...question} ways={ways} />
        </Disclosure>
      </li>
      <li>
        <Disclosure label={text.others}>
          <ul className="wk-ways__others">
            {ways.hasKiosk && (
              <li>
                <Disclosure label={text.kiosk}>
                  <WayKiosk {...question} seen={seen} />
                </Disclosure>
              </li>
            )}
            <li>
              <Disclosure label={text.card}>
                <WayCard kind={kind} person={person} made={made} seen={seen} />
              </Disclosure>
            </li>
            <li>
              <Disclosure label={text.paper}>
                <WayPaper asked={asked} person={person} />
              </Disclosure>
            </li>
          </ul>
        </Disclosure>
      </li>
    </ul>
  )
}
