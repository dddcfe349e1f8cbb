import type { QdaFindings } from './qda.finding.ts'
import {
  all,
  attribute,
  beginReading,
  colourOf,
  expect,
  guidOf,
  one,
  type Reading,
  refOf,
  rootOf,
  stampOf,
  targets,
  words,
} from './qda.read.sheet.ts'
import { noteOf, sourcesOf } from './qda.read.sources.ts'
import { mendReferences } from './qda.references.ts'
import type {
  QdaCase,
  QdaCode,
  QdaCodebook,
  QdaLink,
  QdaProject,
  QdaSet,
  QdaValue,
  QdaVariable,
} from './qda.ts'
import { qdaDirections, qdaVariableTypes } from './qda.ts'
import { qdaSpaces } from './qda.write.ts'
import type { XmlElement } from './qda.xml.ts'

const projectChildren = [
  ...['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets'],
  ...['Graphs', 'Description', 'NoteRef'],
]

/**
 * A project from `project.qde`. What it points at and is not there is mended or left out, each with a finding: a code that is
 * used and not described is kept under its GUID. Words in files beside it are not read yet (see `settleTexts`). Throws
 * `QdaRefused` for what is no project.
 */
export function readProject(xml: string, findings: QdaFindings): QdaProject {
  const root = rootOf(xml, 'Project', { findings, space: qdaSpaces.project })
  const reading = beginReading(findings)
  expect(reading, root, projectChildren)
  for (const graph of all(one(root, 'Graphs'), 'Graph'))
    findings.note('graph', attribute(graph, 'name') ?? '')
  const variables = all(one(root, 'Variables'), 'Variable').map((element) => variableOf(reading, element))
  const types = new Map(variables.map(({ guid, type }) => [guid, type]))
  const values = (element: XmlElement) => valuesOf(reading, element, types)
  const project: QdaProject = {
    name: nameOf(reading, root),
    origin: attribute(root, 'origin'),
    description: words(root, 'Description'),
    created: stampOf(reading, root, ['creatingUserGUID', 'creationDateTime']),
    changed: stampOf(reading, root, ['modifyingUserGUID', 'modifiedDateTime']),
    users: all(one(root, 'Users'), 'User').map((user) => ({
      ...{ guid: guidOf(reading, user), name: attribute(user, 'name'), id: attribute(user, 'id') },
    })),
    codes: codesOf(reading, one(one(root, 'CodeBook'), 'Codes')),
    variables,
    cases: all(one(root, 'Cases'), 'Case').map((element) => caseOf(reading, element, values)),
    sources: sourcesOf(reading, one(root, 'Sources'), values),
    notes: all(one(root, 'Notes'), 'Note').map((element) => noteOf(reading, element)),
    links: all(one(root, 'Links'), 'Link').map((element) => linkOf(reading, element)),
    sets: setsOf(reading, root),
    noteRefs: targets(reading, root, 'NoteRef'),
  }
  return mendReferences(project, findings)
}

/** A list of codes from a `.qdc`. Throws `QdaRefused` for what is none. */
export function readCodebook(xml: string, findings: QdaFindings): QdaCodebook {
  const root = rootOf(xml, 'CodeBook', { findings, space: qdaSpaces.codebook })
  const reading = beginReading(findings)
  expect(reading, root, ['Codes', 'Sets'])
  return {
    origin: attribute(root, 'origin'),
    codes: codesOf(reading, one(root, 'Codes')),
    sets: setsOf(reading, root),
  }
}

function nameOf(reading: Reading, element: XmlElement): string {
  const name = attribute(element, 'name') ?? ''
  if (name.trim() === '') reading.findings.note('name-missing', element.name)
  return name
}

function codesOf(reading: Reading, parent: XmlElement | undefined): QdaCode[] {
  return all(parent, 'Code').map((element) => {
    expect(reading, element, ['Description', 'NoteRef', 'Code'])
    return {
      guid: guidOf(reading, element),
      name: nameOf(reading, element),
      isCodable: attribute(element, 'isCodable') !== 'false' && attribute(element, 'isCodable') !== '0',
      colour: colourOf(reading, element),
      description: words(element, 'Description'),
      noteRefs: targets(reading, element, 'NoteRef'),
      codes: codesOf(reading, element),
    }
  })
}

function variableOf(reading: Reading, element: XmlElement): QdaVariable {
  const written = attribute(element, 'typeOfVariable')
  const type = qdaVariableTypes.find((known) => known === written)
  if (type === undefined) reading.findings.note('value-odd', attribute(element, 'name') ?? '')
  return {
    ...{ guid: guidOf(reading, element), name: nameOf(reading, element), type: type ?? 'Text' },
    description: words(element, 'Description'),
  }
}

function valuesOf(
  reading: Reading,
  element: XmlElement,
  types: ReadonlyMap<string, QdaVariable['type']>,
): QdaValue[] {
  return all(element, 'VariableValue').flatMap((child) => {
    const [variable] = targets(reading, child, 'VariableRef')
    if (variable === undefined) {
      reading.findings.note('value-odd', attribute(element, 'name') ?? '')
      return []
    }
    const type = qdaVariableTypes.find((known) => one(child, `${known}Value`) !== undefined)
    const value = type === undefined ? null : words(child, `${type}Value`)
    return [{ variable, type: type ?? types.get(variable) ?? 'Text', value }]
  })
}

function caseOf(reading: Reading, element: XmlElement, values: (element: XmlElement) => QdaValue[]): QdaCase {
  return {
    guid: guidOf(reading, element),
    name: attribute(element, 'name'),
    description: words(element, 'Description'),
    codes: targets(reading, element, 'CodeRef'),
    values: values(element),
    sources: targets(reading, element, 'SourceRef'),
    selections: targets(reading, element, 'SelectionRef'),
  }
}

function linkOf(reading: Reading, element: XmlElement): QdaLink {
  const direction = attribute(element, 'direction')
  return {
    guid: guidOf(reading, element),
    name: attribute(element, 'name'),
    direction: qdaDirections.find((known) => known === direction) ?? null,
    colour: colourOf(reading, element),
    origin: refOf(reading, attribute(element, 'originGUID') ?? ''),
    target: refOf(reading, attribute(element, 'targetGUID') ?? ''),
    noteRefs: targets(reading, element, 'NoteRef'),
  }
}

function setsOf(reading: Reading, root: XmlElement): QdaSet[] {
  return all(one(root, 'Sets'), 'Set').map((element) => ({
    guid: guidOf(reading, element),
    name: nameOf(reading, element),
    description: words(element, 'Description'),
    codes: targets(reading, element, 'MemberCode'),
    sources: targets(reading, element, 'MemberSource'),
    notes: targets(reading, element, 'MemberNote'),
  }))
}
