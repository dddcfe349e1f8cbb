import type {
  Guid,
  QdaCase,
  QdaCode,
  QdaCodebook,
  QdaCoding,
  QdaLink,
  QdaNote,
  QdaProject,
  QdaSelection,
  QdaSet,
  QdaSource,
  QdaStamp,
  QdaText,
  QdaValue,
  QdaVariable,
} from './qda.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

/** The namespaces of the standard. */
export const qdaSpaces = { project: 'urn:QDA-XML:project:1.0', codebook: 'urn:QDA-XML:codebook:1.0' } as const

function rootOf(name: string, space: 'project' | 'codebook', attributes: string): string {
  const file = space === 'project' ? 'Project/v1.0/Project.xsd' : 'Codebook/v1.0/Codebook.xsd'
  const where = `xsi:schemaLocation="${qdaSpaces[space]} http://schema.qdasoftware.org/versions/${file}"`
  return `${head}<${name} xmlns="${qdaSpaces[space]}" ${instance} ${where}${attributes}>`
}

/**
 * A project as `project.qde`: valid against the schema of the standard when each GUID in it is one, colours are `#rrggbb`
 * and moments ISO 8601. Order is that of the schema; a list without anything in it is left out, as the schema asks.
 * Signs that XML cannot hold (control signs) are left out of names; a text that has them belongs in a file beside it.
 */
export function projectXml(project: QdaProject): string {
  const { created, changed } = project
  const attributes = [
    attribute('name', project.name) + attribute('origin', project.origin),
    attribute('creatingUserGUID', created.by) + attribute('creationDateTime', created.at),
    attribute('modifyingUserGUID', changed.by) + attribute('modifiedDateTime', changed.at),
  ].join('')
  const children = [
    list('Users', project.users, (user) =>
      element('User', attribute('guid', user.guid) + attribute('name', user.name) + attribute('id', user.id)),
    ),
    project.codes.length === 0 ? '' : element('CodeBook', '', list('Codes', project.codes, codeXml)),
    list('Variables', project.variables, variableXml),
    list('Cases', project.cases, caseXml),
    list('Sources', project.sources, sourceXml),
    list('Notes', project.notes, noteXml),
    list('Links', project.links, linkXml),
    list('Sets', project.sets, (set) => setXml(set, 'targetGUID')),
    words('Description', project.description) + refs('NoteRef', project.noteRefs),
  ].join('')
  return `${rootOf('Project', 'project', attributes)}${children}</Project>\n`
}

/** A list of codes as `.qdc`. The schema wants at least one code. */
export function codebookXml({ origin, codes, sets }: QdaCodebook): string {
  // Notes stand in projects only.
  const bare = (code: QdaCode): QdaCode => ({ ...code, noteRefs: [], codes: code.codes.map(bare) })
  const inside =
    list('Codes', codes.map(bare), codeXml) +
    list('Sets', sets, (set) => setXml({ ...set, sources: [], notes: [] }, 'guid'))
  return `${rootOf('CodeBook', 'codebook', attribute('origin', origin))}${inside}</CodeBook>\n`
}

function codeXml(code: QdaCode): string {
  const attributes =
    attribute('guid', code.guid) +
    attribute('name', code.name) +
    attribute('isCodable', String(code.isCodable)) +
    attribute('color', code.colour)
  const inside = words('Description', code.description) + refs('NoteRef', code.noteRefs)
  return element('Code', attributes, inside + code.codes.map(codeXml).join(''))
}

function variableXml({ guid, name, type, description }: QdaVariable): string {
  const attributes = attribute('guid', guid) + attribute('name', name) + attribute('typeOfVariable', type)
  return element('Variable', attributes, words('Description', description))
}

function caseXml(one: QdaCase): string {
  const inside = [
    words('Description', one.description),
    refs('CodeRef', one.codes),
    one.values.map(valueXml).join(''),
    refs('SourceRef', one.sources),
    refs('SelectionRef', one.selections),
  ]
  return element('Case', attribute('guid', one.guid) + attribute('name', one.name), inside.join(''))
}

