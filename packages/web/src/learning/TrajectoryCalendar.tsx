import type {
  TrajectoryDetails,
  TrajectoryEvent,
  TrajectoryMoment,
} from '@weerklank/core/learning/trajectory.contract'
import { hoursWord } from '@weerklank/core/learning/trajectory.hours'
import { localDay } from '@weerklank/core/shared/time'
import { useDates, useMe } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { trajectoryPageText } from './trajectory-page.text.ts'
import { usePlanDay } from './use-plan-day.ts'

type Shown = TrajectoryDetails['moments'][number]

/** Events and moments in the order of their days; leaving comes last, since nobody plans it. */
export function TrajectoryCalendar({ details }: { details: TrajectoryDetails }) {
  const text = useText(trajectoryPageText)
  const { timeZone } = useMe().workspace
  const lines = [
    ...details.events.map((event) => ({
      ...{ id: event.id, on: localDay(event.at, timeZone), is: 0 },
      line: <EventLine event={event} />,
    })),
    ...details.moments.map((moment) => ({
      ...{ id: moment.id, on: moment.key === 'exit' ? '9999' : moment.opensOn, is: 1 },
      line: <MomentLine moment={moment} />,
    })),
  ].sort((a, b) => (a.on === b.on ? a.is - b.is : a.on < b.on ? -1 : 1))
  return (
    <Section title={text.plan} intro={text.planIntro}>
      {lines.length === 0 && <p className="wk-muted">{text.noPlan}</p>}
      <ul className="wk-lines">
        {lines.map(({ id, line }) => (
          <li key={id} className="wk-trajectory-step">
            {line}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EventLine({ event }: { event: TrajectoryEvent }) {
  const text = useText(trajectoryPageText)
  const language = useLanguage()
  const dates = useDates()
  const day = usePlanDay()
  const { timeZone } = useMe().workspace
  const facts = [
    text.kind[event.kind],
    ...(event.isOpen ? [text.open] : []),
    ...(event.place === '' ? [] : [event.place]),
    ...(event.hours === 0 ? [] : [text.hours(hoursWord(event.hours, language))]),
  ]
  return (
    <>
      <p className="wk-trajectory-step__when">
        {day(localDay(event.at, timeZone))}, {dates.clock(event.at)}
      </p>
      <div>
        <p className="wk-trajectory-step__name">{event.title}</p>
        {event.about !== '' && <p>{event.about}</p>}
        <p className="wk-muted wk-small">{facts.join(' · ')}</p>
      </div>
    </>
  )
}

function MomentLine({ moment }: { moment: TrajectoryMoment & Pick<Shown, 'window'> }) {
  const text = useText(trajectoryPageText)
  const day = usePlanDay()
  const isExit = moment.key === 'exit'
  return (
    <>
      <p className="wk-trajectory-step__when">{isExit ? text.moment(moment.key) : day(moment.opensOn)}</p>
      <div>
        <p className="wk-trajectory-step__name">{moment.title}</p>
        {!isExit && (
          <p className="wk-muted wk-small">
            {text.moment(moment.key)} · {text.until(day(moment.closesOn))}{' '}
            <Chip tone={moment.window === 'open' ? 'primary' : 'plain'}>{text.window[moment.window]}</Chip>
          </p>
        )}
      </div>
    </>
  )
}
