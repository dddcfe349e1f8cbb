import type { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { importProblemWords } from '@weerklank/core/relation/relation-import.words'
import { useEffect, useRef } from 'react'
import type { Answer } from '../api/client.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { useRelationWords } from './relation.ts'
import { type Looked, useImport } from './relation-import.queries.ts'
import { relationImportText } from './relation-import.text.ts'

type Done = Answer<(typeof relationImportEndpoints)['importRelations']>
type Props = { looked: Looked; onOther: () => void; onDone: (done: Done) => void }
type Preview = Looked['preview']

/** What would become of a file; or what must be changed in it first. */
export function RelationImportPreview({ looked, onOther, onDone }: Props) {
  const text = useText(relationImportText)
  const take = useImport()
  const summary = useRef<HTMLDivElement>(null)
  const { preview } = looked
  useEffect(() => summary.current?.focus(), [])
  const { relations, there, problems } = preview.counts
  const fresh = relations - there
  return (
    <div ref={summary} tabIndex={-1} className="wk-section">
      {problems > 0 ? <Problems preview={preview} /> : <Found preview={preview} />}
      {problems === 0 && fresh === 0 && <p>{text.nothingNew}</p>}
      {take.error !== null && (
        <p className="wk-field__error" role="alert">
          {take.error.message}
        </p>
      )}
      <div className="wk-actions">
        {problems === 0 && fresh > 0 && (
          <Button
            variant="primary"
            busy={take.isPending}
            onClick={() => take.mutate({ id: looked.id, text: looked.text }, { onSuccess: onDone })}
          >
            {text.take(fresh)}
          </Button>
        )}
        <Button onClick={onOther}>{text.other}</Button>
      </div>
    </div>
  )
}

function Problems({ preview }: { preview: Preview }) {
  const text = useText(relationImportText)
  const language = useLanguage()
  const { problems, counts } = preview
  return (
    <Section title={text.problems(counts.problems)} intro={text.problemsIntro}>
      <ul className="wk-lines">
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.field} ${problem.code}`}>
            <strong>
              {text.line} {problem.line}
            </strong>{' '}
            {importProblemWords(problem, language)}
          </li>
        ))}
      </ul>
      {counts.problems > problems.length && <p>{text.more(counts.problems - problems.length)}</p>}
    </Section>
  )
}

function Found({ preview }: { preview: Preview }) {
  const text = useText(relationImportText)
  const words = useRelationWords()
  const { counts, columns, formulas, relations, separator } = preview
  const unused = columns.filter(({ field, head }) => field === null && head !== '').map(({ head }) => head)
  const named = (people: Preview['relations'][number]['people']) =>
    people.map(({ name, voice }) => `${name} (${words.voice(voice)})`).join(', ')
  return (
    <Section title={text.found} intro={text.foundCount(counts.relations, counts.people)}>
      {counts.there > 0 && <p>{text.there(counts.there)}</p>}
      {counts.alike > 0 && <p>{text.alike(counts.alike)}</p>}
      {unused.length > 0 && <p>{text.unused(unused.join(', '))}</p>}
      {formulas > 0 && <p>{text.formulas(formulas)}</p>}
      <p className="wk-muted">{text.readAs(text.separators[separator])}</p>
      <Table
        caption={text.table}
        rows={relations}
        rowId={({ line }) => String(line)}
        columns={[
          { id: 'relation', head: text.relation, cell: ({ title }) => title },
          { id: 'people', head: text.people, cell: ({ people }) => named(people) },
          { id: 'line', head: text.line, cell: ({ line }) => line, numeric: true },
          {
            id: 'what',
            head: text.what,
            cell: ({ status }) => (
              <Chip tone={status === 'alike' ? 'warm' : 'plain'}>{text.status[status]}</Chip>
            ),
          },
        ]}
      />
      {counts.relations > relations.length && <p>{text.more(counts.relations - relations.length)}</p>}
    </Section>
  )
}
