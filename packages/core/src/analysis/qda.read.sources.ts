import {
  all,
  attribute,
  expect,
  guidOf,
  one,
  type Reading,
  refOf,
  stampOf,
  targets,
  textOf,
  words,
} from './qda.read.sheet.ts'
import type { QdaCoding, QdaNote, QdaSelection, QdaSource, QdaValue } from './qda.ts'
import type { XmlElement } from './qda.xml.ts'

type Values = (element: XmlElement) => QdaValue[]

/**
 * The sources that have words: texts, and the texts that a PDF or a recording comes with. What cannot be kept (a picture, a
 * place on a page or in a recording) gets a finding.
 */
export function sourcesOf(reading: Reading, parent: XmlElement | undefined, values: Values): QdaSource[] {
  return (parent?.children ?? []).flatMap((element) => {
    switch (element.name) {
      case 'TextSource':
        return [textSource(reading, element, values)]
      case 'PDFSource':
        return pdfSource(reading, element, values)
      case 'AudioSource':
      case 'VideoSource':
        return recording(reading, element)
      case 'PictureSource':
        reading.findings.note('picture-source', labelOf(element))
        return []
      default:
        reading.findings.note('unknown-element', `Sources/${element.name}`)
        return []
    }
  })
}

/** A note has the shape of a source; what is selected in it has no place. */
export function noteOf(reading: Reading, element: XmlElement): QdaNote {
  expect(reading, element, ['Description', 'PlainTextContent'])
  return {
    ...{ guid: guidOf(reading, element), name: attribute(element, 'name') },
    ...{ description: words(element, 'Description'), text: textOf(reading, element) },
    ...stampsOf(reading, element),
  }
}

const textChildren = [
  ...['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef'],
  'VariableValue',
]

function textSource(reading: Reading, element: XmlElement, values: Values): QdaSource {
  expect(reading, element, textChildren)
  return {
    guid: guidOf(reading, element),
    name: attribute(element, 'name'),
    description: words(element, 'Description'),
    text: textOf(reading, element),
    ...stampsOf(reading, element),
    selections: selectionsOf(reading, element),
    codings: codingsOf(reading, element),
    noteRefs: targets(reading, element, 'NoteRef'),
    values: values(element),
  }
}

function pdfSource(reading: Reading, element: XmlElement, values: Values): QdaSource[] {
  const name = labelOf(element)
  const places = all(element, 'PDFSelection').length
  if (places > 0) reading.findings.note('pdf-selection', name, places)
  const text = one(element, 'Representation')
  if (text === undefined) {
    reading.findings.note('pdf-source', name)
    return []
  }
  const source = textSource(reading, text, values)
  return [
    {
      ...source,
      name: attribute(element, 'name') ?? source.name,
      codings: [...source.codings, ...codingsOf(reading, element)],
      noteRefs: [...source.noteRefs, ...targets(reading, element, 'NoteRef')],
      values: [...source.values, ...values(element)],
    },
  ]
}

function recording(reading: Reading, element: XmlElement): QdaSource[] {
  const name = labelOf(element)
  const transcripts = all(element, 'Transcript')
  if (transcripts.length === 0) reading.findings.note('media-source', name)
  const places = [...all(element, 'AudioSelection'), ...all(element, 'VideoSelection')].length
  if (places > 0) reading.findings.note('media-selection', name, places)
  return transcripts.map((transcript) => ({
    ...textSource(reading, without(transcript, ['SyncPoint', 'TranscriptSelection']), () => []),
    name: attribute(transcript, 'name') ?? attribute(element, 'name'),
    selections: transcriptSelections(reading, transcript),
  }))
}

function without(element: XmlElement, names: readonly string[]): XmlElement {
  return { ...element, children: element.children.filter(({ name }) => !names.includes(name)) }
}

/** A place in a transcript is named by two points, each with its place in the text. */
function transcriptSelections(reading: Reading, transcript: XmlElement): QdaSelection[] {
  const points = new Map(
    all(transcript, 'SyncPoint').map((point) => [
      refOf(reading, attribute(point, 'guid') ?? ''),
      attribute(point, 'position'),
    ]),
  )
  return all(transcript, 'TranscriptSelection').flatMap((element) => {
    const [from, to] = ['fromSyncPoint', 'toSyncPoint'].map((key) =>
      points.get(refOf(reading, attribute(element, key) ?? '')),
    )
    return selectionOf(reading, element, [from ?? null, to ?? null])
  })
}

function selectionsOf(reading: Reading, source: XmlElement): QdaSelection[] {
  return all(source, 'PlainTextSelection').flatMap((element) =>
    selectionOf(reading, element, [attribute(element, 'startPosition'), attribute(element, 'endPosition')]),
  )
}

type Written = readonly [start: string | null, end: string | null]

function selectionOf(reading: Reading, element: XmlElement, [from, to]: Written): QdaSelection[] {
  expect(reading, element, ['Description', 'Coding', 'NoteRef'])
  const [start, end] = [placeOf(from), placeOf(to)]
  if (start === null || end === null) {
    reading.findings.note('position-odd', labelOf(element))
    return []
  }
  return [
    {
      guid: guidOf(reading, element),
      name: attribute(element, 'name'),
      description: words(element, 'Description'),
      ...{ start, end },
      ...stampsOf(reading, element),
      codings: codingsOf(reading, element),
      noteRefs: targets(reading, element, 'NoteRef'),
    },
  ]
}

/** A whole number; a text cannot be longer than what these can count. */
function placeOf(written: string | null): number | null {
  return written !== null && /^\s*[+-]?\d{1,15}\s*$/.test(written) ? Number(written) : null
}

function codingsOf(reading: Reading, element: XmlElement): QdaCoding[] {
  return all(element, 'Coding').flatMap((child) => {
    const [code] = targets(reading, child, 'CodeRef')
    if (code === undefined) {
      reading.findings.note('unknown-reference', labelOf(element))
      return []
    }
    return [
      {
        guid: guidOf(reading, child),
        code,
        created: stampOf(reading, child, ['creatingUser', 'creationDateTime']),
        noteRefs: targets(reading, child, 'NoteRef'),
      },
    ]
  })
}

function stampsOf(reading: Reading, element: XmlElement) {
  return {
    created: stampOf(reading, element, ['creatingUser', 'creationDateTime']),
    changed: stampOf(reading, element, ['modifyingUser', 'modifiedDateTime']),
  }
}

function labelOf(element: XmlElement): string {
  return attribute(element, 'name') ?? attribute(element, 'guid') ?? element.name
}
