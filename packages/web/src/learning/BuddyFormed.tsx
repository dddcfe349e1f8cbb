import type { BuddyPair, BuddyRoom, BuddyRound } from '@weerklank/core/learning/buddy.contract'
import { dayMonth } from '@weerklank/core/shared/time'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { BuddyAfterStop } from './BuddyAfterStop.tsx'
import { BuddyTalked } from './BuddyTalked.tsx'
import { BuddyWhy } from './BuddyWhy.tsx'
import { buddiesText } from './buddies.text.ts'
import { useNames } from './use-buddy-names.ts'

type Props = { room: BuddyRoom; round: BuddyRound; trajectory: string; isNow?: boolean }

/** The pairs of a round: who, since when, whether they talked, and what is to be arranged. */
export function BuddyFormed({ room, round, trajectory, isNow = false }: Props) {
  const text = useText(buddiesText)
  const pairs = (
    <ul className="wk-lines">
      {round.pairs.map((pair) => (
        <FormedPair key={pair.id} room={room} pair={pair} trajectory={trajectory} />
      ))}
    </ul>
  )
  if (isNow) {
    return (
      <Section title={text.now} intro={text.private}>
        {pairs}
      </Section>
    )
  }
  return <Disclosure label={text.round(round.number)}>{pairs}</Disclosure>
}

function FormedPair({ room, pair, trajectory }: { room: BuddyRoom; pair: BuddyPair; trajectory: string }) {
  const text = useText(buddiesText)
  const language = useLanguage()
  const names = useNames(room)
  const day = (on: string) => dayMonth(`${on}T12:00:00Z`, language, 'UTC')
  const tone = pair.exchanged === true || pair.state === 'evaluated' ? 'kept' : 'plain'
  return (
    <li className="wk-buddy-pair">
      <p className="wk-buddy-names">
        <b>{names(pair.members)}</b> <Chip tone={tone}>{text.state[pair.state]}</Chip>
      </p>
      <p className="wk-muted">
        {pair.formedOn !== null && text.since(day(pair.formedOn))}
        {pair.endedOn !== null && ` · ${text.until(day(pair.endedOn))}`}
        {pair.endReason !== null && ` · ${text.endReason[pair.endReason]}`}
        {pair.met.length > 0 && ` · ${text.met(pair.met.map(day).join(', '))}`}
      </p>
      {pair.memberStopped.length > 0 && <p>{text.stopped(names(pair.memberStopped))}</p>}
      {pair.reason !== '' && <p className="wk-muted">{text.reasonKept(pair.reason)}</p>}
      {room.mayChange && pair.offers !== null && (
        <BuddyAfterStop room={room} pair={pair} offers={pair.offers} trajectory={trajectory} />
      )}
      <div className="wk-buddy-acts">
        <BuddyWhy pair={pair} />
        {room.mayChange && pair.met.length === 0 && <BuddyTalked pair={pair} trajectory={trajectory} />}
      </div>
    </li>
  )
}
