import type { ShownCollection } from '@weerklank/core/library/collection.contract'
import { type ReadingLevel, readingLevels } from '@weerklank/core/library/item'
import { readingLevelWords } from '@weerklank/core/library/item.words'
import { type Language, languages } from '@weerklank/core/shared/language'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { dayAlone } from '../language/moment-words.ts'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { collectionText } from './collection.text.ts'
import { useCollectionDeeds } from './library.queries.ts'
import { libraryText } from './library.text.ts'

const terms = ['7', '30', '90', '365'] as const

/** Links to a page with the items, each for one kind of reader and until a day. */
export function CollectionLinks({ collection }: { collection: ShownCollection }) {
  const text = useText(collectionText)
  return (
    <div className="wk-no-print">
      <Section title={text.linkTitle} intro={text.linkIntro}>
        <NewLink collection={collection.id} />
        {collection.links.length > 0 && <Made collection={collection} />}
      </Section>
    </div>
  )
}

function NewLink({ collection }: { collection: string }) {
  const text = useText(collectionText)
  const library = useText(libraryText)
  const screen = useLanguage()
  const { share } = useCollectionDeeds()
  const [id, setId] = useState(newId)
  const [level, setLevel] = useState<ReadingLevel>('parent')
  const [language, setLanguage] = useState<Language>(screen)
  const [days, setDays] = useState<(typeof terms)[number]>('30')
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (share.isPending) return
    const sent = { params: { collection }, body: { id, level, language, days: Number(days) } }
    share.mutate(sent, { onSuccess: () => setId(newId()) })
  }
  return (
    <form noValidate className="wk-stack wk-library-form" onSubmit={handleSubmit}>
      <RadioGroup
        id="link-voor"
        label={text.linkFor}
        value={level}
        options={readingLevels.map((value) => ({ value, label: readingLevelWords[value][screen] }))}
        onChange={setLevel}
      />
      <RadioGroup
        id="link-taal"
        label={text.linkLanguage}
        value={language}
        options={languages.map((value) => ({ value, label: library.languages[value] }))}
        onChange={setLanguage}
      />
      <RadioGroup
        id="link-hoe-lang"
        label={text.linkDays}
        value={days}
        options={terms.map((value) => ({ value, label: text.days(Number(value)) }))}
        onChange={setDays}
      />
      <FormEnd busy={share.isPending} variant="outline" error={share.error?.message}>
        {text.makeLink}
      </FormEnd>
      {share.data !== undefined && (
        <div className="wk-stack">
          <CopyField
            id="link-adres"
            label={text.link}
            value={share.data.url}
            copy={text.copy}
            copied={text.copied}
            copyFailed={text.copyFailed}
          />
          <p>{text.linkOnce}</p>
          {share.data.leftOut > 0 && <p>{text.leftOut(share.data.leftOut)}</p>}
        </div>
      )}
    </form>
  )
}

function Made({ collection }: { collection: ShownCollection }) {
  const text = useText(collectionText)
  const language = useLanguage()
  const now = useNow()
  const seen = useDaySeen(now)
  const { revoke } = useCollectionDeeds()
  return (
    <>
      <h3>{text.links}</h3>
      <ul className="wk-lines">
        {collection.links.map(({ id: link, level, expiresAt, revokedAt }) => (
          <li key={link} className="wk-row">
            <span>{text.linkLine(readingLevelWords[level][language], dayAlone(expiresAt, seen))}</span>
            {revokedAt !== null ? (
              <span className="wk-muted">{text.revoked}</span>
            ) : expiresAt <= now ? (
              <span className="wk-muted">{text.over}</span>
            ) : (
              <TextButton onClick={() => revoke.mutate({ collection: collection.id, link })}>
                {text.revoke}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
