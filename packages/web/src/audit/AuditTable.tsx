import { Link } from '@tanstack/react-router'
import { exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { actionPhrase } from '@weerklank/core/audit/action.words'
import type { AuditLine } from '@weerklank/core/audit/audit.contract'
import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import { useRoleNames } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Table } from '../ui/Table.tsx'
import { auditText } from './audit.text.ts'
import { readAuditSearch } from './audit-search.ts'
import { actorWords, shortId } from './audit-view.ts'
import { useMomentWords } from './use-moment-words.ts'

export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const text = useText(auditText)
  const language = useLanguage()
  const momentWords = useMomentWords()
  return (
    <div className="wk-audit-table">
      <Table
        caption={text.table}
        rows={lines}
        rowId={({ id }) => id}
        columns={[
          { id: 'when', head: text.when, cell: ({ at }) => <time dateTime={at}>{momentWords(at)}</time> },
          { id: 'who', head: text.who, cell: (line) => <Who line={line} /> },
          {
            id: 'what',
            head: text.what,
            cell: ({ action }) => sentenceStart(actionPhrase(action, { language, to: 'record' })),
          },
          { id: 'why', head: text.why, cell: (line) => <Why line={line} /> },
          { id: 'where', head: text.where, cell: (line) => <Where line={line} /> },
        ]}
      />
    </div>
  )
}

function Who({ line }: { line: AuditLine }) {
  const text = useText(auditText)
  const names = useRoleNames()
  const roles = line.roles.map((one) => names[one] ?? one).join(', ')
  const organisation = line.actor.kind === 'member' ? line.actor.organisation : ''
  const below = [roles, organisation].filter((one) => one !== '').join(' · ')
  return (
    <span>
      {actorWords(line, text)}
      {line.byProgram !== null && <span className="wk-audit-below">{text.byProgram(line.byProgram)}</span>}
      {below !== '' && <span className="wk-audit-below">{below}</span>}
    </span>
  )
}

function Why({ line }: { line: AuditLine }) {
  const text = useText(auditText)
  if (line.basis === null) return <span className="wk-muted">{text.notKept}</span>
  if (line.purpose !== null) return <Purpose line={line} />
  if (line.basis !== 'emergency') return text.basisWords[line.basis]
  return (
    <span>
      <Chip tone="warm">{text.emergency}</Chip>
      {line.reason !== null && <span className="wk-audit-below">{text.reason(line.reason)}</span>}
    </span>
  )
}

/** For what data were taken out, or were asked. */
function Purpose({ line: { basis, purpose } }: { line: AuditLine }) {
  const text = useText(auditText)
  const language = useLanguage()
  const known = exportPurposes.find((one) => one === purpose)
  return (
    <span>
      {basis === null ? text.notKept : text.basisWords[basis]}
      <span className="wk-audit-below">
        {text.forWhat(known === undefined ? (purpose ?? '') : exportPurposeTexts[known][language])}
      </span>
    </span>
  )
}

/** By the end of an identifier, never by a title or name: those belong to the people who work together. */
function Where({ line: { relation, person, shown } }: { line: AuditLine }) {
  if (shown === null) return <About relation={relation} person={person} />
  return <Shown shown={shown} />
}

/** What a look at many at once showed: how many, and on asking which. */
function Shown({ shown: { count, relations, persons } }: { shown: NonNullable<AuditLine['shown']> }) {
  const text = useText(auditText)
  const left = count - relations.length - persons.length
  return (
    <details className="wk-audit-shown">
      <summary>{persons.length > 0 ? text.shownPersons(count) : text.shownRelations(count)}</summary>
      {relations.map((relation) => (
        <About key={relation} relation={relation} person={null} />
      ))}
      {persons.map((person) => (
        <About key={person} relation={null} person={person} />
      ))}
      {left > 0 && <span>{text.shownMore(left)}</span>}
    </details>
  )
}

function About({ relation, person }: Pick<AuditLine, 'relation' | 'person'>) {
  const text = useText(auditText)
  return (
    <span className="wk-audit-where">
      {relation !== null && (
        <Link
          to="/logboek"
          search={readAuditSearch({ samenwerking: relation })}
          aria-label={text.narrowRelation(shortId(relation))}
        >
          {text.relation(shortId(relation))}
        </Link>
      )}
      {person !== null && (
        <Link
          to="/logboek"
          search={readAuditSearch({ mens: person })}
          aria-label={text.narrowPerson(shortId(person))}
        >
          {text.person(shortId(person))}
        </Link>
      )}
      {relation === null && person === null && '–'}
    </span>
  )
}