function valueXml({ variable, type, value }: QdaValue): string {
  return element('VariableValue', '', refs('VariableRef', [variable]) + words(`${type}Value`, value))
}

function sourceXml(source: QdaSource): string {
  const attributes = [
    attribute('guid', source.guid) + attribute('name', source.name),
    pathOf(source.text) + stamps(source),
  ]
  const inside = [
    words('Description', source.description) + contentOf(source.text),
    source.selections.map(selectionXml).join(''),
    source.codings.map(codingXml).join(''),
    refs('NoteRef', source.noteRefs),
    source.values.map(valueXml).join(''),
  ]
  return element('TextSource', attributes.join(''), inside.join(''))
}

function selectionXml(selection: QdaSelection): string {
  const attributes = [
    attribute('guid', selection.guid) + attribute('name', selection.name),
    attribute('startPosition', String(selection.start)) + attribute('endPosition', String(selection.end)),
    stamps(selection),
  ]
  const inside = words('Description', selection.description) + selection.codings.map(codingXml).join('')
  return element('PlainTextSelection', attributes.join(''), inside + refs('NoteRef', selection.noteRefs))
}

function codingXml({ guid, code, created, noteRefs }: QdaCoding): string {
  const attributes = attribute('guid', guid) + createdBy(created)
  return element('Coding', attributes, refs('CodeRef', [code]) + refs('NoteRef', noteRefs))
}

function noteXml(note: QdaNote): string {
  const attributes = attribute('guid', note.guid) + attribute('name', note.name) + pathOf(note.text)
  return element(
    'Note',
    attributes + stamps(note),
    words('Description', note.description) + contentOf(note.text),
  )
}

function linkXml(link: QdaLink): string {
  const attributes = [
    attribute('guid', link.guid) + attribute('name', link.name) + attribute('direction', link.direction),
    attribute('color', link.colour) + attribute('originGUID', link.origin),
    attribute('targetGUID', link.target),
  ]
  return element('Link', attributes.join(''), refs('NoteRef', link.noteRefs))
}

/** In a codebook the member itself is named by `guid`, in a project by `targetGUID`: so the two schemas want it. */
function setXml(set: QdaSet, key: 'guid' | 'targetGUID'): string {
  const members = (name: string, guids: readonly Guid[]) =>
    guids.map((guid) => element(name, attribute(key, guid))).join('')
  const inside = [
    words('Description', set.description) + members('MemberCode', set.codes),
    members('MemberSource', set.sources) + members('MemberNote', set.notes),
  ]
  return element('Set', attribute('guid', set.guid) + attribute('name', set.name), inside.join(''))
}

function pathOf(text: QdaText): string {
  if (text.kind === 'file') return attribute('plainTextPath', text.path)
  return text.kind === 'none' ? attribute('richTextPath', text.richPath) : ''
}

function contentOf(text: QdaText): string {
  return text.kind === 'here' ? element('PlainTextContent', '', escaped(text.text)) : ''
}

function stamps({ created, changed }: { created: QdaStamp; changed: QdaStamp }): string {
  const modified = attribute('modifyingUser', changed.by) + attribute('modifiedDateTime', changed.at)
  return createdBy(created) + modified
}

function createdBy({ by, at }: QdaStamp): string {
  return attribute('creatingUser', by) + attribute('creationDateTime', at)
}

function element(name: string, attributes: string, inside = ''): string {
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`
}

function list<One>(name: string, all: readonly One[], xml: (one: One) => string): string {
  return all.length === 0 ? '' : element(name, '', all.map(xml).join(''))
}

function words(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escaped(text)}</${name}>`
}

function refs(name: string, guids: readonly Guid[]): string {
  return guids.map((guid) => element(name, attribute('targetGUID', guid))).join('')
}

function attribute(name: string, value: string | null): string {
  return value === null
    ? ''
    : ` ${name}="${escaped(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

/** Line ends are `\n`: a `\r` would be read back as one. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unfit, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}
