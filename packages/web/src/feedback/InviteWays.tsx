import './ways-in.css'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { InviteSource, MadeInvitation } from './invite-view.ts'
import { WayCard } from './WayCard.tsx'
import { WayHandOver } from './WayHandOver.tsx'
import { WayKiosk } from './WayKiosk.tsx'
import { WayMail } from './WayMail.tsx'
import { WayPaper } from './WayPaper.tsx'
import { waysInQuery } from './ways-in.queries.ts'
import { waysInText } from './ways-in.text.ts'

type Props = Pick<InviteSource, 'relation' | 'seen'> & { made: MadeInvitation }

/** Ways to the question beside scanning the code, each unfolding in place: the two that are needed most, and the rest together. */
export function InviteWays({ relation, seen, made }: Props) {
  const text = useText(waysInText)
  const { data: ways } = useQuery(waysInQuery(relation.id, made.id))
  const person = relation.participants.find(({ id }) => id === made.participant)
  if (ways === undefined || person === undefined) return null
  const question = { relation: relation.id, invitation: made.id, name: person.name }
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
                <WayCard person={person} made={made} seen={seen} />
              </Disclosure>
            </li>
            <li>
              <Disclosure label={text.paper}>
                <WayPaper relation={relation.id} invitation={made.id} person={person} />
              </Disclosure>
            </li>
          </ul>
        </Disclosure>
      </li>
    </ul>
  )
}
