import './library.css'
import '../ui/tabs.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { filterOfAddress } from '@weerklank/core/library/filter'
import type { ReadingLevel } from '@weerklank/core/library/item'
import { itemKindWords } from '@weerklank/core/library/item.words'
import type { ShownItem } from '@weerklank/core/library/library.contract'
import type { Language } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { CollectItem } from './CollectItem.tsx'
import { ItemActions } from './ItemActions.tsx'
import { ItemExperience } from './ItemExperience.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemBack, ItemOnward } from './ItemOnward.tsx'
import { ItemWords } from './ItemWords.tsx'
import { itemText } from './item.text.ts'
import { itemQuery } from './library.queries.ts'
import { libraryText } from './library.text.ts'

/** One item: for each reader in her own words, what it rests on, and whether it helped. */
export function ItemPage() {
  const text = useText(itemText)
  const { key } = useParams({ from: '/members/kennis/$key' })
  const said = useSearch({ from: '/members/kennis/$key' })
  const version = Number(said.versie)
  const query = useQuery(itemQuery(key, Number.isInteger(version) && version > 0 ? version : undefined))
  const level = filterOfAddress(said).level ?? 'professional'
  const back = <ItemBack />
  return (
    <>
      {query.data === undefined && <PageHeader title={text.loading} back={back} />}
      <PageState query={query}>
        {(shown) => <OneItem key={key} shown={shown} level={level} back={back} />}
      </PageState>
    </>
  )
}

type OneProps = { shown: ShownItem; level: ReadingLevel; back: React.ReactNode }

function OneItem({ shown, level, back }: OneProps) {
  const text = useText(itemText)
  const library = useText(libraryText)
  const screen = useLanguage()
  const { item, own, versions, experience } = shown
  const language: Language = item.title[screen] === undefined ? (screen === 'nl' ? 'en' : 'nl') : screen
  const newest = versions[0] ?? item.version
  return (
    <>
      <PageHeader
        title={item.title[language] ?? ''}
        intro={<span lang={language}>{item.summary[language]}</span>}
        back={back}
        actions={<ItemActions shown={shown} />}
      >
        <p className="wk-row">
          <Chip>{sentenceStart(itemKindWords[item.kind][screen])}</Chip>
          {own !== null && <Chip tone="primary">{library.ownItem}</Chip>}
          {own !== null && <span className="wk-muted wk-small">{text.status[own.status]}</span>}
        </p>
        {item.provenance === 'chatbot-list' && (
          <p>
            <Chip tone="warm">{text.chatbot}</Chip>
          </p>
        )}
        {language !== screen && <p className="wk-muted">{text.otherLanguage}</p>}
        {item.version !== newest && (
          <p role="status">
            {text.old(item.version, newest)}{' '}
            <Link to="/kennis/$key" params={{ key: item.key }} search={{}}>
              {text.newest}
            </Link>
          </p>
        )}
      </PageHeader>
      <div className="wk-stack wk-stack--wide">
        <ItemWords item={item} level={level} language={language} />
        <ItemOnward item={item} />
        <ItemFacts item={item} />
        <ItemExperience item={item.key} experience={experience} />
        <CollectItem item={item.key} />
      </div>
    </>
  )
}
