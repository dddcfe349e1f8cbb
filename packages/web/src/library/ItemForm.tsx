import './library.css'
import { useNavigate } from '@tanstack/react-router'
import { evidenceGrades, itemKinds, licences } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import { gradeWords, itemKindWords, licenceWords } from '@weerklank/core/library/item.words'
import type { LibraryItemId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ItemInLanguages } from './ItemInLanguages.tsx'
import { ItemNeeds } from './ItemNeeds.tsx'
import {
  type DraftProblem,
  draftOf,
  draftProblems,
  emptyItem,
  type ItemDraft,
  itemOf,
  type PartProps,
} from './item-draft.ts'
import { itemFormText } from './item-form.text.ts'
import { useItemDeeds } from './library.queries.ts'

type Props = {
  id: LibraryItemId
  /** The item that is changed, or after which one is made. */
  before: Item | null
  from: string | null
  revision: number
}

const fieldOf = (problem: DraftProblem) => `kaart-${problem === 'people' ? 'mensen-van' : problem}`

/** An item of the organisation, written in Dutch, in English, or in both. */
export function ItemForm({ id, before, from, revision }: Props) {
  const text = useText(itemFormText)
  const language = useLanguage()
  const navigate = useNavigate()
  const { keep } = useItemDeeds()
  const [draft, setDraft] = useState(before === null ? emptyItem : draftOf(before))
  const [attempt, setAttempt] = useState(0)
  const problems = attempt > 0 ? draftProblems(draft, language) : []
  const messages = messagesIn(text)
  const errorAt = (problem: DraftProblem) => (problems.includes(problem) ? messages[problem] : undefined)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (draftProblems(draft, language).length > 0 || keep.isPending) return
    const item = itemOf(draft, before)
    try {
      const kept = await keep.mutateAsync({ params: { item: id }, body: { item, from, revision } })
      await navigate({ to: '/kennis/$key', params: { key: kept.item.key }, search: {} })
    } catch {
      // Said at the end of the form.
    }
  }

  const change = (part: Partial<ItemDraft>) => setDraft({ ...draft, ...part })
  return (
    <form noValidate className="wk-stack wk-stack--wide wk-library-form" onSubmit={handleSubmit}>
      <ErrorSummary
        errors={problems.map((problem) => ({ field: fieldOf(problem), message: messages[problem] }))}
        attempt={attempt}
      />
      <p className="wk-muted">{text.noClient}</p>
      <ItemInLanguages draft={draft} errorAt={errorAt} onChange={change} />
      <RestsOn draft={draft} language={language} errorAt={errorAt} onChange={change} />
      <ItemNeeds draft={draft} errorAt={errorAt} onChange={change} />
      <FormEnd busy={keep.isPending} error={problems.length === 0 ? keep.error?.message : undefined}>
        {text.keep}
      </FormEnd>
    </form>
  )
}

type Texts = (typeof itemFormText)['nl']

function messagesIn(text: Texts): Record<DraftProblem, string> {
  return {
    ...{ 'nl-title': text.titleMissing.nl, 'en-title': text.titleMissing.en },
    ...{ 'nl-summary': text.summaryMissing.nl, 'en-summary': text.summaryMissing.en },
    ...{ 'nl-professional': text.professionalMissing.nl, 'en-professional': text.professionalMissing.en },
    ...{ source: text.sourceMissing, url: text.urlWrong },
    ...{ minutes: text.minutesWrong, people: text.peopleWrong },
  }
}

function RestsOn({ draft, language, errorAt, onChange }: PartProps & { language: Language }) {
  const text = useText(itemFormText)
  return (
    <>
      <TextArea
        id="kaart-source"
        label={text.source}
        hint={text.sourceHint}
        rows={2}
        maxLength={500}
        value={draft.source}
        error={errorAt('source')}
        onChange={(source) => onChange({ source })}
      />
      <TextField
        id="kaart-url"
        label={text.url}
        optional
        value={draft.url}
        maxLength={500}
        error={errorAt('url')}
        onChange={(url) => onChange({ url })}
      />
      <SelectField
        id="kaart-soort"
        label={text.kind}
        value={draft.kind}
        options={itemKinds.map((value) => ({ value, label: sentenceStart(itemKindWords[value][language]) }))}
        onChange={(kind) => kind !== null && onChange({ kind })}
      />
      <CheckboxField
        id="kaart-chatbot"
        label={text.chatbot}
        hint={text.chatbotHint}
        checked={draft.fromChatbot}
        onChange={(fromChatbot) => onChange({ fromChatbot })}
      />
      {!draft.fromChatbot && (
        <SelectField
          id="kaart-rust-op"
          label={text.rests}
          value={draft.grade}
          options={evidenceGrades.map((value) => ({ value, label: gradeWords[value][language] }))}
          onChange={(grade) => grade !== null && onChange({ grade })}
        />
      )}
      <SelectField
        id="kaart-gebruik"
        label={text.licence}
        value={draft.licence}
        options={licences.map((value) => ({ value, label: licenceWords[value][language] }))}
        onChange={(licence) => licence !== null && onChange({ licence })}
      />
    </>
  )
}
