import { rangeStrip } from '@weerklank/core/charts/range-strip'
import type { ToldDeed } from '@weerklank/core/library/works.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { WorksEvidence } from './WorksEvidence.tsx'
import { WorksTable } from './WorksTable.tsx'
import { worksText } from './works.text.ts'
import { ofTen, placeWords, type ShownGroup, shownGroups } from './works-shown.ts'

/** Each group with its words, a picture of how sure that is, and what it rests on. A group inside another stands below it. */
export function WorksGroups({ told, title }: { told: ToldDeed; title: string }) {
  const text = useText(worksText)
  const shown = shownGroups(told.groups)
  return (
    <>
      <ul className="wk-works">
        {shown.map(({ group, depth }) => (
          <li key={placeWords(group, 'nl').join(' ')} data-depth={depth}>
            <WorksGroup told={told} group={group} />
          </li>
        ))}
      </ul>
      {/* That there are some, never which or how many. */}
      {told.groups.some(({ result }) => result.status === 'hidden') && (
        <p className="wk-muted">{text.hidden[told.source]}</p>
      )}
      <Disclosure label={text.asTable}>
        <WorksTable source={told.source} caption={title} groups={shown.map(({ group }) => group)} />
      </Disclosure>
    </>
  )
}

function WorksGroup({ told, group }: { told: ToldDeed; group: ShownGroup }) {
  const text = useText(worksText)
  const language = useLanguage()
  const { people, higher, same, lower, still } = group.result
  const { source } = told
  const place = placeWords(group, language)
  return (
    <>
      <h3>{place.at(-1) ?? text.everybody[source]}</h3>
      {place.length > 1 && <p className="wk-small wk-muted">{place.slice(0, -1).join(' · ')}</p>}
      <p>
        {text.sentence[source](higher, people)} {text.others(same, lower)}
      </p>
      {/* With one check on each side nothing was rising that could be taken off. */}
      {source === 'collaboration' && <p>{text.still(still, people)}</p>}
      <HowSure source={source} group={group} />
      <div>
        <WorksEvidence told={told} group={group} />
      </div>
    </>
  )
}

function HowSure({ source, group }: Pick<ToldDeed, 'source'> & { group: ShownGroup }) {
  const text = useText(worksText)
  const { estimate, leavesOut } = group.result
  const isEverybody = placeWords(group, 'nl').length === 0
  return (
    <div className="wk-works__sure">
      <div className="wk-works__strip">
        <SvgPicture svg={rangeStrip(estimate)} />
        {/* The sentence beside it says it to who listens. */}
        <p className="wk-small wk-muted" aria-hidden="true">
          <span>{text.ends.lower}</span>
          <span>{text.ends.higher}</span>
        </p>
      </div>
      <p className="wk-small wk-muted">
        {text.unsure[source](...ofTen(estimate))}
        {estimate.from <= 0.5 && estimate.to >= 0.5 && ` ${text.maybeNothing}`}
        {!isEverybody && estimate.own < 0.5 && ` ${text.pulled}`}
        {leavesOut && ` ${text.leavesOut}`}
      </p>
    </div>
  )
}
