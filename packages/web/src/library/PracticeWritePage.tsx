import './practice.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { practicePartAtMost, practiceParts } from '@weerklank/core/library/practice'
import type { PracticeDetail } from '@weerklank/core/library/practice.contract'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { PracticeRemove } from './PracticeRemove.tsx'
import { PracticeSetting } from './PracticeSetting.tsx'
import { PracticeShare } from './PracticeShare.tsx'
import { practiceQuery } from './practice.queries.ts'
import { practiceText } from './practice.text.ts'
import { readPracticeSearch } from './practice-setting.ts'
import { usePracticeDraft } from './use-practice-draft.ts'

/** Writing a story of one's own; it is kept while one types, and shared only after it was looked through. */
export function PracticeWritePage() {
  const text = useText(practiceText)
  const { story } = useParams({ from: '/members/kennis/praktijk/$story/schrijven' })
  // What is kept is asked for once: while one types, the screen is ahead of it.
  const query = useQuery({
    ...practiceQuery(story),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const isNew = query.error instanceof ApiError && query.error.code === 'not-found'
  return (
    <>
      <PageHeader
        title={text.writeTitle}
        intro={text.writeIntro}
        back={<Link to="/kennis/praktijk">{text.back}</Link>}
      />
      {isNew ? (
        <Writing id={story} kept={undefined} />
      ) : (
        <PageState query={query}>{(kept) => <Writing id={story} kept={kept} />}</PageState>
      )}
    </>
  )
}

function Writing({ id, kept }: { id: string; kept: PracticeDetail | undefined }) {
  const text = useText(practiceText)
  const { soort = null, context = null, situatie = null } = readPracticeSearch(useSearch({ strict: false }))
  const draft = usePracticeDraft(id, kept, { kind: soort, context, situation: situatie })
  const { words, change } = draft
  return (
    <div className="wk-stack wk-stack--wide wk-practice__form">
      {kept?.standing === 'hidden' && (
        <div className="wk-practice__hidden">
          <p>
            <strong>{text.hiddenTitle}</strong>
          </p>
          <p>{text.hiddenText}</p>
        </div>
      )}
      <PracticeSetting id="verhaal" setting={words} onChange={(chosen) => change({ ...words, ...chosen })} />
      {practiceParts.map((part) => (
        <TextArea
          key={part}
          id={`verhaal-${part}`}
          label={text.parts[part]}
          optional={part === 'conditions'}
          {...(part === 'behaviour' && { hint: text.howHint })}
          rows={part === 'did' || part === 'brought' ? 4 : 2}
          maxLength={practicePartAtMost}
          value={words.body[part]}
          onChange={(said) => change({ ...words, body: { ...words.body, [part]: said } })}
          onBlur={() => void draft.flush()}
        />
      ))}
      <p className="wk-small wk-muted" role="status">
        {draft.isTouched && (words.kind === null ? text.needsKind : text.states[draft.state])}
      </p>
      <p className="wk-small wk-muted">{text.draftGoes}</p>
      <PracticeShare id={id} words={words} flush={draft.flush} />
      {kept !== undefined && <PracticeRemove id={id} />}
    </div>
  )
}
