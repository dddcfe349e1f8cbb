import './relation-list.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseloadLine } from '@weerklank/core/feedback/caseload.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import type { Bilingual } from '@weerklank/core/shared/language'
import { memo, useState } from 'react'
import { momentWords } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { VoiceBadges } from '../ui/VoiceBadges.tsx'
import { signalInWords } from './attention-words.ts'
import { caseloadQuery, coverageQuery } from './caseload.queries.ts'
import { caseloadText } from './caseload.text.ts'

const pageSize = 50

/** One's own caseload: who needs attention and why, and whom one did not see for long. */
export function CaseloadPage() {
  const text = useText(caseloadText)
  const seen = useDaySeen(useNow())
  const query = useInfiniteQuery(caseloadQuery)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={<Link to="/samenwerkingen">{text.toList}</Link>}
      />
      <div className="wk-stack">
        <PageState
          query={query}
          isEmpty={({ total }) => total === 0}
          empty={<EmptyState title={text.emptyTitle} text={text.emptyText} />}
        >
          {({ relations, total, asking, unseen, itemLabels }) => (
            <div className="wk-stack">
              <p>
                {asking + unseen === 0 && text.calm}
                {asking > 0 && <Chip tone="warm">{text.asking(asking)}</Chip>}{' '}
                {unseen > 0 && <Chip>{text.unseen(unseen)}</Chip>}
              </p>
              <ul className="wk-lines">
                {relations.map((one) => (
                  <Line key={one.id} line={one} itemLabels={itemLabels} seen={seen} />
                ))}
              </ul>
              {total > pageSize && (
                <p role="status" className="wk-muted">
                  {text.shown(relations.length, total)}
                </p>
              )}
              {query.hasNextPage && (
                <div className="wk-actions">
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {text.more(Math.min(pageSize, total - relations.length))}
                  </Button>
                </div>
              )}
            </div>
          )}
        </PageState>
        {query.data !== undefined && <Coverage total={query.data.total} />}
      </div>
    </>
  )
}

type LineProps = { line: CaseloadLine; itemLabels: Readonly<Record<string, Bilingual>>; seen: DaySeen }

/** Kept as it is while nothing of its own changes: a list may hold thousands. */
const Line = memo(function Line({ line, itemLabels, seen }: LineProps) {
  const text = useText(caseloadText)
  const [leading] = line.signals
  const people = line.participants.slice(0, 4)
  const place = { participants: line.participants, itemLabels, gone: text.gone }
  const days = line.unseenDays
  return (
    <li className="wk-relation-row">
      <div className="wk-relation-row__who">
        <VoiceBadges
          people={people.map(({ id, name, voice }) => ({ id, name, family: voiceFamily(voice) }))}
        />
        <Link
          className="wk-relation-row__title"
          to="/samenwerkingen/$relation"
          params={{ relation: line.id }}
          // Where something asks for a talk, one comes to begin it.
          {...(leading !== undefined && { hash: 'gesprek' })}
        >
          {line.title}
        </Link>
      </div>
      <p className="wk-relation-row__words">
        {leading !== undefined && signalInWords(leading, place, seen).observation}
      </p>
      <div className="wk-relation-row__dates">
        <p>
          {line.isUnseen ? (
            <Chip tone="warm">{line.lastContactAt === null ? text.notYet(days) : text.lastSeen(days)}</Chip>
          ) : (
            (line.lastContactAt === null ? text.notYet : text.lastSeen)(days)
          )}
        </p>
        {line.nextContactAt !== null && <p>{text.next(momentWords(line.nextContactAt, seen))}</p>}
      </div>
    </li>
  )
})

/** Of so many collaborations it is counted at once; of more only when somebody asks, as it looks into each. */
const countedAtOnce = 100

/** For oneself alone: counts, and a share only from ten contacts on. */
function Coverage({ total }: { total: number }) {
  const text = useText(caseloadText)
  const [isAsked, setAsked] = useState(false)
  const { data, isFetching } = useQuery({ ...coverageQuery, enabled: isAsked || total <= countedAtOnce })
  return (
    <Section title={text.coverage} intro={text.coverageIntro}>
      <div role="status">{data !== undefined && <Counted of={data} />}</div>
      {data === undefined && total > countedAtOnce && (
        <div className="wk-actions">
          <Button busy={isFetching} onClick={() => setAsked(true)}>
            {text.count}
          </Button>
        </div>
      )}
    </Section>
  )
}

type Counts = { contacts: number; checked: number; percent: number | null; days: number }

function Counted({ of: { contacts, checked, percent, days } }: { of: Counts }) {
  const text = useText(caseloadText)
  return (
    <p>
      {contacts === 0 ? text.none(days) : text.counts(checked, contacts, days)}{' '}
      {percent !== null && text.share(percent)}
    </p>
  )
}
