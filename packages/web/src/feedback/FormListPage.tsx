import './forms.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FormLine, FormList } from '@weerklank/core/feedback/form.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FormBring } from './FormBring.tsx'
import { licenceDay } from './form-licence-words.ts'
import { standingOf, standingTone } from './form-standing.ts'
import { formListQuery } from './forms.queries.ts'
import { formsText } from './forms.text.ts'

/** With what one asks here: the forms of the organisation, and our own checks. */
export function FormListPage() {
  const text = useText(formsText)
  const [search, setSearch] = useState('')
  const [isBringing, setBringing] = useState(false)
  const query = useInfiniteQuery(formListQuery(search.trim()))
  const first = query.data?.pages[0]
  const showBring = isBringing ? text.stopBringing : text.bring
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        actions={
          first?.mayKeep === true && (
            <>
              <LinkButton to="/vragenlijsten/nieuw" icon="pencil">
                {text.build}
              </LinkButton>
              <Button
                variant={isBringing ? 'outline' : 'primary'}
                icon={isBringing ? 'cross' : 'plus'}
                aria-expanded={isBringing}
                onClick={() => setBringing(!isBringing)}
              >
                {showBring}
              </Button>
            </>
          )
        }
      />
      {isBringing && <FormBring />}
      <PageState query={query}>
        {({ pages }) => (
          <>
            <Ours
              forms={pages.flatMap((page) => page.forms)}
              search={search}
              onSearch={setSearch}
              mayKeep={first?.mayKeep === true}
            />
            {query.hasNextPage && (
              <div className="wk-actions">
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text.more}
                </Button>
              </div>
            )}
            <OwnChecks checks={pages[0]?.checks ?? []} />
          </>
        )}
      </PageState>
    </>
  )
}

type OursProps = {
  forms: readonly FormLine[]
  search: string
  onSearch: (search: string) => void
  mayKeep: boolean
}

function Ours({ forms, search, onSearch, mayKeep }: OursProps) {
  const text = useText(formsText)
  const isEmpty = forms.length === 0 && search.trim() === ''
  return (
    <Section title={text.ours}>
      {isEmpty ? (
        // The ways to begin stand above, beside the title.
        <EmptyState title={text.none} text={mayKeep ? text.noneText : text.noneHere} />
      ) : (
        <div className="wk-stack">
          <div className="wk-forms__search">
            <TextField
              id="vragenlijst-zoeken"
              type="search"
              label={text.search}
              maxLength={200}
              autoComplete="off"
              value={search}
              onChange={onSearch}
            />
          </div>
          <p className={forms.length === 0 ? 'wk-muted' : 'wk-sr-only'} role="status">
            {forms.length === 0 && text.notFound}
          </p>
          <ul className="wk-lines">
            {forms.map((form) => (
              <FormRow key={form.id} form={form} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

function FormRow({ form }: { form: FormLine }) {
  const text = useText(formsText)
  const seen = useDaySeen(useNow())
  const standing = standingOf(form)
  const day = licenceDay(form.licence, seen)
  return (
    <li className="wk-forms__line">
      <div>
        <Link className="wk-forms__title" to="/vragenlijsten/$form" params={{ form: form.id }}>
          {form.title}
        </Link>
        <p className="wk-muted wk-small">
          {[
            text.version(form.version),
            text.changed(shortDay(form.changedAt, seen)),
            ...text.licence[form.licence.state](day),
          ].join(' · ')}
        </p>
      </div>
      <Chip tone={standingTone[standing]}>{text.standing[standing]}</Chip>
    </li>
  )
}

function OwnChecks({ checks }: { checks: FormList['checks'] }) {
  const text = useText(formsText)
  const language = useLanguage()
  return (
    <Section title={text.checks} intro={text.checksIntro}>
      <ul className="wk-lines">
        {[...checks]
          .sort((a, b) => a.name[language].localeCompare(b.name[language]))
          .map((check) => (
            <li key={check.id} className="wk-forms__line">
              <div>
                <strong>{check.name[language]}</strong>
                <p className="wk-muted wk-small">
                  {[
                    text.questions(check.questions),
                    text.version(check.version),
                    ...(check.isForRounds ? [text.forRounds] : []),
                  ].join(' · ')}
                </p>
              </div>
            </li>
          ))}
      </ul>
    </Section>
  )
}
