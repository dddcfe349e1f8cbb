import { useQuery } from '@tanstack/react-query'
import { analysisLimits, sourceKinds } from '@weerklank/core/analysis/analysis'
import { useDates, useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { analysisSourcesQuery } from './analysis.queries.ts'
import { type AnalysisDraft, analysisFields, ticked } from './analysis-draft.ts'
import { analysisFormText } from './analysis-form.text.ts'
import { TickList } from './TickList.tsx'

type Props = {
  draft: AnalysisDraft
  onChange: (change: Partial<AnalysisDraft>) => void
  titleError: string | undefined
}

/** What is asked to begin an analysis, and to change one. */
export function AnalysisFields({ draft, onChange, titleError }: Props) {
  const text = useText(analysisFormText)
  return (
    <>
      <TextField
        id={analysisFields.title}
        label={text.title}
        hint={text.titleHint}
        maxLength={analysisLimits.title}
        value={draft.title}
        error={titleError}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        id={analysisFields.question}
        label={text.question}
        hint={text.questionHint}
        optional
        rows={2}
        maxLength={analysisLimits.question}
        value={draft.question}
        onChange={(question) => onChange({ question })}
      />
      <Sources draft={draft} onChange={onChange} />
    </>
  )
}

function Sources({ draft, onChange }: Omit<Props, 'titleError'>) {
  const text = useText(analysisFormText)
  const dates = useDates()
  const me = useMe().member.id
  const query = useQuery(analysisSourcesQuery)
  return (
    <PageState query={query}>
      {({ meetings, relations, colleagues }) => (
        <>
          <TickList
            label={text.meetings}
            empty={text.noMeetings}
            options={meetings.map(({ id, title, at }) => ({
              value: id,
              label: at === null ? title : title + text.on(dates.short(at)),
            }))}
            chosen={draft.meetings}
            onTick={(id, on) => onChange({ meetings: ticked(draft.meetings, id, on) })}
          />
          <TickList
            label={text.relations}
            empty={text.noRelations}
            options={relations.map(({ id, title }) => ({ value: id, label: title }))}
            chosen={draft.relations}
            onTick={(id, on) => onChange({ relations: ticked(draft.relations, id, on) })}
          />
          <TickList
            label={text.kinds}
            options={sourceKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
            chosen={draft.kinds}
            onTick={(kind, on) => onChange({ kinds: ticked(draft.kinds, kind, on) })}
          />
          <TickList
            label={text.colleagues}
            hint={text.colleaguesHint}
            empty={text.noColleagues}
            options={colleagues
              .filter(({ id }) => id !== me)
              .map(({ id, name }) => ({ value: id, label: name }))}
            chosen={draft.members}
            onTick={(id, on) => onChange({ members: ticked(draft.members, id, on) })}
          />
        </>
      )}
    </PageState>
  )
}
