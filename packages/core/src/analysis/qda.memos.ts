import { analysisLimits as limits } from './analysis.ts'
import { sliceSpan } from './code-points.ts'
import { type Coming, cut, type Inward, type MemoTaker, type Said } from './qda.coming.ts'
import { type CorpusMemo, qdaNames } from './qda.corpus.ts'
import type { QdaSettled } from './qda.texts.ts'
import { allCodes, type Guid } from './qda.ts'
import { leftWords } from './qda.words.ts'

type On = CorpusMemo['on']
type Source = QdaSettled['sources'][number]

/** Nothing was said yet. */
export function takeMemos({ newId }: Pick<Inward, 'newId'>): MemoTaker {
  const all: CorpusMemo[] = []
  const put = (on: On, { title, body, author = null, at = null }: Said) => {
    const whole = body.trim() === '' ? title : body
    const signs = [...whole]
    for (let from = 0; from < signs.length; from += limits.memo) {
      const part = signs.slice(from, from + limits.memo).join('')
      all.push({ id: newId(), on, author, title: cut(title, limits.title), body: part, at })
    }
  }
  return {
    put,
    ofSource: (coming, of) => ofSource(coming, of),
    ofCoding: (coming, { coding, selection, id }) => {
      const on = { kind: 'coding', id } as const
      const notes = [...coding.noteRefs, ...(selection?.noteRefs ?? [])]
      putNotes(coming, notes, on)
      if (selection?.description) put(on, { title: '', body: selection.description })
    },
    emptySelection: (coming, { selection, source, id }) => {
      const words = leftWords(coming.language)
      const codes = selection.codings.map(({ code }) => coming.names.get(code) ?? code).join(', ')
      const around = sliceSpan(source.text, {
        start: Math.max(0, selection.start - 40),
        end: selection.end + 40,
      })
      put(
        { kind: 'document', id },
        { title: words.empty(codes), body: words.emptyAt(selection.start, around) },
      )
      putNotes(coming, [...selection.noteRefs, ...selection.codings.flatMap(({ noteRefs }) => noteRefs)], {
        ...{ kind: 'document', id },
      })
    },
    all: () => all,
  }
}

/** Notes become memos where they lie; a weight is none. */
function putNotes(coming: Coming, guids: readonly Guid[], on: On): void {
  for (const guid of guids) {
    const note = coming.notes.get(guid)
    if (note === undefined || coming.weights.has(guid)) continue
    const body = [note.text, note.description ?? ''].filter((part) => part !== '').join('\n\n')
    const { by: author, at } = note.created
    coming.memos.put(on, { title: note.name ?? '', body, author, at })
  }
}

function ofSource(
  coming: Coming,
  { source, id, isSpeaker }: { source: Source; id: string; isSpeaker: ReadonlySet<Guid> },
): void {
  const { memos, findings } = coming
  const words = leftWords(coming.language)
  const on = { kind: 'document', id } as const
  putNotes(coming, source.noteRefs, on)
  if ((source.name?.trim().length ?? 0) > limits.title) memos.put(on, { title: '', body: source.name ?? '' })
  if (source.description) memos.put(on, { title: '', body: source.description })
  for (const { codings, noteRefs, description, guid, ...selection } of source.selections) {
    if (codings.length > 0 || (isSpeaker.has(guid) && !description && noteRefs.length === 0)) continue
    findings.note('coding-empty', source.name ?? '')
    const text = sliceSpan(source.text, selection)
    memos.put(on, { title: words.selection, body: [`“${text}”`, description ?? ''].join('\n\n').trim() })
    putNotes(coming, noteRefs, on)
  }
  const lines = valueLines(coming, source.values)
  if (lines.length === 0) return
  findings.note('variable-as-memo', source.name ?? '', lines.length)
  memos.put(on, { title: words.values, body: lines.join('\n') })
}

const ours: readonly string[] = [qdaNames.voice, qdaNames.role, qdaNames.source]

function valueLines({ project }: Coming, values: Source['values']): string[] {
  const names = new Map(project.variables.map(({ guid, name }) => [guid, name]))
  const isOurs = project.origin === qdaNames.program
  return values.flatMap(({ variable, value }) => {
    const name = names.get(variable) ?? variable
    return (isOurs && ours.includes(name)) || value === null ? [] : [`${name}: ${value}`]
  })
}

/** What lies on codes and on the project as a whole, and what of a project has no place at all. */
export function memosOf(coming: Coming): void {
  const { project, codes, memos, findings } = coming
  for (const code of allCodes(project.codes)) {
    const id = codes.get(code.guid)
    if (id !== undefined) putNotes(coming, code.noteRefs, { kind: 'code', id })
  }
  const on = { kind: 'analysis' } as const
  putNotes(coming, project.noteRefs, on)
  putNotes(coming, looseNotes(coming), on)
  if ([...(project.description ?? '').trim()].length > limits.question)
    memos.put(on, { title: '', body: project.description ?? '' })
  const words = leftWords(coming.language)
  const lines = [...caseLines(coming), ...setLines(coming), ...linkLines(coming)]
  if (lines.length > 0) memos.put(on, { title: words.left, body: lines.join('\n\n') })
  if (project.users.length > 1) findings.note('user-pseudonym', '', project.users.length)
}

/** Notes that lie on nothing that came in. */
function looseNotes({ project }: Coming): Guid[] {
  const used = new Set([
    ...project.noteRefs,
    ...allCodes(project.codes).flatMap(({ noteRefs }) => noteRefs),
    ...project.sources.flatMap((source) => [
      ...source.noteRefs,
      ...source.selections.flatMap(({ noteRefs, codings }) => [
        ...noteRefs,
        ...codings.flatMap((coding) => coding.noteRefs),
      ]),
    ]),
  ])
  return project.notes.map(({ guid }) => guid).filter((guid) => !used.has(guid))
}

function caseLines(coming: Coming): string[] {
  const { project, names, findings } = coming
  const words = leftWords(coming.language)
  return project.cases.flatMap((one) => {
    const values = valueLines(coming, one.values)
    const codes = one.codes.map((guid) => names.get(guid) ?? guid)
    const isSpeaker = one.selections.length > 0
    if (values.length === 0 && codes.length === 0 && !one.description && isSpeaker) return []
    findings.note(isSpeaker ? 'case-as-speaker' : 'case-as-memo', one.name ?? '')
    const sources = one.sources.map((guid) => names.get(guid) ?? guid)
    const parts = [...values, one.description ?? '', ...codes, ...sources].filter((part) => part !== '')
    return [[words.case(one.name ?? one.guid), ...parts].join('\n')]
  })
}

function setLines({ project, names, findings, language }: Coming): string[] {
  return project.sets.map((set) => {
    findings.note('set-as-memo', set.name)
    const members = [...set.codes, ...set.sources].map((guid) => names.get(guid) ?? guid)
    return [leftWords(language).set(set.name), set.description ?? '', ...members]
      .filter((part) => part !== '')
      .join('\n')
  })
}

function linkLines({ project, names, findings, language }: Coming): string[] {
  return project.links.map((link) => {
    findings.note('link-as-memo', link.name ?? '')
    const [from, to] = [link.origin, link.target].map((guid) =>
      guid === null ? '?' : (names.get(guid) ?? guid),
    )
    return `${leftWords(language).link(link.name ?? '')}\n${from} → ${to}`
  })
}
