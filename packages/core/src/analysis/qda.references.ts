import type { QdaFindings } from './qda.finding.ts'
import { allCodes, type Guid, type QdaCode, type QdaCoding, type QdaProject, type QdaStamp } from './qda.ts'

type Known = {
  users: ReadonlySet<Guid>
  codes: ReadonlySet<Guid>
  variables: ReadonlySet<Guid>
  sources: ReadonlySet<Guid>
  selections: ReadonlySet<Guid>
  notes: ReadonlySet<Guid>
  findings: QdaFindings
}

/**
 * The project with every reference pointing at something that is in it. A code that is used and not described is made, with
 * its GUID as its name, so that what was coded with it stays; other references to nothing go. Each gets a finding.
 */
export function mendReferences(project: QdaProject, findings: QdaFindings): QdaProject {
  const made = missingCodes(project, findings)
  const codes = [...project.codes, ...made]
  const known: Known = {
    findings,
    users: guids(project.users),
    codes: guids(allCodes(codes)),
    variables: guids(project.variables),
    sources: guids(project.sources),
    selections: guids(project.sources.flatMap(({ selections }) => selections)),
    notes: guids(project.notes),
  }
  return {
    ...project,
    ...stamps(project, known),
    codes: codes.map((code) => mendCode(code, known)),
    cases: project.cases.map((one) => ({
      ...one,
      codes: only(one.codes, 'codes', known),
      values: ofVariables(one.values, known),
      sources: only(one.sources, 'sources', known),
      selections: only(one.selections, 'selections', known),
    })),
    sources: project.sources.map((source) => mendSource(source, known)),
    notes: project.notes.map((note) => ({ ...note, ...stamps(note, known) })),
    links: project.links.map((link) => ({ ...link, noteRefs: only(link.noteRefs, 'notes', known) })),
    sets: project.sets.map((set) => ({
      ...set,
      codes: only(set.codes, 'codes', known),
      sources: only(set.sources, 'sources', known),
      notes: only(set.notes, 'notes', known),
    })),
    noteRefs: only(project.noteRefs, 'notes', known),
  }
}

function guids(all: readonly { guid: Guid }[]): ReadonlySet<Guid> {
  return new Set(all.map(({ guid }) => guid))
}

function missingCodes(project: QdaProject, findings: QdaFindings): QdaCode[] {
  const described = guids(allCodes(project.codes))
  const codings = project.sources.flatMap((source) => [
    ...source.codings,
    ...source.selections.flatMap((selection) => selection.codings),
  ])
  const missing = new Set(codings.map(({ code }) => code).filter((code) => !described.has(code)))
  return [...missing].map((guid) => {
    findings.note('unknown-code', guid)
    const rest = { colour: null, description: null, noteRefs: [], codes: [] }
    return { guid, name: guid, isCodable: true, ...rest }
  })
}

type Kind = 'codes' | 'sources' | 'selections' | 'notes'

function only(refs: readonly Guid[], kind: Kind, known: Known): Guid[] {
  return refs.filter((guid) => {
    const isKnown = known[kind].has(guid)
    if (!isKnown) known.findings.note('unknown-reference', guid)
    return isKnown
  })
}

function ofVariables<Value extends { variable: Guid }>(values: readonly Value[], known: Known): Value[] {
  return values.filter(({ variable }) => {
    const isKnown = known.variables.has(variable)
    if (!isKnown) known.findings.note('unknown-reference', variable)
    return isKnown
  })
}

function mendCode(code: QdaCode, known: Known): QdaCode {
  return {
    ...code,
    noteRefs: only(code.noteRefs, 'notes', known),
    codes: code.codes.map((child) => mendCode(child, known)),
  }
}

function mendSource(source: QdaProject['sources'][number], known: Known): QdaProject['sources'][number] {
  return {
    ...source,
    ...stamps(source, known),
    selections: source.selections.map((selection) => ({
      ...selection,
      ...stamps(selection, known),
      codings: mendCodings(selection.codings, known),
      noteRefs: only(selection.noteRefs, 'notes', known),
    })),
    codings: mendCodings(source.codings, known),
    noteRefs: only(source.noteRefs, 'notes', known),
    values: ofVariables(source.values, known),
  }
}

function mendCodings(codings: readonly QdaCoding[], known: Known): QdaCoding[] {
  return codings.map((coding) => ({
    ...coding,
    created: mendStamp(coding.created, known),
    noteRefs: only(coding.noteRefs, 'notes', known),
  }))
}

function stamps({ created, changed }: { created: QdaStamp; changed: QdaStamp }, known: Known) {
  return { created: mendStamp(created, known), changed: mendStamp(changed, known) }
}

function mendStamp(stamp: QdaStamp, { users, findings }: Known): QdaStamp {
  if (stamp.by === null || users.has(stamp.by)) return stamp
  findings.note('unknown-user', stamp.by)
  return { ...stamp, by: null }
}
