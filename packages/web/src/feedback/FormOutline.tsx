import { useInfiniteQuery } from '@tanstack/react-query'
import { severityOf } from '@weerklank/core/feedback/fhir.issue'
import type { FormOutlinePart } from '@weerklank/core/feedback/form.contract'
import { itemUses } from '@weerklank/core/feedback/form.report'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Chip } from '../ui/Chip.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { FormRemarks } from './FormRemarks.tsx'
import { formPageText } from './form-page.text.ts'
import { outlineQuery } from './forms.queries.ts'

type Line = FormOutlinePart['lines'][number]

/** A long form must not push away what stands below it before somebody wants to read it. */
const shownAtFirst = 20

/** What a version asks, line by line, with what works otherwise and what is kept without being asked. */
export function FormOutline({
  form,
  version,
  isNewest,
}: {
  form: string
  version: number
  isNewest: boolean
}) {
  const text = useText(formPageText)
  const query = useInfiniteQuery(outlineQuery(form, version))
  const [onlyNoted, setOnlyNoted] = useState(false)
  const [isWhole, setWhole] = useState(false)
  function handleMore() {
    setWhole(true)
    if (isWhole) void query.fetchNextPage()
  }
  return (
    <Section title={text.report} {...(!isNewest && { intro: text.looking(version) })}>
      <PageState query={query}>
        {({ pages }) => {
          const [first] = pages
          if (first === undefined) return null
          const lines = pages.flatMap((page) => page.lines)
          const wanted = onlyNoted ? lines.filter(isNoted) : lines
          const shown = isWhole ? wanted : wanted.slice(0, shownAtFirst)
          const isMore = shown.length < wanted.length || query.hasNextPage
          return (
            <div className="wk-stack">
              <Summary of={first} />
              {first.noted > 0 && (
                <div className="wk-no-print">
                  <CheckboxField
                    id="alleen-opmerkingen"
                    label={text.onlyNoted}
                    checked={onlyNoted}
                    onChange={setOnlyNoted}
                  />
                </div>
              )}
              {shown.length === 0 && <p className="wk-muted">{text.noNoted}</p>}
              <ol className="wk-forms__outline">
                {shown.map((line) => (
                  <OutlineItem key={line.linkId} line={line} />
                ))}
              </ol>
              {isMore && (
                <div className="wk-actions">
                  <Button busy={query.isFetchingNextPage} onClick={handleMore}>
                    {text.moreLines}
                  </Button>
                </div>
              )}
            </div>
          )
        }}
      </PageState>
    </Section>
  )
}

const isNoted = (line: Line) => line.issues.some((one) => severityOf(one) !== 'information')

function Summary({ of }: { of: FormOutlinePart }) {
  const text = useText(formPageText)
  const counts = itemUses.flatMap((use) => {
    const count = of.counts[use] ?? 0
    return count === 0 ? [] : [text.counts[use](count)]
  })
  const isAll = of.noted === 0 && of.issues.length === 0 && (of.counts.kept ?? 0) === 0
  return (
    <>
      <p>{counts.join(' · ')}</p>
      <p>
        {of.noted > 0 && `${text.noted(of.noted)} `}
        {isAll ? text.allWorks : text.keptAll}
      </p>
      {of.issues.length > 0 && (
        <div>
          <h3>{text.ofForm}</h3>
          <FormRemarks issues={of.issues} />
        </div>
      )}
    </>
  )
}

function OutlineItem({ line }: { line: Line }) {
  const text = useText(formPageText)
  const words = line.text === '' ? text.noText : line.text
  const use = text.use[line.use]
  return (
    <li className="wk-forms__item" data-depth={Math.min(line.depth, 4)}>
      <div className="wk-forms__words">
        {line.kind === 'group' ? <strong>{words}</strong> : <span>{words}</span>}
        {use !== '' && line.kind !== 'group' && (
          <Chip tone={line.use === 'kept' ? 'warm' : 'plain'}>{use}</Chip>
        )}
        {line.required && <Chip>{text.required}</Chip>}
        {line.conditional && <Chip>{text.conditional}</Chip>}
      </div>
      {line.options.length > 0 && (
        <p className="wk-muted wk-small">{text.options(line.options.join(' · '), line.moreOptions)}</p>
      )}
      <FormRemarks issues={line.issues} />
    </li>
  )
}
