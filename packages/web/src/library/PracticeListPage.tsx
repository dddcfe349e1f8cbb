import './practice.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { PracticeStory } from '@weerklank/core/library/practice.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { type ChosenSetting, PracticeSetting } from './PracticeSetting.tsx'
import { practiceListQuery } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'
import { type PracticeSearch, readPracticeSearch } from './practice-setting.ts'

/** What colleagues shared of their practice, by day, and one's own stories. What is looked for stands in the address. */
export function PracticeListPage() {
  const text = useText(practiceText)
  const search = readPracticeSearch(useSearch({ strict: false }))
  const { soort: kind, context, situatie: situation } = search
  const navigate = useNavigate()
  const query = useInfiniteQuery(practiceListQuery({ kind, context, situation }))
  const handleSetting = (chosen: ChosenSetting) =>
    void navigate({ to: '/kennis/praktijk', search: searchOf(chosen) })
  const isFiltered = kind !== undefined || context !== undefined || situation !== undefined
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={<Link to="/kennis">{text.library}</Link>}
        actions={query.data?.pages[0]?.takesPart === true && <Write search={search} />}
      />
      <div className="wk-stack wk-stack--wide">
        <PracticeSetting
          id="praktijk"
          none={text.any}
          setting={{ kind: kind ?? null, context: context ?? null, situation: situation ?? null }}
          onChange={handleSetting}
        />
        <PageState query={query}>
          {({ pages }) => (
            <>
              <Lists
                own={pages[0]?.own ?? []}
                shared={pages.flatMap((page) => page.shared)}
                {...{ isFiltered }}
                takesPart={pages[0]?.takesPart === true}
              />
              {query.hasNextPage && (
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text.more}
                </Button>
              )}
            </>
          )}
        </PageState>
      </div>
    </>
  )
}

const searchOf = ({ kind, context, situation }: ChosenSetting): PracticeSearch => ({
  ...{ soort: kind ?? undefined, context: context ?? undefined, situatie: situation ?? undefined },
})

function Write({ search }: { search: PracticeSearch }) {
  const text = useText(practiceText)
  const [story] = useState(newId)
  return (
    <LinkButton
      variant="primary"
      icon="plus"
      to="/kennis/praktijk/$story/schrijven"
      params={{ story }}
      search={search}
    >
      {text.write}
    </LinkButton>
  )
}

type ListsProps = {
  own: readonly PracticeStory[]
  shared: readonly PracticeStory[]
  isFiltered: boolean
  takesPart: boolean
}

function Lists({ own, shared, isFiltered, takesPart }: ListsProps) {
  const text = useText(practiceText)
  if (own.length === 0 && !takesPart) return <p>{text.notForYou}</p>
  if (own.length === 0 && shared.length === 0 && !isFiltered)
    return <EmptyState title={text.emptyTitle} text={text.emptyText} />
  return (
    <>
      {own.length > 0 && (
        <Section title={text.own}>
          <ul className="wk-lines">
            {own.map((story) => (
              <Line key={story.id} story={story} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.shared} intro={text.sharedIntro}>
        {shared.length === 0 ? (
          <p className="wk-muted">{text.nothing}</p>
        ) : (
          <ul className="wk-lines">
            {shared.map((story) => (
              <Line key={story.id} story={story} />
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Line({ story }: { story: PracticeStory }) {
  const text = useText(practiceText)
  const { setting } = useRelationWords()
  const seen = useDaySeen(useNow())
  const words = beginOf(story.body.did) || text.untitled
  const params = { story: story.id }
  return (
    <li className="wk-practice__line">
      <div>
        {story.standing === 'shared' ? (
          <Link to="/kennis/praktijk/$story" params={params}>
            {words}
          </Link>
        ) : (
          <Link to="/kennis/praktijk/$story/schrijven" params={params}>
            {words}
          </Link>
        )}
        <p className="wk-muted wk-small">
          {[...setting(story), text.by(story.author, shortDay(story.at, seen))].join(' · ')}
        </p>
      </div>
      {story.isMine && (
        <Chip tone={story.standing === 'hidden' ? 'warm' : 'plain'}>{text.standing[story.standing]}</Chip>
      )}
    </li>
  )
}

/** The first words of a story, by which it is known in a list. */
function beginOf(text: string): string {
  const first = [...(text.split('\n')[0] ?? '')]
  return first.length <= 120 ? first.join('') : `${first.slice(0, 119).join('')}…`
}
